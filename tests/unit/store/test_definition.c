/* A meeting as canonical JSON, and back. */
#include <sodium/crypto_hash_sha256.h>

#include "core/money.h"
#include "store/definition.h"
#include "tests/lib/ballots.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

/* A meeting that uses every member. */
static struct meeting *rich_meeting(void)
{
	struct meeting *meeting = bolbro_new();
	struct proposal *proposal;

	assert_non_null(meeting);
	proposal = &meeting->proposals[4];
	meeting->url = "https://example.org/æøå?a=1&b=\"2\"";
	meeting->next_steps.in[0] = "Linje 1\nLinje 2";
	meeting->live = LIVE_BATCHES;
	meeting->pots[0].misfit = MISFIT_STOP;
	meeting->pots[0].leftover_to = 1;
	meeting->pots[0].choose_min = 1;
	meeting->pots[1].misfit = MISFIT_PART;
	meeting->pots[1].threshold_votes = 7;
	meeting->pots[1].threshold_percent = 10;
	proposal->title.in[1] = NULL;
	proposal->short_title.in[0] = "Grill";
	proposal->summary.in[0] = "";
	proposal->body.in[1] = "\t\\ \" / \x7f \xe2\x80\xa8 \xf0\x9f\x94\xa5";
	proposal->cost_minor = MONEY_MAX_MINOR;
	proposal->min_cost_minor = 1;
	proposal->accepts_partial = true;
	proposal->proposer = "Klubben";
	proposal->place = "Torvet";
	proposal->category = "fælles";
	proposal->start_by = "2016-01-01";
	proposal->finish_by = "2016-03-01";
	proposal->walk_minutes = 0;
	proposal->image = "grill.png";
	memset(proposal->image_hash, 0xab, sizeof(proposal->image_hash));
	proposal->incompatible_count = 2;
	proposal->incompatible[0] = 6;
	proposal->incompatible[1] = 9;
	meeting->live_batch = MEETING_BATCH_MOST;
	meeting->pitch_seconds = MEETING_PITCH_LEAST;
	meeting->fund_count = 2;
	meeting->funds[0] = (struct fund){
	    .title = {{"Nordea-fonden", "The Nordea fund"}},
	    .text = {{"Foreninger kan søge til \"gode liv\"."}},
	    .amount = "op til 50.000 kr.",
	    .deadline = "hele året",
	    .url = "https://example.org/søg?a=1",
	};
	meeting->funds[1].title.in[1] = "Neighbourhood money";
	return meeting;
}

static void assert_text(const struct text *found, const struct text *meant)
{
	for (int i = 0; i < MEETING_LANGUAGES; i++)
		if (meant->in[i])
			assert_string_equal(found->in[i], meant->in[i]);
		else
			assert_null(found->in[i]);
}

static void a_meeting_comes_back_as_it_was(void **state)
{
	struct meeting *meant = rich_meeting(), *found;
	const struct proposal *from = &meant->proposals[4], *to;
	char *json;

	(void)state;
	assert_ok(definition_write(meant, &json));
	assert_ok(definition_read(json, &found));
	to = &found->proposals[4];
	assert_memory_equal(found->id, meant->id, sizeof(meant->id));
	assert_string_equal(found->code, meant->code);
	assert_string_equal(found->url, meant->url);
	assert_string_equal(found->closes, meant->closes);
	assert_text(&found->title, &meant->title);
	assert_text(&found->next_steps, &meant->next_steps);
	assert_int_equal(found->live, meant->live);
	assert_int_equal(found->language_count, 2);
	assert_int_equal(found->pot_count, 2);
	assert_int_equal(found->proposal_count, 10);
	assert_int_equal(found->pots[0].misfit, MISFIT_STOP);
	assert_int_equal(found->pots[0].leftover_to, 1);
	assert_int_equal(found->pots[1].leftover_to, -1);
	assert_int_equal(found->pots[1].threshold_votes, 7);
	assert_int_equal(found->pots[1].threshold_percent, 10);
	assert_text(&to->title, &from->title);
	assert_text(&to->short_title, &from->short_title);
	assert_text(&to->summary, &from->summary);
	assert_text(&to->body, &from->body);
	assert_true(to->cost_minor == from->cost_minor);
	assert_true(to->min_cost_minor == 1);
	assert_true(to->accepts_partial);
	assert_string_equal(to->proposer, from->proposer);
	assert_int_equal(to->walk_minutes, 0);
	assert_int_equal(found->proposals[3].walk_minutes, -1);
	assert_memory_equal(to->image_hash, from->image_hash, 32);
	assert_int_equal(to->incompatible_count, 2);
	assert_int_equal(to->incompatible[1], 9);
	assert_int_equal(found->live_batch, 50);
	assert_int_equal(found->pitch_seconds, 30);
	assert_int_equal(found->fund_count, 2);
	for (int i = 0; i < 2; i++) {
		assert_text(&found->funds[i].title, &meant->funds[i].title);
		assert_text(&found->funds[i].text, &meant->funds[i].text);
	}
	assert_string_equal(found->funds[0].amount, "op til 50.000 kr.");
	assert_string_equal(found->funds[0].deadline, "hele året");
	assert_string_equal(found->funds[0].url, meant->funds[0].url);
	assert_string_equal(found->funds[1].url, "");
	free(json);
	meeting_free(meant);
	meeting_free(found);
}

