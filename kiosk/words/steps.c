#include "words/steps.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "core/utf8.h"
#include "words/votes.h"
#include "words/words.h"

enum {
	TITLE_BYTES = 160,	/* longer titles are cut with an ellipsis */
	LIST_BYTES = STEP_LIST, /* so many numbers of a tie are listed */
	JOINED_MOST = 8,	/* as many of them are never broken apart */
};

#define NO_BREAK_SPACE "\u00a0"

/* An award being told: one or more whole sentences, a blank between them. */
struct told {
	const struct meeting *meeting;
	const struct result *result;
	const struct award *award;
	int language;
};

/* Copies TEXT, cut at a character's edge with an ellipsis if it is too long. */
static void text_clip(const char *text, char ret_text[TITLE_BYTES])
{
	size_t length = strlen(text);

	if (length < TITLE_BYTES) {
		memcpy(ret_text, text, length + 1);
		return;
	}
	length = utf8_cut(text, TITLE_BYTES - sizeof("…"));
	snprintf(ret_text, TITLE_BYTES, "%.*s…", (int)length, text);
}

static void pot_title(const struct meeting *meeting, int pot, int language,
		      char ret_text[TITLE_BYTES])
{
	text_clip(
	    meeting_text(meeting, &meeting->pots[pot].title, language, NULL),
	    ret_text);
}

/* Makes the spaces of TEXT such that no line is broken there. */
static void spaces_join(char text[LIST_BYTES])
{
	enum { MORE = sizeof(NO_BREAK_SPACE) - 2 };
	size_t length = strlen(text);

	for (char *at = text; (at = strchr(at, ' ')); at += MORE + 1) {
		if (length + MORE >= LIST_BYTES)
			return;
		memmove(at + MORE, at, length - (size_t)(at - text) + 1);
		memcpy(at, NO_BREAK_SPACE, MORE + 1);
		length += MORE;
	}
}

void tie_list(const struct meeting *meeting, const struct tie *tie,
	      bool ordered, char ret_text[LIST_BYTES])
{
	char before[LIST_BYTES];

	snprintf(ret_text, LIST_BYTES, "%d",
		 meeting->proposals[tie->proposal[0]].number);
	for (int i = 1; i < tie->count; i++) {
		int number = meeting->proposals[tie->proposal[i]].number;
		bool full = strlen(ret_text) > LIST_BYTES - 40;

		memcpy(before, ret_text, LIST_BYTES);
		if (full)
			snprintf(ret_text, LIST_BYTES, "%.*s …", LIST_BYTES - 8,
				 before);
		else if (i == tie->count - 1 && !ordered)
			/* TRANSLATORS: the last of a list of numbers. */
			snprintf(ret_text, LIST_BYTES, _("%1$s and %2$d"),
				 before, number);
		else
			/* TRANSLATORS: one more in a list of numbers. */
			snprintf(ret_text, LIST_BYTES, _("%1$s, %2$d"), before,
				 number);
		if (full)
			return;
	}
	if (tie->count <= JOINED_MOST)
		spaces_join(ret_text);
}

/* Adds SENTENCE to TEXT, a blank between them. */
static void sentence_add(char text[STEP_TEXT], const char *sentence)
{
	size_t length = strlen(text);

	snprintf(text + length, STEP_TEXT - length, " %s", sentence);
}

