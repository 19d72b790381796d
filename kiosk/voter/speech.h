/* speech.h - what is read aloud of a screen, from its beginning. */
#ifndef STEMMEBOKS_SPEECH_H
#define STEMMEBOKS_SPEECH_H

#include "voter/voter.h"

enum {
	SPEECH_PARTS = 4 * MEETING_PROPOSALS + 16, /* all chosen by number */
	SPEECH_BYTES = 49152, /* of all texts; what is beyond is not read */
};

/* A sentence, or a proposal's title or text. */
struct speech_part {
	const char *text;  /* in the session's language; in struct speech */
	const char *msgid; /* its English original, when it is a sentence of the
			      program without numbers in it; else NULL */
	int proposal;	   /* whose title or text it is: its number; else 0 */
	bool body;	   /* PROPOSAL's text, not its title */
};

struct speech {
	int count;
	struct speech_part parts[SPEECH_PARTS];
	size_t used;
	char text[SPEECH_BYTES];
};

/* What VIEW's screen, or what lies over it, says, in the session's language, in
 * which words_language() stays. PAGE_SIZE and REVIEW_SIZE: voter_page_size()
 * and voter_review_size(). Nothing on a screen that says nothing. */
void speech_read(const struct voter_view *view, int page_size, int review_size,
		 struct speech *ret_speech);

/* What VIEW's banner says, as above; nothing when there is none. */
void speech_read_banner(const struct voter_view *view,
			struct speech *ret_speech);

/* Overwrites every byte: what is read, and of which proposals, tells choices.
 */
void speech_wipe(struct speech *speech);

#endif
