/* What the room decided about money and the count by hand, in the published
 * folder and back out of it. */
#include <sodium.h>
#include <unistd.h>

#include "store/audit.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_sign.h"
#include "tools/bundle/bundle_verify.h"
#include "words/words.h"

enum { PATH = 4 * FIXTURE_PATH };

/* Bolbro with a tie of 1 and 2 in the main pot, where only one of them can have
 * its money; the quick pool gives away 45,000 of 100,000. */
static int setup(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	assert_non_null(fixture);
	evening_begin(fixture, 30);
	fixture_vote(fixture, 9, "1 5 8");
	fixture_vote(fixture, 9, "2 5");
	fixture_vote(fixture, 3, "3 10");
	evening_end_in(fixture, PHASE_CLOSED);
	fixture_enter(fixture);
	*state = fixture;
	return 0;
}

static int index_of(const struct fixture *fixture, int number)
{
	return meeting_proposal(fixture->meeting, number);
}

/* The room decides: numbers and kroner in pairs, 0 at the end. */
static void decide(struct fixture *fixture, enum decision_kind kind, int pot,
		   const int *pairs)
{
	struct decision decision = {
	    .kind = kind, .pot = pot, .reason = "Alle var med på det."};

	for (; *pairs; pairs += 2) {
		decision.proposal[decision.count] = index_of(fixture, pairs[0]);
		decision.amount_minor[decision.count++] =
		    pairs[1] * INT64_C(100);
	}
	assert_ok(decision_add(fixture->store, &decision, FIXTURE_AT));
}

static const int even[] = {1, 50000, 2, 50000, 0};

/* The urn is counted: as the box, but MORE votes for proposal NUMBER. */
static void count_by_hand(struct fixture *fixture, int number, int more,
			  bool stands, const char *reason)
{
	struct hand_count hand = {.stands = stands};
	struct tally box;

	assert_ok(box_tally(fixture->store, &box));
	hand.ballots = box.ballots;
	hand.reason = strdup(reason);
	for (int i = 0; i < fixture->meeting->proposal_count; i++)
		hand.votes[i] = box.support[i];
	hand.votes[index_of(fixture, number)] += more;
	assert_ok(hand_add(fixture->store, &hand, FIXTURE_AT));
	free(hand.reason);
}

static void act(struct fixture *fixture, enum act act)
{
	assert_ok(audit_act(fixture->store, act, "", FIXTURE_AT));
}

/* The two that are tied share the money, and that is what is counted. */
static void count_shared(struct fixture *fixture)
{
	decide(fixture, DECISION_SPLIT, 0, even);
	act(fixture, ACT_COUNTED);
}

/* The files of the meeting as it now is, which must prove right. */
static struct bundle_files *published(struct fixture *fixture)
{
	struct bundle_files *files = files_new();
	struct verdict verdict;
	struct bundle *bundle;

	fixture_leave(fixture);
	bundle = bundle_of(fixture);
	files_of(bundle, files);
	if (bundle_verify(files, &verdict) != STATUS_OK)
		fail_msg("%s:%d: %s", verdict.complaints[0].file,
			 verdict.complaints[0].line,
			 verdict.complaints[0].text);
	bundle_free(bundle);
	fixture_enter(fixture);
	return files;
}

static void expect_text(struct bundle_files *files, const char *name,
			const char *text)
{
	if (!strstr(file_of(files, name)->data, text))
		fail_msg("\"%s\" is not in %s:\n%s", text, name,
			 file_of(files, name)->data);
}

static json_t *result_of(struct bundle_files *files)
{
	json_t *json = json_loads(file_of(files, "result.json")->data, 0, NULL);

	assert_non_null(json);
	return json;
}

/* Replaces OLD by NEW in FILE of a copy of FILES, makes all sums and the
 * signature anew, and fails unless the first complaint is about TOLD, TEXT. */
static void expect_forged(const struct bundle_files *files, const char *file,
			  const char *old, const char *new, const char *told,
			  const char *text)
{
	struct bundle_files *copy = files_new();
	struct bundle_file *changed;
	struct verdict verdict;
	char *at, *data;

	files_copy(files, false, copy);
	changed = file_of(copy, file);
	at = strstr(changed->data, old);
	if (!at)
		fail_msg("\"%s\" is not in %s:\n%s", old, file, changed->data);
	assert_true(asprintf(&data, "%.*s%s%s", (int)(at - changed->data),
			     changed->data, new, at + strlen(old)) > 0);
	free(changed->data);
	changed->data = data;
	changed->length = strlen(data);
	if (strcmp(file, "result.json") == 0)
		files_sum_again(copy);
	else
		files_forge_sums(copy);
	assert_status(bundle_verify(copy, &verdict), STATUS_DISAGREES);
	if (strcmp(verdict.complaints[0].file, told) != 0 ||
	    !strstr(verdict.complaints[0].text, text))
		fail_msg("wanted %s: …%s…, got %s:%d: %s", told, text,
			 verdict.complaints[0].file, verdict.complaints[0].line,
			 verdict.complaints[0].text);
	files_end(copy);
}

