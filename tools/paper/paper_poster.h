/* paper_poster.h - one pot's result as a poster: what it is drawn with. */
#ifndef STEMMEBOKS_PAPER_POSTER_H
#define STEMMEBOKS_PAPER_POSTER_H

#include "store/definition.h"
#include "tools/bundle/bundle.h"
#include "tools/paper/paper_piece.h"
#include "tools/paper/paper_qr.h"
#include "tools/paper/paper_sheet.h"

/* Capitals are 0.714 em high, and capitals of 1 mm are read from 0.4 m (UX.md,
 * a3): what says who gets money has 7.5 mm, read from 3 m. */
#define POSTER_LEAST_PT 30.0

enum { POSTER_LINE = PIECE_LINE };

struct poster {
	const struct bundle *bundle;
	const struct meeting *meeting;
	struct meeting *told; /* for sentences: paper_told.h */
	struct qr *address;   /* NULL without one */
	char code[DEFINITION_CODE];
	int pot;
	double scale;	       /* of all type, 1 or more */
	bool short_titles;     /* where they are given */
	int languages;	       /* so many of the meeting's are shown */
	int first_page, pages; /* of this pot; pages 0 while they are counted */
};

/* SIZE points at the poster's scale. */
struct sheet_set poster_set(const struct poster *poster, double size, bool bold,
			    enum sheet_colour colour);

/* Whether no title of the pot has a word that is wider than its place, so that
 * it would be broken. */
bool poster_words_whole(struct sheet *sheet, const struct poster *poster);

/* Draws the proposals of the pot that get money when FUNDED, else the others,
 * and moves y below them. AFTER is the height of what stands below them, on
 * the page of the last row; 0 for nothing. Ends early when the dry run has
 * left its page and STOP: then it does not fit anyway. */
void poster_rows(struct sheet *sheet, const struct poster *poster, bool funded,
		 double after, bool stop);

#endif
