/* check.h - the hardware of a kiosk before an evening: what was measured and
 * tried, and what that says. Pure: who measures hands the figures in. */
#ifndef STEMMEBOKS_CHECK_H
#define STEMMEBOKS_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "core/trial.h"

enum check_item {
#define CHECK(NAME, spelled, label) CHECK_##NAME,
#include "core/check.def"
#undef CHECK
	CHECK_ITEMS
};

enum check_state {
	CHECK_OK,
	CHECK_LOOK,    /* it is there, but not as it must be */
	CHECK_MISSING, /* it is not there */
	CHECK_UNTRIED, /* nobody tried it yet */
	CHECK_STATES
};

enum check_says {
#define CHECK_SAYS(NAME, spelled, state, text) CHECK_SAYS_##NAME,
#include "core/check_says.def"
#undef CHECK_SAYS
	CHECK_SAYS_COUNT
};

enum {
	CHECK_TARGETS = 5,    /* the corners and the middle */
	CHECK_TARGET_MM = 20, /* a side: as the least button (UX.md 0) */
	CHECK_FINGERS = 2,
	CHECK_SCREENS = 4, /* of a machine, at most */
	CHECK_SYNCS = 20,  /* of the disk */
	/* What a disk takes to write for good: none does it in less than a
	 * fifth of a millisecond but one with memory that outlives the power;
	 * and a vote waits for five of them (TESTING.md). */
	CHECK_FAST_US = 200,
	CHECK_SLOW_US = 500000,
	CHECK_FREE_MIB = 1024,
	CHECK_PERCENT = 30, /* percent */
	CHECK_DAYS = 60, /* before the meeting that it may be set up, and after
			    it that it may be counted and published */
	CHECK_MOMENT = 17, /* bytes of "2015-11-10 19:05" */
};

/* Of a file that was written CHECK_SYNCS times. */
struct check_disk {
	int count; /* how often it was; 0: not measured */
	int64_t median_us, worst_us;
	bool memory; /* the file system lives in memory */
};

struct check_display {
	int w_px, h_px;
	int w_mm, h_mm; /* 0: not known */
};

/* What a machine can find out. */
struct check_facts {
	struct check_disk disk;
	int64_t free_mib; /* -1: not known */
	int battery;	  /* percent; -1: there is none */
	bool draining;	  /* and no mains */
	char now[CHECK_MOMENT];
	char last[CHECK_MOMENT]; /* the newest act; "" for none */
	char day[CHECK_MOMENT];	 /* of the meeting, "2015-11-10"; "" for none */
	int display_count;	 /* 0: not known */
	struct check_display display[CHECK_SCREENS];
	int own;      /* the kiosk's, index */
	bool ruler;   /* pixels on a millimetre were measured */
	bool camera;  /* one is there */
	int scanners; /* serial ones; one that types cannot be told from a
			 keyboard */
	bool sound, headphones; /* the device is there */
};

enum check_answer { CHECK_UNASKED, CHECK_YES, CHECK_NO };

/* What somebody tried by hand. All zero: nothing. */
struct check_hands {
	int touched;			/* targets so far */
	int miss_tenths[CHECK_TARGETS]; /* of a mm, from a target's middle */
	int fingers;			/* the most at once */
	struct trial scanner, camera;	/* the last of each */
	enum check_answer answer[CHECK_ITEMS]; /* SOUND, HEADPHONES, CLOCK */
};

/* "touch", "disk-fast", "look": stable, for JSON and tests. Static. */
const char *check_name(enum check_item item);
const char *check_says_name(enum check_says says);
const char *check_state_name(enum check_state state);

/* The item of that name, or -1. */
int check_find(const char *name);

/* Gettext keys: of an item, and what SAYS says. */
const char *check_label(enum check_item item);
const char *check_text(enum check_says says);

enum check_state check_state(enum check_says says);

/* What FACTS and HANDS say of ITEM. */
enum check_says check_judge(const struct check_facts *facts,
			    const struct check_hands *hands,
			    enum check_item item);

/* The furthest that a finger was from the middle of a target, in tenths of a
 * mm. */
int check_worst(const struct check_hands *hands);

/* Days from 1970-01-01 to the date that TEXT begins with, YYYY-MM-DD; false
 * when it begins with none. */
bool check_day(const char *text, int *ret_day);

/* Fills the median and the worst of COUNT times in µs, which are sorted. */
void check_disk_sum(int64_t *times_us, int count, struct check_disk *disk);

#endif
