/* camera.h - a camera as a scanner: slips held before it, and what it sees for
 * the screen.
 *
 * The camera has a thread of its own, so that a camera that stalls stalls
 * nothing else. It may be unplugged and plugged in again at any time: it is
 * tried every second until it is there. Pictures are wiped after use.
 */
#ifndef STEMMEBOKS_CAMERA_H
#define STEMMEBOKS_CAMERA_H

#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"
#include "scan/scan_line.h"

struct camera;
struct grey;

enum {
	CAMERA_PREVIEW_SIDE = 480, /* px at most */
	CAMERA_PACE_MS = 67,	   /* from picture to picture: 15 a second */
	CAMERA_HELP_MS = 6000,	   /* seen but not read: say how (UX.md V1) */
};

struct camera_sight {
	bool there; /* it gives pictures; else the screen says "no camera" */
	/* How long a code has been in sight without being read, 0 when there is
	 * none; from CAMERA_HELP_MS on the screen helps (E1). */
	uint64_t unread_ms;
	/* How often so far the code of the last line was seen again. It is
	 * given no second time before it has been away for SCAN_REPEAT_MS, but
	 * a screen can say so when this grows. */
	unsigned again;
	/* Grows with each picture: camera_preview() has a new one. */
	unsigned pictures;
};

/* Watches DEVICE, "/dev/video0" or a folder of PGM or PNG pictures (for tests
 * and to show the booth). It need not be there yet. STATUS_MEMORY, also when no
 * thread can be had; *ret_camera is then untouched. Free with camera_free(),
 * which takes NULL and waits for the picture being looked at; a thread that
 * hangs in a stalled camera is left behind and frees all when it comes back. */
enum status camera_open(const char *device, struct camera **ret_camera);
void camera_free(struct camera *camera);

/* The next code that was read, never waiting; false when there is none. The
 * caller wipes *ret_line, which is untouched on false. A code that nobody takes
 * gives way to a later one. */
bool camera_line(struct camera *camera, struct scan_line *ret_line);

/* Never waits for the camera. */
void camera_look(struct camera *camera, struct camera_sight *ret_sight);

/* The newest picture's middle square as a mirror shows it, at most
 * CAMERA_PREVIEW_SIDE a side, into GREY (grey.h), which the caller wipes and
 * frees. False when there is none: GREY is then as before. */
bool camera_preview(struct camera *camera, struct grey *grey);

#endif
