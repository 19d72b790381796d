/* camera_source.h - where pictures come from: a V4L2 device or a folder. */
#ifndef STEMMEBOKS_CAMERA_SOURCE_H
#define STEMMEBOKS_CAMERA_SOURCE_H

#include "core/status.h"

struct grey;

enum camera_next {
	CAMERA_FRAME,
	CAMERA_WAIT, /* none within CAMERA_WAIT_MS */
	CAMERA_GONE, /* unplugged, or it answers with errors: close it */
};

enum { CAMERA_WAIT_MS = 100 };

/* One way to get pictures. The handle is the source's own. */
struct camera_source {
	/* STATUS_OK once pictures can be asked for; STATUS_FILE_MISSING when
	 * nothing has that name, STATUS_FILE_READ when it is there and is no
	 * camera we can use, STATUS_MEMORY. *ret_handle is then untouched. */
	enum status (*open)(const char *device, void **ret_handle);

	/* The newest picture, into FRAME, whose room is used again; older ones
	 * are dropped. What the source itself kept of it is wiped. FRAME is
	 * the caller's to wipe and free. */
	enum camera_next (*next)(void *handle, struct grey *frame);

	/* Takes NULL. */
	void (*close)(void *handle);
};

/* /dev/video0 and the like, by V4L2's mapped buffers: GREY, YUYV or MJPEG,
 * 640 x 480 if it can. */
extern const struct camera_source camera_v4l2;

/* A folder's *.pgm (8 bit) and *.png in the order of their names, one picture a
 * call, over and over; what is added or taken away counts at once. */
extern const struct camera_source camera_files;

/* The source for DEVICE: files for a folder or what ends in '/', else V4L2. */
const struct camera_source *camera_source_for(const char *device);

#endif
