/* What stands below the pots in index.html: the count by hand, slips and
 * ballots, what comes next. */
#include "tools/bundle/page.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tools/bundle/bundle_render.h"
#include "words/words.h"

/* The heads of a table with a caption; the first column's cells are text. */
static void table_begin(const struct page *page, const char *caption,
			const char *const *heads, int count)
{
	fputs("<table class=\"narrow\"><caption>", page->out);
	page_escape(caption, page->out);
	fputs("</caption>\n<thead><tr>", page->out);
	for (int i = 0; i < count; i++) {
		fprintf(page->out, "<th scope=\"col\"%s>",
			i > 0 ? " class=\"n\"" : "");
		page_say(page, "%s", words_get(heads[i]));
		fputs("</th>", page->out);
	}
	fputs("</tr></thead>\n<tbody>\n", page->out);
}

static void table_end(const struct page *page)
{
	fputs("</tbody></table>\n", page->out);
}

static void hand_row(const struct page *page, int index)
{
	const struct bundle *bundle = page->bundle;

	fprintf(page->out, "<tr><th scope=\"row\">%d ",
		bundle->meeting->proposals[index].number);
	page_title(page, index);
	fprintf(page->out,
		"</th><td class=\"n\">%" PRId64 "</td><td class=\"n\">%" PRId64
		"</td></tr>\n",
		bundle->hand->votes[index], bundle->tally.support[index]);
}

enum status page_hand(const struct page *page)
{
	static const char *const heads[] = {N_("Proposal"), N_("By hand"),
					    N_("In the box")};
	const struct bundle *bundle = page->bundle;
	char *text = NULL;
	size_t length;
	FILE *out;

	if (!bundle->hand)
		return STATUS_OK;
	out = open_memstream(&text, &length);
	if (!out)
		return STATUS_MEMORY;
	bundle_write_hand(bundle, out);
	if (fclose(out) != 0) {
		free(text);
		return STATUS_MEMORY;
	}
	page_section(page, "hand", _("The count by hand"));
	page_lines(page, text);
	free(text);
	table_begin(page, _("Votes by hand and in the box"), heads, 3);
	for (int i = 0; i < bundle->meeting->proposal_count; i++)
		hand_row(page, i);
	table_end(page);
	page_section_end(page);
	return STATUS_OK;
}

void page_slips(const struct page *page)
{
	static const char *const heads[] = {N_("What"), N_("How many")};
	const struct roll_count *roll = &page->bundle->roll;
	char lost[LOST_TEXT];
	const struct {
		const char *text;
		int count;
	} rows[] = {
	    {N_("Slips printed"), roll->printed},
	    {N_("Slips used"), roll->used},
	    {N_("Slips made void"), roll->voided},
	    {N_("Slips not used"), roll->unused + roll->in_use},
	    {N_("Ballots in the box"), page->bundle->tally.ballots},
	};

	page_section(page, "slips", _("Slips and ballots"));
	table_begin(page, _("Every slip that was printed, and every ballot"),
		    heads, 2);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		fputs("<tr><th scope=\"row\">", page->out);
		page_say(page, "%s", words_get(rows[i].text));
		fprintf(page->out, "</th><td class=\"n\">%d</td></tr>\n",
			rows[i].count);
	}
	table_end(page);
	fputs("<p>", page->out);
	/* A box in which they differ is not published, but where a box is
	 * lost. */
	bundle_lost(page->bundle, lost);
	if (!*lost)
		fputs("✓ ", page->out);
	page_say(page, "%s",
		 *lost ? lost : _("There are as many ballots as used slips."));
	fputs("</p>\n", page->out);
	page_section_end(page);
}

/* The lines of TEXT in the page's language as the rows of a list. */
static void write_lines(const struct page *page, const struct text *text)
{
	const char *line =
	    meeting_text(page->bundle->meeting, text, page->language, NULL);
	size_t length;

	fputs("<ul class=\"list\">\n", page->out);
	for (; *line; line += length + (line[length] == '\n')) {
		char *one;

		length = strcspn(line, "\n");
		one = length ? strndup(line, length) : NULL;
		if (one)
			page_element(page, "li", NULL, one);
		free(one);
	}
	fputs("</ul>\n", page->out);
}

/* Each thing that is known about FUND, the last ones on one line. */
static void write_fund(const struct page *page, const struct fund *fund)
{
	const char *const more[] = {fund->amount, fund->deadline, fund->url};
	const char *before = "<br>";

	fputs("<li><strong>", page->out);
	page_text(page, &fund->title);
	fputs("</strong><br>", page->out);
	page_text(page, &fund->text);
	for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++) {
		if (!*more[i])
			continue;
		fprintf(page->out, "%s<bdi>", before);
		page_escape(more[i], page->out);
		fputs("</bdi>", page->out);
		before = " · ";
	}
	fputs("</li>\n", page->out);
}

void page_next(const struct page *page)
{
	const struct meeting *meeting = page->bundle->meeting;
	bool steps =
	    *meeting_text(meeting, &meeting->next_steps, page->language, NULL);

	if (!steps && meeting->fund_count == 0)
		return;
	page_section(page, "next", _("What happens next"));
	if (steps)
		write_lines(page, &meeting->next_steps);
	if (meeting->fund_count > 0) {
		page_element(page, "h3", NULL, _("Other money to seek"));
		fputs("<ul class=\"list\">\n", page->out);
	}
	for (int i = 0; i < meeting->fund_count; i++)
		write_fund(page, &meeting->funds[i]);
	if (meeting->fund_count > 0)
		fputs("</ul>\n", page->out);
	page_section_end(page);
}
