#include "hall/picture_steps.h"

#include <stdio.h>

#include "hall/frame.h"
#include "words/words.h"

enum {
	CARDS_W_LEAST = 1400, /* less, and the words would be parted */
	CARD_GAP = 32,
	CARD_PAD = 24,
	PICTURE_GAP = 8,
	CARD_PAD_Y = 20,
	PICTURE_MOST = 160,
	NUMBER_MAX = 12,
};

static const struct {
	enum icon icon;
	const char *text;
} steps[] = {
#define STEP(name, text) {ICON_##name, text},
#include "words/voting_step.def"
#undef STEP
};

enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

static void draw_card(struct ui *ui, struct rect card, int index, int words_h)
{
	struct rect picture, text;
	char number[NUMBER_MAX];
	int side;

	draw_panel(ui, card, 8, ROLE_SURFACE, ROLE_SURFACE, 0);
	card.x += CARD_PAD;
	card.w -= 2 * CARD_PAD;
	snprintf(number, sizeof(number), "%d", index + 1);
	side = card.h - 2 * CARD_PAD_Y - PICTURE_GAP - words_h;
	side = side < PICTURE_MOST ? side : PICTURE_MOST;
	picture = (struct rect){card.x + card.w - side, card.y + CARD_PAD_Y,
				side, side};
	draw_text_middle(ui, (struct rect){card.x, picture.y, card.w / 2, side},
			 number, TYPE_HALL_H1, ROLE_PRIMARY, ALIGN_START);
	draw_icon(ui, picture, steps[index].icon, ROLE_PRIMARY);
	text = card;
	text.h = words_h;
	text.y = card.y + card.h - CARD_PAD_Y - text.h;
	draw_text(ui, text, _(steps[index].text), TYPE_HALL_STRONG, ROLE_TEXT,
		  ALIGN_START);
}

/* One below the other: number, picture and words in a line. */
static void draw_rows(struct ui *ui, struct rect rect)
{
	int high = rect.h / STEPS, side = high - PICTURE_GAP;

	for (int i = 0; i < STEPS; i++) {
		struct rect row = rect_take_top(&rect, high, 0), picture = row;
		char number[NUMBER_MAX];

		snprintf(number, sizeof(number), "%d", i + 1);
		draw_text_middle(ui, row, number, TYPE_HALL_STRONG,
				 ROLE_PRIMARY, ALIGN_START);
		picture.x += 2 * CARD_GAP;
		picture.w = picture.h = side;
		draw_icon(ui, picture, steps[i].icon, ROLE_PRIMARY);
		row.x = picture.x + side + CARD_GAP;
		row.w -= 2 * CARD_GAP + side + CARD_GAP;
		draw_text_middle(ui, row, _(steps[i].text), TYPE_HALL_STRONG,
				 ROLE_TEXT, ALIGN_START);
	}
}

void picture_steps_draw(struct ui *ui, struct rect rect)
{
	struct rect card = rect;
	int words_h = 0;

	if (rect.w < CARDS_W_LEAST) {
		draw_rows(ui, rect);
		return;
	}
	card.w = (rect.w - (STEPS - 1) * CARD_GAP) / STEPS;
	for (int i = 0; i < STEPS; i++) {
		int high = text_height(ui, _(steps[i].text), TYPE_HALL_STRONG,
				       card.w - 2 * CARD_PAD);

		words_h = high > words_h ? high : words_h;
	}
	for (int i = 0; i < STEPS; i++) {
		card.x = rect.x + i * (card.w + CARD_GAP);
		draw_card(ui, card, i, words_h);
	}
}
