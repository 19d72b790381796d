/* What a touch changes on the ballot, by the type of the pot. */
#include "core/session_move.h"

enum {
	STEP_LARGE = 5,
	STEP_ONES = 20, /* up to so many for one proposal a step is one */
};

int session_step(const struct pot *pot)
{
	return pot->value_most <= STEP_ONES ? 1 : STEP_LARGE;
}

int64_t session_left_minor(const struct session *session,
			   const struct meeting *meeting, int pot)
{
	return meeting->pots[pot].amount_minor -
	       ballot_cost_minor(meeting, &session->ballot, pot);
}

int session_left_points(const struct session *session,
			const struct meeting *meeting, int pot)
{
	return meeting->pots[pot].points -
	       ballot_points(meeting, &session->ballot, pot);
}

/* Shows BANNER about PROPOSAL. */
static void refuse(const struct touch *touch, enum banner banner, int proposal)
{
	session_show(touch->session, banner,
		     touch->meeting->proposals[proposal].pot, touch->now_ms);
	touch->session->banner_proposal = proposal;
}

/* The ranks behind the one that is taken away move up. */
static void unchoose(const struct touch *touch, int proposal)
{
	short *value = touch->session->ballot.value;
	int pot = touch->meeting->proposals[proposal].pot;
	int was = value[proposal], first, end;

	value[proposal] = 0;
	touch->session->scored[proposal] = false;
	if (touch->meeting->pots[pot].ballot_type != BALLOT_RANK)
		return;
	meeting_pot_range(touch->meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		if (value[i] > was)
			value[i]--;
}

/* Adds PROPOSAL to those chosen, where there is room for it. */
static void choose(const struct touch *touch, int proposal)
{
	struct session *session = touch->session;
	int index = touch->meeting->proposals[proposal].pot;
	const struct pot *pot = &touch->meeting->pots[index];
	int chosen = ballot_chosen(touch->meeting, &session->ballot, index);

	if (chosen >= pot->choose_max)
		refuse(touch, BANNER_FULL, proposal);
	else if (pot->ballot_type == BALLOT_KNAPSACK &&
		 touch->meeting->proposals[proposal].cost_minor >
		     session_left_minor(session, touch->meeting, index))
		refuse(touch, BANNER_DEAR, proposal);
	else
		session->ballot.value[proposal] =
		    pot->ballot_type == BALLOT_RANK ? (short)(chosen + 1) : 1;
}

static void toggle(const struct touch *touch, int proposal)
{
	enum ballot_type type =
	    touch->meeting->pots[touch->meeting->proposals[proposal].pot]
		.ballot_type;

	if (touch->session->ballot.value[proposal] != 0)
		unchoose(touch, proposal);
	else if (touch->session->screen != SCREEN_REVIEW &&
		 type != BALLOT_POINTS && type != BALLOT_SCORE)
		choose(touch, proposal); /* the review only takes away */
}

/* Whether proposal is of a pot of TYPE. */
static bool is_type(const struct touch *touch, int proposal,
		    enum ballot_type type)
{
	int pot = touch->meeting->proposals[proposal].pot;

	return touch->meeting->pots[pot].ballot_type == type;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

static void give(const struct touch *touch, int proposal)
{
	struct session *session = touch->session;
	int index = touch->meeting->proposals[proposal].pot;
	const struct pot *pot = &touch->meeting->pots[index];
	int left = session_left_points(session, touch->meeting, index);
	short *value = &session->ballot.value[proposal];

	if (!is_type(touch, proposal, BALLOT_POINTS))
		return;
	if (left == 0)
		refuse(touch, BANNER_SPENT, proposal);
	else if (*value >= pot->value_most)
		refuse(touch, BANNER_MOST, proposal);
	else if (*value == 0 && ballot_chosen(touch->meeting, &session->ballot,
					      index) >= pot->choose_max)
		refuse(touch, BANNER_FULL, proposal);
	else
		*value = (short)least(*value + least(session_step(pot), left),
				      pot->value_most);
}

/* Down to the next whole step. */
static void take(const struct touch *touch, int proposal)
{
	int pot = touch->meeting->proposals[proposal].pot;
	int step = session_step(&touch->meeting->pots[pot]);
	short *value = &touch->session->ballot.value[proposal];

	if (is_type(touch, proposal, BALLOT_POINTS) && *value > 0)
		*value = (short)((*value - 1) / step * step);
}

/* The proposal shown gets the score; the same score once more takes it away. */
static void score(const struct touch *touch)
{
	struct session *session = touch->session;
	const struct pot *pot = &touch->meeting->pots[session->pot];
	int value = touch->intent.value, from, to, proposal;

	if (session->screen != SCREEN_CHOOSE ||
	    pot->ballot_type != BALLOT_SCORE || value < pot->score_least ||
	    value > pot->value_most)
		return;
	session_page_cards(session, touch->meeting, touch->page_size, &from,
			   &to);
	if (from >= to)
		return;
	proposal = session->order[from];
	if (session->scored[proposal] &&
	    session->ballot.value[proposal] == value) {
		unchoose(touch, proposal);
		return;
	}
	session->ballot.value[proposal] = (short)value;
	session->scored[proposal] = true;
}

/* Proposal changes places with the one ranked BY behind it (-1: before it). */
static void move(const struct touch *touch, int proposal, int by)
{
	short *value = touch->session->ballot.value;
	int pot = touch->meeting->proposals[proposal].pot;
	int first, end, rank = value[proposal];

	if (!is_type(touch, proposal, BALLOT_RANK) || rank == 0)
		return;
	meeting_pot_range(touch->meeting, pot, &first, &end);
	for (int i = first; i < end; i++) {
		if (value[i] != rank + by || value[i] == 0)
			continue;
		value[i] = (short)rank;
		value[proposal] = (short)(rank + by);
		return;
	}
}

bool session_mark(const struct touch *touch)
{
	int value = touch->intent.value;
	bool proposal = value >= 0 && value < touch->meeting->proposal_count;

	switch (touch->intent.kind) {
	case INTENT_SCORE:
		touch->session->banner = BANNER_NONE;
		score(touch);
		return true;
	case INTENT_TOGGLE:
	case INTENT_GIVE:
	case INTENT_TAKE:
	case INTENT_RAISE:
	case INTENT_LOWER:
		break;
	default:
		return false;
	}
	if (!proposal)
		return true;
	touch->session->banner = BANNER_NONE;
	if (touch->intent.kind == INTENT_TOGGLE)
		toggle(touch, value);
	else if (touch->intent.kind == INTENT_GIVE)
		give(touch, value);
	else if (touch->intent.kind == INTENT_TAKE)
		take(touch, value);
	else
		move(touch, value, touch->intent.kind == INTENT_RAISE ? -1 : 1);
	return true;
}
