/* What result.json alone tells: slips, box root, decisions, and without the
 * ballots the totals. Its other numbers are made again and compared. */
#include "tools/bundle/bundle_read.h"

#include <jansson.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

static enum status not_result(const struct bundle_file *file,
			      struct complaint *complaint,
			      const json_error_t *error)
{
	return complain(
	    complaint, file->name, error->line > 0 ? error->line : 0,
	    _("This is not the result of a count: %s"), error->text);
}

static bool read_root(const char *hex, struct bundle *bundle)
{
	size_t done = 0;

	return strlen(hex) == 2 * BOX_ROOT_BYTES &&
	       sodium_hex2bin(bundle->root, BOX_ROOT_BYTES, hex, strlen(hex),
			      NULL, &done, NULL) == 0 &&
	       done == BOX_ROOT_BYTES;
}

/* A decision's proposals, by their numbers. */
static bool read_order(json_t *order, struct bundle *bundle,
		       struct decision *decision)
{
	size_t count = json_array_size(order);

	if (count == 0 || count > MEETING_PROPOSALS)
		return false;
	for (size_t i = 0; i < count; i++) {
		json_int_t number =
		    json_integer_value(json_array_get(order, i));
		int index = number > 0 && number <= BALLOT_VALUE_MAX
				? meeting_proposal(bundle->meeting, (int)number)
				: -1;

		if (index < 0 ||
		    bundle->meeting->proposals[index].pot != decision->pot)
			return false;
		decision->proposal[i] = index;
	}
	decision->count = (int)count;
	return true;
}

static bool read_decision(json_t *json, struct bundle *bundle,
			  struct decision *decision)
{
	const char *kind, *pot, *reason;
	json_t *order;

	if (json_unpack(json, "{s:s, s:s, s:o, s:s}", "kind", &kind, "pot",
			&pot, "order", &order, "reason", &reason) != 0)
		return false;
	if (strcmp(kind, "lots") != 0 && strcmp(kind, "agreed") != 0)
		return false;
	*decision = (struct decision){
	    .kind = strcmp(kind, "lots") == 0 ? DECISION_LOTS : DECISION_AGREED,
	    .pot = meeting_pot(bundle->meeting, pot),
	};
	if (decision->pot < 0 || !read_order(order, bundle, decision))
		return false;
	decision->reason = strdup(reason); /* freed by decision_free() */
	return decision->reason != NULL;
}

static enum status read_decisions(const struct bundle_file *file, json_t *json,
				  struct bundle *bundle,
				  struct complaint *complaint)
{
	size_t count = json_array_size(json);

	if (count > MEETING_PROPOSALS)
		return complain(complaint, file->name, 0,
				_("There are too many decisions."));
	bundle->decisions = calloc(count + 1, sizeof(*bundle->decisions));
	if (!bundle->decisions)
		return STATUS_MEMORY;
	for (size_t i = 0; i < count; i++) {
		if (!read_decision(json_array_get(json, i), bundle,
				   &bundle->decisions[i]))
			return complain(complaint, file->name, 0,
					_("Decision %d makes no sense."),
					(int)i + 1);
		bundle->decision_count++;
	}
	return STATUS_OK;
}

/* The sums of ballots that are not published. No proposal can have more votes
 * than there are ballots times the most that one may give. */
static bool read_totals(json_t *votes, json_t *pots, int ballots,
			struct bundle *bundle)
{
	const struct meeting *meeting = bundle->meeting;

	if (ballots < 0 || ballots > ROLL_SLIPS ||
	    json_array_size(votes) != (size_t)meeting->proposal_count ||
	    json_array_size(pots) != (size_t)meeting->pot_count)
		return false;
	bundle->tally.ballots = ballots;
	for (int i = 0; i < meeting->proposal_count; i++) {
		json_t *row = json_array_get(votes, (size_t)i);
		json_t *count = json_object_get(row, "votes");
		json_int_t most =
		    (json_int_t)ballots *
		    ballot_type_largest(
			meeting->pots[meeting->proposals[i].pot].ballot_type);

		bundle->tally.support[i] = json_integer_value(count);
		if (!json_is_integer(count) || json_integer_value(count) < 0 ||
		    json_integer_value(count) > most)
			return false;
	}
	for (int i = 0; i < meeting->pot_count; i++) {
		json_t *row = json_array_get(pots, (size_t)i);
		json_t *blank = json_object_get(row, "blank");

		if (!json_is_integer(blank) || json_integer_value(blank) < 0 ||
		    json_integer_value(blank) > ballots)
			return false;
		bundle->tally.blank[i] = (int)json_integer_value(blank);
	}
	return true;
}

static enum status read_values(const struct bundle_file *file, json_t *json,
			       bool totals, struct bundle *bundle,
			       struct complaint *complaint)
{
	struct roll_count *roll = &bundle->roll;
	json_t *decisions, *votes, *pots;
	json_error_t error;
	const char *root;
	int ballots;

	if (json_unpack_ex(json, &error, 0,
			   "{s:s, s:{s:i, s:i, s:i, s:i}, s:i, s:o, s:o, s:o}",
			   "root", &root, "slips", "printed", &roll->printed,
			   "used", &roll->used, "void", &roll->voided, "unused",
			   &roll->unused, "ballots", &ballots, "decisions",
			   &decisions, "votes", &votes, "pots", &pots) != 0)
		return not_result(file, complaint, &error);
	if (roll->printed < 0 || roll->printed > ROLL_SLIPS || roll->used < 0 ||
	    roll->used > ROLL_SLIPS || roll->voided < 0 ||
	    roll->voided > ROLL_SLIPS || roll->unused < 0 ||
	    roll->unused > ROLL_SLIPS)
		return complain(complaint, file->name, 0,
				_("The numbers of slips make no sense."));
	if (!read_root(root, bundle))
		return complain(complaint, file->name, 0,
				_("The box root makes no sense."));
	if (totals && !read_totals(votes, pots, ballots, bundle))
		return complain(complaint, file->name, 0,
				_("The votes make no sense."));
	return read_decisions(file, decisions, bundle, complaint);
}

enum status bundle_read_result(const struct bundle_file *file, bool totals,
			       struct bundle *bundle,
			       struct complaint *complaint)
{
	json_error_t error;
	json_t *json = json_loadb(file->data, file->length,
				  JSON_REJECT_DUPLICATES, &error);
	enum status status;

	if (!json)
		return not_result(file, complaint, &error);
	status = read_values(file, json, totals, bundle, complaint);
	json_decref(json);
	return status;
}
