/* foot.h - the line at the bottom of every scene. */
#ifndef STEMMEBOKS_FOOT_H
#define STEMMEBOKS_FOOT_H

#include "hall/hall.h"

struct rect;

/* LINE (the scene in another language, "" for none) and, with several PAGES,
 * which one this is. In trouble it says that the picture is not fresh. */
void foot_draw(struct ui *ui, const struct hall_view *view, const char *line,
	       int pages);

/* Where the meeting is practice, says so at the start of *RECT, a foot, which
 * begins behind it then. */
void foot_practice(struct ui *ui, const struct hall_view *view,
		   struct rect *rect);

/* How wide a line may be beside the number of the page. */
int foot_width(const struct ui *ui);

#endif
