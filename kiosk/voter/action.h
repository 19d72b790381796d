/* action.h - a button together with what touching it means. */
#ifndef STEMMEBOKS_ACTION_H
#define STEMMEBOKS_ACTION_H

#include "core/session.h"
#include "ui/widget.h"
#include "voter/widget.h"

enum { NO_ICON = -1 };

struct action {
	enum widget widget;
	int index;
	struct button button;
	struct intent intent;
};

/* Draws ACTION's button in RECT; *ret_intent becomes its intent when it was
 * touched, and is left alone otherwise. */
void action_draw(struct ui *ui, struct rect rect, const struct action *action,
		 struct intent *ret_intent);

#endif
