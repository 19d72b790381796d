#include "tests/lib/core_booth.h"

#include "core/random.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"

enum { PAGE = 6, ROWS = 7, TOUCHES_MOST = 500 };

int booth_set_up(void **state)
{
	struct booth *booth = calloc(1, sizeof(*booth));

	if (!booth || !(booth->meeting = bolbro_new()))
		return -1;
	booth->now_ms = 1000;
	booth->seed = 11;
	booth->page = PAGE;
	booth->rows = ROWS;
	session_reset(&booth->session, booth->now_ms);
	*state = booth;
	return 0;
}

int booth_tear_down(void **state)
{
	struct booth *booth = *state;

	meeting_free(booth->meeting);
	free(booth);
	return 0;
}

void booth_scan(struct booth *booth, enum status looked_up, int slip,
		int language)
{
	unsigned char hash[SLIP_HASH_BYTES];
	struct random random = bolbro_random(&booth->seed);

	memset(hash, slip, sizeof(hash));
	booth->now_ms += 1000;
	session_scanned(&booth->session, booth->meeting, looked_up, hash,
			language, &random, booth->now_ms);
}

enum effect booth_touch(struct booth *booth, enum intent_kind kind, int value)
{
	booth->now_ms += SESSION_GUARD_MS;
	return session_apply(&booth->session, booth->meeting,
			     (struct intent){kind, value}, booth->page,
			     booth->rows, booth->now_ms);
}

bool booth_wait(struct booth *booth, unsigned ms)
{
	booth->now_ms += ms;
	return session_tick(&booth->session, booth->now_ms);
}

void booth_to_choose(struct booth *booth)
{
	booth_scan(booth, STATUS_OK, 0xab, -1);
	booth_touch(booth, INTENT_LANGUAGE, 0);
	if (booth->session.screen == SCREEN_RULES)
		booth_touch(booth, INTENT_NEXT, 0);
	assert_int_equal(booth->session.screen, SCREEN_CHOOSE);
}

void booth_to_review(struct booth *booth)
{
	for (int i = 0; i < TOUCHES_MOST; i++) {
		if (booth->session.screen == SCREEN_REVIEW)
			return;
		booth_touch(booth, INTENT_NEXT, 0);
	}
	fail_msg("the review is not reached from %s",
		 screen_name(booth->session.screen));
}

void booth_assert_wiped(const struct session *session)
{
	static const struct session nothing;

	assert_false(session->has_slip);
#define ASSERT_NOTHING(field)                                                  \
	assert_memory_equal(&session->field, &nothing.field,                   \
			    sizeof(nothing.field))
	ASSERT_NOTHING(slip_hash);
	ASSERT_NOTHING(ballot);
	ASSERT_NOTHING(order);
	ASSERT_NOTHING(at);
	ASSERT_NOTHING(seen);
	ASSERT_NOTHING(scored);
	ASSERT_NOTHING(explained);
	ASSERT_NOTHING(express);
	ASSERT_NOTHING(digits);
	ASSERT_NOTHING(digit_count);
	ASSERT_NOTHING(code);
	ASSERT_NOTHING(code_length);
	ASSERT_NOTHING(detail);
	ASSERT_NOTHING(detail_page);
	ASSERT_NOTHING(review_at);
	ASSERT_NOTHING(review_seen);
	ASSERT_NOTHING(pot);
	ASSERT_NOTHING(banner_pot);
	ASSERT_NOTHING(banner_proposal);
#undef ASSERT_NOTHING
}
