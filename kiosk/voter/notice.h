/* notice.h - a whole screen that says one thing: a sign, what happened, what to
 * do, and the same in another language of the meeting.
 */
#ifndef STEMMEBOKS_NOTICE_H
#define STEMMEBOKS_NOTICE_H

#include "ui/draw.h"
#include "voter/voter.h"

struct notice {
	enum icon icon;
	enum role role;	  /* of the sign */
	const char *text; /* gettext key; its first sentence is written large */
	const char *before; /* gettext key of a sentence to be said first, then
			       the one written large; NULL: none */
	int number;	    /* in the place of a "%d" in TEXT */
};

/* Draws NOTICE and the badge; the footer stays free. */
void notice_draw(struct ui *ui, const struct voter_view *view,
		 const struct notice *notice);

#endif
