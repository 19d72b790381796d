/* A kiosk that dies in the middle of a cast, three hundred times. */
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/cue.h"
#include "store/entropy.h"
#include "store/live.h"
#include "store/roll.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum {
	KILLS = 300,
	SLIPS = 60,
	IN_CAST = 20, /* kills that must have left half a cast behind */
	TOKEN_BYTES = SLIP_RANDOM_BYTES,
};

/* One meeting: slip i is cast with the ballot number[i], which no other has. */
struct evening {
	struct fixture fixture;
	unsigned number[SLIPS];
	bool thanked[SLIPS];
};

static void evening_begin(struct evening *evening)
{
	unsigned number = 0;

	memset(evening, 0, sizeof(*evening));
	fixture_begin_batches(&evening->fixture, SLIPS, true);
	fixture_advance(&evening->fixture, PHASE_OPEN);
	fixture_leave(&evening->fixture);
	/* At most two of the first three bits, and of the next seven. */
	for (int i = 0; i < SLIPS; i++) {
		do {
			number++;
		} while (__builtin_popcount(number & 7) > 2 ||
			 __builtin_popcount(number >> 3) > 3);
		evening->number[i] = number;
	}
}

/* In a process of its own: tells READY, then casts every slip that is unused
 * and thanks by writing its number. */
static pid_t start_caster(const struct evening *evening, int thanks)
{
	const struct fixture *fixture = &evening->fixture;
	struct store *store = NULL;
	unsigned char byte = SLIPS;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child > 0)
		return child;
	if (store_open(fixture->path, STORE_WRITE, &store) != STATUS_OK)
		_exit(1);
	if (write(thanks, &byte, 1) != 1)
		_exit(2);
	for (byte = 0; byte < SLIPS; byte++) {
		const unsigned char *hash = fixture->hashes[byte];
		struct ballot ballot =
		    fixture_ballot(fixture->meeting, evening->number[byte]);

		if (roll_look_up(store, hash) != STATUS_OK)
			continue;
		if (box_cast(store, hash, &ballot, &entropy) != STATUS_OK)
			_exit(3);
		if (write(thanks, &byte, 1) != 1)
			_exit(4);
	}
	store_free(store);
	_exit(0);
}

/* Whether there is a journal that must be rolled back: one that begins with
 * anything but zero ("Database File Format", 3). */
static bool half_cast(const struct fixture *fixture)
{
	char journal[200];
	unsigned char *bytes;
	size_t size;
	bool half;

	snprintf(journal, sizeof(journal), "%s-journal", fixture->path);
	if (!file_exists(journal))
		return false;
	bytes = file_read(journal, &size);
	half = size > 0 && bytes[0] != 0;
	free(bytes);
	return half;
}

/* Lets a caster run for a while and kills it. Returns whether it left half a
 * cast. */
static bool kill_once(struct evening *evening)
{
	struct fixture *fixture = &evening->fixture;
	unsigned char byte;
	int pipe[2], how;
	pid_t caster;

	assert_int_equal(pipe2(pipe, O_CLOEXEC), 0);
	caster = start_caster(evening, pipe[1]);
	close(pipe[1]);
	assert_int_equal(read(pipe[0], &byte, 1), 1);
	assert_int_equal(byte, SLIPS);
	usleep(fixture->random.below(&fixture->seed, 16000));
	assert_int_equal(kill(caster, SIGKILL), 0);
	assert_int_equal(waitpid(caster, &how, 0), caster);
	if (WIFEXITED(how))
		assert_int_equal(WEXITSTATUS(how), 0);
	while (read(pipe[0], &byte, 1) == 1)
		evening->thanked[byte] = true;
	close(pipe[0]);
	return half_cast(fixture);
}

/* Opens the file, which checks it whole; returns how many slips are unused. */
static int check(struct evening *evening)
{
	struct fixture *fixture = &evening->fixture;
	int unused;

	fixture_enter(fixture);
	unused = fixture_sound(fixture);
	for (int i = 0; i < SLIPS; i++)
		if (evening->thanked[i])
			assert_status(
			    roll_look_up(fixture->store, fixture->hashes[i]),
			    STATUS_SLIP_USED);
	fixture_leave(fixture);
	return unused;
}

