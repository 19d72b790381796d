/* slip_choices.h - the proposals on a slip, each with a box to tick.
 *
 * Residents tick the same as on the screen and drop the slip in an urn, so that
 * the urn can be counted by hand. When the power is gone they tick all the
 * same, and a helper enters the slips at the kiosk afterwards.
 */
#ifndef STEMMEBOKS_SLIP_CHOICES_H
#define STEMMEBOKS_SLIP_CHOICES_H

#include <cairo.h>

#include "core/meeting.h"
#include "tools/slips/slip_layout.h"

struct slip_choices;

/* The smallest sheet on which all proposals of MEETING fit in its first
 * language - with that at index SECOND (-1: none) below, if our fonts can write
 * it, on all but the fullest sheets -, laid out with FONT, which must
 * outlive the result, as must MEETING. *ret_paper is that sheet. Free with
 * slip_choices_free(). STATUS_LIMIT when they fit on none; STATUS_MEMORY. */
enum status slip_choices_open(const struct meeting *meeting, int second,
			      struct paper_font *font,
			      enum slip_paper *ret_paper,
			      struct slip_choices **ret_choices);

/* Takes NULL. */
void slip_choices_free(struct slip_choices *choices);

/* Whether the second language stands on the slip too. */
bool slip_choices_second(const struct slip_choices *choices);

/* Draws pots and proposals from the slip's corner at the origin of CR, whose
 * user space is points. */
void slip_choices_draw(cairo_t *cr, const struct slip_choices *choices);

#endif