static void the_bytes_are_always_the_same_with_keys_in_order(void **state)
{
	static const char *const parts[] = {
	    "\"ballot_type\":\"approval\",\"choose_max\":2,\"choose_min\":0",
	    "\"id\":\"07070707070707070707070707070707\"",
	    "\"title\":{\"da\":\"Bolbro beslutter\",\"en\":\"Bolbro decides\"}",
	    "\"cost_minor\":10000000,",
	};
	struct meeting *meeting = bolbro_new();
	char *json, *again;

	(void)state;
	assert_ok(definition_write(meeting, &json));
	assert_ok(definition_write(meeting, &again));
	assert_string_equal(json, again);
	assert_ptr_equal(strstr(json, "{\"closes\":\"20:30\",\"code\":"), json);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		assert_non_null(strstr(json, parts[i]));
	free(json);
	free(again);
	meeting_free(meeting);
}

static void a_ballot_type_without_values_of_its_own_writes_none(void **state)
{
	static const enum ballot_type types[] = {BALLOT_APPROVAL,
						 BALLOT_KNAPSACK, BALLOT_RANK};
	/* So a definition from before there were such values keeps its hash. */
	static const char pot[] =
	    "{\"amount_minor\":10000000,\"ballot_type\":\"%s\","
	    "\"choose_max\":2,\"choose_min\":0,\"key\":\"main\","
	    "\"leftover_to\":null,\"misfit\":\"skip\",\"rule\":\"greedy\","
	    "\"threshold_percent\":0,\"threshold_votes\":1,\"title\":";
	struct meeting *meeting = bolbro_new();

	(void)state;
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		char meant[400], *json;

		meeting->pots[0].ballot_type = types[i];
		snprintf(meant, sizeof(meant), pot, ballot_type_name(types[i]));
		assert_ok(definition_write(meeting, &json));
		assert_non_null(strstr(json, meant));
		free(json);
	}
	meeting_free(meeting);
}

/* One that says nothing has the bytes of the test above. */
static void what_a_pot_says_about_its_rule_comes_back(void **state)
{
	struct meeting *meeting = bolbro_new(), *again = NULL;
	char *json;

	(void)state;
	meeting->pots[0].rule = "equal-shares";
	meeting->pots[0].utility = "count";
	meeting->pots[1].rule = "equal-shares";
	meeting->pots[1].completion = "none";
	meeting->pots[1].support_from = 4;
	assert_ok(definition_write(meeting, &json));
	assert_non_null(strstr(json, "\"rule\":\"equal-shares\","
				     "\"threshold_percent\":0,"
				     "\"threshold_votes\":1,\"title\":"));
	assert_ok(definition_read(json, &again));
	assert_string_equal(again->pots[0].utility, "count");
	assert_null(again->pots[0].completion);
	assert_null(again->pots[1].utility);
	assert_string_equal(again->pots[1].completion, "none");
	assert_int_equal(again->pots[0].support_from, 0);
	assert_int_equal(again->pots[1].support_from, 4);
	meeting_free(again);
	meeting_free(meeting);
	free(json);
}

