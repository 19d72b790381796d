/* count_election.h - `stemmeboks count FILE.pb`: an election that others held,
 * counted by a rule that the command line names. */
#ifndef STEMMEBOKS_COUNT_ELECTION_H
#define STEMMEBOKS_COUNT_ELECTION_H

#include <jansson.h>

#include "tools/commands/election_file.h"
#include "tools/commands/election_options.h"
#include "tools/commands/election_text.h"

/* An election, and what a rule did with it. */
struct counted_election {
	const char *path;
	struct election_options options;
	struct pabulib *pabulib;
	struct election_named named; /* of pabulib */
	struct pabulib_notes notes;
	struct funding *funding;
};

/* Reads, counts and tells. STATUS_OK, STATUS_TIE, or what went wrong, told with
 * file and line on standard error, with --json too. */
enum status count_election(const struct arguments *arguments);

/* Everything as RULES.md's JSON; NULL without memory. */
json_t *count_election_json(const struct counted_election *counted);

/* The same for people. */
void count_election_tell(const struct arguments *arguments,
			 const struct counted_election *counted);

/* Calls TELL with everything to be wary of: the file's notes, and
 * options that say nothing under the rule. */
void count_election_warnings(const struct counted_election *counted,
			     void (*tell)(void *context, const char *line),
			     void *context);

#endif
