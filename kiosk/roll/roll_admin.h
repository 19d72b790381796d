/* roll_admin.h - what organisers do with a shared roll: make it, move the
 * meeting on, look, release. Waits for the server, five seconds at most to
 * reach it.
 *
 * Every function: STATUS_ROLL_AWAY when the server cannot be reached or
 * refuses; roll_admin_why() then has its words.
 */
#ifndef STEMMEBOKS_ROLL_ADMIN_H
#define STEMMEBOKS_ROLL_ADMIN_H

#include <stdbool.h>
#include <stdint.h>

#include "core/phase.h"
#include "core/slip.h"
#include "core/status.h"

struct roll_admin;
struct roll_count;
struct store;

/* How it stands with one kiosk, as the roll has it. */
struct roll_kiosk {
	int number;
	bool claims;	/* has a slip in use: one at most */
	int64_t since;	/* when it claimed that one, in seconds since 1970 and
			   whole five minutes; 0: it has none */
	bool serving;	/* a program is connected for it */
	bool never;	/* was never connected, so it has no votes */
	bool has_phase; /* has told that its file is in phase: */
	enum phase phase;
	int filled; /* ballots in its closed box, -1 before */
};

/* Whether nothing more is to be waited for from KIOSK once the meeting is in
 * PHASE: its own file is, too, or it never was connected. */
bool roll_kiosk_follows(const struct roll_kiosk *kiosk, enum phase phase);

/* Connects to URL, NULL: the address that STORE's meeting names, as whom libpq
 * says (PGUSER, or the name of the user). STORE is borrowed. STATUS_MEMORY; in
 * every case but that one *ret_admin is set, to be freed with
 * roll_admin_free(), which takes NULL. */
enum status roll_admin_open(struct store *store, const char *url,
			    struct roll_admin **ret_admin);
void roll_admin_free(struct roll_admin *admin);

/* What the server said last, in one or more lines; "" for nothing. */
const char *roll_admin_why(const struct roll_admin *admin);

/* Makes the tables, functions and roles that are not there yet, and adds the
 * slips of the file that the roll does not know, in one transaction. As an
 * administrator who may make roles. STATUS_DISAGREES when it is the roll of
 * another meeting; what store functions say. */
enum status roll_admin_init(struct roll_admin *admin);

/* STATUS_OK when the server has this meeting's roll, made by
 * roll_admin_init(); STATUS_DISAGREES when another's. */
enum status roll_admin_check(struct roll_admin *admin);

/* The meeting is in PHASE from now on: ready, open, paused or closed; the
 * kiosks follow. */
enum status roll_admin_phase(struct roll_admin *admin, enum phase phase);

/* How many slips there are in each state. */
enum status roll_admin_count(struct roll_admin *admin,
			     struct roll_count *ret_count);

/* The kiosks that were ever connected, and those that were made together with
 * them and never were, by number: at most MOST of them. None is known until the
 * first was connected. */
enum status roll_admin_kiosks(struct roll_admin *admin, int most,
			      struct roll_kiosk *ret_kiosks, int *ret_count);

/* Makes the slip that kiosk NUMBER has in use unused; *ret_released tells
 * whether there was one. STATUS_CHANGED, and nothing was done, when a program
 * serves the kiosk: it gives back by itself what it does not need. */
enum status roll_admin_release(struct roll_admin *admin, int number,
			       bool *ret_released);

/* Makes the unused slip HASH void; STATUS_SLIP_OTHER, STATUS_SLIP_USED (or in
 * use), STATUS_SLIP_VOID. */
enum status roll_admin_void(struct roll_admin *admin,
			    const unsigned char hash[SLIP_HASH_BYTES]);

/* Makes the slips that are used in the roll used in the file as well: once it
 * is closed; roll_take()'s status. *ret_count is how many they are. */
enum status roll_admin_fetch(struct roll_admin *admin, int *ret_count);

/* Writes slips and kiosks anew, so that no row tells when it was changed: after
 * closing. */
enum status roll_admin_tidy(struct roll_admin *admin);

#endif
