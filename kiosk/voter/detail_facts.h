/* detail_facts.h - what is known of a proposal besides its words. */
#ifndef STEMMEBOKS_DETAIL_FACTS_H
#define STEMMEBOKS_DETAIL_FACTS_H

#include "ui/draw.h"
#include "voter/voter.h"
#include "voter/wording.h"

enum { DETAIL_FACTS = 2048 };

struct detail_facts {
	char strong[WORDING_TEXT]; /* what else it excludes, or "" */
	char rest[DETAIL_FACTS];   /* a line each, or "" */
};

/* Those of the session's proposal, the weightiest first: that it is not
 * translated, who proposed it, where it is, what it can make do with, when it
 * is done. A place too long for a line of WIDTH stands alone on it, the walk
 * below. */
void detail_facts_read(struct ui *ui, const struct voter_view *view, int width,
		       struct detail_facts *ret_facts);

/* Leaves out the last facts, which weigh least, until RECT has room for what is
 * left; what it excludes is always left. */
void detail_facts_shorten(struct ui *ui, struct rect rect,
			  struct detail_facts *facts);

/* How high they are in WIDTH. */
int detail_facts_height(struct ui *ui, const struct detail_facts *facts,
			int width);

/* From the top of RECT, each on a line of its own. */
void detail_facts_draw(struct ui *ui, const struct detail_facts *facts,
		       struct rect rect);

#endif
