/* What runs at one endowment lead to, whichever way open ties are taken. */
#include "rules/equal_shares.h"

#include <stdlib.h>
#include <string.h>

/* The next way through the ties of the last run; false when all were taken. */
static bool ties_turn(struct shares_ties *ties)
{
	int at = ties->count - 1;

	while (at >= 0 && ties->choice[at] + 1 >= ties->options[at])
		at--;
	if (at < 0)
		return false;
	ties->choice[at]++;
	for (int i = at + 1; i < SHARES_TIES; i++)
		ties->choice[i] = 0;
	return true;
}

enum status shares_try(struct shares *shares, int64_t step,
		       shares_verdict *verdict,
		       struct shares_outcome *ret_outcome)
{
	size_t size = (size_t)shares->election->project_count * sizeof(bool);
	bool *funded = malloc(size + 1);
	struct shares_outcome outcome = {true, true, 0};
	struct shares_ties ties = {0};
	int leaves = 0;

	if (!funded)
		return STATUS_MEMORY;
	do {
		int found;

		if (shares_run_exact(shares, step, &ties, NULL) == RUN_MEMORY) {
			free(funded);
			return STATUS_MEMORY;
		}
		found = verdict(shares);
		if (leaves++ == 0) {
			outcome.verdict = found;
			memcpy(funded, shares->now->bought, size);
		}
		outcome.same_verdict &= found == outcome.verdict;
		outcome.same_funded &=
		    memcmp(funded, shares->now->bought, size) == 0;
		if (ties.overflow || leaves == SHARES_LEAVES)
			outcome.same_verdict = outcome.same_funded = false;
	} while ((outcome.same_verdict || outcome.same_funded) &&
		 ties_turn(&ties));
	free(funded);
	*ret_outcome = outcome;
	return STATUS_OK;
}
