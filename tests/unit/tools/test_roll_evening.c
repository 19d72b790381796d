/* An evening with three kiosks that share a roll, with the organisers' own
 * commands from the first to the last; the kiosks work in a process of their
 * own. */
#include <ctype.h>
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/entropy.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/roll_hall.h"
#include "tests/lib/store_kiosks.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/tools_run.h"
#include "tests/lib/tools_slips.h"
#include "words/words.h"

enum {
	KIOSKS = 3,
	SLIPS = 26,
	VOTES = 23,
	VOID_SERIAL = SLIPS,
	PATH = 256,
	MOMENT_US = 2000,
	STEP_MS = 20,
	TRIES = 20000,
	TEXT = 100000
};

/* How many vote at each; nobody may learn that. None of these numbers stands
 * anywhere else in what organisers are told before the count. */
static const int shares[KIOSKS] = {6, 8, 9};

/* What 23 residents vote, as ballot_of() says, added up by hand. */
static const int support[10] = {12, 7, 4, 23, 15, 8, 11, 6, 2, 4};

struct evening {
	char *folder;
	char file[PATH], all[PATH], boxes[KIOSKS][PATH], result[PATH];
	char admin[CLUSTER_URL];
	struct slip slips[SLIPS];
	unsigned char hashes[SLIPS][SLIP_HASH_BYTES];
	pid_t kiosks;
	char told[TEXT]; /* all that organisers were told before the count */
};

static struct evening evening;

static int begin(void **state)
{
	words_language("en");
	setenv("PGUSER", "postgres", 1);
	return cluster_begin(state);
}

/* Runs WORDS, remembers what they say, and looks for TEXT in it. */
static void says(int exit_code, const char *text, const char *const *words)
{
	struct ran answer = ran(words);
	size_t before = strlen(evening.told);

	if (answer.exit_code != exit_code || !strstr(answer.text, text))
		fail_msg("%s %s: %d, %s", words[0], words[1], answer.exit_code,
			 answer.text);
	assert_true(before + strlen(answer.text) < TEXT);
	strcpy(evening.told + before, answer.text);
	ran_free(&answer);
}

static void write_meeting(const char *url)
{
	char command[2 * PATH], path[PATH];
	FILE *file;

	snprintf(command, sizeof(command), "cp -r assets/demo '%s/meeting'",
		 evening.folder);
	assert_int_equal(system(command), 0);
	snprintf(path, sizeof(path), "%s/meeting/meeting.ini", evening.folder);
	file = fopen(path, "a");
	assert_non_null(file);
	assert_true(fprintf(file, "\n[roll]\nurl = %s\n", url) > 0);
	assert_int_equal(fclose(file), 0);
}

/* Meeting file, slips, rules, the kiosks' files and the roll. */
static void prepare(struct cluster *cluster)
{
	char url[CLUSTER_URL], meeting[PATH], pdf[PATH], kiosks[PATH];
	struct store *store = NULL;

	memset(&evening, 0, sizeof(evening));
	evening.folder = disk_folder();
	cluster_database(cluster, "evening", url);
	cluster_url_as(cluster, "evening", "postgres", evening.admin);
	write_meeting(url);
	snprintf(meeting, PATH, "%s/meeting", evening.folder);
	snprintf(evening.file, PATH, "%s/evening.stemmeboks", evening.folder);
	snprintf(evening.all, PATH, "%s/all.stemmeboks", evening.folder);
	snprintf(evening.result, PATH, "%s/result", evening.folder);
	snprintf(pdf, PATH, "%s/slips.pdf", evening.folder);
	snprintf(kiosks, PATH, "%s/kiosks", evening.folder);
	expect_run(0, NULL, WORDS("build", meeting, "-o", evening.file));
	expect_run(0, NULL,
		   WORDS("slips", evening.file, "--count=26", "-o", pdf));
	assert_int_equal(paper_decode(pdf, evening.slips, SLIPS), SLIPS);
	expect_run(0, NULL, WORDS("ready", evening.file));
	says(0, "The kiosks share the roll",
	     WORDS("boxes", evening.file, "--kiosks=3", "-o", kiosks));
	for (int i = 0; i < KIOSKS; i++)
		snprintf(evening.boxes[i], PATH, "%s/kiosks/evening-%d.box",
			 evening.folder, i + 1);
	says(0, "26 unused", WORDS("roll", "init", evening.file));
	expect_run(0, NULL, WORDS("void", evening.file, "--serial=26"));
	assert_ok(store_open(evening.file, STORE_READ, &store));
	for (int i = 0; i < SLIPS; i++)
		slip_hash(store_meeting(store), &evening.slips[i],
			  evening.hashes[i]);
	store_free(store);
}

