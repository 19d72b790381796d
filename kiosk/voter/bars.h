/* bars.h - what stands on every screen: header, footer, DEMO badge. */
#ifndef STEMMEBOKS_BARS_H
#define STEMMEBOKS_BARS_H

#include "ui/widget.h"
#include "voter/action.h"
#include "voter/voter.h"

/* The background of the whole frame: before all else. */
void bars_ground(struct ui *ui);

/* The header in PLACE (form_header() or form_header_alone()) with TITLE, UNDER
 * it a smaller line (both may be ""), the badge, and the buttons that the
 * screen has, or the one that shows them. Drawn last, so that the keyboard's
 * focus comes to the content first. */
void bars_header_in(struct ui *ui, const struct voter_view *view,
		    struct rect place, const char *title, const char *under,
		    struct intent *ret_intent);

/* The same in form_header(). */
void bars_header(struct ui *ui, const struct voter_view *view,
		 const char *title, const char *under,
		 struct intent *ret_intent);

/* The header's buttons of the session's screen as actions, from the end side;
 * returns how many. */
enum { BARS_BUTTONS = 6 };
int bars_buttons(const struct ui *ui, const struct voter_view *view,
		 struct action ret_actions[BARS_BUTTONS]);

/* The button for what is out of reach, at the lower start of an upright frame;
 * on screens that need no touch there is none. */
void bars_reach(struct ui *ui, const struct voter_view *view,
		struct intent *ret_intent);

/* What stands above a frame that is the lower part of the window: a picture, or
 * the meeting's name. */
void bars_above(struct ui *ui, const struct voter_view *view);

/* The header of the session's pot: its title, below it its money. */
void bars_pot_header(struct ui *ui, const struct voter_view *view,
		     struct intent *ret_intent);

/* Only the badge, at the end of the top: screens that say one thing. */
void bars_plain(struct ui *ui, const struct voter_view *view);

/* The badge DEMO or PRACTICE with its start and top at X, Y; returns its width
 * with the gap after it, 0 when votes are real. */
int bars_badge(struct ui *ui, const struct voter_view *view, int x, int y);

/* The footer's button at the start, and the one at the end. */
void bars_back(struct ui *ui, const char *label, struct intent intent,
	       struct intent *ret_intent);
void bars_next(struct ui *ui, enum button_kind kind, const char *label,
	       struct intent intent, struct intent *ret_intent);

#endif
