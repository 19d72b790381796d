#include "tools/import/import_ballot.h"

#include <stdlib.h>
#include <string.h>

#include "tools/import/import_key.h"
#include "tools/line/nearest.h"
#include "words/words.h"

enum { RANKS_USUAL = 3, SCORE_USUAL = 5, NAMES_BYTES = 160 };

enum {
	APPROVAL = 1u << BALLOT_APPROVAL,
	KNAPSACK = 1u << BALLOT_KNAPSACK,
	POINTS = 1u << BALLOT_POINTS,
	SCORE = 1u << BALLOT_SCORE,
	RANK = 1u << BALLOT_RANK,
};

/* Every value: the types it goes with, and its limits. */
static const struct {
	const char *key;
	unsigned types;
	int least, most;
} values[IMPORT_VALUES] = {
    [VALUE_CHOOSE_MIN] = {"choose_min", APPROVAL | KNAPSACK | POINTS | RANK, 0,
			  MEETING_PROPOSALS},
    [VALUE_CHOOSE_MAX] = {"choose_max", APPROVAL | KNAPSACK | POINTS | RANK, 1,
			  MEETING_PROPOSALS},
    [VALUE_POINTS] = {"points", POINTS, 1, MEETING_POINTS},
    [VALUE_POINTS_EACH] = {"points_each", POINTS, 1, MEETING_POINTS},
    [VALUE_SCORE_LEAST] = {"score_least", SCORE, 0, 1},
    [VALUE_SCORE_BEST] = {"score_best", SCORE, 1, MEETING_SCORE_BEST},
    [VALUE_SCORE_ALL] = {"score_all", SCORE, 0, 1},
};

static void types_list(char ret_text[NAMES_BYTES])
{
	size_t length = 0;

	for (int i = 0; i < BALLOT_TYPE_COUNT; i++)
		length += (size_t)snprintf(
		    ret_text + length, NAMES_BYTES - length, "%s%s",
		    i ? ", " : "", ballot_type_name((enum ballot_type)i));
}

void import_ballot_type(struct import *import, const struct ini_entry *entry,
			int pot, int language)
{
	int type = ballot_type_find(entry->value);
	struct nearest nearest = nearest_to(entry->value);
	char names[NAMES_BYTES];

	(void)language;
	if (type >= 0) {
		import->meeting->pots[pot].ballot_type = (enum ballot_type)type;
		return;
	}
	import->pots[pot].ballot_unknown = true;
	for (int i = 0; i < BALLOT_TYPE_COUNT; i++)
		nearest_try(&nearest, ballot_type_name((enum ballot_type)i));
	types_list(names);
	if (nearest.best)
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("ballot cannot be \"%s\". Do you mean %s?"),
			    entry->value, nearest.best);
	else
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("ballot cannot be \"%s\". Write one of: %s."),
			    entry->value, names);
}

static bool answer_read(const char *text, int *ret_number)
{
	static const struct {
		const char *name;
		int number;
	} known[] = {{"yes", 1}, {"no", 0}, {"ja", 1}, {"nej", 0}};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (strcmp(text, known[i].name) == 0) {
			*ret_number = known[i].number;
			return true;
		}
	}
	return false;
}

void import_ballot_value(struct import *import, const struct ini_entry *entry,
			 int pot, int language)
{
	struct import_value *value;
	int i = 0;

	(void)language;
	while (strcmp(values[i].key, entry->key) != 0)
		i++;
	value = &import->pots[pot].values[i];
	value->line = entry->line;
	if (i != VALUE_SCORE_ALL) {
		value->read = import_number(entry->value, values[i].least,
					    values[i].most, &value->number);
		import_key_number(import, entry, values[i].least,
				  values[i].most, &value->number);
		return;
	}
	value->read = answer_read(entry->value, &value->number);
	if (!value->read)
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("%s cannot be \"%s\". Write yes or no."),
			    entry->key, entry->value);
}

/* Tells the values that the type knows nothing of. */
static void strangers_tell(struct import *import, int pot)
{
	enum ballot_type type = import->meeting->pots[pot].ballot_type;

	for (int i = 0; i < IMPORT_VALUES; i++)
		if (import->pots[pot].values[i].line &&
		    !(values[i].types & 1u << type))
			problem_add(import->problems, IMPORT_INI,
				    import->pots[pot].values[i].line,
				    _("%s does not go with ballot = %s. Take "
				      "the line out."),
				    values[i].key, ballot_type_name(type));
}

/* What is written for VALUE, else USUAL. */
static int number_of(const struct import_pot *pot, enum import_value_name value,
		     int usual)
{
	return pot->values[value].read ? pot->values[value].number : usual;
}

/* The line of VALUE, else that of the pot's section. */
static int line_of(const struct import_pot *pot, enum import_value_name value)
{
	return pot->values[value].line ? pot->values[value].line : pot->line;
}