struct kiosk {
	struct store *store;
	struct roll_link *link;
};

static void step(struct kiosk *kiosks, uint64_t *now_ms)
{
	*now_ms += STEP_MS;
	for (int i = 0; i < KIOSKS; i++)
		(void)roll_link_work(kiosks[i].link, *now_ms);
	usleep(MOMENT_US);
}

/* What SLIP is told at KIOSK, once voting is open. */
static enum status claim(struct kiosk *kiosks, int kiosk, int slip,
			 uint64_t *now_ms)
{
	enum status status;

	do {
		status = roll_link_claim(kiosks[kiosk].link,
					 evening.hashes[slip], *now_ms);
		step(kiosks, now_ms);
	} while (status == STATUS_ROLL_AWAY || status == STATUS_STORE_BUSY ||
		 status == STATUS_NOT_OPEN);
	return status;
}

/* Numbers 1 to 3 and 4 to 10; see support[]. */
static struct ballot ballot_of(int resident)
{
	struct ballot ballot = {{0}};

	ballot.value[resident < 12 ? 0 : resident < 19 ? 1 : 2] = 1;
	ballot.value[3] = 1;
	ballot.value[resident < 15 ? 4 : 5] = 1;
	ballot.value[resident < 11   ? 6
		     : resident < 17 ? 7
		     : resident < 19 ? 8
				     : 9] = 1;
	return ballot;
}

/* In the child: it ends when something is not as it must be. */
static void must(bool is_so, int exit_code)
{
	if (!is_so)
		_exit(exit_code);
}

static void vote(struct kiosk *kiosks, uint64_t *now_ms)
{
	int slip = 0;

	for (int kiosk = 0; kiosk < KIOSKS; kiosk++)
		for (int i = 0; i < shares[kiosk]; i++, slip++) {
			struct ballot ballot = ballot_of(slip);
			enum status status;

			/* The roll opens a moment before a kiosk's file. */
			do {
				must(claim(kiosks, kiosk, slip, now_ms) ==
					 STATUS_OK,
				     3);
				status = roll_link_cast(
				    kiosks[kiosk].link, evening.hashes[slip],
				    &ballot, &entropy, *now_ms);
			} while (status == STATUS_STORE_BUSY ||
				 status == STATUS_NOT_OPEN);
			must(status == STATUS_OK, 4);
			/* The same slip again, here and there. */
			for (int other = 0; other < KIOSKS; other++)
				must(claim(kiosks, other, slip, now_ms) ==
					 STATUS_SLIP_USED,
				     5);
		}
	must(claim(kiosks, 0, VOID_SERIAL - 1, now_ms) == STATUS_SLIP_VOID, 6);
}

static void start_kiosks(void)
{
	struct kiosk kiosks[KIOSKS] = {{NULL, NULL}};
	uint64_t now_ms = 1000000;

	evening.kiosks = fork();
	assert_true(evening.kiosks >= 0);
	if (evening.kiosks > 0)
		return;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (int i = 0; i < KIOSKS; i++) {
		must(store_open(evening.boxes[i], STORE_WRITE,
				&kiosks[i].store) == STATUS_OK,
		     7);
		must(roll_link_open(kiosks[i].store, &kiosks[i].link) ==
			 STATUS_OK,
		     8);
	}
	vote(kiosks, &now_ms);
	for (;;)
		step(kiosks, &now_ms);
}

