/* explain_count.h - a count of an election told step by step, and what those
 * without money would have needed. */
#ifndef STEMMEBOKS_EXPLAIN_COUNT_H
#define STEMMEBOKS_EXPLAIN_COUNT_H

#include "tools/commands/election_options.h"
#include "tools/commands/election_text.h"

/* What is explained, all borrowed. Calls TELL with each line. */
struct explained {
	const struct election_named *named;
	const struct election_options *options;
	const struct funding *funding;
	void (*tell)(void *context, const char *line);
	void *context;
};

/* Every step in the order of the money, then those without, in the file's. A
 * count that a tie stopped is told up to there. STATUS_MEMORY. */
enum status explain_steps(const struct explained *explained);

/* What each of those without money would have needed (taken.h), most support
 * first, as far as taken_recounts() reach; the last line says how many were not
 * worked out. STATUS_MEMORY, or the rule's. */
enum status explain_taken(const struct explained *explained);

/* Whether there is somebody to tell that of. */
bool explain_taken_wanted(const struct explained *explained);

/* The money left when PROJECT, which was too dear, had its turn. */
int64_t explain_left_minor(const struct explained *explained, int project);

#endif
