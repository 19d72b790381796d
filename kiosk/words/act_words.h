/* act_words.h - what organisers did, in plain words. */
#ifndef STEMMEBOKS_ACT_WORDS_H
#define STEMMEBOKS_ACT_WORDS_H

#include "core/phase.h"

/* "Voting opened": a gettext key of organisers. Static. */
const char *act_words(enum act act);

#endif
