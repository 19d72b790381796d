/* screen_text.h - the sentences of screens that say one thing, of the dialogs,
 * and of a ballot's rules: what the screens show is also read aloud. All are
 * gettext keys. */
#ifndef STEMMEBOKS_SCREEN_TEXT_H
#define STEMMEBOKS_SCREEN_TEXT_H

#include "voter/voter.h"

enum { SCREEN_TEXTS = 2, RULES_STEPS = 2, OVERLAY_TEXTS = 6 };

/* The sentences of VIEW's screen; returns how many, 0 for a screen of choices.
 */
int screen_texts(const struct voter_view *view,
		 const char *ret_texts[SCREEN_TEXTS]);

/* The parts of it: of the first screen, of a message; see the screens. */
int attract_texts(enum phase phase, const char *ret_texts[SCREEN_TEXTS]);
int message_texts(const struct session *session,
		  const char *ret_texts[SCREEN_TEXTS]);

/* The RULES_STEPS sentences that follow the task itself for a ballot of TYPE.
 */
const char *const *rules_steps(enum ballot_type type);

/* The title and the fixed lines of OVERLAY, then its answers; returns how many.
 */
int overlay_texts(enum overlay overlay, const char *ret_texts[OVERLAY_TEXTS]);

#endif
