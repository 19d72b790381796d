/* election_order.h - the order in which the groups of an election stand. */
#ifndef STEMMEBOKS_ELECTION_ORDER_H
#define STEMMEBOKS_ELECTION_ORDER_H

#include <stdbool.h>

#include "rules/election.h"

/* Puts the groups in order of their values, so that the order of the ballots
 * leaves no trace: the project and value that they first differ in decides, and
 * of two that begin alike the shorter is first. Those that are the same
 * become one. False without memory; the groups are then as they were. */
bool election_order(struct election *election);

#endif
