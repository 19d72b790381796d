/* definition_read(): JSON taken apart into a meeting.
 *
 * Every value is looked at for its kind and its limits. At the end the meeting
 * is written again and must give the same bytes, so nothing unknown, missing,
 * doubled or spelled otherwise gets through.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "core/money.h"
#include "core/slip.h"
#include "store/definition.h"
#include "store/definition_names.h"
#include "store/reader.h"

enum {
	NUMBER_MAX = 999,
	COUNT_MAX = 1000000,
	PERCENT_MAX = 100,
};

/* What only some types of ballot have. */
static void read_values(struct reader *reader, const json_t *object,
			struct pot *pot)
{
	if (pot->ballot_type == BALLOT_POINTS) {
		pot->points = (int)reader_number(reader, object, "points", 1,
						 MEETING_POINTS);
		pot->value_most = (int)reader_number(
		    reader, object, "value_most", 1, pot->points);
	} else if (pot->ballot_type == BALLOT_SCORE) {
		pot->value_most = (int)reader_number(
		    reader, object, "value_most", 1, MEETING_SCORE_BEST);
		pot->score_least =
		    (int)reader_number(reader, object, "score_least", 0, 1);
		pot->score_all =
		    reader_number(reader, object, "score_all", 0, 1) == 1;
	} else if (pot->ballot_type == BALLOT_RANK &&
		   pot->choose_max > MEETING_RANKS) {
		reader_damaged(reader);
	}
}

static void read_pot(struct reader *reader, const json_t *object,
		     struct pot *pot)
{
	int type =
	    ballot_type_find(reader_string(reader, object, "ballot_type"));

	if (type < 0)
		reader_damaged(reader);
	else
		pot->ballot_type = (enum ballot_type)type;
	pot->title = reader_text(reader, object, "title");
	pot->amount_minor =
	    reader_number(reader, object, "amount_minor", 0, MONEY_MAX_MINOR);
	pot->choose_min = (int)reader_number(reader, object, "choose_min", 0,
					     MEETING_PROPOSALS);
	pot->choose_max = (int)reader_number(reader, object, "choose_max", 1,
					     MEETING_PROPOSALS);
	if (pot->choose_min > pot->choose_max)
		reader_damaged(reader);
	read_values(reader, object, pot);
	pot->rule = reader_string(reader, object, "rule");
	if (json_object_get(object, "utility"))
		pot->utility = reader_string(reader, object, "utility");
	if (json_object_get(object, "completion"))
		pot->completion = reader_string(reader, object, "completion");
	if (json_object_get(object, "support_from"))
		pot->support_from = (int)reader_number(
		    reader, object, "support_from", 1, MEETING_SCORE_BEST);
	pot->misfit = (enum misfit)reader_choice(reader, object, "misfit",
						 definition_misfits);
	pot->threshold_votes =
	    (int)reader_number(reader, object, "threshold_votes", 1, COUNT_MAX);
	pot->threshold_percent = (int)reader_number(
	    reader, object, "threshold_percent", 0, PERCENT_MAX);
}

/* The pot that the left-over goes to: another one, or null. */
static int read_leftover(struct reader *reader, const json_t *object, int self)
{
	const json_t *value = json_object_get(object, "leftover_to");
	int pot;

	if (json_is_null(value))
		return -1;
	pot = json_is_string(value)
		  ? meeting_pot(reader->meeting, json_string_value(value))
		  : -1;
	if (pot < 0 || pot == self)
		reader_damaged(reader);
	return pot;
}

static void read_pots(struct reader *reader, const json_t *object)
{
	struct meeting *meeting = reader->meeting;
	const json_t *pots =
	    reader_array(reader, object, "pots", 1, MEETING_POTS);
	int count = (int)json_array_size(pots);

	/* The keys first: a pot may name one that comes later. */
	for (int i = 0; i < count; i++) {
		const json_t *key =
		    json_object_get(json_array_get(pots, (size_t)i), "key");

		meeting->pots[i].key = reader_word(reader, key);
		if (meeting_pot(meeting, meeting->pots[i].key) >= 0)
			reader_damaged(reader);
		meeting->pot_count = i + 1;
	}
	for (int i = 0; i < count; i++) {
		const json_t *pot = json_array_get(pots, (size_t)i);

		read_pot(reader, pot, &meeting->pots[i]);
		meeting->pots[i].leftover_to = read_leftover(reader, pot, i);
	}
}

