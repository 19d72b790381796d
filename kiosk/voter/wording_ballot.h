/* wording_ballot.h - what is said about a ballot, by the type of its pot.
 *
 * All in the current language; each is "" where there is nothing to say.
 */
#ifndef STEMMEBOKS_WORDING_BALLOT_H
#define STEMMEBOKS_WORDING_BALLOT_H

#include "voter/wording.h"

/* What to do: "Choose up to 3 proposals.", "Share out 10 points." */
void ballot_task(const struct voter_view *view, int pot,
		 char ret_text[WORDING_TEXT]);

/* How far one has come: "2 of 3 chosen", "Used 80.000 kr. · left 120.000 kr."
 */
void ballot_state(const struct voter_view *view, int pot,
		  char ret_text[WORDING_TEXT]);

/* The same as a sentence for the review, with what may still be done: "You have
 * chosen 2 proposals. You can choose 1 more." */
void ballot_done(const struct voter_view *view, int pot,
		 char ret_text[WORDING_TEXT]);

/* Only what may still be done: "You can choose 1 more." */
void ballot_more(const struct voter_view *view, int pot,
		 char ret_text[WORDING_TEXT]);

/* What is used up: "Total 120.000 kr.", "7 of 10 points". */
void ballot_sum(const struct voter_view *view, int pot,
		char ret_text[WORDING_TEXT]);

/* What the session's banner says. */
void ballot_banner(const struct voter_view *view, char ret_text[WORDING_TEXT]);

/* How many of POT's proposals have a score. */
int ballot_scored(const struct voter_view *view, int pot);

#endif
