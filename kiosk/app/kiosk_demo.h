/* kiosk_demo.h - trying the kiosk out: slips from a list, and telling what can
 * be touched.
 *
 * A demo is never a real vote: DEMO stands on every screen, and whoever has the
 * list of codes could use all slips anyway. Announcing is safe for that reason
 * alone, and is refused without a list: what it tells - which card is on the
 * screen, whether its button says "Chosen" - would say how somebody votes.
 */
#ifndef STEMMEBOKS_KIOSK_DEMO_H
#define STEMMEBOKS_KIOSK_DEMO_H

#include <stdio.h>

#include "core/session.h"

struct demo;
struct store;
struct panel;
struct ui;

/* The slips in file CODES, a token a line; empty lines and lines that begin
 * with '#' do not count. ANNOUNCE: what is written to (borrowed, until
 * demo_free()), or NULL. STATUS_FILE_MISSING, STATUS_FILE_READ, STATUS_NO_SLIPS
 * (no slip of this meeting in it) or STATUS_MEMORY; *ret_demo is then
 * untouched. Free with demo_free(), which takes NULL. */
enum status demo_open(const char *codes, FILE *announce,
		      const struct meeting *meeting, struct demo **ret_demo);
void demo_free(struct demo *demo);

/* The hash of the next slip of the list that STORE says is unused.
 * STATUS_SLIP_USED when there is none, or what roll_look_up() said. */
enum status demo_next(struct demo *demo, struct store *store,
		      unsigned char ret_hash[SLIP_HASH_BYTES]);

/* Appends, if announcing, what the last frame of UI shows:
 *
 *	screen NAME overlay NAME frame N [says STATUS]
 *	target WIDGET INDEX X Y W H LABEL	(px of the window; for each)
 *	end
 *
 * NAMEs are screen_name()'s and none, idle, stop, blank, help; WIDGETs those of
 * voter/widget.def. While the organisers' PANEL is open, the screen is "panel-"
 * with its page, and the targets are its own. N counts the frames announced, 0
 * first. Screen "message" says which by its status_name(). */
void demo_announce(struct demo *demo, const struct ui *ui,
		   const struct session *session, const struct panel *panel);

#endif
