#include "tools/bundle/bundle_verify.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_sign.h"
#include "words/words.h"

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
	if (roll->used != bundle->tally.ballots)
		return complain(
		    complaint, "result.json", 0,
		    _("There are %1$d used slips, but %2$d ballots."),
		    roll->used, bundle->tally.ballots);
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
static void values_check(const struct bundle_files *files,
			 const struct bundle *bundle, struct verdict *verdict)
{
	struct complaint complaint;

	if (shown_check(files, bundle, &complaint) != STATUS_OK)
		*verdict_place(verdict) = complaint;
	if (amounts_check(bundle, &complaint) != STATUS_OK)
		*verdict_place(verdict) = complaint;
	if (root_check(bundle, &complaint) != STATUS_OK)
		*verdict_place(verdict) = complaint;
	if (bundle_audit_check(bundle, &complaint) != STATUS_OK)
		*verdict_place(verdict) = complaint;
}

static enum status made_again(const struct bundle_files *files,
			      const struct bundle *bundle,
			      struct verdict *verdict)
{
	struct bundle_files *made = calloc(1, sizeof(*made));
	enum status status = STATUS_MEMORY;

	if (!made)
		return STATUS_MEMORY;
	status = bundle_render_again(bundle, files, made);
	if (status == STATUS_DAMAGED)
		status = complain(verdict_place(verdict), "meeting.json", 0,
				  _("This is not a meeting's definition."));
	if (status == STATUS_OK)
		status = bundle_compare(files, made, verdict);
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
	verdict->ballots_shown = bundle_ballots_shown(bundle);
	definition_code(bundle->definition_hash, verdict->code);
	memcpy(verdict->fingerprint, bundle->fingerprint,
	       sizeof(verdict->fingerprint));
	sodium_bin2hex(verdict->root, sizeof(verdict->root), bundle->root,
		       sizeof(bundle->root));
}

enum status bundle_verify(const struct bundle_files *files,
			  struct verdict *ret_verdict)
{
	struct verdict *verdict = ret_verdict;
	struct complaint complaint;
	struct bundle *bundle = NULL;
	enum status status;

	*verdict = (struct verdict){.file_count = files->count};
	bundle_sums_check(files, verdict);
	bundle_signature_check(files, verdict);
	status = bundle_read(files, &bundle, &complaint);
	if (status == STATUS_DISAGREES)
		*verdict_place(verdict) = complaint;
	if (status == STATUS_OK) {
		verdict_describe(bundle, verdict);
		values_check(files, bundle, verdict);
		status = made_again(files, bundle, verdict);
	}
	bundle_free(bundle);
	if (status == STATUS_OK && verdict->complaint_count > 0)
		status = STATUS_DISAGREES;
	return status;
}
