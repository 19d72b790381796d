/* The second counter (tests/second_counter.py) against the first: it reads
 * published folders of random and of hand-made meetings and must find the same
 * votes, places, money, ties and box root. */
#include <dirent.h>
#include <glob.h>
#include <sodium/core.h>
#include <sodium/crypto_hash_sha256.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/rule_kind.h"
#include "rules/count.h"
#include "store/definition.h"
#include "tests/lib/ballots.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/rules_case.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/cmocka_all.h"
#include "tools/bundle/bundle_render.h"
#include "words/words.h"

/* Numbers of the folders: those of the cases and the forged one come after. */
enum {
	MEETINGS = 240,
	CASES = 300,
	RULES = 600,
	RULES_END = RULES + 120,
	FORGED = 900,
	BALLOTS_MOST = 40,
	PATH = 64
};

static const char *const titles[] = {
    "Byhaver",	   "=1+1",	"Mødested; under halvtaget",
    "\"Højbede\"", "@alle",	"Bænke, langs stien",
    "-100 affald", "+ legetøj", "Sø\tog skov",
};

static uint32_t below(struct random *random, uint32_t limit)
{
	return random->below(random->context, limit);
}

/* Few different costs, so that ties and exact fits are common. */
static int64_t random_cost(struct random *random)
{
	static const int64_t costs[] = {0,	 1000000, 2500000, 2500000,
					5000000, 7845050, 3200000, 10000000};

	return costs[below(random, sizeof(costs) / sizeof(costs[0]))];
}

static void random_pot(struct random *random, struct meeting *meeting,
		       int index)
{
	static const char *const keys[] = {"main", "quick", "young", "green"};
	struct pot *pot = &meeting->pots[index];

	*pot = meeting->pots[0];
	pot->key = keys[index];
	pot->amount_minor = 2500000 * (int64_t)below(random, 7);
	pot->misfit = (enum misfit)below(random, 3);
	pot->threshold_votes = 1 + (int)below(random, 3);
	pot->threshold_percent = below(random, 3) ? 0 : (int)below(random, 30);
	pot->leftover_to = -1;
}

static void random_proposal(struct random *random, struct meeting *meeting,
			    int index, int pot)
{
	struct proposal *proposal = &meeting->proposals[index];

	*proposal = (struct proposal){
	    .number = index + 1,
	    .pot = pot,
	    .proposer = titles[below(random, 9)],
	    .place = "",
	    .category = "",
	    .start_by = "",
	    .finish_by = "",
	    .walk_minutes = -1,
	    .image = "",
	    .cost_minor = random_cost(random),
	    .accepts_partial = below(random, 2),
	};
	proposal->title.in[0] = titles[below(random, 9)];
	if (proposal->accepts_partial)
		proposal->min_cost_minor = proposal->cost_minor / 3;
}

/* Any rule with what goes with it, and so little money that a share is raised
 * by a few kroner. */
static void random_rules(struct random *random, struct meeting *meeting)
{
	static const char *const completions[] = {NULL, "none", "greedy",
						  "add1", "add1u"};
	static const char *const utilities[] = {NULL, "cost", "count"};

	for (int i = 0; i < meeting->pot_count; i++) {
		struct pot *pot = &meeting->pots[i];
		enum rule_kind kind = (enum rule_kind)below(random, RULE_KINDS);

		pot->amount_minor /= 2500;
		if (kind == RULE_PHRAGMEN && pot->ballot_type == BALLOT_SCORE)
			kind = RULE_EQUAL_SHARES;
		pot->rule = rule_kind_name(kind);
		if (kind == RULE_EQUAL_SHARES) {
			pot->completion = completions[below(random, 5)];
			pot->utility = utilities[below(random, 3)];
		}
		if (kind != RULE_GREEDY)
			pot->misfit = MISFIT_SKIP;
	}
	for (int i = 0; i < meeting->proposal_count; i++) {
		struct proposal *proposal = &meeting->proposals[i];

		proposal->cost_minor /= 2500;
		proposal->min_cost_minor /= 2500;
		proposal->accepts_partial &=
		    pot_rule(&meeting->pots[proposal->pot]) == RULE_GREEDY;
		if (!proposal->accepts_partial)
			proposal->min_cost_minor = 0;
	}
}

