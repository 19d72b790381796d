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

/* What happened, what to do, and both in another language; any but the first
 * may be "". */
enum { FIRST, REST, OTHER, PARTS };

struct part {
	char text[WORDING_TEXT];
	enum type type;
	enum role role;
	int width, height;
};

/* TEXT's first sentence, and what comes after it. */
static void cut(const char *text, struct part parts[PARTS])
{
	size_t length = wording_sentence(text);

	snprintf(parts[FIRST].text, WORDING_TEXT, "%.*s", (int)length, text);
	snprintf(parts[REST].text, WORDING_TEXT, "%s",
		 text[length] ? text + length + 1 : "");
}

/* The words of NOTICE, in the session's language and in the SECOND. */
static void read_parts(const struct voter_view *view,
		       const struct notice *notice, int second,
		       struct part parts[PARTS])
{
	const char *before = notice->before;

	if (before) {
		snprintf(parts[FIRST].text, WORDING_TEXT, "%s",
			 words_get(before));
		snprintf(parts[REST].text, WORDING_TEXT, "%s",
			 words_get(notice->text));
	} else {
		cut(words_get(notice->text), parts);
	}
	parts[OTHER].text[0] = '\0';
	if (second >= 0)
		snprintf(parts[OTHER].text, WORDING_TEXT, "%s%s%s",
			 before ? wording_in(view, second, before) : "",
			 before ? " " : "",
			 wording_in(view, second, notice->text));
}

/* Breaks the parts into lines of at most WIDTH; returns how high they are with
 * the gaps between them. */
static int measure(struct ui *ui, struct part parts[PARTS], int width)
{
	bool large = ui_form(ui) != UI_TABLET &&
		     text_width(ui, parts[FIRST].text, TYPE_DISPLAY) <= width;
	int height = -GAP;

	/* Rather smaller letters than a second line. */
	parts[FIRST].type = large ? TYPE_DISPLAY : TYPE_H1;
	parts[REST].type = TYPE_H2;
	parts[OTHER].type = TYPE_BODY;
	for (int i = 0; i < PARTS; i++) {
		struct part *part = &parts[i];
		char lines[WORDING_TEXT];

		part->role = i == OTHER ? ROLE_MUTED : ROLE_TEXT;
		wording_lines(ui, part->text, part->type, width, lines);
		memcpy(part->text, lines, sizeof(lines));
		part->width =
		    wording_balance(ui, part->text, part->type, width);
		part->height =
		    text_height(ui, part->text, part->type, part->width);
		height += *part->text ? part->height + GAP : 0;
	}
	return height;
}

/* The sign of NOTICE in CONTENT, and beside it, in portrait below it, room for
 * words WIDTH by HEIGHT, which is returned. */
static struct rect sign(struct ui *ui, struct rect content,
			const struct notice *notice, int width, int height)
{
	int side = ui_form(ui) == UI_TABLET ? SIGN_SMALL : SIGN;
	bool beside = ui_form(ui) != UI_PORTRAIT;
	int across = beside ? side + 2 * GAP : 0;
	int down = beside ? 0 : side + 2 * GAP;
	int low = beside && height < side ? side : height;
	struct rect all = rect_middle(content, across + width, down + low);

	/* The eye's middle lies above the middle. */
	all.y -= content.h / 20;
	draw_icon(ui, (struct rect){all.x, all.y, side, side}, notice->icon,
		  notice->role);
	return (struct rect){all.x + across, all.y + down + (low - height) / 2,
			     width, height};
}

void notice_draw(struct ui *ui, const struct voter_view *view,
		 const struct notice *notice)
{
	bool beside = ui_form(ui) != UI_PORTRAIT;
	int side = ui_form(ui) == UI_TABLET ? SIGN_SMALL : SIGN;
	struct rect content = form_content(ui), left;
	int width = content.w - (beside ? side + 2 * GAP : 0);
	struct part parts[PARTS];

	bars_plain(ui, view);
	read_parts(view, notice, wording_second(view, ui_now_ms(ui)), parts);
	if (width > TEXT_W_MAX)
		width = TEXT_W_MAX;
	left = sign(ui, content, notice, width, measure(ui, parts, width));
	for (int i = 0; i < PARTS; i++) {
		struct rect rect;

		if (!*parts[i].text)
			continue;
		rect = rect_take_top(&left, parts[i].height, GAP);
		rect.w = parts[i].width;
		draw_text(ui, rect, parts[i].text, parts[i].type, parts[i].role,
			  ALIGN_START);
	}
}
