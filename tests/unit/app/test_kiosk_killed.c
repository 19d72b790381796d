/* The real kiosk is killed at random moments while residents cast, and started
 * again: every vote that was thanked is there, and no slip is spent without its
 * vote. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/kiosk.h"
#include "app/kiosk_options.h"
#include "app/kiosk_parts.h"
#include "store/box.h"
#include "store/roll.h"
#include "tests/lib/app_resident.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/fast_time.h"
#include "tests/lib/store_fixture.h"

enum {
	KILLS = 12,
	KILLS_LONG = 1000,
	CASTS = 3,	   /* a kiosk lives for at most so many, */
	MOMENT_US = 30000, /* and is killed so long after the last's touch */
};

/* What the kiosk's process tells the test. */
struct told {
	int slip;
	bool thanked; /* else it is about to be cast */
};

struct evening {
	struct fixture fixture;
	bool thanked[FIXTURE_SLIPS];
	/* In the kiosk's process. */
	struct kiosk *kiosk;
	struct resident resident;
	int slip, pipe;
};

static void tell(const struct evening *evening, bool thanked)
{
	struct told told = {evening->slip, thanked};

	if (write(evening->pipe, &told, sizeof(told)) != (ssize_t)sizeof(told))
		_exit(2);
}

static void next_slip(struct evening *evening, int from)
{
	struct fixture *fixture = &evening->fixture;
	int slip = from;

	while (slip < fixture->slip_count &&
	       roll_look_up(evening->kiosk->store, fixture->hashes[slip]) !=
		   STATUS_OK)
		slip++;
	evening->slip = slip;
	evening->resident = (struct resident){.next_ms = 0};
	evening->kiosk->ended = slip == fixture->slip_count;
}

static void vote_on(void *context)
{
	struct evening *evening = context;
	enum resident_step step = resident_act(
	    &evening->resident, evening->kiosk,
	    &evening->fixture.slips[evening->slip], fast_time_ms());

	if (step == RESIDENT_CASTS)
		tell(evening, false);
	if (step != RESIDENT_DONE)
		return;
	if (evening->kiosk->booth.session.screen != SCREEN_THANKS)
		_exit(3);
	tell(evening, true);
	next_slip(evening, evening->slip + 1);
}

/* The kiosk, until it is killed or all have voted. */
static void live(struct evening *evening)
{
	struct kiosk_options options = {.file = evening->fixture.path,
					.window = {640, 480, 0, 0, false},
					.camera = "off",
					.serial = "off"};
	const char *about;

	(void)!freopen("/dev/null", "w", stderr);
	if (kiosk_open(&options, &evening->kiosk, &about) != STATUS_OK)
		_exit(4);
	next_slip(evening, 0);
	fast_time_begin(vote_on, evening);
	kiosk_run(evening->kiosk);
	_exit(0);
}

/* One life of a kiosk. */
static void live_and_kill(struct evening *evening)
{
	struct random *random = &evening->fixture.random;
	int casts = 1 + (int)random->below(random->context, CASTS), pair[2],
	    how;
	struct told told;
	pid_t child;

	assert_int_equal(pipe2(pair, O_CLOEXEC), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		evening->pipe = pair[1];
		live(evening);
	}
	close(pair[1]);
	while (read(pair[0], &told, sizeof(told)) == (ssize_t)sizeof(told)) {
		evening->thanked[told.slip] |= told.thanked;
		if (told.thanked || --casts > 0)
			continue;
		usleep(random->below(random->context, MOMENT_US));
		kill(child, SIGKILL);
	}
	close(pair[0]);
	assert_int_equal(waitpid(child, &how, 0), child);
	if (WIFEXITED(how))
		assert_int_equal(WEXITSTATUS(how), 0);
}

/* Opens the file, which checks it whole, and looks for those that were thanked;
 * returns how many can vote still. */
static int check(struct evening *evening)
{
	struct fixture *fixture = &evening->fixture;
	int unused, filled, slots;

	fixture_enter(fixture);
	unused = fixture_sound(fixture);
	assert_ok(box_filled(fixture->store, &filled, &slots));
	assert_int_equal(filled, fixture->slip_count - unused);
	for (int i = 0; i < fixture->slip_count; i++)
		if (evening->thanked[i])
			assert_status(
			    roll_look_up(fixture->store, fixture->hashes[i]),
			    STATUS_SLIP_USED);
	fixture_leave(fixture);
	return unused;
}

static void begin(struct evening *evening)
{
	memset(evening, 0, sizeof(*evening));
	fixture_begin_batches(&evening->fixture, FIXTURE_SLIPS, false);
	fixture_advance(&evening->fixture, PHASE_OPEN);
	fixture_leave(&evening->fixture);
}

/* Adds up the evening's votes, thanked or not. */
static void end(struct evening *evening, int *thanks, int *votes)
{
	for (int i = 0; i < FIXTURE_SLIPS; i++)
		*thanks += evening->thanked[i];
	*votes += FIXTURE_SLIPS - check(evening);
	fixture_end(&evening->fixture);
}

static void a_killed_kiosk_loses_no_vote_and_spends_no_slip(void **state)
{
	int kills = getenv("STEMMEBOKS_TORTURE") ? KILLS_LONG : KILLS;
	int thanks = 0, votes = 0;
	struct evening evening;

	(void)state;
	setenv("SDL_VIDEODRIVER", "dummy", 1);
	setenv("SDL_AUDIODRIVER", "none", 1);
	begin(&evening);
	for (int i = 0; i < kills; i++) {
		live_and_kill(&evening);
		if (check(&evening) > CASTS)
			continue;
		end(&evening, &thanks, &votes);
		begin(&evening);
	}
	end(&evening, &thanks, &votes);
	print_message("%d kiosks killed; %d votes, %d of them thanked\n", kills,
		      votes, thanks);
	assert_true(thanks > 0 && votes >= thanks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_killed_kiosk_loses_no_vote_and_spends_no_slip),
	};

	return cmocka_run_group_tests_name("kiosk killed", tests, NULL, NULL);
}
