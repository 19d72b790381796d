/* widget.h - what can be touched. A widget answers true in the one frame in
 * which it was activated: a finger lifted inside it, or the select key. */
#ifndef STEMMEBOKS_WIDGET_H
#define STEMMEBOKS_WIDGET_H

#include "ui/draw.h"

/* An id says which widget this is from frame to frame: a constant of the screen
 * and an index, never the label. */
#define UI_ID(widget, index) ((uint32_t)(widget) << 16 | (uint16_t)(index))

enum button_kind {
	BUTTON_PRIMARY, /* filled: the one way on */
	BUTTON_PLAIN,	/* outlined */
	BUTTON_CHOSEN,	/* outlined, selected fill, with a tick before the word
			 */
	BUTTON_DANGER,	/* outlined in the danger colour */
	BUTTON_QUIET,	/* unavailable for now: still touchable, tells why */
};

struct button {
	enum button_kind kind;
	const char *label;
	int icon;	/* enum icon, or -1 for none */
	enum type type; /* TYPE_TITLE when in doubt */
};

/* Icon and words stand side by side in the middle, an arrow onwards (ICON_NEXT)
 * behind the words. Words never shrink: they take two lines, then end in "…",
 * which counts as cut, as does a word wider than the button. A button too
 * narrow for a whole word gives up its icon first, or shows that alone where
 * the word would not fit even then; the check is never given up. */
bool ui_button(struct ui *ui, uint32_t id, struct rect rect,
	       const struct button *button);

/* The same with the icon above words of one line: for narrow buttons. */
bool ui_button_stacked(struct ui *ui, uint32_t id, struct rect rect,
		       const struct button *button);

/* A touchable area without a look of its own (a card's body); with the
 * keyboard's focus it gets the same ring as a button. LABEL is for ui_targets()
 * and later for reading aloud. */
bool ui_area(struct ui *ui, uint32_t id, struct rect rect, const char *label);

/* The widget just drawn is called NAME by those who hear where the keyboard is:
 * for one that shows a sign and no words. */
void ui_called(struct ui *ui, const char *name);

/* Focus on the widget just drawn is shown round RECT instead of the widget. */
void ui_ringed(struct ui *ui, struct rect rect);

/* Whether widget ID is held down or has the keyboard's focus, to draw it so. */
bool ui_held(const struct ui *ui, uint32_t id);
bool ui_focused(const struct ui *ui, uint32_t id);

#endif
