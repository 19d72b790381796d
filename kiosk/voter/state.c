#include "voter/state.h"

#include <stdio.h>
#include <string.h>

#include "voter/form.h"
#include "voter/wording_ballot.h"
#include "words/words.h"

/* Stands between the parts of what is said. */
#define PART " · "

enum {
	CIRCLE = 44,
	CIRCLE_SMALL = 32,
	CIRCLE_GAP = 12,
	CIRCLES = 10, /* more are not taken in at a glance */
	CIRCLE_EDGE = 3,
	CHECK_INSET = 8,
	GAP = 16,
	METER_H = 32,
	METER_H_SMALL = 24,
	METER_GAP = 4,
	METER_EDGE = 2,
	DIGITS = 16,
};

/* A circle for each choice, the first CHOSEN of them full: with a check, or the
 * rank that it gives. */
static void circles(struct ui *ui, struct rect place, int size, int chosen,
		    int most, bool ranks)
{
	struct rect rect = {place.x, place.y + (place.h - size) / 2, size,
			    size};
	char text[DIGITS];

	for (int i = 0; i < most; i++, rect.x += size + CIRCLE_GAP) {
		bool full = i < chosen;

		draw_panel(ui, rect, size / 2, full ? ROLE_PRIMARY : ROLE_BG,
			   full ? ROLE_PRIMARY : ROLE_OUTLINE, CIRCLE_EDGE);
		snprintf(text, sizeof(text), "%d", i + 1);
		if (ranks)
			draw_text_middle(ui, rect, text, TYPE_SMALL_BOLD,
					 full ? ROLE_ON_PRIMARY : ROLE_TEXT,
					 ALIGN_CENTRE);
		else if (full)
			draw_icon(ui, rect_inset(rect, CHECK_INSET), ICON_CHECK,
				  ROLE_ON_PRIMARY);
	}
}

/* A bar of WHOLE with a segment of its own for each of the proposals chosen, as
 * long as what it takes. */
static void meter(struct ui *ui, const struct voter_view *view,
		  struct rect rect, int pot)
{
	const struct meeting *meeting = view->meeting;
	bool money = meeting->pots[pot].ballot_type == BALLOT_KNAPSACK;
	int64_t whole =
	    money ? meeting->pots[pot].amount_minor : meeting->pots[pot].points;
	int64_t used = 0;
	int first, end;

	draw_panel(ui, rect, rect.h / 4, ROLE_TRACK, ROLE_OUTLINE, METER_EDGE);
	if (whole <= 0)
		return;
	meeting_pot_range(meeting, pot, &first, &end);
	rect = rect_inset(rect, METER_EDGE);
	for (int i = first; i < end; i++) {
		int value = view->session->ballot.value[i];
		int64_t part = money ? meeting->proposals[i].cost_minor : value;
		struct rect segment = rect;

		if (value == 0)
			continue;
		segment.x += (int)(rect.w * used / whole);
		used += part;
		segment.w = rect.x + (int)(rect.w * used / whole) - segment.x -
			    METER_GAP;
		if (segment.w > 0)
			draw_panel(ui, segment, METER_GAP, ROLE_METER,
				   ROLE_METER, 0);
	}
}

static bool has_meter(const struct pot *pot)
{
	return pot->ballot_type == BALLOT_KNAPSACK ||
	       pot->ballot_type == BALLOT_POINTS;
}

/* The words alone, the largest that have room. */
static void words_alone(struct ui *ui, struct rect rect, const char *text)
{
	draw_text_middle(ui, rect, text,
			 wording_fit(ui, text, rect.w, rect.h, TYPE_TITLE),
			 ROLE_TEXT, ALIGN_START);
}

static void meter_draw(struct ui *ui, const struct voter_view *view,
		       struct rect rect, int pot, const char *text)
{
	int high = form_small(ui) ? METER_H_SMALL : METER_H;
	struct rect bar, all = rect;

	bar = rect_take_bottom(&rect, high, GAP / 4);
	/* Words before pictures. */
	if (!text_fits(ui, text, TYPE_SMALL_BOLD, rect.w, rect.h)) {
		words_alone(ui, all, text);
		return;
	}
	meter(ui, view, bar, pot);
	words_alone(ui, rect, text);
}

void state_draw(struct ui *ui, const struct voter_view *view, int pot)
{
	const struct meeting *meeting = view->meeting;
	enum ballot_type type = meeting->pots[pot].ballot_type;
	int most = wording_most(meeting, pot);
	int chosen = ballot_chosen(meeting, &view->session->ballot, pot);
	bool stacked = form_low(ui), ranks = type == BALLOT_RANK;
	int size = stacked ? CIRCLE_SMALL : CIRCLE;
	int width = most * (size + CIRCLE_GAP);
	struct rect rect = form_state(ui);
	char text[WORDING_TEXT], *part;

	ballot_state(view, pot, text);
	/* Of two parts, what is left matters more than what is used. */
	part = strstr(text, PART);
	if (part && !text_fits(ui, text, TYPE_SMALL_BOLD, rect.w, rect.h))
		memmove(text, part + strlen(PART),
			strlen(part + strlen(PART)) + 1);
	if (has_meter(&meeting->pots[pot])) {
		meter_draw(ui, view, rect, pot, text);
	} else if (type == BALLOT_SCORE || most > CIRCLES ||
		   (stacked
			? text_width(ui, text, TYPE_SMALL_BOLD)
			: width + text_width(ui, text, TYPE_TITLE)) > rect.w ||
		   width > rect.w) {
		words_alone(ui, rect, text);
	} else if (stacked) {
		struct rect top = rect_take_top(&rect, rect.h / 2, 0);

		circles(ui, top, size, chosen, most, ranks);
		draw_text_middle(ui, rect, text, TYPE_SMALL_BOLD, ROLE_TEXT,
				 ALIGN_START);
	} else {
		circles(ui, rect, size, chosen, most, ranks);
		rect_take_start(&rect, width, GAP);
		words_alone(ui, rect, text);
	}
}
