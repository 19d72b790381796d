/* Who is bought next: the least rho, and who has the same. */
#include "rules/equal_shares.h"

#include <math.h>
#include <string.h>

static bool heap_before(const struct shares *shares, int a, int b)
{
	return shares->now->rho_least[a] < shares->now->rho_least[b];
}

static void swap(int *a, int *b)
{
	int kept = *a;

	*a = *b;
	*b = kept;
}

void shares_heap_push(struct shares *shares, int project)
{
	int *heap = shares->now->heap;
	int at = shares->now->heap_count++;

	heap[at] = project;
	while (at > 0 && heap_before(shares, heap[at], heap[(at - 1) / 2])) {
		swap(&heap[at], &heap[(at - 1) / 2]);
		at = (at - 1) / 2;
	}
}

/* Puts the one at AT, whose rho has risen, in its place. */
static void heap_sink(struct shares *shares, int at)
{
	struct shares_state *now = shares->now;
	int *heap = now->heap;

	for (;;) {
		int first = at, child = 2 * at + 1;

		for (int i = child; i < child + 2; i++)
			if (i < now->heap_count &&
			    heap_before(shares, heap[i], heap[first]))
				first = i;
		if (first == at)
			return;
		swap(&heap[at], &heap[first]);
		at = first;
	}
}

static int heap_pop(struct shares *shares)
{
	struct shares_state *now = shares->now;
	int top = now->heap[0];

	now->heap[0] = now->heap[--now->heap_count];
	heap_sink(shares, 0);
	return top;
}

/* Looks first at who was bought here in the run before: when it is again,
 * others are seen to be dearer at once. Returns it, or -1, and the most its rho
 * may be. */
static int hint_look(struct shares *shares, double *ret_limit)
{
	struct shares_state *now = shares->now;
	int hint = shares->hints[now->bought_count], at = 0;

	*ret_limit = INFINITY;
	while (at < now->heap_count && now->heap[at] != hint)
		at++;
	if (at == now->heap_count)
		return -1;
	if (shares_price(shares, hint, INFINITY) == PRICE_KNOWN)
		*ret_limit = shares->projects[hint].rho_most;
	heap_sink(shares, at);
	return hint;
}

/* Finds who may have the least rho. Bounds of earlier rounds still hold, as
 * prices only rise within a run: most projects are not looked at. */
void shares_near_find(struct shares *shares)
{
	const struct shares_project *projects = shares->projects;
	struct shares_state *now = shares->now;
	double limit;
	int hint = hint_look(shares, &limit), kept = 0;

	shares->near_count = 0;
	while (now->heap_count > 0 && now->rho_least[now->heap[0]] <= limit) {
		int project = heap_pop(shares);
		enum price_known known = now->rho_least[project] < INFINITY
					     ? PRICE_KNOWN
					     : PRICE_NEVER;

		if (project != hint)
			known = shares_price(shares, project, limit);
		if (known == PRICE_NEVER)
			continue;
		shares->near[shares->near_count++] = project;
		if (known == PRICE_KNOWN && projects[project].rho_most < limit)
			limit = projects[project].rho_most;
	}
	for (int i = 0; i < shares->near_count; i++) {
		int project = shares->near[i];

		if (now->rho_least[project] > limit)
			shares_heap_push(shares, project);
		else
			shares->near[kept++] = project;
	}
	shares->near_count = kept;
}

/* The order of two near projects by rho, when it is certain. */
static bool near_compare(const struct shares *shares, int a, int b,
			 int *ret_order)
{
	const struct shares_project *left = &shares->projects[a];
	const struct shares_project *right = &shares->projects[b];

	if (left->plain && right->plain)
		*ret_order = shares_rho_compare(shares, a, left->payers, b,
						right->payers);
	else if (left->twin == right->twin)
		*ret_order = 0;
	else if (left->rho_most < right->rho_least)
		*ret_order = -1;
	else if (right->rho_most < left->rho_least)
		*ret_order = 1;
	else
		return false;
	return true;
}

static void tied_sort(struct shares *shares)
{
	int *tied = shares->tied;

	for (int i = 1; i < shares->tied_count; i++)
		for (int j = i; j > 0 && tied[j] < tied[j - 1]; j--)
			swap(&tied[j], &tied[j - 1]);
}

