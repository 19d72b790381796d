/* slip_form_steps.h - what to do with a slip: pictures and their captions. */
#ifndef STEMMEBOKS_SLIP_FORM_STEPS_H
#define STEMMEBOKS_SLIP_FORM_STEPS_H

#include <cairo.h>

#include "tools/paper/paper_font.h"
#include "tools/slips/slip_layout.h"

struct slip_form;

/* Type becomes smaller by so many points at a time. */
#define FORM_STEP 0.5

/* The one tint: text that may wait. Still 11:1 on white. */
#define FORM_MUTED 0x33 / 255.0, 0x3a / 255.0, 0x43 / 255.0

/* PLACE as a box for text of its size. */
struct paper_text form_box(const struct slip_place *place);

/* How TEXT is set to stand on the left, or the RIGHT: the side its letters
 * begin on is its start. */
enum paper_align form_side(const char *text, bool right);

/* Makes the type of BOX smaller until TEXT fits, but not below LEAST points.
 * With LEAST 0 it stays as it is. */
void form_fit(struct paper_font *font, struct paper_text *box, const char *text,
	      double least);

/* Draws the pictures of FORM with their captions in one or two languages, all
 * in the largest size in which every one fits. */
void form_steps_draw(cairo_t *cr, const struct slip_form *form);

#endif
