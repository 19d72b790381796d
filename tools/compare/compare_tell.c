/* A comparison as two tables. Letters stand for the rules, so that a row fits a
 * terminal however long the names are. */
#include <stdio.h>
#include <string.h>

#include "tools/compare/compare_show.h"
#include "tools/line/report.h"
#include "words/words.h"

enum {
	CELL_WIDTH = 14, /* characters, with the gap before it */
	ROW_TEXT = COMPARE_RULES * ELECTION_AMOUNT,
};

#define MARK_FUNDED " ●"
#define MARK_NOT " ·"
#define MARK_UNKNOWN " ?"

static char letter(int rule)
{
	return (char)('A' + rule);
}

void compare_tell_rules(const struct arguments *arguments,
			const struct compare_rule *rules, int count)
{
	for (int i = 0; i < count; i++)
		report_line(arguments, "%c  %s: %s", letter(i), rules[i].name,
			    words_get(rules[i].rule->text));
}

static void add(char row[ROW_TEXT], const char *text)
{
	size_t used = strlen(row);

	snprintf(row + used, ROW_TEXT - used, "%s", text);
}

/* Adds TEXT flush with the end of a cell. */
static void cell_add(char row[ROW_TEXT], const char *text)
{
	int characters = 0;
	size_t used;

	for (const char *at = text; *at; at++)
		characters += ((unsigned char)*at & 0xC0) != 0x80;
	used = strlen(row);
	snprintf(row + used, ROW_TEXT - used, "%*s%s",
		 CELL_WIDTH > characters ? CELL_WIDTH - characters : 1, "",
		 text);
}

static void tell_projects(const struct arguments *arguments,
			  const struct election_named *named,
			  const struct comparison *comparison)
{
	char row[ROW_TEXT] = "", project[ELECTION_LABEL];
	char cost[ELECTION_AMOUNT], support[ELECTION_AMOUNT];

	for (int i = 0; i < comparison->count; i++)
		add(row, (char[]){' ', letter(i), '\0'});
	report_line(arguments, "%s", row);
	for (int i = 0; i < named->election->project_count; i++) {
		*row = '\0';
		for (int k = 0; k < comparison->count; k++) {
			const struct compared *rule = &comparison->rules[k];

			add(row, rule->status == STATUS_LIMIT ? MARK_UNKNOWN
				 : rule->funded[i]	      ? MARK_FUNDED
							      : MARK_NOT);
		}
		election_project(named, i, project);
		election_amount(named, named->election->projects[i].cost_minor,
				cost);
		election_support(named, i, support);
		report_line(arguments, _("%1$s  %2$s: %3$s, support %4$s"), row,
			    project, cost, support);
	}
}

/* What is said of each rule, a row each. */
static void funded_cell(const struct election_named *named,
			const struct compared *rule,
			char ret_text[ELECTION_AMOUNT])
{
	(void)named;
	snprintf(ret_text, ELECTION_AMOUNT, "%d", rule->funded_count);
}

static void total_cell(const struct election_named *named,
		       const struct compared *rule,
		       char ret_text[ELECTION_AMOUNT])
{
	election_amount(named, rule->total_minor, ret_text);
}

static void share_text(int64_t part, int64_t whole,
		       char ret_text[ELECTION_AMOUNT])
{
	mpz_t a, b;

	mpz_init_set_si(a, part);
	mpz_init_set_si(b, whole);
	election_percent(a, b, ret_text);
	mpz_clear(a);
	mpz_clear(b);
}

static void given_cell(const struct election_named *named,
		       const struct compared *rule,
		       char ret_text[ELECTION_AMOUNT])
{
	share_text(rule->total_minor, named->election->budget_minor, ret_text);
}

static void served_cell(const struct election_named *named,
			const struct compared *rule,
			char ret_text[ELECTION_AMOUNT])
{
	share_text(rule->served, named->election->ballots, ret_text);
}

static void unserved_cell(const struct election_named *named,
			  const struct compared *rule,
			  char ret_text[ELECTION_AMOUNT])
{
	share_text(rule->unserved, named->election->ballots, ret_text);
}

