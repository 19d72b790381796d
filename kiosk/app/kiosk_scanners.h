/* kiosk_scanners.h - every scanner but the one that types: pipe, serial lines,
 * camera. Each may be missing, come later and go again.
 */
#ifndef STEMMEBOKS_KIOSK_SCANNERS_H
#define STEMMEBOKS_KIOSK_SCANNERS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"
#include "core/trial.h"
#include "scan/camera.h"
#include "scan/grey.h"

struct pipe;
struct serial;

enum {
	SCANNERS_LOOK_MS = 1000, /* how often a missing camera is looked for */
	SCANNERS_NEXT_MS = 4000, /* a camera that gives nothing: the next one */
	SCANNERS_PREVIEW_MS = 125, /* from preview to preview: 8 a second */
	SCANNERS_STILL_MS = 1000,  /* while nothing moves before the camera */
	SCANNERS_CELLS = 24,	   /* a side, by which that is told */
};

struct scanners {
	struct pipe *pipe;     /* owned, as all here; NULL: none */
	struct serial *serial; /* NULL: none is looked for */
	const char *cameras;   /* the option's; NULL: none is looked for */
	struct camera *camera; /* NULL: none is open */
	char *name;	       /* of the open one */
	uint64_t look_ms;      /* when to look for it again */
	unsigned counted;      /* its pictures, and when it gave the last */
	uint64_t seen_ms;      /* or was opened */
	struct camera_sight sight;
	struct grey preview; /* no width: none */
	unsigned stamp;	     /* grows with each preview */
	unsigned shown;	     /* sight.pictures of the preview */
	uint64_t preview_ms; /* when the next is due */
	uint64_t still_ms;   /* when it is due even if nothing moves */
	unsigned char cells[SCANNERS_CELLS * SCANNERS_CELLS]; /* their grey */
};

struct scanners_options {
	const char *pipe; /* NULL: none */
	const char
	    *serial; /* "auto", "off", or the names to look at, glob(7) */
	const char *camera; /* the same; a name may be that of a folder */
};

/* Takes a zeroed SCANNERS; the strings of OPTIONS are borrowed until
 * scanners_close(). Only a pipe must be there: a status of pipe_open().
 * STATUS_MEMORY; scanners_close() all the same, which takes a zeroed one. */
enum status scanners_open(struct scanners *scanners,
			  const struct scanners_options *options);
void scanners_close(struct scanners *scanners);

/* The next line that one of them has read, and which; never waits. As
 * serial_line(); the caller wipes *ret_line. */
bool scanners_line(struct scanners *scanners, uint64_t now_ms,
		   struct scan_line *ret_line, enum trial_source *ret_source);

/* WANTED: a slip may be shown to the camera. Else it is closed, so that nobody
 * is filmed who votes. Looks for a camera when it is due, what it sees, and,
 * SHOWN, takes a preview. Returns whether what is to be seen of it changed. */
bool scanners_look(struct scanners *scanners, bool wanted, bool shown,
		   uint64_t now_ms);

/* ms from NOW_MS until scanners_look() has a new preview, or -1. */
int scanners_wait_ms(const struct scanners *scanners, uint64_t now_ms);

/* Whether a slip is in sight that cannot be read: it must be held better. */
bool scanners_unread(const struct scanners *scanners);

struct trial_plugged scanners_plugged(const struct scanners *scanners);

#endif
