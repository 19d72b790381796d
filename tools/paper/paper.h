/* paper.h - what leaves the meeting on paper: the protocol that is signed, the
 * result as posters, and a sheet to take home for those who got no money.
 *
 * Each is a PDF that goes to OUT (borrowed, not closed) as it is made, in our
 * own fonts, dated with the meeting's date: the same bytes whenever and
 * wherever it is made from the same values with the same libraries
 * (paper_maker.h). The language of the words is as before afterwards.
 *
 * All return STATUS_OK; STATUS_PHASE before the meeting is counted;
 * STATUS_FILE_MISSING without our fonts; STATUS_FILE_WRITE when OUT takes no
 * more; STATUS_MEMORY. What was written before a failure is no whole PDF.
 */
#ifndef STEMMEBOKS_PAPER_H
#define STEMMEBOKS_PAPER_H

#include <stdbool.h>
#include <stdio.h>

#include "core/status.h"

struct bundle;

/* The protocol: rules, counts, money, ties, acts, proof and two lines to sign,
 * on A4 in the room's language, the meeting's first. */
enum status paper_protocol(const struct bundle *bundle, FILE *out);

/* The result to hang up: A3, a page per pot (more where they do not fit), the
 * room's language in letters that are read from 3 m, the others below in
 * smaller ones. */
enum status paper_posters(const struct bundle *bundle, FILE *out);

/* An A4 sheet for each proposal that did not get all it asked for: what it
 * lacked in votes and money (bundle_missing()), and where other money is to be
 * sought. In the room's language and, below or on the back, in the next of the
 * meeting's that has words of its own. There must be such a proposal. */
enum status paper_take_home(const struct bundle *bundle, FILE *out);

/* Whether BUNDLE, which is counted, has one. */
bool paper_take_home_wanted(const struct bundle *bundle);

#endif
