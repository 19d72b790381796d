/* store_kiosks.h - a meeting at several kiosks, for tests: a file and a box for
 * each. */
#ifndef STEMMEBOKS_TESTS_STORE_KIOSKS_H
#define STEMMEBOKS_TESTS_STORE_KIOSKS_H

#include "store/boxes.h"
#include "tests/lib/store_fixture.h"

enum { KIOSKS_ROOM = 6, KIOSKS_PATH = 3 * FIXTURE_PATH };

struct kiosks {
	/* The file they are dealt from, ready. */
	struct fixture fixture;
	int count;
	bool shares; /* every slip is for one of them, else for any */
	bool used[FIXTURE_SLIPS]; /* with a shared roll: what it knows */
	char paths[KIOSKS_ROOM][KIOSKS_PATH];
	struct store *stores[KIOSKS_ROOM]; /* to write; NULL when left */
	struct part *parts[KIOSKS_ROOM];   /* kiosks_read() */
};

/* SLIPS slips of MEETING (taken; NULL: Bolbro's), COUNT kiosks, all open. */
void kiosks_begin(struct kiosks *kiosks, struct meeting *meeting, int slips,
		  int count, bool shares);
/* The same where they share a roll, of which only what stands in files is
 * there: the fixture's is the organisers' file, and open. */
void kiosks_begin_shared(struct kiosks *kiosks, int slips, int count);
/* Takes what commands published there with it. */
void kiosks_end(struct kiosks *kiosks);

/* The kiosk (from 0) that slip SLIP (from 0) is for; -1 for any. */
int kiosks_own(const struct kiosks *kiosks, int slip);

/* Casts BALLOT with SLIP at KIOSK, all from 0. */
enum status kiosks_cast(struct kiosks *kiosks, int kiosk, int slip,
			const struct ballot *ballot);

/* The same with fixture_ballot() NUMBER, which must go well. */
void kiosks_vote(struct kiosks *kiosks, int kiosk, int slip, unsigned number);

/* With a shared roll: the vote with SLIP, which is used already, is stored at
 * KIOSK once more, as can be when it was released meanwhile. */
void kiosks_double(struct kiosks *kiosks, int kiosk, int slip, unsigned number);

/* Closes the voting at all kiosks and leaves their stores; the organisers' file
 * then learns which slips a shared roll has as used. */
void kiosks_close(struct kiosks *kiosks);

/* Copies the file at FROM to TO. */
void kiosks_copy(const char *from, const char *to);

/* Reads the part of the file at PATH, with its texts; part_free(). */
struct part *kiosks_part(const char *path);

/* Reads all parts. */
void kiosks_read(struct kiosks *kiosks);

/* Puts the parts together and writes PATH, at the kiosks' time. */
void kiosks_collect(struct kiosks *kiosks, const char *path);

#endif
