#include "hall/count_card.h"

#include <stdio.h>
#include <string.h>

#include "core/ballot.h"
#include "hall/frame.h"
#include "hall/pill.h"
#include "words/votes.h"
#include "words/words.h"

enum { WIDTH_LEAST = 480, WIDTH_MOST = 600 };
enum { EDGE = 4, PAD = 18, CHOICE_GAP = 4, POT_GAP = 16, PILL_APART = 12 };
enum { POINTS_TEXT = 16 };

/* A ballot being laid out: drawn, or only measured when DRAWN is false. */
struct card {
	struct ui *ui;
	const struct hall_view *view;
	const struct ballot *ballot;
	struct rect rest; /* what is still free */
	bool drawn;
};

/* How wide the longest word of TEXT is. */
static int longest_word(struct ui *ui, const char *text)
{
	int longest = 0;

	while (*text) {
		size_t length = strcspn(text, " ");
		char word[HALL_LINE];
		int width;

		snprintf(word, sizeof(word), "%.*s", (int)length, text);
		width = frame_width(ui, word, TYPE_HALL_BODY);
		longest = width > longest ? width : longest;
		text += length + strspn(text + length, " ");
	}
	return longest;
}

/* What stands beside a title of POT: its place and its points. */
static int beside_width(struct ui *ui, const struct pot *pot)
{
	char text[HALL_LINE];
	int width;

	if (ballot_type_ticked(pot->ballot_type))
		return 0;
	snprintf(text, sizeof(text), "%d", ballot_value_most(pot));
	width = frame_width(ui, text, TYPE_HALL_STRONG) + PILL_APART;
	if (pot->ballot_type != BALLOT_RANK)
		return width;
	snprintf(text, sizeof(text), _("%1$d. %2$s"), pot->choose_max, "");
	return width + frame_width(ui, text, TYPE_HALL_BODY);
}

int count_card_width(struct ui *ui, const struct hall_view *view)
{
	int longest = 0, width, beside = 0;

	for (int i = 0; i < view->meeting->pot_count; i++) {
		width = beside_width(ui, &view->meeting->pots[i]);
		beside = width > beside ? width : beside;
	}

	for (int i = 0; i < view->meeting->proposal_count; i++) {
		width = longest_word(
		    ui, meeting_short_title(view->meeting, i, view->language));
		longest = width > longest ? width : longest;
	}
	width = 2 * (EDGE + PAD) + pill_width(ui, view->meeting) + PILL_GAP +
		longest + beside;
	if (width < WIDTH_LEAST)
		return WIDTH_LEAST;
	return width < WIDTH_MOST ? width : WIDTH_MOST;
}

struct rect count_card_panel(struct ui *ui, struct rect rect)
{
	enum { INSET = EDGE + PAD };

	draw_panel(ui, rect, 8, ROLE_BG, ROLE_TEXT, EDGE);
	return (struct rect){rect.x + INSET, rect.y + INSET, rect.w - 2 * INSET,
			     rect.h - 2 * INSET};
}

static void put_text(struct card *card, struct rect rect, const char *text,
		     enum type type, enum role role)
{
	if (card->drawn)
		draw_text(card->ui, rect, text, type, role, ALIGN_START);
}

/* TEXT over the whole width, and GAP below it. */
static void put_line(struct card *card, const char *text, enum type type,
		     enum role role, int gap)
{
	int high = text_height(card->ui, text, type, card->rest.w);

	put_text(card, rect_take_top(&card->rest, high, gap), text, type, role);
}

/* The strokes that the ballot gives PROPOSAL, short. */
static void points_text(const struct card *card, int proposal,
			char ret_text[POINTS_TEXT])
{
	snprintf(ret_text, POINTS_TEXT, "%d",
		 ballot_support(card->view->meeting, card->ballot, proposal));
}

static bool ticked(const struct card *card, int proposal)
{
	const struct meeting *meeting = card->view->meeting;

	return ballot_type_ticked(
	    meeting->pots[meeting->proposals[proposal].pot].ballot_type);
}

/* What is chosen of a proposal: its title, with its place before it where
 * ballots rank. */
static void choice_text(const struct card *card, int proposal,
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
static struct rect put_points(struct card *card, struct rect line, int proposal)
{
	char text[POINTS_TEXT];

	if (ticked(card, proposal))
		return line;
	points_text(card, proposal, text);
	if (card->drawn)
		draw_text(card->ui, line, text, TYPE_HALL_STRONG, ROLE_TEXT,
			  ALIGN_END);
	line.w -= frame_width(card->ui, text, TYPE_HALL_STRONG) + PILL_APART;
	return line;
}

static void put_choice(struct card *card, int proposal)
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
	put_text(card, beside, text, TYPE_HALL_BODY, ROLE_TEXT);
	rect_take_top(&card->rest, high, CHOICE_GAP);
}

/* The places [FIRST, END) that the ballot names: as they stand, or the best
 * first where it ranks them. */
