/* setting.h - what a resident can set, and the menu: dialogs of buttons. */
#ifndef STEMMEBOKS_SETTING_H
#define STEMMEBOKS_SETTING_H

#include "ui/draw.h"
#include "voter/voter.h"

/* Draws OVERLAY_LOOK, OVERLAY_LISTEN or OVERLAY_MENU. */
void setting_draw(struct ui *ui, const struct voter_view *view,
		  struct intent *ret_intent);

#endif