static void average_cell(const struct election_named *named,
			 const struct compared *rule,
			 char ret_text[ELECTION_AMOUNT])
{
	const int ballots = named->election->ballots;
	mpq_t average;

	mpq_init(average);
	mpz_set(mpq_numref(average), rule->spent_minor);
	mpz_set_si(mpq_denref(average), ballots > 0 ? ballots : 1);
	mpq_canonicalize(average);
	election_amount_rounded(named, average, ret_text);
	mpq_clear(average);
}

static const struct {
	void (*cell)(const struct election_named *named,
		     const struct compared *rule,
		     char ret_text[ELECTION_AMOUNT]);
	const char *text;
} measures[] = {
    {funded_cell, N_("projects get money")},
    {total_cell, N_("are given away")},
    {given_cell, N_("of the money")},
    {served_cell,
     N_("of the voters named at least one project that gets money")},
    {unserved_cell, N_("of the voters did not, with those who named nothing")},
    {average_cell, N_("are spent on a voter on average (below)")},
};

static void tell_measures(const struct arguments *arguments,
			  const struct election_named *named,
			  const struct comparison *comparison)
{
	char row[ROW_TEXT] = "", cell[ELECTION_AMOUNT];

	for (int i = 0; i < comparison->count; i++)
		cell_add(row, (char[]){letter(i), '\0'});
	report_line(arguments, "%s", row);
	for (size_t i = 0; i < sizeof(measures) / sizeof(*measures); i++) {
		*row = '\0';
		for (int k = 0; k < comparison->count; k++) {
			const struct compared *rule = &comparison->rules[k];

			snprintf(cell, sizeof(cell), "?");
			if (rule->status != STATUS_LIMIT)
				measures[i].cell(named, rule, cell);
			cell_add(row, cell);
		}
		report_line(arguments, "%s  %s", row,
			    words_get(measures[i].text));
	}
	report_line(arguments, "%s",
		    _("Spent on a voter: what the projects that get money and "
		      "that a ballot names cost, on average of all ballots."));
}

/* What was not as plain as the tables look. */
static void tell_remarks(const struct arguments *arguments,
			 const struct comparison *comparison)
{
	for (int i = 0; i < comparison->count; i++) {
		const struct compared *rule = &comparison->rules[i];

		if (rule->status == STATUS_LIMIT)
			report_line(arguments,
				    _("%c: too large to be counted exactly."),
				    letter(i));
		else if (rule->status == STATUS_TIE)
			report_line(arguments,
				    _("%c: stopped at a tie; what it gave "
				      "before is shown."),
				    letter(i));
		else if (rule->ties > 0)
			report_line(
			    arguments,
			    words_plural("%1$c: equals were told apart %2$d "
					 "time.",
					 "%1$c: equals were told apart %2$d "
					 "times.",
					 (unsigned long)rule->ties),
			    letter(i), rule->ties);
	}
}

void compare_tell(const struct arguments *arguments, const char *title,
		  const struct election_named *named,
		  const struct comparison *comparison)
{
	const struct election *election = named->election;
	char amount[ELECTION_AMOUNT];

	report_line(arguments, "%s", "");
	report_line(arguments, "%s", title);
	election_amount(named, election->budget_minor, amount);
	report_line(arguments,
		    words_plural("%1$s for %2$d project, %3$d ballots",
				 "%1$s for %2$d projects, %3$d ballots",
				 (unsigned long)election->project_count),
		    amount, election->project_count, election->ballots);
	if (comparison->blank > 0)
		report_line(arguments,
			    words_plural("%d ballot names nothing.",
					 "%d ballots name nothing.",
					 (unsigned long)comparison->blank),
			    comparison->blank);
	report_line(arguments, "%s", "");
	tell_projects(arguments, named, comparison);
	report_line(arguments, "%s", "");
	tell_measures(arguments, named, comparison);
	tell_remarks(arguments, comparison);
}
