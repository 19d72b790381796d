#include "hall/live.h"

#include <stdio.h>
#include <string.h>

#include "hall/bars.h"
#include "hall/foot.h"
#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/scene.h"
#include "words/words.h"

enum {
	TITLE_H = 76,
	NOTE_GAP = 8,
	COUNT_PERCENT = 70, /* of the width; more leaves no room for a title */
};

bool live_begun(const struct hall_view *view)
{
	return view->live && view->live->ballots > 0;
}

void live_first_text(const struct meeting *meeting, char ret_text[HALL_LINE])
{
	int least = 2 * meeting->live_batch;

	snprintf(ret_text, HALL_LINE,
		 words_plural(
		     "The first votes are shown when at least %d has voted.",
		     "The first votes are shown when at least %d have voted.",
		     (unsigned long)least),
		 least);
}

static void batches_text(const struct meeting *meeting,
			 char ret_text[HALL_LINE])
{
	snprintf(ret_text, HALL_LINE,
		 _("Votes are shown in random batches of %d."),
		 meeting->live_batch);
}

/* Under the bars of POT: how they come about, and what they are if not votes.
 */
static void note_text(const struct meeting *meeting, int pot,
		      char ret_text[HALL_LINE])
{
	size_t length;

	batches_text(meeting, ret_text);
	length = strlen(ret_text);
	if (!ballot_type_ticked(meeting->pots[pot].ballot_type))
		snprintf(ret_text + length, HALL_LINE - length, " %s",
			 _("The numbers are points."));
}

/* "Provisional – 40 votes": votes cast, not choices made. */
static void count_text(const struct hall_view *view, char ret_text[HALL_LINE])
{
	snprintf(ret_text, HALL_LINE,
		 words_plural("Provisional – %d vote", "Provisional – %d votes",
			      (unsigned long)view->live->ballots),
		 view->live->ballots);
}

/* The pot's name beside the count; where the meeting has one pot, what this is.
 */
static const char *title_text(const struct hall_view *view, int pot)
{
	const struct meeting *meeting = view->meeting;

	return meeting->pot_count < 2
		   ? _("The votes so far")
		   : meeting_text(meeting, &meeting->pots[pot].title,
				  view->language, NULL);
}

/* What a page of bars is made of. */
struct parts {
	struct rect title, count, bars, note;
	enum type type; /* of the title */
};

/* Title and count stand side by side, in a narrow frame one below the other. */
static void cut_body(struct ui *ui, const struct hall_view *view, int pot,
		     struct parts *ret_parts)
{
	struct parts *parts = ret_parts;
	struct rect body = frame_body(ui);
	const char *name = title_text(view, pot);
	char text[HALL_LINE];
	int wide, high;

	count_text(view, text);
	wide = frame_width(ui, text, TYPE_HALL_H2) + 2 * FRAME_GAP;
	parts->count = body;
	parts->count.h = TITLE_H;
	if (wide > body.w * COUNT_PERCENT / 100)
		rect_take_top(&body, TITLE_H, 0);
	parts->title = body;
	if (parts->title.y == parts->count.y)
		parts->title.w -= wide;
	parts->type =
	    frame_fit(ui, name, parts->title.w, TITLE_H, TYPE_HALL_H2);
	high = text_height(ui, name, parts->type, parts->title.w);
	parts->title.h = high > TITLE_H ? high : TITLE_H;
	rect_take_top(&body, parts->title.h, NOTE_GAP);
	note_text(view->meeting, pot, text);
	parts->note = body;
	parts->note.h = text_height(ui, text, TYPE_HALL_BODY, body.w);
	body.h -= parts->note.h + NOTE_GAP;
	parts->note.y = body.y + body.h + NOTE_GAP;
	parts->bars = body;
}

static int pot_pages(struct ui *ui, const struct hall_view *view, int pot)
{
	struct parts parts;

	cut_body(ui, view, pot, &parts);
	return bars_pages(ui, view, pot, parts.bars);
}

int live_pages(struct ui *ui, const struct hall_view *view)
{
	int pages = 0;

	for (int i = 0; live_begun(view) && i < view->meeting->pot_count; i++)
		pages += pot_pages(ui, view, i);
	return pages ? pages : 1;
}

/* The pot that VIEW->page is of, and which of its pages that is. */
static int find_pot(struct ui *ui, const struct hall_view *view, int *ret_page)
{
	int page = view->page, pot = 0;

	for (; pot < view->meeting->pot_count - 1; pot++) {
		int pages = pot_pages(ui, view, pot);

		if (page < pages)
			break;
		page -= pages;
	}
	*ret_page = page;
	return pot;
}

static void draw_bars(struct ui *ui, const struct hall_view *view)
{
	int page, pot = find_pot(ui, view, &page);
	struct parts parts;
	char text[HALL_LINE];

	cut_body(ui, view, pot, &parts);
	count_text(view, text);
	frame_text_middle(ui, parts.count, text, TYPE_HALL_H2, ROLE_PRIMARY,
			  parts.title.y == parts.count.y ? ALIGN_END
							 : ALIGN_START);
	draw_text_middle(ui, parts.title, title_text(view, pot), parts.type,
			 ROLE_TEXT, ALIGN_START);
	bars_draw(ui, view, pot, parts.bars, page);
	note_text(view->meeting, pot, text);
	lines_draw(ui, parts.note, text, TYPE_HALL_BODY, ROLE_MUTED);
}

/* Before the first batch: when the room will see something, and why not yet. */
static void draw_none(struct ui *ui, const struct hall_view *view)
{
	struct rect body = frame_body(ui);
	char text[HALL_LINE];
	int high;

	rect_take_top(&body, body.h / 6, 0);
	rect_take_top(&body,
		      frame_text(ui, body, _("The votes so far"), TYPE_HALL_H1,
				 ROLE_PRIMARY, ALIGN_START),
		      2 * FRAME_GAP);
	live_first_text(view->meeting, text);
	rect_take_top(
	    &body,
	    frame_text(ui, body, text, TYPE_HALL_H2, ROLE_TEXT, ALIGN_START),
	    2 * FRAME_GAP);
	batches_text(view->meeting, text);
	high = text_height(ui, text, TYPE_HALL_BODY, body.w);
	lines_draw(ui, rect_take_top(&body, high, 0), text, TYPE_HALL_BODY,
		   ROLE_TEXT);
	draw_text(ui, body, _("So nobody can see what you voted for."),
		  TYPE_HALL_BODY, ROLE_TEXT, ALIGN_START);
}

void live_draw(struct ui *ui, const struct hall_view *view)
{
	if (live_begun(view))
		draw_bars(ui, view);
	else
		draw_none(ui, view);
}

int live_wait(const struct hall_view *view)
{
	if (!live_begun(view) || !view->live_before)
		return -1;
	return scene_frame_ms(view->live_since_ms, HALL_LIVE_MS, view->now_ms);
}

void live_line(struct ui *ui, const struct hall_view *view, int language,
	       char ret_text[HALL_LINE])
{
	char batches[HALL_LINE];
	size_t length;

	(void)language;
	if (!live_begun(view)) {
		live_first_text(view->meeting, ret_text);
		return;
	}
	count_text(view, ret_text);
	batches_text(view->meeting, batches);
	length = strlen(ret_text);
	snprintf(ret_text + length, HALL_LINE - length, " · %s", batches);
	if (text_width(ui, ret_text, TYPE_HALL_BODY) > foot_width(ui))
		count_text(view, ret_text);
}
