#include "hall/count_card.h"

#include <stdio.h>
#include <string.h>

#include "hall/count_choices.h"
#include "hall/frame.h"
#include "hall/pill.h"
#include "words/votes.h"
#include "words/words.h"

enum { WIDTH_LEAST = 480, WIDTH_MOST = 600 };
enum { EDGE = 4, PAD = 18, POT_GAP = 16 };

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
	width = frame_width(ui, text, TYPE_HALL_STRONG) + COUNT_PILL_APART;
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

/* The pot's title, where there are several, and over its numbers what they are
 * where ballots have more than a tick. */
static void put_head(struct count_card *card, int pot)
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
		line.w -= frame_width(card->ui, word, TYPE_HALL_BODY) +
			  COUNT_PILL_APART;
	}
	high = *title ? text_height(card->ui, title, TYPE_HALL_BODY, line.w)
		      : FRAME_LINE;
	count_put_text(card, line, title, TYPE_HALL_BODY, ROLE_MUTED);
	rect_take_top(&card->rest, high, 0);
}

/* Pot for pot. */
static void put_pots(struct count_card *card,
		     void (*put)(struct count_card *card, int first, int end))
{
	const struct meeting *meeting = card->view->meeting;

	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int first, end;

		meeting_pot_range(meeting, pot, &first, &end);
		put_head(card, pot);
		if (ballot_chosen(meeting, card->ballot, pot) == 0)
			count_put_line(card, _("Blank"), TYPE_HALL_STRONG,
				       ROLE_TEXT, 0);
		else
			put(card, first, end);
		rect_take_top(&card->rest, 0, POT_GAP);
	}
	card->rest.h += POT_GAP + COUNT_CHOICE_GAP; /* none below the last */
}

static void put_with_titles(struct count_card *card)
{
	put_pots(card, count_put_titles);
}

static void put_with_numbers(struct count_card *card)
{
	put_pots(card, count_put_numbers);
}

/* Nothing but the numbers, of all pots. */
static void put_bare(struct count_card *card)
{
	const struct meeting *meeting = card->view->meeting;

	if (ballot_blank(meeting, card->ballot))
		count_put_line(card, _("Blank"), TYPE_HALL_STRONG, ROLE_TEXT,
			       0);
	else
		count_put_numbers(card, 0, meeting->proposal_count);
}

void count_card_draw(struct ui *ui, struct rect rect,
		     const struct hall_view *view, const struct ballot *ballot)
{
	static void (*const ways[])(struct count_card * card) = {
	    put_with_titles, put_with_numbers, put_bare};
	enum { WAYS = sizeof(ways) / sizeof(ways[0]) };
	struct rect inside = count_card_panel(ui, rect);
	struct count_card card = {.ui = ui, .view = view, .ballot = ballot};
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