static int named_places(const struct card *card, int first, int end,
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

static void put_titles(struct card *card, int first, int end)
{
	int places[MEETING_PROPOSALS];
	int count = named_places(card, first, end, places);

	for (int i = 0; i < count; i++)
		put_choice(card, places[i]);
}

/* How wide the points beside the numbers of PLACES are; 0 where there are none.
 */
static int points_width(const struct card *card, const int *places, int count)
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

static void put_number(struct card *card, struct rect cell, int pill,
		       int proposal)
{
	char text[POINTS_TEXT];

	if (!card->drawn)
		return;
	pill_draw(card->ui, &cell, pill, card->view->meeting, proposal);
	if (ticked(card, proposal))
		return;
	points_text(card, proposal, text);
	put_text(card, cell, text, TYPE_HALL_BODY, ROLE_TEXT);
}

/* As many numbers of [FIRST, END) as there is room for, each with the points
 * beside it where ballots have more than a tick; then how many more. */
static void put_numbers(struct card *card, int first, int end)
{
	int places[MEETING_PROPOSALS];
	int count = named_places(card, first, end, places);
	int pill = pill_width(card->ui, card->view->meeting), wide = pill;
	int points = points_width(card, places, count);
	int columns, room, shown;
	char more[HALL_LINE];

	if (points)
		wide += PILL_GAP + points;
	columns = (card->rest.w + PILL_APART) / (wide + PILL_APART);
	columns = columns > 1 ? columns : 1;
	room = columns * (card->rest.h / FRAME_LINE - 1);
	shown = count < room ? count : room > 0 ? room : 0;
	for (int i = 0; i < shown; i++) {
		struct rect cell = card->rest;

		cell.x += i % columns * (wide + PILL_APART);
		cell.y += i / columns * FRAME_LINE;
		cell.w = wide;
		put_number(card, cell, pill, places[i]);
	}
	rect_take_top(&card->rest, (shown + columns - 1) / columns * FRAME_LINE,
		      CHOICE_GAP);
	if (shown == count)
		return;
	snprintf(more, sizeof(more),
		 words_plural("and %d more", "and %d more",
			      (unsigned long)(count - shown)),
		 count - shown);
	put_line(card, more, TYPE_HALL_BODY, ROLE_TEXT, CHOICE_GAP);
}

/* The pot's title, where there are several, and over its numbers what they are
 * where ballots have more than a tick. */
static void put_head(struct card *card, int pot)
{
	const struct meeting *meeting = card->view->meeting;
	const struct pot *about = &meeting->pots[pot];
	const bool points = !ballot_type_ticked(about->ballot_type) &&
			    ballot_chosen(meeting, card->ballot, pot) > 0;
	const char *title = meeting->pot_count > 1
				? meeting_text(meeting, &about->title,
					       card->view->language, NULL)
				: "";
	struct rect line = card->rest;
	int high;

	if (!points && !*title)
		return;
	if (points) {
		const char *word = votes_head(about->ballot_type);

		if (card->drawn)
			draw_text(card->ui, line, word, TYPE_HALL_BODY,
				  ROLE_MUTED, ALIGN_END);
		line.w -=
		    frame_width(card->ui, word, TYPE_HALL_BODY) + PILL_APART;
	}
	high = *title ? text_height(card->ui, title, TYPE_HALL_BODY, line.w)
		      : FRAME_LINE;
	put_text(card, line, title, TYPE_HALL_BODY, ROLE_MUTED);
	rect_take_top(&card->rest, high, 0);
}

/* Pot for pot. */
static void put_pots(struct card *card,
		     void (*put)(struct card *card, int first, int end))
{
	const struct meeting *meeting = card->view->meeting;

	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int first, end;

		meeting_pot_range(meeting, pot, &first, &end);
		put_head(card, pot);
		if (ballot_chosen(meeting, card->ballot, pot) == 0)
			put_line(card, _("Blank"), TYPE_HALL_STRONG, ROLE_TEXT,
				 0);
		else
			put(card, first, end);
		rect_take_top(&card->rest, 0, POT_GAP);
	}
	card->rest.h += POT_GAP + CHOICE_GAP; /* none below the last */
}

static void put_with_titles(struct card *card)
{
	put_pots(card, put_titles);
}

static void put_with_numbers(struct card *card)
{
	put_pots(card, put_numbers);
}

/* Nothing but the numbers, of all pots. */
static void put_bare(struct card *card)
{
	const struct meeting *meeting = card->view->meeting;

	if (ballot_blank(meeting, card->ballot))
		put_line(card, _("Blank"), TYPE_HALL_STRONG, ROLE_TEXT, 0);
	else
		put_numbers(card, 0, meeting->proposal_count);
}

void count_card_draw(struct ui *ui, struct rect rect,
		     const struct hall_view *view, const struct ballot *ballot)
{
	static void (*const ways[])(struct card * card) = {
	    put_with_titles, put_with_numbers, put_bare};
	enum { WAYS = sizeof(ways) / sizeof(ways[0]) };
	struct rect inside = count_card_panel(ui, rect);
	struct card card = {.ui = ui, .view = view, .ballot = ballot};
	int way = 0;

	for (; way < WAYS - 1; way++) {
		card.rest = inside;
		ways[way](&card);
		if (card.rest.h >= 0)
			break;
	}
	card.rest = inside;
	card.drawn = true;
	ways[way](&card);
}
