/* index.html: the published result for people with a browser. */
#include "tools/bundle/bundle_render.h"

#include <string.h>

#include "tools/bundle/page.h"
#include "words/words.h"

enum { DATE_TEXT = 64 };

/* The tick in a box of the slips and posters. */
static const char brand[] =
    "<svg viewBox=\"0 0 28 28\" aria-hidden=\"true\" focusable=\"false\">"
    "<rect x=\"2\" y=\"2\" width=\"24\" height=\"24\" rx=\"5\" "
    "fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\"/>"
    "<path d=\"M8 14.5l4.5 4.5L20.5 9\" fill=\"none\" "
    "stroke=\"currentColor\" stroke-width=\"3.5\"/></svg>";

/* The languages by their own names, as links to where they begin. */
static void write_languages(const struct page *page)
{
	const struct meeting *meeting = page->bundle->meeting;

	if (meeting->language_count < 2)
		return;
	fputs("<nav aria-label=\"", page->out);
	page_say(page, "%s", _("Language"));
	fputs("\"><ul>\n", page->out);
	for (int i = 0; i < meeting->language_count; i++) {
		const char *code = meeting->languages[i];
		const char *name = words_endonym(code);

		fprintf(page->out,
			"<li><a href=\"#%s\" hreflang=\"%s\" lang=\"%s\" "
			"dir=\"%s\">",
			code, code, code, page_direction(code));
		page_escape(name ? name : code, page->out);
		fputs("</a></li>\n", page->out);
	}
	fputs("</ul></nav>\n", page->out);
}

static void write_top(const struct page *page)
{
	fprintf(page->out, "<header class=\"top\"><div>\n<p class=\"brand\">%s",
		brand);
	page_say(page, "%s", _("Result of the vote"));
	fputs("</p>\n", page->out);
	write_languages(page);
	fputs("</div></header>\n", page->out);
}

static void write_fact(const struct page *page, const char *what)
{
	fputs("<div><dt>", page->out);
	page_escape(what, page->out);
	fputs("</dt><dd>", page->out);
}

/* The evening in four numbers. */
static void write_facts(const struct page *page)
{
	const struct bundle *bundle = page->bundle;
	const struct meeting *meeting = bundle->meeting;
	int64_t given = 0, left = 0;
	int funded = 0;

	for (int i = 0; i < meeting->pot_count; i++) {
		given += bundle->result.pots[i].given_minor;
		left += bundle->result.pots[i].left_minor;
	}
	for (int i = 0; i < meeting->proposal_count; i++)
		funded += award_funded(&bundle->result.awards[i]);
	fputs("<dl class=\"facts\">\n", page->out);
	write_fact(page, _("ballots"));
	fprintf(page->out, "%d</dd></div>\n", bundle->standing.ballots);
	write_fact(page, _("proposals that get money"));
	/* TRANSLATORS: so many of so many, as in "5 of 10". */
	page_say(page, _("%1$d of %2$d"), funded, meeting->proposal_count);
	fputs("</dd></div>\n", page->out);
	write_fact(page, _("given"));
	page_money(page, given);
	fputs("</dd></div>\n", page->out);
	write_fact(page, _("left"));
	page_money(page, left);
	fputs("</dd></div>\n</dl>\n", page->out);
}

/* What must be known before the numbers are read. */
static void write_notes(const struct page *page)
{
	const struct bundle *bundle = page->bundle;

	if (!bundle_ballots_shown(bundle)) {
		fputs("<div class=\"note\">\n<p>", page->out);
		page_say(page,
			 words_plural("There is only %1$d ballot; single "
				      "ballots are published from %2$d on.",
				      "There are only %1$d ballots; single "
				      "ballots are published from %2$d on.",
				      (unsigned long)bundle->tally.ballots),
			 bundle->tally.ballots, bundle->meeting->publish_min);
		fputs("</p>\n", page->out);
		page_element(page, "p", NULL,
			     _("With so few, people could guess who voted "
			       "what."));
		page_element(page, "p", NULL,
			     _("So only the totals stand here."));
		fputs("</div>\n", page->out);
	}
	if (bundle_overruled(bundle)) {
		fputs("<div class=\"note\">", page->out);
		page_element(page, "p", NULL,
			     _("The money goes by the count by hand."));
		fputs("</div>\n", page->out);
	}
}

static void write_begin(const struct page *page)
{
	const struct meeting *meeting = page->bundle->meeting;
	char date[DATE_TEXT];

	words_date(meeting->date, date, sizeof(date));
	fprintf(page->out,
		"<article class=\"language\" id=\"%s\" lang=\"%s\" dir=\"%s\" "
		"aria-labelledby=\"%s-title\">\n<h1 id=\"%s-title\">",
		page->code, page->words, page_direction(page->words),
		page->code, page->code);
	page_text(page, &meeting->title);
	fputs("</h1>\n<p class=\"where\">", page->out);
	if (*meeting->place) {
		fputs("<bdi>", page->out);
		page_escape(meeting->place, page->out);
		fputs("</bdi>, ", page->out);
	}
	fputs("<time datetime=\"", page->out);
	page_escape(meeting->date, page->out);
	fputs("\">", page->out);
	page_escape(date, page->out);
	fputs("</time></p>\n", page->out);
	write_facts(page);
	write_notes(page);
}

static enum status write_language(struct page *page, int language)
{
	const struct meeting *meeting = page->bundle->meeting;
	enum status status = STATUS_OK;

	page->language = language;
	page->code = meeting->languages[language];
	page->words = words_translated(page->code) ? page->code : "en";
	words_language(page->words);
	write_begin(page);
	for (int i = 0; i < meeting->pot_count && status == STATUS_OK; i++)
		status = page_pot(page, i);
	if (status == STATUS_OK)
		status = page_hand(page);
	page_next(page);
	page_slips(page);
	page_rules(page);
	page_checks(page);
	fputs("</article>\n", page->out);
	return status;
}

/* In the words of the language of the room. */
static void write_head(const struct page *page)
{
	const struct meeting *meeting = page->bundle->meeting;

	fprintf(page->out,
		"<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
		"<meta charset=\"utf-8\">\n"
		/* Were a title to get past the escaping, nothing would run. */
		"<meta http-equiv=\"Content-Security-Policy\" "
		"content=\"default-src 'none'; style-src 'unsafe-inline'; "
		"img-src data:; base-uri 'none'; form-action 'none'\">\n"
		"<meta name=\"viewport\" "
		"content=\"width=device-width, initial-scale=1\">\n"
		"<meta name=\"referrer\" content=\"no-referrer\">\n"
		"<link rel=\"icon\" href=\"data:,\">\n<title>",
		page->words, page_direction(page->words));
	page_escape(meeting_text(meeting, &meeting->title, 0, NULL), page->out);
	fputs(" – ", page->out);
	page_say(page, "%s", _("Result of the vote"));
	fputs("</title>\n", page->out);
	page_style(meeting, page->out);
	fputs("</head>\n<body>\n", page->out);
	page_patterns(page->out);
	write_top(page);
}

enum status bundle_write_page(const struct bundle *bundle, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	struct page page = {.bundle = bundle, .out = out};
	enum status status = STATUS_OK;

	page.code = meeting->languages[0];
	page.words = words_translated(page.code) ? page.code : "en";
	words_language(page.words);
	write_head(&page);
	fputs("<main>\n", out);
	for (int i = 0; i < meeting->language_count && status == STATUS_OK; i++)
		status = write_language(&page, i);
	fputs("</main>\n</body>\n</html>\n", out);
	return status;
}
