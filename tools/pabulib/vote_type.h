/* vote_type.h - the kinds of ballots that Pabulib knows, as one table, for
 * those who read such files and those who write them. */
#ifndef STEMMEBOKS_PABULIB_VOTE_TYPE_H
#define STEMMEBOKS_PABULIB_VOTE_TYPE_H

#include <stdbool.h>
#include <stddef.h>

enum vote_type {
#define VOTE_TYPE(name, spelled, points) VOTE_##name,
#include "tools/pabulib/vote_type.def"
#undef VOTE_TYPE
	VOTE_TYPE_COUNT
};

/* What stands in a blank ballot's cell of points: there are readers that
 * stumble over an empty last cell. */
#define VOTE_NO_POINTS "none"

/* As META spells it, e.g. "choose-1". Static. */
const char *vote_type_name(enum vote_type type);

/* The type spelled by LENGTH bytes at TEXT, or -1. */
int vote_type_find(const char *text, size_t length);

/* Whether a ballot says how many points it gives each of its projects. */
bool vote_type_points(enum vote_type type);

/* The first line of VOTES in a file of TYPE, without its end. Static. */
const char *vote_type_head(enum vote_type type);

#endif
