/* `stemmeboks collect`, and `count` of several boxes. */
#include <stdlib.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/deal.h"
#include "store/roll.h"
#include "tests/lib/ballots.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_kiosks.h"
#include "tests/lib/tools_bundle.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_verify.h"
#include "words/words.h"

/* Eight vote at each kiosk: as many as may be told. */
enum { SLIPS = 30, KIOSKS = 3, VOTED = 24, LEAST = 8 };

struct hall {
	struct kiosks kiosks;
	char all[KIOSKS_PATH]; /* where the boxes are put together */
};

static void begin(struct hall *hall, bool shares)
{
	struct meeting *meeting = bolbro_new();

	words_language("en");
	assert_non_null(meeting);
	meeting->publish_min = LEAST;
	kiosks_begin(&hall->kiosks, meeting, SLIPS, KIOSKS, shares);
	snprintf(hall->all, sizeof(hall->all), "%s/all.meeting",
		 hall->kiosks.fixture.folder);
}

/* 24 slips vote: 13 for proposal 2 and 11 for 1, all for 5 and some for 6; no
 * tie changes the money. */
static void vote(struct hall *hall)
{
	for (int slip = 0; slip < VOTED; slip++)
		kiosks_vote(&hall->kiosks, slip % KIOSKS, slip,
			    (slip < 13 ? 2U : 1U) | 1U << 4 |
				(slip % 3 ? 1U << 5 : 0));
	kiosks_close(&hall->kiosks);
}

static int set_up(void **state, bool shares)
{
	struct hall *hall = malloc(sizeof(*hall));

	assert_non_null(hall);
	begin(hall, shares);
	vote(hall);
	*state = hall;
	return 0;
}

static int shares_set_up(void **state)
{
	return set_up(state, true);
}

static int any_set_up(void **state)
{
	return set_up(state, false);
}

static void end(struct kiosks *kiosks)
{
	char command[FIXTURE_PATH + 16];

	snprintf(command, sizeof(command), "rm -rf '%s'/*/",
		 kiosks->fixture.folder);
	assert_int_equal(system(command), 0);
	kiosks_end(kiosks);
}

static int tear_down(void **state)
{
	struct hall *hall = *state;

	end(&hall->kiosks);
	free(hall);
	return 0;
}

#define PATHS(hall)                                                            \
	(hall)->kiosks.paths[0], (hall)->kiosks.paths[1],                      \
	    (hall)->kiosks.paths[2]

static void act_on(const char *path, enum act act)
{
	struct store *store = NULL;

	assert_ok(store_open(path, STORE_WRITE, &store));
	assert_ok(audit_act(store, act, "", FIXTURE_AT));
	store_free(store);
}

/* A meeting held twice with the same slips and ballots: at one kiosk, in the
 * file that the others are dealt from, and at several. */
struct twice {
	struct kiosks kiosks;
	char all[KIOSKS_PATH];
};

static void hold_twice(struct twice *twice, uint64_t *seed)
{
	struct random random = bolbro_random(seed);
	struct meeting *meeting = bolbro_new();
	struct kiosks *kiosks = &twice->kiosks;
	struct fixture *one;
	int slips = 12 + (int)random.below(random.context, 20);

	assert_non_null(meeting);
	meeting->publish_min = 1;
	for (int pot = 0; pot < meeting->pot_count; pot++)
		ballots_type_draw(&random, meeting, pot,
				  (enum ballot_type)random.below(
				      random.context, BALLOT_TYPE_COUNT));
	kiosks_begin(kiosks, meeting, slips,
		     2 + (int)random.below(random.context, 4),
		     random.below(random.context, 2));
	one = &kiosks->fixture;
	assert_ok(audit_act(one->store, ACT_OPENED, "", FIXTURE_AT));
	for (int slip = 0; slip < slips; slip++) {
		struct ballot ballot = ballots_draw(&random, meeting);
		int kiosk = kiosks_own(kiosks, slip);
		uint32_t fate = random.below(random.context, 10);

		if (kiosk < 0)
			kiosk = (int)random.below(random.context,
						  (uint32_t)kiosks->count);
		if (fate == 0) {
			assert_ok(roll_void(one->store, one->hashes[slip],
					    FIXTURE_AT));
			assert_ok(roll_void(kiosks->stores[kiosk],
					    one->hashes[slip], FIXTURE_AT));
		} else if (fate < 8) {
			assert_ok(box_cast(one->store, one->hashes[slip],
					   &ballot, &one->random));
			assert_ok(kiosks_cast(kiosks, kiosk, slip, &ballot));
		}
	}
	assert_ok(audit_act(one->store, ACT_CLOSED, "", FIXTURE_AT));
	fixture_leave(one);
	kiosks_close(kiosks);
	kiosks_read(kiosks);
	snprintf(twice->all, sizeof(twice->all), "%s/all.meeting", one->folder);
	kiosks_collect(kiosks, twice->all);
	act_on(one->path, ACT_COUNTED);
	act_on(twice->all, ACT_COUNTED);
}

