/* Kiosks that share a roll, and a box that is missing: what is told of the
 * ballots in it, and what nobody can work out. */
#include <ctype.h>
#include <stdlib.h>

#include "store/audit.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_kiosks.h"
#include "tests/lib/tools_bundle.h"
#include "tools/bundle/bundle_verify.h"
#include "words/words.h"

enum { SLIPS = 50, KIOSKS = 3, MANY = 11, FEW = 4, NONE = 0, REST = 31 };

#define SAID_MANY "11 ballots are missing with a lost box."
#define SAID_FEW "Fewer than 10 ballots are missing with a lost box."

struct hall {
	struct kiosks kiosks;
	int lost; /* ballots in the box of kiosk 3, which is the missing one */
	char all[KIOSKS_PATH], result[KIOSKS_PATH];
	char *organisers;
};

/* At kiosks 1 and 2 vote 31, at kiosk 3 LOST; no tie changes the money. */
static struct hall *hall_new(int lost)
{
	struct hall *hall = malloc(sizeof(*hall));
	struct kiosks *kiosks = &hall->kiosks;

	words_language("en");
	hall->lost = lost;
	kiosks_begin_shared(kiosks, SLIPS, KIOSKS);
	for (int slip = 0; slip < REST + lost; slip++)
		kiosks_vote(kiosks, slip < REST ? slip % 2 : 2, slip,
			    (slip < 17 ? 2U : 1U) | 1U << 4 |
				(slip % 3 ? 1U << 5 : 0));
	kiosks_close(kiosks);
	hall->organisers = kiosks->fixture.path;
	snprintf(hall->all, KIOSKS_PATH, "%s/all.meeting",
		 kiosks->fixture.folder);
	snprintf(hall->result, KIOSKS_PATH, "%s/result",
		 kiosks->fixture.folder);
	return hall;
}

static int many_set_up(void **state)
{
	*state = hall_new(MANY);
	return 0;
}

static int few_set_up(void **state)
{
	*state = hall_new(FEW);
	return 0;
}

static int none_set_up(void **state)
{
	*state = hall_new(NONE);
	return 0;
}

static int tear_down(void **state)
{
	struct hall *hall = *state;

	kiosks_end(&hall->kiosks);
	free(hall);
	return 0;
}

#define HERE(hall)                                                             \
	(hall)->organisers, (hall)->kiosks.paths[0], (hall)->kiosks.paths[1]

static void collect(struct hall *hall, const char *says)
{
	expect_run(0, says,
		   WORDS("collect", HERE(hall), "--missing=3",
			 "--reason=The disk broke", "-o", hall->all));
}

/* What JSON of a count tells of the slips; LOST as struct roll_count has it. */
static void expect_slips(json_t *json, int used, int lost)
{
	json_t *slips = json_object_get(json, "slips");
	json_t *told = json_object_get(slips, "lost");

	assert_int_equal(json_integer_value(json_object_get(slips, "used")),
			 used);
	assert_int_equal(json_integer_value(json_object_get(slips, "unused")),
			 SLIPS - used);
	assert_int_equal(json_integer_value(json_object_get(json, "ballots")),
			 REST);
	if (lost == 0)
		assert_null(told);
	else if (lost < 0)
		assert_true(json_is_null(told));
	else
		assert_int_equal(json_integer_value(told), lost);
	json_decref(json);
}

/* Whether the digits from AT on, in TEXT, are a number of something: not a part
 * of a hash, a date, a time or an amount of money, nor a length in a style. */
static bool stands_alone(const char *text, const char *at, size_t digits)
{
	char before = at > text ? at[-1] : ' ', after = at[digits];

	if (isalnum((unsigned char)after) || (after && strchr("-.:%", after)))
		return false;
	if (after == ',' && isdigit((unsigned char)at[digits + 1]))
		return false;
	if (before == ':' && at - 1 > text && isdigit((unsigned char)at[-2]))
		return false;
	return strchr(" \n>(:,;\"[{=", before) != NULL;
}

/* Where TEXT has the whole number NUMBER, or NULL. */
static const char *find_number(const char *text, int number)
{
	for (const char *at = text; *at; at++) {
		size_t digits = strspn(at, "0123456789");

		if (digits == 0)
			continue;
		if (digits < 4 && atoi(at) == number &&
		    stands_alone(text, at, digits))
			return at;
		at += digits - 1;
	}
	return NULL;
}

