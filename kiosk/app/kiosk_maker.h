/* kiosk_maker.h - a new meeting made at the kiosk (core/maker.h), wired to
 * sticks, to the program `stemmeboks` and to the file that it makes. Knows no
 * window. */
#ifndef STEMMEBOKS_KIOSK_MAKER_H
#define STEMMEBOKS_KIOSK_MAKER_H

#include <stdbool.h>
#include <stdint.h>

#include "app/child.h"
#include "core/maker.h"
#include "core/session.h"

struct store;

/* Zeroed at first but for the first five, which are the caller's. */
struct kiosk_maker {
	const char *folder;   /* where meetings' files lie */
	const char *stick;    /* a folder looked into like a stick, or NULL */
	const char *mounts;   /* NULL: the machine's own */
	const char *commands; /* the program `stemmeboks`, by name */
	const char *language; /* that it speaks */
	struct child child;   /* what works, */
	enum maker_effect running; /* and at what */
	struct maker maker;
	struct maker_facts facts;
	char made[MAKER_PATH];	/* the file that is open, or being made */
	struct store *store;	/* NULL: none is */
	struct session session; /* of the preview: nothing of it is stored */
	bool start;		/* the kiosk is to start with `made` */
};

/* Looks what there is. */
void kiosk_maker_begin(struct kiosk_maker *maker);

/* Stops what works, and lets go of the file. */
void kiosk_maker_end(struct kiosk_maker *maker);

/* Lets time pass. Returns whether it may look different. */
bool kiosk_maker_tick(struct kiosk_maker *maker, uint64_t now_ms);

/* The organiser meant INTENT. */
void kiosk_maker_apply(struct kiosk_maker *maker, struct panel_intent intent,
		       uint64_t now_ms);

/* What was meant on the resident's own screens, on MAKER_KIOSK. They end where
 * a resident would have voted or stopped. */
void kiosk_maker_preview(struct kiosk_maker *maker, struct intent intent,
			 int page_size, int review_size, uint64_t now_ms);

#endif
