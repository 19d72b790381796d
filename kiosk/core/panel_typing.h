/* panel_typing.h - what is typed on the panel, page by page; for panel.c only.
 *
 * Each takes what panel_apply() was given and may move to another page.
 */
#ifndef STEMMEBOKS_PANEL_TYPING_H
#define STEMMEBOKS_PANEL_TYPING_H

#include "core/panel.h"

#define PANEL_TYPING(name)                                                     \
	enum panel_effect name(struct panel *panel,                            \
			       const struct panel_facts *facts,                \
			       struct panel_intent intent, uint64_t now_ms)

PANEL_TYPING(panel_type_pin);
PANEL_TYPING(panel_type_text);
PANEL_TYPING(panel_type_lots);
PANEL_TYPING(panel_type_hand);
PANEL_TYPING(panel_type_stands);

#undef PANEL_TYPING

/* To the page on which the lots of tie number TIE, or the hand count, are
 * typed; nothing when there is no such tie, or no closed box. */
void panel_lots_begin(struct panel *panel, const struct panel_facts *facts,
		      int tie, uint64_t now_ms);
void panel_hand_begin(struct panel *panel, const struct panel_facts *facts,
		      uint64_t now_ms);

/* Adds DIGIT to TEXT of *LENGTH when that is below MOST, and takes the last one
 * away; TEXT stays NUL-terminated. Returns whether a digit was added. */
bool panel_digit_add(char *text, int *length, int most, int digit);
void panel_digit_erase(char *text, int *length);

/* Shows PAGE; what was typed on the one before is overwritten but for the
 * values that decide (order, hand, text). */
void panel_go(struct panel *panel, enum panel_page page, uint64_t now_ms);

#endif
