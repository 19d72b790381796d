#include "voter/action.h"

#include "words/words.h"

enum {
	PADDING = 16,  /* what a button needs beside its words, both sides */
	ICON_GAP = 12, /* as ui_button() has it */
	LINES = 2,
};

/* Whether BUTTON's words fit into RECT in TYPE, beside its icon. */
static bool fits(struct ui *ui, struct rect rect, const struct button *button,
		 enum type type)
{
	int line = text_height(ui, "", type, 1);
	int most = LINES * line, room = rect.w - PADDING;

	if (most > rect.h)
		most = rect.h;
	if (button->icon != NO_ICON || button->kind == BUTTON_CHOSEN)
		room -= line + ICON_GAP;
	return text_fits_whole(ui, button->label, type, room, most);
}

/* BUTTON in letters that fit; without its icon where nothing else helps. */
static struct button fitted(struct ui *ui, struct rect rect,
			    struct button button)
{
	static const enum type types[] = {TYPE_TITLE, TYPE_SMALL_BOLD,
					  TYPE_SMALL};
	enum { TYPES = sizeof(types) / sizeof(types[0]) };
	int i = button.type == TYPE_SMALL	 ? TYPES - 1
		: button.type == TYPE_SMALL_BOLD ? 1
						 : 0;

	if (!button.label || fits(ui, rect, &button, button.type))
		return button;
	for (; i < TYPES; i++)
		if (fits(ui, rect, &button, types[i])) {
			button.type = types[i];
			return button;
		}
	button.type = TYPE_SMALL_BOLD;
	button.icon = NO_ICON;
	if (!fits(ui, rect, &button, button.type))
		button.type = TYPE_SMALL;
	return button;
}

/* What is heard of a button with a sign alone; "" of others. */
static const char *sign_name(enum widget widget)
{
	switch (widget) {
	case WIDGET_ERASE:
		return _("Erase");
	case WIDGET_REACH:
		return _("Within reach");
	case WIDGET_RAISE:
		/* TRANSLATORS: heard, not seen: the proposal gets a better
		 * place in the list. Two words at most. */
		return _("Move up");
	case WIDGET_LOWER:
		/* TRANSLATORS: heard, not seen: the proposal gets a worse
		 * place in the list. Two words at most. */
		return _("Move down");
	default:
		return "";
	}
}

void action_draw(struct ui *ui, struct rect rect, const struct action *action,
		 struct intent *ret_intent)
{
	struct button button = fitted(ui, rect, action->button);

	if (ui_button(ui, UI_ID(action->widget, action->index), rect, &button))
		*ret_intent = action->intent;
	if (!button.label)
		ui_called(ui, sign_name(action->widget));
}
