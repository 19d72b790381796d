#include "tests/lib/rules_case.h"

#include "tests/lib/cmocka_all.h"

#include "core/money.h"

/* The amount at TEXT ("30.000 kr."), which must be one. */
static int64_t amount_read(const char *text)
{
	int64_t minor = 0;

	if (money_parse(text, strlen(text), &minor) != STATUS_OK)
		fail_msg("not an amount: %s", text);
	return minor;
}

static int proposal_read(const struct meeting *meeting, int number)
{
	int index = meeting_proposal(meeting, number);

	if (index < 0)
		fail_msg("no proposal %d", number);
	return index;
}

static const char *string_keep(struct meeting *meeting, const char *text)
{
	const char *kept = meeting_string(meeting, text, strlen(text));

	assert_non_null(kept);
	return kept;
}

/* One of the words after a pot's amount; REST gets the key of "rest to KEY". */
static void pot_option(struct meeting *meeting, struct pot *pot,
		       const char *option, const char **rest)
{
	int number;
	char key[CASE_LINE];

	if (strcmp(option, "skip") == 0)
		pot->misfit = MISFIT_SKIP;
	else if (strcmp(option, "stop") == 0)
		pot->misfit = MISFIT_STOP;
	else if (strcmp(option, "part") == 0)
		pot->misfit = MISFIT_PART;
	else if (sscanf(option, "rest to %255s", key) == 1)
		*rest = string_keep(meeting, key);
	else if (sscanf(option, "at least %d %255s", &number, key) == 2 &&
		 strcmp(key, "%") == 0)
		pot->threshold_percent = number;
	else if (sscanf(option, "at least %d vote%255s", &number, key) == 2)
		pot->threshold_votes = number;
	else
		fail_msg("pot: %s", option);
}

/* Cuts LINE at ", "; returns what follows, or NULL. */
static char *option_next(char *line)
{
	char *comma = strstr(line, ", ");

	if (!comma)
		return NULL;
	*comma = '\0';
	return comma + 2;
}

static void pot_read(struct meeting *meeting, char *line,
		     const char *rest[MEETING_POTS])
{
	struct pot *pot = &meeting->pots[meeting->pot_count];
	char *colon = strchr(line, ':');
	char *option = option_next(line);

	assert_non_null(colon);
	*colon = '\0';
	*pot = (struct pot){
	    .key = string_keep(meeting, line + strlen("Pot ")),
	    .amount_minor = amount_read(colon + 1),
	    .choose_max = MEETING_PROPOSALS,
	    .rule = "greedy",
	    .threshold_votes = 1,
	    .leftover_to = -1,
	};
	for (char *next; option; option = next) {
		next = option_next(option);
		pot_option(meeting, pot, option, &rest[meeting->pot_count]);
	}
	meeting->pot_count++;
}

static void proposal_option(struct proposal *proposal, const char *option,
			    int64_t *support)
{
	int number;

	if (sscanf(option, "%d vote", &number) == 1) {
		*support = number;
	} else if (sscanf(option, "not with %d", &number) == 1) {
		proposal->incompatible[proposal->incompatible_count++] = number;
	} else if (strncmp(option, "takes ", 6) == 0) {
		char *end = strstr(option, " or more");

		assert_non_null(end);
		*end = '\0';
		proposal->accepts_partial = true;
		proposal->min_cost_minor = amount_read(option + 6);
	} else {
		fail_msg("proposal: %s", option);
	}
}

static void proposal_line(struct rules_case *test, char *line)
{
	struct meeting *meeting = test->meeting;
	int index = meeting->proposal_count++;
	struct proposal *proposal = &meeting->proposals[index];
	char *colon = strchr(line, ':'), *option = option_next(line);
	char key[CASE_LINE];
	int64_t support = 0;
	int number;

	assert_non_null(colon);
	*colon = '\0';
	if (sscanf(line, "Proposal %d in %255s", &number, key) != 2)
		fail_msg("%s", line);
	*proposal = (struct proposal){
	    .number = number,
	    .pot = meeting_pot(meeting, key),
	    .title = {{"?"}},
	    .cost_minor = amount_read(colon + 1),
	    .walk_minutes = -1,
	};
	if (proposal->pot < 0)
		fail_msg("no pot %s", key);
	for (char *next; option; option = next) {
		next = option_next(option);
		proposal_option(proposal, option, &support);
	}
	tally_set(&test->tally, meeting, index, support);
}

