/* kiosk_wall.h - what the big screen shows, small on the panel at the kiosk.
 *
 * It reads the meeting's file as the hall does, through the same functions, so
 * it can show nothing that the room may not see; and it lets go of all it read
 * when the panel is closed. It follows the cues in the file; keys pressed at
 * the hall itself stand in no file.
 */
#ifndef STEMMEBOKS_KIOSK_WALL_H
#define STEMMEBOKS_KIOSK_WALL_H

#include "app/hall_wall.h"
#include "ui/rect.h"

struct ui;

enum { KIOSK_WALL_FRAME_MS = 200 }; /* bars may grow in few steps here */

/* Zeroed at first but for FILE. */
struct kiosk_wall {
	const char *file; /* the meeting's, by name */
	struct hall_wall hall;
};

/* Draws it into RECT of UI's frame, and opens the file for it when it is not
 * open. Returns as hall_wall_draw(), at least KIOSK_WALL_FRAME_MS. */
int kiosk_wall_draw(struct kiosk_wall *wall, struct ui *ui, struct rect rect,
		    uint64_t now_ms);

/* Follows the file if it is open. Whether there is something else to show. */
bool kiosk_wall_look(struct kiosk_wall *wall, uint64_t now_ms);

/* The panel is closed. */
void kiosk_wall_close(struct kiosk_wall *wall);

#endif
