#include "voter/wording_ballot.h"

#include <stdio.h>

#include "words/words.h"

static const struct pot *pot_of(const struct voter_view *view, int pot)
{
	return &view->meeting->pots[pot];
}

static int chosen_in(const struct voter_view *view, int pot)
{
	return ballot_chosen(view->meeting, &view->session->ballot, pot);
}

static int size_of(const struct voter_view *view, int pot)
{
	int first, end;

	meeting_pot_range(view->meeting, pot, &first, &end);
	return end - first;
}

int ballot_scored(const struct voter_view *view, int pot)
{
	int first, end, scored = 0;

	meeting_pot_range(view->meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		scored += view->session->scored[i];
	return scored;
}

static void points_task(const struct pot *pot, char ret_text[WORDING_TEXT])
{
	unsigned long points = (unsigned long)pot->points;

	if (pot->choose_min > 1)
		/* TRANSLATORS: points, and the least number of proposals. */
		snprintf(
		    ret_text, WORDING_TEXT,
		    words_plural("Share out %1$d point among at least %2$d "
				 "proposals.",
				 "Share out %1$d points among at least %2$d "
				 "proposals.",
				 points),
		    pot->points, pot->choose_min);
	else
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("Share out %d point.",
				      "Share out %d points.", points),
			 pot->points);
}

void ballot_task(const struct voter_view *view, int index,
		 char ret_text[WORDING_TEXT])
{
	const struct pot *pot = pot_of(view, index);
	int most = wording_most(view->meeting, index);
	char money[WORDING_TEXT];

	switch (pot->ballot_type) {
	case BALLOT_KNAPSACK:
		wording_money(pot->amount_minor, money);
		/* TRANSLATORS: an amount of money. */
		snprintf(ret_text, WORDING_TEXT, _("Spend up to %s"), money);
		break;
	case BALLOT_POINTS:
		points_task(pot, ret_text);
		break;
	case BALLOT_SCORE:
		/* TRANSLATORS: the lowest and the highest score. */
		snprintf(ret_text, WORDING_TEXT,
			 _("Give each proposal a score from %1$d to %2$d."),
			 pot->score_least, pot->value_most);
		break;
	case BALLOT_RANK:
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("Choose up to %d, the best first.",
				      "Choose up to %d, the best first.",
				      (unsigned long)most),
			 most);
		break;
	default:
		wording_task(pot->choose_min, most, ret_text);
		break;
	}
}

void ballot_state(const struct voter_view *view, int index,
		  char ret_text[WORDING_TEXT])
{
	const struct session *session = view->session;
	const struct pot *pot = pot_of(view, index);
	char used[WORDING_TEXT / 2 - 16], left[WORDING_TEXT],
	    money[WORDING_TEXT];

	switch (pot->ballot_type) {
	case BALLOT_KNAPSACK:
		wording_money(
		    ballot_cost_minor(view->meeting, &session->ballot, index),
		    money);
		snprintf(used, sizeof(used), "%.200s", money);
		wording_money(session_left_minor(session, view->meeting, index),
			      left);
		/* TRANSLATORS: amounts of money: used so far, and left. */
		snprintf(ret_text, WORDING_TEXT, _("Used %1$s · left %2$s"),
			 used, left);
		break;
	case BALLOT_POINTS:
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("%1$d of %2$d point given",
				      "%1$d of %2$d points given",
				      (unsigned long)pot->points),
			 ballot_points(view->meeting, &session->ballot, index),
			 pot->points);
		break;
	case BALLOT_SCORE:
		/* TRANSLATORS: so many proposals have got a score. */
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("%1$d of %2$d scored",
				      "%1$d of %2$d scored",
				      (unsigned long)size_of(view, index)),
			 ballot_scored(view, index), size_of(view, index));
		break;
	default:
		wording_state(chosen_in(view, index),
			      wording_most(view->meeting, index), ret_text);
		break;
	}
}

void ballot_more(const struct voter_view *view, int index,
		 char ret_text[WORDING_TEXT])
{
	const struct session *session = view->session;
	const struct pot *pot = pot_of(view, index);
	char money[WORDING_TEXT];
	int left;

	ret_text[0] = '\0';
	switch (pot->ballot_type) {
	case BALLOT_KNAPSACK:
		wording_money(session_left_minor(session, view->meeting, index),
			      money);
		/* TRANSLATORS: an amount of money. */
		snprintf(ret_text, WORDING_TEXT, _("You have %s left"), money);
		break;
	case BALLOT_POINTS:
		left = session_left_points(session, view->meeting, index);
		if (left > 0)
			snprintf(ret_text, WORDING_TEXT,
				 words_plural("You have %d point left.",
					      "You have %d points left.",
					      (unsigned long)left),
				 left);
		break;
	case BALLOT_SCORE:
		break;
	default:
		wording_more(chosen_in(view, index),
			     wording_most(view->meeting, index), ret_text);
		break;
	}
}

