/* slip_layout.h - where everything stands on a slip, in millimetres. */
#ifndef STEMMEBOKS_SLIP_LAYOUT_H
#define STEMMEBOKS_SLIP_LAYOUT_H

#include "tools/paper/paper_font.h"
#include "tools/slips/slip_picture.h"

/* Plain slips, as in --size; then those that carry the proposals with boxes to
 * tick, four, two or one on a sheet of A4. */
enum slip_paper {
	SLIP_A4,
	SLIP_A6,
	SLIP_CHOICES_A6,
	SLIP_CHOICES_A5,
	SLIP_CHOICES_A4,
	SLIP_PAPERS,
	SLIP_SIZES = SLIP_CHOICES_A6, /* so many can be asked for */
};

enum { SLIP_LAYOUT_EACH = 8 }; /* at most so many slips on a page */

/* A box for text. size_pt: in points; least_pt: as small as it may become
 * before the text is cut, 0 for size_pt. */
struct slip_place {
	double x_mm, y_mm, width_mm, height_mm;
	double size_pt, least_pt;
};

/* The pictures that say what to do with a slip, and their captions. */
struct slip_steps {
	double x_mm[SLIP_PICTURE_COUNT], y_mm[SLIP_PICTURE_COUNT];
	double side_mm; /* of a picture */
	/* From the picture's left edge, y to the middle of its height; each as
	 * wide as caption_mm. */
	struct slip_place caption;
	double caption_mm[SLIP_PICTURE_COUNT];
};

struct slip_layout {
	/* As in --size, and as tools/dev/decode-slips.sh finds it in the PDF.
	 */
	const char *name;
	double page_width_mm, page_height_mm;
	int columns, rows;
	double width_mm, height_mm; /* of one slip with its stub */
	double edge_mm; /* printers print nothing nearer to the paper's edge */
	double tear_mm; /* the stub begins here, from the top */
	double code_x_mm, code_y_mm; /* the QR symbol, without quiet zone */
	struct slip_place vote;	     /* "one vote", and the kind at its end */
	/* The meeting's title; place, date and languages follow in this box. */
	struct slip_place title, details;
	double token_x_mm, token_y_mm, token_width_mm, token_pt; /* baseline */
	/* With captions in one language, and in two. */
	struct slip_steps steps, steps_two;
	/* In the place of the pictures where the proposals stand: what to do,
	 * the area for them (least_pt: of a title), its columns and the gap
	 * between them. */
	struct slip_place tick, choices;
	int choice_columns;
	double choice_gap_mm;
	/* A pot's or proposal's second language, and a proposal's number. */
	double choice_second_pt, choice_number_pt;
	double serial_x_mm, serial_y_mm, serial_pt; /* baseline, on the stub */
	struct slip_place stub, note;
};

/* The kiosk's number, where slips have one: in letters of this size at the end
 * of the details, from X on, with its baseline at Y. */
enum { SLIP_KIOSK_PT = 30 };
double slip_kiosk_x_mm(const struct slip_layout *layout);
double slip_kiosk_y_mm(const struct slip_layout *layout);

/* The layout of PAPER. Static. */
const struct slip_layout *slip_layout(enum slip_paper paper);

/* The size that can be asked for by NAME ("a4"), or -1. */
int slip_layout_find(const char *name);

/* How many slips stand on a page. */
int slip_layout_each(const struct slip_layout *layout);

#endif
