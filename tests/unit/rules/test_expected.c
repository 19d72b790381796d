/* Real elections give the winners that a slow exact reference found. They lie
 * beside the checkout, ../shared/data, and are not part of it. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/rules_election.h"
#include "tests/lib/rules_pabulib.h"

#include <glob.h>
#include <jansson.h>
#include <unistd.h>

#define SHARED "../shared/data"

enum { FILES_LEAST = 20, PATH = 512, SELECTED = 4096 };

static const struct expectation {
	const char *key;
	const char *rule; /* as in tests/data/elections */
} expectations[] = {
    {"greedy_votes", "greedy"},
    {"greedy_votes_filetie", "greedy, ties by file"},
    {"greedy_noskip_filetie", "greedy, stop, ties by file"},
    {"greedy_threshold_filetie", "greedy, ties by file"},
    {"greedy_ratio", "greedy by ratio"},
    {"maxwelfare_score", "welfare"},
    {"maxwelfare_scorecost", "welfare, worth support times cost"},
    {"phragmen", "phragmen, pabutools"},
    {"phragmen_skip", "phragmen, skip"},
    {"mes_cost_none", "equal shares"},
    {"mes_card_none", "equal shares, count"},
    {"mes_cost_greedy", "equal shares, greedy"},
    {"mes_card_greedy", "equal shares, count, greedy"},
    {"mes_cost_add1_equalshares", "equal shares, add1"},
    {"mes_card_add1_equalshares", "equal shares, count, add1"},
    {"mes_cost_add1_pabutools", "equal shares, add1, pabutools"},
    {"mes_card_add1_pabutools", "equal shares, count, add1, pabutools"},
    {"mes_cost_add1_checker", "equal shares, add1, checker"},
    {"mes_card_add1_checker", "equal shares, count, add1, checker"},
    {"mes_cost_add1u_equalshares", "equal shares, add1u"},
    {"mes_card_add1u_equalshares", "equal shares, count, add1u"},
    {"mes_cost_add1u_pabutools", "equal shares, add1u, pabutools"},
    {"mes_card_add1u_pabutools", "equal shares, count, add1u, pabutools"},
    {"mes_cost_add1u_checker", "equal shares, add1u, checker"},
    {"mes_card_add1u_checker", "equal shares, count, add1u, checker"},
};

/* Where RULES.md and the published result of the city say otherwise than the
 * reference, which stops at the withdrawn project that has most votes. */
static const struct {
	const char *file, *key, *selected;
} corrections[] = {
    {"Poland_Wroclaw_2017_Rejon_nr_11_750", "greedy_noskip_filetie", "425 "},
};

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The COUNT ids with a space behind each; SORTED where the order says nothing.
 */
static void ids_join(const char **ids, int count, bool sorted,
		     char ret_text[SELECTED])
{
	size_t length = 0;

	if (sorted)
		qsort(ids, (size_t)count, sizeof(*ids), by_text);
	ret_text[0] = '\0';
	for (int i = 0; i < count; i++) {
		assert_true(length + strlen(ids[i]) + 2 < SELECTED);
		length += (size_t)sprintf(ret_text + length, "%s ", ids[i]);
	}
}

static void selected_expected(const json_t *found, bool sorted,
			      char ret_text[SELECTED])
{
	const json_t *selected = json_object_get(found, "selected");
	const char *ids[SELECTED];
	size_t count = json_array_size(selected);

	for (size_t i = 0; i < count; i++)
		ids[i] = json_string_value(json_array_get(selected, i));
	ids_join(ids, (int)count, sorted, ret_text);
}

static void selected_found(const struct election *election,
			   const struct funding *funding, bool sorted,
			   char ret_text[SELECTED])
{
	const char *ids[SELECTED];

	for (int i = 0; i < funding->round_count; i++)
		ids[i] = election->projects[funding->rounds[i].project].id;
	ids_join(ids, funding->round_count, sorted, ret_text);
}

