#include "hall/pages.h"

#include <stdio.h>
#include <string.h>

#include "hall/address.h"
#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/rows.h"
#include "ui/draw.h"
#include "words/words.h"

enum {
	TITLE_H = 108,
	TITLE_GAP = 28,
	ROW_GAP = 36,
	ROW_AIR_MOST = 24,
	PARTS = 3, /* of a fund: who gives, who may seek, how much and when */
	PART_TEXT = 1024,
};

struct fund_text {
	char part[PARTS][PART_TEXT]; /* "": it is not told */
};

static const struct {
	enum type type;
	enum role role;
} styles[PARTS] = {{TYPE_HALL_H2, ROLE_TEXT},
		   {TYPE_HALL_BODY, ROLE_TEXT},
		   {TYPE_HALL_BODY, ROLE_PRIMARY}};

static void add_part(char text[PART_TEXT], const char *part)
{
	size_t used = strlen(text);

	if (part && *part)
		words_fill(text + used, PART_TEXT - used, used ? " · %s" : "%s",
			   part);
}

/* Adds the address, on a line of its own where WIDTH would part it. */
static void add_address(struct ui *ui, char text[PART_TEXT], const char *url,
			int width)
{
	size_t used = strlen(text);

	add_part(text, url);
	if (used && text_width(ui, text, TYPE_HALL_BODY) > width)
		snprintf(text + used, PART_TEXT - used, "\n%s", url);
}

static void fund_read(struct ui *ui, const struct hall_view *view, int index,
		      int width, struct fund_text *ret_text)
{
	const struct meeting *meeting = view->meeting;
	const struct fund *fund = &meeting->funds[index];
	char deadline[HALL_LINE];

	*ret_text = (struct fund_text){0};
	add_part(ret_text->part[0],
		 meeting_text(meeting, &fund->title, view->language, NULL));
	add_part(ret_text->part[1],
		 meeting_text(meeting, &fund->text, view->language, NULL));
	add_part(ret_text->part[2], fund->amount);
	if (fund->deadline && *fund->deadline) {
		words_fill(deadline, sizeof(deadline), _("deadline %s"),
			   fund->deadline);
		add_part(ret_text->part[2], deadline);
	}
	if (fund->url)
		add_address(ui, ret_text->part[2], address_shown(fund->url),
			    width);
}

static int part_height(struct ui *ui, const struct fund_text *text, int part,
		       int width)
{
	return *text->part[part]
		   ? text_height(ui, text->part[part], styles[part].type, width)
		   : 0;
}

static struct rect funds_layout(struct ui *ui, const struct hall_view *view,
				struct rows *ret_rows)
{
	struct rect body = frame_body(ui);
	struct fund_text text;

	rect_take_top(&body, TITLE_H, TITLE_GAP);
	*ret_rows = (struct rows){
	    .room = body.h, .gap = ROW_GAP, .air_most = ROW_AIR_MOST};
	for (int i = 0; i < view->meeting->fund_count; i++) {
		int high = 0;

		fund_read(ui, view, i, body.w, &text);
		for (int part = 0; part < PARTS; part++)
			high += part_height(ui, &text, part, body.w);
		rows_add(ret_rows, high);
	}
	return body;
}

int funds_pages(struct ui *ui, const struct hall_view *view)
{
	struct rows rows;

	funds_layout(ui, view, &rows);
	return rows.count > 0 ? rows_pages(&rows) : 0;
}

static void draw_part(struct ui *ui, struct rect rect,
		      const struct fund_text *text, int part)
{
	const char *words = text->part[part];

	lines_draw(ui, rect, words, styles[part].type, styles[part].role);
}

void funds_draw(struct ui *ui, const struct hall_view *view, int page)
{
	struct rect rest;
	struct rows rows;
	struct fund_text text;
	int first, end, air;

	rest = frame_body(ui);
	frame_text(ui, rect_take_top(&rest, TITLE_H, 0),
		   _("Other money to seek"), TYPE_HALL_H1, ROLE_TEXT,
		   ALIGN_START);
	rest = funds_layout(ui, view, &rows);
	rows_page(&rows, page, &first, &end, &air);
	for (int i = first; i < end; i++) {
		struct rect row =
		    rect_take_top(&rest, rows.height[i], ROW_GAP + air);

		fund_read(ui, view, i, row.w, &text);
		for (int part = 0; part < PARTS; part++) {
			int high = part_height(ui, &text, part, row.w);

			if (high > 0)
				draw_part(ui, rect_take_top(&row, high, 0),
					  &text, part);
		}
	}
}
