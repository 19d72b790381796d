#include "tools/bundle/bundle_verify.h"

#include <stdio.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "core/rule_kind.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_sign.h"
#include "words/words.h"

/* Whether the boxes let ballots be lost: with a shared roll, whose used slips
 * are those of the result, one of them is missing; and a few are not told as a
 * number. */
static bool lost_check(const struct bundle *bundle)
{
	const struct collected *boxes = &bundle->collected;
	bool missing = false;

	if (collected_shared(boxes) &&
	    boxes->boxes[0].used != bundle->roll.used)
		return false;
	for (int i = 0; i < boxes->count; i++)
		missing |= collected_missing(&boxes->boxes[i]);
	return bundle->roll.lost == 0 ||
	       (missing && collected_shared(boxes) &&
		(bundle->roll.lost == ROLL_FEW ||
		 bundle->roll.lost >= bundle->meeting->publish_min));
}

/* Whether the boxes have the ballots, and tell none of a box with few. */
static enum status boxes_check(const struct bundle *bundle,
			       struct complaint *complaint)
{
	struct collected boxes = bundle->collected;
	int least = bundle->meeting->publish_min;

	if (boxes.count == 0)
		return STATUS_OK;
	boxes.ballots = bundle->tally.ballots;
	if (!collected_adds_up(&boxes, least))
		return complain(complaint, "result.json", 0,
				_("The ballots of the boxes are not those of "
				  "the result."));
	for (int i = 0; i < boxes.count && !collected_shared(&boxes); i++)
		if (boxes.boxes[i].used > 0 && boxes.boxes[i].used < least)
			return complain(complaint, "result.json", 0,
					_("A box has so few ballots that their "
					  "number must not be published."));
	return STATUS_OK;
}

/* Whether slips and ballots are as many as they must be. */
static enum status amounts_check(const struct bundle *bundle,
				 struct complaint *complaint)
{
	const struct roll_count *roll = &bundle->roll;

	if (roll->printed != roll->used + roll->voided + roll->unused)
		return complain(complaint, "result.json", 0,
				_("%1$d slips were printed, but used, void and "
				  "unused ones are %2$d."),
				roll->printed,
				roll->used + roll->voided + roll->unused);
	if (roll->used != bundle_used(bundle))
		return complain(
		    complaint, "result.json", 0,
		    _("There are %1$d used slips, but %2$d ballots."),
		    roll->used, bundle->tally.ballots);
	if (!lost_check(bundle))
		return complain(complaint, "result.json", 0,
				_("Ballots are said to be lost, but the boxes "
				  "do not say so."));
	if (bundle->slot_count != 0 && bundle->slot_count != roll->printed)
		return complain(
		    complaint, "free-slots.csv", 0,
		    _("%1$d slips were printed, but the box has %2$d slots."),
		    roll->printed, bundle->slot_count);
	return STATUS_OK;
}

static enum status root_check(const struct bundle *bundle,
			      struct complaint *complaint)
{
	unsigned char root[BOX_ROOT_BYTES];

	if (bundle->slot_count == 0)
		return STATUS_OK;
	bundle_root(bundle, false, root);
	if (memcmp(root, bundle->root, sizeof(root)) == 0)
		return STATUS_OK;
	return complain(complaint, "votes.csv", 0,
			_("The ballots do not give the box root in "
			  "result.json. A ballot or the meeting was changed."));
}

/* The ballots are there only when the meeting's rules let them be; whether they
 * are missing is seen when the files are compared. */
static enum status shown_check(const struct bundle_files *files,
			       const struct bundle *bundle,
			       struct complaint *complaint)
{
	if (!bundle_files_find(files, "votes.csv") ||
	    bundle_ballots_shown(bundle))
		return STATUS_OK;
	return complain(complaint, "votes.csv", 0,
			_("With so few ballots this file must not be "
			  "published."));
}

