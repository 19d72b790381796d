/* explain.h - why a count gave money to whom it did, in whole sentences about
 * numbers: of a meeting or of others' elections.
 *
 * Amounts come as texts, written in their currency. None ends a sentence, as
 * "kr." brings a full stop of its own. In the current language; Danish and
 * English have these words, others say them in English.
 */
#ifndef STEMMEBOKS_EXPLAIN_H
#define STEMMEBOKS_EXPLAIN_H

#include <stdbool.h>
#include <stddef.h>

enum { EXPLAIN_TEXT = 1024, EXPLAIN_AMOUNT = 96 };

/* Whom a sentence is about. */
struct explain_of {
	const char *project; /* "4 Benches along the path" */
	const char *support; /* "31", "12.5" */
	const char *cost;
};

/* "about 41.20 kr.": an amount that was rounded. */
void explain_about(const char *amount, char ret_text[EXPLAIN_AMOUNT]);

/* Greedy: it fits into LEFT, and AFTER is left of that. */
void explain_gets(const struct explain_of *of, const char *left,
		  const char *after, char ret_text[EXPLAIN_TEXT]);

/* It costs more than LEFT, which passes it over, or, if ENDS, ends the count.
 */
void explain_too_dear(const struct explain_of *of, const char *left, bool ends,
		      char ret_text[EXPLAIN_TEXT]);

/* Why there is no money, without a number. */
enum explain_why {
	EXPLAIN_ENDED,	  /* the count had ended */
	EXPLAIN_BELOW,	  /* less support than is needed */
	EXPLAIN_UNBACKED, /* no ballot names it */
	EXPLAIN_LESS,	  /* welfare: another set has more support */
	EXPLAIN_SHARES,	  /* its supporters hold too little together */
	EXPLAIN_WHYS
};
void explain_why(const struct explain_of *of, enum explain_why why,
		 char ret_text[EXPLAIN_TEXT]);

/* Equal shares: every one of BALLOTS gets SHARE, which RAISED says was raised
 * for as long as all that it buys stayed within the money. */
void explain_share(int ballots, const char *share, bool raised,
		   char ret_text[EXPLAIN_TEXT]);

/* Equal shares: who pays for it. EACH is what a supporter pays, or, where
 * POINTS, for each point it gives; EMPTIED of the SUPPORTERS hold no more than
 * that and pay all they have, TOGETHER (NULL: not known). */
struct explain_payment {
	int supporters, emptied;
	bool points;
	const char *each, *together;
};
void explain_pays(const struct explain_of *of,
		  const struct explain_payment *payment,
		  char ret_text[EXPLAIN_TEXT]);

/* Equal shares: its SUPPORTERS hold only HELD together. */
void explain_holds(const struct explain_of *of, int supporters,
		   const char *held, char ret_text[EXPLAIN_TEXT]);

/* The shares are spent: LEFT goes to who has most support. */
void explain_completion(const char *left, char ret_text[EXPLAIN_TEXT]);

/* All that anybody names fits into the money together. */
void explain_all_fits(char ret_text[EXPLAIN_TEXT]);

/* Phragmén: when every ballot had earned EARNED its SUPPORTERS could buy it. */
void explain_bought(const struct explain_of *of, int supporters,
		    const char *earned, char ret_text[EXPLAIN_TEXT]);

/* Welfare: it is in the best set; and what that is worth. */
void explain_in_set(const struct explain_of *of, char ret_text[EXPLAIN_TEXT]);
void explain_set(const char *worth, char ret_text[EXPLAIN_TEXT]);

/* What it would have taken: a price lower by LESS (NULL: no price is low
 * enough). */
void explain_cheaper(const char *less, char ret_text[EXPLAIN_TEXT]);

/* So many BALLOTS more that name it alone, or give it alone POINTS (NULL where
 * ballots are ticked). */
void explain_more(int ballots, const char *points, char ret_text[EXPLAIN_TEXT]);

/* Even so many BALLOTS more are not enough; with 0: it costs more than all the
 * money there is. */
void explain_never(int ballots, char ret_text[EXPLAIN_TEXT]);

#endif
