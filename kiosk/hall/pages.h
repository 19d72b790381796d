/* pages.h - the pages of a result: every pot, its count in words, what next. */
#ifndef STEMMEBOKS_PAGES_H
#define STEMMEBOKS_PAGES_H

#include "hall/hall.h"

/* Pages of POT's table, and drawing PAGE of them (0 first). */
int pot_pages(struct ui *ui, const struct hall_view *view, int pot);
void pot_draw(struct ui *ui, const struct hall_view *view, int pot, int page);

/* Pages of POT's steps in words, and drawing PAGE of them. */
int steps_pages(struct ui *ui, const struct hall_view *view, int pot);
void steps_draw(struct ui *ui, const struct hall_view *view, int pot, int page);

/* What happens next: always one page. */
void next_draw(struct ui *ui, const struct hall_view *view);

#endif
