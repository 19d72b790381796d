/* paper_sheet.h - pages that fill from top to bottom, begun anew when full.
 *
 * A document is gone through twice by the same code: dry, to learn how many
 * pages it has, and then onto paper. Everything is measured in points; MM()
 * turns millimetres into them. In a language that is written from the right the
 * page is its own mirror image: `start` is then the right margin.
 */
#ifndef STEMMEBOKS_PAPER_SHEET_H
#define STEMMEBOKS_PAPER_SHEET_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

#include "tools/paper/paper_font.h"
#include "tools/paper/paper_pdf.h"

/* Black, and the hall's blue (UX.md, b). */
enum sheet_colour { SHEET_INK, SHEET_DEEP, SHEET_BLUE, SHEET_WHITE };

/* How a text is set. */
struct sheet_set {
	double size;
	bool bold;
	enum sheet_colour colour;
};

struct meeting;

struct sheet {
	struct paper_font *font;
	struct paper_pdf pdf;
	bool dry;	      /* measure and break pages, draw nothing */
	enum status status;   /* the first failure; drawing goes on after it */
	double width, height; /* of the paper */
	double left, right;   /* inside the margins */
	double top, bottom;
	double y;  /* where the next goes */
	int page;  /* from 1 */
	int pages; /* of the document; 0 in the dry run */
	const struct meeting *meeting;
	int language; /* the document's, of the meeting's */
	bool mirrored;
	/* Draw at the head of every page begun from now on, and at the foot of
	 * every page; may be NULL. The head leaves y where the page goes on. */
	void (*head)(struct sheet *sheet);
	void (*foot)(struct sheet *sheet);
	void *context; /* theirs: the document's */
};

/* On every side of the paper. */
#define SHEET_MARGIN_MM 20.0

/* A document to print, in a language of its meeting, whose title and date it
 * bears. */
struct sheet_print {
	const struct meeting *meeting;
	int language;	/* index into the meeting's; 0 is the room's */
	bool a3;	/* else A4 */
	double foot_mm; /* kept free above the lower margin */
	void (*draw)(struct sheet *sheet, void *context);
	void (*foot)(struct sheet *sheet); /* may be NULL */
	void *context;
};

/* Draws the document and writes it to OUT; the words are in its language while
 * it draws. Statuses of paper.h but STATUS_PHASE. */
enum status sheet_print(const struct sheet_print *print, FILE *out);

/* Ends the page and begins the next. */
void sheet_page(struct sheet *sheet);

/* Begins a new page unless HEIGHT is still free on this one; whether it did. */
bool sheet_room(struct sheet *sheet, double height);

/* How wide the page is inside its margins. */
double sheet_inside(const struct sheet *sheet);

/* The left edge of a box WIDTH wide that begins FROM the page's start. */
double sheet_x(const struct sheet *sheet, double from, double width);

/* The height TEXT takes in lines of WIDTH, and its width on one line. */
double sheet_height(struct sheet *sheet, const struct sheet_set *set,
		    double width, const char *text);
double sheet_width(struct sheet *sheet, const struct sheet_set *set,
		   const char *text);

/* Draws TEXT in a box that begins FROM the start, with its top at Y; y stays.
 * A paragraph of another direction stands on the side its script begins on,
 * unless the page is mirrored: then all stand on the right. */
void sheet_text(struct sheet *sheet, const struct sheet_set *set, double from,
		double y, double width, const char *text);

/* The same flush with the box's end, or with its start, on whatever side the
 * script of TEXT begins. */
void sheet_text_end(struct sheet *sheet, const struct sheet_set *set,
		    double from, double y, double width, const char *text);
void sheet_text_start(struct sheet *sheet, const struct sheet_set *set,
		      double from, double y, double width, const char *text);

/* Draws TEXT from y on, INDENT from the start, on a new page if it does not
 * fit, and moves y below it. */
void sheet_flow(struct sheet *sheet, const struct sheet_set *set, double indent,
		const char *text);

/* FORMAT filled in; free(). Without memory NULL, which the sheet then says. */
char *sheet_format(struct sheet *sheet, const char *format, va_list values)
    __attribute__((format(printf, 2, 0)));

/* sheet_flow() with a format. */
void sheet_flow_format(struct sheet *sheet, const struct sheet_set *set,
		       double indent, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* A filled box from START, top at Y. */
void sheet_box(struct sheet *sheet, enum sheet_colour colour, double from,
	       double y, double width, double height);

/* Its outline, THICK wide, inside the box. */
void sheet_frame(struct sheet *sheet, enum sheet_colour colour, double from,
		 double y, double width, double height, double thick);

/* A tick, or a cross, in a square of SIDE. */
void sheet_tick(struct sheet *sheet, bool right, double from, double y,
		double side);

/* Makes COLOUR the source. */
void sheet_ink(struct sheet *sheet, enum sheet_colour colour);

#endif
