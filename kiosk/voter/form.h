/* form.h - the measures of each form of display, and the areas of a screen.
 *
 * A form is landscape, portrait or tablet (ui_form()). Every number a screen
 * stands on is a row of form.def.
 */
#ifndef STEMMEBOKS_FORM_H
#define STEMMEBOKS_FORM_H

#include "ui/ui.h"

enum measure {
#define MEASURE(name, landscape, portrait, tablet) FORM_##name,
#include "voter/form.def"
#undef MEASURE
	MEASURE_COUNT
};

/* MEASURE in the form of UI, in u. */
int form_measure(const struct ui *ui, enum measure measure);

/* Between header and footer, inside the side margins. */
struct rect form_content(const struct ui *ui);

/* Below the header to the bottom, inside the side margins: screens without a
 * footer. */
struct rect form_body(const struct ui *ui);

/* The footer's places: the button at the start (UX.md: Tilbage), the one way on
 * at the end, what is chosen so far between or above them, the banner, and the
 * cast button, which overlaps no button of another screen. */
struct rect form_back(const struct ui *ui);
struct rect form_primary(const struct ui *ui);
struct rect form_state(const struct ui *ui);
struct rect form_banner(const struct ui *ui);
struct rect form_cast(const struct ui *ui);

/* Card SLOT (0 first) of a pot whose fullest page has MOST cards: the fewer
 * they are, the larger. */
struct rect form_card(const struct ui *ui, int slot, int most);

/* Cards on a page at most. */
int form_page_size(const struct ui *ui);

#endif
