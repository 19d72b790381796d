/* Whatever is touched, typed and scanned, in whatever order, in meetings of
 * every ballot type: no invalid ballot, no cast without a cast button. */
#include "tests/lib/cmocka_all.h"

#include "core/random.h"
#include "core/session.h"
#include "tests/lib/any_pot.h"
#include "tests/lib/bolbro.h"

enum {
	MEETINGS = 200,
	TOUCHES = 5000, /* a meeting: a million in all */
	VALUES = 14,	/* indexes, scores, pages; some that are none */
	PAGE_MOST = 6,
	ROWS_MOST = 7,
};

struct monkey {
	struct meeting *meeting;
	struct session session;
	uint64_t now_ms, seed;
	struct random random;
	int casts[BALLOT_TYPE_COUNT]; /* ballots not blank in a pot of it */
	int refused; /* casts that the session did not let through */
};

static int below(struct monkey *monkey, int count)
{
	return (int)monkey->random.below(monkey->random.context,
					 (uint32_t)count);
}

static void cast_done(struct monkey *monkey)
{
	static const enum status outcomes[] = {STATUS_OK, STATUS_STORE,
					       STATUS_SLIP_USED};
	const struct ballot *ballot = &monkey->session.ballot;

	assert_int_equal(ballot_check(monkey->meeting, ballot), STATUS_OK);
	for (int i = 0; i < monkey->meeting->pot_count; i++) {
		enum ballot_type type = monkey->meeting->pots[i].ballot_type;

		monkey->casts[type] +=
		    ballot_chosen(monkey->meeting, ballot, i) > 0;
	}
	session_cast_done(&monkey->session, outcomes[below(monkey, 3)],
			  monkey->now_ms);
}

static void scan(struct monkey *monkey)
{
	unsigned char hash[SLIP_HASH_BYTES] = {0};

	hash[0] = (unsigned char)below(monkey, 256);
	session_scanned(&monkey->session, monkey->meeting,
			below(monkey, 8) == 0 ? STATUS_SLIP_USED : STATUS_OK,
			hash, below(monkey, 3) - 1, &monkey->random,
			monkey->now_ms);
}

/* Anything, but what leads on more often: or it would seldom get far. */
static enum intent_kind draw_kind(struct monkey *monkey)
{
	static const enum intent_kind on[] = {
	    INTENT_NEXT,  INTENT_NEXT, INTENT_TOGGLE, INTENT_GIVE,
	    INTENT_SCORE, INTENT_CAST, INTENT_DISMISS};
	enum { ON = sizeof(on) / sizeof(on[0]) };
	enum intent_kind kind = (enum intent_kind)below(monkey, INTENT_COUNT);

	if (below(monkey, 2) == 0 ||
	    ((kind == INTENT_STOP || kind == INTENT_STOP_YES) &&
	     below(monkey, 10) != 0))
		return on[below(monkey, ON)];
	return kind;
}

static void touch(struct monkey *monkey)
{
	struct intent intent = {draw_kind(monkey), below(monkey, VALUES) - 2};

	monkey->now_ms += (uint64_t)below(monkey, 2000);
	if (session_apply(&monkey->session, monkey->meeting, intent,
			  1 + below(monkey, PAGE_MOST),
			  1 + below(monkey, ROWS_MOST),
			  monkey->now_ms) == EFFECT_CAST) {
		assert_true(intent.kind == INTENT_CAST ||
			    intent.kind == INTENT_CAST_BLANK);
		cast_done(monkey);
	} else if (intent.kind == INTENT_CAST) {
		monkey->refused++;
	}
	any_pot_assert_within(monkey->meeting, &monkey->session.ballot);
}

static void a_million_touches_never_make_an_invalid_ballot(void **state)
{
	struct monkey monkey = {.now_ms = 1000, .seed = 4711};

	(void)state;
	monkey.random = bolbro_random(&monkey.seed);
	for (int i = 0; i < MEETINGS; i++) {
		monkey.meeting = bolbro_new();
		assert_non_null(monkey.meeting);
		any_pot_draw(monkey.meeting, 0, &monkey.random);
		any_pot_draw(monkey.meeting, 1, &monkey.random);
		session_reset(&monkey.session, monkey.now_ms);
		for (int k = 0; k < TOUCHES; k++) {
			if (below(&monkey, 10) == 0)
				scan(&monkey);
			if (below(&monkey, 400) == 0)
				monkey.now_ms += 130000;
			session_tick(&monkey.session, monkey.now_ms);
			touch(&monkey);
		}
		meeting_free(monkey.meeting);
	}
	for (int type = 0; type < BALLOT_TYPE_COUNT; type++) {
		print_message("%d ballots by %s\n", monkey.casts[type],
			      ballot_type_name((enum ballot_type)type));
		assert_true(monkey.casts[type] > 100);
	}
	assert_true(monkey.refused > 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_million_touches_never_make_an_invalid_ballot),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