static void tie_sentence(const struct meeting *meeting, const struct tie *tie,
			 char ret_text[STEP_TEXT])
{
	const enum ballot_type type = meeting->pots[tie->pot].ballot_type;
	unsigned long votes = (unsigned long)tie->votes;
	char list[LIST_BYTES], order[STEP_TEXT];

	tie_list(meeting, tie, false, list);
	if (tie->count == 2)
		/* TRANSLATORS: two numbers of proposals, as "4 and 6". */
		snprintf(
		    ret_text, STEP_TEXT,
		    votes_or(type,
			     words_plural("Proposals %s both have %lu vote.",
					  "Proposals %s both have %lu votes.",
					  votes),
			     words_plural("Proposals %s both have %lu point.",
					  "Proposals %s both have %lu points.",
					  votes)),
		    list, votes);
	else
		/* TRANSLATORS: numbers of proposals, as "4, 6 and 7". */
		snprintf(
		    ret_text, STEP_TEXT,
		    votes_or(type,
			     words_plural("Proposals %s have %lu vote each.",
					  "Proposals %s have %lu votes each.",
					  votes),
			     words_plural("Proposals %s have %lu point each.",
					  "Proposals %s have %lu points each.",
					  votes)),
		    list, votes);
	if (!tie->settled) {
		sentence_add(ret_text,
			     tie->changes_money
				 ? _("Drawing lots decides who gets money.")
				 : _("That does not change the money."));
		return;
	}
	if (tie->kind == DECISION_SPLIT) {
		sentence_add(ret_text,
			     _("The room agreed how they share the money."));
		return;
	}
	tie_list(meeting, tie, true, list);
	/* TRANSLATORS: numbers of proposals, first is first, as "6, 4, 7". */
	snprintf(order, sizeof(order),
		 tie->kind == DECISION_LOTS
		     ? _("Lots were drawn and gave the order %s.")
		     : _("The room agreed on the order %s."),
		 list);
	sentence_add(ret_text, order);
}

/* An amount ends with "kr.", so no full stop follows one in these sentences. */

static void funded_add(const struct told *told, char text[STEP_TEXT])
{
	char left[MONEY_TEXT], sentence[STEP_TEXT];

	words_money(told->award->left_before_minor, left);
	/* TRANSLATORS: an amount of money. */
	words_fill(sentence, sizeof(sentence),
		   _("There is %s left: it gets the money."), left);
	sentence_add(text, sentence);
}

static void part_add(const struct told *told, char text[STEP_TEXT])
{
	char left[MONEY_TEXT], sentence[STEP_TEXT];

	words_money(told->award->left_before_minor, left);
	/* TRANSLATORS: an amount of money. */
	words_fill(sentence, sizeof(sentence),
		   _("There is %s left: it gets all of that."), left);
	sentence_add(text, sentence);
}

static void too_dear_add(const struct told *told, char text[STEP_TEXT])
{
	const struct proposal *proposal =
	    &told->meeting->proposals[told->award->proposal];
	char left[MONEY_TEXT], missing[MONEY_TEXT], sentence[STEP_TEXT];

	words_money(told->award->left_before_minor, left);
	words_money(proposal->cost_minor - told->award->left_before_minor,
		    missing);
	if (told->meeting->pots[proposal->pot].misfit == MISFIT_STOP)
		words_fill(sentence, sizeof(sentence),
			   _("There is %s left: the count stops here."), left);
	else
		words_fill(sentence, sizeof(sentence),
			   _("There is %s left: skipped."), left);
	sentence_add(text, sentence);
	/* TRANSLATORS: an amount of money; it ends with "kr.". */
	words_fill(sentence, sizeof(sentence), _("It lacks %s"), missing);
	sentence_add(text, sentence);
}

static void after_stop_add(const struct told *told, char text[STEP_TEXT])
{
	(void)told;
	sentence_add(text, _("The count had stopped: it gets no money."));
}

/* Where ballots are not ticked, how many points it has says nothing about the
 * limit, which counts ballots. */
static void below_named_add(const struct told *told, int limit,
			    char text[STEP_TEXT])
{
	int named = told->award->named;
	char sentence[STEP_TEXT];

	snprintf(sentence, sizeof(sentence),
		 words_plural("%d ballot names it.", "%d ballots name it.",
			      (unsigned long)named),
		 named);
	sentence_add(text, sentence);
	snprintf(sentence, sizeof(sentence),
		 words_plural("The limit is %d ballot.",
			      "The limit is %d ballots.", (unsigned long)limit),
		 limit);
	sentence_add(text, sentence);
}

