/* camera_watch.h - what a camera sees, picture by picture: the part of camera.h
 * that needs no thread and reads no clock.
 */
#ifndef STEMMEBOKS_CAMERA_WATCH_H
#define STEMMEBOKS_CAMERA_WATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"
#include "scan/grey.h"
#include "scan/scan_line.h"
#include "scan/scan_repeat.h"

struct camera_source;
struct code_reader;

enum {
	CAMERA_AGAIN_MS = 1000,	 /* a camera that is away is tried again */
	CAMERA_SILENT_MS = 3000, /* without a picture it is taken for away */
	/* A picture that is nearly the one before is not read again, except
	 * now and then: light changes slowly, and a lens finds its focus. */
	CAMERA_LOOK_MS = 500,
	/* A code may be missed in single pictures without being gone. */
	CAMERA_UNREAD_GAP_MS = 700,
	CAMERA_THUMB = 32, /* cells a side, of which pictures are compared */
};

/* All of it wiped by camera_watch_end(). */
struct camera_watch {
	const struct camera_source *source;
	const char *device; /* the caller's */
	struct code_reader *reader;
	void *handle; /* NULL: away */
	struct grey frame;
	uint64_t next_try_ms, frame_ms, looked_ms;
	bool looked; /* thumb is of the picture looked at last */
	bool read;   /* and a code was read there */
	unsigned char thumb[CAMERA_THUMB * CAMERA_THUMB];
	struct scan_repeat repeat;
	uint64_t unread_since_ms, unread_ms; /* first and last; 0: not now */
};

/* What one step brought. */
struct camera_news {
	bool there;	    /* the camera gives pictures */
	bool frame;	    /* watch->frame is new: show it, then wipe it */
	bool code;	    /* line holds a code that is not the one before */
	bool again;	    /* the code before is still, or again, there */
	uint64_t unread_ms; /* a code has been seen and not read for so long */
	struct scan_line line;
};

/* DEVICE: a device or a folder (camera_source.h), borrowed; it need not be
 * there yet. STATUS_MEMORY, and WATCH is zeroed. */
enum status camera_watch_begin(struct camera_watch *watch, const char *device);
void camera_watch_end(struct camera_watch *watch);

/* Opens the camera if it is away and due, else waits up to CAMERA_WAIT_MS for a
 * picture and looks at it. NOW_MS: a monotonic clock, not 0. Fills *ret_news;
 * the caller wipes its line and watch->frame. */
void camera_watch_step(struct camera_watch *watch, uint64_t now_ms,
		       struct camera_news *ret_news);

#endif
