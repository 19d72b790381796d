/* bundle_show.h - a counted meeting as an organiser reads it in a terminal. */
#ifndef STEMMEBOKS_BUNDLE_SHOW_H
#define STEMMEBOKS_BUNDLE_SHOW_H

#include "tools/bundle/bundle.h"

struct arguments;
struct typed;

/* The language of MEETING to show titles in: the one that words are in, else
 * the meeting's first. */
int bundle_language(const struct meeting *meeting);

/* Prints turnout, a table per pot and the steps in words. STATUS_MEMORY. */
enum status bundle_show(const struct arguments *arguments,
			const struct bundle *bundle,
			const struct result *result);

/* Prints for every open tie of RESULT, found with the decisions TYPED: who
 * ties, what hangs on it, and the command to type once lots were drawn; PATH is
 * the meeting's file as it was typed. STATUS_MEMORY. */
enum status bundle_show_ties(const struct arguments *arguments,
			     const struct bundle *bundle,
			     const struct typed *typed,
			     const struct result *result, const char *path);

#endif
