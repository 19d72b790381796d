/* parts.h - the files of several boxes that a command is given, read at once.
 */
#ifndef STEMMEBOKS_PARTS_H
#define STEMMEBOKS_PARTS_H

#include "store/boxes.h"
#include "tools/line/command.h"

struct store;

struct parts {
	int count;
	const char **paths; /* the command's operands */
	struct part **parts;
	struct store *first; /* of parts[0], to read */
};

/* Reads the box of every operand, two or more at a time where the machine has
 * as many cores; with KEEP the ballots too. A failure was told, with the name
 * of the file. Free with parts_free(), which takes one that is all zero. */
enum status parts_open(const struct arguments *arguments, bool keep,
		       struct parts *ret_parts);
void parts_free(struct parts *parts);

/* boxes_join() of PARTS; a fault was told. */
enum status parts_join(const struct arguments *arguments,
		       const struct parts *parts,
		       const struct boxes_missing *missing, int missing_count,
		       struct boxes *ret_boxes);

#endif
