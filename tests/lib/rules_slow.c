#include "tests/lib/rules_slow.h"

#include <string.h>

/* The money of one pot while it is given away. */
struct purse {
	bool gets[MEETING_PROPOSALS];
	int64_t amount_minor[MEETING_PROPOSALS];
	int64_t left_minor;
	bool stopped;
};

struct line {
	int count;
	int proposal[MEETING_PROPOSALS];
};

struct counting {
	const struct meeting *meeting;
	const struct tally *tally;
	const struct decision *decisions;
	int decision_count;
	struct slow *slow;
};

static bool excluded(const struct counting *counting, const struct purse *purse,
		     int proposal)
{
	for (int i = 0; i < counting->meeting->proposal_count; i++)
		if (purse->gets[i] &&
		    meeting_incompatible(counting->meeting, i, proposal))
			return true;
	return false;
}

static bool enough_votes(const struct counting *counting, int proposal)
{
	const struct meeting *meeting = counting->meeting;
	const struct pot *pot =
	    &meeting->pots[meeting->proposals[proposal].pot];
	int64_t votes = counting->tally->named[proposal];

	if (votes == 0)
		return false;
	if (votes < pot->threshold_votes)
		return false;
	return 100 * votes >= pot->threshold_percent * counting->tally->ballots;
}

static void turn(const struct counting *counting, struct purse *purse,
		 int proposal)
{
	const struct proposal *asks = &counting->meeting->proposals[proposal];
	enum misfit misfit = counting->meeting->pots[asks->pot].misfit;
	int64_t gives;

	if (purse->stopped || !enough_votes(counting, proposal) ||
	    excluded(counting, purse, proposal))
		return;
	if (asks->cost_minor <= purse->left_minor) {
		gives = asks->cost_minor;
	} else if (misfit == MISFIT_PART && asks->accepts_partial &&
		   purse->left_minor > 0 &&
		   purse->left_minor >= asks->min_cost_minor) {
		gives = purse->left_minor;
	} else {
		purse->stopped = misfit == MISFIT_STOP;
		return;
	}
	purse->gets[proposal] = true;
	purse->amount_minor[proposal] = gives;
	purse->left_minor -= gives;
}

static bool purses_equal(const struct purse *a, const struct purse *b)
{
	return memcmp(a->gets, b->gets, sizeof(a->gets)) == 0 &&
	       memcmp(a->amount_minor, b->amount_minor,
		      sizeof(a->amount_minor)) == 0;
}

/* Whether some order of TIED[at…], before REST, ends otherwise than FIRST. */
static bool any_order_differs(const struct counting *counting,
			      const struct purse *start, struct line *tied,
			      int at, const struct line *rest,
			      const struct purse *first)
{
	struct purse purse = *start;

	for (int i = at; i < tied->count; i++) {
		int swap = tied->proposal[at];
		bool differs;

		tied->proposal[at] = tied->proposal[i];
		tied->proposal[i] = swap;
		differs = any_order_differs(counting, start, tied, at + 1, rest,
					    first);
		tied->proposal[i] = tied->proposal[at];
		tied->proposal[at] = swap;
		if (differs)
			return true;
	}
	if (at < tied->count)
		return false;
	for (int i = 0; i < tied->count; i++)
		turn(counting, &purse, tied->proposal[i]);
	for (int i = 0; i < rest->count; i++)
		turn(counting, &purse, rest->proposal[i]);
	return !purses_equal(&purse, first);
}

static bool order_matters(const struct counting *counting,
			  const struct purse *start, const struct line *tied,
			  const struct line *rest)
{
	struct purse first = *start;
	struct line orders = *tied;

	for (int i = 0; i < tied->count; i++)
		turn(counting, &first, tied->proposal[i]);
	for (int i = 0; i < rest->count; i++)
		turn(counting, &first, rest->proposal[i]);
	return any_order_differs(counting, start, &orders, 0, rest, &first);
}

/* Whether PURSE has what DECISION gives, and no two of those who get some
 * exclude each other. */
static bool split_fits(const struct counting *counting,
		       const struct purse *purse,
		       const struct decision *decision)
{
	int64_t sum_minor = 0;
	bool fits = true;

	for (int a = 0; a < decision->count; a++) {
		sum_minor += decision->amount_minor[a];
		for (int b = 0; b < decision->count; b++)
			if (decision->amount_minor[a] *
				    decision->amount_minor[b] >
				0 &&
			    meeting_incompatible(counting->meeting,
						 decision->proposal[a],
						 decision->proposal[b]))
				fits = false;
	}
	return fits && sum_minor <= purse->left_minor;
}

