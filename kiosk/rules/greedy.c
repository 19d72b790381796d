#include "rules/greedy.h"

struct greedy {
	const struct greedy_purse *purse;
	void *context;
	int *spare;
	bool stopped; /* one did not fit, and that ends the count */
};

/* What ASKER would get if it came next. */
static enum outcome greedy_next(const struct greedy_purse *purse,
				const void *context, int asker,
				int64_t *ret_amount_minor)
{
	int64_t left_minor = purse->left_minor(context);
	int64_t cost_minor = purse->cost_minor(context, asker);

	*ret_amount_minor = 0;
	if (cost_minor <= left_minor) {
		*ret_amount_minor = cost_minor;
		return OUTCOME_FUNDED;
	}
	if (purse->least_minor(context, asker) <= left_minor) {
		*ret_amount_minor = left_minor;
		return OUTCOME_PART;
	}
	return OUTCOME_TOO_DEAR;
}

bool greedy_tie_changes_money(const struct greedy_purse *purse,
			      const void *context, const int *askers, int count,
			      int *spare)
{
	int *takers = spare, taker_count = 0;
	int64_t left_minor = purse->left_minor(context);
	bool stops = false;

	for (int i = 0; i < count; i++) {
		int64_t amount_minor;

		if (greedy_next(purse, context, askers[i], &amount_minor) ==
		    OUTCOME_TOO_DEAR) {
			stops |= purse->stops(context, askers[i]);
			continue;
		}
		if (amount_minor > left_minor)
			return true;
		left_minor -= amount_minor;
		for (int other = 0; purse->exclude && other < taker_count;
		     other++)
			if (purse->exclude(context, takers[other], askers[i]))
				return true;
		takers[taker_count++] = askers[i];
	}
	return stops && taker_count > 0;
}

static int greedy_excluded_by(const struct greedy *greedy, int asker)
{
	if (!greedy->purse->excluded_by)
		return -1;
	return greedy->purse->excluded_by(greedy->context, asker);
}

/* It is ASKER's turn. */
static void greedy_turn(struct greedy *greedy, int asker)
{
	const struct greedy_purse *purse = greedy->purse;
	int because = greedy_excluded_by(greedy, asker);
	int64_t amount_minor = 0;
	enum outcome outcome;

	if (purse->below(greedy->context, asker)) {
		outcome = OUTCOME_BELOW;
		because = -1;
	} else if (because >= 0) {
		outcome = OUTCOME_EXCLUDED;
	} else if (purse->undecided(greedy->context)) {
		outcome = OUTCOME_UNDECIDED;
	} else if (greedy->stopped) {
		outcome = OUTCOME_AFTER_STOP;
	} else {
		outcome =
		    greedy_next(purse, greedy->context, asker, &amount_minor);
		greedy->stopped = outcome == OUTCOME_TOO_DEAR &&
				  purse->stops(greedy->context, asker);
	}
	purse->award(greedy->context, asker, outcome, amount_minor, because);
}

/* Whether ASKER may get money when its turn comes. */
static bool greedy_hopes(const struct greedy *greedy, int asker)
{
	return greedy_excluded_by(greedy, asker) < 0 &&
	       !greedy->purse->below(greedy->context, asker);
}

/* How many of the COUNT ASKERS tie: those who may get money, if there are
 * several and money can still be given; else 0. */
static int greedy_tied(const struct greedy *greedy, const int *askers,
		       int count)
{
	int hopeful = 0;

	if (greedy->stopped || greedy->purse->undecided(greedy->context))
		return 0;
	for (int i = 0; i < count; i++)
		hopeful += greedy_hopes(greedy, askers[i]);
	return hopeful > 1 ? hopeful : 0;
}

/* Moves those of the COUNT ASKERS that are excluded already behind the others
 * and, where there is a tie, those under the threshold between; all in the
 * order they had. */
static void greedy_part(const struct greedy *greedy, int *askers, int count,
			bool tie)
{
	int *sorted = greedy->spare, sorted_count = 0;

	for (int rank = 0; rank <= 2; rank++)
		for (int i = 0; i < count; i++) {
			int own = 0;

			if (greedy_excluded_by(greedy, askers[i]) >= 0)
				own = 2;
			else if (tie && !greedy_hopes(greedy, askers[i]))
				own = 1;
			if (own == rank)
				sorted[sorted_count++] = askers[i];
		}
	for (int i = 0; i < count; i++)
		askers[i] = sorted[i];
}

/* The COUNT ASKERS stand equal and come next. */
static void greedy_group(struct greedy *greedy, int *askers, int count)
{
	const struct greedy_purse *purse = greedy->purse;
	int tied = greedy_tied(greedy, askers, count);
	int first = 0;

	greedy_part(greedy, askers, count, tied > 0);
	if (tied > 0 &&
	    purse->tie(greedy->context, askers, tied,
		       greedy_tie_changes_money(purse, greedy->context, askers,
						tied, greedy->spare)))
		first = tied;
	for (int i = first; i < count; i++)
		greedy_turn(greedy, askers[i]);
}

void greedy_give(const struct greedy_purse *purse, void *context, int *askers,
		 int count, int *spare)
{
	struct greedy greedy = {
	    .purse = purse, .context = context, .spare = spare};

	for (int first = 0, end; first < count; first = end) {
		for (end = first + 1; end < count; end++)
			if (!purse->level(context, askers[first], askers[end]))
				break;
		greedy_group(&greedy, askers + first, end - first);
	}
}