/* "12 ballots: 1 4 7": the blank ones name no proposal. */
static void ballots_line(struct rules_case *test, const char *line)
{
	struct ballot ballot = {{0}};
	const char *at = strchr(line, ':') + 1;
	int count = atoi(line);

	for (int number, used; sscanf(at, "%d%n", &number, &used) == 1;
	     at += used)
		ballot.value[proposal_read(test->meeting, number)] = 1;
	if (*at && strcmp(at, " blank") != 0)
		fail_msg("%s", line);
	assert_int_equal(ballot_check(test->meeting, &ballot), STATUS_OK);
	for (int i = 0; i < count; i++)
		tally_add(&test->tally, test->meeting, &ballot);
}

static void decision_line(struct rules_case *test, const char *line,
			  enum decision_kind kind)
{
	struct decision *decision = &test->decisions[test->decision_count++];
	const char *at = strchr(line, ':') + 1;

	*decision = (struct decision){.kind = kind, .reason = ""};
	for (int number, used; sscanf(at, "%d%n", &number, &used) == 1;
	     at += used)
		decision->proposal[decision->count++] =
		    proposal_read(test->meeting, number);
	decision->pot = test->meeting->proposals[decision->proposal[0]].pot;
}

/* "Split: 4 gets 13.872 kr., 6 gets 13.872 kr.": amounts, "Left: …" too. */
static void amounts_line(struct rules_case *test, char *line,
			 enum decision_kind kind)
{
	struct decision *decision = &test->decisions[test->decision_count++];
	char *part = strchr(line, ':') + 1;

	*decision = (struct decision){.kind = kind, .reason = ""};
	for (char *next; part; part = next) {
		int number, used = 0, at = decision->count++;

		next = option_next(part);
		if (sscanf(part, "%d gets %n", &number, &used) != 1 || !used)
			fail_msg("%s", part);
		decision->proposal[at] = proposal_read(test->meeting, number);
		decision->amount_minor[at] = amount_read(part + used);
	}
	decision->pot = test->meeting->proposals[decision->proposal[0]].pot;
}

static void case_line(struct rules_case *test, char *line,
		      const char *rest[MEETING_POTS])
{
	if (strncmp(line, "Pot ", 4) == 0)
		pot_read(test->meeting, line, rest);
	else if (strncmp(line, "Proposal ", 9) == 0)
		proposal_line(test, line);
	else if (strncmp(line, "Ballots: ", 9) == 0)
		test->tally.ballots = atoi(line + 9);
	else if (strstr(line, " ballots:"))
		ballots_line(test, line);
	else if (strncmp(line, "Lots:", 5) == 0)
		decision_line(test, line, DECISION_LOTS);
	else if (strncmp(line, "Agreed:", 7) == 0)
		decision_line(test, line, DECISION_AGREED);
	else if (strncmp(line, "Split:", 6) == 0)
		amounts_line(test, line, DECISION_SPLIT);
	else if (strncmp(line, "Left:", 5) == 0)
		amounts_line(test, line, DECISION_LEFT);
	else
		fail_msg("%s", line);
}

/* The next line that is neither empty nor a remark, without its line end. */
static bool line_read(FILE *file, char line[CASE_LINE])
{
	while (fgets(line, CASE_LINE, file)) {
		line[strcspn(line, "\n")] = '\0';
		if (*line && *line != '#')
			return true;
	}
	return false;
}

bool rules_case_read(FILE *file, struct rules_case **ret_case)
{
	const char *rest[MEETING_POTS] = {NULL};
	struct rules_case *test;
	char line[CASE_LINE];
	bool result = false;
	long at;

	if (!line_read(file, line))
		return false;
	if (strncmp(line, "Case: ", 6) != 0)
		fail_msg("not a case: %s", line);
	test = calloc(1, sizeof(*test));
	assert_non_null(test);
	test->meeting = meeting_new();
	assert_non_null(test->meeting);
	test->meeting->language_count = 1;
	test->meeting->languages[0] = "da";
	strcpy(test->name, line + 6);
	for (at = ftell(file); line_read(file, line); at = ftell(file)) {
		if (strncmp(line, "Case: ", 6) == 0)
			break;
		if (strcmp(line, "Result:") == 0) {
			result = true;
		} else if (result) {
			strcat(test->expected, line);
			strcat(test->expected, "\n");
		} else {
			case_line(test, line, rest);
		}
	}
	fseek(file, at, SEEK_SET);
	for (int pot = 0; pot < test->meeting->pot_count; pot++)
		if (rest[pot])
			test->meeting->pots[pot].leftover_to =
			    meeting_pot(test->meeting, rest[pot]);
	*ret_case = test;
	return true;
}

