/* maker.h - a new meeting made at the kiosk, from a stick to the start. Pure.
 *
 * A value like a panel (panel.h), whose intents it takes: what must happen
 * outside comes back as an effect, outcomes come in as arguments. No meeting is
 * open meanwhile, so nothing here stands behind a PIN; a meeting that has one
 * can only be started.
 */
#ifndef STEMMEBOKS_MAKER_H
#define STEMMEBOKS_MAKER_H

#include "core/panel.h"

enum maker_page {
#define MAKER(NAME, spelled, draw) MAKER_##NAME,
#include "core/maker.def"
#undef MAKER
	MAKER_PAGES
};

/* What must happen outside; after all but NONE, KIOSK and START, which has no
 * after, maker_done() is called. */
enum maker_effect {
	MAKER_EFFECT_NONE,
	MAKER_EFFECT_FIND,     /* look again what there is */
	MAKER_EFFECT_CHECK,    /* facts.sources[maker.source] */
	MAKER_EFFECT_BUILD,    /* the same, into a new file */
	MAKER_EFFECT_OPEN,     /* facts.meetings[maker.meeting], made before */
	MAKER_EFFECT_PIN,      /* maker.first is the person's */
	MAKER_EFFECT_PRINTERS, /* which there are */
	MAKER_EFFECT_SLIPS,    /* typed.print_count on typed.printer */
	MAKER_EFFECT_POSTERS,  /* on that printer */
	MAKER_EFFECT_KIOSK,    /* a resident begins, and nothing is stored */
	MAKER_EFFECT_START,    /* the kiosk with the meeting that is open */
};

enum {
	MAKER_SOURCES = 6,    /* to choose from; and meetings made before */
	MAKER_PATH = 512,     /* bytes */
	MAKER_LABEL = 128,    /* of a title */
	MAKER_NOTES = 200,    /* mistakes and warnings that are shown */
	MAKER_PLACE = 160,    /* bytes of where one is, */
	MAKER_SENTENCE = 512, /* and of what it is */
};

/* A folder or spreadsheet that may hold a meeting, or a meeting's file. */
struct maker_source {
	char path[MAKER_PATH];
	char name[PANEL_NAME];	/* its last part, "evening.ods" */
	char where[PANEL_NAME]; /* the stick's, "" for a file */
};

struct maker_sources {
	int count;
	bool more; /* there were more than there is room for */
	struct maker_source source[MAKER_SOURCES];
};

/* "evening.ods, sheet Forslag, cell D2", and what is wrong there. */
struct maker_note {
	char place[MAKER_PLACE];
	char sentence[MAKER_SENTENCE];
};

struct maker_notes {
	int count; /* of those kept */
	int all;   /* how many there are */
	struct maker_note note[MAKER_NOTES];
};

struct maker_pot {
	char title[MAKER_LABEL];
	int64_t amount_minor;
	int proposals;
};

/* What the page must know; the caller's, borrowed. */
struct maker_facts {
	struct maker_sources sources;	 /* on sticks */
	struct maker_sources meetings;	 /* made before */
	struct maker_notes wrong, worth; /* of the last check */
	char title[MAKER_LABEL];	 /* of the meeting checked or open */
	char date[PANEL_TIME];		 /* YYYY-MM-DD */
	char place[MAKER_LABEL];
	int proposals, pot_count;
	struct maker_pot pots[MEETING_POTS];
	/* Of the meeting that is open, once made: */
	char file[PANEL_NAME]; /* its name */
	bool two_persons;
	bool pin_set, second_set;
	struct panel_facts panel; /* .printers, .kinds and .busy */
};

struct maker {
	enum maker_page page;
	int source, meeting;
	bool second; /* PIN: the second person's */
	bool again;  /* PIN: the same once more */
	bool differs;
	char first[PANEL_PIN_DIGITS + 1];
	struct panel typed; /* .pin, .rows_page, .print_count, .printer and
			       what is told */
};

/* "find": stable, for tests. Static. */
const char *maker_page_name(enum maker_page page);

/* What INTENT means on this page; ignored where it makes no sense, and while
 * another program works. */
enum maker_effect maker_apply(struct maker *maker,
			      const struct maker_facts *facts,
			      struct panel_intent intent, uint64_t now_ms);

/* The outcome of EFFECT, with what was SAID about it ("": the status tells).
 * CHECK: STATUS_OK shows what was found, STATUS_INPUT the mistakes in FACTS.
 * BUILD and OPEN: STATUS_OK goes on with the meeting; one of before that has a
 * PIN is started: returns MAKER_EFFECT_START then, else NONE. */
enum maker_effect maker_done(struct maker *maker,
			     const struct maker_facts *facts,
			     enum maker_effect effect, enum status outcome,
			     const char *said, uint64_t now_ms);

/* The preview ended, by a touch or by itself. */
void maker_preview_ended(struct maker *maker, uint64_t now_ms);

/* Whether the meeting has every PIN that it takes. */
bool maker_guarded(const struct maker_facts *facts);

/* Lets time pass. Returns whether anything changed. */
bool maker_tick(struct maker *maker, uint64_t now_ms);

#endif