static void a_split_tie_stands_in_the_folder_with_its_amounts(void **state)
{
	struct fixture *fixture = *state;
	struct bundle_files *files;
	json_t *json, *decision, *award;

	count_shared(fixture);
	files = published(fixture);
	json = result_of(files);
	decision = json_array_get(json_object_get(json, "decisions"), 0);
	assert_string_equal(
	    json_string_value(json_object_get(decision, "kind")), "split");
	assert_int_equal(json_integer_value(json_array_get(
			     json_object_get(decision, "amounts"), 1)),
			 5000000);
	award = json_array_get(
	    json_object_get(json_array_get(json_object_get(json, "pots"), 0),
			    "awards"),
	    0);
	assert_string_equal(
	    json_string_value(json_object_get(award, "outcome")), "agreed");
	assert_int_equal(json_integer_value(json_object_get(
			     json_object_get(award, "missing"), "money_minor")),
			 5000000);
	json_decref(json);
	expect_text(files, "steps.txt",
		    "Large proposals: the room agreed. These share the money: "
		    "1: 50,000\u00a0kr.; 2: 50,000\u00a0kr.\n"
		    "The reason: Alle var med på det.\n");
	expect_text(files, "proposals.csv", ";1;agreed;50000\n");
	expect_text(files, "index.html",
		    "These share the money: 1: 50,000\u00a0kr.; "
		    "2: 50,000\u00a0kr.");
	expect_text(files, "main.pb", "rule;greedy-custom\n");
	expect_text(files, "main.pb", "#2: the room agreed");
	files_end(files);
}

static void what_was_left_stands_with_who_got_it(void **state)
{
	static const int left[] = {4, 5000, 6, 10000, 0};
	struct fixture *fixture = *state;
	struct bundle_files *files;

	count_shared(fixture);
	decide(fixture, DECISION_LEFT, 1, left);
	files = published(fixture);
	expect_text(files, "steps.txt",
		    "Quick pool: the room agreed. Of what is left they get: "
		    "4: 5,000\u00a0kr.; 6: 10,000\u00a0kr.\n");
	expect_text(files, "proposals.csv", ";below;10000\n");
	expect_text(files, "result.json", "\"agreed_minor\": 1000000");
	expect_text(files, "index.html",
		    "The room agreed: more, of what was left");
	expect_text(files, "quick.pb", "4;5000;0;Legetøj til deling;1\n");
	expect_text(files, "quick.pb", "6;25000;0;Sommerfest på plænen;2\n");
	files_end(files);
}

static void a_decision_that_was_forged_is_not_that_of_the_acts(void **state)
{
	static const int left[] = {4, 5000, 0};
	struct fixture *fixture = *state;
	struct bundle_files *files;

	count_shared(fixture);
	decide(fixture, DECISION_LEFT, 1, left);
	files = published(fixture);
	expect_forged(files, "result.json", "5000000,\n", "4000000,\n",
		      "audit.csv", "tells another decision");
	expect_forged(files, "result.json", "\"kind\": \"split\"",
		      "\"kind\": \"left\"", "result.json",
		      "decision about it is missing");
	expect_forged(files, "result.json", "\"kind\": \"split\"",
		      "\"kind\": \"given\"", "result.json",
		      "Decision 1 makes no sense");
	expect_forged(files, "result.json", "5000000,\n", "10000001,\n",
		      "result.json", "Decision 1 makes no sense");
	expect_forged(files, "result.json", "5000000,\n", "-1,\n",
		      "result.json", "Decision 1 makes no sense");
	expect_forged(files, "result.json",
		      "\"order\": [\n        1,\n        2\n",
		      "\"order\": [\n        1,\n        1\n", "result.json",
		      "Decision 1 makes no sense");
	expect_forged(files, "result.json", "        500000\n",
		      "        500000, 1\n", "result.json",
		      "Decision 2 makes no sense");
	expect_forged(files, "result.json", "Alle var", "Ingen var",
		      "audit.csv", "tells another decision");
	files_end(files);
}