void rules_case_free(struct rules_case *test)
{
	if (test)
		meeting_free(test->meeting);
	free(test);
}

static void amount_tell(char *text, int64_t minor, const char *after)
{
	char amount[MONEY_TEXT];

	money_format(minor, '.', ',', amount);
	sprintf(text + strlen(text), "%s kr.%s", amount, after);
}

static void award_tell(const struct meeting *meeting, const struct award *award,
		       char *text)
{
	sprintf(text + strlen(text),
		"%d. proposal %d, %d vote%s: ", award->place,
		meeting->proposals[award->proposal].number, award->votes,
		award->votes == 1 ? "" : "s");
	text += strlen(text);
	switch (award->outcome) {
	case OUTCOME_FUNDED:
		strcat(text, "gets ");
		amount_tell(text, award->amount_minor, "");
		break;
	case OUTCOME_PART:
		strcat(text, "gets the last ");
		amount_tell(text, award->amount_minor, "");
		break;
	case OUTCOME_TOO_DEAR:
		strcat(text, "too dear, ");
		amount_tell(text, award->left_before_minor, " left");
		break;
	case OUTCOME_AFTER_STOP:
		strcat(text, "after the stop");
		break;
	case OUTCOME_BELOW:
		strcat(text, "below the limit");
		break;
	case OUTCOME_EXCLUDED:
		sprintf(text, "excluded by %d",
			meeting->proposals[award->because].number);
		break;
	case OUTCOME_AGREED:
		strcat(text, "gets ");
		amount_tell(text, award->amount_minor, ", agreed");
		break;
	case OUTCOME_SHARES:
		strcat(text, "supporters hold too little");
		break;
	case OUTCOME_OUTWEIGHED:
		strcat(text, "outweighed");
		break;
	case OUTCOME_UNDECIDED:
		strcat(text, "undecided");
		break;
	}
}

static void tie_tell(const struct meeting *meeting, const struct tie *tie,
		     char *text)
{
	strcat(text, "tie");
	for (int i = 0; i < tie->count; i++)
		sprintf(text + strlen(text), " %d",
			meeting->proposals[tie->proposal[i]].number);
	if (!tie->changes_money)
		strcat(text, ": changes nothing");
	else if (!tie->settled)
		strcat(text, ": lots needed");
	else
		strcat(text, tie->kind == DECISION_LOTS	   ? ": by lots"
			     : tie->kind == DECISION_SPLIT ? ": split"
							   : ": agreed");
}

static void pot_tell(const struct meeting *meeting, const struct result *result,
		     const struct step *step, char *text)
{
	const char *key = meeting->pots[step->pot].key;
	const char *other =
	    step->other < 0 ? "" : meeting->pots[step->other].key;
	char after[CASE_LINE] = "";

	if (step->kind == STEP_MOVED)
		sprintf(after, " from %s", other);
	else if (step->kind == STEP_MOVES_TO)
		sprintf(after, " to %s", other);
	else if (step->kind == STEP_LEFT)
		strcpy(after, " left");
	else if (step->kind == STEP_AGREED)
		sprintf(after, " more to proposal %d, agreed",
			meeting->proposals[result->awards[step->award].proposal]
			    .number);
	sprintf(text + strlen(text), "%s: ", key);
	amount_tell(text, step->amount_minor, after);
	if (step->kind == STEP_LEFT && result->pots[step->pot].left_unused)
		sprintf(text + strlen(text),
			"\n%s: what was agreed about it does not fit", key);
}

void rules_case_tell(const struct meeting *meeting, const struct result *result,
		     char ret_text[CASE_TEXT])
{
	*ret_text = '\0';
	for (int i = 0; i < result->step_count; i++) {
		const struct step *step = &result->steps[i];

		if (step->kind == STEP_AWARD)
			award_tell(meeting, &result->awards[step->award],
				   ret_text);
		else if (step->kind == STEP_TIE)
			tie_tell(meeting, &result->ties[step->tie], ret_text);
		else
			pot_tell(meeting, result, step, ret_text);
		strcat(ret_text, "\n");
	}
	if (result->stopped)
		strcat(ret_text, "stopped\n");
}