static int compare_slots(const void *left, const void *right)
{
	const struct bundle_slot *a = left, *b = right;

	if (a->filled != b->filled)
		return a->filled ? -1 : 1;
	return memcmp(&a->ballot, &b->ballot, sizeof(a->ballot));
}

/* Gives MANY the ids of the slots, the root and the acts of ONE, and no boxes,
 * after seeing that the slots hold the same ballots. */
static void forget_boxes(struct bundle *many, const struct bundle *one)
{
	size_t size = (size_t)one->slot_count * sizeof(*one->slots);
	struct bundle_slot *slots = malloc(size);

	assert_non_null(slots);
	assert_int_equal(many->slot_count, one->slot_count);
	memcpy(slots, one->slots, size);
	qsort(slots, (size_t)one->slot_count, sizeof(*slots), compare_slots);
	qsort(many->slots, (size_t)one->slot_count, sizeof(*slots),
	      compare_slots);
	for (int i = 0; i < one->slot_count; i++) {
		assert_int_equal(many->slots[i].filled, slots[i].filled);
		assert_memory_equal(&many->slots[i].ballot, &slots[i].ballot,
				    sizeof(slots[i].ballot));
	}
	free(slots);
	memcpy(many->slots, one->slots, size);
	memcpy(many->root, one->root, sizeof(many->root));
	free(many->rows);
	many->rows = calloc((size_t)one->row_count, sizeof(*many->rows));
	assert_non_null(many->rows);
	memcpy(many->rows, one->rows,
	       (size_t)one->row_count * sizeof(*many->rows));
	many->row_count = one->row_count;
	collected_free(&many->collected);
}

/* Every byte of every file of the folder, the protocol too. */
static void expect_same_files(const struct bundle *many,
			      const struct bundle *one)
{
	struct bundle_files *left = files_new(), *right = files_new();

	files_of(many, left);
	files_of(one, right);
	assert_int_equal(left->count, right->count);
	for (int i = 0; i < left->count; i++) {
		assert_string_equal(left->file[i].name, right->file[i].name);
		if (left->file[i].length != right->file[i].length ||
		    memcmp(left->file[i].data, right->file[i].data,
			   left->file[i].length) != 0)
			fail_msg("%s differs", left->file[i].name);
	}
	files_end(left);
	files_end(right);
}

static void expect_verified(const struct bundle *bundle)
{
	struct bundle_files *files = files_new();
	struct verdict *verdict = calloc(1, sizeof(*verdict));

	assert_non_null(verdict);
	files_of(bundle, files);
	if (bundle_verify(files, verdict) != STATUS_OK)
		fail_msg("%s:%d: %s", verdict->complaints[0].file,
			 verdict->complaints[0].line,
			 verdict->complaints[0].text);
	files_end(files);
	free(verdict);
}