void ballot_done(const struct voter_view *view, int index,
		 char ret_text[WORDING_TEXT])
{
	enum ballot_type type = pot_of(view, index)->ballot_type;
	int chosen = chosen_in(view, index);

	if (chosen == 0 &&
	    (type != BALLOT_SCORE || ballot_scored(view, index) == 0)) {
		wording_chosen(0, 0, ret_text);
	} else if (type == BALLOT_SCORE) {
		ballot_state(view, index, ret_text);
	} else if (type == BALLOT_APPROVAL || type == BALLOT_RANK) {
		wording_chosen(chosen, wording_most(view->meeting, index),
			       ret_text);
	} else {
		ballot_more(view, index, ret_text);
	}
}

void ballot_sum(const struct voter_view *view, int index,
		char ret_text[WORDING_TEXT])
{
	enum ballot_type type = pot_of(view, index)->ballot_type;
	char money[WORDING_TEXT];

	ret_text[0] = '\0';
	if (chosen_in(view, index) == 0)
		return;
	if (type == BALLOT_APPROVAL || type == BALLOT_KNAPSACK) {
		wording_money(ballot_cost_minor(view->meeting,
						&view->session->ballot, index),
			      money);
		snprintf(ret_text, WORDING_TEXT, _("Total %s"), money);
	} else if (type == BALLOT_POINTS) {
		ballot_state(view, index, ret_text);
	}
}

/* Fewer than the pot asks for. */
static void few(const struct voter_view *view, int index,
		char ret_text[WORDING_TEXT])
{
	const struct pot *pot = pot_of(view, index);
	int lacks = session_lacks(view->session, view->meeting, index);

	if (pot->ballot_type == BALLOT_SCORE)
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("%d proposal still lacks a score.",
				      "%d proposals still lack a score.",
				      (unsigned long)lacks),
			 lacks);
	else if (pot->ballot_type == BALLOT_POINTS)
		snprintf(ret_text, WORDING_TEXT,
			 words_plural(
			     "Give points to at least %d proposal, or none.",
			     "Give points to at least %d proposals, or none.",
			     (unsigned long)pot->choose_min),
			 pot->choose_min);
	else
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("Choose at least %d proposal, or none.",
				      "Choose at least %d proposals, or none.",
				      (unsigned long)pot->choose_min),
			 pot->choose_min);
}

static void too_dear(const struct voter_view *view, char ret_text[WORDING_TEXT])
{
	const struct session *session = view->session;
	char left[WORDING_TEXT], cost[WORDING_TEXT];

	wording_money(
	    session_left_minor(session, view->meeting, session->banner_pot),
	    left);
	wording_money(
	    view->meeting->proposals[session->banner_proposal].cost_minor,
	    cost);
	/* TRANSLATORS: what is left of the money, and what this one costs; an
	 * amount ends in "kr.", so no full stop follows. */
	snprintf(ret_text, WORDING_TEXT,
		 _("You have %1$s left. This costs %2$s Remove "
		   "another first."),
		 left, cost);
}

void ballot_banner(const struct voter_view *view, char ret_text[WORDING_TEXT])
{
	const struct session *session = view->session;
	const struct pot *pot = pot_of(view, session->banner_pot);
	int chosen = chosen_in(view, session->banner_pot);

	switch (session->banner) {
	case BANNER_FULL:
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("You have chosen %d. Remove it first.",
				      "You have chosen %d. Remove one first.",
				      (unsigned long)chosen),
			 chosen);
		break;
	case BANNER_FEW:
		few(view, session->banner_pot, ret_text);
		break;
	case BANNER_DEAR:
		too_dear(view, ret_text);
		break;
	case BANNER_SPENT:
		snprintf(ret_text, WORDING_TEXT, "%s",
			 _("You have given all your points. Take some back "
			   "first."));
		break;
	case BANNER_MOST:
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("A proposal can get %d point at most.",
				      "A proposal can get %d points at most.",
				      (unsigned long)pot->value_most),
			 pot->value_most);
		break;
	default:
		snprintf(ret_text, WORDING_TEXT, "%s",
			 _("The slip has been read. Finish your vote here."));
		break;
	}
}
