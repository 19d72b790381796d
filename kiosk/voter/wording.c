#include "voter/wording.h"

#include <stdio.h>
#include <string.h>

#include "words/words.h"

/* FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, UAX 9. */
#define ISOLATE "\u2068"
#define ISOLATE_END "\u2069"

static const enum type types[] = {TYPE_DISPLAY, TYPE_H1, TYPE_H2, TYPE_TITLE,
				  TYPE_SMALL_BOLD};

enum {
	TYPES = sizeof(types) / sizeof(types[0]),
	NUMBERS = WORDING_TEXT / 2, /* bytes of a list of proposals */
};

bool wording_number(const char *text, int number, char ret_text[WORDING_TEXT])
{
	const char *place = strstr(text, "%d");

	if (!place)
		snprintf(ret_text, WORDING_TEXT, "%s", text);
	else
		snprintf(ret_text, WORDING_TEXT, "%.*s%d%s",
			 (int)(place - text), text, number, place + 2);
	return place != NULL;
}

void wording_money(int64_t minor, char ret_text[WORDING_TEXT])
{
	char money[MONEY_TEXT];

	words_money(minor, money);
	snprintf(ret_text, WORDING_TEXT, ISOLATE "%s" ISOLATE_END, money);
}

void wording_pot(const struct meeting *meeting, int pot,
		 char ret_text[WORDING_TEXT])
{
	char money[WORDING_TEXT];

	wording_money(meeting->pots[pot].amount_minor, money);
	if (meeting->pot_count > 1)
		/* TRANSLATORS: money of this pot; it is pot 1 of 2. */
		snprintf(ret_text, WORDING_TEXT, _("%1$s · pot %2$d of %3$d"),
			 money, pot + 1, meeting->pot_count);
	else
		snprintf(ret_text, WORDING_TEXT, "%s", money);
}

const char *wording_title(const struct voter_view *view, int index,
			  bool *ret_fallback)
{
	return meeting_text(view->meeting,
			    &view->meeting->proposals[index].title,
			    view->session->language, ret_fallback);
}

void wording_place(const struct proposal *proposal, char ret_text[WORDING_TEXT])
{
	char place[WORDING_TEXT / 2];

	snprintf(place, sizeof(place), ISOLATE "%s" ISOLATE_END,
		 proposal->place);
	if (!*proposal->place)
		wording_walk(proposal, ret_text);
	else if (proposal->walk_minutes >= 0)
		/* TRANSLATORS: a place and how many minutes' walk it is. */
		snprintf(ret_text, WORDING_TEXT,
			 _("%1$s · %2$d\u00a0min\u00a0walk"), place,
			 proposal->walk_minutes);
	else
		snprintf(ret_text, WORDING_TEXT, "%s", place);
}

void wording_walk(const struct proposal *proposal, char ret_text[WORDING_TEXT])
{
	ret_text[0] = '\0';
	if (proposal->walk_minutes >= 0)
		/* TRANSLATORS: so many minutes' walk, very short. */
		snprintf(ret_text, WORDING_TEXT, _("%d\u00a0min\u00a0walk"),
			 proposal->walk_minutes);
}

/* The numbers of the proposals that INDEX excludes; returns how many. */
static unsigned long excluded(const struct meeting *meeting, int index,
			      char ret_numbers[NUMBERS])
{
	size_t length = 0;
	unsigned long count = 0;

	for (int i = 0; i < meeting->proposal_count; i++) {
		if (i == index || !meeting_incompatible(meeting, index, i) ||
		    length + sizeof(", 999") > NUMBERS)
			continue;
		length += (size_t)snprintf(
		    ret_numbers + length, NUMBERS - length, "%s%d",
		    count > 0 ? ", " : "", meeting->proposals[i].number);
		count++;
	}
	return count;
}

void wording_incompatible(const struct meeting *meeting, int index,
			  char ret_text[WORDING_TEXT])
{
	char numbers[NUMBERS];
	unsigned long count = excluded(meeting, index, numbers);

	ret_text[0] = '\0';
	if (count > 0)
		/* TRANSLATORS: numbers of proposals, "2" or "2, 5". */
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("Cannot get money together with no. %s",
				      "Cannot get money together with nos. %s",
				      count),
			 numbers);
}

