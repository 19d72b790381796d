#include "rules/funding.h"

#include <stdlib.h>
#include <string.h>

struct funding *funding_new(const struct election *election)
{
	struct funding *funding = calloc(1, sizeof(*funding));

	if (!funding)
		return NULL;
	funding->reasons = calloc((size_t)election->project_count + 1,
				  sizeof(*funding->reasons));
	if (!funding->reasons) {
		free(funding);
		return NULL;
	}
	mpq_init(funding->endowment_minor);
	mpz_init(funding->optimum);
	return funding;
}

void funding_clear(struct funding *funding)
{
	for (int i = 0; i < funding->round_count; i++) {
		mpq_clear(funding->rounds[i].rho);
		mpq_clear(funding->rounds[i].left_minor);
		free(funding->rounds[i].tied);
	}
	free(funding->rounds);
	funding->rounds = NULL;
	funding->round_count = 0;
}

void funding_free(struct funding *funding)
{
	if (!funding)
		return;
	funding_clear(funding);
	free(funding->reasons);
	free(funding->end_tied);
	mpq_clear(funding->endowment_minor);
	mpz_clear(funding->optimum);
	free(funding);
}

struct funding_round *funding_add(struct funding *funding, int project)
{
	struct funding_round *rounds =
	    realloc(funding->rounds, ((size_t)funding->round_count + 1) *
					 sizeof(*funding->rounds));
	struct funding_round *round;

	if (!rounds)
		return NULL;
	funding->rounds = rounds;
	round = &rounds[funding->round_count++];
	*round = (struct funding_round){.project = project};
	mpq_init(round->rho);
	mpq_init(round->left_minor);
	return round;
}

static int by_index(const void *a, const void *b)
{
	int left = *(const int *)a, right = *(const int *)b;

	return (left > right) - (left < right);
}

bool funding_round_tie(struct funding_round *round, const int *projects,
		       int count)
{
	int *tied = malloc((size_t)count * sizeof(*tied));

	if (!tied)
		return false;
	memcpy(tied, projects, (size_t)count * sizeof(*tied));
	qsort(tied, (size_t)count, sizeof(*tied), by_index);
	round->tied = tied;
	round->tied_count = count;
	return true;
}
