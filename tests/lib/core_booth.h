/* core_booth.h - a session with its meeting and clock, touched at human pace.
 */
#ifndef STEMMEBOKS_TESTS_CORE_BOOTH_H
#define STEMMEBOKS_TESTS_CORE_BOOTH_H

#include "core/session.h"

struct booth {
	struct meeting *meeting; /* bolbro_new(): pots of three and of seven */
	struct session session;
	uint64_t now_ms, seed;
	int page, rows; /* cards and rows that a page holds: 6 and 7 */
};

/* For cmocka. */
int booth_set_up(void **state);
int booth_tear_down(void **state);

/* A second later slip SLIP is read, the roll saying LOOKED_UP. LANGUAGE: what
 * it asks for, or -1. */
void booth_scan(struct booth *booth, enum status looked_up, int slip,
		int language);

/* A touch when the guard after a change is just over. */
enum effect booth_touch(struct booth *booth, enum intent_kind kind, int value);

/* MS later the clock is looked at. */
bool booth_wait(struct booth *booth, unsigned ms);

/* A scan; the cards of the first pot, in Danish. */
void booth_to_choose(struct booth *booth);

/* From anywhere in a vote to the review, by "Next" alone. */
void booth_to_review(struct booth *booth);

/* No byte is left of the slip, the choices and the way to them. */
void booth_assert_wiped(const struct session *session);

#endif
