/* bundle_missing.h - what it would have taken, in sentences for those who got
 * no money. */
#ifndef STEMMEBOKS_BUNDLE_MISSING_H
#define STEMMEBOKS_BUNDLE_MISSING_H

#include <stdbool.h>

#include "core/status.h"
#include "words/explain.h"

struct award;
struct bundle;
struct meeting;
struct missing;
struct result;

enum { MISSING_TEXT = EXPLAIN_TEXT, MISSING_TEXTS = 2 };

/* "" where there is nothing to say. */
struct missing_text {
	char votes[MISSING_TEXT];
	char money[MISSING_TEXT];
	bool never; /* the votes: no number would do */
};

/* MISSING of AWARD in the current language. */
void missing_text(const struct meeting *meeting, const struct award *award,
		  const struct missing *missing, struct missing_text *ret_text);

/* The same, worked out: arguments and statuses as in bundle_missing(). */
enum status bundle_missing_text(const struct bundle *bundle,
				const struct result *result, int award,
				struct missing_text *ret_text);

#endif
