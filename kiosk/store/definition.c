#include "store/definition.h"

#include <jansson.h>
#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>
#include <stdlib.h>
#include <string.h>

#include "core/slip.h"
#include "store/definition_names.h"

const char *const definition_misfits[] = {
    [MISFIT_SKIP] = "skip",
    [MISFIT_STOP] = "stop",
    [MISFIT_PART] = "part",
    NULL,
};

const char *const definition_lives[] = {
    [LIVE_BATCHES] = "batches",
    [LIVE_TURNOUT] = "turnout",
    [LIVE_OFF] = "off",
    NULL,
};

/* A fault is kept and told once at the end, so that the lists below read like
 * the JSON they make. */
struct writer {
	const struct meeting *meeting;
	enum status status;
};

/* Takes VALUE. */
static void set(struct writer *writer, json_t *object, const char *key,
		json_t *value)
{
	if (json_object_set_new(object, key, value) != 0)
		writer->status = STATUS_MEMORY;
}

static json_t *string(struct writer *writer, const char *text)
{
	json_t *value = json_string(text ? text : "");

	/* jansson tells bad UTF-8 and no memory alike. */
	if (!value && !(value = json_string("")))
		writer->status = STATUS_MEMORY;
	else if (text && strcmp(json_string_value(value), text) != 0)
		writer->status = STATUS_INPUT;
	return value;
}

static json_t *hex(struct writer *writer, const unsigned char *bytes,
		   size_t size)
{
	char digits[2 * MEETING_HASH_BYTES + 1];

	sodium_bin2hex(digits, sizeof(digits), bytes, size);
	return string(writer, digits);
}

/* Only the languages that have the text. */
static json_t *text_object(struct writer *writer, const struct text *text)
{
	json_t *object = json_object();

	for (int i = 0; i < writer->meeting->language_count; i++)
		if (text->in[i])
			set(writer, object, writer->meeting->languages[i],
			    string(writer, text->in[i]));
	return object;
}

static void append(struct writer *writer, json_t *array, json_t *value)
{
	if (json_array_append_new(array, value) != 0)
		writer->status = STATUS_MEMORY;
}

/* What only some types of ballot have. */
static void set_values(struct writer *writer, json_t *object,
		       const struct pot *pot)
{
	if (pot->ballot_type == BALLOT_POINTS) {
		set(writer, object, "points", json_integer(pot->points));
		set(writer, object, "value_most",
		    json_integer(pot->value_most));
	} else if (pot->ballot_type == BALLOT_SCORE) {
		set(writer, object, "value_most",
		    json_integer(pot->value_most));
		set(writer, object, "score_least",
		    json_integer(pot->score_least));
		set(writer, object, "score_all", json_integer(pot->score_all));
	}
}

static json_t *pot_object(struct writer *writer, const struct pot *pot)
{
	const struct meeting *meeting = writer->meeting;
	json_t *object = json_object();

	set(writer, object, "key", string(writer, pot->key));
	set(writer, object, "title", text_object(writer, &pot->title));
	set(writer, object, "amount_minor", json_integer(pot->amount_minor));
	set(writer, object, "ballot_type",
	    string(writer, ballot_type_name(pot->ballot_type)));
	set(writer, object, "choose_min", json_integer(pot->choose_min));
	set(writer, object, "choose_max", json_integer(pot->choose_max));
	set_values(writer, object, pot);
	set(writer, object, "rule", string(writer, pot->rule));
	/* Only where they are set, so that older definitions keep their hash.
	 */
	if (pot->utility)
		set(writer, object, "utility", string(writer, pot->utility));
	if (pot->completion)
		set(writer, object, "completion",
		    string(writer, pot->completion));
	if (pot->support_from)
		set(writer, object, "support_from",
		    json_integer(pot->support_from));
	set(writer, object, "misfit",
	    string(writer, definition_misfits[pot->misfit]));
	set(writer, object, "threshold_votes",
	    json_integer(pot->threshold_votes));
	set(writer, object, "threshold_percent",
	    json_integer(pot->threshold_percent));
	set(writer, object, "leftover_to",
	    pot->leftover_to >= 0 && pot->leftover_to < meeting->pot_count
		? string(writer, meeting->pots[pot->leftover_to].key)
		: json_null());
	return object;
}

static json_t *numbers(struct writer *writer, const int *number, int count)
{
	json_t *array = json_array();

	for (int i = 0; i < count; i++)
		append(writer, array, json_integer(number[i]));
	return array;
}

/* SHA-256 of the picture; empty when there is none. */
static json_t *image_hash(struct writer *writer,
			  const struct proposal *proposal)
{
	if (sodium_is_zero(proposal->image_hash, sizeof(proposal->image_hash)))
		return string(writer, "");
	return hex(writer, proposal->image_hash, sizeof(proposal->image_hash));
}

