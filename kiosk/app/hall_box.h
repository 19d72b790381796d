/* hall_box.h - what the hall knows of the box, from closing on. */
#ifndef STEMMEBOKS_HALL_BOX_H
#define STEMMEBOKS_HALL_BOX_H

#include "core/ballot.h"
#include "hall/hall.h"

struct counting;
struct random;
struct store;

/* The box counted, and what the scenes need of that. */
struct hall_box {
	struct counting *counting; /* NULL: it could not be counted */
	struct hall_paper paper;   /* if counting->hand is there */
	int tie_count; /* those that change the money, settled or not */
	struct hall_tie ties[MEETING_PROPOSALS];
	struct hall_missing missing[MEETING_PROPOSALS]; /* if it is final */
};

/* Counts the box of STORE. FINAL: its result is shown, so what was missing is
 * found too. STATUS_OK; STATUS_TIE when the result stops at a
 * tie; STATUS_STORE_BUSY, STATUS_STORE, STATUS_MEMORY: *ret_box is then
 * untouched. With any other status of counting_new() there is a *ret_box
 * without counting: how many slips and ballots there are can be shown all the
 * same. Free with hall_box_free(), which takes NULL. */
enum status hall_box_new(struct store *store, bool final,
			 struct hall_box **ret_box);
void hall_box_free(struct hall_box *box);

/* In which order the ballots are shown: place[i] is the place of the ballot in
 * slot number i. Zeroed at first. */
struct hall_order {
	int count;
	int *place;
};

/* Makes ORDER one of COUNT ballots, drawn with RANDOM; one that has as many
 * stays as it is, so that the same box is shown in the same order again.
 * STATUS_MEMORY: ORDER is as before. */
enum status hall_order_draw(struct hall_order *order, int count,
			    const struct random *random);
void hall_order_free(struct hall_order *order);

/* The ballots of STORE's closed box in ORDER, malloc'd, the caller frees.
 * STATUS_DAMAGED unless there are as many as in ORDER; what box_each() may
 * return, STATUS_MEMORY. */
enum status hall_ballots_read(struct store *store,
			      const struct hall_order *order,
			      struct ballot **ret_ballots);

#endif