/* Compares what a welfare set is worth; returns whether it is the only one. */
static bool optimum_agrees(const struct funding *funding,
			   const struct rule_options *options,
			   const json_t *found)
{
	mpz_t optimum;
	bool unique = json_is_true(json_object_get(found, "unique"));

	assert_int_equal(
	    mpz_init_set_str(
		optimum, json_string_value(json_object_get(found, "optimum")),
		10),
	    0);
	if (options->value == VALUE_SUPPORT_COST)
		mpz_mul_ui(optimum, optimum, ELECTION_UNIT_MINOR);
	assert_int_equal(mpz_cmp(funding->optimum, optimum), 0);
	mpz_clear(optimum);
	assert_int_equal(funding->unique, unique);
	return unique;
}

/* Those who tie are told in the same rounds as the reference does. */
static void ties_agree(const struct funding *funding, const json_t *ties)
{
	size_t at = 0;

	for (int r = 0; ties && r < funding->round_count; r++) {
		const struct funding_round *round = &funding->rounds[r];
		const json_t *tie = json_array_get(ties, at);

		if (!round->tied)
			continue;
		assert_int_equal(
		    json_integer_value(json_object_get(tie, "round")), r);
		assert_int_equal(json_array_size(json_object_get(tie, "tied")),
				 round->tied_count);
		at++;
	}
	if (ties)
		assert_int_equal(at, json_array_size(ties));
}

/* Whether the rational at KEY of FOUND, where it is told, is EXPECTED. */
static void rational_agrees(const json_t *found, const char *key,
			    const mpq_t expected)
{
	const char *text = json_string_value(json_object_get(found, key));
	mpq_t told;

	if (!text)
		return;
	mpq_init(told);
	assert_int_equal(mpq_set_str(told, text, 10), 0);
	mpq_canonicalize(told);
	assert_true(mpq_equal(told, expected));
	mpq_clear(told);
}

/* The reference tried every share, one by one: it ended at the same one, after
 * as many, with the same rho for each project. */
static void shares_agree(const struct funding *funding, const json_t *found)
{
	const json_t *rounds = json_object_get(found, "rounds"), *round;
	const json_t *runs = json_object_get(found, "mes_runs");
	mpq_t share, unit;
	size_t i;

	mpq_inits(share, unit, NULL);
	mpq_set_ui(unit, 1, ELECTION_UNIT_MINOR);
	mpq_mul(share, funding->endowment_minor, unit);
	rational_agrees(found, "endowment", share);
	rational_agrees(found, "final_endowment", share);
	if (runs)
		assert_int_equal(funding->runs, json_integer_value(runs));
	json_array_foreach((json_t *)rounds, i, round)
	    rational_agrees(round, "rho", funding->rounds[i].rho);
	mpq_clears(share, unit, NULL);
}

static void rule_agrees(const char *name, const struct expectation *expectation,
			const struct pabulib_election *read,
			const json_t *found)
{
	struct rule_options options;
	election_rule *rule = election_rule_read(expectation->rule, &options);
	char expected[SELECTED], selected[SELECTED];
	struct funding *funding = NULL;
	bool compared = true;

	if (strstr(expectation->key, "threshold"))
		options.threshold = read->threshold;
	assert_int_equal(rule(read->election, &options, &funding), STATUS_OK);
	if (funding->has_optimum)
		compared = optimum_agrees(funding, &options, found);
	selected_expected(found, funding->has_optimum, expected);
	for (size_t i = 0; i < sizeof(corrections) / sizeof(corrections[0]);
	     i++)
		if (strcmp(corrections[i].file, name) == 0 &&
		    strcmp(corrections[i].key, expectation->key) == 0)
			strcpy(expected, corrections[i].selected);
	selected_found(read->election, funding, funding->has_optimum, selected);
	if (compared && strcmp(expected, selected) != 0)
		fail_msg("%s, %s: %snot: %s", name, expectation->key, expected,
			 selected);
	ties_agree(funding, json_object_get(found, "ties"));
	if (funding->has_endowment)
		shares_agree(funding, found);
	funding_free(funding);
}

