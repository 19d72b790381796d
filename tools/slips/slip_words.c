#include "tools/slips/slip_words.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "tools/paper/paper_font.h"
#include "words/votes.h"
#include "words/kind.h"
#include "words/words.h"

enum { DATE_TEXT = 64 };

#define BETWEEN " \u00b7 "

/* On slips that carry the proposals: numbers stand in the boxes of a pot of
 * points. */
static const char *tick_text(const struct meeting *meeting)
{
	return votes_any_points(meeting)
		   ? _("Write here what you choose on the screen. Then put the "
		       "slip in the urn.")
		   : _("Tick here what you choose on the screen. Then put the "
		       "slip in the urn.");
}

/* What the slip is worth. */
static const char *vote_text(const struct meeting *meeting)
{
	return meeting->practice ? _("PRACTICE") : _("One vote");
}

/* Adds BETWEEN and TEXT behind what is there. A line that would be too long
 * stays as it is, so that no letter is cut in two. */
static void line_join(char line[SLIP_WORDS_LINE], const char *between,
		      const char *text)
{
	size_t used = strlen(line);

	if (used + strlen(between) + strlen(text) < SLIP_WORDS_LINE)
		stpcpy(stpcpy(line + used, between), text);
}

static void line_add(char line[SLIP_WORDS_LINE], const char *text)
{
	line_join(line, *line ? BETWEEN : "", text);
}

/* TEXT alone; what is too long ends after a whole letter. */
static void line_set(char line[SLIP_WORDS_LINE], const char *text)
{
	size_t length = strnlen(text, SLIP_WORDS_LINE - 1);

	while (text[length] && ((unsigned char)text[length] & 0xc0) == 0x80)
		length--;
	memcpy(line, text, length);
	line[length] = '\0';
}

static void fill_languages(const struct meeting *meeting,
			   struct paper_font *font, struct slip_words *words)
{
	for (int i = 0; i < meeting->language_count; i++) {
		const char *language = meeting->languages[i];
		const char *name = words_endonym(language);
		const char *vote;

		if (!name || !paper_font_has(font, name)) {
			words->unwritable++;
			continue;
		}
		if (meeting->language_count > 1)
			line_add(words->languages, name);
		if (i == 0 || !words_translated(language))
			continue;
		words_language(language);
		vote = vote_text(meeting);
		if (strcmp(vote, words->vote) != 0 &&
		    paper_font_has(font, vote))
			line_add(words->vote_others, vote);
	}
}

int slip_words_second(const struct meeting *meeting, const char *language)
{
	int index = language ? meeting_language(meeting, language) : 0;

	if (index > 0)
		return index;
	return meeting->language_count > 1 ? 1 : -1;
}

/* The slips' own language: its name, and what to do with them in it. */
static void fill_own(const struct meeting *meeting, const char *language,
		     struct paper_font *font, struct slip_words *words)
{
	const char *name = words_endonym(language);
	char letters[SLIP_LANGUAGE];

	snprintf(words->language, sizeof(words->language), "%s", language);
	for (size_t i = 0; i < sizeof(letters); i++)
		letters[i] = (char)toupper((unsigned char)words->language[i]);
	/* "UK" would be a country to many: letters only where our fonts cannot
	 * write the name. */
	line_set(words->language_name,
		 name && paper_font_has(font, name) ? name : letters);
	if (strcmp(language, meeting->languages[0]) == 0 ||
	    !words_translated(language))
		return;
	words_language(language);
	if (!paper_font_has(font, vote_text(meeting)))
		return;
	line_set(words->vote_others, vote_text(meeting));
	for (int i = 0; i < SLIP_PICTURE_COUNT; i++)
		line_set(words->captions_second[i],
			 words_get(slip_picture_text((enum slip_picture)i)));
}

static void fill_stub(const struct meeting *meeting, struct slip_words *words)
{
	/* TRANSLATORS: short for "number", before a slip's serial number. */
	line_set(words->number, _("No."));
	line_set(words->stub, meeting->practice ? _("PRACTICE") : "");
	if (*words->kind)
		line_add(words->stub, words->kind);
	if (*words->language_name)
		line_add(words->stub, words->language_name);
	line_add(words->stub, words->title);
	line_set(words->note, _("Stub. Tear it off before you hand out the "
				"slip, and keep it."));
}

void slip_words_fill(const struct meeting *meeting, const char *kind,
		     const char *language, struct paper_font *font,
		     struct slip_words *ret_words)
{
	const char *before = words_language(NULL);
	const int second = slip_words_second(meeting, language);
	struct slip_words words = {0};
	char date[DATE_TEXT];

	words_language(meeting->languages[0]);
	line_set(words.vote, vote_text(meeting));
	line_set(words.kind, kind_text(kind));
	line_set(words.title, meeting_text(meeting, &meeting->title, 0, NULL));
	words_date(meeting->date, date, sizeof(date));
	line_set(words.details, meeting->place);
	line_join(words.details, *words.details ? "\n" : "", date);
	for (int i = 0; i < SLIP_PICTURE_COUNT; i++)
		line_set(words.captions[i],
			 words_get(slip_picture_text((enum slip_picture)i)));
	/* TRANSLATORS: a place to vote at; its number stands below. */
	line_set(words.kiosk, _("Kiosk"));
	line_set(words.tick, tick_text(meeting));
	if (language)
		fill_own(meeting, language, font, &words);
	else
		fill_languages(meeting, font, &words);
	words_language(meeting->languages[0]);
	fill_stub(meeting, &words);
	if (second > 0 && words_translated(meeting->languages[second])) {
		words_language(meeting->languages[second]);
		line_set(words.tick_second, tick_text(meeting));
	}
	words_language(before);
	*ret_words = words;
}