/* All that can be told from the values, before the files are made again. */
static enum status values_check(const struct bundle_files *files,
				const struct bundle *bundle,
				struct verdict *verdict)
{
	struct complaint complaints[5];
	const enum status found[] = {
	    shown_check(files, bundle, &complaints[0]),
	    amounts_check(bundle, &complaints[1]),
	    root_check(bundle, &complaints[2]),
	    bundle_audit_check(bundle, &complaints[3]),
	    boxes_check(bundle, &complaints[4]),
	};
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof(found) / sizeof(found[0]); i++) {
		if (found[i] == STATUS_OK)
			continue;
		*verdict_place(verdict) = complaints[i];
		status = found[i];
	}
	return status;
}

static enum status made_again(const struct bundle_files *files,
			      const struct bundle *bundle, enum verify verify,
			      struct verdict *verdict)
{
	struct bundle_files *made = calloc(1, sizeof(*made));
	enum status status = made ? STATUS_OK : STATUS_MEMORY;

	for (int stage = 0; stage < RENDER_STAGES && status == STATUS_OK;
	     stage++) {
		status = bundle_render_stage(bundle, files, stage, made);
		if (status == STATUS_OK && verify == VERIFY_FIRST)
			status = bundle_compare_made(files, made, verdict);
	}
	if (status == STATUS_DAMAGED)
		status = complain(verdict_place(verdict), "meeting.json", 0,
				  _("This is not a meeting's definition."));
	if (status == STATUS_OK)
		status = bundle_compare(files, made, verdict);
	if (made)
		bundle_files_free(made);
	free(made);
	return status;
}

static void verdict_describe(const struct bundle *bundle,
			     struct verdict *verdict)
{
	verdict->compared = true;
	verdict->pdfs_compared = bundle_makers_here(bundle);
	verdict->ballots = bundle->tally.ballots;
	bundle_lost(bundle, verdict->lost);
	verdict->ballots_shown = bundle_ballots_shown(bundle);
	verdict->pots_told = bundle->ballots.told != NULL;
	for (int i = 0; i < bundle->meeting->pot_count && verdict->pots_told;
	     i++)
		if (pot_whole_ballots(&bundle->meeting->pots[i]))
			snprintf(verdict->told[verdict->told_count++],
				 VERDICT_POT, "%s",
				 bundle->meeting->pots[i].key);
	definition_code(bundle->definition_hash, verdict->code);
	memcpy(verdict->fingerprint, bundle->fingerprint,
	       sizeof(verdict->fingerprint));
	sodium_bin2hex(verdict->root, sizeof(verdict->root), bundle->root,
		       sizeof(bundle->root));
}

enum status bundle_contents_check(const struct bundle_files *files,
				  enum verify verify, struct verdict *verdict)
{
	struct complaint complaint;
	struct bundle *bundle = NULL;
	enum status status = bundle_read(files, &bundle, &complaint), made;

	if (status == STATUS_DISAGREES)
		*verdict_place(verdict) = complaint;
	if (status != STATUS_OK)
		return status;
	verdict_describe(bundle, verdict);
	status = values_check(files, bundle, verdict);
	if (status == STATUS_OK || verify == VERIFY_ALL) {
		made = made_again(files, bundle, verify, verdict);
		status = made == STATUS_OK ? status : made;
	}
	bundle_free(bundle);
	return status;
}

enum status bundle_verify(const struct bundle_files *files,
			  struct verdict *ret_verdict)
{
	struct bundle_sums sums;
	enum status status;

	*ret_verdict = (struct verdict){.file_count = files->count};
	bundle_sums_make(files, &sums);
	bundle_sums_check(files, &sums, ret_verdict);
	bundle_signature_check(files, ret_verdict);
	status = bundle_contents_check(files, VERIFY_ALL, ret_verdict);
	if (status == STATUS_OK && ret_verdict->complaint_count > 0)
		status = STATUS_DISAGREES;
	return status;
}