/* A left-over is shared out after the result went out into the world. */
static void deciding_after_publishing_keeps_the_chain_whole(void **state)
{
	static const int left[] = {4, 5000, 0};
	struct fixture *fixture = *state;
	struct bundle_files *files, *again;

	count_shared(fixture);
	act(fixture, ACT_PUBLISHED);
	decide(fixture, DECISION_LEFT, 1, left);
	files = published(fixture);
	expect_text(files, "audit.csv", ";published;");
	act(fixture, ACT_PUBLISHED);
	act(fixture, ACT_PUBLISHED);
	again = published(fixture);
	for (int i = 0; i < files->count; i++)
		assert_string_equal(files->file[i].data, again->file[i].data);
	files_end(again);
	files_end(files);
}

static void a_hand_that_overrules_is_counted_published_and_proven(void **state)
{
	struct fixture *fixture = *state;
	struct bundle_files *files;
	json_t *json, *hand;

	count_by_hand(fixture, 2, 1, true, "En skærm frøs");
	act(fixture, ACT_COUNTED);
	files = published(fixture);
	json = result_of(files);
	hand = json_object_get(json, "hand");
	assert_int_equal(json_integer_value(json_object_get(hand, "ballots")),
			 21);
	assert_int_equal(json_integer_value(json_object_get(
			     json_object_get(hand, "votes"), "2")),
			 10);
	assert_string_equal(json_string_value(json_object_get(hand, "stands")),
			    "hand");
	assert_string_equal(json_string_value(json_object_get(hand, "reason")),
			    "En skærm frøs");
	json_decref(json);
	expect_text(files, "steps.txt",
		    "The urn was counted by hand: 21 slips.\n"
		    "Hand and box do not agree.\n"
		    "Proposal 2: 10 by hand, 9 in the box.\n"
		    "The money goes by the count by hand.\n"
		    "The reason: En skærm frøs\n");
	/* Votes of the box and of the hand; place and money by the hand. */
	expect_text(files, "proposals.csv", ";9;10;1;funded;100000\n");
	expect_text(files, "index.html",
		    "<p>The money goes by the count by hand.</p>");
	/* The ballots stay those of the box. */
	expect_text(files, "main.pb", "2;100000;9;");
	expect_text(files, "main.pb", "rule;unknown\n");
	expect_text(files, "main.pb", "by a count by hand");
	expect_forged(files, "result.json", "\"2\": 10", "\"2\": 11",
		      "audit.csv", "another count by hand");
	expect_forged(files, "result.json", "\"stands\": \"hand\"",
		      "\"stands\": \"machine\"", "result.json",
		      "decision about it is missing");
	expect_forged(files, "result.json", "\"2\": 10", "\"2\": 22",
		      "result.json", "count by hand makes no sense");
	expect_forged(files, "result.json", "\"2\": 10", "\"77\": 10",
		      "result.json", "count by hand makes no sense");
	expect_forged(files, "result.json", "En skærm frøs", "", "result.json",
		      "count by hand makes no sense");
	expect_forged(files, "result.json", "\"stands\": \"hand\"",
		      "\"stands\": \"both\"", "result.json",
		      "count by hand makes no sense");
	files_end(files);
}

static void a_hand_that_does_not_stand_changes_no_money(void **state)
{
	struct fixture *fixture = *state;
	struct bundle_files *files;

	count_by_hand(fixture, 2, 1, false, "To sedler lå dobbelt");
	count_shared(fixture);
	files = published(fixture);
	expect_text(files, "steps.txt",
		    "The money goes by the ballots in the box.\n");
	expect_text(files, "proposals.csv", ";9;10;1;agreed;50000\n");
	expect_text(files, "result.json", "\"stands\": \"machine\"");
	files_end(files);
}

static void a_hand_that_agrees_is_said_to_agree(void **state)
{
	struct fixture *fixture = *state;
	struct bundle_files *files;

	count_by_hand(fixture, 2, 0, true, "");
	count_shared(fixture);
	files = published(fixture);
	expect_text(files, "steps.txt", "Hand and box agree in every number.");
	assert_null(
	    strstr(file_of(files, "steps.txt")->data, "by hand, 9 in the box"));
	assert_null(strstr(file_of(files, "main.pb")->data, "by hand"));
	files_end(files);
}

static void a_hand_that_nobody_counted_cannot_be_put_in(void **state)
{
	struct fixture *fixture = *state;
	struct bundle_files *files;

	count_shared(fixture);
	files = published(fixture);
	expect_forged(
	    files, "result.json", "\"hand\": null",
	    "\"hand\": {\"ballots\": 21, \"stands\": \"machine\", \"reason\": "
	    "\"x\", \"votes\": {\"1\":9,\"2\":9,\"3\":3,\"4\":0,\"5\":18,"
	    "\"6\":0,\"7\":0,\"8\":9,\"9\":0,\"10\":3}}",
	    "result.json", "missing in audit.csv");
	files_end(files);
	count_by_hand(fixture, 2, 0, true, "");
	files = published(fixture);
	expect_forged(files, "audit.csv", ";recounted;", ";voided;",
		      "audit.csv", "chain of acts");
	files_end(files);
}

