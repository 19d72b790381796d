/* counted.h - the sums of the public count up to the ballot it has come to.
 * Pure.
 *
 * The caller keeps one beside its playback, so that a frame costs no more than
 * the ballots that were counted since the last one.
 */
#ifndef STEMMEBOKS_COUNTED_H
#define STEMMEBOKS_COUNTED_H

#include "core/tally.h"

/* Brings COUNTED, cleared by tally_clear() or left by this function for the
 * same BALLOTS, to the sums of the first POSITION of them: forward or back
 * ballot by ballot, or anew from the first where that is shorter. */
void counted_go(struct tally *counted, const struct meeting *meeting,
		const struct ballot *ballots, int position);

/* Whether COUNTED says the same as TALLY for every proposal of MEETING, the
 * blank ballots of every pot and their number. */
bool counted_agrees(const struct meeting *meeting, const struct tally *counted,
		    const struct tally *tally);

#endif