static void the_values_of_every_ballot_type_come_back(void **state)
{
	uint64_t seed = 2015;
	struct random random = bolbro_random(&seed);

	(void)state;
	for (int i = 0; i < 40 * BALLOT_TYPE_COUNT; i++) {
		struct meeting *meeting = bolbro_new(), *found;
		char *json;

		ballots_type_draw(&random, meeting, 1,
				  (enum ballot_type)(i % BALLOT_TYPE_COUNT));
		assert_ok(definition_write(meeting, &json));
		assert_ok(definition_read(json, &found));
		assert_int_equal(found->pots[1].ballot_type,
				 meeting->pots[1].ballot_type);
		assert_int_equal(found->pots[1].points,
				 meeting->pots[1].points);
		assert_int_equal(found->pots[1].value_most,
				 meeting->pots[1].value_most);
		assert_int_equal(found->pots[1].score_least,
				 meeting->pots[1].score_least);
		assert_int_equal(found->pots[1].score_all,
				 meeting->pots[1].score_all);
		free(json);
		meeting_free(meeting);
		meeting_free(found);
	}
}

/* A list of one fund. */
#define FUND(more, text)                                                       \
	"\"funds\":[{\"amount\":\"\",\"deadline\":\"\"," more text             \
	",\"title\":{\"da\":\"x\"},\"url\":\"\"}]"

/* Each is a change to Bolbro's JSON: what is replaced, and by what. */
static const struct {
	const char *was, *is;
} changes[] = {
    {"stemmeboks meeting 2", "stemmeboks meeting 1"},
    {"stemmeboks meeting 2", "stemmeboks meeting 3"},
    {"{\"closes\"", "{ \"closes\""},
    {"{\"closes\"", "{\"Zzz\":1,\"closes\""},
    {"{\"closes\"", "{\"closes\":\"\",\"closes\""},
    {"\"closes\":\"20:30\",", ""},
    {"\"closes\":\"20:30\"", "\"closes\":2030"},
    {"\"closes\":\"20:30\"", "\"closes\":\"20\\u003a30\""},
    {"\"code\":\"B5\"", "\"code\":\"B\""},
    {"\"code\":\"B5\"", "\"code\":\"BU\""},
    {"\"code\":\"B5\"", "\"code\":\"B57\""},
    {"\"id\":\"07", "\"id\":\""},
    {"\"id\":\"07", "\"id\":\"0707"},
    {"\"id\":\"07", "\"id\":\"0G"},
    {"\"id\":\"07", "\"id\":\"0A"},
    {"\"live\":\"turnout\"", "\"live\":\"always\""},
    {"\"live_batch\":5", "\"live_batch\":-1"},
    {"\"live_batch\":5", "\"live_batch\":51"},
    {"\"live\":\"turnout\",\"live_batch\":5",
     "\"live\":\"batches\",\"live_batch\":4"},
    {"\"live\":\"turnout\",\"live_batch\":5",
     "\"live\":\"batches\",\"live_batch\":0"},
    {"\"pitch_seconds\":180", "\"pitch_seconds\":29"},
    {"\"pitch_seconds\":180", "\"pitch_seconds\":1801"},
    {"\"pitch_seconds\":180", "\"pitch_seconds\":\"180\""},
    {"\"pitch_seconds\":180,", ""},
    {"\"funds\":[]", "\"funds\":null"},
    {"\"funds\":[]", "\"funds\":[1]"},
    {"\"funds\":[]", "\"funds\":[{}]"},
    {"\"funds\":[]", FUND("", "\"text\":\"\"")},
    {"\"funds\":[]", FUND("\"money\":1,", "\"text\":{}")},
    {"\"funds\":[],", ""},
    {"\"live_batch\":5", "\"live_batch\":5.0"},
    {"\"live_batch\":5", "\"live_batch\":5e0"},
    {"\"live_batch\":5", "\"live_batch\":\"5\""},
    {"\"live_batch\":5", "\"live_batch\":99999999999999999999"},
    {"[\"da\",\"en\"]", "[\"da\",\"da\"]"},
    {"[\"da\",\"en\"]", "[\"da\",\"\"]"},
    {"[\"da\",\"en\"]", "[\"da\"]"},
    {"[\"da\",\"en\"]", "[]"},
    {"[\"da\",\"en\"]", "\"da\""},
    {"\"amount_minor\":10000000", "\"amount_minor\":-1"},
    {"\"amount_minor\":10000000", "\"amount_minor\":1000000000001"},
    {"\"ballot_type\":\"approval\"", "\"ballot_type\":\"oracle\""},
    {"\"choose_max\":2", "\"choose_max\":0"},
    {"\"choose_max\":2", "\"choose_max\":201"},
    {"\"choose_min\":0", "\"choose_min\":3"},
    {"\"key\":\"main\"", "\"key\":\"quick\""},
    {"\"key\":\"main\"", "\"key\":\"other\""},
    {"\"key\":\"main\"", "\"key\":\"\""},
    {"\"key\":\"main\"",
     "\"key\":\"a-word-much-longer-than-any-pot-should-have\""},
    {"\"leftover_to\":null", "\"leftover_to\":\"main\""},
    {"\"leftover_to\":null", "\"leftover_to\":\"third\""},
    {"\"leftover_to\":null", "\"leftover_to\":1"},
    {"\"misfit\":\"skip\"", "\"misfit\":\"jump\""},
    {"\"threshold_percent\":0", "\"threshold_percent\":101"},
    {"\"threshold_votes\":1", "\"threshold_votes\":0"},
    {"\"accepts_partial\":false", "\"accepts_partial\":0"},
    {"\"accepts_partial\":false", "\"accepts_partial\":null"},
    {"\"cost_minor\":10000000", "\"cost_minor\":-10000000"},
    {"\"cost_minor\":10000000", "\"cost_minor\":9223372036854775808"},
    {"\"min_cost_minor\":0", "\"min_cost_minor\":10000001"},
    {"\"incompatible\":[]", "\"incompatible\":[0]"},
    {"\"incompatible\":[]", "\"incompatible\":[\"2\"]"},
    {"\"incompatible\":[]", "\"incompatible\":[1,2,3,4,5,6,7,8,9]"},
    {"\"incompatible\":[]", "\"incompatible\":{}"},
    {"\"number\":1,", "\"number\":0,"},
    {"\"number\":1,", "\"number\":2,"},
    {"\"number\":1,", "\"number\":4,"},
    {"\"number\":1,", "\"number\":1000,"},
    {"\"pot\":\"main\"", "\"pot\":\"quick\""},
    {"\"pot\":\"main\"", "\"pot\":\"third\""},
    {"\"image_hash\":\"\"", "\"image_hash\":\"00\""},
    {"\"title\":{\"da\":", "\"title\":{\"de\":"},
    {"\"title\":{\"da\":\"Store forslag\"", "\"title\":{\"da\":null"},
    {"\"walk_minutes\":null", "\"walk_minutes\":-1"},
    {"\"proposals\":[{", "\"proposals\":[{},{"},
    {"\"proposals\":[{", "\"proposals\":[7,{"},
    {"Store forslag", "Store \xff"
		      "forslag"},
    {"Store forslag", "Store \\u0000forslag"},
};

