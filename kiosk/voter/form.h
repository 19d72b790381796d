/* form.h - the measures of each form of frame, and the areas of a screen.
 *
 * A form is chosen by the frame's shape and size. Every number a screen stands
 * on is a row of form.def.
 */
#ifndef STEMMEBOKS_FORM_H
#define STEMMEBOKS_FORM_H

#include "ui/ui.h"

enum measure {
#define MEASURE(name, ...) FORM_##name,
#include "voter/form.def"
#undef MEASURE
	MEASURE_COUNT
};

/* MEASURE in the form of UI, in u; or a flag, 0 or 1. */
int form_measure(const struct ui *ui, enum measure measure);

/* Whether letters are those of a small frame; whether a picture stands above
 * its words, not beside them; whether there is no height to spare. */
bool form_small(const struct ui *ui);
bool form_upright(const struct ui *ui);
bool form_low(const struct ui *ui);

/* Whether the header stands below the content, within reach: on a frame that is
 * not upright, when ui_reach(). */
bool form_header_low(const struct ui *ui);

/* The header, across the whole frame; of screens without a footer. */
struct rect form_header(const struct ui *ui);
struct rect form_header_alone(const struct ui *ui);

/* Between header and footer, inside the side margins. */
struct rect form_content(const struct ui *ui);

/* Beside the header to the frame's edge, inside the side margins: screens
 * without a footer. */
struct rect form_body(const struct ui *ui);

/* The footer's places: the button at the start (UX.md: Tilbage), the one way on
 * at the end, what is chosen so far between or above them, the banner, and the
 * cast button, which overlaps no button of another screen. */
struct rect form_back(const struct ui *ui);
struct rect form_primary(const struct ui *ui);
struct rect form_state(const struct ui *ui);
struct rect form_banner(const struct ui *ui);
struct rect form_cast(const struct ui *ui);

/* The button for what is out of reach, at the lower start; empty in a form that
 * has none. */
struct rect form_reach(const struct ui *ui);

/* Card SLOT (0 first) of a pot whose fullest page has MOST cards: the fewer
 * they are, the larger. */
struct rect form_card(const struct ui *ui, int slot, int most);

/* Cards on a page at most. */
int form_page_size(const struct ui *ui);

/* How wide and high a dialog may be at most. */
int form_dialog_w(const struct ui *ui);
int form_dialog_h(const struct ui *ui);

#endif