static void split_give(struct purse *purse, const struct decision *decision)
{
	for (int i = 0; i < decision->count; i++) {
		int64_t amount_minor = decision->amount_minor[i];

		purse->gets[decision->proposal[i]] = amount_minor > 0;
		purse->amount_minor[decision->proposal[i]] = amount_minor;
		purse->left_minor -= amount_minor;
	}
}

/* The last decision that names exactly TIED; NULL when there is none that can
 * be used. */
static const struct decision *decided(const struct counting *counting,
				      const struct purse *purse,
				      const struct line *tied)
{
	for (int i = counting->decision_count - 1; i >= 0; i--) {
		const struct decision *decision = &counting->decisions[i];
		int named = 0;

		if (decision->kind == DECISION_LEFT)
			continue;
		for (int a = 0; a < tied->count; a++)
			for (int b = 0; b < decision->count; b++)
				named +=
				    tied->proposal[a] == decision->proposal[b];
		if (named != tied->count || named != decision->count)
			continue;
		if (decision->kind == DECISION_SPLIT &&
		    !split_fits(counting, purse, decision))
			return NULL;
		return decision;
	}
	return NULL;
}

/* The proposals of POT with enough votes, VOTES of them or fewer than that. */
static void line_up(const struct counting *counting, int pot, int64_t votes,
		    struct line *ret_equal, struct line *ret_fewer)
{
	const struct meeting *meeting = counting->meeting;

	ret_equal->count = ret_fewer->count = 0;
	for (int64_t least = votes; least > 0; least--)
		for (int i = 0; i < meeting->proposal_count; i++) {
			struct line *line =
			    least == votes ? ret_equal : ret_fewer;

			if (meeting->proposals[i].pot == pot &&
			    counting->tally->support[i] == least &&
			    enough_votes(counting, i))
				line->proposal[line->count++] = i;
		}
}

/* Gives the group EQUAL its turn; false when it waits for lots. */
static bool group(const struct counting *counting, struct purse *purse,
		  const struct line *equal, const struct line *fewer)
{
	struct line tied = {0};
	struct slow_tie *tie = &counting->slow->ties[counting->slow->tie_count];
	const struct decision *decision;

	for (int i = 0; i < equal->count; i++)
		if (!excluded(counting, purse, equal->proposal[i]))
			tied.proposal[tied.count++] = equal->proposal[i];
	if (tied.count > 1 && !purse->stopped) {
		tie->changes_money =
		    order_matters(counting, purse, &tied, fewer);
		decision =
		    tie->changes_money ? decided(counting, purse, &tied) : NULL;
		tie->settled = decision != NULL;
		tie->split = decision && decision->kind == DECISION_SPLIT;
		if (decision)
			memcpy(tied.proposal, decision->proposal,
			       sizeof(tied.proposal));
		tie->count = tied.count;
		memcpy(tie->proposal, tied.proposal, sizeof(tied.proposal));
		counting->slow->tie_count++;
		if (tie->changes_money && !decision)
			return false;
		if (tie->split) {
			split_give(purse, decision);
			return true;
		}
	}
	for (int i = 0; i < tied.count; i++)
		turn(counting, purse, tied.proposal[i]);
	return true;
}

/* Counts POT with MONEY; false when it waits for lots. */
static bool pot_give(const struct counting *counting, int pot,
		     int64_t money_minor)
{
	struct slow *slow = counting->slow;
	struct purse purse = {.left_minor = money_minor};
	struct line equal, fewer;
	int64_t most = 0;
	bool open = false;

	memcpy(purse.gets, slow->gets, sizeof(purse.gets));
	memcpy(purse.amount_minor, slow->amount_minor,
	       sizeof(purse.amount_minor));
	for (int i = 0; i < counting->meeting->proposal_count; i++)
		if (counting->tally->support[i] > most)
			most = counting->tally->support[i];
	for (int64_t votes = most; votes > 0; votes--) {
		line_up(counting, pot, votes, &equal, &fewer);
		open = open || !group(counting, &purse, &equal, &fewer);
		for (int i = 0; open && i < equal.count; i++)
			slow->undecided[equal.proposal[i]] =
			    !excluded(counting, &purse, equal.proposal[i]);
		if (open)
			purse.stopped = true;
	}
	memcpy(slow->gets, purse.gets, sizeof(purse.gets));
	memcpy(slow->amount_minor, purse.amount_minor,
	       sizeof(purse.amount_minor));
	slow->left_minor[pot] = purse.left_minor;
	return !open;
}

