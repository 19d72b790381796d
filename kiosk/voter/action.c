#include "voter/action.h"

void action_draw(struct ui *ui, struct rect rect, const struct action *action,
		 struct intent *ret_intent)
{
	if (ui_button(ui, UI_ID(action->widget, action->index), rect,
		      &action->button))
		*ret_intent = action->intent;
}
