/* bars.h - what stands on every screen: header, footer, banner, DEMO badge. */
#ifndef STEMMEBOKS_BARS_H
#define STEMMEBOKS_BARS_H

#include "ui/widget.h"
#include "voter/voter.h"

/* The background of the whole frame: before all else. */
void bars_ground(struct ui *ui);

/* The header with TITLE, UNDER it a smaller line (both may be ""), the badge,
 * and the buttons that the screen has: language, help, stop. Drawn last, so
 * that the keyboard's focus comes to the content first. */
void bars_header(struct ui *ui, const struct voter_view *view,
		 const char *title, const char *under,
		 struct intent *ret_intent);

/* Only the badge, at the end of the top: screens that say one thing. */
void bars_plain(struct ui *ui, const struct voter_view *view);

/* The DEMO badge with its start and top at X, Y; returns its width with the gap
 * after it, 0 when this is no demo. */
int bars_badge(struct ui *ui, const struct voter_view *view, int x, int y);

/* The footer's button at the start, and the one at the end. */
void bars_back(struct ui *ui, const char *label, struct intent intent,
	       struct intent *ret_intent);
void bars_next(struct ui *ui, enum button_kind kind, const char *label,
	       struct intent intent, struct intent *ret_intent);

/* The session's banner, if it has one, where this screen has room for it. */
void bars_banner(struct ui *ui, const struct voter_view *view);

#endif
