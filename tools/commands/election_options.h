/* election_options.h - by which rule the election of a .pb file is counted. */
#ifndef STEMMEBOKS_ELECTION_OPTIONS_H
#define STEMMEBOKS_ELECTION_OPTIONS_H

#include "rules/funding.h"
#include "tools/line/command.h"
#include "tools/pabulib/pabulib.h"

enum election_option {
#define ELECTION_OPTION(name, spelled, argument, help) ELECTION_OPTION_##name,
#include "tools/commands/election_options.def"
#undef ELECTION_OPTION
	ELECTION_OPTION_COUNT
};

enum ties { TIES_CANONICAL, TIES_FILE, TIES_STOP };

/* A rule that a file can be counted by. */
struct election_rule {
	const char *name; /* as --rule spells it */
	const char *text; /* gettext key */
	unsigned takes;	  /* bit i: enum election_option i says something */
	enum status (*run)(const struct election *election,
			   const struct rule_options *options,
			   struct funding **ret_funding);
};

struct election_options {
	const struct election_rule *rule;
	struct rule_options options;
	enum ties ties;
	bool threshold_given, threshold_file; /* --threshold, --threshold file
					       */
	bool convention_given;
	struct number threshold;
	bool lenient;
	unsigned unused; /* bit i: option i was given, but says nothing */
};

/* All rules; a NULL name ends them. */
extern const struct election_rule election_rules[];

/* Reads the command line. STATUS_USAGE once it was told what is wrong. */
enum status election_options_read(const struct arguments *arguments,
				  struct election_options *ret_options);

/* How equals are told apart, as --ties says. STATUS_USAGE once it was told what
 * is wrong. */
enum status election_ties_read(const struct arguments *arguments,
			       enum ties *ret_ties);
const struct tie_break *election_tie_break(enum ties ties);

/* Sets the threshold that the command line asks for, for PABULIB. */
void election_options_threshold(struct election_options *options,
				const struct pabulib *pabulib);

/* The option that was given although it goes with .pb files alone; NULL without
 * one. Static. */
const char *election_option_given(const struct arguments *arguments);

/* The option as the command line spells it, e.g. "rule". Static. */
const char *election_option_name(enum election_option option);

/* How the command line spells what was chosen; NULL when it says nothing under
 * this rule and completion. Static. */
const char *election_utility_name(const struct election_options *options);
const char *election_completion_name(const struct election_options *options);
const char *election_convention_name(const struct election_options *options);

/* How equals were told apart, as a sentence; gettext key. */
const char *election_ties_text(enum ties ties);

#endif
