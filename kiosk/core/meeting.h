/* meeting.h - the definition of a meeting: what residents vote on, and how.
 *
 * Pots and proposals are plain values in two arrays; all strings live in the
 * meeting's own arena and go with it. Every text that residents read exists
 * once per language, indexed like `languages`.
 */
#ifndef STEMMEBOKS_MEETING_H
#define STEMMEBOKS_MEETING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/ballot_type.h"
#include "core/status.h"

enum {
	MEETING_POTS = 8,
	MEETING_PROPOSALS = 200,
	MEETING_LANGUAGES = 24,
	MEETING_INCOMPATIBLE = 8,
	MEETING_ID_BYTES = 16,
	MEETING_HASH_BYTES = 32,
	MEETING_FUNDS = 24,
	MEETING_BATCH_LEAST = 5, /* ballots of a LIVE_BATCHES batch */
	MEETING_BATCH_MOST = 50,
	MEETING_PITCH_LEAST = 30, /* seconds */
	MEETING_PITCH_MOST = 1800,
	MEETING_PITCH_USUAL = 180, /* Gosport and Bradford: PRACTICE.md */
	MEETING_CODE_SYMBOLS = 2,
	MEETING_POINTS = 100,	 /* that a resident can share out */
	MEETING_SCORE_BEST = 10, /* buttons for 0 to 10 fit on a screen */
	MEETING_RANKS = 20,
	/* What a line on the big screen holds (UX.md, a3). */
	MEETING_SHORT_TITLE_CHARACTERS = 28,
};

/* One text in every language of the meeting; NULL where it is missing. */
struct text {
	const char *in[MEETING_LANGUAGES];
};

/* What happens to a proposal that costs more than the money left. */
enum misfit {
	MISFIT_SKIP, /* the next that fits is funded */
	MISFIT_STOP, /* the count ends there */
	MISFIT_PART, /* it gets the rest, if it accepts part and the rest
			reaches its min_cost; else it is skipped */
};

/* How residents and the room follow the vote while it is open. */
enum live {
	LIVE_BATCHES, /* random batches of live_batch ballots */
	LIVE_TURNOUT, /* only how many have voted */
	LIVE_OFF,
};

struct pot {
	const char *key; /* short word of a-z 0-9 -, unique, e.g. "quick" */
	struct text title;
	int64_t amount_minor;
	enum ballot_type ballot_type;
	/* How many proposals a ballot names: it may name none, and this pot is
	 * then blank. */
	int choose_min;
	int choose_max;	  /* RANK: also the last rank there is */
	int points;	  /* POINTS: how many there are to share out, else 0 */
	int value_most;	  /* POINTS: most for one proposal; SCORE: best score;
			     else 0 */
	int score_least;  /* SCORE: the lowest score, 0 or 1; else 0 */
	bool score_all;	  /* SCORE: whoever scores one must score all */
	const char *rule; /* name in core/rule_kind.def */
	/* Of RULE_EQUAL_SHARES: names in rules/pot_options.c; NULL where
	 * nothing is said (core/rule_kind.h), and under other rules. */
	const char *utility;
	const char *completion;
	/* Of RULE_PHRAGMEN with SCORE: the least score that makes a ballot a
	 * supporter, above the lowest; else 0. */
	int support_from;
	enum misfit misfit;
	int threshold_votes;   /* so many ballots must name it, >= 1 */
	int threshold_percent; /* and this share of the ballots, 0..100 */
	int leftover_to;       /* index of the pot the rest goes to, or -1 */
};

struct proposal {
	int number; /* what people see and say; 1..999, unique in the meeting */
	int pot;    /* index into meeting.pots */
	struct text title;
	struct text short_title;
	struct text summary;
	struct text body;
	int64_t cost_minor;
	int64_t min_cost_minor; /* least that is of use when part is given */
	bool accepts_partial;
	const char *proposer; /* the five below: "" when not given */
	const char *place;
	const char *category;
	const char *start_by;
	const char *finish_by;
	int walk_minutes;  /* -1 when not given */
	const char *image; /* file name in the images folder, "" for none */
	unsigned char image_hash[MEETING_HASH_BYTES]; /* SHA-256, 0 for none */
	int incompatible_count;
	int incompatible[MEETING_INCOMPATIBLE]; /* proposal numbers */
};

