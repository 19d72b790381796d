/* ballot_type.h - the kinds of ballot a pot can have, as one table. */
#ifndef STEMMEBOKS_BALLOT_TYPE_H
#define STEMMEBOKS_BALLOT_TYPE_H

#include <stdbool.h>

enum ballot_type {
#define BALLOT_TYPE(name, spelled, text) BALLOT_##name,
#include "core/ballot_type.def"
#undef BALLOT_TYPE
	BALLOT_TYPE_COUNT
};

/* As meeting.ini spells it, e.g. "approval". Static. */
const char *ballot_type_name(enum ballot_type type);

/* The type spelled NAME, or -1. */
int ballot_type_find(const char *name);

/* Whether a ballot says yes or nothing to a proposal, so that its support is a
 * number of votes; else it is a number of points. */
bool ballot_type_ticked(enum ballot_type type);

#endif
