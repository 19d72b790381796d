/* definition_read(): JSON taken apart into a meeting.
 *
 * Every value is looked at for its kind and its limits. At the end the meeting
 * is written again and must give the same bytes, so nothing unknown, missing,
 * doubled or spelled otherwise gets through.
 */
#include <jansson.h>
#include <sodium/utils.h>
#include <stdlib.h>
#include <string.h>

#include "core/money.h"
#include "core/slip.h"
#include "store/definition.h"
#include "store/definition_names.h"

enum {
	WORD = 32, /* bytes of a pot's key or a language */
	NUMBER_MAX = 999,
	COUNT_MAX = 1000000,
	PERCENT_MAX = 100,
};

/* The first fault is kept; what is read after it is not used. */
struct reader {
	struct meeting *meeting;
	enum status status;
};

static void damaged(struct reader *reader)
{
	if (reader->status == STATUS_OK)
		reader->status = STATUS_DAMAGED;
}

static int64_t number(struct reader *reader, const json_t *object,
		      const char *key, int64_t least, int64_t most)
{
	const json_t *value = json_object_get(object, key);
	int64_t found = json_integer_value(value);

	if (!json_is_integer(value) || found < least || found > most) {
		damaged(reader);
		return least;
	}
	return found;
}

/* An int, or ABSENT where the value is null. */
static int number_or_null(struct reader *reader, const json_t *object,
			  const char *key, int most, int absent)
{
	if (json_is_null(json_object_get(object, key)))
		return absent;
	return (int)number(reader, object, key, 0, most);
}

static const char *keep(struct reader *reader, const json_t *value)
{
	const char *kept = NULL;

	if (json_is_string(value))
		kept = meeting_string(reader->meeting, json_string_value(value),
				      json_string_length(value));
	if (!json_is_string(value))
		damaged(reader);
	else if (!kept)
		reader->status = STATUS_MEMORY;
	return kept ? kept : "";
}

static const char *string(struct reader *reader, const json_t *object,
			  const char *key)
{
	return keep(reader, json_object_get(object, key));
}

static const char *word(struct reader *reader, const json_t *value)
{
	const char *found = keep(reader, value);

	if (!*found || strlen(found) > WORD)
		damaged(reader);
	return found;
}

/* The index of the word under KEY in NAMES, which ends with NULL. */
static int choice(struct reader *reader, const json_t *object, const char *key,
		  const char *const *names)
{
	const char *found = json_string_value(json_object_get(object, key));

	for (int i = 0; found && names[i]; i++)
		if (strcmp(found, names[i]) == 0)
			return i;
	damaged(reader);
	return 0;
}

/* SIZE bytes from exactly as many digits. */
static void bytes(struct reader *reader, const json_t *object, const char *key,
		  unsigned char *ret_bytes, size_t size)
{
	const json_t *value = json_object_get(object, key);
	const char *digits = json_string_value(value);
	size_t length = json_string_length(value), read = 0;

	if (!digits || length != 2 * size ||
	    sodium_hex2bin(ret_bytes, size, digits, length, NULL, &read,
			   NULL) != 0 ||
	    read != size)
		damaged(reader);
}

static struct text text(struct reader *reader, const json_t *object,
			const char *key)
{
	const json_t *languages = json_object_get(object, key);
	struct text text = {{NULL}};

	if (!json_is_object(languages))
		damaged(reader);
	for (int i = 0; i < reader->meeting->language_count; i++) {
		const json_t *value =
		    json_object_get(languages, reader->meeting->languages[i]);

		if (value)
			text.in[i] = keep(reader, value);
	}
	return text;
}

/* The array under KEY with LEAST to MOST members; NULL where it is not. */
static const json_t *array(struct reader *reader, const json_t *object,
			   const char *key, size_t least, size_t most)
{
	const json_t *found = json_object_get(object, key);

	if (json_is_array(found) && json_array_size(found) >= least &&
	    json_array_size(found) <= most)
		return found;
	damaged(reader);
	return NULL;
}

static void read_pot(struct reader *reader, const json_t *object,
		     struct pot *pot)
{
	int type = ballot_type_find(string(reader, object, "ballot_type"));

	if (type < 0)
		damaged(reader);
	else
		pot->ballot_type = (enum ballot_type)type;
	pot->title = text(reader, object, "title");
	pot->amount_minor =
	    number(reader, object, "amount_minor", 0, MONEY_MAX_MINOR);
	pot->choose_min =
	    (int)number(reader, object, "choose_min", 0, MEETING_PROPOSALS);
	pot->choose_max =
	    (int)number(reader, object, "choose_max", 1, MEETING_PROPOSALS);
	if (pot->choose_min > pot->choose_max)
		damaged(reader);
	pot->rule = string(reader, object, "rule");
	pot->misfit =
	    (enum misfit)choice(reader, object, "misfit", definition_misfits);
	pot->threshold_votes =
	    (int)number(reader, object, "threshold_votes", 1, COUNT_MAX);
	pot->threshold_percent =
	    (int)number(reader, object, "threshold_percent", 0, PERCENT_MAX);
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
		damaged(reader);
	return pot;
}

