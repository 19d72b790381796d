/* One pot in the format of pabulib.org (PaBuLib, section "Data Format"): what
 * other tools for participatory budgeting read. */
#include "tools/bundle/bundle_render.h"

#include <inttypes.h>
#include <string.h>

#include "core/rule_kind.h"
#include "rules/pot_options.h"
#include "tools/pabulib/pabulib.h"

enum { DAY_TEXT = 11, LABEL_TEXT = 512 };

/* The votes that a proposal of POT needs to be funded; a point, where those
 * that are below have none. */
static int64_t threshold_of(const struct bundle *bundle, int pot)
{
	const struct pot *rules = &bundle->meeting->pots[pot];
	int64_t share =
	    ((int64_t)rules->threshold_percent * bundle->tally.ballots + 99) /
	    100;
	int64_t votes = rules->threshold_votes > 1 ? rules->threshold_votes : 1;

	if (!ballot_type_ticked(rules->ballot_type))
		return 1;
	return share > votes ? share : votes;
}

/* What of the pot's rule, and of what the room decided beside it, came to bear
 * on its proposals. */
struct shape {
	bool excluded, part, below, agreed;
	/* Too few ballots name one that has points: the format knows only
	 * thresholds of points. */
	bool unnamed;
	bool under; /* one that has some support is under a threshold */
};

static struct shape shape_of(const struct bundle *bundle, int pot)
{
	const struct pot_result *result = &bundle->result.pots[pot];
	const bool ticked =
	    ballot_type_ticked(bundle->meeting->pots[pot].ballot_type);
	struct shape shape = {.part = false};

	for (int i = result->first_award; i < result->end_award; i++) {
		const struct award *award = &bundle->result.awards[i];
		enum outcome outcome = award->outcome;

		shape.excluded |= outcome == OUTCOME_EXCLUDED;
		shape.part |= outcome == OUTCOME_PART;
		shape.below |= outcome == OUTCOME_BELOW;
		shape.under |= outcome == OUTCOME_BELOW && award->votes > 0;
		shape.unnamed |=
		    outcome == OUTCOME_BELOW && !ticked && award->votes > 0;
		shape.agreed |=
		    outcome == OUTCOME_AGREED || award->agreed_minor > 0;
	}
	return shape;
}

/* The label of a rule that is not greedy, none of which its checker counts
 * again. CUSTOM: the file's votes do not tell all of it. */
static const char *other_label(const struct pot *pot, bool custom)
{
	static const char *const shares[] = {
	    [COMPLETION_NONE] = "equalshares",
	    [COMPLETION_GREEDY] = "equalshares/greedy",
	    [COMPLETION_ADD1] = "equalshares/add1",
	    [COMPLETION_ADD1U] = "equalshares/add1u",
	};

	if (custom)
		return "unknown";
	if (pot_rule(pot) == RULE_EQUAL_SHARES)
		return shares[pot_completion(pot)];
	return pot->rule;
}

/* The name that Pabulib has for what was done with the votes of the file. Its
 * checker calls money that is left although something would fit a mistake in a
 * "greedy" file, so a count that stops at the first misfit must not be called
 * that. */
static const char *rule_label(const struct bundle *bundle,
			      const struct pot *pot, struct shape shape)
{
	bool stops = pot->misfit == MISFIT_STOP;

	if (bundle_overruled(bundle))
		return "unknown";
	if (pot_rule(pot) != RULE_GREEDY)
		return other_label(pot, shape.agreed || shape.under);
	if (shape.part || shape.agreed || shape.unnamed ||
	    (shape.excluded && (stops || shape.below)))
		return "greedy-custom";
	if (stops)
		return "greedy-no-skip";
	if (shape.excluded)
		return "greedy-exclusive";
	return shape.below ? "greedy-threshold" : "greedy";
}

/* The file has no quoting for line ends, and people open it in spreadsheets. */
static void write_pair(const char *key, const char *value, FILE *out)
{
	fprintf(out, "%s;", key);
	bundle_write_cell(value, out);
	fputc('\n', out);
}

/* "10.11.2015" for "2015-11-10"; what is no such date as it is. */
static void write_day(const char *key, const char *iso, FILE *out)
{
	char day[DAY_TEXT];

	if (strlen(iso) == 10)
		snprintf(day, sizeof(day), "%.2s.%.2s.%.4s", iso + 8, iso + 5,
			 iso);
	write_pair(key, strlen(iso) == 10 ? day : iso, out);
}

