#include "tools/slips/slip_words.h"

#include <string.h>

#include "tools/paper/paper_font.h"
#include "words/words.h"

enum { DATE_TEXT = 64 };

#define BETWEEN " \u00b7 "

/* Kinds that have a word of their own; others stand as organisers typed them.
 */
static const struct {
	const char *kind;
	const char *text;
} kinds[] = {
    {"adult", N_("Adult")},
    {"child", N_("Child")},
};

/* On slips that carry the proposals. */
static const char tick_text[] =
    N_("Tick here what you choose on the screen. Then put the slip in the "
       "urn.");

static const char *kind_text(const char *kind)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].kind, kind) == 0)
			return words_get(kinds[i].text);
	return kind;
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
		vote = _("One vote");
		if (strcmp(vote, words->vote) != 0 &&
		    paper_font_has(font, vote))
			line_add(words->vote_others, vote);
	}
}

void slip_words_fill(const struct meeting *meeting, const char *kind,
		     struct paper_font *font, struct slip_words *ret_words)
{
	const char *before = words_language(NULL);
	struct slip_words words = {0};
	char date[DATE_TEXT];

	words_language(meeting->languages[0]);
	line_set(words.vote, _("One vote"));
	line_set(words.kind, kind_text(kind));
	line_set(words.title, meeting_text(meeting, &meeting->title, 0, NULL));
	words_date(meeting->date, date, sizeof(date));
	line_set(words.details, meeting->place);
	line_join(words.details, *words.details ? "\n" : "", date);
	for (int i = 0; i < SLIP_PICTURE_COUNT; i++)
		line_set(words.captions[i],
			 words_get(slip_picture_text((enum slip_picture)i)));
	line_set(words.tick, words_get(tick_text));
	/* TRANSLATORS: short for "number", before a slip's serial number. */
	line_set(words.number, _("No."));
	line_set(words.stub, words.kind);
	line_add(words.stub, words.title);
	line_set(words.note, _("Stub. Tear it off before you hand out the "
			       "slip, and keep it."));
	fill_languages(meeting, font, &words);
	if (meeting->language_count > 1 &&
	    words_translated(meeting->languages[1])) {
		words_language(meeting->languages[1]);
		line_set(words.tick_second, words_get(tick_text));
	}
	words_language(before);
	*ret_words = words;
}