/* Up to three pairs that exclude each other, in one pot or across two. */
static void random_excluded(struct random *random, struct meeting *meeting)
{
	for (uint32_t i = below(random, 4); i > 0; i--) {
		int a = (int)below(random, (uint32_t)meeting->proposal_count);
		int b = (int)below(random, (uint32_t)meeting->proposal_count);
		struct proposal *proposal = &meeting->proposals[a];

		if (a != b &&
		    proposal->incompatible_count < MEETING_INCOMPATIBLE)
			proposal->incompatible[proposal->incompatible_count++] =
			    b + 1;
	}
}

static struct meeting *random_meeting(struct random *random, bool rules)
{
	struct meeting *meeting = bolbro_new();
	int pots = 1 + (int)below(random, 4);

	assert_non_null(meeting);
	random->fill(random->context, meeting->id, sizeof(meeting->id));
	meeting->publish_min = 0;
	meeting->pot_count = pots;
	meeting->proposal_count = 0;
	for (int i = 0; i < pots; i++) {
		random_pot(random, meeting, i);
		for (uint32_t j = 1 + below(random, 8); j > 0; j--)
			random_proposal(random, meeting,
					meeting->proposal_count++, i);
		ballots_type_draw(
		    random, meeting, i,
		    (enum ballot_type)below(random, BALLOT_TYPE_COUNT));
	}
	if (rules)
		random_rules(random, meeting);
	else
		random_excluded(random, meeting);
	/* Up or down the list, never both: no circle. */
	for (int i = 0, up = (int)below(random, 2); i < pots; i++)
		if (below(random, 2) && (up ? i + 1 < pots : i > 0))
			meeting->pots[i].leftover_to = up ? i + 1 : i - 1;
	return meeting;
}

static int compare_slots(const void *a, const void *b)
{
	return memcmp(a, b, BOX_SLOT_BYTES);
}

/* A bundle of MEETING (taken) whose box has these SLOTS (taken). */
static struct bundle *bundle_made(struct meeting *meeting,
				  struct bundle_slot *slots, int count)
{
	struct bundle *bundle = calloc(1, sizeof(*bundle));

	assert_non_null(bundle);
	assert_ok(definition_write(meeting, &bundle->definition));
	meeting_free(meeting);
	assert_ok(definition_read(bundle->definition, &bundle->meeting));
	definition_hash(bundle->definition, bundle->definition_hash);
	bundle->closed = bundle->counted = true;
	bundle->slots = slots;
	bundle->slot_count = count;
	qsort(slots, (size_t)count, sizeof(slots[0]), compare_slots);
	for (int i = 0; i < count; i++)
		if (slots[i].filled)
			tally_add(&bundle->tally, bundle->meeting,
				  &slots[i].ballot);
	bundle_stand(bundle);
	assert_ok(bundle_elect(bundle));
	signer_set(bundle);
	bundle->roll.printed = count;
	bundle->roll.used = bundle->tally.ballots;
	bundle->roll.unused = count - bundle->tally.ballots;
	bundle_root(bundle, false, bundle->root);
	return bundle;
}

/* How often the room did what, over all meetings. */
struct room {
	int settled, split, left, unused, hand;
};

/* The urn was counted by hand, now and then, and now and then it stands. */
static void random_hand(struct random *random, struct bundle *bundle,
			struct room *room)
{
	struct hand_count *hand;

