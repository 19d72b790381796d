/* kiosk_ears.h - what is heard of a resident's session: sounds, and reading. */
#ifndef STEMMEBOKS_KIOSK_EARS_H
#define STEMMEBOKS_KIOSK_EARS_H

#include "ears/ears.h"
#include "voter/speech.h"

struct ui;

/* What was heard of last, to hear what changed. */
struct kiosk_ears {
	struct ears *ears; /* owned; NULL: nothing is heard */
	struct session before;
	uint32_t focus;	    /* the widget last read */
	unsigned beep_left; /* seconds of the idle question, at the last beep */
	struct speech speech;
};

/* Opens the devices of OPTIONS; a status of ears_open(). */
enum status kiosk_ears_open(struct kiosk_ears *heard,
			    const struct ears_options *options);

/* Ends all and overwrites what tells choices. Takes a zeroed one. */
void kiosk_ears_close(struct kiosk_ears *heard);

/* After a frame of VIEW: the sounds of what changed since the last, and what is
 * to be read. ASKED: what session_apply() asked for, EFFECT_NONE mostly.
 * TOUCHED: a widget was. Sets VIEW->speech and VIEW->names. */
void kiosk_ears_step(struct kiosk_ears *heard, struct ui *ui,
		     struct voter_view *view, enum effect asked, bool touched,
		     uint64_t now_ms);

#endif