/* What `selected` and `rule` do not tell. Comments are numbered in the format.
 */
static void write_comment(const struct bundle *bundle, struct shape shape,
			  FILE *out)
{
	const struct {
		bool said;
		const char *text;
	} comments[] = {
	    {shape.part || shape.agreed,
	     "selected 2 means that the project got a part of its cost."},
	    {shape.agreed, "the room agreed on some of the money itself."},
	    {shape.unnamed,
	     "a project that too few ballots name is not funded."},
	    {bundle_overruled(bundle),
	     "the money was given by a count by hand, not by these votes."},
	};
	int number = 0;

	for (size_t i = 0; i < sizeof(comments) / sizeof(comments[0]); i++) {
		if (!comments[i].said)
			continue;
		fprintf(out, "%s#%d: %s", number ? " " : "comment;", number + 1,
			comments[i].text);
		number++;
	}
	if (number)
		fputc('\n', out);
}

/* What the format calls a ballot of the pot. */
static enum vote_type vote_type(const struct pot *pot)
{
	static const enum vote_type types[BALLOT_TYPE_COUNT] = {
	    [BALLOT_APPROVAL] = VOTE_APPROVAL,
	    [BALLOT_KNAPSACK] = VOTE_APPROVAL,
	    [BALLOT_POINTS] = VOTE_CUMULATIVE,
	    [BALLOT_SCORE] = VOTE_SCORING,
	    [BALLOT_RANK] = VOTE_ORDINAL,
	};

	if (pot->ballot_type == BALLOT_APPROVAL && pot->choose_max == 1)
		return VOTE_CHOOSE_1;
	return types[pot->ballot_type];
}

/* Whether a ballot says how many points it gives. */
static bool has_points(const struct pot *pot)
{
	return vote_type_points(vote_type(pot));
}

/* What a ballot may hold. A blank one holds less than the least, so that is
 * told only where there is none. */
static void write_limits(const struct bundle *bundle, int pot, FILE *out)
{
	const struct pot *rules = &bundle->meeting->pots[pot];
	bool score = rules->ballot_type == BALLOT_SCORE;

	if (vote_type(rules) != VOTE_CHOOSE_1) {
		if (rules->choose_min > 0 && bundle->tally.blank[pot] == 0)
			fprintf(out, "min_length;%d\n", rules->choose_min);
		fprintf(out, "max_length;%d\n", rules->choose_max);
	}
	if (rules->ballot_type == BALLOT_KNAPSACK) {
		/* Of the pot itself: what moves in later was not to be spent.
		 */
		fputs("max_sum_cost;", out);
		pabulib_write_money(rules->amount_minor, out);
		fputc('\n', out);
	}
	if (has_points(rules))
		fprintf(out, "min_points;%d\nmax_points;%d\n",
			score ? rules->score_least : 1, rules->value_most);
	if (rules->ballot_type == BALLOT_POINTS)
		fprintf(out, "max_sum_points;%d\n", rules->points);
	if (score)
		fputs("default_score;0\n", out);
}

/* The keys in the order that the format lists them in. */
static void write_meta(const struct bundle *bundle, int pot, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	const struct pot *rules = &meeting->pots[pot];
	struct shape shape = shape_of(bundle, pot);
	const char *title = meeting_text(meeting, &meeting->title, 0, NULL);
	const char *pot_title = meeting_text(meeting, &rules->title, 0, NULL);
	char label[LABEL_TEXT];
	int first, end;

	meeting_pot_range(meeting, pot, &first, &end);
	snprintf(label, sizeof(label), "%s: %s", title, pot_title);
	fputs("META\nkey;value\n", out);
	write_pair("description", label, out);
	write_pair("country", "Denmark", out);
	write_pair("unit", *meeting->place ? meeting->place : title, out);
	write_pair("subunit", pot_title, out);
	snprintf(label, sizeof(label), "%.4s", meeting->date);
	write_pair("instance", label, out);
	fprintf(out, "num_projects;%d\nnum_votes;%d\nbudget;", end - first,
		bundle->tally.ballots);
	pabulib_write_money(bundle->counted
				? bundle->result.pots[pot].money_minor
				: rules->amount_minor,
			    out);
	fprintf(out, "\nvote_type;%s\nrule;%s\n",
		vote_type_name(vote_type(rules)),
		bundle->counted ? rule_label(bundle, rules, shape) : "unknown");
	write_day("date_begin", meeting->date, out);
	write_day("date_end", meeting->date, out);
	write_limits(bundle, pot, out);
	if (bundle->counted && shape.below && !shape.unnamed)
		fprintf(out, "min_project_score_threshold;%" PRId64 "\n",
			threshold_of(bundle, pot));
	write_pair("language", meeting->languages[0], out);
	fputs("currency;DKK\n", out);
	if (bundle->counted)
		write_comment(bundle, shape, out);
}