static void wait_for_votes(void)
{
	static const char sql[] =
	    "SELECT count(*) FROM stemmeboks.slip WHERE state = 4";
	int how;

	for (int i = 0; cluster_number(evening.admin, sql) != VOTES; i++) {
		if (waitpid(evening.kiosks, &how, WNOHANG) != 0)
			fail_msg("the kiosks ended with %d", WEXITSTATUS(how));
		assert_true(i < TRIES);
		usleep(MOMENT_US);
	}
}

/* From opening to closing. */
static void hold(void)
{
	start_kiosks();
	says(0, "Voting is open", WORDS("open", evening.file, "--wait=30"));
	wait_for_votes();
	says(0, "used:            23", WORDS("status", evening.file));
	says(0, "in the kiosks' boxes", WORDS("status", evening.file));
	says(0, "23 used, 1 void", WORDS("roll", "status", evening.file));
	for (int i = 0; i < KIOSKS; i++)
		says(0, "stands on the shared roll",
		     WORDS("status", evening.boxes[i]));
	says(4, "This is the file of kiosk 2",
	     WORDS("pause", evening.boxes[1]));
	says(4, "This is the file of kiosk 3",
	     WORDS("void", evening.boxes[2], "--serial=25"));
	says(0, "Used slips: 23 = ballots in the kiosks' boxes: 23.",
	     WORDS("close", evening.file, "--wait=30"));
	assert_int_equal(kill(evening.kiosks, SIGKILL), 0);
	assert_int_equal(waitpid(evening.kiosks, NULL, 0), evening.kiosks);
	says(0, "taken over: 23", WORDS("roll", "fetch", evening.file));
	says(0, "stemmeboks collect", WORDS("status", evening.file));
	for (int i = 0; i < KIOSKS; i++)
		says(0, "\"filled\":null",
		     WORDS("status", evening.boxes[i], "--json"));
}

static void finish(void)
{
	if (evening.kiosks > 0 && kill(evening.kiosks, 0) == 0) {
		kill(evening.kiosks, SIGKILL);
		waitpid(evening.kiosks, NULL, 0);
	}
	disk_remove(evening.folder);
}

/* What collect and count say when files lack. */
static void lack(void)
{
	char *const *box =
	    (char *[]){evening.boxes[0], evening.boxes[1], evening.boxes[2]};
	char copy[PATH + 8];

	says(2, "The votes are in the kiosks' boxes",
	     WORDS("collect", evening.file, "-o", evening.all));
	says(6, "name that file, too",
	     WORDS("collect", box[0], box[1], box[2], "-o", evening.all));
	says(6, "Put them together with the organisers' file first",
	     WORDS("count", evening.file));
	says(6, "Put them together with the organisers' file first",
	     WORDS("count", box[0]));
	says(6, "kiosk 2 is missing",
	     WORDS("collect", evening.file, box[0], box[2], "-o", evening.all));
	snprintf(copy, sizeof(copy), "%s.few", evening.all);
	says(0, "Fewer than 10 ballots are missing with a lost box",
	     WORDS("collect", evening.file, box[0], box[2], "--missing=2",
		   "--reason=The disk broke", "-o", copy));
	/* As it was before it took the used slips over. */
	snprintf(copy, sizeof(copy), "%s.copy", evening.file);
	kiosks_copy(evening.file, copy);
	fixture_sql(copy, "UPDATE roll SET state = 2 WHERE state = 4");
	says(6, "its used slips and the ballots in the boxes are not as many",
	     WORDS("collect", box[1], copy, "--missing=1", "--missing=3",
		   "--reason=Burnt", "-o", evening.all));
	says(6, "its used slips and the ballots in the boxes are not as many",
	     WORDS("collect", box[0], copy, box[1], box[2], "-o", evening.all));
	assert_false(file_exists(evening.all));
	says(6, "kiosk 2 is missing",
	     WORDS("count", box[0], evening.file, box[2]));
	says(6, "kiosk 1 is missing", WORDS("count", evening.file, box[1]));
}

