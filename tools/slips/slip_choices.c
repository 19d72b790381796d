/* What stands on a slip with boxes to tick, and where. */
#include "tools/slips/slip_choices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tools/slips/slip_choices_inside.h"
#include "words/votes.h"
#include "words/words.h"

#define ROW_GAP_MM 0.9

/* Where there is room, rows stand wider apart than they must: percent. */
enum { STRETCH_MOST = 140, STRETCH_STEP = 5 };

double slip_line_mm(double size_pt)
{
	return size_pt * SLIP_LINE * 25.4 / 72;
}

/* How many of POT's proposals one may choose. */
static void limit_text(const struct meeting *meeting, int pot,
		       char text[SLIP_LINE_TEXT])
{
	const struct pot *at = &meeting->pots[pot];
	int first, end, most = at->choose_max;

	meeting_pot_range(meeting, pot, &first, &end);
	if (at->ballot_type != BALLOT_APPROVAL)
		ballot_short(at, end - first, text);
	else if (most == at->choose_min && most > 0)
		snprintf(text, SLIP_LINE_TEXT, _("exactly %d"), most);
	else if (at->choose_min > 0 && most < end - first)
		snprintf(text, SLIP_LINE_TEXT, _("at least %1$d, at most %2$d"),
			 at->choose_min, most);
	else if (most < end - first)
		snprintf(text, SLIP_LINE_TEXT, _("at most %d"), most);
	else if (at->choose_min > 0)
		snprintf(text, SLIP_LINE_TEXT, _("at least %d"),
			 at->choose_min);
	else
		snprintf(text, SLIP_LINE_TEXT, "%s", _("as many as you like"));
}

/* Every pot with its proposals, in the meeting's language at index LANGUAGE, as
 * the first or SECOND of the slip. A text that the second lacks stands there
 * once only. */
static void fill(struct slip_choices *choices, const struct meeting *meeting,
		 int language, bool second)
{
	struct slip_line *line = choices->lines;

	words_language(meeting->languages[language]);
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int first, end;

		meeting_pot_range(meeting, pot, &first, &end);
		if (first == end)
			continue;
		snprintf(line->text[second], SLIP_LINE_TEXT, "%s",
			 meeting_text(meeting, &meeting->pots[pot].title,
				      language, NULL));
		limit_text(meeting, pot, line->end[second]);
		line++;
		for (int i = first; i < end; i++, line++) {
			line->number = meeting->proposals[i].number;
			snprintf(line->text[second], SLIP_LINE_TEXT, "%s",
				 meeting_short_title(meeting, i, language));
			if (!second)
				words_money(meeting->proposals[i].cost_minor,
					    line->end[0]);
		}
	}
	choices->count = (int)(line - choices->lines);
	for (int i = 0; second && i < choices->count; i++) {
		line = &choices->lines[i];
		if (strcmp(line->text[0], line->text[1]) == 0)
			line->text[1][0] = '\0';
		if (strcmp(line->end[0], line->end[1]) == 0)
			line->end[1][0] = '\0';
	}
}

/* Whether the meeting has a second language, and our fonts write all of it. */
static bool second_writable(const struct slip_choices *choices)
{
	for (int i = 0; i < choices->count; i++)
		if (!paper_font_has(choices->font, choices->lines[i].text[1]) ||
		    !paper_font_has(choices->font, choices->lines[i].end[1]))
			return false;
	return true;
}

/* The heading of the pot in which line INDEX stands. */
static const struct slip_line *heading_of(const struct slip_choices *choices,
					  int index)
{
	while (choices->lines[index].number)
		index--;
	return &choices->lines[index];
}

/* Where column COLUMN begins, from the left. */
static double column_x_mm(const struct slip_choices *choices, int column)
{
	return choices->layout->choices.x_mm +
	       column * (choices->column_mm + choices->layout->choice_gap_mm);
}

/* Gives every line its place, the rows STRETCH times as high as they must be.
 * A heading never stands alone at the foot of a column, and stands again where
 * its pot goes on in the next. False when they do not all fit. */