	if (below(random, 3))
		return;
	hand = calloc(1, sizeof(*hand));
	assert_non_null(hand);
	hand->ballots = bundle->tally.ballots + (int)below(random, 3);
	hand->stands = below(random, 2);
	hand->reason = strdup("counted twice");
	for (int i = 0; i < bundle->meeting->proposal_count; i++) {
		hand->votes[i] =
		    bundle->tally.support[i] + (int)below(random, 3) - 1;
		if (hand->votes[i] < 0 ||
		    hand->votes[i] >
			tally_most(bundle->meeting, i, hand->ballots))
			hand->votes[i] = bundle->tally.support[i];
	}
	/* Nor may it differ where a rule looks at whole ballots. */
	hand->stands &= hand_may_stand(bundle->meeting, hand, &bundle->tally);
	bundle->hand = hand;
	bundle_stand(bundle);
	room->hand += bundle_overruled(bundle);
}

/* What of LEFT a proposal may get at most, cut down now and then. */
static int64_t random_share(struct random *random, int64_t left, int64_t most)
{
	int64_t share = left < most ? left : most;

	return below(random, 3) ? share : share / 2;
}

/* A decision about the first tie that is open: lots, an order, or amounts. */
static void decide_tie(struct random *random, const struct bundle *bundle,
		       struct decision *decision)
{
	const struct result *result = &bundle->result;
	const struct tie *tie = result->ties;
	int award;
	int64_t left;

	while (!tie->changes_money || tie->settled)
		tie++;
	decision->kind = (enum decision_kind)below(
	    random,
	    pot_rule(&bundle->meeting->pots[tie->pot]) == RULE_GREEDY ? 3 : 2);
	decision->pot = tie->pot;
	decision->count = tie->count;
	memcpy(decision->proposal, tie->proposal, sizeof(decision->proposal));
	random_shuffle(random, decision->proposal, decision->count);
	if (decision_ordered(decision->kind))
		return;
	award = result->pots[tie->pot].first_award;
	while (result->awards[award].proposal != tie->proposal[0])
		award++;
	left = result->awards[award].left_before_minor;
	for (int i = 0; i < decision->count; i++) {
		decision->amount_minor[i] = random_share(
		    random, left,
		    bundle->meeting->proposals[decision->proposal[i]]
			.cost_minor);
		left -= decision->amount_minor[i];
	}
}

/* A decision about what is left of POT, for some that did not get it all; it
 * may not fit the rules. False when nobody is there to get any. */
static bool decide_left(struct random *random, const struct bundle *bundle,
			int pot, struct decision *decision)
{
	const struct pot_result *money = &bundle->result.pots[pot];
	int64_t left = money->left_minor;

	*decision = (struct decision){.kind = DECISION_LEFT, .pot = pot};
	for (int i = money->first_award; i < money->end_award; i++) {
		const struct award *award = &bundle->result.awards[i];
		int64_t lacks =
		    bundle->meeting->proposals[award->proposal].cost_minor -
		    award_money(award);

		if (lacks == 0 || below(random, 2))
			continue;
		decision->proposal[decision->count] = award->proposal;
		decision->amount_minor[decision->count] =
		    random_share(random, left, lacks);
		left -= decision->amount_minor[decision->count++];
	}
	return decision->count > 0;
}

/* Settles every tie that is open in a random way, until none is left, and
 * shares out what is left here and there. */
static void settle(struct random *random, struct bundle *bundle,
		   struct room *room)
{
	bundle->decisions = calloc(MEETING_PROPOSALS, sizeof(struct decision));
	assert_non_null(bundle->decisions);
	random_hand(random, bundle, room);
	while (bundle_count(bundle, NULL, 0, &bundle->result) == STATUS_TIE) {
		struct decision *decision =
		    &bundle->decisions[bundle->decision_count++];

		assert_true(bundle->decision_count < MEETING_PROPOSALS / 2);
		decide_tie(random, bundle, decision);
		decision->reason = strdup("fair");
		room->settled++;
		room->split += decision->kind == DECISION_SPLIT;
	}
	for (int pot = 0; pot < bundle->meeting->pot_count; pot++) {
		struct decision *decision =
		    &bundle->decisions[bundle->decision_count];

		if (bundle->result.pots[pot].left_minor == 0 ||
		    below(random, 3) ||
		    !decide_left(random, bundle, pot, decision))
			continue;
		decision->reason = strdup("it helps them");
		bundle->decision_count++;
		assert_ok(bundle_count(bundle, NULL, 0, &bundle->result));
		room->left++;
		room->unused += bundle->result.pots[pot].left_unused;
	}
}

