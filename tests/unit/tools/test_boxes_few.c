/* Kiosks with few ballots, each with its share of the slips: nothing that is
 * shown or published tells how many voted at one, and what is changed in it is
 * found all the same. */
#include <stdlib.h>

#include "store/audit.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_kiosks.h"
#include "tests/lib/tools_bundle.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_verify.h"
#include "words/words.h"

enum { SLIPS = 57, KIOSKS = 3, TEXT = 1 << 20 };

/* Slips for each kiosk are 19; at the first vote 6, at the next 13, at the last
 * 17. One is void at the first, two at the second. */
static const int voted[KIOSKS] = {6, 13, 17};
static const int voided[KIOSKS] = {1, 2, 0};

struct hall {
	struct kiosks kiosks;
	char all[KIOSKS_PATH], result[KIOSKS_PATH];
};

static void vote_at(struct kiosks *kiosks, int kiosk, int *number)
{
	int used = 0, made_void = 0;

	for (int slip = 0; slip < SLIPS; slip++) {
		if (kiosks_own(kiosks, slip) != kiosk)
			continue;
		if (used < voted[kiosk]) {
			kiosks_vote(kiosks, kiosk, slip,
				    (*number < 20 ? 2U : 1U) | 1U << 4 |
					(*number % 3 ? 1U << 5 : 0));
			used++;
			(*number)++;
		} else if (made_void < voided[kiosk]) {
			assert_ok(roll_void(kiosks->stores[kiosk],
					    kiosks->fixture.hashes[slip],
					    FIXTURE_AT));
			made_void++;
		}
	}
}

static int set_up(void **state)
{
	struct hall *hall = malloc(sizeof(*hall));
	struct kiosks *kiosks = &hall->kiosks;
	int number = 0;

	assert_non_null(hall);
	words_language("en");
	kiosks_begin(kiosks, NULL, SLIPS, KIOSKS, true);
	for (int kiosk = 0; kiosk < KIOSKS; kiosk++)
		vote_at(kiosks, kiosk, &number);
	kiosks_close(kiosks);
	snprintf(hall->all, KIOSKS_PATH, "%s/all.meeting",
		 kiosks->fixture.folder);
	snprintf(hall->result, KIOSKS_PATH, "%s/result",
		 kiosks->fixture.folder);
	*state = hall;
	return 0;
}

static int tear_down(void **state)
{
	struct hall *hall = *state;

	kiosks_end(&hall->kiosks);
	free(hall);
	return 0;
}

#define PATHS(hall)                                                            \
	(hall)->kiosks.paths[0], (hall)->kiosks.paths[1],                      \
	    (hall)->kiosks.paths[2]

/* Only the third may be told: 17; of the others not even the slips. */
static void expect_hidden(const json_t *boxes)
{
	static const char *const keys[] = {"printed", "used", "void"};
	static const int third[] = {19, 17, 0};

	assert_int_equal(json_array_size(boxes), KIOSKS);
	for (size_t i = 0; i < KIOSKS; i++)
		for (int key = 0; key < 3; key++) {
			const json_t *number = json_object_get(
			    json_array_get(boxes, i), keys[key]);

			if (i < 2)
				assert_true(json_is_null(number));
			else
				assert_int_equal(json_integer_value(number),
						 third[key]);
		}
}

static void count_and_collect_tell_no_kiosk_with_few_ballots(void **state)
{
	struct hall *hall = *state;
	json_t *json = expect_json(0, WORDS("count", PATHS(hall), "--json"));

	expect_hidden(json_object_get(json, "boxes"));
	assert_int_equal(json_integer_value(json_object_get(json, "ballots")),
			 36);
	json_decref(json);
	json = expect_json(
	    0, WORDS("collect", PATHS(hall), "-o", hall->all, "--json"));
	expect_hidden(json_object_get(json, "boxes"));
	json_decref(json);
	expect_run(0, "3 boxes 36 ballots",
		   WORDS("status", hall->all, "--log"));
}

/* Of two kiosks the third's could be worked out afterwards. */
static void kiosks_that_have_shares_are_counted_all_or_not_at_all(void **state)
{
	struct hall *hall = *state;

	expect_run(
	    6, "The box of kiosk 1 is missing. Name it, too.",
	    WORDS("count", hall->kiosks.paths[1], hall->kiosks.paths[2]));
	expect_run(6, "This is one of several boxes of the meeting.",
		   WORDS("count", hall->kiosks.paths[0]));
}

/* Nor are they in the file that is made, where its act's hash lets whoever
 * guesses a number see whether it is right. */