static void below_add(const struct told *told, char text[STEP_TEXT])
{
	const struct award *award = told->award;
	const struct pot *pot =
	    &told->meeting->pots[told->meeting->proposals[award->proposal].pot];
	/* The least whole number of votes that is the share. */
	int64_t share =
	    ((int64_t)pot->threshold_percent * told->result->ballots + 99) /
	    100;
	bool by_share = share > pot->threshold_votes;
	char sentence[STEP_TEXT];

	if (award->votes != 0 && !ballot_type_ticked(pot->ballot_type)) {
		below_named_add(
		    told, by_share ? (int)share : pot->threshold_votes, text);
		return;
	}
	if (award->votes == 0)
		snprintf(sentence, sizeof(sentence), "%s",
			 _("Nobody chose it."));
	else if (by_share)
		/* TRANSLATORS: votes, and what part of the ballots that is. */
		snprintf(sentence, sizeof(sentence),
			 words_plural("The limit is %1$d vote: %2$d %% of the "
				      "ballots.",
				      "The limit is %1$d votes: %2$d %% of the "
				      "ballots.",
				      (unsigned long)share),
			 (int)share, pot->threshold_percent);
	else
		snprintf(sentence, sizeof(sentence),
			 words_plural("The limit is %d vote.",
				      "The limit is %d votes.",
				      (unsigned long)pot->threshold_votes),
			 pot->threshold_votes);
	sentence_add(text, sentence);
}

static void excluded_add(const struct told *told, char text[STEP_TEXT])
{
	int because = told->award->because;
	char title[TITLE_BYTES], sentence[STEP_TEXT];

	text_clip(meeting_short_title(told->meeting, because, told->language),
		  title);
	/* TRANSLATORS: another proposal's number and title. */
	words_fill(sentence, sizeof(sentence),
		   _("It cannot be combined with %1$d %2$s, which gets money."),
		   told->meeting->proposals[because].number, title);
	sentence_add(text, sentence);
}

static void agreed_add(const struct told *told, char text[STEP_TEXT])
{
	char amount[MONEY_TEXT], sentence[STEP_TEXT];

	if (told->award->amount_minor == 0) {
		sentence_add(text, _("The room agreed: it gets no money."));
		return;
	}
	words_money(told->award->amount_minor, amount);
	/* TRANSLATORS: an amount of money; it ends with "kr.". */
	words_fill(sentence, sizeof(sentence), _("The room agreed on %s"),
		   amount);
	sentence_add(text, sentence);
}

static void undecided_add(const struct told *told, char text[STEP_TEXT])
{
	(void)told;
	sentence_add(text, _("It waits until the tie is settled."));
}

/* Every outcome: in short, and what it adds to the award's first sentence. */
static const struct {
	const char *text;
	void (*add)(const struct told *told, char text[STEP_TEXT]);
} outcomes[] = {
    [OUTCOME_FUNDED] = {N_("Gets the money"), funded_add},
    [OUTCOME_PART] = {N_("Gets the rest of the money"), part_add},
    [OUTCOME_TOO_DEAR] = {N_("Not this time: too dear for what was left"),
			  too_dear_add},
    [OUTCOME_AFTER_STOP] = {N_("Not this time: the count had stopped"),
			    after_stop_add},
    [OUTCOME_BELOW] = {N_("Not this time: too few votes"), below_add},
    [OUTCOME_EXCLUDED] =
	{N_("Not this time: cannot be combined with one that gets money"),
	 excluded_add},
    [OUTCOME_AGREED] = {N_("Gets what the room agreed on"), agreed_add},
    [OUTCOME_UNDECIDED] = {N_("Not decided yet: there is a tie"),
			   undecided_add},
};

enum { OUTCOMES = sizeof(outcomes) / sizeof(outcomes[0]) };

const char *outcome_text(enum outcome outcome, enum ballot_type type)
{
	assert((unsigned)outcome < OUTCOMES);
	/* It may have most points, and only few that gave it some. */
	if (outcome == OUTCOME_BELOW && !ballot_type_ticked(type))
		return N_("Not this time: chosen by too few");
	return outcomes[outcome].text;
}