static struct bundle *random_bundle(struct random *random, bool rules)
{
	struct meeting *meeting = random_meeting(random, rules);
	int count = 1 + (int)below(random, BALLOTS_MOST);
	struct bundle_slot *slots = calloc((size_t)count, sizeof(*slots));

	assert_non_null(slots);
	for (int i = 0; i < count; i++) {
		random->fill(random->context, slots[i].id, BOX_SLOT_BYTES);
		slots[i].filled = below(random, 8) != 0;
		if (slots[i].filled)
			slots[i].ballot = ballots_draw(random, meeting);
	}
	return bundle_made(meeting, slots, count);
}

/* Ballots that give the votes of TEST, which has no ballots of its own. */
static struct bundle *case_bundle(struct random *random,
				  struct rules_case *test)
{
	int count = test->tally.ballots;
	struct bundle_slot *slots;
	struct bundle *bundle;

	for (int i = 0; i < test->meeting->proposal_count; i++)
		if (test->tally.support[i] > count)
			count = (int)test->tally.support[i];
	slots = calloc((size_t)count + 1, sizeof(*slots));
	assert_non_null(slots);
	for (int i = 0; i < count; i++) {
		random->fill(random->context, slots[i].id, BOX_SLOT_BYTES);
		slots[i].filled = true;
		for (int j = 0; j < test->meeting->proposal_count; j++)
			slots[i].ballot.value[j] = i < test->tally.support[j];
	}
	/* What a case does not say and a definition must. */
	memcpy(test->meeting->code, "B5", sizeof(test->meeting->code));
	test->meeting->live_batch = MEETING_BATCH_LEAST;
	for (int i = 0; i < test->meeting->pot_count; i++)
		test->meeting->pots[i].choose_max = MEETING_PROPOSALS;
	bundle = bundle_made(test->meeting, slots, count);
	test->meeting = NULL;
	bundle->decisions = calloc(CASE_DECISIONS, sizeof(struct decision));
	assert_non_null(bundle->decisions);
	for (int i = 0; i < test->decision_count; i++) {
		bundle->decisions[i] = test->decisions[i];
		bundle->decisions[i].reason = strdup("as drawn");
	}
	bundle->decision_count = test->decision_count;
	return bundle;
}

static void folder_of(void **state, int number, char ret_path[PATH])
{
	snprintf(ret_path, PATH, "%s/%03d", (const char *)*state, number);
}

static void publish(void **state, const struct bundle *bundle, int number)
{
	struct bundle_files *files = files_new();
	char path[PATH], why[BUNDLE_WHY];

	files_of(bundle, files);
	folder_of(state, number, path);
	assert_ok(bundle_files_save(files, path, NULL, NULL, why));
	files_end(files);
}