struct ballots {
	const struct evening *evening;
	int count[SLIPS];
};

static enum status see(void *context, const unsigned char slot[BOX_SLOT_BYTES],
		       const struct ballot *ballot)
{
	struct ballots *ballots = context;

	(void)slot;
	for (int i = 0; i < SLIPS; i++) {
		struct ballot cast =
		    fixture_ballot(ballots->evening->fixture.meeting,
				   ballots->evening->number[i]);

		if (memcmp(&cast, ballot, sizeof(cast)) == 0) {
			ballots->count[i]++;
			return STATUS_OK;
		}
	}
	fail_msg("a ballot that nobody cast");
	return STATUS_OK;
}

/* The ballots are those of the used slips, one each, and no thanked one is
 * missing. */
static void evening_end(struct evening *evening)
{
	struct fixture *fixture = &evening->fixture;
	struct ballots ballots = {evening, {0}};

	fixture_enter(fixture);
	fixture_advance(fixture, PHASE_CLOSED);
	assert_ok(box_each(fixture->store, see, &ballots));
	for (int i = 0; i < SLIPS; i++) {
		bool used = roll_look_up(fixture->store, fixture->hashes[i]) ==
			    STATUS_SLIP_USED;

		assert_int_equal(ballots.count[i], used ? 1 : 0);
		if (evening->thanked[i])
			assert_int_equal(ballots.count[i], 1);
	}
	fixture_end(fixture);
}

static void three_hundred_kills_lose_no_thanked_vote_and_add_none(void **state)
{
	struct evening evening;
	int in_cast = 0, thanks = 0;

	(void)state;
	evening_begin(&evening);
	for (int kills = 0; kills < KILLS; kills++) {
		in_cast += kill_once(&evening);
		if (check(&evening) > 0)
			continue;
		evening_end(&evening);
		thanks += SLIPS;
		evening_begin(&evening);
	}
	for (int i = 0; i < SLIPS; i++)
		thanks += evening.thanked[i];
	evening_end(&evening);
	print_message("# %d kills, %d of them in a cast; %d votes\n", KILLS,
		      in_cast, thanks);
	assert_true(in_cast >= IN_CAST);
}

/* The secret's bytes, as a program would hold them. */
static void token_bytes(const struct slip *slip,
			unsigned char ret_bytes[TOKEN_BYTES])
{
	unsigned bits = 0, held = 0;
	int count = 0;

	for (int i = SLIP_CODE_SYMBOLS;
	     i < SLIP_CODE_SYMBOLS + SLIP_RANDOM_SYMBOLS; i++) {
		bits =
		    bits << 5 | (unsigned)slip_symbol_value(slip->symbols[i]);
		for (held += 5; held >= 8; held -= 8)
			ret_bytes[count++] =
			    (unsigned char)(bits >> (held - 8));
	}
	assert_int_equal(count, TOKEN_BYTES);
}

static void assert_no_token(const struct fixture *fixture)
{
	for (int i = 0; i < fixture->slip_count; i++) {
		const struct slip *slip = &fixture->slips[i];
		unsigned char bytes[TOKEN_BYTES];
		char spoken[SLIP_SPOKEN];

		token_bytes(slip, bytes);
		slip_spoken(slip, spoken);
		/* Half of it would be enough to try out the rest. */
		assert_int_equal(
		    folder_count(fixture->folder, slip->symbols + 2, 8), 0);
		assert_int_equal(
		    folder_count(fixture->folder, slip->symbols + 10, 8), 0);
		assert_int_equal(folder_count(fixture->folder, spoken + 3, 8),
				 0);
		assert_int_equal(folder_count(fixture->folder, bytes, 5), 0);
		assert_int_equal(folder_count(fixture->folder, bytes + 5, 5),
				 0);
	}
}

/* Nothing but the file and, while a program has it open, a journal of zeros. */
static void assert_journal_clear(const struct fixture *fixture)
{
	char journal[200];
	unsigned char *bytes;
	size_t size;

	snprintf(journal, sizeof(journal), "%s-journal", fixture->path);
	if (!file_exists(journal) || !fixture->store) {
		assert_int_equal(folder_files(fixture->folder), 1);
		return;
	}
	assert_int_equal(folder_files(fixture->folder), 2);
	bytes = file_read(journal, &size);
	for (size_t i = 0; i < size; i++)
		assert_int_equal(bytes[i], 0);
	free(bytes);
}

