#include "tools/import/import_rule.h"

#include <string.h>

#include "core/rule_kind.h"
#include "rules/pot_options.h"
#include "tools/import/import_key.h"
#include "words/words.h"

void import_rule(struct import *import, const struct ini_entry *entry, int pot,
		 int language)
{
	(void)language;
	if (rule_kind_find(entry->value) != RULE_KINDS)
		import->meeting->pots[pot].rule =
		    import_string(import, entry->value);
	else
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("rule cannot be \"%s\" in this version. Write "
			      "greedy, equal-shares, phragmen or knapsack."),
			    entry->value);
}

void import_rule_utility(struct import *import, const struct ini_entry *entry,
			 int pot, int language)
{
	enum rule_utility utility;

	(void)language;
	import->pots[pot].utility_line = entry->line;
	if (pot_utility_find(entry->value, &utility))
		import->meeting->pots[pot].utility =
		    import_string(import, entry->value);
	else
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("utility cannot be \"%s\". Write cost or "
			      "count."),
			    entry->value);
}

void import_rule_completion(struct import *import,
			    const struct ini_entry *entry, int pot,
			    int language)
{
	enum rule_completion completion;

	(void)language;
	import->pots[pot].completion_line = entry->line;
	if (pot_completion_find(entry->value, &completion))
		import->meeting->pots[pot].completion =
		    import_string(import, entry->value);
	else
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("completion cannot be \"%s\". Write none, "
			      "greedy, add1 or add1u."),
			    entry->value);
}

void import_rule_support(struct import *import, const struct ini_entry *entry,
			 int pot, int language)
{
	(void)language;
	import->pots[pot].support_line = entry->line;
	import_key_number(import, entry, 1, MEETING_SCORE_BEST,
			  &import->meeting->pots[pot].support_from);
}

void import_rule_misfit(struct import *import, const struct ini_entry *entry,
			int pot, int language)
{
	static const struct {
		const char *name;
		enum misfit misfit;
	} known[] = {{"skip", MISFIT_SKIP},
		     {"stop", MISFIT_STOP},
		     {"part", MISFIT_PART}};

	(void)language;
	import->pots[pot].misfit_line = entry->line;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (strcmp(entry->value, known[i].name) == 0) {
			import->meeting->pots[pot].misfit = known[i].misfit;
			return;
		}
	}
	problem_add(import->problems, IMPORT_INI, entry->line,
		    _("misfit cannot be \"%s\". Write skip, stop or part."),
		    entry->value);
}

/* Keys that say nothing under the pot's rule. */
static void keys_check(struct import *import, int pot, bool shares, bool greedy)
{
	const struct pot *made = &import->meeting->pots[pot];
	const struct import_pot *lines = &import->pots[pot];
	const struct {
		const char *key;
		int line;
		bool fits;
	} keys[] = {
	    {"misfit", lines->misfit_line, greedy},
	    {"utility", lines->utility_line, shares},
	    {"completion", lines->completion_line, shares},
	    {"support_from", lines->support_line,
	     pot_rule(made) == RULE_PHRAGMEN &&
		 made->ballot_type == BALLOT_SCORE},
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (keys[i].line && !keys[i].fits)
			problem_add(import->problems, IMPORT_INI, keys[i].line,
				    _("%s says nothing with rule = %s. Take "
				      "it out."),
				    keys[i].key,
				    import->meeting->pots[pot].rule);
}

/* What proposals may ask for under greedy alone. */
static void proposals_check(struct import *import, int pot)
{
	const struct meeting *meeting = import->meeting;
	const char *rule = meeting->pots[pot].rule;

	for (int i = 0; i < meeting->proposal_count; i++) {
		const struct proposal *proposal = &meeting->proposals[i];
		int line = import->proposal_line[i];

		if (proposal->pot != pot)
			continue;
		if (proposal->accepts_partial)
			problem_add(import->problems, IMPORT_CSV, line,
				    _("accepts_partial cannot be ja in the pot "
				      "%s: with rule = %s a proposal gets all "
				      "it costs or nothing. Write nej."),
				    meeting->pots[pot].key, rule);
		if (proposal->incompatible_count)
			problem_add(import->problems, IMPORT_CSV, line,
				    _("incompatible_with cannot be used in the "
				      "pot %s: rule = %s knows no proposals "
				      "that exclude each other. Take it out, "
				      "or write rule = greedy."),
				    meeting->pots[pot].key, rule);
	}
}

/* With scores phragmen must be told which of them are support. */
static void support_check(struct import *import, int pot)
{
	const struct pot *made = &import->meeting->pots[pot];
	const struct import_pot *lines = &import->pots[pot];

	if (!lines->support_line)
		problem_add(import->problems, IMPORT_INI, lines->line,
			    _("The pot %s has ballot = score, and rule = "
			      "phragmen asks who supports a proposal and not "
			      "how much. Write support_from = the least score "
			      "that is support."),
			    made->key);
	else if (made->support_from > 0 &&
		 (made->support_from <= made->score_least ||
		  made->support_from > made->value_most))
		problem_add(
		    import->problems, IMPORT_INI, lines->support_line,
		    _("support_from is %d. It must be above score_least "
		      "and at most score_best."),
		    made->support_from);
}

void import_rule_check(struct import *import, int pot)
{
	const struct pot *made = &import->meeting->pots[pot];
	enum rule_kind kind = pot_rule(made);

	keys_check(import, pot, kind == RULE_EQUAL_SHARES, kind == RULE_GREEDY);
	if (kind != RULE_GREEDY)
		proposals_check(import, pot);
	if (kind == RULE_PHRAGMEN && made->ballot_type == BALLOT_SCORE)
		support_check(import, pot);
}
