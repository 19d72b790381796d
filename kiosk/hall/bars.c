#include "hall/bars.h"

#include <stdio.h>

#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/scene.h"

enum {
	TITLE_MOST = 720,   /* wider ones are broken into lines */
	TITLE_PERCENT = 45, /* of a narrow frame */
	ROW_PAD = 12,
	BAR_PAD = 14, /* above and below a bar */
	BASELINE_W = 4,
	PILL_PAD = 20,
	PILL_INSET = 4,
	VALUE_TEXT = 24,
	WHOLE = 1000, /* of scene_progress() */
};

/* Where everything stands; the same on all pages of a pot. */
struct bars {
	int first, end; /* proposals of the pot */
	int most;	/* rows on a page */
	int pitch;	/* least height of a row */
	int number_w, title_x, title_w, bar_x, bar_w;
	int64_t now_most, before_most; /* votes that fill BAR_W */
};

static void value_text(int64_t votes, char ret_text[VALUE_TEXT])
{
	snprintf(ret_text, VALUE_TEXT, "%lld", (long long)votes);
}

static void number_text(const struct hall_view *view, int proposal,
			char ret_text[VALUE_TEXT])
{
	value_text(view->meeting->proposals[proposal].number, ret_text);
}

/* As few pages as can be, alike full, and rows as high as that allows. */
static void share_rows(struct bars *bars, int height)
{
	int count = bars->end - bars->first;
	int fit = height / BARS_PITCH_LEAST;
	int pages;

	if (fit > BARS_MOST)
		fit = BARS_MOST;
	if (fit < 1)
		fit = 1;
	pages = (count + fit - 1) / fit;
	bars->most = pages ? (count + pages - 1) / pages : fit;
	bars->pitch = height / bars->most;
	if (bars->pitch > BARS_PITCH)
		bars->pitch = BARS_PITCH;
}

static int64_t most_votes(const struct snapshot *snapshot,
			  const struct bars *bars)
{
	int64_t most = 0;

	for (int i = bars->first; snapshot && i < bars->end; i++)
		if (snapshot->support[i] > most)
			most = snapshot->support[i];
	return most;
}

static void widen(struct ui *ui, int *width, const char *text, enum type type)
{
	int wide = frame_width(ui, text, type);

	if (wide > *width)
		*width = wide;
}

static void bars_layout(struct ui *ui, const struct hall_view *view, int pot,
			struct rect rect, struct bars *ret_bars)
{
	struct bars *bars = ret_bars;
	char text[VALUE_TEXT];
	int value_w = 0;

	*bars = (struct bars){0};
	meeting_pot_range(view->meeting, pot, &bars->first, &bars->end);
	share_rows(bars, rect.h);
	bars->now_most = most_votes(view->live, bars);
	bars->before_most = most_votes(view->live_before, bars);
	for (int i = bars->first; i < bars->end; i++) {
		number_text(view, i, text);
		widen(ui, &bars->number_w, text, TYPE_HALL_STRONG);
		widen(ui, &bars->title_w,
		      meeting_short_title(view->meeting, i, view->language),
		      TYPE_HALL_BODY);
		value_text(view->live->support[i], text);
		widen(ui, &value_w, text, TYPE_HALL_STRONG);
	}
	if (bars->title_w > TITLE_MOST)
		bars->title_w = TITLE_MOST;
	if (bars->title_w > rect.w * TITLE_PERCENT / 100)
		bars->title_w = rect.w * TITLE_PERCENT / 100;
	bars->number_w += 2 * PILL_PAD;
	bars->title_x = rect.x + bars->number_w + FRAME_GAP;
	bars->bar_x = bars->title_x + bars->title_w + FRAME_GAP;
	bars->bar_w = rect.x + rect.w - bars->bar_x - FRAME_GAP - value_w;
}

static int row_height(struct ui *ui, const struct hall_view *view,
		      const struct bars *bars, int proposal)
{
	int high =
	    ROW_PAD + text_height(ui,
				  meeting_short_title(view->meeting, proposal,
						      view->language),
				  TYPE_HALL_BODY, bars->title_w);

	return high > bars->pitch ? high : bars->pitch;
}