static void numbers_are_found_in_words_json_and_tables(void **state)
{
	static const struct {
		const char *text;
		bool has;
	} cases[] = {
	    {"In it: 20 slips, 35 ballots.", true},
	    {"{\"used\":35}", true},
	    {"\"used\": 35,", true},
	    {"35", true},
	    {"a;35;b\n", true},
	    {"<td>35</td>", true},
	    {"2015-11-10 21:35 closed", false},
	    {"root 35ab 12cd", false},
	    {"35.000 kr.", false},
	    {"35,000 kr.", false},
	    {"135 and 350", false},
	    {"width: 35px", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (!find_number(cases[i].text, 35) == cases[i].has)
			fail_msg("%s", cases[i].text);
}

static char *read_text(const char *folder, const char *name)
{
	char path[2 * KIOSKS_PATH], command[3 * KIOSKS_PATH];
	bool pdf = strstr(name, ".pdf");
	char *text = calloc(1, 1 << 20);
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	snprintf(command, sizeof(command), "pdftotext -layout '%s' -", path);
	file = pdf ? popen(command, "r") : fopen(path, "r");
	assert_non_null(file);
	assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
	pdf ? pclose(file) : fclose(file);
	return text;
}

/* All that `publish` wrote: SAYS stands in each file that people read. */
static void expect_published(const struct hall *hall, const char *says)
{
	static const char *const people[] = {"index.html", "protocol.pdf",
					     "steps.txt", "README.txt"};

	for (size_t i = 0; i < sizeof(people) / sizeof(*people); i++) {
		char *text = read_text(hall->result, people[i]);
		/* A line of paper ends where it ends. */
		if (!strstr(text, says) == !!*says)
			fail_msg("%s does not say it: %s", people[i], text);
		free(text);
	}
}

static int lines_in(const struct hall *hall, const char *name)
{
	char *text = read_text(hall->result, name);
	int lines = 0;

	for (const char *at = text; *at; at++)
		lines += *at == '\n';
	free(text);
	return lines;
}

static void publish(const struct hall *hall, const char *verified)
{
	expect_run(0, NULL, WORDS("count", hall->all));
	expect_run(0, NULL, WORDS("publish", hall->all, "-o", hall->result));
	expect_run(0, verified, WORDS("verify", hall->result));
	expect_run(0, verified, WORDS("verify", hall->all));
}

static void ten_or_more_that_are_lost_are_told_everywhere(void **state)
{
	struct hall *hall = *state;

	collect(hall, SAID_MANY);
	expect_run(0, SAID_MANY, WORDS("status", hall->all));
	expect_run(0, "50 printed, 42 used", WORDS("count", hall->all));
	publish(hall, SAID_MANY);
	expect_slips(expect_json(0, WORDS("count", hall->all, "--json")),
		     REST + MANY, MANY);
	expect_published(hall, SAID_MANY);
	assert_int_equal(lines_in(hall, "slips.csv"), 1 + REST + MANY);
}

static void fewer_than_ten_cannot_be_worked_out_anywhere(void **state)
{
	static const char *const files[] = {"index.html",  "protocol.pdf",
					    "steps.txt",   "README.txt",
					    "result.json", "audit.csv"};
	struct hall *hall = *state;

	collect(hall, SAID_FEW);
	expect_run(0, SAID_FEW, WORDS("status", hall->all));
	expect_run(0, "50 printed, 31 used, 0 void, 19 unused",
		   WORDS("count", hall->all));
	publish(hall, SAID_FEW);
	expect_slips(expect_json(0, WORDS("count", hall->all, "--json")), REST,
		     -1);
	expect_published(hall, "Fewer than 10 ballots are missing");
	assert_int_equal(lines_in(hall, "slips.csv"), 1);
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		char *text = read_text(hall->result, files[i]);
		const char *found = find_number(text, REST + FEW);

		if (!found)
			found = find_number(text, SLIPS - REST - FEW);
		if (found)
			fail_msg("%s tells it: %.40s", files[i], found);
		free(text);
	}
}

static void where_nobody_voted_nothing_is_lost_or_hidden(void **state)
{
	struct hall *hall = *state;
	struct ran run;

	collect(hall, "The disk broke");
	run = ran(WORDS("status", hall->all));
	assert_null(strstr(run.text, "missing with"));
	ran_free(&run);
	publish(hall, NULL);
	expect_slips(expect_json(0, WORDS("count", hall->all, "--json")), REST,
		     0);
	assert_int_equal(lines_in(hall, "slips.csv"), 1 + REST);
}

/* What some kiosks have would tell what the others have, once all are counted;
 * and a box with the organisers' file is one kiosk's votes. */
static void count_refuses_some_of_the_kiosks_and_tells_no_number(void **state)
{
	struct hall *hall = *state;
	char *const organisers = hall->organisers;
	const char *const two = hall->kiosks.paths[1], *const three =
							   hall->kiosks
							       .paths[2];
	const char *const *const runs[] = {
	    WORDS("count", HERE(hall)),
	    WORDS("count", HERE(hall), "--json"),
	    WORDS("count", organisers, three),
	    WORDS("count", three, organisers, "--json"),
	    WORDS("count", organisers, two, three),
	};

	for (size_t i = 0; i < sizeof(runs) / sizeof(*runs); i++) {
		struct ran run = ran(runs[i]);

		assert_int_equal(run.exit_code, 6);
		assert_non_null(strstr(run.text, "is missing. Name it, too."));
		if (strstr(run.text, "ballots") || strstr(run.text, "votes"))
			fail_msg("it tells numbers: %s", run.text);
		ran_free(&run);
	}
	expect_run(0, "Added up: 3 boxes.", WORDS("count", HERE(hall), three));
}

/* Not in a copy's words, in its acts, nor in what is made from it. */
static void a_copy_of_a_kiosks_file_tells_no_number(void **state)
{
	struct hall *hall = *state;
	char *const box = hall->kiosks.paths[2];
	char copy[KIOSKS_PATH + 8], made[KIOSKS_PATH + 8];
	const char *const *const runs[] = {
	    WORDS("backup", box, "-o", copy),
	    WORDS("backup", box, "-o", copy, "--json"),
	    WORDS("restore", copy, "-o", made, "--reason=2 disks broke"),
	    WORDS("status", box, "--log"),
	    WORDS("status", made, "--log"),
	    WORDS("status", made, "--log", "--json"),
	    WORDS("status", box),
	    WORDS("status", made, "--json"),
	    WORDS("verify", box),
	    WORDS("verify", box, "--json"),
	};

	snprintf(copy, sizeof(copy), "%s.copy", box);
	snprintf(made, sizeof(made), "%s.made", box);
	for (size_t i = 0; i < sizeof(runs) / sizeof(*runs); i++) {
		struct ran run = ran(runs[i]);

		if (run.exit_code != 0 || find_number(run.text, MANY))
			fail_msg("%zu: %d, %s", i, run.exit_code, run.text);
		ran_free(&run);
	}
	expect_run(0, "2 disks broke", WORDS("status", made, "--log"));
}

static void no_difference_is_passed_over_in_silence(void **state)
{
	struct hall *hall = *state;
	const char *const *boxes =
	    (const char *[]){hall->kiosks.paths[0], hall->kiosks.paths[1],
			     hall->kiosks.paths[2]};

	expect_run(6, "kiosk 3 is missing",
		   WORDS("collect", HERE(hall), "-o", hall->all));
	/* Said to be missing, and there. */
	expect_run(2, "no kiosk 3 that is missing",
		   WORDS("collect", HERE(hall), boxes[2], "--missing=3",
			 "--reason=Burnt", "-o", hall->all));
	/* All are there, and one more slip is used than there are ballots. */
	fixture_sql(hall->organisers,
		    "UPDATE roll SET state = 4 WHERE hash ="
		    " (SELECT min(hash) FROM roll WHERE state = 2)");
	expect_run(
	    6, "its used slips and the ballots in the boxes are not as many",
	    WORDS("collect", HERE(hall), boxes[2], "-o", hall->all));
	/* One is missing, and there are too few used slips even so. */
	fixture_sql(hall->organisers, "UPDATE roll SET state = 2");
	expect_run(
	    6, "its used slips and the ballots in the boxes are not as many",
	    WORDS("collect", HERE(hall), "--missing=3", "--reason=Burnt", "-o",
		  hall->all));
	assert_false(file_exists(hall->all));
}

/* The file says how many are lost, and its roll how many are used. */
static void a_file_that_lost_more_or_fewer_is_damaged(void **state)
{
	static const char one_more[] =
	    "UPDATE roll SET state = 4 WHERE hash ="
	    " (SELECT min(hash) FROM roll WHERE state = 2)";
	struct hall *hall = *state;
	bool few = hall->lost == FEW;
	struct store *store = NULL;

	collect(hall, NULL);
	fixture_sql(hall->all, one_more);
	if (few) /* One more is few still; nine are, and ten are not. */
		expect_run(0, SAID_FEW, WORDS("status", hall->all));
	for (int i = 1; few && i < 6; i++)
		fixture_sql(hall->all, one_more);
	assert_status(store_open(hall->all, STORE_READ, &store),
		      STATUS_DAMAGED);
}

/* FROM in result.json becomes TO, and all sums and the signature with it. */
static void forge(const struct bundle_files *files, const char *from,
		  const char *to, struct bundle_files *ret_forged)
{
	struct bundle_file *file;
	char *text, *found;
	size_t length;
	FILE *out;

	files_copy(files, false, ret_forged);
	file = file_of(ret_forged, "result.json");
	text = strndup((char *)file->data, file->length);
	assert_non_null(text);
	found = strstr(text, from);
	if (!found)
		fail_msg("no %s", from);
	free(file->data);
	out = open_memstream((char **)&file->data, &length);
	fprintf(out, "%.*s%s%s", (int)(found - text), text, to,
		found + strlen(from));
	fclose(out);
	file->length = length;
	free(text);
	files_forge_sums(ret_forged);
}

/* Whoever changes how many are lost, and all sums with it. */
static void a_folder_that_lost_other_numbers_is_found(void **state)
{
	static const char lost[] = "Ballots are said to be lost";
	static const char used[] = "There are 42 used slips, but 31 ballots";
	static const struct {
		const char *from, *to, *says;
	} changes[] = {
	    {"\"lost\": 11", "\"lost\": 12", used},
	    {"\"lost\": 11", "\"lost\": null", used},
	    {"\"lost\": 11", "\"lost\": 0", "The numbers of slips make no"},
	    {"\"lost\": 11", "\"lost\": \"x\"", "The numbers of slips make no"},
	    {"\"used\": 42", "\"used\": 43",
	     "used, void and unused ones are 51"},
	    {"\"used\": null", "\"used\": 3", "other boxes than this act"},
	    {"\"missing\": \"The disk broke\"", "\"missing\": null", lost},
	    {"\"missing\": \"The disk broke\"", "\"missing\": \"Fire\"",
	     "other boxes than this act"},
	};
	struct hall *hall = *state;
	struct bundle_files *files = files_new();
	struct verdict *verdict = calloc(1, sizeof(*verdict));
	struct bundle *bundle;

	assert_non_null(verdict);
	collect(hall, NULL);
	expect_run(0, NULL, WORDS("count", hall->all));
	bundle = bundle_at(hall->all);
	files_of(bundle, files);
	assert_ok(bundle_verify(files, verdict));
	assert_string_equal(verdict->lost, SAID_MANY);
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		struct bundle_files *forged = files_new();

		forge(files, changes[i].from, changes[i].to, forged);
		assert_status(bundle_verify(forged, verdict), STATUS_DISAGREES);
		if (!strstr(verdict->complaints[0].text, changes[i].says))
			fail_msg("%s: %s", changes[i].to,
				 verdict->complaints[0].text);
		files_end(forged);
	}
	files_end(files);
	free(verdict);
	bundle_free(bundle);
}