/* The same for a pot of points, 10 of them and 4 for one proposal, and for one
 * of scores from 0 to 5. */
static const struct {
	const char *was, *is;
} value_changes[] = {
    {"\"points\":10,", ""},
    {"\"points\":10", "\"points\":0"},
    {"\"points\":10", "\"points\":101"},
    {"\"points\":10", "\"points\":3"},
    {"\"value_most\":4", "\"value_most\":0"},
    {"\"value_most\":4", "\"value_most\":11"},
    {"\"value_most\":5", "\"value_most\":0"},
    {"\"value_most\":5", "\"value_most\":11"},
    {"\"score_least\":0", "\"score_least\":2"},
    {"\"score_least\":0", "\"score_least\":-1"},
    {"\"score_all\":0", "\"score_all\":2"},
    {"\"score_all\":0", "\"score_all\":false"},
    {"\"ballot_type\":\"score\"", "\"ballot_type\":\"rank\""},
    {"\"ballot_type\":\"points\"", "\"ballot_type\":\"approval\""},
};

static char *replaced(const char *json, const char *was, const char *is)
{
	const char *at = strstr(json, was);
	size_t size = strlen(json) + strlen(is) + 1;
	char *changed = malloc(size);

	if (!at)
		fail_msg("%s is not in the JSON", was);
	assert_non_null(changed);
	snprintf(changed, size, "%.*s%s%s", (int)(at - json), json, is,
		 at + strlen(was));
	return changed;
}

