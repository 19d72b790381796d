/* import_rule.h - meeting.ini: the rule of a pot and what goes with it. */
#ifndef STEMMEBOKS_IMPORT_RULE_H
#define STEMMEBOKS_IMPORT_RULE_H

#include "tools/import/import_part.h"

/* The entries rule, utility, completion and misfit, as import_key has them. */
void import_rule(struct import *import, const struct ini_entry *entry, int pot,
		 int language);
void import_rule_utility(struct import *import, const struct ini_entry *entry,
			 int pot, int language);
void import_rule_completion(struct import *import,
			    const struct ini_entry *entry, int pot,
			    int language);
void import_rule_support(struct import *import, const struct ini_entry *entry,
			 int pot, int language);
void import_rule_misfit(struct import *import, const struct ini_entry *entry,
			int pot, int language);

/* Whether POT's rule goes with all else that is said of it and its proposals,
 * which are all read. */
void import_rule_check(struct import *import, int pot);

#endif