/* Whether POT must wait for lots drawn in another. */
static bool pot_waits(const struct counting *counting, int pot,
		      const bool open[MEETING_POTS])
{
	const struct meeting *meeting = counting->meeting;

	for (int from = 0; from < meeting->pot_count; from++)
		if (open[from] && meeting->pots[from].leftover_to == pot)
			return true;
	for (int a = 0; a < meeting->proposal_count; a++)
		for (int b = 0; b < meeting->proposal_count; b++)
			if (meeting->proposals[a].pot == pot &&
			    enough_votes(counting, a) &&
			    counting->slow->undecided[b] &&
			    meeting_incompatible(meeting, a, b))
				return true;
	return false;
}

static void pot_wait(const struct counting *counting, int pot)
{
	struct purse purse = {0};

	memcpy(purse.gets, counting->slow->gets, sizeof(purse.gets));
	for (int i = 0; i < counting->meeting->proposal_count; i++)
		if (counting->meeting->proposals[i].pot == pot)
			counting->slow->undecided[i] =
			    enough_votes(counting, i) &&
			    !excluded(counting, &purse, i);
}

/* Whether PROPOSAL is ruled out by one that has money or may still get some. */
static bool ruled_out(const struct counting *counting, int proposal)
{
	const struct slow *slow = counting->slow;

	for (int i = 0; i < counting->meeting->proposal_count; i++)
		if ((slow->gets[i] || slow->undecided[i] ||
		     slow->agreed_minor[i] > 0) &&
		    meeting_incompatible(counting->meeting, i, proposal))
			return true;
	return false;
}

/* Gives what is left of POT as DECISION says and looks whether that is in
 * order; if not, nothing was given. */
static void share(const struct counting *counting, int pot,
		  const struct decision *decision)
{
	struct slow *slow = counting->slow;
	const struct slow before = *slow;
	bool fits = counting->meeting->pots[pot].leftover_to < 0;

	for (int i = 0; i < decision->count; i++) {
		int proposal = decision->proposal[i];
		int64_t amount_minor = decision->amount_minor[i];

		fits = fits &&
		       (amount_minor == 0 || !ruled_out(counting, proposal));
		slow->agreed_minor[proposal] += amount_minor;
		slow->left_minor[pot] -= amount_minor;
		if (slow->amount_minor[proposal] +
			    slow->agreed_minor[proposal] >
			counting->meeting->proposals[proposal].cost_minor ||
		    slow->left_minor[pot] < 0)
			fits = false;
	}
	if (fits)
		return;
	*slow = before;
	slow->left_unused[pot] = true;
}

static void share_all(const struct counting *counting,
		      const bool open[MEETING_POTS])
{
	for (int pot = 0; pot < counting->meeting->pot_count; pot++)
		for (int i = counting->decision_count - 1; i >= 0; i--)
			if (counting->decisions[i].kind == DECISION_LEFT &&
			    counting->decisions[i].pot == pot) {
				if (!open[pot])
					share(counting, pot,
					      &counting->decisions[i]);
				break;
			}
}

void slow_count(const struct meeting *meeting, const struct tally *tally,
		const struct decision *decisions, int decision_count,
		struct slow *ret_slow)
{
	struct counting counting = {meeting, tally, decisions, decision_count,
				    ret_slow};
	bool done[MEETING_POTS] = {false}, open[MEETING_POTS] = {false};

	memset(ret_slow, 0, sizeof(*ret_slow));
	for (int left = meeting->pot_count; left > 0; left--) {
		int pot = 0;
		int64_t money_minor;

		for (bool ready = false; !ready; pot += !ready) {
			ready = !done[pot];
			for (int i = 0; i < meeting->pot_count; i++)
				if (!done[i] &&
				    meeting->pots[i].leftover_to == pot)
					ready = false;
		}
		money_minor = meeting->pots[pot].amount_minor;
		for (int i = 0; i < meeting->pot_count; i++)
			if (meeting->pots[i].leftover_to == pot && !open[i])
				money_minor += ret_slow->left_minor[i];
		open[pot] = pot_waits(&counting, pot, open);
		if (open[pot])
			pot_wait(&counting, pot);
		else
			open[pot] = !pot_give(&counting, pot, money_minor);
		if (open[pot])
			ret_slow->stopped = true;
		done[pot] = true;
	}
	share_all(&counting, open);
}
