/* paper_take.h - the sheet to take home: what it is drawn with. */
#ifndef STEMMEBOKS_PAPER_TAKE_H
#define STEMMEBOKS_PAPER_TAKE_H

#include "rules/missing.h"
#include "tools/bundle/bundle.h"
#include "tools/paper/paper_qr.h"
#include "tools/paper/paper_sheet.h"

enum { TAKE_LINE = 1024 };

struct take {
	const struct bundle *bundle;
	const struct meeting *meeting;
	struct meeting *told; /* for sentences: paper_told.h */
	struct missing missing[MEETING_PROPOSALS]; /* by award */
	struct qr *fund[MEETING_FUNDS]; /* NULL where a fund has no address */
	int second;			/* the other language, or -1 */
	int most_pages; /* that one proposal took in the dry run */
};

extern const struct sheet_set take_head, take_body, take_strong;

/* Draws what LANGUAGE (index) says of the funds, from y on: who gives, to what,
 * how much, until when, and how to reach them. */
void take_funds(struct sheet *sheet, const struct take *take, int language);

/* Draws all that the sheet for AWARD says in LANGUAGE, from y on. */
void take_tell(struct sheet *sheet, const struct take *take,
	       const struct award *award, int language);

#endif
