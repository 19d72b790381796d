#include "hall/items.h"

#include <stdio.h>
#include <string.h>

#include "hall/frame.h"
#include "hall/lines.h"

enum { NUMBER_W = 72, ITEM_GAP = 28 };

void items_read(const char *text, struct items *ret_items)
{
	ret_items->count = 0;
	while (*text) {
		bool last = ret_items->count == ITEMS_MOST - 1;
		size_t length = last ? strlen(text) : strcspn(text, "\n");

		if (length > 0)
			snprintf(ret_items->text[ret_items->count++], HALL_LINE,
				 "%.*s", (int)length, text);
		text += length + strspn(text + length, "\n");
	}
}

static int items_height(struct ui *ui, const struct items *items,
			enum type type, int width)
{
	int height = 0;

	for (int i = 0; i < items->count; i++)
		height += text_height(ui, items->text[i], type, width);
	return height + (items->count - 1) * ITEM_GAP;
}

/* The large type if every item is one line in it, or the small one must break
 * more lines anyway. */
static enum type items_type(struct ui *ui, const struct items *items, int width)
{
	for (int i = 0; i < items->count; i++)
		if (text_width(ui, items->text[i], TYPE_HALL_H2) > width)
			return TYPE_HALL_STRONG;
	return TYPE_HALL_H2;
}

void items_draw(struct ui *ui, struct rect rect, const struct items *items)
{
	enum type type = items_type(ui, items, rect.w - NUMBER_W);
	int spare = rect.h - items_height(ui, items, type, rect.w - NUMBER_W);
	int air = items->count > 1 ? spare / items->count : 0;
	char number[16];

	air = air < 0 ? 0 : air < ITEM_GAP ? air : ITEM_GAP;
	for (int i = 0; i < items->count; i++) {
		int high =
		    text_height(ui, items->text[i], type, rect.w - NUMBER_W);
		struct rect item = rect_take_top(&rect, high, ITEM_GAP + air);

		snprintf(number, sizeof(number), "%d", i + 1);
		draw_text(ui, item, number, type, ROLE_PRIMARY, ALIGN_START);
		item.x += NUMBER_W;
		item.w -= NUMBER_W;
		lines_draw(ui, item, items->text[i], type, ROLE_TEXT);
	}
}
