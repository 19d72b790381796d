/* screens.h - one function a screen or overlay; within voter/ only.
 *
 * Each draws the whole frame and puts what was meant into *ret_intent, which is
 * left alone when nothing was touched.
 */
#ifndef STEMMEBOKS_SCREENS_H
#define STEMMEBOKS_SCREENS_H

#include "voter/voter.h"

#define SCREEN_FUNCTION(name)                                                  \
	void name(struct ui *ui, const struct voter_view *view,                \
		  struct intent *ret_intent)

SCREEN_FUNCTION(attract_draw);
SCREEN_FUNCTION(code_draw);
SCREEN_FUNCTION(message_draw);
SCREEN_FUNCTION(language_draw);
SCREEN_FUNCTION(rules_draw);
SCREEN_FUNCTION(choose_draw);
SCREEN_FUNCTION(numbers_draw);
SCREEN_FUNCTION(detail_draw);
SCREEN_FUNCTION(review_draw);
SCREEN_FUNCTION(casting_draw);
SCREEN_FUNCTION(thanks_draw);
SCREEN_FUNCTION(locked_draw);

/* What lies over the screen, on a frame that is already dimmed. */
SCREEN_FUNCTION(overlay_draw);

#undef SCREEN_FUNCTION

#endif