static void read_pots(struct reader *reader, const json_t *object)
{
	struct meeting *meeting = reader->meeting;
	const json_t *pots = array(reader, object, "pots", 1, MEETING_POTS);
	int count = (int)json_array_size(pots);

	/* The keys first: a pot may name one that comes later. */
	for (int i = 0; i < count; i++) {
		const json_t *key =
		    json_object_get(json_array_get(pots, (size_t)i), "key");

		meeting->pots[i].key = word(reader, key);
		if (meeting_pot(meeting, meeting->pots[i].key) >= 0)
			damaged(reader);
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
	const json_t *list =
	    array(reader, object, "incompatible", 0, MEETING_INCOMPATIBLE);
	size_t count = json_array_size(list);

	for (size_t i = 0; i < count; i++) {
		const json_t *value = json_array_get(list, i);
		int64_t found = json_integer_value(value);

		if (!json_is_integer(value) || found < 1 || found > NUMBER_MAX)
			damaged(reader);
		else
			proposal->incompatible[proposal->incompatible_count++] =
			    (int)found;
	}
}

static void read_proposal(struct reader *reader, const json_t *object,
			  struct proposal *proposal)
{
	int pot = meeting_pot(reader->meeting, string(reader, object, "pot"));

	if (pot < 0)
		damaged(reader);
	else
		proposal->pot = pot;
	proposal->number = (int)number(reader, object, "number", 1, NUMBER_MAX);
	proposal->title = text(reader, object, "title");
	proposal->short_title = text(reader, object, "short_title");
	proposal->summary = text(reader, object, "summary");
	proposal->body = text(reader, object, "body");
	proposal->cost_minor =
	    number(reader, object, "cost_minor", 0, MONEY_MAX_MINOR);
	proposal->min_cost_minor =
	    number(reader, object, "min_cost_minor", 0, proposal->cost_minor);
	proposal->accepts_partial =
	    json_is_true(json_object_get(object, "accepts_partial"));
	proposal->proposer = string(reader, object, "proposer");
	proposal->place = string(reader, object, "place");
	proposal->category = string(reader, object, "category");
	proposal->start_by = string(reader, object, "start_by");
	proposal->finish_by = string(reader, object, "finish_by");
	proposal->walk_minutes =
	    number_or_null(reader, object, "walk_minutes", COUNT_MAX, -1);
	proposal->image = string(reader, object, "image");
	if (*string(reader, object, "image_hash"))
		bytes(reader, object, "image_hash", proposal->image_hash,
		      sizeof(proposal->image_hash));
	read_incompatible(reader, object, proposal);
}

/* They stand in the order of a ballot's places: by pot, then number. */
static void read_proposals(struct reader *reader, const json_t *object)
{
	struct meeting *meeting = reader->meeting;
	const json_t *list =
	    array(reader, object, "proposals", 1, MEETING_PROPOSALS);
	int count = (int)json_array_size(list);

	for (int i = 0; i < count; i++) {
		struct proposal *proposal = &meeting->proposals[i];

		read_proposal(reader, json_array_get(list, (size_t)i),
			      proposal);
		if (meeting_proposal(meeting, proposal->number) >= 0)
			damaged(reader);
		if (i > 0 && (proposal->pot < proposal[-1].pot ||
			      (proposal->pot == proposal[-1].pot &&
			       proposal->number < proposal[-1].number)))
			damaged(reader);
		meeting->proposal_count = i + 1;
	}
}

static void read_languages(struct reader *reader, const json_t *object)
{
	struct meeting *meeting = reader->meeting;
	const json_t *list =
	    array(reader, object, "languages", 1, MEETING_LANGUAGES);
	int count = (int)json_array_size(list);

	for (int i = 0; i < count; i++) {
		meeting->languages[i] =
		    word(reader, json_array_get(list, (size_t)i));
		if (meeting_language(meeting, meeting->languages[i]) >= 0)
			damaged(reader);
		meeting->language_count = i + 1;
	}
}

static void read_code(struct reader *reader, const json_t *object)
{
	const char *code = string(reader, object, "code");

	if (strlen(code) != MEETING_CODE_SYMBOLS ||
	    strspn(code, SLIP_ALPHABET) != MEETING_CODE_SYMBOLS)
		damaged(reader);
	else
		memcpy(reader->meeting->code, code, MEETING_CODE_SYMBOLS + 1);
}

static void read_meeting(struct reader *reader, const json_t *object)
{
	struct meeting *meeting = reader->meeting;

	if (strcmp(string(reader, object, "format"), DEFINITION_FORMAT) != 0)
		damaged(reader);
	bytes(reader, object, "id", meeting->id, sizeof(meeting->id));
	read_code(reader, object);
	read_languages(reader, object);
	meeting->title = text(reader, object, "title");
	meeting->place = string(reader, object, "place");
	meeting->date = string(reader, object, "date");
	meeting->closes = string(reader, object, "closes");
	meeting->url = string(reader, object, "url");
	meeting->next_steps = text(reader, object, "next_steps");
	meeting->live =
	    (enum live)choice(reader, object, "live", definition_lives);
	meeting->live_batch =
	    (int)number(reader, object, "live_batch", 0, COUNT_MAX);
	meeting->publish_min =
	    (int)number(reader, object, "publish_min", 0, COUNT_MAX);
	read_pots(reader, object);
	read_proposals(reader, object);
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
