/* roll_hall.h - a meeting whose roll is shared: the organisers' file, a kiosk's
 * file for each kiosk, a database, and links. */
#ifndef STEMMEBOKS_TESTS_ROLL_HALL_H
#define STEMMEBOKS_TESTS_ROLL_HALL_H

#include "core/random.h"
#include "core/slip.h"
#include "roll/roll_link.h"
#include "tests/lib/roll_cluster.h"

struct meeting;

enum { HALL_KIOSKS = 4, HALL_SLIPS = 600, HALL_STEP_MS = 20 };

struct hall {
	struct cluster *cluster;
	char name[32];	       /* of the database */
	char url[CLUSTER_URL]; /* the meeting's */
	char admin[CLUSTER_URL];
	char as_kiosk[CLUSTER_URL];
	char folder[CLUSTER_PATH];
	int kiosks, slips;
	struct slip tokens[HALL_SLIPS];
	unsigned char hashes[HALL_SLIPS][SLIP_HASH_BYTES];
	/* By kiosk from 1 on; 0 is the organisers' own, which has no link. */
	char paths[HALL_KIOSKS + 1][2 * CLUSTER_PATH];
	struct store *stores[HALL_KIOSKS + 1];
	struct roll_link *links[HALL_KIOSKS + 1];
	struct random random; /* a fixed sequence */
	uint64_t seed;
	uint64_t now_ms;
};

/* A meeting with KIOSKS and SLIPS, adopted; the roll made from the organisers'
 * file and, if OPEN, opened; every kiosk linked and ready. */
void hall_begin(struct hall *hall, struct cluster *cluster, int kiosks,
		int slips, bool open);
void hall_end(struct hall *hall);

/* The same with MEETING instead of bolbro_new(); takes it. */
void hall_begin_with(struct hall *hall, struct cluster *cluster,
		     struct meeting *meeting, int kiosks, int slips, bool open);

/* Kiosk NUMBER's program ends, or begins. The second ends it, too, and waits
 * until the server has noticed. */
void hall_leave(struct hall *hall, int number);
void hall_gone(struct hall *hall, int number);
void hall_enter(struct hall *hall, int number);

/* One step of the clock, HALL_STEP_MS: every link works once. In truth it is a
 * moment. */
void hall_step(struct hall *hall);

/* Steps until every link is connected and has nothing more to tell or to ask;
 * fails the test when that takes too long. */
void hall_settle(struct hall *hall);

/* Steps for MS of the clock. */
void hall_wait(struct hall *hall, int ms);

/* Claims slip SLIP at kiosk NUMBER: its answer, waiting for it (two
 * thousand steps, then STATUS_ROLL_AWAY). */
enum status hall_claim(struct hall *hall, int number, int slip);

/* Casts a ballot whose ticks are the bits of VOTE. */
enum status hall_cast(struct hall *hall, int number, int slip, unsigned vote);

/* What the server says of slip SLIP: its state. */
int hall_state(const struct hall *hall, int slip);

/* How many ballots are in the box of kiosk NUMBER, in all. */
int hall_filled(const struct hall *hall, int number);
int hall_filled_all(const struct hall *hall);

#endif