/* All rules of the election NAME that are known to JSON. */
static void election_agrees(const char *name, const json_t *rules)
{
	static const char *const folders[] = {"pabulib", "made/scoring"};
	struct pabulib_election read = {.election = NULL};
	char path[2 * PATH];

	for (int i = 0; i < 2; i++) {
		snprintf(path, sizeof(path), SHARED "/%s/%s.pb", folders[i],
			 name);
		if (!read.election && access(path, R_OK) == 0)
			read = rules_pabulib_read(path);
	}
	assert_non_null(read.election);
	for (size_t i = 0; i < sizeof(expectations) / sizeof(expectations[0]);
	     i++) {
		const json_t *found =
		    json_object_get(rules, expectations[i].key);

		if (json_object_get(found, "selected"))
			rule_agrees(name, &expectations[i], &read, found);
	}
	election_free(read.election);
}

/* ELECTION with all money in thousands. */
static struct election *thousands_new(const struct election *election)
{
	struct election_builder *builder =
	    election_builder_new(election->budget_minor / 1000, 1);
	struct election *made;

	assert_non_null(builder);
	for (int p = 0; p < election->project_count; p++) {
		const struct election_project *project = &election->projects[p];

		assert_int_equal(project->cost_minor % 1000, 0);
		assert_int_equal(election_add_project(
				     builder, project->id, strlen(project->id),
				     project->cost_minor / 1000),
				 STATUS_OK);
	}
	for (int g = 0; g < election->group_count; g++) {
		const struct election_group *group = &election->groups[g];

		assert_int_equal(election_add_ballots(
				     builder, election->values + group->first,
				     group->end - group->first, group->ballots),
				 STATUS_OK);
	}
	made = election_build(builder);
	assert_non_null(made);
	election_builder_free(builder);
	return made;
}

/* The reference did not finish this one in units of currency, but in thousands
 * of them, which is a unit where all money is a thousandth. */
static void forints_by_thousands_end_where_the_reference_did(void **state)
{
	static const struct expectation by_thousands[] = {
	    {"mes_cost_add1_pabutools_step1000",
	     "equal shares, add1, pabutools"},
	    {"mes_card_add1_pabutools_step1000",
	     "equal shares, count, add1, pabutools"},
	};
	const char *name = "Hungary_Budapest_2022_VIII_Jozsefvaros";
	struct pabulib_election read;
	json_t *json;

	(void)state;
	json = json_load_file(
	    SHARED "/expected/Hungary_Budapest_2022_VIII_Jozsefvaros.json", 0,
	    NULL);
	if (!json)
		skip();
	read = rules_pabulib_read(
	    SHARED "/pabulib/Hungary_Budapest_2022_VIII_Jozsefvaros.pb");
	for (size_t i = 0; i < 2; i++) {
		struct pabulib_election made = {
		    .election = thousands_new(read.election)};
		json_t *found = json_object_get(json_object_get(json, "rules"),
						by_thousands[i].key);

		/* Told in forint, not in thousands. */
		json_object_del(found, "final_endowment");
		assert_non_null(found);
		rule_agrees(name, &by_thousands[i], &made, found);
		election_free(made.election);
	}
	election_free(read.election);
	json_decref(json);
}

static void real_elections_have_the_winners_of_the_reference(void **state)
{
	glob_t found;

	(void)state;
	if (glob(SHARED "/expected/*.json", 0, NULL, &found) != 0)
		skip();
	assert_true(found.gl_pathc >= FILES_LEAST);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		const char *path = found.gl_pathv[i];
		const char *name = strrchr(path, '/') + 1;
		json_t *json = json_load_file(path, 0, NULL);
		char stem[PATH];

		assert_non_null(json);
		snprintf(stem, sizeof(stem), "%.*s",
			 (int)(strlen(name) - strlen(".json")), name);
		election_agrees(stem, json_object_get(json, "rules"));
		json_decref(json);
	}
	globfree(&found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(real_elections_have_the_winners_of_the_reference),
	    cmocka_unit_test(forints_by_thousands_end_where_the_reference_did),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
