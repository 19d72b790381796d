/* The meeting's rules in index.html, and how anyone checks the result. */
#include "tools/bundle/page.h"

#include <string.h>

#include "store/definition.h"
#include "tools/bundle/bundle_render.h"
#include "words/rule_text.h"
#include "words/votes.h"
#include "words/words.h"

/* Whether the sentences of RULES are all there is to say. */
static bool write_sentences(const struct page *page,
			    char rules[BALLOT_RULES][BALLOT_RULE], int count)
{
	for (int i = 0; i < count; i++)
		page_element(page, "li", NULL, rules[i]);
	return count > 0;
}

/* How much may be chosen. */
static void write_choice(const struct page *page, int index)
{
	const struct meeting *meeting = page->bundle->meeting;
	const struct pot *pot = &meeting->pots[index];
	unsigned long most = (unsigned long)pot->choose_max;
	char rules[BALLOT_RULES][BALLOT_RULE];
	int first, end;

	meeting_pot_range(meeting, index, &first, &end);
	if (write_sentences(page, rules,
			    ballot_rules(pot, end - first, rules)) &&
	    pot->ballot_type != BALLOT_KNAPSACK)
		return;
	fputs("<li>", page->out);
	if (pot->choose_min == pot->choose_max)
		page_say(page,
			 words_plural("Each chooses exactly %d proposal.",
				      "Each chooses exactly %d proposals.",
				      most),
			 pot->choose_max);
	else if (pot->choose_min > 0)
		page_say(
		    page,
		    words_plural("Each chooses from %1$d to %2$d proposal.",
				 "Each chooses from %1$d to %2$d "
				 "proposals.",
				 most),
		    pot->choose_min, pot->choose_max);
	else
		page_say(page,
			 words_plural("Each may choose up to %d proposal.",
				      "Each may choose up to %d proposals.",
				      most),
			 pot->choose_max);
	fputs("</li>\n", page->out);
}

static void write_threshold(const struct page *page, const struct pot *pot)
{
	char rules[BALLOT_RULES][BALLOT_RULE];

	if (write_sentences(page, rules, threshold_rules(pot, rules)))
		return;
	fputs("<li>", page->out);
	page_say(page,
		 words_plural("A proposal needs at least %d vote.",
			      "A proposal needs at least %d votes.",
			      (unsigned long)pot->threshold_votes),
		 pot->threshold_votes);
	fputs("</li>\n", page->out);
	if (pot->threshold_percent == 0)
		return;
	fputs("<li>", page->out);
	page_say(page, _("It needs votes on %d %% of the ballots, too."),
		 pot->threshold_percent);
	fputs("</li>\n", page->out);
}

static void write_pot(const struct page *page, int index)
{
	const struct meeting *meeting = page->bundle->meeting;
	const struct pot *pot = &meeting->pots[index];
	const char *rule = rule_text(pot);
	char support[BALLOT_RULE];

	fputs("<h3>", page->out);
	page_text(page, &pot->title);
	fputs("</h3>\n<ul class=\"list\">\n<li>", page->out);
	page_money(page, pot->amount_minor);
	fputs("</li>\n", page->out);
	write_choice(page, index);
	if (rule)
		page_element(page, "li", NULL, rule);
	if (rule_order_text(pot))
		page_element(page, "li", NULL, rule_order_text(pot));
	if (rule_support_text(pot, support))
		page_element(page, "li", NULL, support);
	if (misfit_text(pot))
		page_element(page, "li", NULL, misfit_text(pot));
	if (rule_rest_text(pot))
		page_element(page, "li", NULL, rule_rest_text(pot));
	write_threshold(page, pot);
	if (pot->leftover_to >= 0) {
		fputs("<li>", page->out);
		page_say(page, "%s", _("What is left goes on to:"));
		fputc(' ', page->out);
		page_text(page, &meeting->pots[pot->leftover_to].title);
		fputs("</li>\n", page->out);
	}
	fputs("</ul>\n", page->out);
}

void page_rules(const struct page *page)
{
	char code[DEFINITION_CODE];

	definition_code(page->bundle->definition_hash, code);
	page_section(page, "rules", _("The rules"));
	page_element(page, "p", NULL,
		     _("The meeting adopted these rules before the voting."));
	for (int i = 0; i < page->bundle->meeting->pot_count; i++)
		write_pot(page, i);
	page_element(page, "h3", NULL, _("The code of the rules"));
	fprintf(page->out, "<p class=\"print\"><code>%s</code></p>\n", code);
	page_element(page, "p", NULL,
		     _("It stands in the minutes, too. Another code means "
		       "other rules."));
	page_section_end(page);
}

/* A command to type, with what it is good for before it. */
static void write_command(const struct page *page, const char *words,
			  const char *command)
{
	fputs("<li>", page->out);
	page_escape(words, page->out);
	fputs("<code class=\"command\" dir=\"ltr\">", page->out);
	page_escape(command, page->out);
	fputs("</code></li>\n", page->out);
}

static void write_pot_link(const struct page *page, const char *key)
{
	fputs("<a href=\"", page->out);
	page_escape(key, page->out);
	fputs(".pb\">", page->out);
	page_escape(key, page->out);
	fputs(".pb</a> ", page->out);
}

static void write_files(const struct page *page)
{
	page_element(page, "h3", NULL, _("The files"));
	fputs("<ul class=\"list\">\n", page->out);
	for (const struct bundle_told *told = bundle_told; told->name; told++) {
		if (!bundle_has(page->bundle, told->name))
			continue;
		fputs("<li>", page->out);
		if (strchr(told->name, '*')) {
			for (int i = 0; i < page->bundle->meeting->pot_count;
			     i++)
				write_pot_link(
				    page, page->bundle->meeting->pots[i].key);
		} else {
			fprintf(page->out, "<a href=\"%s\">%s</a> ", told->name,
				told->name);
		}
		page_say(page, "%s", words_get(told->text));
		fputs("</li>\n", page->out);
	}
	fputs("</ul>\n", page->out);
}

void page_checks(const struct page *page)
{
	const struct bundle *bundle = page->bundle;

	page_section(page, "check", _("Check it yourself"));
	page_element(page, "p", NULL,
		     _("Anyone can count again, without asking us. Copy the "
		       "folder that this page stands in."));
	fputs("<ol class=\"steps\">\n", page->out);
	write_command(page, _("Count everything again:"),
		      "stemmeboks verify .");
	write_command(page, _("Look whether a file was changed:"),
		      "sha256sum -c SHA256SUMS");
	fputs("<li>", page->out);
	page_say(page, "%s",
		 _("Add up the votes with a spreadsheet. This says how:"));
	fputs(" <a href=\"README.txt\">README.txt</a>", page->out);
	fputs("</li>\n</ol>\n", page->out);
	page_element(page, "h3", NULL, _("Who signed it"));
	page_element(page, "p", NULL,
		     _("The organisers signed the folder. This is the "
		       "fingerprint of their key. Compare it with the "
		       "minutes."));
	fprintf(page->out,
		"<p class=\"print\"><code dir=\"ltr\">%s</code></p>\n",
		bundle->fingerprint);
	page_element(page, "h3", NULL, _("The root of the box"));
	page_element(page, "p", NULL,
		     _("It changes when a single ballot changes. Compare it "
		       "with the minutes."));
	fputs("<p><code dir=\"ltr\">", page->out);
	bundle_write_hex(bundle->root, sizeof(bundle->root), page->out);
	fputs("</code></p>\n", page->out);
	write_files(page);
	page_section_end(page);
}
