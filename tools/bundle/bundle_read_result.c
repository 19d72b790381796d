/* What result.json alone tells: slips, box root, decisions, and without the
 * ballots the totals. Its other numbers are made again and compared. */
#include "tools/bundle/bundle_read.h"

#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/tally.h"
#include "words/words.h"

/* Of versions. */
#define VERSION_LETTERS                                                        \
	"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.+-~_"

enum { NUMBER_TEXT = 16 };

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

bool bundle_read_whole(const json_t *json, int64_t most, int64_t *ret_number)
{
	if (!json_is_integer(json) || json_integer_value(json) < 0 ||
	    json_integer_value(json) > most)
		return false;
	*ret_number = json_integer_value(json);
	return true;
}

/* The sum of proposal INDEX and, where ballots are not ticked, how many name
 * it: no number of them that could not give that sum. */
static bool read_total(const json_t *row, int index, struct bundle *bundle)
{
	const struct meeting *meeting = bundle->meeting;
	int pot = meeting->proposals[index].pot;
	int64_t support, named;

	if (!bundle_read_whole(
		json_object_get(row, "votes"),
		tally_most(meeting, index, bundle->tally.ballots), &support))
		return false;
	if (ballot_type_ticked(meeting->pots[pot].ballot_type)) {
		tally_set(&bundle->tally, meeting, index, support);
		return true;
	}
	if (!bundle_read_whole(json_object_get(row, "named"),
			       bundle->tally.ballots, &named))
		return false;
	bundle->tally.named[index] = (int)named;
	tally_set(&bundle->tally, meeting, index, support);
	return bundle->tally.named[index] == named;
}

/* The sums of ballots that are not published. */
static bool read_totals(json_t *votes, json_t *pots, int ballots,
			struct bundle *bundle)
{
	const struct meeting *meeting = bundle->meeting;

	if (ballots < 0 || ballots > ROLL_SLIPS ||
	    json_array_size(votes) != (size_t)meeting->proposal_count ||
	    json_array_size(pots) != (size_t)meeting->pot_count)
		return false;
	bundle->tally.ballots = ballots;
	for (int i = 0; i < meeting->proposal_count; i++)
		if (!read_total(json_array_get(votes, (size_t)i), i, bundle))
			return false;
	for (int i = 0; i < meeting->pot_count; i++) {
		json_t *row = json_array_get(pots, (size_t)i);
		int64_t blank;

		if (!bundle_read_whole(json_object_get(row, "blank"), ballots,
				       &blank))
			return false;
		bundle->tally.blank[i] = (int)blank;
	}
	return true;
}

/* Fills HAND from JSON; why a count stands may be left out only when both
 * counts are the same, which the box tells. */
static bool read_hand(const json_t *json, const struct bundle *bundle,
		      struct hand_count *hand)
{
	const struct meeting *meeting = bundle->meeting;
	const char *stands = json_string_value(json_object_get(json, "stands"));
	const char *reason = json_string_value(json_object_get(json, "reason"));
	const json_t *votes = json_object_get(json, "votes");
	char number[NUMBER_TEXT];
	int64_t ballots;

	if (!bundle_read_whole(json_object_get(json, "ballots"), HAND_BALLOTS,
			       &ballots) ||
	    !stands || !reason ||
	    json_object_size(votes) != (size_t)meeting->proposal_count)
		return false;
	hand->ballots = (int)ballots;
	hand->stands = strcmp(stands, "hand") == 0;
	if (!hand->stands && strcmp(stands, "machine") != 0)
		return false;
	for (int i = 0; i < meeting->proposal_count; i++) {
		snprintf(number, sizeof(number), "%d",
			 meeting->proposals[i].number);
		if (!bundle_read_whole(json_object_get(votes, number),
				       tally_most(meeting, i, hand->ballots),
				       &hand->votes[i]))
			return false;
	}
	if (!*reason && !hand_agrees(meeting, hand, &bundle->tally))
		return false;
	hand->reason = strdup(reason);
	return hand->reason != NULL;
}

