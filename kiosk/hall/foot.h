/* foot.h - the line at the bottom of every scene. */
#ifndef STEMMEBOKS_FOOT_H
#define STEMMEBOKS_FOOT_H

#include "hall/hall.h"

/* LINE (the scene in another language, "" for none) and, with several PAGES,
 * which one this is. In trouble it says that the picture is not fresh. */
void foot_draw(struct ui *ui, const struct hall_view *view, const char *line,
	       int pages);

/* How wide a line may be beside the number of the page. */
int foot_width(const struct ui *ui);

#endif
