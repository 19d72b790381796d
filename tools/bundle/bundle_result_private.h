/* bundle_result_private.h - the parts of result.json, that bundle_result.c and
 * bundle_result_pots.c share. Values are new, NULL without memory. */
#ifndef STEMMEBOKS_BUNDLE_RESULT_PRIVATE_H
#define STEMMEBOKS_BUNDLE_RESULT_PRIVATE_H

#include "tools/bundle/bundle_render.h"

/* Adds VALUE, or makes *ARRAY NULL: a list never lacks a row unseen. */
void result_list_add(json_t **array, json_t *value);

/* The key of POT, NULL for none (-1). */
const char *result_pot_key(const struct meeting *meeting, int pot);

/* The number of proposal INDEX, null where there is none. */
json_t *result_number(const struct meeting *meeting, int index);

/* The numbers of the COUNT PROPOSALS. */
json_t *result_numbers(const struct meeting *meeting, const int *proposals,
		       int count);

/* ROW, which gives proposal INDEX so many points, with the number of ballots
 * that name it: NAMED. Where ballots are ticked its votes say that already.
 * Takes ROW, and gives it back. */
json_t *result_named_add(const struct meeting *meeting, int index, int named,
			 json_t *row);

/* bundle_result_pots.c: each pot, and what each proposal in it gets. */
json_t *result_pots(const struct bundle *bundle, const struct result *result);

/* bundle_result_pots.c: the ties met. */
json_t *result_ties(const struct meeting *meeting, const struct result *result);

/* bundle_result_pots.c: the steps of the count, one after the other. */
json_t *result_steps(const struct meeting *meeting,
		     const struct result *result);

#endif
