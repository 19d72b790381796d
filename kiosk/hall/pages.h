/* pages.h - the pages that scenes are made of. */
#ifndef STEMMEBOKS_PAGES_H
#define STEMMEBOKS_PAGES_H

#include "hall/hall.h"

/* RESULT. Pages of POT's table, and drawing PAGE of them (0 first). */
int pot_pages(struct ui *ui, const struct hall_view *view, int pot);
void pot_draw(struct ui *ui, const struct hall_view *view, int pot, int page);

/* AFTER. What happens next: always one page. */
int next_pages(struct ui *ui, const struct hall_view *view);
void next_draw(struct ui *ui, const struct hall_view *view, int page);

/* AFTER. Those that get no money, with what they lack; no page when all do. */
int unfunded_pages(struct ui *ui, const struct hall_view *view);
void unfunded_draw(struct ui *ui, const struct hall_view *view, int page);

/* AFTER. Other money to seek; no page when the meeting names none. */
int funds_pages(struct ui *ui, const struct hall_view *view);
void funds_draw(struct ui *ui, const struct hall_view *view, int page);

#endif
