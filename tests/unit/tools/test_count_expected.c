/* Real elections and made ones against outcomes that a slow exact reference
 * found (../shared/data/expected): every file, every rule. */
#include "tests/lib/cmocka_all.h"

#include <jansson.h>
#include <unistd.h>

#include "tests/lib/tools_election.h"
#include "tests/lib/tools_run.h"

#define EXPECTED "../shared/data/expected"
enum { MOST_WORDS = 16, MOST_TEXT = 32 };

/* The command line of a key of `rules`. */
static const struct {
	const char *key;
	const char *words[8];
	bool set; /* winners have no order; compared when they are unique */
} rules[] = {
    {"greedy_votes", {"--rule", "greedy"}, false},
    {"greedy_votes_filetie", {"--rule", "greedy", "--ties", "file"}, false},
    {"greedy_noskip_filetie",
     {"--rule", "greedy", "--ties", "file", "--fit", "stop"},
     false},
    {"greedy_threshold_filetie",
     {"--rule", "greedy", "--ties", "file", "--threshold", "file"},
     false},
    {"greedy_ratio", {"--rule", "greedy-ratio"}, false},
    {"maxwelfare_score", {"--rule", "welfare", "--value", "support"}, true},
    {"maxwelfare_scorecost",
     {"--rule", "welfare", "--value", "support-cost"},
     true},
    {"phragmen", {"--rule", "phragmen"}, false},
    {"phragmen_skip", {"--rule", "phragmen", "--convention", "skip"}, false},
};

/* Where the reference does otherwise than its own rules say: a withdrawn
 * project (999999999) ends no count, and those that all can be paid for are a
 * set. */
static bool reference_differs(const char *file, const char *key)
{
	return (strcmp(key, "greedy_noskip_filetie") == 0 &&
		strstr(file, "Poland_Wroclaw_2017_Rejon_nr_11_750")) ||
	       (strstr(key, "_checker") &&
		(strstr(file, "Poland_Katowice_2025_Zarzecze") ||
		 strstr(file, "Poland_Gdynia_2022_Kamienna_Gora__small")));
}

/* "mes_card_add1_checker" as options; false for other keys, and for those whose
 * steps are not units. */
static bool shares_words(const char *key, char text[3][MOST_TEXT],
			 const char **words)
{
	static const char *const options[] = {"--utility", "--completion",
					      "--convention"};
	int count = 0, parts = 0;

	if (strncmp(key, "mes_", 4) != 0 || strstr(key, "_step"))
		return false;
	words[count++] = "--rule";
	words[count++] = "equal-shares";
	for (const char *at = key + 4; parts < 3 && *at; parts++) {
		size_t length = strcspn(at, "_");

		snprintf(text[parts], MOST_TEXT, "%.*s", (int)length, at);
		if (strcmp(text[parts], "card") == 0)
			strcpy(text[parts], "count");
		words[count++] = options[parts];
		words[count++] = text[parts];
		at += length + (at[length] == '_');
	}
	words[count] = NULL;
	return true;
}

static bool words_of(const char *key, char text[3][MOST_TEXT],
		     const char **words, bool *ret_set)
{
	*ret_set = false;
	if (shares_words(key, text, words))
		return true;
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
		if (strcmp(rules[i].key, key) != 0)
			continue;
		memcpy(words, rules[i].words, sizeof(rules[i].words));
		*ret_set = rules[i].set;
		return true;
	}
	return false;
}

static json_t *count(const char *path, const char *const *words)
{
	const char *all[MOST_WORDS] = {"count", path, "--json"};
	struct run run;
	json_t *json;

	for (int i = 0; words[i]; i++)
		all[3 + i] = words[i];
	run = run_words(all);
	json = json_loads(run.out, 0, NULL);
	if (run.code != 0 || !json)
		fail_msg("%s %s: exit code %d\n%s", path, words[1], run.code,
			 run.err);
	run_free(&run);
	return json;
}