void wording_incompatible_short(const struct meeting *meeting, int index,
				char ret_text[WORDING_TEXT])
{
	char numbers[NUMBERS];
	unsigned long count = excluded(meeting, index, numbers);

	ret_text[0] = '\0';
	if (count > 0)
		/* TRANSLATORS: numbers of proposals; on very little room. */
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("Gets no money with no. %s",
				      "Gets no money with nos. %s", count),
			 numbers);
}

int wording_most(const struct meeting *meeting, int pot)
{
	int most = meeting->pots[pot].choose_max, first, end;

	meeting_pot_range(meeting, pot, &first, &end);
	return end - first < most ? end - first : most;
}

void wording_task(int least, int most, char ret_text[WORDING_TEXT])
{
	unsigned long count = (unsigned long)most;

	if (least <= 1 && most > 1)
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("Choose up to %d proposal.",
				      "Choose up to %d proposals.", count),
			 most);
	else if (least > 1 && least < most)
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("Choose %d to %d proposal.",
				      "Choose %d to %d proposals.", count),
			 least, most);
	else
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("Choose %d proposal.",
				      "Choose %d proposals.", count),
			 most);
}

void wording_state(int chosen, int most, char ret_text[WORDING_TEXT])
{
	snprintf(ret_text, WORDING_TEXT,
		 words_plural("%d of %d chosen", "%d of %d chosen",
			      (unsigned long)most),
		 chosen, most);
}

void wording_more(int chosen, int most, char ret_text[WORDING_TEXT])
{
	int left = most - chosen;

	ret_text[0] = '\0';
	if (left > 0)
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("You can choose %d more.",
				      "You can choose %d more.",
				      (unsigned long)left),
			 left);
}

void wording_chosen(int chosen, int most, char ret_text[WORDING_TEXT])
{
	char first[WORDING_TEXT / 2 - 1], more[WORDING_TEXT];

	if (chosen == 0) {
		snprintf(ret_text, WORDING_TEXT, "%s",
			 _("You have chosen nothing here."));
		return;
	}
	snprintf(first, sizeof(first),
		 words_plural("You have chosen %d proposal.",
			      "You have chosen %d proposals.",
			      (unsigned long)chosen),
		 chosen);
	wording_more(chosen, most, more);
	snprintf(ret_text, WORDING_TEXT, "%s%s%.*s", first, *more ? " " : "",
		 WORDING_TEXT / 2, more);
}

int wording_second(const struct voter_view *view, uint64_t now_ms)
{
	int others = view->meeting->language_count - 1;
	int turn;

	if (others < 1)
		return -1;
	turn = (int)(now_ms / VOTER_ROTATE_MS % (unsigned)others);
	return turn < view->session->language ? turn : turn + 1;
}

const char *wording_in(const struct voter_view *view, int language,
		       const char *key)
{
	const char *before = words_language(NULL);
	const char *text;

	words_language(view->meeting->languages[language]);
	text = words_get(key);
	words_language(before);
	return text;
}

enum type wording_fit(struct ui *ui, const char *text, int width, int height,
		      enum type largest)
{
	static const struct ladder ladder = {types, TYPES, text_fits_whole};

	return text_fit(ui, text, &ladder, largest, width, height);
}

enum type wording_fit_line(struct ui *ui, const char *text, int width,
			   enum type largest)
{
	static const struct ladder ladder = {types, TYPES, text_fits_line};

	return text_fit(ui, text, &ladder, largest, width, 0);
}

void wording_lines(struct ui *ui, const char *text, enum type type, int width,
		   char ret_text[WORDING_TEXT])
{
	char *line = ret_text, *end;

	snprintf(ret_text, WORDING_TEXT, "%s", text);
	end = line + words_sentence(line);
	while (*end) {
		char *next = end + 1 + words_sentence(end + 1);
		char after = *next;

		*next = '\0';
		if (text_width(ui, line, type) > width) {
			*end = '\n';
			line = end + 1;
		}
		*next = after;
		end = next;
	}
	if (text_height(ui, ret_text, type, width) >
	    text_height(ui, text, type, width))
		snprintf(ret_text, WORDING_TEXT, "%s", text);
}

int wording_balance(struct ui *ui, const char *text, enum type type, int width)
{
	int height = text_height(ui, text, type, width);
	/* So that no word is parted. */
	int narrow = text_word_width(ui, text, type), wide = width;

	if (text_width(ui, text, type) <= width)
		return width;
	while (wide - narrow > 1) {
		int middle = (narrow + wide) / 2;

		if (text_height(ui, text, type, middle) > height)
			narrow = middle;
		else
			wide = middle;
	}
	return wide;
}