/* The file that is made, against what the residents chose. */
static void numbers_agree(void)
{
	json_t *in_memory, *in_file;

	for (int i = 0; i < 10; i++) {
		char sql[64];

		snprintf(sql, sizeof(sql),
			 "SELECT votes FROM tally WHERE number = %d", i + 1);
		assert_int_equal(fixture_number(evening.all, sql), support[i]);
	}
	assert_int_equal(
	    fixture_number(evening.all,
			   "SELECT count(*) FROM roll WHERE state = 4"),
	    VOTES);
	assert_int_equal(
	    fixture_number(evening.all,
			   "SELECT count(*) FROM roll WHERE state = 5"),
	    1);
	in_memory =
	    expect_json(0, WORDS("count", evening.boxes[2], evening.boxes[0],
				 evening.file, evening.boxes[1], "--json"));
	in_file = expect_json(0, WORDS("count", evening.all, "--json"));
	assert_true(json_equal(json_object_get(in_memory, "pots"),
			       json_object_get(in_file, "pots")));
	assert_true(json_equal(json_object_get(in_memory, "boxes"),
			       json_object_get(in_file, "boxes")));
	json_decref(in_memory);
	json_decref(in_file);
}

/* Roll and kiosks in the published result: the numbers are the roll's. */
static void published_boxes_tell_no_number(void)
{
	char path[2 * PATH];
	json_t *result, *boxes;

	snprintf(path, sizeof(path), "%s/result.json", evening.result);
	result = json_load_file(path, 0, NULL);
	boxes = json_object_get(result, "boxes");
	assert_int_equal(json_array_size(boxes), KIOSKS + 1);
	for (size_t i = 0; i <= KIOSKS; i++) {
		const json_t *box = json_array_get(boxes, i);
		const json_t *used = json_object_get(box, "used");

		assert_int_equal(
		    json_integer_value(json_object_get(box, "kiosk")), i);
		if (i == 0)
			assert_int_equal(json_integer_value(used), VOTES);
		else
			assert_true(json_is_null(used));
		assert_int_equal(json_is_null(json_object_get(box, "printed")),
				 i > 0);
	}
	json_decref(result);
}

/* No word of all that was told is the number of one kiosk's votes. */
static void nothing_told_a_kiosks_number(void)
{
	const char *text = evening.told;

	while (*text) {
		size_t length = 0;

		while (isalnum((unsigned char)text[length]))
			length++;
		for (int i = 0; i < KIOSKS; i++)
			if (length == 1 && *text - '0' == shares[i])
				fail_msg("%d is told: %.60s", shares[i],
					 text > evening.told + 30
					     ? text - 30
					     : evening.told);
		text += length ? length : 1;
	}
}

static void an_evening_with_three_kiosks_is_one_result(void **state)
{
	prepare(*state);
	hold();
	lack();
	says(0, "Boxes: 3, ballots: 23.",
	     WORDS("collect", evening.boxes[1], evening.boxes[0], evening.file,
		   evening.boxes[2], "-o", evening.all));
	says(0, "Slips: 26 printed = 23 used + 1 void + 2 unused.",
	     WORDS("collect", evening.file, evening.boxes[0], evening.boxes[1],
		   evening.boxes[2], "-o", strcat(evening.all, "2")));
	nothing_told_a_kiosks_number();
	numbers_agree();
	expect_run(0, "23", WORDS("status", evening.all));
	expect_run(0, NULL,
		   WORDS("publish", evening.all, "-o", evening.result));
	expect_run(0, "23 ballots follow the rules and are in the box",
		   WORDS("verify", evening.result));
	published_boxes_tell_no_number();
	finish();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_evening_with_three_kiosks_is_one_result),
	};

	return cmocka_run_group_tests(tests, begin, cluster_end);
}
