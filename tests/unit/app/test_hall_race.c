/* The hall reads while another program writes: no picture is of two moments. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "counting/counting.h"
#include "store/audit.h"
#include "store/hand.h"
#include "tests/lib/app_hall.h"
#include "tests/lib/cmocka_all.h"

enum { VOTERS = 12, POLLS = 3000, PATIENCE_S = 60 };

/* Two proposals that cost their whole pot have every vote, or one has. */
static enum status urn(struct store *store, bool level)
{
	char reason[] = "Seddel fundet";
	struct hand_count count = {.ballots = VOTERS,
				   .stands = true,
				   .reason = reason,
				   .votes = {VOTERS, level ? VOTERS : 1}};

	return hand_add(store, &count, FIXTURE_AT);
}

/* Over and over: a tie that takes the count back, then none, then the count. */
static void keep_changing(const char *path)
{
	struct store *store = NULL;
	enum status status = store_open(path, STORE_WRITE, &store);

	while (status == STATUS_OK || status == STATUS_STORE_BUSY) {
		struct counting *counting = NULL;

		status = urn(store, true);
		if (status == STATUS_OK)
			status = urn(store, false);
		if (status == STATUS_OK)
			status = counting_new(store, &counting);
		if (status == STATUS_OK)
			status = counting_finish(store, counting, FIXTURE_AT);
		counting_free(counting);
	}
	_exit(1);
}

static void a_picture_is_of_one_moment(void **state)
{
	struct evening *evening = *state;
	int counted = 0, closed = 0, how;
	pid_t child;

	fixture_advance(&evening->fixture, PHASE_OPEN);
	evening_vote(evening, VOTERS);
	fixture_advance(&evening->fixture, PHASE_CLOSED);
	fixture_leave(&evening->fixture);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		alarm(PATIENCE_S);
		keep_changing(evening->fixture.path);
	}
	for (int i = 0; i < POLLS; i++) {
		const struct hall_view *view = &evening->view;

		evening_poll(evening);
		counted += view->result != NULL;
		closed += view->phase == PHASE_CLOSED;
		if (view->trouble == STATUS_DISAGREES ||
		    (view->phase >= PHASE_COUNTED && !view->result))
			fail_msg("poll %d: counted, with a tie", i);
	}
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &how, 0), child);
	assert_true(WIFSIGNALED(how) && WTERMSIG(how) == SIGKILL);
	fixture_enter(&evening->fixture);
	assert_true(counted > 0);
	assert_true(closed > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(a_picture_is_of_one_moment,
					    evening_begin, evening_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