static bool place(struct slip_choices *choices, double stretch)
{
	const struct slip_place *area = &choices->layout->choices;
	const double row = choices->row_mm * stretch;
	const double heading = choices->heading_mm * stretch;
	double y = 0;
	int column = 0;

	memset(choices->again, 0, sizeof(choices->again));
	for (int i = 0; i < choices->count; i++) {
		struct slip_line *line = &choices->lines[i];
		double least =
		    line->number ? choices->row_mm : choices->heading_mm;

		if (y + (line->number ? row : heading + row) >
		    area->height_mm) {
			if (++column == choices->layout->choice_columns)
				return false;
			y = 0;
			if (line->number) {
				struct slip_line *again =
				    &choices->again[column];

				*again = *heading_of(choices, i);
				y = heading;
				again->x_mm = column_x_mm(choices, column);
				again->y_mm =
				    area->y_mm + heading - choices->heading_mm;
			}
		}
		y += line->number ? row : heading;
		line->x_mm = column_x_mm(choices, column);
		line->y_mm = area->y_mm + y - least;
	}
	return true;
}

/* Whether any pot has something to say in the second language. */
static bool headings_second(const struct slip_choices *choices)
{
	for (int i = 0; i < choices->count; i++)
		if (!choices->lines[i].number &&
		    (*choices->lines[i].text[1] || *choices->lines[i].end[1]))
			return true;
	return false;
}

/* Lays the lines out on PAPER, in the second language too if SECOND. */
static bool fit(struct slip_choices *choices, enum slip_paper paper,
		bool second)
{
	const struct slip_layout *layout = slip_layout(paper);
	double text = slip_line_mm(layout->choices.size_pt);
	double below = second ? slip_line_mm(layout->choice_second_pt) : 0;
	int columns = layout->choice_columns;

	choices->layout = layout;
	choices->second = second;
	choices->column_mm =
	    (layout->choices.width_mm - (columns - 1) * layout->choice_gap_mm) /
	    columns;
	choices->row_mm =
	    text + below > SLIP_BOX_MM ? text + below : SLIP_BOX_MM;
	choices->row_mm += ROW_GAP_MM;
	choices->heading_mm = text + SLIP_HEADING_GAP_MM;
	if (headings_second(choices))
		choices->heading_mm += below;
	for (int percent = STRETCH_MOST; percent >= 100;
	     percent -= STRETCH_STEP)
		if (place(choices, percent / 100.0))
			return true;
	return false;
}

/* The first of these that fits is taken: a larger sheet rather than one
 * language less, but for the largest. */
static enum status fit_any(struct slip_choices *choices, bool second,
			   enum slip_paper *ret_paper)
{
	static const struct {
		enum slip_paper paper;
		bool second;
	} ways[] = {
	    {SLIP_CHOICES_A6, true},  {SLIP_CHOICES_A5, true},
	    {SLIP_CHOICES_A6, false}, {SLIP_CHOICES_A5, false},
	    {SLIP_CHOICES_A4, true},  {SLIP_CHOICES_A4, false},
	};

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		if (ways[i].second && !second)
			continue;
		if (fit(choices, ways[i].paper, ways[i].second)) {
			*ret_paper = ways[i].paper;
			return STATUS_OK;
		}
	}
	return STATUS_LIMIT;
}

enum status slip_choices_open(const struct meeting *meeting, int second,
			      struct paper_font *font,
			      enum slip_paper *ret_paper,
			      struct slip_choices **ret_choices)
{
	struct slip_choices *choices = calloc(1, sizeof(*choices));
	const char *before = words_language(NULL);
	enum status status;

	if (!choices)
		return STATUS_MEMORY;
	choices->font = font;
	fill(choices, meeting, 0, false);
	if (second > 0)
		fill(choices, meeting, second, true);
	words_language(before);
	status =
	    fit_any(choices, second > 0 && second_writable(choices), ret_paper);
	if (status == STATUS_OK)
		*ret_choices = choices;
	else
		slip_choices_free(choices);
	return status;
}

void slip_choices_free(struct slip_choices *choices)
{
	free(choices);
}

bool slip_choices_second(const struct slip_choices *choices)
{
	return choices->second;
}
