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

/* What was changed on VIEW's ballot since BEFORE, and how far one has come:
 * "Proposal 4 | Chosen | 1 of 2 chosen". With the title and the cost on
 * SCREEN_NUMBERS, where nothing else tells whose number it is. Where something
 * was taken away, what else moved because of it (the ranks behind it) is not
 * said. Nothing when nothing changed. */
void speech_read_change(const struct voter_view *view,
			const struct session *before,
			struct speech *ret_speech);

/* The proposal whose number is typed on VIEW's SCREEN_NUMBERS, with title and
 * cost, or that there is none; nothing when nothing is typed. */
void speech_read_typed(const struct voter_view *view,
		       struct speech *ret_speech);

/* Proposal INDEX with title and cost, and what it was given. */
void speech_read_proposal(const struct voter_view *view, int index,
			  struct speech *ret_speech);

/* A button LABEL that is about proposal INDEX, and which that is: with its
 * title on the review, where nothing else has told it. */
void speech_read_button(const struct voter_view *view, const char *label,
			int index, struct speech *ret_speech);

/* Overwrites every byte: what is read, and of which proposals, tells choices.
 */
void speech_wipe(struct speech *speech);

#endif
