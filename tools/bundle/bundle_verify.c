#include "tools/bundle/bundle_verify.h"

#include <stdlib.h>
#include <string.h>

#include "tools/bundle/bundle_render.h"
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

	if (!bundle_ballots_shown(bundle))
		return STATUS_OK;
	bundle_root(bundle, root);
	if (memcmp(root, bundle->root, sizeof(root)) == 0)
		return STATUS_OK;
	return complain(complaint, "votes.csv", 0,
			_("The ballots do not give the box root in "
			  "result.json. A ballot or the meeting was changed."));
}

/* The ballots are there exactly when the meeting's rules let them be. */
static enum status shown_check(const struct bundle_files *files,
			       const struct bundle *bundle,
			       struct complaint *complaint)
{
	bool there = bundle_files_find(files, "votes.csv") != NULL;

	if (there == bundle_ballots_shown(bundle))
		return STATUS_OK;
	return complain(complaint, "votes.csv", 0,
			there ? _("With so few ballots this file must not be "
				  "published.")
			      : _("The file is missing."));
}

/* All that can be told from the values, before the files are made again. */
static enum status values_check(const struct bundle_files *files,
				const struct bundle *bundle,
				struct complaint *complaint)
{
	enum status status = shown_check(files, bundle, complaint);

	if (status == STATUS_OK)
		status = amounts_check(bundle, complaint);
	if (status == STATUS_OK)
		status = root_check(bundle, complaint);
	if (status == STATUS_OK)
		status = bundle_audit_check(bundle, complaint);
	return status;
}

static enum status made_again(const struct bundle_files *files,
			      const struct bundle *bundle,
			      struct verdict *verdict)
{
	struct bundle_files *made = calloc(1, sizeof(*made));
	enum status status = STATUS_MEMORY;

	if (!made)
		return STATUS_MEMORY;
	status = bundle_render(bundle, files, made);
	if (status == STATUS_DAMAGED)
		status = complain(verdict_place(verdict), "meeting.json", 0,
				  _("This is not a meeting's definition."));
	if (status == STATUS_OK)
		status = bundle_compare(files, made, verdict);
	bundle_files_free(made);
	free(made);
	return status;
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
	status = bundle_read(files, &bundle, &complaint);
	if (status == STATUS_OK) {
		verdict->ballots = bundle->tally.ballots;
		verdict->ballots_shown = bundle_ballots_shown(bundle);
		status = values_check(files, bundle, &complaint);
	}
	if (status == STATUS_DISAGREES)
		*verdict_place(verdict) = complaint;
	else if (status == STATUS_OK)
		status = made_again(files, bundle, verdict);
	bundle_free(bundle);
	if (status == STATUS_OK && verdict->complaint_count > 0)
		status = STATUS_DISAGREES;
	return status;
}