/* Where the page ends that begins with proposal FIRST. */
static int page_end(struct ui *ui, const struct hall_view *view,
		    const struct bars *bars, int height, int first)
{
	int i = first;

	while (i < bars->end && i - first < bars->most) {
		height -= row_height(ui, view, bars, i);
		if (height < 0 && i != first)
			break;
		i++;
	}
	return i;
}

int bars_pages(struct ui *ui, const struct hall_view *view, int pot,
	       struct rect rect)
{
	struct bars bars;
	int pages = 0;

	bars_layout(ui, view, pot, rect, &bars);
	for (int i = bars.first; i < bars.end;
	     i = page_end(ui, view, &bars, rect.h, i))
		pages++;
	return pages;
}

static int64_t part_of(int64_t votes, int64_t most, int width)
{
	return most > 0 ? votes * width / most : 0;
}

/* A bar's length now: the lengths before and after are what is gone between, so
 * that the first frame of a batch is the last one of the batch before. */
static int bar_length(const struct hall_view *view, const struct bars *bars,
		      int proposal)
{
	int64_t now =
	    part_of(view->live->support[proposal], bars->now_most, bars->bar_w);
	int64_t before;

	if (!view->live_before)
		return (int)now;
	before = part_of(view->live_before->support[proposal],
			 bars->before_most, bars->bar_w);
	return (int)(before + (now - before) *
				  scene_progress(view->live_since_ms,
						 HALL_LIVE_MS, view->now_ms) /
				  WHOLE);
}

static void draw_row(struct ui *ui, const struct hall_view *view,
		     const struct bars *bars, int proposal, struct rect row)
{
	struct rect pill = {row.x, row.y + (row.h - FRAME_LINE) / 2,
			    bars->number_w, FRAME_LINE};
	struct rect title = {bars->title_x, row.y, bars->title_w, row.h};
	/* All alike thick, however many lines their titles have. */
	int thick = bars->pitch - 2 * BAR_PAD;
	struct rect bar = {bars->bar_x, row.y + (row.h - thick) / 2,
			   bar_length(view, bars, proposal), thick};
	struct rect value = row;
	const char *name =
	    meeting_short_title(view->meeting, proposal, view->language);
	char text[VALUE_TEXT];

	pill.y += PILL_INSET;
	pill.h -= 2 * PILL_INSET;
	number_text(view, proposal, text);
	draw_panel(ui, pill, 8, ROLE_SURFACE, ROLE_OUTLINE, 3);
	draw_text_middle(ui, pill, text, TYPE_HALL_STRONG, ROLE_TEXT,
			 ALIGN_CENTRE);
	lines_draw_middle(ui, title, name, TYPE_HALL_BODY, ROLE_TEXT);
	draw_fill(ui, bar, ROLE_METER);
	value.x = bar.x + bar.w + FRAME_GAP;
	value.w = row.x + row.w - value.x;
	value_text(view->live->support[proposal], text);
	draw_text_middle(ui, value, text, TYPE_HALL_STRONG, ROLE_TEXT,
			 ALIGN_START);
}

void bars_draw(struct ui *ui, const struct hall_view *view, int pot,
	       struct rect rect, int page)
{
	struct rect rest = rect;
	struct bars bars;
	int first, end;

	bars_layout(ui, view, pot, rect, &bars);
	first = bars.first;
	for (int i = 0; i < page; i++)
		first = page_end(ui, view, &bars, rect.h, first);
	end = page_end(ui, view, &bars, rect.h, first);
	for (int i = first; i < end; i++)
		draw_row(
		    ui, view, &bars, i,
		    rect_take_top(&rest, row_height(ui, view, &bars, i), 0));
	/* Every bar begins at nought: the line they stand on. */
	draw_fill(ui,
		  (struct rect){bars.bar_x - BASELINE_W, rect.y, BASELINE_W,
				rest.y - rect.y},
		  ROLE_TEXT);
}
