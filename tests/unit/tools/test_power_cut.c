/* Power that is cut at every single call with which a command writes: what it
 * makes is whole or not there, the meeting's file is sound, and the command
 * typed again goes through. */
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/audit.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/disk_log.h"
#include "tests/lib/store_kiosks.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/tools_run.h"
#include "words/words.h"

enum {
	WORDS_MOST = 8,
	NAME = 3 * FIXTURE_PATH,
	SLIPS = 20,
	VOTED = 8,
};

/* A meeting in a folder of its own, and beside it what commands make. */
struct place {
	struct kiosks kiosks; /* of `collect`; else its fixture alone */
	char *stick;	      /* "made" and "again" go there */
	char *made, *again, *copy;
};

/* A command, what must hold after a cut, and what is typed then. */
struct cut_case {
	const char *name;
	void (*begin)(struct place *place);
	const char *words[WORDS_MOST]; /* "MEETING", "MADE" and so on stand for
					  paths */
	void (*check)(struct place *place);
	bool kept; /* "made" was there before, and stays in one form */
};

static const char *path_for(struct place *place, const char *word)
{
	const struct {
		const char *word, *path;
	} paths[] = {
	    {"MEETING", place->kiosks.fixture.path},
	    {"MADE", place->made},
	    {"AGAIN", place->again},
	    {"COPY", place->copy},
	    {"BOX1", place->kiosks.paths[0]},
	    {"BOX2", place->kiosks.paths[1]},
	};

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
		if (strcmp(word, paths[i].word) == 0)
			return paths[i].path;
	return word;
}

struct typing {
	struct place *place;
	const char *const *words;
};

static int type(void *context)
{
	const struct typing *typing = context;
	const char *words[WORDS_MOST + 1] = {NULL};
	struct ran answer;
	int code;

	for (int i = 0; typing->words[i]; i++)
		words[i] = path_for(typing->place, typing->words[i]);
	answer = ran(words);
	code = answer.exit_code;
	if (code != 0)
		print_message("%s: %s\n", words[0], answer.text);
	ran_free(&answer);
	return code;
}

/* ---- how each begins, and what must hold
 * ---------------------------------------
 */

static void paths_make(struct place *place)
{
	const char *folder = place->kiosks.fixture.folder;

	place->stick = disk_path(folder, "stick");
	place->made = disk_path(place->stick, "made");
	place->again = disk_path(place->stick, "again");
	place->copy = disk_path(folder, "copy");
	assert_int_equal(mkdir(place->stick, 0755), 0);
}

static void begin_counted(struct place *place)
{
	evening_usual(&place->kiosks.fixture, PHASE_COUNTED);
	paths_make(place);
}

static void vote(struct place *place, int first, int count)
{
	struct fixture *fixture = &place->kiosks.fixture;

	fixture_enter(fixture);
	for (int i = first; i < first + count; i++)
		assert_ok(fixture_cast(fixture, i, (unsigned)i + 1));
	fixture_leave(fixture);
}

static void begin_open(struct place *place)
{
	fixture_begin_in(&place->kiosks.fixture, SLIPS, PHASE_OPEN);
	fixture_leave(&place->kiosks.fixture);
	paths_make(place);
	vote(place, 0, VOTED);
}

static void begin_copied(struct place *place)
{
	begin_open(place);
	expect_run(
	    0, NULL,
	    WORDS("backup", place->kiosks.fixture.path, "-o", place->made));
	vote(place, VOTED, VOTED);
}

static void begin_lost(struct place *place)
{
	begin_open(place);
	expect_run(
	    0, NULL,
	    WORDS("backup", place->kiosks.fixture.path, "-o", place->copy));
}

static void begin_boxes(struct place *place)
{
	kiosks_begin(&place->kiosks, NULL, SLIPS, 2, true);
	for (int slip = 0; slip < VOTED; slip++)
		kiosks_vote(&place->kiosks, slip % 2, slip, (unsigned)slip + 1);
	kiosks_close(&place->kiosks);
	fixture_leave(&place->kiosks.fixture);
	paths_make(place);
}

static enum status keep_last(void *context, const struct audit_row *row)
{
	*(enum act *)context = row->act;
	return STATUS_OK;
}

/* Opens, and with that checks, the file at PATH, whose last act is ACT. */
static void check_file(const char *path, enum act act)
{
	enum act last = ACT_MADE;
	struct store *store = NULL;

	assert_status(store_open(path, STORE_WRITE, &store), STATUS_OK);
	assert_ok(audit_each(store, keep_last, &last));
	store_free(store);
	assert_string_equal(act_name(last), act_name(act));
}

/* Whether it has its name, and something in it. */
static bool is_made(const struct place *place)
{
	struct stat found;

	return stat(place->made, &found) == 0 && found.st_size > 0;
}

/* The same where it is made: it got its name when it was whole. */
static void check_named(const struct place *place, enum act act)
{
	if (disk_there(place->made))
		check_file(place->made, act);
}

/* The same, or it is refused: one that is written in its place, in a single
 * transaction. */
