/* meeting.ini: what stands in [pot KEY], and the pots as a whole. */
#include <stdlib.h>
#include <string.h>

#include "tools/import/import_ballot.h"
#include "tools/import/import_key.h"
#include "tools/import/import_rule.h"
#include "tools/line/nearest.h"
#include "store/roll.h"
#include "words/words.h"

enum { TITLE_CHARACTERS = 40, VOTES_MOST = ROLL_SLIPS, PERCENT_MOST = 100 };

static void read_title(struct import *import, const struct ini_entry *entry,
		       int pot, int language)
{
	import_key_text(import, entry, TITLE_CHARACTERS,
			&import->meeting->pots[pot].title.in[language]);
}

static void read_amount(struct import *import, const struct ini_entry *entry,
			int pot, int language)
{
	(void)language;
	import->pots[pot].amount_line = entry->line;
	import_amount(import, IMPORT_INI, entry->line, "amount", entry->value,
		      &import->meeting->pots[pot].amount_minor);
}

static void read_threshold_votes(struct import *import,
				 const struct ini_entry *entry, int pot,
				 int language)
{
	(void)language;
	import_key_number(import, entry, 1, VOTES_MOST,
			  &import->meeting->pots[pot].threshold_votes);
}

static void read_threshold_percent(struct import *import,
				   const struct ini_entry *entry, int pot,
				   int language)
{
	struct ini_entry bare = *entry;
	size_t digits = strspn(entry->value, "0123456789");

	(void)language;
	/* A cell in hundredths says so. */
	if (strcmp(entry->value + digits, "%") != 0) {
		import_key_number(
		    import, entry, 0, PERCENT_MOST,
		    &import->meeting->pots[pot].threshold_percent);
		return;
	}
	bare.value = strndup(entry->value, digits);
	if (bare.value)
		import_key_number(
		    import, &bare, 0, PERCENT_MOST,
		    &import->meeting->pots[pot].threshold_percent);
	else
		import->problems->memory = true;
	free(bare.value);
}

static void read_leftover_to(struct import *import,
			     const struct ini_entry *entry, int pot,
			     int language)
{
	(void)language;
	if (!*entry->value)
		return;
	import->pots[pot].leftover_line = entry->line;
	import->pots[pot].leftover_key = import_string(import, entry->value);
}

static const struct import_key keys[] = {
    {"title", true, false, read_title},
    {"amount", false, false, read_amount},
    {"ballot", false, false, import_ballot_type},
    {"choose_min", false, false, import_ballot_value},
    {"choose_max", false, false, import_ballot_value},
    {"points", false, false, import_ballot_value},
    {"points_each", false, false, import_ballot_value},
    {"score_least", false, false, import_ballot_value},
    {"score_best", false, false, import_ballot_value},
    {"score_all", false, false, import_ballot_value},
    {"rule", false, false, import_rule},
    {"utility", false, false, import_rule_utility},
    {"completion", false, false, import_rule_completion},
    {"support_from", false, false, import_rule_support},
    {"misfit", false, false, import_rule_misfit},
    {"threshold_votes", false, false, read_threshold_votes},
    {"threshold_percent", false, false, read_threshold_percent},
    {"leftover_to", false, false, read_leftover_to},
    {NULL, false, false, NULL},
};

void import_pot_begin(struct import *import, int pot, const char *key, int line)
{
	import->pots[pot].line = line;
	import->meeting->pots[pot] = (struct pot){
	    .key = import_string(import, key),
	    .ballot_type = BALLOT_APPROVAL,
	    .rule = "greedy",
	    .misfit = MISFIT_SKIP,
	    .threshold_votes = 1,
	    .leftover_to = -1,
	};
}

void import_pot_entry(struct import *import, const struct ini_entry *entry,
		      int pot)
{
	import_key_read(import, keys, entry, pot);
}

void import_pot_finish(struct import *import, int pot)
{
	const struct meeting *meeting = import->meeting;
	const struct pot *made = &meeting->pots[pot];
	int line = import->pots[pot].line;

	if (!made->title.in[0] || !*made->title.in[0])
		problem_add(import->problems, IMPORT_INI, line,
			    _("The pot %s has no title. Write title_%s = its "
			      "name."),
			    made->key, meeting->languages[0]);
	if (!import->pots[pot].amount_line)
		problem_add(import->problems, IMPORT_INI, line,
			    _("The pot %s has no money. Write amount = "
			      "100.000."),
			    made->key);
}

static void leftover_find(struct import *import, int pot)
{
	struct meeting *meeting = import->meeting;
	const char *key = import->pots[pot].leftover_key;
	struct nearest nearest = nearest_to(key);
	int to = meeting_pot(meeting, key);

	if (to >= 0 && to != pot) {
		meeting->pots[pot].leftover_to = to;
		return;
	}
	for (int i = 0; i < meeting->pot_count; i++)
		if (i != pot)
			nearest_try(&nearest, meeting->pots[i].key);
	if (to == pot)
		problem_add(import->problems, IMPORT_INI,
			    import->pots[pot].leftover_line,
			    _("The pot %s cannot pass what is left to itself. "
			      "Write another pot's key."),
			    key);
	else if (nearest.best)
		problem_add(import->problems, IMPORT_INI,
			    import->pots[pot].leftover_line,
			    _("There is no pot \"%s\". Do you mean %s?"), key,
			    nearest.best);
	else
		problem_add(import->problems, IMPORT_INI,
			    import->pots[pot].leftover_line,
			    _("There is no pot \"%s\". Write the key of "
			      "another pot."),
			    key);
}

/* Whether what is left in POT would come round to it again. */
static bool leftover_circles(const struct meeting *meeting, int pot)
{
	int at = meeting->pots[pot].leftover_to;

	for (int i = 0; at >= 0 && i < meeting->pot_count; i++) {
		if (at == pot)
			return true;
		at = meeting->pots[at].leftover_to;
	}
	return false;
}

/* How many proposals POT has; -1 when it has none and that says nothing, as
 * other proposals' pots are not known. */
static int proposals_of(const struct meeting *meeting, int pot)
{
	int count = 0, lost = 0;

	for (int i = 0; i < meeting->proposal_count; i++) {
		count += meeting->proposals[i].pot == pot;
		lost += meeting->proposals[i].pot < 0;
	}
	return count || (!lost && meeting->proposal_count) ? count : -1;
}

void import_pots_check(struct import *import)
{
	struct meeting *meeting = import->meeting;
	char proposals_in[PROBLEM_CALLED];

	problems_called(import->problems, IMPORT_CSV, proposals_in);
	for (int i = 0; i < meeting->pot_count; i++)
		if (import->pots[i].leftover_key)
			leftover_find(import, i);
	for (int i = 0; i < meeting->pot_count; i++)
		if (leftover_circles(meeting, i))
			problem_add(import->problems, IMPORT_INI,
				    import->pots[i].leftover_line,
				    _("What is left would go round in a "
				      "circle. Take one leftover_to out."));
	for (int i = 0; i < meeting->pot_count; i++) {
		int proposals = proposals_of(meeting, i);

		import_ballot_check(import, i, proposals);
		import_rule_check(import, i);
		if (proposals == 0)
			problem_add(import->problems, IMPORT_INI,
				    import->pots[i].line,
				    _("The pot %s has no proposal. Add one in "
				      "%s, or take the pot out."),
				    meeting->pots[i].key, proposals_in);
	}
}
