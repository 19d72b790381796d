/* ballot_type.h - the kinds of ballot a pot can have, as one table. */
#ifndef STEMMEBOKS_BALLOT_TYPE_H
#define STEMMEBOKS_BALLOT_TYPE_H

enum ballot_type {
#define BALLOT_TYPE(name, spelled, largest, text) BALLOT_##name,
#include "core/ballot_type.def"
#undef BALLOT_TYPE
	BALLOT_TYPE_COUNT
};

/* As meeting.ini spells it, e.g. "approval". Static. */
const char *ballot_type_name(enum ballot_type type);

/* The type spelled NAME, or -1. */
int ballot_type_find(const char *name);

/* The largest value one place of a ballot of this type may hold. */
int ballot_type_largest(enum ballot_type type);

#endif