static json_t *proposal_object(struct writer *writer,
			       const struct proposal *proposal)
{
	const struct meeting *meeting = writer->meeting;
	json_t *object = json_object();

	set(writer, object, "number", json_integer(proposal->number));
	set(writer, object, "pot",
	    string(writer, meeting->pots[proposal->pot].key));
	set(writer, object, "title", text_object(writer, &proposal->title));
	set(writer, object, "short_title",
	    text_object(writer, &proposal->short_title));
	set(writer, object, "summary", text_object(writer, &proposal->summary));
	set(writer, object, "body", text_object(writer, &proposal->body));
	set(writer, object, "cost_minor", json_integer(proposal->cost_minor));
	set(writer, object, "min_cost_minor",
	    json_integer(proposal->min_cost_minor));
	set(writer, object, "accepts_partial",
	    json_boolean(proposal->accepts_partial));
	set(writer, object, "proposer", string(writer, proposal->proposer));
	set(writer, object, "place", string(writer, proposal->place));
	set(writer, object, "category", string(writer, proposal->category));
	set(writer, object, "start_by", string(writer, proposal->start_by));
	set(writer, object, "finish_by", string(writer, proposal->finish_by));
	set(writer, object, "walk_minutes",
	    proposal->walk_minutes >= 0 ? json_integer(proposal->walk_minutes)
					: json_null());
	set(writer, object, "image", string(writer, proposal->image));
	set(writer, object, "image_hash", image_hash(writer, proposal));
	set(writer, object, "incompatible",
	    numbers(writer, proposal->incompatible,
		    proposal->incompatible_count));
	return object;
}

static json_t *fund_object(struct writer *writer, const struct fund *fund)
{
	json_t *object = json_object();

	set(writer, object, "title", text_object(writer, &fund->title));
	set(writer, object, "text", text_object(writer, &fund->text));
	set(writer, object, "amount", string(writer, fund->amount));
	set(writer, object, "deadline", string(writer, fund->deadline));
	set(writer, object, "url", string(writer, fund->url));
	return object;
}

/* The lists of the meeting, each an array. */
static void set_lists(struct writer *writer, json_t *object)
{
	const struct meeting *meeting = writer->meeting;
	json_t *languages = json_array(), *pots = json_array();
	json_t *proposals = json_array(), *funds = json_array();

	for (int i = 0; i < meeting->language_count; i++)
		append(writer, languages,
		       string(writer, meeting->languages[i]));
	for (int i = 0; i < meeting->pot_count; i++)
		append(writer, pots, pot_object(writer, &meeting->pots[i]));
	for (int i = 0; i < meeting->proposal_count; i++)
		append(writer, proposals,
		       proposal_object(writer, &meeting->proposals[i]));
	for (int i = 0; i < meeting->fund_count; i++)
		append(writer, funds, fund_object(writer, &meeting->funds[i]));
	set(writer, object, "languages", languages);
	set(writer, object, "pots", pots);
	set(writer, object, "proposals", proposals);
	set(writer, object, "funds", funds);
}

static json_t *roll_object(struct writer *writer)
{
	json_t *object = json_object();

	set(writer, object, "url", string(writer, writer->meeting->roll_url));
	return object;
}

static json_t *meeting_object(struct writer *writer)
{
	const struct meeting *meeting = writer->meeting;
	json_t *object = json_object();

	set(writer, object, "format", string(writer, DEFINITION_FORMAT));
	set(writer, object, "id",
	    hex(writer, meeting->id, sizeof(meeting->id)));
	set(writer, object, "code", string(writer, meeting->code));
	set(writer, object, "title", text_object(writer, &meeting->title));
	set(writer, object, "place", string(writer, meeting->place));
	set(writer, object, "date", string(writer, meeting->date));
	set(writer, object, "closes", string(writer, meeting->closes));
	set(writer, object, "url", string(writer, meeting->url));
	set(writer, object, "next_steps",
	    text_object(writer, &meeting->next_steps));
	set(writer, object, "live",
	    string(writer, definition_lives[meeting->live]));
	set(writer, object, "live_batch", json_integer(meeting->live_batch));
	set(writer, object, "pitch_seconds",
	    json_integer(meeting->pitch_seconds));
	set(writer, object, "publish_min", json_integer(meeting->publish_min));
	/* Only where it is shared: so a definition that knows of no other roll
	 * than the file's keeps its hash. */
	if (meeting_shares_roll(meeting))
		set(writer, object, "roll", roll_object(writer));
	/* And only where it takes two. */
	if (meeting->two_persons)
		set(writer, object, "two_persons", json_true());
	/* Likewise; and a real meeting has no such word to take out. */
	if (meeting->practice)
		set(writer, object, "practice", json_true());
	set_lists(writer, object);
	return object;
}

enum status definition_write(const struct meeting *meeting, char **ret_json)
{
	struct writer writer = {meeting, STATUS_OK};
	json_t *object = meeting_object(&writer);
	char *text = NULL;

	if (writer.status == STATUS_OK)
		text = json_dumps(object, JSON_SORT_KEYS | JSON_COMPACT);
	json_decref(object);
	if (writer.status != STATUS_OK)
		return writer.status;
	if (!text)
		return STATUS_MEMORY;
	*ret_json = text;
	return STATUS_OK;
}

void definition_hash(const char *json,
		     unsigned char ret_hash[MEETING_HASH_BYTES])
{
	crypto_hash_sha256(ret_hash, (const unsigned char *)json, strlen(json));
}

void definition_code(const unsigned char hash[MEETING_HASH_BYTES],
		     char ret_code[DEFINITION_CODE])
{
	char *end = ret_code;
	uint64_t bits = 0;

	for (int i = 0; i < 5; i++)
		bits = bits << 8 | hash[i];
	for (int i = 0; i < 8; i++) {
		if (i == 4)
			*end++ = '-';
		*end++ = SLIP_ALPHABET[bits >> (35 - 5 * i) & 31];
	}
	*end = '\0';
}