/* The second counter's exit code on folders FIRST to END. */
static int second_counter(void **state, int first, int end)
{
	static char python[] = "python3", check[] = "--check",
		    script[] = "tests/second_counter.py";
	char *argv[MEETINGS + 4] = {python, script, check};
	char paths[MEETINGS][PATH];
	int status = -1;
	pid_t child;

	for (int i = first; i < end; i++) {
		folder_of(state, i, paths[i - first]);
		argv[3 + i - first] = paths[i - first];
	}
	fflush(NULL);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		dup2(STDERR_FILENO, STDOUT_FILENO);
		execvp(argv[0], argv);
		_exit(127);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int setup(void **state)
{
	char folder[PATH];

	assert_true(sodium_init() >= 0);
	words_language("en");
	snprintf(folder, sizeof(folder), "%s/secondXXXXXX",
		 access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	assert_non_null(mkdtemp(folder));
	*state = strdup(folder);
	return *state ? 0 : -1;
}

static int teardown(void **state)
{
	char command[2 * PATH];

	snprintf(command, sizeof(command), "rm -rf '%s'", (const char *)*state);
	free(*state);
	return system(command);
}

static void see_award(const struct bundle *bundle, const struct award *award,
		      int *outcomes, int *funded, int *unnamed)
{
	enum ballot_type type =
	    bundle->meeting
		->pots[bundle->meeting->proposals[award->proposal].pot]
		.ballot_type;

	outcomes[award->outcome]++;
	funded[type] += award->outcome == OUTCOME_FUNDED;
	*unnamed += award->outcome == OUTCOME_BELOW && award->votes > 0 &&
		    !ballot_type_ticked(type);
}

static void the_second_counter_agrees_on_240_random_meetings(void **state)
{
	uint64_t seed = 20151110;
	struct random random = bolbro_random(&seed);
	int outcomes[OUTCOME_UNDECIDED + 1] = {0}, moved = 0;
	int funded[BALLOT_TYPE_COUNT] = {0}, ties[BALLOT_TYPE_COUNT] = {0};
	int unnamed = 0; /* have points, and too few ballots */
	struct room room = {0};

	for (int i = 0; i < MEETINGS; i++) {
		struct bundle *bundle = random_bundle(&random, false);
		const struct result *result = &bundle->result;

		settle(&random, bundle, &room);
		for (int j = 0; j < bundle->meeting->proposal_count; j++)
			see_award(bundle, &result->awards[j], outcomes, funded,
				  &unnamed);
		for (int j = 0; j < result->tie_count; j++)
			ties[bundle->meeting->pots[result->ties[j].pot]
				 .ballot_type] += result->ties[j].settled;
		for (int j = 0; j < result->step_count; j++)
			moved += result->steps[j].kind == STEP_MOVED;
		publish(state, bundle, i);
		bundle_free(bundle);
	}
	/* Nothing proves anything unless every case was among them. */
	for (int i = OUTCOME_FUNDED; i <= OUTCOME_EXCLUDED; i++)
		assert_true(outcomes[i] >= 10);
	assert_int_equal(outcomes[OUTCOME_UNDECIDED], 0);
	for (int i = 0; i < BALLOT_TYPE_COUNT; i++) {
		assert_true(funded[i] >= 20);
		assert_true(ties[i] >= 2);
	}
	assert_true(unnamed >= 10);
	assert_true(room.settled >= 20);
	assert_true(room.split >= 10);
	assert_true(room.left >= 20);
	assert_true(room.unused >= 3);
	assert_true(room.hand >= 10);
	assert_true(moved >= 20);
	assert_int_equal(second_counter(state, 0, MEETINGS), 0);
}

static void the_second_counter_agrees_on_meetings_of_every_rule(void **state)
{
	uint64_t seed = 20261125;
	struct random random = bolbro_random(&seed);
	int funded[RULE_KINDS] = {0}, ties[RULE_KINDS] = {0};
	int outcomes[OUTCOME_OUTWEIGHED + 1] = {0};
	struct room room = {0};

	for (int i = RULES; i < RULES_END; i++) {
		struct bundle *bundle = random_bundle(&random, true);
		const struct meeting *meeting = bundle->meeting;
		const struct result *result = &bundle->result;

		settle(&random, bundle, &room);
		for (int j = 0; j < meeting->proposal_count; j++) {
			const struct award *award = &result->awards[j];
			int pot = meeting->proposals[award->proposal].pot;

			outcomes[award->outcome]++;
			funded[pot_rule(&meeting->pots[pot])] +=
			    award->outcome == OUTCOME_FUNDED;
		}
		for (int j = 0; j < result->tie_count; j++)
			ties[pot_rule(&meeting->pots[result->ties[j].pot])] +=
			    result->ties[j].settled;
		publish(state, bundle, i);
		bundle_free(bundle);
	}
	for (int kind = 0; kind < RULE_KINDS; kind++) {
		assert_true(funded[kind] >= 40);
		assert_true(ties[kind] >= 1);
	}
	assert_true(outcomes[OUTCOME_SHARES] >= 10);
	assert_true(outcomes[OUTCOME_OUTWEIGHED] >= 10);
	assert_int_equal(second_counter(state, RULES, RULES_END), 0);
}

static void the_second_counter_agrees_on_the_hand_made_cases(void **state)
{
	uint64_t seed = 7;
	struct random random = bolbro_random(&seed);
	struct rules_case *test;
	int published = CASES;
	glob_t found;

	assert_int_equal(glob("tests/data/rules/*.txt", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		FILE *file = fopen(found.gl_pathv[i], "r");

		assert_non_null(file);
		while (rules_case_read(file, &test)) {
			struct bundle *bundle = case_bundle(&random, test);

			if (bundle_count(bundle, NULL, 0, &bundle->result) ==
			    STATUS_OK)
				publish(state, bundle, published++);
			bundle_free(bundle);
			rules_case_free(test);
		}
		fclose(file);
	}
	globfree(&found);
	assert_true(published >= CASES + 10 && published <= FORGED);
	assert_int_equal(second_counter(state, CASES, published), 0);
}

/* Writes OLD as NEW, once, behind ANCHOR in the published folder's result.json.
 */
static void forge(void **state, int number, const char *anchor, const char *old,
		  const char *new)
{
	char path[PATH], file[2 * PATH], *at;
	unsigned char *text;
	size_t size;

	folder_of(state, number, path);
	snprintf(file, sizeof(file), "%s/result.json", path);
	text = file_read(file, &size);
	text[size] = '\0';
	at = strstr((char *)text, anchor);
	assert_non_null(at);
	at = strstr(at, old);
	assert_non_null(at);
	memcpy(at, new, strlen(new));
	file_write(file, text, size);
	free(text);
}

static void the_second_counter_finds_a_forged_amount(void **state)
{
	uint64_t seed = 3;
	struct random random = bolbro_random(&seed);
	struct bundle *bundle = random_bundle(&random, false);
	struct room room = {0};

	settle(&random, bundle, &room);
	publish(state, bundle, FORGED);
	bundle_free(bundle);
	assert_int_equal(second_counter(state, FORGED, FORGED + 1), 0);
	forge(state, FORGED, "", "\"given_minor\": ", "\"given_minor\": 9");
	assert_int_equal(second_counter(state, FORGED, FORGED + 1), 1);
}

/* The folders that the tests above left: splits, parts and counts by hand are
 * among them. */
static void
a_strict_checker_accepts_every_pabulib_file_of_random_meetings(void **state)
{
	char command[4 * PATH];

	snprintf(command, sizeof(command),
		 "tests/pabulib_check.py '%s'/[01267]*/*.pb >&2",
		 (const char *)*state);
	fflush(NULL);
	assert_int_equal(system(command), 0);
}

static void the_second_counter_finds_forged_money_that_is_lacking(void **state)
{
	uint64_t seed = 4;
	struct random random = bolbro_random(&seed);
	struct bundle *bundle = random_bundle(&random, false);
	struct room room = {0};

	settle(&random, bundle, &room);
	publish(state, bundle, FORGED + 1);
	bundle_free(bundle);
	assert_int_equal(second_counter(state, FORGED + 1, FORGED + 2), 0);
	forge(state, FORGED + 1, "\"missing\": {",
	      "\"money_minor\": ", "\"money_minor\": 9");
	assert_int_equal(second_counter(state, FORGED + 1, FORGED + 2), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_second_counter_agrees_on_240_random_meetings),
	    cmocka_unit_test(
		the_second_counter_agrees_on_meetings_of_every_rule),
	    cmocka_unit_test(
		a_strict_checker_accepts_every_pabulib_file_of_random_meetings),
	    cmocka_unit_test(the_second_counter_agrees_on_the_hand_made_cases),
	    cmocka_unit_test(the_second_counter_finds_a_forged_amount),
	    cmocka_unit_test(
		the_second_counter_finds_forged_money_that_is_lacking),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
