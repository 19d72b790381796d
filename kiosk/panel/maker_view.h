/* maker_view.h - a new meeting made at the kiosk, on the screen. Pure drawing,
 * out of the parts of the organisers' panel. */
#ifndef STEMMEBOKS_MAKER_VIEW_H
#define STEMMEBOKS_MAKER_VIEW_H

#include "core/maker.h"

struct ui;

/* Draws the page of MAKER over the whole frame, between ui_begin() and
 * ui_end(), in the language set by words_language(); nothing on MAKER_KIOSK and
 * MAKER_HALL, which show other screens. *ret_intent is what was meant in this
 * frame; widgets are those of panel_widget.def. */
void maker_draw(struct ui *ui, const struct maker *maker,
		const struct maker_facts *facts,
		struct panel_intent *ret_intent);

/* Over a picture of the hall: that it is a preview, and that a touch anywhere
 * ends it. */
void maker_hall_draw(struct ui *ui, struct panel_intent *ret_intent);

#endif
