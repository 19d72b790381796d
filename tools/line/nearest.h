/* nearest.h - the known word that a misspelled one probably means. */
#ifndef STEMMEBOKS_NEAREST_H
#define STEMMEBOKS_NEAREST_H

struct nearest {
	const char *wrong;
	const char *best; /* NULL while nothing tried is near enough */
	int distance;
};

/* Begins a search for what WRONG (borrowed) means. */
struct nearest nearest_to(const char *wrong);

/* Offers KNOWN (borrowed): it becomes `best` when fewer letters must be added,
 * taken away, changed or swapped with their neighbour than for all before, and
 * at most a third of the longer word plus one. Only the first 40 bytes count.
 */
void nearest_try(struct nearest *nearest, const char *known);

#endif
