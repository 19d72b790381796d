/* screen_text.h - the sentences of screens that say one thing, of the dialogs,
 * and of a ballot's rules: what the screens show is also read aloud. All are
 * gettext keys. */
#ifndef STEMMEBOKS_SCREEN_TEXT_H
#define STEMMEBOKS_SCREEN_TEXT_H

#include "voter/voter.h"

enum { SCREEN_TEXTS = 2, OVERLAY_TEXTS = 6 };

/* The sentences of VIEW's screen; returns how many, 0 for a screen of choices.
 * One with a "%d" is about the kiosk view->slip_kiosk: wording_number(). */
int screen_texts(const struct voter_view *view,
		 const char *ret_texts[SCREEN_TEXTS]);

/* The parts of it: of the first screen, of a message; see the screens. */
int attract_texts(const struct voter_view *view,
		  const char *ret_texts[SCREEN_TEXTS]);
int message_texts(const struct voter_view *view,
		  const char *ret_texts[SCREEN_TEXTS]);

/* What the locked screen says. */
extern const char locked_text[];

/* The two sentences that follow the task itself for a ballot of POT: what to
 * touch, and how the money is given. */
const char *rules_first(const struct pot *pot);
const char *rules_last(const struct pot *pot);

/* The title and the fixed lines of OVERLAY, then its answers; returns how many.
 */
int overlay_texts(enum overlay overlay, const char *ret_texts[OVERLAY_TEXTS]);

#endif