static void points_check(struct import *import, int pot)
{
	const struct import_pot *read = &import->pots[pot];
	struct pot *made = &import->meeting->pots[pot];

	if (!read->values[VALUE_POINTS].line)
		problem_add(import->problems, IMPORT_INI, read->line,
			    _("The pot %s has no points to share out. Write "
			      "points = 10."),
			    made->key);
	if (!read->values[VALUE_POINTS].read)
		return;
	made->points = number_of(read, VALUE_POINTS, 0);
	made->value_most = number_of(read, VALUE_POINTS_EACH, made->points);
	if (made->value_most > made->points)
		problem_add(import->problems, IMPORT_INI,
			    line_of(read, VALUE_POINTS_EACH),
			    _("points_each is %d, more than points, which is "
			      "%d. Write a smaller number."),
			    made->value_most, made->points);
	if (made->choose_min > made->points)
		problem_add(import->problems, IMPORT_INI,
			    line_of(read, VALUE_CHOOSE_MIN),
			    _("choose_min is %d, but there are only %d points "
			      "to give. Write a smaller number."),
			    made->choose_min, made->points);
}

static void score_check(struct import *import, int pot)
{
	const struct import_pot *read = &import->pots[pot];
	struct pot *made = &import->meeting->pots[pot];

	made->score_least = number_of(read, VALUE_SCORE_LEAST, 0);
	made->value_most = number_of(read, VALUE_SCORE_BEST, SCORE_USUAL);
	made->score_all = number_of(read, VALUE_SCORE_ALL, 0) == 1;
	if (made->value_most <= made->score_least)
		problem_add(import->problems, IMPORT_INI,
			    line_of(read, VALUE_SCORE_BEST),
			    _("score_best is %d, not more than score_least. "
			      "Write a larger number."),
			    made->value_most);
}

static int by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* A ballot must be able to name choose_min of them. */
static void knapsack_check(struct import *import, int pot)
{
	const struct meeting *meeting = import->meeting;
	const struct pot *made = &meeting->pots[pot];
	int64_t costs[MEETING_PROPOSALS], sum = 0;
	int count = 0;

	for (int i = 0; i < meeting->proposal_count; i++)
		if (meeting->proposals[i].pot == pot)
			costs[count++] = meeting->proposals[i].cost_minor;
	qsort(costs, (size_t)count, sizeof(*costs), by_size);
	for (int i = 0; i < count && i < made->choose_min; i++)
		sum += costs[i];
	if (sum > made->amount_minor && made->amount_minor > 0)
		problem_add(import->problems, IMPORT_INI,
			    line_of(&import->pots[pot], VALUE_CHOOSE_MIN),
			    _("choose_min is %d, but the money of the pot %s "
			      "does not last for so many proposals. Write a "
			      "smaller number."),
			    made->choose_min, made->key);
}

/* The line of the limit that was written last of all. */
static int choose_line(const struct import_pot *pot)
{
	int least = pot->values[VALUE_CHOOSE_MIN].line;
	int most = pot->values[VALUE_CHOOSE_MAX].line;

	return least > most ? least : most;
}

static void choices_check(struct import *import, int pot, int proposals)
{
	const struct import_pot *read = &import->pots[pot];
	struct pot *made = &import->meeting->pots[pot];
	bool rank = made->ballot_type == BALLOT_RANK;
	int usual = rank && proposals > RANKS_USUAL ? RANKS_USUAL : proposals;

	made->choose_min = number_of(read, VALUE_CHOOSE_MIN, 0);
	made->choose_max = number_of(read, VALUE_CHOOSE_MAX, usual);
	if (made->ballot_type == BALLOT_SCORE) {
		made->choose_min = 0;
		made->choose_max = proposals;
	}
	if (made->choose_max > proposals)
		problem_add(
		    import->problems, IMPORT_INI, choose_line(read),
		    words_plural("choose_max is %d, but the pot %s has %d "
				 "proposal. Write a smaller number.",
				 "choose_max is %d, but the pot %s has %d "
				 "proposals. Write a smaller number.",
				 (unsigned long)proposals),
		    made->choose_max, made->key, proposals);
	else if (rank && made->choose_max > MEETING_RANKS)
		problem_add(import->problems, IMPORT_INI, choose_line(read),
			    _("choose_max is %d, but nobody ranks more than %d "
			      "proposals. Write a smaller number."),
			    made->choose_max, MEETING_RANKS);
	else if (made->choose_min > made->choose_max)
		problem_add(import->problems, IMPORT_INI, choose_line(read),
			    _("choose_min is %d, more than choose_max, which "
			      "is %d. Write a smaller number."),
			    made->choose_min, made->choose_max);
}

void import_ballot_check(struct import *import, int pot, int proposals)
{
	enum ballot_type type = import->meeting->pots[pot].ballot_type;

	/* What goes with a type that is not known cannot be said. */
	if (import->pots[pot].ballot_unknown)
		return;
	strangers_tell(import, pot);
	if (proposals > 0)
		choices_check(import, pot, proposals);
	if (type == BALLOT_POINTS)
		points_check(import, pot);
	else if (type == BALLOT_SCORE)
		score_check(import, pot);
	else if (type == BALLOT_KNAPSACK)
		knapsack_check(import, pot);
}
