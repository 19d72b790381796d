/* slip_form.h - what is the same on every slip of a print: the form. */
#ifndef STEMMEBOKS_SLIP_FORM_H
#define STEMMEBOKS_SLIP_FORM_H

#include <stdbool.h>

#include <cairo.h>

#include "tools/slips/slip_layout.h"

struct slip_choices;
struct slip_words;

/* All borrowed. */
struct slip_form {
	const struct slip_layout *layout;
	const struct slip_words *words;
	const struct slip_choices *choices; /* NULL: the pictures instead */
	bool kiosk; /* room for the number of a kiosk beside the details */
	struct paper_font *font;
};

/* Draws one slip with its stub, without token, code and serial, from the origin
 * of CR, whose user space is points. Black and one tint of grey. */
void slip_form_draw(cairo_t *cr, const struct slip_form *form);

/* Where the digits of the serial begin, behind the word for "number", in points
 * from the slip's left edge. */
double slip_form_serial_x(const struct slip_form *form);

/* Draws short lines on a page where the knife goes, none where printers cannot
 * print. */
void slip_form_cut_marks(cairo_t *cr, const struct slip_layout *layout);

#endif
