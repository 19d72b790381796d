/* panel_typing.h - what touches mean on the panel, page by page; within core/.
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

#define PANEL(NAME, spelled, tab, draw, touch, idle, label)                    \
	PANEL_TYPING(panel_touch_##touch);
#include "core/panel.def"
#undef PANEL

#undef PANEL_TYPING

/* EFFECT at once, or PANEL_SURE first where PINs are asked for before it. */
enum panel_effect panel_agree(struct panel *panel,
			      const struct panel_facts *facts,
			      enum panel_effect effect, uint64_t now_ms);

/* OUTCOME is shown for a while. */
void panel_tell(struct panel *panel, enum status outcome, uint64_t now_ms);

/* The same with what was SAID about it, cut to fit. */
void panel_tell_said(struct panel *panel, enum status outcome, const char *said,
		     uint64_t now_ms);

/* So many slips to print more or less, within what is printed at once; and what
 * VALUE (a PANEL_PICK()) picks of FACTS. */
void panel_print_step(struct panel *panel, int by);
void panel_pick(struct panel *panel, const struct panel_facts *facts,
		int value);

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
