/* ink.h - how far the ink of a run reaches over and under its base line.
 *
 * SDL_ttf moves a run down by what rises over the font's ascent and does not
 * say so; here HarfBuzz shapes the run once more and tells.
 */
#ifndef STEMMEBOKS_INK_H
#define STEMMEBOKS_INK_H

#include "ui/line.h"

/* The ink of RUN in FACE; nothing at all for a run without ink or when the font
 * cannot be read. */
struct ink ink_of(struct fonts *fonts, struct face face,
		  const struct line_run *run);

/* The room that LINE (in FACE) needs: as its fonts' rows say, but for steep
 * ones what their ink takes. A sign among Latin letters needs none, whichever
 * font has it. */
struct ink ink_room(struct fonts *fonts, struct face face,
		    const struct line *line);

/* THOUSANDTHS of FACE's size in whole px, rounded up. */
int ink_px(int thousandths, struct face face);

#endif
