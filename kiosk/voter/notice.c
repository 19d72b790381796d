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
	SIGN_LEAST = 96,
	GAP = 32,
	TEXT_W_MAX = 1280, /* lines of about 60 letters */
};

/* What happened, what to do, and both in another language; any but the first
 * may be "". */
enum { FIRST, REST, OTHER, PARTS };

struct part {
	const char *language; /* not the session's; NULL: its own */
	char text[WORDING_TEXT];
	enum type type;
	enum role role;
	int width, height;
};

/* TEXT's first sentence, and what comes after it. */
static void cut(const char *text, struct part parts[PARTS])
{
	size_t length = words_sentence(text);

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
	char text[WORDING_TEXT];
	int used = 0;

	wording_number(words_get(notice->text), notice->number, text);
	if (before) {
		snprintf(parts[FIRST].text, WORDING_TEXT, "%s",
			 words_get(before));
		snprintf(parts[REST].text, WORDING_TEXT, "%s", text);
	} else {
		cut(text, parts);
	}
	for (int i = 0; i < PARTS; i++)
		parts[i].language = NULL;
	parts[OTHER].text[0] = '\0';
	if (second < 0)
		return;
	parts[OTHER].language = view->meeting->languages[second];
	wording_number(wording_in(view, second, notice->text), notice->number,
		       text);
	if (before)
		used = snprintf(parts[OTHER].text, WORDING_TEXT, "%s ",
				wording_in(view, second, before));
	if (used >= 0 && used < WORDING_TEXT)
		snprintf(parts[OTHER].text + used,
			 (size_t)(WORDING_TEXT - used), "%s", text);
}

/* The letters of the parts, from the largest down. */
static const enum type levels[][PARTS] = {
    {TYPE_DISPLAY, TYPE_H2, TYPE_BODY},
    {TYPE_H1, TYPE_H2, TYPE_BODY},
    {TYPE_H2, TYPE_TITLE, TYPE_SMALL},
    {TYPE_TITLE, TYPE_SMALL_BOLD, TYPE_SMALL},
    {TYPE_SMALL_BOLD, TYPE_SMALL, TYPE_SMALL},
};

enum { LEVELS = sizeof(levels) / sizeof(levels[0]) };

/* Breaks the parts into lines of at most WIDTH; returns how high they are with
 * the gaps between them. */
static int measure(struct ui *ui, struct part parts[PARTS], int width,
		   const enum type types[PARTS])
{
	int height = -GAP;

	for (int i = 0; i < PARTS; i++) {
		struct part *part = &parts[i];
		const char *own = ui_set_language(ui, part->language);
		char lines[WORDING_TEXT];

		part->type = types[i];
		part->role = i == OTHER ? ROLE_MUTED : ROLE_TEXT;
		wording_lines(ui, part->text, part->type, width, lines);
		memcpy(part->text, lines, sizeof(lines));
		part->width =
		    wording_balance(ui, part->text, part->type, width);
		part->height =
		    text_height(ui, part->text, part->type, part->width);
		height += *part->text ? part->height + GAP : 0;
		ui_set_language(ui, own);
	}
	return height;
}

/* The words of NOTICE in the largest letters in which they are no higher than
 * ROOM; the other language is left out where nothing else helps. Returns how
 * high they are. */
static int parts_fit(struct ui *ui, const struct voter_view *view,
		     const struct notice *notice, struct rect room,
		     struct part parts[PARTS])
{
	int second = wording_second(view, ui_now_ms(ui)), level, height;

	read_parts(view, notice, second, parts);
	/* Rather smaller letters than a second line. */
	level = form_small(ui) ||
		text_width(ui, parts[FIRST].text, TYPE_DISPLAY) > room.w;
	height = measure(ui, parts, room.w, levels[level]);
	while (height > room.h && level < LEVELS - 1) {
		level++;
		read_parts(view, notice, second, parts);
		height = measure(ui, parts, room.w, levels[level]);
	}
	if (height <= room.h)
		return height;
	read_parts(view, notice, -1, parts);
	return measure(ui, parts, room.w, levels[level]);
}

/* Whether the sign stands beside the words, not above them. */
static bool sign_beside(const struct ui *ui)
{
	return form_content(ui).w > form_content(ui).h * 5 / 4;
}

/* How high and wide the sign is. */
static int sign_side(const struct ui *ui)
{
	return form_low(ui) && form_measure(ui, FORM_MENU) ? SIGN_LEAST
	       : form_small(ui)				   ? SIGN_SMALL
							   : SIGN;
}

/* The sign of NOTICE in CONTENT, and beside it, in portrait below it, room for
 * WIDTH by HEIGHT of words, which is returned. */
static struct rect sign(struct ui *ui, struct rect content,
			const struct notice *notice, int width, int height)
{
	int side = sign_side(ui);
	bool beside = sign_beside(ui);
	int across = beside ? side + 2 * GAP : 0;
	int down = beside ? 0 : side + 2 * GAP;
	int low = beside && height < side ? side : height;
	struct rect all = rect_middle(content, across + width, down + low);

	/* The eye's middle lies above the middle. */
	all.y -= content.h / 20;
	if (all.y < content.y)
		all.y = content.y;
	draw_icon(ui, (struct rect){all.x, all.y, side, side}, notice->icon,
		  notice->role);
	return (struct rect){all.x + across, all.y + down + (low - height) / 2,
			     width, height};
}

void notice_draw(struct ui *ui, const struct voter_view *view,
		 const struct notice *notice)
{
	int beside = sign_side(ui) + 2 * GAP;
	struct rect content = form_content(ui), room = content, left;
	struct part parts[PARTS];

	bars_plain(ui, view);
	if (sign_beside(ui))
		room.w -= beside;
	else
		room.h -= beside;
	if (room.w > TEXT_W_MAX)
		room.w = TEXT_W_MAX;
	room.h = parts_fit(ui, view, notice, room, parts);
	left = sign(ui, content, notice, room.w, room.h);
	for (int i = 0; i < PARTS; i++) {
		const char *own;
		struct rect rect;

		if (!*parts[i].text)
			continue;
		own = ui_set_language(ui, parts[i].language);
		rect = rect_take_top(&left, parts[i].height, GAP);
		rect.w = parts[i].width;
		draw_text(ui, rect, parts[i].text, parts[i].type, parts[i].role,
			  ALIGN_START);
		ui_set_language(ui, own);
	}
}
