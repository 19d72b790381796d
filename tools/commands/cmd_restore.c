/* stemmeboks restore: a meeting file to go on with, from a copy. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/meeting.h"
#include "store/backup.h"
#include "tools/commands/copy_file.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/reason_option.h"
#include "tools/import/build_images.h"
#include "tools/line/ask.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_restore[] = {
    {"output", 'o', "FILE", N_("The meeting file to make. Must not exist.")},
    {"reason", 0, "TEXT",
     N_("Why it is needed, in one short line for the protocol.")},
    {NULL, 0, NULL, NULL},
};

/* One run of the command. */
struct restoring {
	const struct arguments *arguments;
	struct store *copy;
	const char *path;
	struct backup held;
	bool told; /* its ballots: copy_file_told() */
	char reason[ASK_LINE];
};

static enum status look(struct restoring *restoring)
{
	struct backup *held = &restoring->held;
	int slots;
	enum status status = store_phase(restoring->copy, &held->phase);

	if (status == STATUS_OK)
		status = roll_count(restoring->copy, &held->slips);
	if (status == STATUS_OK)
		status = box_filled(restoring->copy, &held->ballots, &slots);
	if (status != STATUS_OK)
		return report_error(restoring->arguments, status, NULL);
	status = copy_file_told(restoring->arguments, restoring->copy,
				&restoring->told);
	if (status == STATUS_OK)
		copy_file_tell(restoring->arguments, held, restoring->told);
	return status;
}

static enum status reason_read(struct restoring *restoring)
{
	const struct arguments *arguments = restoring->arguments;
	const char *reason = argument_option(arguments, "reason");
	char why[REASON_WHY];

	if (!reason && ask_person(arguments) &&
	    ask_line(_("Why? One line for the protocol:"), restoring->reason))
		reason = restoring->reason;
	if (!reason || !*reason)
		return report_error(arguments, STATUS_USAGE,
				    _("--reason is missing: why is a file made "
				      "from a copy?"));
	if (reason_check(reason, why) != STATUS_OK)
		return report_error(arguments, STATUS_USAGE, "%s", why);
	if (reason != restoring->reason)
		snprintf(restoring->reason, sizeof(restoring->reason), "%s",
			 reason);
	return STATUS_OK;
}

static enum status make(struct restoring *restoring)
{
	const struct arguments *arguments = restoring->arguments;
	char *images = copy_file_images(restoring->path);
	char at[AUDIT_TIME];
	enum status status;

	if (!images)
		return report_error(arguments, STATUS_MEMORY, NULL);
	status = copy_file_pictures(arguments, restoring->copy, images);
	if (status != STATUS_OK)
		goto out;
	meeting_file_time(at);
	status = backup_restore(restoring->copy, restoring->path,
				restoring->reason, at, &restoring->held);
	if (status != STATUS_OK) {
		build_images_remove(images);
		report_error(arguments, status, "%s", restoring->path);
	}
out:
	free(images);
	return status;
}

static void tell(const struct restoring *restoring)
{
	const struct arguments *arguments = restoring->arguments;
	enum phase phase = restoring->held.phase;
	bool voting = phase == PHASE_OPEN || phase == PHASE_PAUSED;

	report_line(arguments, _("Made %s."), restoring->path);
	if (voting)
		report_line(
		    arguments, "%s",
		    meeting_shares_roll(store_meeting(restoring->copy))
			? _("What was voted after the copy was made is lost: "
			    "the shared roll takes no slip twice. Say so to "
			    "the room.")
			: _("What was voted after the copy was made is not in "
			    "it, and those slips can vote again. Say so to the "
			    "room."));
	report_line(arguments, "%s",
		    _("Switch the old kiosk off now and put its file away: "
		      "with two files of one meeting a slip votes twice."));
	if (voting)
		report_line(arguments,
			    _("Voting is paused. When the old kiosk is off: "
			      "stemmeboks open %s"),
			    restoring->path);
	report_json(
	    arguments,
	    json_pack(
		"{s:s, s:s, s:i, s:o, s:o}", "file", restoring->path, "phase",
		phase_name(voting ? PHASE_PAUSED : phase), "slips",
		restoring->held.slips.printed, "used",
		copy_file_json(restoring->held.slips.used, restoring->told),
		"ballots",
		copy_file_json(restoring->held.ballots, restoring->told)));
}

enum status cmd_restore(const struct arguments *arguments)
{
	struct restoring restoring = {
	    .arguments = arguments,
	    .path = argument_option(arguments, "output"),
	};
	enum status status = copy_file_free(arguments, restoring.path);

	if (status == STATUS_OK)
		status =
		    meeting_file_open(arguments, STORE_READ, &restoring.copy);
	if (status == STATUS_OK)
		status = look(&restoring);
	if (status == STATUS_OK)
		status = reason_read(&restoring);
	if (status == STATUS_OK)
		status = make(&restoring);
	if (status == STATUS_OK)
		tell(&restoring);
	store_free(restoring.copy);
	return status;
}