/* A slip was released, used at another kiosk, and the first had its vote. */
static void
a_slip_with_ballots_in_two_boxes_is_told_and_not_counted(void **state)
{
	struct hall hall;
	struct kiosks *kiosks = &hall.kiosks;

	(void)state;
	words_language("en");
	kiosks_begin_shared(kiosks, SLIPS, KIOSKS);
	for (int slip = 0; slip < REST + FEW; slip++)
		kiosks_vote(kiosks, slip < REST ? slip % 2 : 2, slip,
			    2U | 1U << 4);
	kiosks_double(kiosks, 0, 7, 2U | 1U << 4);
	kiosks_close(kiosks);
	snprintf(hall.all, KIOSKS_PATH, "%s/all.meeting",
		 kiosks->fixture.folder);
	for (int missing = 0; missing < 2; missing++) {
		static const char says[] =
		    "1 slip is used in more than one box";
		const char *last = missing ? "--missing=3" : kiosks->paths[2];
		const char *why = missing ? "--reason=Burnt" : NULL;

		expect_run(6, says,
			   WORDS("collect", kiosks->fixture.path,
				 kiosks->paths[0], kiosks->paths[1], "-o",
				 hall.all, last, why));
	}
	expect_run(6, "1 slip is used in more than one box",
		   WORDS("count", kiosks->paths[1], kiosks->fixture.path,
			 kiosks->paths[0], kiosks->paths[2]));
	assert_false(file_exists(hall.all));
	kiosks_end(kiosks);
}

#define WITH(set_up, test)                                                     \
	cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_are_found_in_words_json_and_tables),
	    WITH(many_set_up, ten_or_more_that_are_lost_are_told_everywhere),
	    WITH(few_set_up, fewer_than_ten_cannot_be_worked_out_anywhere),
	    WITH(none_set_up, where_nobody_voted_nothing_is_lost_or_hidden),
	    WITH(few_set_up,
		 count_refuses_some_of_the_kiosks_and_tells_no_number),
	    WITH(many_set_up,
		 count_refuses_some_of_the_kiosks_and_tells_no_number),
	    WITH(many_set_up, a_copy_of_a_kiosks_file_tells_no_number),
	    WITH(many_set_up, no_difference_is_passed_over_in_silence),
	    WITH(many_set_up, a_file_that_lost_more_or_fewer_is_damaged),
	    WITH(few_set_up, a_file_that_lost_more_or_fewer_is_damaged),
	    WITH(many_set_up, a_folder_that_lost_other_numbers_is_found),
	    cmocka_unit_test(
		a_slip_with_ballots_in_two_boxes_is_told_and_not_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
