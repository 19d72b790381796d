#include "voter/notice.h"

#include <stdio.h>
#include <string.h>

#include "voter/bars.h"
#include "voter/form.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	SIGN = 200,
	SIGN_SMALL = 136,
	GAP = 32,
	TEXT_W_MAX = 1280, /* lines of about 60 letters */
};

struct block {
	char first[WORDING_TEXT]; /* what happened */
	const char *rest;	  /* what to do, "" when it is one sentence */
	char other[WORDING_TEXT]; /* both in another language, or "" */
	enum type type;
	int first_h, rest_h, other_h;
};

/* Cuts TEXT after its first sentence. */
static void cut(const char *text, struct block *block)
{
	size_t length = 0;

	while (text[length] &&
	       !(strchr(".!?", text[length]) && text[length + 1] == ' '))
		length++;
	block->rest = "";
	if (text[length]) {
		length++;
		block->rest = text + length + 1;
	}
	snprintf(block->first, sizeof(block->first), "%.*s", (int)length, text);
}

/* The words of NOTICE, in the session's language and in the SECOND. */
static void read_block(const struct voter_view *view,
		       const struct notice *notice, int second,
		       struct block *block)
{
	const char *before = notice->before;

	if (before) {
		snprintf(block->first, sizeof(block->first), "%s",
			 words_get(before));
		block->rest = words_get(notice->text);
	} else {
		cut(words_get(notice->text), block);
	}
	block->other[0] = '\0';
	if (second >= 0)
		snprintf(block->other, sizeof(block->other), "%s%s%s",
			 before ? wording_in(view, second, before) : "",
			 before ? " " : "",
			 wording_in(view, second, notice->text));
}

static void measure(struct ui *ui, struct block *block, int width)
{
	bool large = ui_form(ui) != UI_TABLET &&
		     text_width(ui, block->first, TYPE_DISPLAY) <= width;

	/* Rather smaller letters than one word alone on a second line. */
	block->type = large ? TYPE_DISPLAY : TYPE_H1;
	block->first_h = text_height(ui, block->first, block->type, width);
	block->rest_h = *block->rest
			    ? text_height(ui, block->rest, TYPE_H2, width) + GAP
			    : 0;
	block->other_h =
	    *block->other
		? text_height(ui, block->other, TYPE_BODY, width) + GAP
		: 0;
}

void notice_draw(struct ui *ui, const struct voter_view *view,
		 const struct notice *notice)
{
	int sign = ui_form(ui) == UI_TABLET ? SIGN_SMALL : SIGN;
	bool beside = ui_form(ui) != UI_PORTRAIT;
	struct rect content = form_content(ui), text;
	struct block block;
	int height;

	bars_plain(ui, view);
	read_block(view, notice, wording_second(view, ui_now_ms(ui)), &block);
	text = content;
	text.w -= beside ? sign + 2 * GAP : 0;
	if (text.w > TEXT_W_MAX)
		text.w = TEXT_W_MAX;
	measure(ui, &block, text.w);
	height = block.first_h + block.rest_h + block.other_h;
	/* The eye's middle lies above the middle. */
	if (beside) {
		struct rect row = rect_middle(content, sign + 2 * GAP + text.w,
					      height > sign ? height : sign);

		row.y -= content.h / 20;
		draw_icon(ui, (struct rect){row.x, row.y, sign, sign},
			  notice->icon, notice->role);
		text.x = row.x + sign + 2 * GAP;
		text.y = row.y + (row.h - height) / 2;
	} else {
		struct rect column =
		    rect_middle(content, text.w, sign + 2 * GAP + height);

		column.y -= content.h / 20;
		draw_icon(ui, (struct rect){column.x, column.y, sign, sign},
			  notice->icon, notice->role);
		text.y = column.y + sign + 2 * GAP;
	}
	text.h = height;
	draw_text(ui, rect_take_top(&text, block.first_h, 0), block.first,
		  block.type, ROLE_TEXT, ALIGN_START);
	if (*block.rest) {
		rect_take_top(&text, GAP, 0);
		draw_text(ui, rect_take_top(&text, block.rest_h - GAP, 0),
			  block.rest, TYPE_H2, ROLE_TEXT, ALIGN_START);
	}
	if (*block.other) {
		rect_take_top(&text, GAP, 0);
		draw_text(ui, text, block.other, TYPE_BODY, ROLE_MUTED,
			  ALIGN_START);
	}
}
