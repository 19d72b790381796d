/* The urn counted by hand: a number at a time, by two people; then which count
 * stands. */
#include <stdio.h>
#include <string.h>

#include "panel/panel_parts.h"
#include "words/votes.h"
#include "words/words.h"

enum {
	FIELD_H = 96,
	TABLE_LINE = 44,
	NUMBER_W = 180,
	NUMBER_W_TABLET = 164,
};

static const char *advice(const struct panel *panel)
{
	if (panel->over)
		return _("That is more than the slips you counted can give.");
	if (panel->differs)
		return _("The two counts differ here. Count this once more.");
	return panel->person == 0 ? _("First person: type what you counted.")
				  : _("Second person: type what you counted.");
}

static void question(const struct panel_page_view *view,
		     char ret_text[PANEL_LINE_TEXT])
{
	if (view->panel->row == 0)
		snprintf(ret_text, PANEL_LINE_TEXT, "%s",
			 _("How many slips are in the urn?"));
	else
		panel_proposal(view, view->panel->row - 1, ret_text);
}

/* What to count of proposal INDEX: slips with its cross, or all that stands in
 * its boxes. */
static const char *unit(const struct panel_page_view *view, int index)
{
	const struct meeting *meeting = view->facts->meeting;

	return votes_or(
	    meeting->pots[meeting->proposals[index].pot].ballot_type,
	    _("How many slips have a cross here?"),
	    _("Its points on all slips, added up:"));
}

/* "2 of 11", at the end of the line of the title. */
static void progress_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel *panel = view->panel;
	int asked = 0, at = 0;
	char text[PANEL_LINE_TEXT];

	for (int row = 0; row <= view->facts->meeting->proposal_count; row++) {
		asked += panel->asked[row];
		at += panel->asked[row] && row <= panel->row;
	}
	snprintf(text, sizeof(text), _("%1$d of %2$d"), at, asked);
	rect.h = PANEL_TITLE_H;
	draw_text_middle(view->ui, rect, text, TYPE_BODY, ROLE_MUTED,
			 ALIGN_END);
}

void panel_hand_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel *panel = view->panel;
	char text[PANEL_LINE_TEXT];
	struct rect field;

	progress_draw(view, rect);
	panel_title(view, &rect, _("Count by hand"));
	panel_foot(view, &rect, _("Back"), _("Next"),
		   panel->number_length == 0);
	panel_pad(view, panel_pad_place(view, &rect));
	panel_line(view, &rect, advice(panel),
		   panel->over || panel->differs ? ROLE_DANGER : ROLE_TEXT);
	question(view, text);
	draw_text(
	    view->ui,
	    panel_cut(&rect, text_height(view->ui, text, TYPE_H2, rect.w)),
	    text, TYPE_H2, ROLE_PRIMARY, ALIGN_START);
	if (panel->row > 0)
		panel_line(view, &rect, unit(view, panel->row - 1), ROLE_TEXT);
	field = panel_cut(&rect, FIELD_H);
	draw_panel(view->ui, field, 8, ROLE_BG, ROLE_OUTLINE, 3);
	draw_text_middle(view->ui, field, panel->number, TYPE_H1, ROLE_TEXT,
			 ALIGN_CENTRE);
}

static int number_w(const struct panel_page_view *view)
{
	return panel_columns(view, NUMBER_W, NUMBER_W, NUMBER_W_TABLET);
}

/* One line: what, by machine, by hand; those that differ stand out. */
static void line_draw(const struct panel_page_view *view, struct rect line,
		      const char *what, int64_t machine, int64_t hand)
{
	enum role role = machine == hand ? ROLE_TEXT : ROLE_DANGER;
	enum type type = machine == hand ? TYPE_BODY : TYPE_TITLE;
	struct rect number = line;
	int wide = number_w(view);
	char text[32];

	if (machine != hand)
		draw_panel(view->ui, line, 4, ROLE_SURFACE, ROLE_SURFACE, 0);
	line.w -= 2 * wide + PANEL_GAP;
	draw_text_middle(view->ui, line, what, type, role, ALIGN_START);
	number.x += number.w - 2 * wide;
	number.w = wide;
	snprintf(text, sizeof(text), "%lld", (long long)machine);
	draw_text_middle(view->ui, number, text, type, role, ALIGN_END);
	number.x += wide;
	snprintf(text, sizeof(text), "%lld", (long long)hand);
	draw_text_middle(view->ui, number, text, type, role, ALIGN_END);
}

