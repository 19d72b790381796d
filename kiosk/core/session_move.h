/* session_move.h - what the parts of the session share; only for session*.c. */
#ifndef STEMMEBOKS_SESSION_MOVE_H
#define STEMMEBOKS_SESSION_MOVE_H

#include "core/session.h"

/* One touch, with all that its handler needs. */
struct touch {
	struct session *session;
	const struct meeting *meeting;
	struct intent intent;
	int page_size;
	int review_size;
	uint64_t now_ms;
};

/* What is under the finger has changed at NOW_MS: the guard starts anew. */
void session_changed(struct session *session, uint64_t now_ms);

/* To SCREEN, which the table must allow; overlay and banner are gone. */
void session_go(struct session *session, enum screen screen, uint64_t now_ms);

/* To the cards of POT, the page that has its AT-th. */
void session_go_cards(struct session *session, int pot, int at,
		      uint64_t now_ms);

/* To POT as this resident votes on it: first what it asks for, if that has to
 * be learnt; then its cards, or its numbers. */
void session_enter(struct session *session, const struct meeting *meeting,
		   int pot, uint64_t now_ms);

/* To the message page that tells MESSAGE. */
void session_go_message(struct session *session, enum status message,
			uint64_t now_ms);

/* Puts OVERLAY over the screen, or takes it away with OVERLAY_NONE. */
void session_overlay(struct session *session, enum overlay overlay,
		     uint64_t now_ms);

/* Shows BANNER about POT for SESSION_BANNER_MS. */
void session_show(struct session *session, enum banner banner, int pot,
		  uint64_t now_ms);

/* Overwrites all that is the resident's own; language and settings stay for the
 * message or the thanks that follow. */
void session_wipe(struct session *session);

/* What is on the screen now has been seen. */
void session_note_seen(const struct touch *touch);

/* Intents that change the ballot: toggle, give, take, score, raise, lower.
 * Returns whether it was one. */
bool session_mark(const struct touch *touch);

/* Intents about letters, colours and reading, in their overlays and before.
 * Returns whether it was one; then *ret_effect is set. */
bool session_set(const struct touch *touch, enum effect *ret_effect);

/* What a touch does on each of these screens. */
enum effect session_on_rules(const struct touch *touch);
enum effect session_on_choose(const struct touch *touch);
enum effect session_on_numbers(const struct touch *touch);
enum effect session_on_detail(const struct touch *touch);
enum effect session_on_review(const struct touch *touch);

/* To the languages, from where the choice comes back. */
void session_open_languages(const struct touch *touch);

/* To POT where something is missing: the first card without a score, else its
 * first page, or its numbers; a banner says how much. */
void session_to_missing(const struct touch *touch, int pot);

/* So many rows of the review were taken away: those behind them have moved up,
 * and what was seen of them stays seen; after the last row of the last page,
 * the page before shows. */
void session_review_removed(const struct touch *touch, int rows);

#endif