static void read_incompatible(struct reader *reader, const json_t *object,
			      struct proposal *proposal)
{
	const json_t *list = reader_array(reader, object, "incompatible", 0,
					  MEETING_INCOMPATIBLE);
	size_t count = json_array_size(list);

	for (size_t i = 0; i < count; i++) {
		const json_t *value = json_array_get(list, i);
		int64_t found = json_integer_value(value);

		if (!json_is_integer(value) || found < 1 || found > NUMBER_MAX)
			reader_damaged(reader);
		else
			proposal->incompatible[proposal->incompatible_count++] =
			    (int)found;
	}
}

static void read_proposal(struct reader *reader, const json_t *object,
			  struct proposal *proposal)
{
	int pot =
	    meeting_pot(reader->meeting, reader_string(reader, object, "pot"));

	if (pot < 0)
		reader_damaged(reader);
	else
		proposal->pot = pot;
	proposal->number =
	    (int)reader_number(reader, object, "number", 1, NUMBER_MAX);
	proposal->title = reader_text(reader, object, "title");
	proposal->short_title = reader_text(reader, object, "short_title");
	proposal->summary = reader_text(reader, object, "summary");
	proposal->body = reader_text(reader, object, "body");
	proposal->cost_minor =
	    reader_number(reader, object, "cost_minor", 0, MONEY_MAX_MINOR);
	proposal->min_cost_minor = reader_number(
	    reader, object, "min_cost_minor", 0, proposal->cost_minor);
	proposal->accepts_partial =
	    json_is_true(json_object_get(object, "accepts_partial"));
	proposal->proposer = reader_string(reader, object, "proposer");
	proposal->place = reader_string(reader, object, "place");
	proposal->category = reader_string(reader, object, "category");
	proposal->start_by = reader_string(reader, object, "start_by");
	proposal->finish_by = reader_string(reader, object, "finish_by");
	proposal->walk_minutes = reader_number_or_null(
	    reader, object, "walk_minutes", COUNT_MAX, -1);
	proposal->image = reader_string(reader, object, "image");
	if (*reader_string(reader, object, "image_hash"))
		reader_bytes(reader, object, "image_hash", proposal->image_hash,
			     sizeof(proposal->image_hash));
	read_incompatible(reader, object, proposal);
}

/* They stand in the order of a ballot's places: by pot, then number. */
static void read_proposals(struct reader *reader, const json_t *object)
{
	struct meeting *meeting = reader->meeting;
	const json_t *list =
	    reader_array(reader, object, "proposals", 1, MEETING_PROPOSALS);
	int count = (int)json_array_size(list);

	for (int i = 0; i < count; i++) {
		struct proposal *proposal = &meeting->proposals[i];

		read_proposal(reader, json_array_get(list, (size_t)i),
			      proposal);
		if (meeting_proposal(meeting, proposal->number) >= 0)
			reader_damaged(reader);
		if (i > 0 && (proposal->pot < proposal[-1].pot ||
			      (proposal->pot == proposal[-1].pot &&
			       proposal->number < proposal[-1].number)))
			reader_damaged(reader);
		meeting->proposal_count = i + 1;
	}
}

static void read_funds(struct reader *reader, const json_t *object)
{
	struct meeting *meeting = reader->meeting;
	const json_t *list =
	    reader_array(reader, object, "funds", 0, MEETING_FUNDS);
	int count = (int)json_array_size(list);

	for (int i = 0; i < count; i++) {
		const json_t *fund = json_array_get(list, (size_t)i);

		meeting->funds[i] = (struct fund){
		    .title = reader_text(reader, fund, "title"),
		    .text = reader_text(reader, fund, "text"),
		    .amount = reader_string(reader, fund, "amount"),
		    .deadline = reader_string(reader, fund, "deadline"),
		    .url = reader_string(reader, fund, "url"),
		};
		meeting->fund_count = i + 1;
	}
}