/* The paper is counted again after the result was published: all of it is
 * counted anew, and the folder tells the whole story. */
static void overruled_after_publishing_is_published_anew(void **state)
{
	struct fixture *fixture = *state;
	struct bundle_files *files;
	struct decision lots = {.kind = DECISION_LOTS, .reason = ""};
	char out[PATH];

	lots.count = 2;
	lots.proposal[0] = index_of(fixture, 1);
	lots.proposal[1] = index_of(fixture, 2);
	assert_ok(decision_add(fixture->store, &lots, FIXTURE_AT));
	act(fixture, ACT_COUNTED);
	snprintf(out, sizeof(out), "%s/out", fixture->folder);
	fixture_leave(fixture);
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	fixture_enter(fixture);
	count_by_hand(fixture, 2, 1, true, "Talt to gange");
	assert_status(audit_act(fixture->store, ACT_PUBLISHED, "", FIXTURE_AT),
		      STATUS_PHASE);
	act(fixture, ACT_COUNTED);
	files = published(fixture);
	expect_text(files, "audit.csv", ";published;sums ");
	expect_text(files, "audit.csv", ";overruled;hand ");
	expect_text(files, "proposals.csv", ";9;10;1;funded;100000\n");
	files_end(files);
	fixture_leave(fixture);
	snprintf(out, sizeof(out), "%s/new", fixture->folder);
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	expect_run(0, "every number agrees", WORDS("verify", out));
	fixture_enter(fixture);
}

static void hash_text(crypto_hash_sha256_state *state, const char *text)
{
	crypto_hash_sha256_update(state, (const unsigned char *)text,
				  strlen(text) + 1);
}

/* Makes the hash of row INDEX anew, as audit.h tells. */
static void row_hash(struct bundle *bundle, int index)
{
	struct audit_row *row = &bundle->rows[index];
	crypto_hash_sha256_state state;
	char number[16];

	snprintf(number, sizeof(number), "%d", row->number);
	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, bundle->rows[index - 1].hash,
				  sizeof(row->hash));
	hash_text(&state, number);
	hash_text(&state, row->at);
	hash_text(&state, act_name(row->act));
	hash_text(&state, row->detail);
	crypto_hash_sha256_update(&state, row->root, sizeof(row->root));
	crypto_hash_sha256_final(&state, row->hash);
}

/* Counts by hand, calls that act by the other name and forges the chain. */
static void expect_act(struct fixture *fixture, bool stands, enum act right,
		       enum act wrong, const char *text)
{
	struct complaint complaint;
	struct bundle *bundle;
	int last;

	count_by_hand(fixture, 2, 1, stands, "Talt igen");
	act(fixture, ACT_COUNTED);
	fixture_leave(fixture);
	bundle = bundle_of(fixture);
	fixture_enter(fixture);
	assert_ok(bundle_audit_check(bundle, &complaint));
	last = bundle->row_count - 2;
	assert_int_equal(bundle->rows[last].act, right);
	bundle->rows[last].act = wrong;
	row_hash(bundle, last);
	row_hash(bundle, last + 1);
	assert_status(bundle_audit_check(bundle, &complaint), STATUS_DISAGREES);
	assert_string_equal(complaint.file, "audit.csv");
	if (!strstr(complaint.text, text))
		fail_msg("wanted …%s…, got %s", text, complaint.text);
	bundle_free(bundle);
}

static void an_act_says_rightly_that_no_money_moved(void **state)
{
	expect_act(*state, false, ACT_RECOUNTED, ACT_OVERRULED,
		   "no number changed");
}

static void an_act_says_rightly_that_the_money_moved(void **state)
{
	expect_act(*state, true, ACT_OVERRULED, ACT_RECOUNTED,
		   "does not say so");
}

int main(void)
{
#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, setup, evening_tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(a_split_tie_stands_in_the_folder_with_its_amounts),
	    TEST(what_was_left_stands_with_who_got_it),
	    TEST(a_decision_that_was_forged_is_not_that_of_the_acts),
	    TEST(deciding_after_publishing_keeps_the_chain_whole),
	    TEST(a_hand_that_overrules_is_counted_published_and_proven),
	    TEST(a_hand_that_does_not_stand_changes_no_money),
	    TEST(a_hand_that_agrees_is_said_to_agree),
	    TEST(a_hand_that_nobody_counted_cannot_be_put_in),
	    TEST(overruled_after_publishing_is_published_anew),
	    TEST(an_act_says_rightly_that_no_money_moved),
	    TEST(an_act_says_rightly_that_the_money_moved),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}
