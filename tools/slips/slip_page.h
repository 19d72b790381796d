/* slip_page.h - a page of slips. What is the same on every slip is laid out
 * once and referred to from then on. */
#ifndef STEMMEBOKS_SLIP_PAGE_H
#define STEMMEBOKS_SLIP_PAGE_H

#include <cairo.h>

#include "core/slip.h"
#include "store/roll.h"
#include "tools/slips/slip_layout.h"

struct slip_choices;
struct slip_page;
struct slip_words;

/* Lays out slips that say WORDS, whose codes name their language, and carry
 * CHOICES (NULL: none; both borrowed, until slip_page_free()) on PAPER with
 * FONT, which must outlive the page. They are for the kiosks of SHARE.
 * STATUS_MEMORY. */
enum status slip_page_open(const struct slip_words *words,
			   const struct slip_choices *choices,
			   struct roll_share share, enum slip_paper paper,
			   struct paper_font *font,
			   struct slip_page **ret_page);

/* Takes NULL. */
void slip_page_free(struct slip_page *page);

/* Draws COUNT slips, at most slip_layout_each(), row by row on one page of CR,
 * whose user space is points from the paper's top left corner. The stubs are
 * numbered from FIRST_SERIAL; the slips themselves bear only their kiosk's, as
 * roll_share_kiosk() gives it for that serial. The caller
 * ends the page. STATUS_MEMORY. */
enum status slip_page_draw(cairo_t *cr, struct slip_page *page,
			   const struct slip *slips, int count,
			   int first_serial);

#endif
