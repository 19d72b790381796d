/* session_move.h - how a session moves between screens; only for session*.c. */
#ifndef STEMMEBOKS_SESSION_MOVE_H
#define STEMMEBOKS_SESSION_MOVE_H

#include "core/session.h"

/* What is under the finger has changed at NOW_MS: the guard starts anew. */
void session_changed(struct session *session, uint64_t now_ms);

/* To SCREEN, which the table must allow; overlay and banner are gone. */
void session_go(struct session *session, enum screen screen, uint64_t now_ms);

/* To the cards of POT, page PAGE, which now counts as seen. */
void session_go_page(struct session *session, int pot, int page,
		     uint64_t now_ms);

/* To the message page that tells MESSAGE. */
void session_go_message(struct session *session, enum status message,
			uint64_t now_ms);

/* Puts OVERLAY over the screen, or takes it away with OVERLAY_NONE. */
void session_overlay(struct session *session, enum overlay overlay,
		     uint64_t now_ms);

/* Shows BANNER about POT for SESSION_BANNER_MS. */
void session_show(struct session *session, enum banner banner, int pot,
		  uint64_t now_ms);

/* Overwrites all that is the resident's own; the language stays for the message
 * or the thanks that follow. */
void session_wipe(struct session *session);

#endif
