#include "hall/count_choices.h"

#include <stdio.h>

#include "hall/frame.h"
#include "hall/pill.h"
#include "words/words.h"

enum { POINTS_TEXT = 16 };

void count_put_text(struct count_card *card, struct rect rect, const char *text,
		    enum type type, enum role role)
{
	if (card->drawn)
		draw_text(card->ui, rect, text, type, role, ALIGN_START);
}

void count_put_line(struct count_card *card, const char *text, enum type type,
		    enum role role, int gap)
{
	int high = text_height(card->ui, text, type, card->rest.w);

	count_put_text(card, rect_take_top(&card->rest, high, gap), text, type,
		       role);
}

/* The strokes that the ballot gives PROPOSAL, short. */
static void points_text(const struct count_card *card, int proposal,
			char ret_text[POINTS_TEXT])
{
	snprintf(ret_text, POINTS_TEXT, "%d",
		 ballot_support(card->view->meeting, card->ballot, proposal));
}

static bool ticked(const struct count_card *card, int proposal)
{
	const struct meeting *meeting = card->view->meeting;

	return ballot_type_ticked(
	    meeting->pots[meeting->proposals[proposal].pot].ballot_type);
}

/* What is chosen of a proposal: its title, with its place before it where
 * ballots rank. */
static void choice_text(const struct count_card *card, int proposal,
			char ret_text[HALL_LINE])
{
	const struct meeting *meeting = card->view->meeting;
	const char *title =
	    meeting_short_title(meeting, proposal, card->view->language);
	int pot = meeting->proposals[proposal].pot;

	if (meeting->pots[pot].ballot_type == BALLOT_RANK)
		/* TRANSLATORS: a proposal's place on a ballot, and its title:
		 * "2. Playground". */
		words_fill(ret_text, HALL_LINE, _("%1$d. %2$s"),
			   card->ballot->value[proposal], title);
	else
		snprintf(ret_text, HALL_LINE, "%s", title);
}

/* The strokes that PROPOSAL gets, at the end of LINE; what is left of it. */
static struct rect put_points(struct count_card *card, struct rect line,
			      int proposal)
{
	char text[POINTS_TEXT];

	if (ticked(card, proposal))
		return line;
	points_text(card, proposal, text);
	if (card->drawn)
		draw_text(card->ui, line, text, TYPE_HALL_STRONG, ROLE_TEXT,
			  ALIGN_END);
	line.w -=
	    frame_width(card->ui, text, TYPE_HALL_STRONG) + COUNT_PILL_APART;
	return line;
}

static void put_choice(struct count_card *card, int proposal)
{
	const struct meeting *meeting = card->view->meeting;
	int pill = pill_width(card->ui, meeting), high;
	struct rect line = card->rest, beside = line;
	char text[HALL_LINE];

	if (card->drawn)
		pill_draw(card->ui, &beside, pill, meeting, proposal);
	else
		beside.w -= pill + PILL_GAP;
	beside = put_points(card, beside, proposal);
	choice_text(card, proposal, text);
	high = text_height(card->ui, text, TYPE_HALL_BODY, beside.w);
	count_put_text(card, beside, text, TYPE_HALL_BODY, ROLE_TEXT);
	rect_take_top(&card->rest, high, COUNT_CHOICE_GAP);
}

/* The places [FIRST, END) that the ballot names: as they stand, or the best
 * first where it ranks them. */
static int named_places(const struct count_card *card, int first, int end,
			int ret_places[MEETING_PROPOSALS])
{
	const struct meeting *meeting = card->view->meeting;
	const short *value = card->ballot->value;
	int count = 0;

	for (int i = first; i < end; i++) {
		int pot = meeting->proposals[i].pot, at = count;

		if (value[i] == 0)
			continue;
		for (;
		     meeting->pots[pot].ballot_type == BALLOT_RANK && at > 0 &&
		     meeting->proposals[ret_places[at - 1]].pot == pot &&
		     value[ret_places[at - 1]] > value[i];
		     at--)
			ret_places[at] = ret_places[at - 1];
		ret_places[at] = i;
		count++;
	}
	return count;
}

void count_put_titles(struct count_card *card, int first, int end)
{
	int places[MEETING_PROPOSALS];
	int count = named_places(card, first, end, places);

	for (int i = 0; i < count; i++)
		put_choice(card, places[i]);
}

/* How wide the points beside the numbers of PLACES are; 0 where there are none.
 */
static int points_width(const struct count_card *card, const int *places,
			int count)
{
	int widest = 0;

	for (int i = 0; i < count; i++) {
		char text[POINTS_TEXT];
		int width;

		if (ticked(card, places[i]))
			continue;
		points_text(card, places[i], text);
		width = frame_width(card->ui, text, TYPE_HALL_BODY);
		widest = width > widest ? width : widest;
	}
	return widest;
}

static void put_number(struct count_card *card, struct rect cell, int pill,
		       int proposal)
{
	char text[POINTS_TEXT];

	if (!card->drawn)
		return;
	pill_draw(card->ui, &cell, pill, card->view->meeting, proposal);
	if (ticked(card, proposal))
		return;
	points_text(card, proposal, text);
	count_put_text(card, cell, text, TYPE_HALL_BODY, ROLE_TEXT);
}

void count_put_numbers(struct count_card *card, int first, int end)
{
	int places[MEETING_PROPOSALS];
	int count = named_places(card, first, end, places);
	int pill = pill_width(card->ui, card->view->meeting), wide = pill;
	int points = points_width(card, places, count);
	int columns, room, shown;
	char more[HALL_LINE];

	if (points)
		wide += PILL_GAP + points;
	columns = (card->rest.w + COUNT_PILL_APART) / (wide + COUNT_PILL_APART);
	columns = columns > 1 ? columns : 1;
	room = columns * (card->rest.h / FRAME_LINE - 1);
	shown = count < room ? count : room > 0 ? room : 0;
	for (int i = 0; i < shown; i++) {
		struct rect cell = card->rest;

		cell.x += i % columns * (wide + COUNT_PILL_APART);
		cell.y += i / columns * FRAME_LINE;
		cell.w = wide;
		put_number(card, cell, pill, places[i]);
	}
	rect_take_top(&card->rest, (shown + columns - 1) / columns * FRAME_LINE,
		      COUNT_CHOICE_GAP);
	if (shown == count)
		return;
	snprintf(more, sizeof(more),
		 words_plural("and %d more", "and %d more",
			      (unsigned long)(count - shown)),
		 count - shown);
	count_put_line(card, more, TYPE_HALL_BODY, ROLE_TEXT, COUNT_CHOICE_GAP);
}
