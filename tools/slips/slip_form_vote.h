/* slip_form_vote.h - that a slip is one vote, in the languages it carries. */
#ifndef STEMMEBOKS_SLIP_FORM_VOTE_H
#define STEMMEBOKS_SLIP_FORM_VOTE_H

#include <cairo.h>

#include "tools/paper/paper_font.h"

struct slip_form;

/* Draws "one vote" white on black, the same in other languages, and the kind,
 * where FORM's layout has them. */
void form_vote_draw(cairo_t *cr, const struct slip_form *form);

/* Draws "one vote" in the slips' language in BOX if it has no room beside that
 * of the room. */
void form_vote_below(cairo_t *cr, const struct slip_form *form,
		     struct paper_text box);

#endif