static bool holds(const json_t *array, const json_t *one)
{
	size_t i;
	json_t *other;

	json_array_foreach(array, i,
			   other) if (json_equal(other, one)) return true;
	return false;
}

static bool same_set(const json_t *a, const json_t *b)
{
	size_t i;
	json_t *one;

	if (json_array_size(a) != json_array_size(b))
		return false;
	json_array_foreach(a, i, one) if (!holds(b, one)) return false;
	return true;
}

/* What KEY of WANTED says, where it says it. */
static void expect_same(const char *where, const json_t *wanted,
			const char *key, const json_t *json,
			const char *of_json)
{
	const json_t *value = json_object_get(wanted, key);

	if (value && !json_is_null(value) &&
	    !json_equal(value, json_object_get(json, of_json)))
		fail_msg("%s: another %s", where, key);
}

/* Projects and prices of the rounds, exactly. */
static void expect_rounds(const char *where, const json_t *wanted,
			  const json_t *json)
{
	const json_t *rounds = json_object_get(json, "rounds"), *round;
	size_t i;

	json_array_foreach(json_object_get(wanted, "rounds"), i, round)
	{
		const json_t *ours = json_array_get(rounds, i);

		expect_same(where, round, "project", ours, "project");
		expect_same(where, round, "rho", ours, "rho");
	}
}

static void expect_outcome(const char *where, const json_t *wanted,
			   const json_t *json, bool set, bool differs)
{
	const json_t *winners = json_object_get(json, "winners");
	const json_t *selected = json_object_get(wanted, "selected");

	if (set && !json_is_true(json_object_get(wanted, "unique")))
		return;
	if (differs && json_array_size(selected) == 0)
		return;
	if (!(set || differs ? same_set(winners, selected)
			     : json_equal(winners, selected)))
		fail_msg("%s: other winners", where);
	expect_same(where, wanted, "total_cost", json, "total_cost");
	if (differs)
		return;
	expect_same(where, wanted, "endowment", json, "endowment");
	expect_same(where, wanted, "final_endowment", json, "endowment");
	expect_same(where, wanted, "added_by_completion", json,
		    "added_by_completion");
	expect_rounds(where, wanted, json);
}

/* Every rule of one file; how many were compared. */
static int file_expect(const char *name)
{
	static const char *const folders[] = {"../shared/data/pabulib",
					      "../shared/data/made/scoring"};
	char *path = disk_path(EXPECTED, name), *election = NULL;
	json_t *wanted = json_load_file(path, 0, NULL), *rule;
	const char *instance =
	    json_string_value(json_object_get(wanted, "instance"));
	const char *key;
	int compared = 0;

	free(path);
	for (int i = 0; i < 2 && (!election || access(election, R_OK)); i++) {
		free(election);
		election = disk_path(folders[i], instance);
	}
	json_object_foreach(json_object_get(wanted, "rules"), key, rule)
	{
		const char *words[MOST_WORDS];
		char text[3][MOST_TEXT], *where = NULL;
		bool set;
		json_t *json;

		if (!json_object_get(rule, "selected") ||
		    !words_of(key, text, words, &set))
			continue;
		json = count(election, words);
		assert_true(asprintf(&where, "%s %s", name, key) > 0);
		expect_outcome(where, rule, json, set,
			       reference_differs(name, key));
		expect_same(where, wanted, "score", json, "support");
		expect_same(where, wanted, "budget", json, "budget");
		json_decref(json);
		free(where);
		compared++;
	}
	json_decref(wanted);
	free(election);
	return compared;
}

static void see(void *context, const char *path)
{
	*(int *)context += file_expect(strrchr(path, '/') + 1);
}

static void every_file_and_rule_gives_the_winners_of_the_reference(void **state)
{
	int compared = 0;

	(void)state;
	if (access(EXPECTED, R_OK) != 0)
		skip();
	election_files(EXPECTED, ".json", see, &compared);
	assert_true(compared >= 600);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		every_file_and_rule_gives_the_winners_of_the_reference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