static void check_written(const struct place *place, enum act act)
{
	struct store *store = NULL;
	enum status status;

	if (!disk_there(place->made))
		return;
	status = store_open(place->made, STORE_WRITE, &store);
	store_free(store);
	if (status == STATUS_OK)
		check_file(place->made, act);
	else
		assert_true(status == STATUS_NOT_MEETING ||
			    status == STATUS_DAMAGED);
}

static void check_published(struct place *place)
{
	enum phase phase = phase_of(&place->kiosks.fixture);

	assert_true(is_made(place) || phase == PHASE_COUNTED);
	if (is_made(place))
		expect_run(0, NULL, WORDS("verify", place->made));
}

static void check_copy(struct place *place)
{
	assert_int_equal(phase_of(&place->kiosks.fixture), PHASE_OPEN);
	check_named(place, ACT_COPIED);
}

static void check_older(struct place *place)
{
	assert_true(is_made(place));
	check_copy(place);
}

static void check_restored(struct place *place)
{
	check_file(place->copy, ACT_COPIED);
	check_named(place, ACT_RESTORED);
}

static void check_collected(struct place *place)
{
	for (int i = 0; i < 2; i++)
		check_file(place->kiosks.paths[i], ACT_CLOSED);
	check_written(place, ACT_COLLECTED);
}

/* Every file in the folder is a kiosk's, whole. */
static void check_dealt(struct place *place)
{
	char pattern[2 * NAME];
	glob_t found;

	snprintf(pattern, sizeof(pattern), "%s/*.box", place->made);
	if (glob(pattern, 0, NULL, &found) == 0)
		for (size_t i = 0; i < found.gl_pathc; i++)
			check_file(found.gl_pathv[i], ACT_DEALT);
	globfree(&found);
	check_file(place->kiosks.fixture.path, ACT_ADOPTED);
}

static const struct cut_case cases[] = {
    {"publish",
     begin_counted,
     {"publish", "MEETING", "-o", "MADE"},
     check_published,
     false},
    {"backup",
     begin_open,
     {"backup", "MEETING", "-o", "MADE"},
     check_copy,
     true},
    {"backup over an older one",
     begin_copied,
     {"backup", "MEETING", "-o", "MADE"},
     check_older,
     true},
    {"restore",
     begin_lost,
     {"restore", "COPY", "-o", "MADE", "--reason", "The disk died"},
     check_restored,
     false},
    {"boxes",
     begin_boxes,
     {"boxes", "MEETING", "--kiosks", "2", "-o", "MADE"},
     check_dealt,
     false},
    {"collect",
     begin_boxes,
     {"collect", "BOX1", "BOX2", "-o", "MADE"},
     check_collected,
     false},
};

/* ---- the cuts
 * -------------------------------------------------------------------
 */

/* What is typed after the cut goes through: the same, or where the folder or
 * file got its name already, the same with another. */
static void type_again(struct place *place, const struct cut_case *cut)
{
	const char *words[WORDS_MOST + 1] = {NULL};
	bool named = !cut->kept && is_made(place);
	struct typing typing = {place, words};

	for (int i = 0; cut->words[i]; i++)
		words[i] = named && strcmp(cut->words[i], "MADE") == 0
			       ? "AGAIN"
			       : cut->words[i];
	assert_int_equal(type(&typing), 0);
	cut->check(place);
	assert_true(named ? disk_there(place->again) : is_made(place));
}

static void end(struct place *place)
{
	disk_clear(place->kiosks.fixture.folder);
	kiosks_end(&place->kiosks);
	free(place->stick);
	free(place->made);
	free(place->again);
	free(place->copy);
}

static void cut_everywhere(const struct cut_case *cut)
{
	int result, step, disks = 0, looked = 0, made = 0;
	struct place place = {0};
	struct typing typing = {&place, cut->words};
	struct disk_log *log;

	cut->begin(&place);
	log = disk_log_run(place.kiosks.fixture.folder, type, &typing, &result);
	assert_int_equal(result, 0);
	/* The short form looks at about three disks, the last one first. */
	step = getenv("STEMMEBOKS_TORTURE") ? 1 : disk_log_calls(log) / 2 + 1;
	for (int i = disk_log_calls(log); i >= 0; i--)
		for (int loss = 0; loss < DISK_LOSSES; loss++) {
			uint64_t seed =
			    (uint64_t)i * DISK_LOSSES + (unsigned)loss;

			if (!disk_log_leave(log, i, (enum disk_loss)loss,
					    seed) ||
			    disks++ % step)
				continue;
			looked++;
			cut->check(&place);
			made += is_made(&place);
			type_again(&place, cut);
		}
	print_message("%s: cut at %d calls, %d disks, looked at %d, %d with "
		      "it\n",
		      cut->name, disk_log_calls(log), disks, looked, made);
	assert_true(disks > 10 * DISK_LOSSES);
	assert_true(made > 0 && (cut->kept || made < looked));
	disk_log_free(log);
	end(&place);
}

static void what_is_cut_anywhere_is_whole_or_not_there(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		cut_everywhere(&cases[i]);
}

static int set_up(void **state)
{
	(void)state;
	words_language("en");
	/* The key and its folder are there before. */
	expect_run(2, NULL, WORDS("publish"));
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_cut_anywhere_is_whole_or_not_there),
	};

	return cmocka_run_group_tests_name("power cut", tests, set_up, NULL);
}
