#include "hall/count_card.h"

#include <stdio.h>
#include <string.h>

#include "core/ballot.h"
#include "hall/frame.h"
#include "hall/pill.h"
#include "words/words.h"

enum { WIDTH_LEAST = 480, WIDTH_MOST = 600 };
enum { EDGE = 4, PAD = 18, CHOICE_GAP = 4, POT_GAP = 16, PILL_APART = 12 };

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

int count_card_width(struct ui *ui, const struct hall_view *view)
{
	int longest = 0, width;

	for (int i = 0; i < view->meeting->proposal_count; i++) {
		width = longest_word(
		    ui, meeting_short_title(view->meeting, i, view->language));
		longest = width > longest ? width : longest;
	}
	width = 2 * (EDGE + PAD) + pill_width(ui, view->meeting) + PILL_GAP +
		longest;
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

/* What is chosen of a proposal: its title, with the value where ballots have
 * more than a tick. */
static void choice_text(const struct card *card, int proposal,
			char ret_text[HALL_LINE])
{
	const struct hall_view *view = card->view;
	const char *title =
	    meeting_short_title(view->meeting, proposal, view->language);
	int pot = view->meeting->proposals[proposal].pot;

	if (view->meeting->pots[pot].ballot_type == BALLOT_APPROVAL)
		snprintf(ret_text, HALL_LINE, "%s", title);
	else
		snprintf(ret_text, HALL_LINE, "%s: %d", title,
			 card->ballot->value[proposal]);
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
	choice_text(card, proposal, text);
	high = text_height(card->ui, text, TYPE_HALL_BODY, beside.w);
	put_text(card, beside, text, TYPE_HALL_BODY, ROLE_TEXT);
	rect_take_top(&card->rest, high, CHOICE_GAP);
}

static void put_titles(struct card *card, int first, int end)
{
	for (int i = first; i < end; i++)
		if (card->ballot->value[i] != 0)
			put_choice(card, i);
}

/* As many numbers of [FIRST, END) as there is room for, then how many more. */
static void put_numbers(struct card *card, int first, int end)
{
	const struct meeting *meeting = card->view->meeting;
	int pill = pill_width(card->ui, meeting), at = 0, left = 0;
	int columns = (card->rest.w + PILL_APART) / (pill + PILL_APART);
	int rows = card->rest.h / FRAME_LINE - 1;
	char more[HALL_LINE];

	for (int i = first; i < end; i++) {
		struct rect rect = card->rest;

		if (card->ballot->value[i] == 0)
			continue;
		if (at >= columns * rows) {
			left++;
			continue;
		}
		rect.x += at % columns * (pill + PILL_APART);
		rect.y += at / columns * FRAME_LINE;
		if (card->drawn)
			pill_draw(card->ui, &rect, pill, meeting, i);
		at++;
	}
	rect_take_top(&card->rest, (at + columns - 1) / columns * FRAME_LINE,
		      CHOICE_GAP);
	if (left == 0)
		return;
	snprintf(more, sizeof(more), _("and %d more"), left);
	put_line(card, more, TYPE_HALL_BODY, ROLE_TEXT, CHOICE_GAP);
}

/* Pot for pot under its title, when there are several. */
static void put_pots(struct card *card,
		     void (*put)(struct card *card, int first, int end))
{
	const struct meeting *meeting = card->view->meeting;

	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int first, end;

		meeting_pot_range(meeting, pot, &first, &end);
		if (meeting->pot_count > 1)
			put_line(card,
				 meeting_text(meeting,
					      &meeting->pots[pot].title,
					      card->view->language, NULL),
				 TYPE_HALL_BODY, ROLE_MUTED, 0);
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