bool shares_tied_surely(struct shares *shares)
{
	int best = shares->near[0], order;

	for (int i = 1; i < shares->near_count; i++)
		if (shares->projects[shares->near[i]].rho_most <
		    shares->projects[best].rho_most)
			best = shares->near[i];
	for (int i = 0; i < shares->near_count; i++) {
		if (!near_compare(shares, shares->near[i], best, &order))
			return false;
		if (order < 0)
			best = shares->near[i];
	}
	/* Infinite: perhaps nobody can afford it. */
	if (!(shares->projects[best].rho_most < INFINITY))
		return false;
	shares->tied_count = 0;
	for (int i = 0; i < shares->near_count; i++) {
		if (!near_compare(shares, shares->near[i], best, &order) ||
		    order < 0)
			return false;
		if (order == 0)
			shares->tied[shares->tied_count++] = shares->near[i];
	}
	tied_sort(shares);
	return true;
}

/* Fills `tied` from near by exact prices; who cannot be afforded is dropped. */
static void tied_exactly(struct shares *shares)
{
	mpq_t least;
	int kept = 0;

	mpq_init(least);
	shares->tied_count = 0;
	for (int i = 0; i < shares->near_count; i++) {
		int project = shares->near[i], order;

		if (!shares_price_exact(shares, project))
			continue;
		shares->near[kept++] = project;
		order = shares->tied_count == 0
			    ? -1
			    : mpq_cmp(shares->exact.rho, least);
		if (order < 0) {
			mpq_set(least, shares->exact.rho);
			shares->tied_count = 0;
		}
		if (order <= 0)
			shares->tied[shares->tied_count++] = project;
	}
	shares->near_count = kept;
	tied_sort(shares);
	mpq_clear(least);
}

/* Whether who ties now are those of the open tie before who were not bought, at
 * the same rho. */
static bool equals_go_on(struct shares *shares)
{
	return shares->tied_count == shares->equals_count &&
	       memcmp(shares->tied, shares->equals,
		      (size_t)shares->tied_count * sizeof(int)) == 0 &&
	       mpq_equal(shares->exact.rho, shares->equals_rho);
}

/* A tie that the pick leaves open: takes the way that ties says. */
static enum run_end equals_begin(struct shares *shares, int *ret_place)
{
	struct shares_ties *ties = shares->ties;
	int at;

	*ret_place = 0;
	shares->equals_choice = -1;
	if (ties->count == SHARES_TIES) {
		ties->overflow = true;
		return RUN_DONE;
	}
	at = ties->count++;
	ties->options[at] = shares->tied_count;
	shares->equals_choice = at;
	if (ties->choice[at] < 0)
		return RUN_TIED;
	*ret_place = ties->choice[at];
	return RUN_DONE;
}

/* Remembers who ties with the one at PLACE: they are to follow at the same rho.
 * When all have, the tie did not matter. */
static void equals_keep(struct shares *shares, int place)
{
	shares->equals_count = 0;
	for (int i = 0; i < shares->tied_count; i++)
		if (i != place)
			shares->equals[shares->equals_count++] =
			    shares->tied[i];
	mpq_set(shares->equals_rho, shares->exact.rho);
	if (shares->equals_count == 0 && shares->equals_choice >= 0)
		shares->ties->options[shares->equals_choice] = 1;
}

/* Who is bought of those who tie: *RET_PLACE. */
static enum run_end tied_choose(struct shares *shares, int *ret_place)
{
	const struct tie_break *ties = &shares->options->ties;
	enum run_end end = RUN_DONE;

	*ret_place = 0;
	if (shares->equals_count == 0 || !equals_go_on(shares)) {
		/* If one went before, its order mattered to prices: it stays
		 * open. */
		shares->equals_count = 0;
		if (shares->tied_count > 1)
			*ret_place =
			    ties->pick(ties->context, shares->election,
				       shares->tied, shares->tied_count);
		if (*ret_place >= 0)
			return RUN_DONE;
		end = equals_begin(shares, ret_place);
	}
	equals_keep(shares, *ret_place);
	return end;
}

enum run_end shares_next_exact(struct shares *shares, int *ret_project)
{
	enum run_end end;
	int place;

	*ret_project = -1;
	shares_near_find(shares);
	if (shares->near_count > 0 && !shares_tied_surely(shares))
		tied_exactly(shares);
	if (shares->near_count == 0)
		return RUN_DONE;
	shares_price_exact(shares, shares->tied[0]);
	end = tied_choose(shares, &place);
	if (end != RUN_DONE)
		return end;
	*ret_project = shares->tied[place];
	for (int i = 0; i < shares->near_count; i++)
		if (shares->near[i] != *ret_project)
			shares_heap_push(shares, shares->near[i]);
	if (place > 0)
		shares_price_exact(shares, *ret_project);
	return RUN_DONE;
}