static void the_file_that_is_made_has_no_such_number(void **state)
{
	struct hall *hall = *state;

	expect_run(0, NULL, WORDS("collect", PATHS(hall), "-o", hall->all));
	assert_int_equal(fixture_number(hall->all,
					"SELECT count(*) FROM collected WHERE "
					"used = -1 AND printed = -1 AND "
					"void = -1"),
			 2);
	assert_int_equal(fixture_number(hall->all,
					"SELECT count(*) FROM collected WHERE "
					"used = 17"),
			 1);
}

static char *protocol_text(const struct hall *hall)
{
	char command[2 * KIOSKS_PATH];
	char *text = calloc(1, TEXT);
	FILE *file;

	snprintf(command, sizeof(command),
		 "pdftotext -layout '%s/protocol.pdf' -", hall->result);
	file = popen(command, "r");
	assert_non_null(file);
	assert_non_null(text);
	assert_true(fread(text, 1, TEXT - 1, file) > 0);
	assert_int_equal(pclose(file), 0);
	return text;
}

/* What the protocol has of the kiosks, from its heading on. */
static void the_protocol_says_why_numbers_are_not_told(void **state)
{
	struct hall *hall = *state;
	char *text;
	const char *table;

	expect_run(0, NULL, WORDS("collect", PATHS(hall), "-o", hall->all));
	expect_run(0, NULL, WORDS("count", hall->all));
	expect_run(0, NULL, WORDS("publish", hall->all, "-o", hall->result));
	expect_run(0, "36 ballots follow the rules",
		   WORDS("verify", hall->result));
	text = protocol_text(hall);
	table = strstr(text, "The boxes put together");
	assert_non_null(table);
	assert_non_null(strstr(table, "not told, so that no box with fewer"));
	assert_non_null(strstr(table, " 17\n"));
	assert_null(strstr(table, " 6\n"));
	assert_null(strstr(table, " 13\n"));
	free(text);
}

static struct bundle *gather(const char *path)
{
	struct bundle *bundle = NULL;
	struct store *store = NULL;

	assert_ok(store_open(path, STORE_READ, &store));
	assert_ok(bundle_gather(store, &bundle));
	store_free(store);
	signer_set(bundle);
	return bundle;
}

static bool says(const struct verdict *verdict, const char *text)
{
	for (int i = 0; i < verdict->complaint_count; i++)
		if (strstr(verdict->complaints[i].text, text))
			return true;
	return false;
}

/* Whoever publishes other boxes, with an act and sums that fit them. */
static void expect_found(const struct bundle *bundle, const char *text)
{
	struct bundle_files *files = files_new();
	struct verdict *verdict = calloc(1, sizeof(*verdict));

	assert_non_null(verdict);
	files_of(bundle, files);
	assert_status(bundle_verify(files, verdict),
		      text ? STATUS_DISAGREES : STATUS_OK);
	if (text && !says(verdict, text))
		fail_msg("no \"%s\"", text);
	files_end(files);
	free(verdict);
}

static void numbers_set(struct collected_box *box, int used)
{
	box->printed = SLIPS / KIOSKS;
	box->used = used;
	box->voided = 0;
}

static void verify_finds_numbers_that_do_not_fit_or_must_be_hidden(void **state)
{
	static const char sums[] = "The ballots of the boxes are not those";
	static const char few[] = "A box has so few ballots";
	static const char other[] = "result.json tells other boxes";
	struct hall *hall = *state;
	struct bundle *bundle;
	struct collected_box *boxes;

	expect_run(0, NULL, WORDS("collect", PATHS(hall), "-o", hall->all));
	expect_run(0, NULL, WORDS("count", hall->all));
	bundle = gather(hall->all);
	boxes = bundle->collected.boxes;
	expect_found(bundle, NULL);
	boxes[2].used = 18;
	expect_found(bundle, other);
	boxes[2].used = 30; /* and six for two that are hidden: too few */
	expect_found(bundle, sums);
	boxes[2].used = 17;
	numbers_set(&boxes[0], 6);
	expect_found(bundle, few);
	numbers_set(&boxes[1], 13);
	expect_found(bundle, few);
	/* All are told, and one ballot is in none. */
	boxes[1].used = 12;
	expect_found(bundle, sums);
	bundle_free(bundle);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH(count_and_collect_tell_no_kiosk_with_few_ballots),
	    WITH(kiosks_that_have_shares_are_counted_all_or_not_at_all),
	    WITH(the_file_that_is_made_has_no_such_number),
	    WITH(the_protocol_says_why_numbers_are_not_told),
	    WITH(verify_finds_numbers_that_do_not_fit_or_must_be_hidden),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