static void boxes_give_the_result_and_bundle_that_one_box_gives(void **state)
{
	uint64_t seed = 30;
	int rounds = getenv("BENCH") ? 100 : 4;

	(void)state;
	words_language("en");
	while (rounds > 0) {
		struct twice twice;
		struct bundle *one, *many;

		hold_twice(&twice, &seed);
		one = bundle_at(twice.kiosks.fixture.path);
		many = bundle_at(twice.all);
		assert_int_equal(many->collected.count, twice.kiosks.count);
		assert_int_equal(many->result.stopped, one->result.stopped);
		assert_memory_equal(&many->tally, &one->tally,
				    sizeof(one->tally));
		/* Where a tie stops the count nothing is published. */
		if (!one->result.stopped) {
			expect_verified(many);
			forget_boxes(many, one);
			expect_same_files(many, one);
			rounds--;
		}
		bundle_free(one);
		bundle_free(many);
		kiosks_end(&twice.kiosks);
	}
}

static void collect_makes_a_meeting_that_is_counted_and_published(void **state)
{
	struct hall *hall = *state;
	char folder[KIOSKS_PATH];

	expect_run(0, "Boxes: 3, ballots: 24.",
		   WORDS("collect", PATHS(hall), "-o", hall->all));
	expect_run(0, "1.     13    2  Movement park for all",
		   WORDS("count", hall->all));
	snprintf(folder, sizeof(folder), "%s/result",
		 hall->kiosks.fixture.folder);
	expect_run(0, "Published in",
		   WORDS("publish", hall->all, "-o", folder));
	expect_run(0, "the sums are right", WORDS("verify", folder));
	expect_run(0, NULL, WORDS("verify", hall->all));
}

static void collect_tells_programs_every_box(void **state)
{
	struct hall *hall = *state;
	json_t *json = expect_json(
	    0, WORDS("collect", PATHS(hall), "-o", hall->all, "--json"));
	const json_t *boxes = json_object_get(json, "boxes");

	assert_int_equal(json_array_size(boxes), KIOSKS);
	for (size_t i = 0; i < KIOSKS; i++) {
		const json_t *box = json_array_get(boxes, i);

		assert_int_equal(
		    json_integer_value(json_object_get(box, "kiosk")), i + 1);
		assert_int_equal(
		    json_integer_value(json_object_get(box, "used")),
		    VOTED / KIOSKS);
		assert_true(json_is_null(json_object_get(box, "missing")));
	}
	json_decref(json);
}

static void expect_refused(struct hall *hall, int code, const char *file,
			   const char *text, const char *const *words)
{
	struct ran run = ran(words);

	if (run.exit_code != code || !strstr(run.text, text) ||
	    !strstr(run.text, file))
		fail_msg("%d: %s", run.exit_code, run.text);
	assert_false(file_exists(hall->all));
	ran_free(&run);
}

static void collect_refuses_what_does_not_fit_and_names_the_file(void **state)
{
	struct hall *hall = *state;
	struct kiosks *kiosks = &hall->kiosks, other;
	char copy[KIOSKS_PATH], damaged[KIOSKS_PATH];
	struct meeting *meeting = bolbro_new();

	snprintf(copy, sizeof(copy), "%s/copy.box", kiosks->fixture.folder);
	kiosks_copy(kiosks->paths[1], copy);
	expect_refused(hall, 6, copy, "this is the same box as",
		       WORDS("collect", PATHS(hall), copy, "-o", hall->all));
	expect_refused(hall, 6, kiosks->paths[1], "this is the same box as",
		       WORDS("collect", kiosks->paths[1], kiosks->paths[1],
			     "-o", hall->all));
	expect_refused(hall, 6, "kiosk 3", "is missing",
		       WORDS("collect", kiosks->paths[0], kiosks->paths[1],
			     "-o", hall->all));
	snprintf(damaged, sizeof(damaged), "%s/damaged.box",
		 kiosks->fixture.folder);
	kiosks_copy(kiosks->paths[2], damaged);
	fixture_sql(damaged, "UPDATE box SET ballot = replace(ballot, '1', "
			     "'0') WHERE used = 3");
	expect_refused(hall, 6, damaged, "damaged or was changed",
		       WORDS("collect", kiosks->paths[0], kiosks->paths[1],
			     damaged, "-o", hall->all));
	assert_non_null(meeting);
	meeting->pots[0].amount_minor += 100;
	kiosks_begin(&other, meeting, SLIPS, KIOSKS, true);
	expect_refused(hall, 4, other.paths[0], "voting is not closed there",
		       WORDS("collect", kiosks->paths[0], other.paths[0], "-o",
			     hall->all));
	kiosks_close(&other);
	expect_refused(hall, 6, other.paths[2], "other rules or proposals",
		       WORDS("collect", kiosks->paths[0], kiosks->paths[1],
			     other.paths[2], "-o", hall->all));
	end(&other);
	expect_refused(hall, 2, hall->all, "not found",
		       WORDS("collect", kiosks->paths[0], hall->all, "-o",
			     "/nowhere/all.meeting"));
}