/* Each ballot stands in the folder as often as in filled slots, and each slot
 * and slip once where it belongs: nothing is left in free room. */
static void assert_nothing_left_over(const struct evening *evening)
{
	const struct fixture *fixture = &evening->fixture;

	assert_int_equal(folder_count(fixture->folder, "SQLite format 3", 15),
			 1);
	for (int i = 0; i < SLIPS; i++) {
		unsigned char slot[BOX_SLOT_BYTES];
		char text[BALLOT_TEXT + 1], sql[BALLOT_TEXT + 80];
		struct ballot ballot =
		    fixture_ballot(fixture->meeting, evening->number[i]);

		ballot_encode(fixture->meeting, &ballot, text);
		snprintf(sql, sizeof(sql),
			 "SELECT count(*) FROM box WHERE ballot = '%s'", text);
		assert_int_equal(
		    folder_count(fixture->folder, text, strlen(text)),
		    fixture_number(fixture->path, sql));
		snprintf(sql, sizeof(sql),
			 "SELECT slot FROM box ORDER BY slot LIMIT 1 OFFSET %d",
			 i);
		fixture_blob(fixture->path, sql, slot, sizeof(slot));
		assert_int_equal(
		    folder_count(fixture->folder, slot, sizeof(slot)), 1);
		/* In the roll, and in its index of serials. */
		assert_int_equal(folder_count(fixture->folder,
					      fixture->hashes[i],
					      SLIP_HASH_BYTES),
				 2);
	}
}

/* What else is written while people vote. */
static void show(struct fixture *fixture, int number)
{
	const struct cue cue = {.kind = CUE_NEXT};
	struct snapshot snapshot = {.ballots = 1 + number};

	if (number % 2)
		assert_ok(cue_give(fixture->store, &cue));
	else
		assert_ok(live_publish(fixture->store, &snapshot));
}

static void the_folder_holds_no_token_and_each_ballot_once(void **state)
{
	struct evening evening;
	struct fixture *fixture = &evening.fixture;

	(void)state;
	evening_begin(&evening);
	fixture_enter(fixture);
	for (int i = 0; i < SLIPS / 2; i++) {
		assert_ok(fixture_cast(fixture, i, evening.number[i]));
		assert_no_token(fixture);
		assert_journal_clear(fixture);
		show(fixture, i);
		assert_journal_clear(fixture);
	}
	assert_nothing_left_over(&evening);
	fixture_leave(fixture);
	assert_journal_clear(fixture);
	evening_end(&evening);
}

/* Kills until the slips are at an end; adds to *HALVES those in a cast. */
static void kill_and_clear_up(struct evening *evening, int *halves)
{
	struct fixture *fixture = &evening->fixture;

	while (*halves < 5 && check(evening) > 1) {
		bool half = kill_once(evening);

		assert_no_token(fixture);
		fixture_enter(fixture);
		assert_journal_clear(fixture);
		*halves += half;
		for (int i = SLIPS - 1; i >= 0; i--)
			if (roll_look_up(fixture->store, fixture->hashes[i]) ==
			    STATUS_OK) {
				assert_ok(fixture_cast(fixture, i,
						       evening->number[i]));
				break;
			}
		assert_journal_clear(fixture);
		assert_nothing_left_over(evening);
		fixture_leave(fixture);
	}
}

/* About one kill in four falls into a cast, so an evening may have none. */
static void a_kill_leaves_no_token_and_the_next_cast_clears_up(void **state)
{
	enum { EVENINGS = 40 };
	int halves = 0;

	(void)state;
	for (int i = 0; i < EVENINGS && halves < 5; i++) {
		struct evening evening;

		evening_begin(&evening);
		kill_and_clear_up(&evening, &halves);
		evening_end(&evening);
	}
	assert_true(halves > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		three_hundred_kills_lose_no_thanked_vote_and_add_none),
	    cmocka_unit_test(the_folder_holds_no_token_and_each_ballot_once),
	    cmocka_unit_test(
		a_kill_leaves_no_token_and_the_next_cast_clears_up),
	};

	return cmocka_run_group_tests_name("crash", tests, NULL, NULL);
}