/* The count by hand, if there was one, and what the money goes by. */
static enum status read_standing(const struct bundle_file *file,
				 const json_t *json, struct bundle *bundle,
				 struct complaint *complaint)
{
	if (!json_is_null(json)) {
		bundle->hand = calloc(1, sizeof(*bundle->hand));
		if (!bundle->hand)
			return STATUS_MEMORY;
		if (!read_hand(json, bundle, bundle->hand))
			return complain(complaint, file->name, 0,
					_("The count by hand makes no sense."));
	}
	bundle_stand(bundle);
	return STATUS_OK;
}

/* The versions of the libraries that made the PDFs, of all that we know and of
 * no others. */
static bool read_makers(const json_t *json, struct bundle *bundle)
{
	struct paper_maker makers[PAPER_MAKERS];

	paper_makers(makers);
	if (json_object_size(json) != PAPER_MAKERS)
		return false;
	for (int i = 0; i < PAPER_MAKERS; i++) {
		const char *version =
		    json_string_value(json_object_get(json, makers[i].library));

		if (!version || !*version ||
		    strlen(version) >= BUNDLE_VERSION ||
		    version[strspn(version, VERSION_LETTERS)])
			return false;
		memcpy(bundle->makers[i], version, strlen(version) + 1);
	}
	return true;
}

/* How many used slips are lost with a box; none where nothing says so. */
static bool read_lost(const json_t *json, int *ret_lost)
{
	int64_t lost = 0;

	if (json_is_null(json))
		lost = ROLL_FEW;
	else if (json &&
		 (!bundle_read_whole(json, ROLL_SLIPS, &lost) || lost == 0))
		return false;
	*ret_lost = (int)lost;
	return true;
}

static bool slips_sensible(const struct roll_count *roll)
{
	const int counts[] = {roll->printed, roll->used, roll->voided,
			      roll->unused};

	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		if (counts[i] < 0 || counts[i] > ROLL_SLIPS)
			return false;
	return true;
}

/* What stands there of the money, where no ballots tell it. */
static enum status read_money(const struct bundle_file *file, json_t *json,
			      struct bundle *bundle,
			      struct complaint *complaint)
{
	enum status status = bundle_read_told(json, bundle);

	if (status == STATUS_DISAGREES)
		return complain(complaint, file->name, 0,
				_("The money makes no sense."));
	return status;
}

static enum status read_values(const struct bundle_file *file, json_t *json,
			       bool totals, struct bundle *bundle,
			       struct complaint *complaint)
{
	struct roll_count *roll = &bundle->roll;
	json_t *decisions, *votes, *pots, *hand, *pdf, *boxes = NULL;
	json_t *lost = NULL;
	json_error_t error;
	const char *root;
	enum status status;
	int ballots;

	if (json_unpack_ex(json, &error, 0,
			   "{s:s, s:{s:i, s:i, s:i, s:i, s?o}, s:i, s:o, s:o, "
			   "s:o, s:o, s:o,"
			   " s?o}",
			   "root", &root, "slips", "printed", &roll->printed,
			   "used", &roll->used, "void", &roll->voided, "unused",
			   &roll->unused, "lost", &lost, "ballots", &ballots,
			   "decisions", &decisions, "votes", &votes, "pots",
			   &pots, "hand", &hand, "pdf", &pdf, "boxes",
			   &boxes) != 0)
		return not_result(file, complaint, &error);
	if (!slips_sensible(roll) || !read_lost(lost, &roll->lost))
		return complain(complaint, file->name, 0,
				_("The numbers of slips make no sense."));
	if (!read_makers(pdf, bundle))
		return complain(complaint, file->name, 0,
				_("The versions of the libraries that made "
				  "the PDFs make no sense."));
	if (!read_root(root, bundle))
		return complain(complaint, file->name, 0,
				_("The box root makes no sense."));
	if (totals && !read_totals(votes, pots, ballots, bundle))
		return complain(complaint, file->name, 0,
				_("The votes make no sense."));
	status = totals ? read_money(file, json, bundle, complaint) : STATUS_OK;
	if (status != STATUS_OK)
		return status;
	status = read_standing(file, hand, bundle, complaint);
	if (status == STATUS_OK)
		status =
		    bundle_boxes_read(boxes, file->name, bundle, complaint);
	bundle->collected.lost = roll->lost;
	if (status != STATUS_OK)
		return status;
	return bundle_read_decisions(file, decisions, bundle, complaint);
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