/* Only how many slips: who was at two kiosks is nobody's business. */
static void a_slip_in_two_boxes_is_told_as_a_number(void **state)
{
	struct hall hall;
	struct ran run;
	char hex[2 * SLIP_HASH_BYTES + 1];

	(void)state;
	begin(&hall, false);
	kiosks_vote(&hall.kiosks, 0, 28, 1);
	kiosks_vote(&hall.kiosks, 1, 28, 2);
	kiosks_close(&hall.kiosks);
	run = ran(WORDS("collect", PATHS(&hall), "-o", hall.all));
	assert_int_equal(run.exit_code, 6);
	assert_non_null(
	    strstr(run.text, "1 slip is used in more than one box"));
	assert_null(strstr(run.text, "28"));
	assert_null(strstr(run.text, "29"));
	for (int i = 0; i < SLIP_HASH_BYTES; i++)
		snprintf(hex + 2 * i, 3, "%02x",
			 hall.kiosks.fixture.hashes[28][i]);
	assert_null(strstr(run.text, hex));
	ran_free(&run);
	expect_run(6, "1 slip is used in more than one box",
		   WORDS("count", PATHS(&hall)));
	end(&hall.kiosks);
}

static void a_lost_box_stands_in_the_file_with_its_reason(void **state)
{
	struct hall *hall = *state;
	struct kiosks *kiosks = &hall->kiosks;
	struct bundle *bundle;
	char *json;

	expect_refused(hall, 2, "--missing", "go together",
		       WORDS("collect", kiosks->paths[0], kiosks->paths[1],
			     "--missing", "3", "-o", hall->all));
	expect_refused(hall, 2, "--missing", "not \"three\"",
		       WORDS("collect", kiosks->paths[0], "--missing", "three",
			     "--reason", "Burnt", "-o", hall->all));
	expect_refused(hall, 2, "kiosk 2", "no kiosk 2 that is missing",
		       WORDS("collect", kiosks->paths[0], kiosks->paths[1],
			     "--missing", "2", "--missing", "3", "--reason",
			     "Burnt", "-o", hall->all));
	expect_run(0,
		   "the box of kiosk 3 (Its disk burnt). Slips for it only: "
		   "10.",
		   WORDS("collect", kiosks->paths[0], kiosks->paths[1],
			 "--missing", "3", "--reason", "Its disk burnt", "-o",
			 hall->all));
	act_on(hall->all, ACT_COUNTED);
	bundle = bundle_at(hall->all);
	assert_int_equal(bundle->tally.ballots, 16);
	json = json_dumps(bundle_boxes_json(&bundle->collected), 0);
	assert_non_null(strstr(json, "\"missing\": \"Its disk burnt\""));
	free(json);
	expect_verified(bundle);
	bundle_free(bundle);
}

