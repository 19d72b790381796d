#include "tools/bundle/page.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "core/utf8.h"
#include "words/words.h"

enum { SENTENCE = 1024 };

const char *page_direction(const char *language)
{
	static const char *const from_right[] = {"ar",	"ckb", "fa", "he",
						 "prs", "ps",  "ur", "yi"};

	for (size_t i = 0; i < sizeof(from_right) / sizeof(from_right[0]); i++)
		if (strcmp(from_right[i], language) == 0)
			return "rtl";
	return "ltr";
}

/* What CHARACTER is written as, or NULL for itself. */
static const char *escaped(uint32_t character)
{
	switch (character) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	case '\n':
	case '\t':
		return " ";
	default:
		/* Neither HTML nor people can do anything with these. */
		return character < ' ' ||
			       (character >= 0x7f && character < 0xa0)
			   ? "?"
			   : NULL;
	}
}

void page_escape(const char *text, FILE *out)
{
	size_t length = strlen(text);

	while (length > 0) {
		uint32_t character = 0;
		size_t size = utf8_read(text, length, &character);
		const char *instead = size ? escaped(character) : "?";

		if (size == 0)
			size = 1;
		if (instead)
			fputs(instead, out);
		else
			fwrite(text, 1, size, out);
		text += size;
		length -= size;
	}
}

void page_say(const struct page *page, const char *format, ...)
{
	char words[SENTENCE];
	va_list values;

	va_start(values, format);
	vsnprintf(words, sizeof(words), format, values);
	va_end(values);
	page_escape(words, page->out);
}

/* The language that TEXT is shown in where LANGUAGE is asked for: as
 * meeting_text() chooses. */
static int language_of(const struct meeting *meeting, const struct text *text,
		       int language)
{
	if (text->in[language] && *text->in[language])
		return language;
	for (int i = 0; i < meeting->language_count; i++)
		if (text->in[i] && *text->in[i])
			return i;
	return language;
}

void page_text(const struct page *page, const struct text *text)
{
	const struct meeting *meeting = page->bundle->meeting;
	const char *language =
	    meeting->languages[language_of(meeting, text, page->language)];

	if (strcmp(language, page->words) == 0)
		fputs("<bdi>", page->out);
	else
		fprintf(page->out, "<bdi lang=\"%s\" dir=\"%s\">", language,
			page_direction(language));
	page_escape(meeting_text(meeting, text, page->language, NULL),
		    page->out);
	fputs("</bdi>", page->out);
}

void page_title(const struct page *page, int index)
{
	page_text(page, &page->bundle->meeting->proposals[index].title);
}

void page_money(const struct page *page, int64_t minor)
{
	char amount[MONEY_TEXT];

	words_money(minor, amount);
	page_escape(amount, page->out);
}

void page_element(const struct page *page, const char *tag, const char *class,
		  const char *words)
{
	fprintf(page->out, class ? "<%s class=\"%s\">" : "<%s>", tag, class);
	page_escape(words, page->out);
	fprintf(page->out, "</%s>\n", tag);
}

void page_section(const struct page *page, const char *name, const char *title)
{
	fprintf(page->out,
		"<section aria-labelledby=\"%s-%s\">\n<h2 id=\"%s-%s\">",
		page->code, name, page->code, name);
	page_escape(title, page->out);
	fputs("</h2>\n", page->out);
}

void page_section_end(const struct page *page)
{
	fputs("</section>\n", page->out);
}

void page_lines(const struct page *page, char *text)
{
	char *rest = NULL;

	fputs("<div class=\"plain\">\n", page->out);
	for (char *line = strtok_r(text, "\n", &rest); line;
	     line = strtok_r(NULL, "\n", &rest))
		page_element(page, "p", NULL, line);
	fputs("</div>\n", page->out);
}

void page_bar(const struct page *page, int64_t value, int64_t most, bool funded)
{
	enum { WHOLE = 10000, PERCENT = 100 };
	int64_t share = value * WHOLE / most;

	fprintf(page->out,
		"<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\">"
		"<rect class=\"track\" width=\"100%%\" height=\"100%%\"/>");
	if (share > 0)
		fprintf(page->out,
			"<rect class=\"%s\" width=\"%" PRId64 ".%02" PRId64
			"%%\" height=\"100%%\"/>",
			funded ? "funded" : "hatched", share / PERCENT,
			share % PERCENT);
	fputs("</svg>", page->out);
}