static void read_languages(struct reader *reader, const json_t *object)
{
	struct meeting *meeting = reader->meeting;
	const json_t *list =
	    reader_array(reader, object, "languages", 1, MEETING_LANGUAGES);
	int count = (int)json_array_size(list);

	for (int i = 0; i < count; i++) {
		meeting->languages[i] =
		    reader_word(reader, json_array_get(list, (size_t)i));
		if (meeting_language(meeting, meeting->languages[i]) >= 0)
			reader_damaged(reader);
		meeting->language_count = i + 1;
	}
}

static void read_code(struct reader *reader, const json_t *object)
{
	const char *code = reader_string(reader, object, "code");

	if (strlen(code) != MEETING_CODE_SYMBOLS ||
	    strspn(code, SLIP_ALPHABET) != MEETING_CODE_SYMBOLS)
		reader_damaged(reader);
	else
		memcpy(reader->meeting->code, code, MEETING_CODE_SYMBOLS + 1);
}

static void read_roll(struct reader *reader, const json_t *object)
{
	const json_t *roll = json_object_get(object, "roll");

	if (roll)
		reader->meeting->roll_url = reader_string(reader, roll, "url");
}

static void read_meeting(struct reader *reader, const json_t *object)
{
	struct meeting *meeting = reader->meeting;

	if (strcmp(reader_string(reader, object, "format"),
		   DEFINITION_FORMAT) != 0)
		reader_damaged(reader);
	reader_bytes(reader, object, "id", meeting->id, sizeof(meeting->id));
	read_code(reader, object);
	meeting->practice = json_object_get(object, "practice") != NULL;
	read_languages(reader, object);
	meeting->title = reader_text(reader, object, "title");
	meeting->place = reader_string(reader, object, "place");
	meeting->date = reader_string(reader, object, "date");
	meeting->closes = reader_string(reader, object, "closes");
	meeting->url = reader_string(reader, object, "url");
	meeting->next_steps = reader_text(reader, object, "next_steps");
	meeting->live =
	    (enum live)reader_choice(reader, object, "live", definition_lives);
	/* Smaller batches would tell how people voted. */
	meeting->live_batch = (int)reader_number(
	    reader, object, "live_batch",
	    meeting->live == LIVE_BATCHES ? MEETING_BATCH_LEAST : 0,
	    MEETING_BATCH_MOST);
	meeting->pitch_seconds =
	    (int)reader_number(reader, object, "pitch_seconds",
			       MEETING_PITCH_LEAST, MEETING_PITCH_MOST);
	meeting->publish_min =
	    (int)reader_number(reader, object, "publish_min", 0, COUNT_MAX);
	read_roll(reader, object);
	meeting->two_persons =
	    json_is_true(json_object_get(object, "two_persons"));
	read_pots(reader, object);
	read_proposals(reader, object);
	read_funds(reader, object);
}

static enum status check_same(const struct meeting *meeting, const char *json)
{
	char *again;
	enum status status = definition_write(meeting, &again);

	if (status != STATUS_OK)
		return status;
	if (strcmp(again, json) != 0)
		status = STATUS_DAMAGED;
	free(again);
	return status;
}

enum status definition_read(const char *json, struct meeting **ret_meeting)
{
	struct reader reader = {meeting_new(), STATUS_OK};
	json_t *object = json_loads(json, JSON_REJECT_DUPLICATES, NULL);

	if (!reader.meeting)
		reader.status = STATUS_MEMORY;
	else if (!object)
		reader.status = STATUS_DAMAGED;
	else
		read_meeting(&reader, object);
	json_decref(object);
	if (reader.status == STATUS_OK)
		reader.status = check_same(reader.meeting, json);
	if (reader.status != STATUS_OK) {
		meeting_free(reader.meeting);
		return reader.status;
	}
	*ret_meeting = reader.meeting;
	return STATUS_OK;
}
