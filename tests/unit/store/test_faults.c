/* A disk that fails at every single step of an act: what is told is true. */
#include "store/audit.h"
#include "store/hand.h"
#include "store/live.h"
#include "store/roll.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fault.h"
#include "tests/lib/store_fixture.h"

/* An act on a file, and whether it stands in the file afterwards. */
struct act_case {
	const char *name;
	enum phase phase;
	enum status (*act)(struct fixture *fixture);
	const char *done; /* SQL: 1 when it does */
};

static enum status cast(struct fixture *fixture)
{
	return fixture_cast(fixture, 1, 9);
}

static enum status add_slips(struct fixture *fixture)
{
	struct slip slips[40];
	int first;

	return roll_add(fixture->store, 40, "child", &fixture->random,
			FIXTURE_AT, slips, &first);
}

static enum status discard(struct fixture *fixture)
{
	return roll_void(fixture->store, fixture->hashes[2], FIXTURE_AT);
}

static enum status close_vote(struct fixture *fixture)
{
	return audit_act(fixture->store, ACT_CLOSED, "", FIXTURE_AT);
}

static enum status decide(struct fixture *fixture)
{
	struct decision decision = {
	    .count = 2, .proposal = {1, 0}, .reason = ""};

	return decision_add(fixture->store, &decision, FIXTURE_AT);
}

static enum status count_by_hand(struct fixture *fixture)
{
	char reason[] = "Seddel fundet";
	struct hand_count count = {
	    .ballots = 1, .stands = true, .reason = reason, .votes = {1}};

	return hand_add(fixture->store, &count, FIXTURE_AT);
}

static enum status show_votes(struct fixture *fixture)
{
	static const struct snapshot batch = {.ballots = 5, .support = {5}};

	return live_publish(fixture->store, &batch);
}

static const struct act_case cases[] = {
    {"cast", PHASE_OPEN, cast,
     "SELECT count(*) = 1 FROM roll, box"
     " WHERE serial = 2 AND state = 4 AND used = 3"},
    {"slips", PHASE_PAUSED, add_slips, "SELECT count(*) = 44 FROM box"},
    {"void", PHASE_OPEN, discard,
     "SELECT state = 5 FROM roll WHERE serial = 3"},
    {"live", PHASE_OPEN, show_votes, "SELECT ballots = '000000005' FROM live"},
    {"close", PHASE_OPEN, close_vote,
     "SELECT phase = 'closed   ' FROM meeting"},
    {"decide", PHASE_CLOSED, decide, "SELECT count(*) = 2 FROM decision_place"},
    {"hand count", PHASE_CLOSED, count_by_hand,
     "SELECT count(*) = 10 FROM hand_votes"},
};

struct tried {
	int ok, refused, uncertain;
};

/* The act with the failure at step COUNTDOWN; false when it was over before. */
static bool try_once(struct fixture *fixture, struct fault *fault,
		     const struct act_case *act, int countdown,
		     struct tried *tried)
{
	enum status status;
	bool done;
	int failed;

	fixture_enter(fixture);
	fault_arm(fault, fault->kind, fault->forever, countdown);
	status = act->act(fixture);
	failed = fault_disarm(fault);
	fixture_leave(fixture);
	/* Checks everything, after rolling back what was left behind. */
	fixture_enter(fixture);
	fixture_leave(fixture);
	done = fixture_number(fixture->path, act->done);
	if (status == STATUS_OK)
		assert_true(done);
	else if (status != STATUS_UNCERTAIN)
		assert_false(done);
	tried->ok += status == STATUS_OK;
	tried->uncertain += status == STATUS_UNCERTAIN;
	if (status != STATUS_OK && status != STATUS_UNCERTAIN) {
		assert_status(status, STATUS_STORE);
		tried->refused++;
	}
	return failed > 0;
}

static struct tried try_all(const struct act_case *act, enum fault_kind kind,
			    bool forever)
{
	struct tried tried = {0};
	struct fixture fixture;
	struct fault fault;
	size_t size;
	unsigned char *bytes;

	fixture_begin_batches(&fixture, 4, false);
	fixture_advance(&fixture, act->phase);
	fixture_leave(&fixture);
	bytes = file_read(fixture.path, &size);
	fault_install(&fault);
	fault.kind = kind;
	fault.forever = forever;
	/* What comes after the commit is tried in larger steps. */
	for (int i = 1; try_once(&fixture, &fault, act, i, &tried);
	     i += tried.ok ? 9 : 1)
		file_write(fixture.path, bytes, size);
	fault_remove(&fault);
	free(bytes);
	fixture_end(&fixture);
	return tried;
}

static void whatever_step_fails_what_is_told_is_true(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		for (int how = 0; how < 2 * FAULT_KINDS; how++) {
			struct tried tried = try_all(
			    &cases[i], (enum fault_kind)(how / 2), how % 2);

			print_message("# %s, kind %d%s: %d done, %d not, "
				      "%d uncertain\n",
				      cases[i].name, how / 2,
				      how % 2 ? " and on" : "", tried.ok,
				      tried.refused, tried.uncertain);
			assert_true(tried.refused > 3);
			assert_true(tried.ok > 0);
			/* A disk that works again can be asked. */
			assert_true(how % 2 || tried.uncertain <= 2);
			/* The journal is gone, but the disk may not know. */
			assert_true(tried.uncertain > 0 ||
				    (how / 2 != FAULT_AFTER && how % 2 == 0));
		}
}

static void a_file_that_fails_while_made_is_not_left_behind(void **state)
{
	struct fixture fixture;
	struct fault fault;
	char path[200], journal[220];
	int refused = 0;

	(void)state;
	fixture_begin(&fixture, 0, false);
	snprintf(path, sizeof(path), "%s/new.meeting", fixture.folder);
	snprintf(journal, sizeof(journal), "%s-journal", path);
	fault_install(&fault);
	for (int i = 1;; i++) {
		enum status status;

		fault_arm(&fault, (enum fault_kind)(i % FAULT_KINDS), i % 2, i);
		status = store_create(path, fixture.meeting, FIXTURE_AT);
		(void)fault_disarm(&fault);
		assert_int_equal(file_exists(path), status == STATUS_OK);
		if (status == STATUS_OK)
			break;
		assert_status(status, STATUS_STORE);
		assert_false(file_exists(journal));
		refused++;
	}
	assert_true(refused > 20);
	fault_remove(&fault);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(whatever_step_fails_what_is_told_is_true),
	    cmocka_unit_test(a_file_that_fails_while_made_is_not_left_behind),
	};

	return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