/* 0 nothing, 1 its whole cost, 2 less. */
static int selected(const struct bundle *bundle, const struct award *award)
{
	int64_t cost = bundle->meeting->proposals[award->proposal].cost_minor;

	if (!award_funded(award))
		return 0;
	return award_money(award) == cost ? 1 : 2;
}

static void write_project(const struct bundle *bundle, int index,
			  const struct award *award, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	const struct proposal *proposal = &meeting->proposals[index];

	fprintf(out, "%d;", proposal->number);
	pabulib_write_money(proposal->cost_minor, out);
	if (ballot_type_ticked(meeting->pots[proposal->pot].ballot_type))
		fprintf(out, ";%" PRId64 ";", bundle->tally.support[index]);
	else
		fprintf(out, ";%d;%" PRId64 ";", bundle->tally.named[index],
			bundle->tally.support[index]);
	bundle_write_cell(meeting_text(meeting, &proposal->title, 0, NULL),
			  out);
	if (award)
		fprintf(out, ";%d", selected(bundle, award));
	fputc('\n', out);
}

/* In the order of the money, so that a tool that breaks ties by the order of
 * the file comes to the same end as the lots did. */
static void write_projects(const struct bundle *bundle, int pot, FILE *out)
{
	const struct pot_result *result = &bundle->result.pots[pot];
	int first, end;

	meeting_pot_range(bundle->meeting, pot, &first, &end);
	fprintf(out, "PROJECTS\nproject_id;cost;votes;%sname%s\n",
		ballot_type_ticked(bundle->meeting->pots[pot].ballot_type)
		    ? ""
		    : "score;",
		bundle->counted ? ";selected" : "");
	if (!bundle->counted) {
		for (int i = first; i < end; i++)
			write_project(bundle, i, NULL, out);
		return;
	}
	for (int i = result->first_award; i < result->end_award; i++)
		write_project(bundle, bundle->result.awards[i].proposal,
			      &bundle->result.awards[i], out);
}

/* The places of POT that BALLOT names, as they stand, or the best first. */
static int named_places(const struct bundle *bundle, int pot,
			const struct ballot *ballot,
			int ret_places[MEETING_PROPOSALS])
{
	const bool rank = bundle->meeting->pots[pot].ballot_type == BALLOT_RANK;
	int first, end, count = 0;

	meeting_pot_range(bundle->meeting, pot, &first, &end);
	for (int i = first; i < end; i++) {
		if (ballot->value[i] == 0)
			continue;
		ret_places[rank ? ballot->value[i] - 1 : count] = i;
		count++;
	}
	return count;
}

static void write_ballot(const struct bundle *bundle, int pot,
			 const struct ballot *ballot, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	int places[MEETING_PROPOSALS] = {0};
	int count = named_places(bundle, pot, ballot, places);

	for (int i = 0; i < count; i++)
		fprintf(out, "%s%d", i ? "," : "",
			meeting->proposals[places[i]].number);
	if (has_points(&meeting->pots[pot])) {
		fputs(count ? ";" : ";" VOTE_NO_POINTS, out);
		for (int i = 0; i < count; i++)
			fprintf(out, "%s%d", i ? "," : "",
				ballot->value[places[i]]);
	}
	fputc('\n', out);
}

void bundle_write_pabulib(const struct bundle *bundle, int pot, FILE *out)
{
	int voter = 0;

	write_meta(bundle, pot, out);
	write_projects(bundle, pot, out);
	fprintf(out, "VOTES\n%s\n",
		vote_type_head(vote_type(&bundle->meeting->pots[pot])));
	for (int i = 0; i < bundle->slot_count; i++) {
		if (!bundle->slots[i].filled)
			continue;
		fprintf(out, "%d;", ++voter);
		write_ballot(bundle, pot, &bundle->slots[i].ballot, out);
	}
}
