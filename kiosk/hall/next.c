#include "hall/pages.h"

#include <stdio.h>
#include <string.h>

#include "hall/address.h"
#include "hall/frame.h"
#include "words/words.h"

enum {
	TITLE_H = 108,
	TITLE_GAP = 32,
	NUMBER_W = 72,
	ITEM_GAP = 28,
	ITEMS_MOST = 4, /* UX.md a3; what is more goes into the last */
};

/* The lines of a text, one per thing that will happen. */
struct items {
	int count;
	char text[ITEMS_MOST][HALL_LINE];
};

static void items_read(const char *text, struct items *ret_items)
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

static void draw_items(struct ui *ui, struct rect rect,
		       const struct items *items)
{
	enum type type = items_type(ui, items, rect.w - NUMBER_W);
	int spare = rect.h - items_height(ui, items, type, rect.w - NUMBER_W);
	int air = items->count > 1 ? spare / items->count : 0;
	char number[16];

	air = air < 0 ? 0 : air < ITEM_GAP ? air : ITEM_GAP;
	for (int i = 0; i < items->count; i++) {
		int high =
		    text_height(ui, items->text[i], type, rect.w - NUMBER_W);
		struct rect item = frame_cut(&rect, high, ITEM_GAP + air);

		snprintf(number, sizeof(number), "%d", i + 1);
		draw_text(ui, item, number, type, ROLE_PRIMARY, ALIGN_START);
		item.x += NUMBER_W;
		item.w -= NUMBER_W;
		draw_text(ui, item, items->text[i], type, ROLE_TEXT,
			  ALIGN_START);
	}
}

/* Cuts address and code off the bottom of *BODY and draws them there. */
static void draw_code(struct ui *ui, const struct hall_view *view,
		      struct rect *body)
{
	const char *url = address_shown(view->meeting->url);
	struct rect last = *body;
	char text[HALL_LINE];

	last.h = *url ? 2 * FRAME_LINE : FRAME_LINE;
	last.y = body->y + body->h - last.h;
	body->h -= last.h + FRAME_GAP;
	if (*url)
		draw_text(ui, frame_cut(&last, FRAME_LINE, 0), url,
			  TYPE_HALL_STRONG, ROLE_TEXT, ALIGN_START);
	snprintf(text, sizeof(text), _("Code of the rules: %s"),
		 view->code ? view->code : "");
	draw_text(ui, last, text, TYPE_HALL_BODY, ROLE_MUTED, ALIGN_START);
}

void next_draw(struct ui *ui, const struct hall_view *view)
{
	const struct meeting *meeting = view->meeting;
	struct rect body = frame_body(ui);
	struct items items;

	draw_code(ui, view, &body);
	draw_text(ui, frame_cut(&body, TITLE_H, TITLE_GAP),
		  _("What happens now"), TYPE_HALL_H1, ROLE_TEXT, ALIGN_START);
	address_draw(ui, &body, meeting->url);
	items_read(
	    meeting_text(meeting, &meeting->next_steps, view->language, NULL),
	    &items);
	if (items.count)
		draw_items(ui, body, &items);
	else
		frame_text(ui, body, _("Thank you for voting!"), TYPE_HALL_H2,
			   ROLE_TEXT, ALIGN_START);
}
