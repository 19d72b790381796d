/* steps.h - a count's steps as sentences in the current language. */
#ifndef STEMMEBOKS_STEPS_H
#define STEMMEBOKS_STEPS_H

#include <stddef.h>

#include "core/result.h"

enum { STEP_TEXT = 1024, STEP_LIST = 400 };

/* STEP of RESULT in one or more whole sentences, e.g. "2. plads: 4
 * Bevægelsespark, 31 stemmer, koster 78.450 kr. Der er 48.000 kr. tilbage:
 * springes over. Der mangler 30.450 kr." Titles are those of LANGUAGE (index
 * into meeting.languages), which words_language() must have been set to; the
 * short ones, and what is longer than 160 bytes is cut at a character with an
 * ellipsis, as is the list of a very large tie. */
void step_sentence(const struct meeting *meeting, const struct result *result,
		   const struct step *step, int language,
		   char ret_text[STEP_TEXT]);

/* The numbers of TIE's proposals as "4, 6 and 7", or as "4, 6, 7" if they are
 * ORDERED. A few have no-break spaces between them; a very long list ends with
 * an ellipsis. */
void tie_list(const struct meeting *meeting, const struct tie *tie,
	      bool ordered, char ret_text[STEP_LIST]);

/* OUTCOME as a short phrase, in a pot with ballots of TYPE: "Gets the money",
 * "Not this time: too dear for what was left". A gettext key, static. */
const char *outcome_text(enum outcome outcome, enum ballot_type type);

#endif
