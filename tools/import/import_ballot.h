/* import_ballot.h - meeting.ini: the ballot of a pot and the numbers that go
 * with it. Only for import/. */
#ifndef STEMMEBOKS_IMPORT_BALLOT_H
#define STEMMEBOKS_IMPORT_BALLOT_H

#include "tools/import/import_part.h"

/* ballot = approval … */
void import_ballot_type(struct import *import, const struct ini_entry *entry,
			int pot, int language);

/* choose_min, choose_max, points, points_each, score_least, score_best and
 * score_all: kept until the whole pot is read, as the type may stand below. */
void import_ballot_value(struct import *import, const struct ini_entry *entry,
			 int pot, int language);

/* With all entries of POT read and its PROPOSALS counted (-1: not known): fills
 * what the type needs, and tells what does not go with it or is too much. */
void import_ballot_check(struct import *import, int pot, int proposals);

#endif