static void award_sentence(const struct told *told, char ret_text[STEP_TEXT])
{
	const struct award *award = told->award;
	const struct proposal *proposal;
	char title[TITLE_BYTES], cost[MONEY_TEXT];
	unsigned long votes;

	assert(award && (unsigned)award->outcome < OUTCOMES);
	proposal = &told->meeting->proposals[award->proposal];
	votes = (unsigned long)award->votes;
	text_clip(
	    meeting_short_title(told->meeting, award->proposal, told->language),
	    title);
	words_money(proposal->cost_minor, cost);
	/* TRANSLATORS: place, the proposal's number and title, its votes, and
	 * an amount of money, which ends with "kr.". */
	words_fill(
	    ret_text, STEP_TEXT,
	    votes_or(
		told->meeting->pots[proposal->pot].ballot_type,
		words_plural("Place %1$d: %2$d %3$s, %4$lu vote, costs %5$s",
			     "Place %1$d: %2$d %3$s, %4$lu votes, costs %5$s",
			     votes),
		words_plural("Place %1$d: %2$d %3$s, %4$lu point, costs %5$s",
			     "Place %1$d: %2$d %3$s, %4$lu points, costs %5$s",
			     votes)),
	    award->place, proposal->number, title, votes, cost);
	outcomes[award->outcome].add(told, ret_text);
}

/* Some of what is left goes to one that did not get all it asked for. */
static void agreed_sentence(const struct told *told, int64_t amount_minor,
			    char ret_text[STEP_TEXT])
{
	char title[TITLE_BYTES], amount[MONEY_TEXT];
	int proposal;

	assert(told->award);
	proposal = told->award->proposal;
	text_clip(meeting_short_title(told->meeting, proposal, told->language),
		  title);
	words_money(amount_minor, amount);
	/* TRANSLATORS: a proposal's number and title, and an amount of money,
	 * which ends with "kr.". */
	words_fill(ret_text, STEP_TEXT,
		   _("The room agreed: of what is left, %1$d %2$s gets %3$s"),
		   told->meeting->proposals[proposal].number, title, amount);
}

/* A step about the pot's money. UNUSED: what was agreed about the rest does not
 * fit. */
static void pot_sentence(const struct meeting *meeting, const struct step *step,
			 bool unused, int language, char ret_text[STEP_TEXT])
{
	char title[TITLE_BYTES], other[TITLE_BYTES] = "";
	char amount[MONEY_TEXT];

	pot_title(meeting, step->pot, language, title);
	words_money(step->amount_minor, amount);
	if (step->other >= 0)
		pot_title(meeting, step->other, language, other);
	if (step->kind == STEP_POT)
		/* TRANSLATORS: the title of a pot, and an amount of money. */
		words_fill(ret_text, STEP_TEXT,
			   _("%1$s: there is %2$s to give away."), title,
			   amount);
	else if (step->kind == STEP_MOVED)
		/* TRANSLATORS: a pot, an amount of money, and another pot. */
		words_fill(ret_text, STEP_TEXT,
			   _("%1$s: %2$s comes on top, left over from %3$s."),
			   title, amount, other);
	else if (step->kind == STEP_MOVES_TO)
		/* TRANSLATORS: a pot, an amount of money, and another pot. */
		words_fill(ret_text, STEP_TEXT,
			   _("%1$s: the %2$s that is left goes on to %3$s."),
			   title, amount, other);
	else if (step->amount_minor == 0)
		words_fill(ret_text, STEP_TEXT,
			   _("%1$s: all the money is given away."), title);
	else
		/* TRANSLATORS: the title of a pot, and an amount of money. */
		words_fill(ret_text, STEP_TEXT, _("%1$s: %2$s is left."), title,
			   amount);
	if (step->kind == STEP_LEFT && unused)
		sentence_add(
		    ret_text,
		    _("What the room agreed about it does not fit: not used."));
}

void step_sentence(const struct meeting *meeting, const struct result *result,
		   const struct step *step, int language,
		   char ret_text[STEP_TEXT])
{
	struct told told = {meeting, result, NULL, language};

	if (step->award >= 0)
		told.award = &result->awards[step->award];
	if (step->kind == STEP_AWARD)
		award_sentence(&told, ret_text);
	else if (step->kind == STEP_AGREED)
		agreed_sentence(&told, step->amount_minor, ret_text);
	else if (step->kind == STEP_TIE)
		tie_sentence(meeting, &result->ties[step->tie], ret_text);
	else
		pot_sentence(meeting, step, result->pots[step->pot].left_unused,
			     language, ret_text);
}