/* Other money that those who got none may seek: a row of funding.csv. */
struct fund {
	struct text title;
	struct text text;     /* who may seek it and for what, in a line */
	const char *amount;   /* as written, "op til 50.000 kr."; "" */
	const char *deadline; /* as written; "" */
	const char *url;      /* or a telephone number; "" */
};

struct arena;

struct meeting {
	unsigned char id[MEETING_ID_BYTES]; /* random, made by `build` */
	char code[MEETING_CODE_SYMBOLS + 1];
	bool practice; /* for trying out: never counted, never published */
	struct text title;
	const char *place;
	const char *date;     /* YYYY-MM-DD */
	const char *closes;   /* HH:MM announced in the room, "" for none */
	const char *url;      /* where the result will be published, or "" */
	const char *roll_url; /* where the roll is that several kiosks share,
				 postgresql://…; "": in the meeting's file */
	struct text
	    next_steps; /* what happens after the result, up to 4 lines */
	enum live live;
	int live_batch;
	int pitch_seconds; /* the same for every proposal */
	int publish_min;   /* fewer ballots than this: only totals are published
			    */
	bool two_persons;  /* closing, reopening, voiding a slip, releasing a
			      dead kiosk's and lots take two PINs */
	int language_count;
	const char *languages[MEETING_LANGUAGES]; /* "da", "en", …; [0] is the
						     language of the room */
	int pot_count;
	struct pot pots[MEETING_POTS];
	int proposal_count; /* in ballot order: by pot, then number */
	struct proposal proposals[MEETING_PROPOSALS];
	int fund_count;
	struct fund funds[MEETING_FUNDS];
	struct arena *arena; /* owns every string above */
};

/* An empty meeting with pitches of MEETING_PITCH_USUAL, or NULL without memory.
 * Free with meeting_free(). */
struct meeting *meeting_new(void);

/* Takes NULL. */
void meeting_free(struct meeting *meeting);

/* Whether the roll is a shared one, not in the meeting's file. */
bool meeting_shares_roll(const struct meeting *meeting);

/* A copy of the LENGTH bytes at TEXT plus a NUL, owned by MEETING; NULL
 * without memory. TEXT is borrowed. */
const char *meeting_string(struct meeting *meeting, const char *text,
			   size_t length);

/* TEXT in language LANGUAGE (index into meeting.languages); where it is missing
 * or empty, in the first language that has it, and *ret_fallback (may be NULL)
 * tells. Never NULL: "" when no language has it. */
const char *meeting_text(const struct meeting *meeting, const struct text *text,
			 int language, bool *ret_fallback);

/* The index of the language named NAME ("da"), or -1. */
int meeting_language(const struct meeting *meeting, const char *name);

/* The index of the pot with KEY, or -1. */
int meeting_pot(const struct meeting *meeting, const char *key);

/* The index of the proposal with NUMBER, or -1. */
int meeting_proposal(const struct meeting *meeting, int number);

/* The indexes [*ret_first, *ret_end) of POT's proposals, which stand together
 * once meeting_order() has run. */
void meeting_pot_range(const struct meeting *meeting, int pot, int *ret_first,
		       int *ret_end);

/* The short title of proposal INDEX for the hall: short_title, else title. */
const char *meeting_short_title(const struct meeting *meeting, int index,
				int language);

/* Sorts the proposals by pot, then number: the order of a ballot's places. */
void meeting_order(struct meeting *meeting);

/* Whether proposals A and B (indexes) exclude each other; symmetric however the
 * organisers wrote it down. */
bool meeting_incompatible(const struct meeting *meeting, int a, int b);

#endif