static void any_other_json_is_refused(void **state)
{
	struct meeting *meeting = bolbro_new(), *found = NULL;
	char *json;

	(void)state;
	assert_ok(definition_write(meeting, &json));
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		char *changed = replaced(json, changes[i].was, changes[i].is);

		if (definition_read(changed, &found) != STATUS_DAMAGED)
			fail_msg("%s was taken", changes[i].is);
		assert_null(found);
		free(changed);
	}
	free(json);
	meeting_free(meeting);
}

static void values_that_no_ballot_can_have_are_refused(void **state)
{
	struct meeting *meeting = bolbro_new(), *found = NULL;
	char *json;

	(void)state;
	meeting->pots[0].ballot_type = BALLOT_POINTS;
	meeting->pots[0].points = 10;
	meeting->pots[0].value_most = 4;
	meeting->pots[1].ballot_type = BALLOT_SCORE;
	meeting->pots[1].value_most = 5;
	assert_ok(definition_write(meeting, &json));
	for (size_t i = 0; i < sizeof(value_changes) / sizeof(value_changes[0]);
	     i++) {
		char *changed =
		    replaced(json, value_changes[i].was, value_changes[i].is);

		if (definition_read(changed, &found) != STATUS_DAMAGED)
			fail_msg("%s was taken", value_changes[i].is);
		free(changed);
	}
	free(json);
	meeting_free(meeting);
}

/* The same ways of changing it are fine where the values are. */
static void a_change_within_the_limits_is_read(void **state)
{
	static const struct {
		const char *was, *is;
	} fine[] = {
	    {"\"choose_max\":2", "\"choose_max\":200"},
	    {"\"live_batch\":5", "\"live_batch\":0"},
	    {"\"live_batch\":5", "\"live_batch\":50"},
	    {"\"live\":\"turnout\",\"live_batch\":5",
	     "\"live\":\"batches\",\"live_batch\":5"},
	    {"\"live\":\"turnout\",\"live_batch\":5",
	     "\"live\":\"batches\",\"live_batch\":50"},
	    {"\"pitch_seconds\":180", "\"pitch_seconds\":30"},
	    {"\"pitch_seconds\":180", "\"pitch_seconds\":1800"},
	    {"\"funds\":[]", FUND("", "\"text\":{}")},
	};
	struct meeting *meeting = bolbro_new(), *found;
	char *json;

	(void)state;
	assert_ok(definition_write(meeting, &json));
	for (size_t i = 0; i < sizeof(fine) / sizeof(fine[0]); i++) {
		char *changed = replaced(json, fine[i].was, fine[i].is), *again;

		assert_ok(definition_read(changed, &found));
		assert_ok(definition_write(found, &again));
		assert_string_equal(again, changed);
		meeting_free(found);
		free(again);
		free(changed);
	}
	free(json);
	meeting_free(meeting);
}

static void more_funds_than_a_meeting_holds_are_refused(void **state)
{
	static const char one[] =
	    "{\"amount\":\"\",\"deadline\":\"\",\"text\":{},"
	    "\"title\":{},\"url\":\"\"}";
	struct meeting *meeting = bolbro_new(), *found;
	char *json, list[(MEETING_FUNDS + 1) * sizeof(one) + 20], *changed;

	(void)state;
	assert_ok(definition_write(meeting, &json));
	for (int count = MEETING_FUNDS; count <= MEETING_FUNDS + 1; count++) {
		strcpy(list, "\"funds\":[");
		for (int i = 0; i < count; i++)
			sprintf(list + strlen(list), "%s%s", i ? "," : "", one);
		strcat(list, "]");
		changed = replaced(json, "\"funds\":[]", list);
		if (count <= MEETING_FUNDS) {
			assert_ok(definition_read(changed, &found));
			assert_int_equal(found->fund_count, count);
			meeting_free(found);
		} else {
			assert_status(definition_read(changed, &found),
				      STATUS_DAMAGED);
		}
		free(changed);
	}
	free(json);
	meeting_free(meeting);
}

