/* speech_part.h - the parts that readings are made of; for speech.c and
 * speech_change.c only.
 */
#ifndef STEMMEBOKS_SPEECH_PART_H
#define STEMMEBOKS_SPEECH_PART_H

#include "voter/speech.h"

/* Nothing yet, in the session's language. */
void speech_begin(const struct voter_view *view, struct speech *ret_speech);

/* Adds TEXT, copied, as a part; returns it for what else is known of it, or
 * NULL when there is nothing to say or no room. */
struct speech_part *speech_add(struct speech *speech, const char *text);

/* Adds a sentence of the program. */
void speech_say(struct speech *speech, const char *msgid);

/* Whether proposal INDEX is chosen, has points, a rank or a score. */
bool speech_given(const struct session *session, int index);

/* "Proposal 4", of proposal INDEX; and that with its title and its cost. */
void speech_number(struct speech *speech, const struct voter_view *view,
		   int index);
void speech_proposal(struct speech *speech, const struct voter_view *view,
		     int index);

/* The same with what it was given, if anything. */
void speech_proposal_given(struct speech *speech, const struct voter_view *view,
			   int index);

/* What proposal INDEX was given: "Chosen", "3 points", "Score 4", "Choice 2".
 */
void speech_value(struct speech *speech, const struct voter_view *view,
		  int index);

#endif