/* Whoever changes what result.json says of the boxes, and all sums with it. */
static void a_folder_that_tells_of_other_boxes_is_found(void **state)
{
	static const char *const changes[][2] = {
	    {"\"used\": 8", "\"used\": 7"},
	    {"\"kiosk\": 2", "\"kiosk\": 4"},
	    {"\"missing\": null", "\"missing\": \"x\""},
	};
	struct hall *hall = *state;
	struct bundle_files *files = files_new();
	struct verdict *verdict = calloc(1, sizeof(*verdict));
	struct bundle *bundle;

	assert_non_null(verdict);
	expect_run(0, NULL, WORDS("collect", PATHS(hall), "-o", hall->all));
	act_on(hall->all, ACT_COUNTED);
	bundle = bundle_at(hall->all);
	files_of(bundle, files);
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		struct bundle_files *forged = files_new();
		struct bundle_file *file;
		char *text, *found;
		size_t length;
		FILE *out;

		files_copy(files, false, forged);
		file = file_of(forged, "result.json");
		text = strndup((char *)file->data, file->length);
		assert_non_null(text);
		found = strstr(text, changes[i][0]);
		if (!found)
			fail_msg("no %s", changes[i][0]);
		free(file->data);
		out = open_memstream((char **)&file->data, &length);
		fprintf(out, "%.*s%s%s", (int)(found - text), text,
			changes[i][1], found + strlen(changes[i][0]));
		fclose(out);
		file->length = length;
		free(text);
		files_forge_sums(forged);
		assert_status(bundle_verify(forged, verdict), STATUS_DISAGREES);
		assert_string_equal(verdict->complaints[0].file, "audit.csv");
		assert_string_equal(
		    verdict->complaints[0].text,
		    "result.json tells other boxes than this act.");
		files_end(forged);
	}
	files_end(files);
	free(verdict);
	bundle_free(bundle);
}

static void several_boxes_are_counted_as_one_and_nothing_written(void **state)
{
	struct hall *hall = *state;
	unsigned char *before[KIOSKS];
	size_t sizes[KIOSKS];
	json_t *several, *one;

	for (int i = 0; i < KIOSKS; i++)
		before[i] = file_read(hall->kiosks.paths[i], &sizes[i]);
	expect_run(0, "1.     13    2  Movement park for all",
		   WORDS("count", PATHS(hall)));
	expect_run(2, "stemmeboks collect",
		   WORDS("count", PATHS(hall), "--lots", "main:1,2"));
	several = expect_json(0, WORDS("count", PATHS(hall), "--json"));
	for (int i = 0; i < KIOSKS; i++)
		file_same(hall->kiosks.paths[i], before[i], sizes[i]);
	expect_run(0, NULL, WORDS("collect", PATHS(hall), "-o", hall->all));
	one = expect_json(0, WORDS("count", hall->all, "--json"));
	assert_null(json_object_get(several, "root"));
	/* A hall is no city: what was voted at one kiosk is not told. */
	assert_null(json_object_get(several, "meetings"));
	assert_true(json_equal(json_object_get(several, "pots"),
			       json_object_get(one, "pots")));
	assert_true(json_equal(json_object_get(several, "votes"),
			       json_object_get(one, "votes")));
	assert_true(json_equal(json_object_get(several, "slips"),
			       json_object_get(one, "slips")));
	assert_true(json_equal(json_object_get(several, "boxes"),
			       json_object_get(one, "boxes")));
	json_decref(several);
	json_decref(one);
}

static void a_tie_over_several_boxes_is_told(void **state)
{
	struct hall hall;

	(void)state;
	begin(&hall, true);
	/* Proposals 1 and 2 ask for all of the pot and have a vote each. */
	kiosks_vote(&hall.kiosks, 0, 0, 1);
	kiosks_vote(&hall.kiosks, 1, 1, 2);
	kiosks_close(&hall.kiosks);
	expect_run(3, "A tie decides about the money",
		   WORDS("count", PATHS(&hall)));
	end(&hall.kiosks);
}

#define WITH_SHARES(test)                                                      \
	cmocka_unit_test_setup_teardown(test, shares_set_up, tear_down)
#define WITH_ANY(test)                                                         \
	cmocka_unit_test_setup_teardown(test, any_set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		boxes_give_the_result_and_bundle_that_one_box_gives),
	    WITH_SHARES(collect_makes_a_meeting_that_is_counted_and_published),
	    WITH_ANY(collect_tells_programs_every_box),
	    WITH_SHARES(collect_refuses_what_does_not_fit_and_names_the_file),
	    cmocka_unit_test(a_slip_in_two_boxes_is_told_as_a_number),
	    WITH_SHARES(a_lost_box_stands_in_the_file_with_its_reason),
	    WITH_SHARES(a_folder_that_tells_of_other_boxes_is_found),
	    WITH_SHARES(several_boxes_are_counted_as_one_and_nothing_written),
	    WITH_ANY(several_boxes_are_counted_as_one_and_nothing_written),
	    cmocka_unit_test(a_tie_over_several_boxes_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