static void json_cut_short_anywhere_is_refused(void **state)
{
	struct meeting *meeting = rich_meeting(), *found = NULL;
	char *json;

	(void)state;
	assert_ok(definition_write(meeting, &json));
	for (size_t length = strlen(json); length-- > 0;) {
		json[length] = '\0';
		assert_status(definition_read(json, &found), STATUS_DAMAGED);
	}
	assert_null(found);
	free(json);
	meeting_free(meeting);
}

static void too_many_of_anything_is_refused(void **state)
{
	struct meeting *meeting = bolbro_new(), *found = NULL;
	char *json;

	(void)state;
	/* 201 proposals and 9 pots do not fit into a meeting to be written. */
	meeting->proposal_count = 0;
	assert_ok(definition_write(meeting, &json));
	assert_status(definition_read(json, &found), STATUS_DAMAGED);
	free(json);
	meeting->pot_count = 0;
	assert_ok(definition_write(meeting, &json));
	assert_status(definition_read(json, &found), STATUS_DAMAGED);
	free(json);
	meeting_free(meeting);
	assert_null(found);
}

static void a_text_that_is_not_utf8_is_not_written(void **state)
{
	struct meeting *meeting = bolbro_new();
	char *json = NULL;

	(void)state;
	meeting->proposals[7].place = "B\xf8lgen";
	assert_status(definition_write(meeting, &json), STATUS_INPUT);
	assert_null(json);
	meeting_free(meeting);
}

static void the_largest_meeting_comes_back(void **state)
{
	struct meeting *meeting = bolbro_new(), *found;
	char *json, *again;

	(void)state;
	for (int i = 0; i < MEETING_PROPOSALS; i++) {
		meeting->proposals[i] = meeting->proposals[0];
		meeting->proposals[i].number = i + 1;
	}
	meeting->proposal_count = MEETING_PROPOSALS;
	for (int i = 1; i < MEETING_POTS; i++) {
		static const char *const keys[] = {"",	"b", "c", "d",
						   "e", "f", "g", "h"};

		meeting->pots[i] = meeting->pots[0];
		meeting->pots[i].key = keys[i];
	}
	meeting->pot_count = MEETING_POTS;
	assert_ok(definition_write(meeting, &json));
	assert_ok(definition_read(json, &found));
	assert_ok(definition_write(found, &again));
	assert_string_equal(json, again);
	free(json);
	free(again);
	meeting_free(meeting);
	meeting_free(found);
}

static void the_hash_is_sha256_and_the_code_its_first_forty_bits(void **state)
{
	/* SHA-256 of "abc", FIPS 180-4: ba7816bf 8f… */
	static const unsigned char abc[] = {0xba, 0x78, 0x16, 0xbf, 0x8f};
	unsigned char hash[MEETING_HASH_BYTES];
	char code[DEFINITION_CODE];

	(void)state;
	definition_hash("abc", hash);
	assert_memory_equal(hash, abc, sizeof(abc));
	definition_code(hash, code);
	/* 10111 01001 11100 00001 | 01101 01111 11100 01111 */
	assert_string_equal(code, "Q9W1-DFWF");
	memset(hash, 0, sizeof(hash));
	definition_code(hash, code);
	assert_string_equal(code, "0000-0000");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_meeting_comes_back_as_it_was),
	    cmocka_unit_test(the_bytes_are_always_the_same_with_keys_in_order),
	    cmocka_unit_test(
		a_ballot_type_without_values_of_its_own_writes_none),
	    cmocka_unit_test(what_a_pot_says_about_its_rule_comes_back),
	    cmocka_unit_test(the_values_of_every_ballot_type_come_back),
	    cmocka_unit_test(any_other_json_is_refused),
	    cmocka_unit_test(values_that_no_ballot_can_have_are_refused),
	    cmocka_unit_test(a_change_within_the_limits_is_read),
	    cmocka_unit_test(more_funds_than_a_meeting_holds_are_refused),
	    cmocka_unit_test(json_cut_short_anywhere_is_refused),
	    cmocka_unit_test(too_many_of_anything_is_refused),
	    cmocka_unit_test(a_text_that_is_not_utf8_is_not_written),
	    cmocka_unit_test(the_largest_meeting_comes_back),
	    cmocka_unit_test(
		the_hash_is_sha256_and_the_code_its_first_forty_bits),
	};

	return cmocka_run_group_tests_name("definition", tests, NULL, NULL);
}