static void head_draw(const struct panel_page_view *view, struct rect line)
{
	int wide = number_w(view);
	struct rect number = {line.x + line.w - 2 * wide, line.y, wide, line.h};

	draw_text_middle(view->ui, number, _("Machine"), TYPE_SMALL_BOLD,
			 ROLE_MUTED, ALIGN_END);
	number.x += wide;
	draw_text_middle(view->ui, number, _("Hand"), TYPE_SMALL_BOLD,
			 ROLE_MUTED, ALIGN_END);
}

/* What differs comes first: it is what the choice is about. Returns how many
 * rows there are; row 0 is the ballots. */
static int rows_order(const struct panel_page_view *view,
		      int ret_rows[1 + MEETING_PROPOSALS])
{
	const struct tally *box = view->facts->box;
	const struct panel_hand *hand = &view->panel->hand[0];
	int all = 1 + view->facts->meeting->proposal_count, count = 0;

	for (int same = 0; same < 2; same++)
		for (int row = 0; row < all; row++) {
			bool is = row == 0 ? box->ballots == hand->ballots
					   : box->support[row - 1] ==
						 hand->votes[row - 1];

			if (is == (same == 1))
				ret_rows[count++] = row;
		}
	return count;
}

static void row_draw(const struct panel_page_view *view, struct rect line,
		     int row)
{
	const struct tally *box = view->facts->box;
	const struct panel_hand *hand = &view->panel->hand[0];
	char what[PANEL_LINE_TEXT];

	if (row == 0) {
		line_draw(view, line, _("Ballots"), box->ballots,
			  hand->ballots);
		return;
	}
	panel_proposal(view, row - 1, what);
	line_draw(view, line, what, box->support[row - 1],
		  hand->votes[row - 1]);
}

/* As many rows as RECT holds, and a button to the next ones. */
static void table_draw(const struct panel_page_view *view, struct rect rect)
{
	int rows[1 + MEETING_PROPOSALS], all = rows_order(view, rows);
	int fit, pages, first;

	head_draw(view, panel_cut(&rect, PANEL_LINE - PANEL_GAP));
	fit = rect.h / TABLE_LINE;
	if (all > fit)
		fit = (rect.h - PANEL_ROW_H - PANEL_GAP) / TABLE_LINE;
	pages = (all + fit - 1) / fit;
	first = view->panel->rows_page % pages * fit;
	for (int i = first; i < all && i < first + fit; i++)
		row_draw(view,
			 (struct rect){rect.x,
				       rect.y + (i - first) * TABLE_LINE,
				       rect.w, TABLE_LINE},
			 rows[i]);
	if (pages == 1)
		return;
	rect = panel_cut_bottom(&rect, PANEL_ROW_H);
	rect.w /= 3;
	panel_button(view, rect, PANEL_WIDGET_MORE, 0, BUTTON_PLAIN,
		     _("Show more"), ICON_NEXT,
		     (struct panel_intent){PANEL_INTENT_MORE,
					   view->panel->rows_page + 1});
}

/* Back, and the two that can be chosen: who agrees has nothing to choose. */
static void choice_draw(const struct panel_page_view *view, struct rect rect)
{
	static const struct {
		int value;
		const char *label;
	} choices[] = {
	    {0, N_("The machine's count stands")},
	    {1, N_("The count by hand stands")},
	};

	panel_button(view, panel_cell(rect, 3, rect.h, 0), PANEL_WIDGET_BACK, 0,
		     BUTTON_PLAIN, _("Back"), -1,
		     (struct panel_intent){PANEL_INTENT_BACK, 0});
	for (int i = 0; i < 2; i++)
		panel_button(view, panel_cell(rect, 3, rect.h, i + 1),
			     PANEL_WIDGET_STAND, choices[i].value, BUTTON_PLAIN,
			     _(choices[i].label), -1,
			     (struct panel_intent){PANEL_INTENT_STAND,
						   choices[i].value});
}

void panel_stands_draw(const struct panel_page_view *view, struct rect rect)
{
	bool agrees = panel_hand_agrees(view->panel, view->facts);

	panel_title(view, &rect,
		    agrees ? _("Both counts agree") : _("The counts differ"));
	if (agrees)
		panel_foot(view, &rect, _("Back"), _("Keep it"), false);
	else
		choice_draw(view, panel_cut_bottom(&rect, PANEL_BUTTON_H));
	table_draw(view, rect);
}
