/* stemmeboks backup: a copy of the meeting file, also while people vote. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/backup.h"
#include "store/making.h"
#include "tools/commands/copy_file.h"
#include "tools/commands/meeting_file.h"
#include "tools/import/build_images.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_backup[] = {
    {"output", 'o', "COPY", N_("The copy; an older one is overwritten.")},
    {"to", 0, "DIR", N_("A stick or folder: the copy is named like the file.")},
    {NULL, 0, NULL, NULL},
};

/* One run of the command. */
struct copying {
	const struct arguments *arguments;
	struct store *store;
	char *path, *making; /* the copy, and its name until it is whole */
	char *images;
	bool older; /* there is one already, that this takes the place of */
	bool told;  /* its ballots: copy_file_told() */
	struct backup held;
};

static enum status names_make(struct copying *copying)
{
	const struct arguments *arguments = copying->arguments;
	const char *file = argument_operand(arguments, 0);
	const char *output = argument_option(arguments, "output");
	const char *to = argument_option(arguments, "to");
	const char *slash = strrchr(file, '/');
	int written;

	if ((!output || !*output) == (!to || !*to))
		return report_error(arguments, STATUS_USAGE,
				    _("Say where to: -o COPY, a file, or "
				      "--to DIR, a stick."));
	written = output ? asprintf(&copying->path, "%s", output)
			 : asprintf(&copying->path, "%s/%s.copy", to,
				    slash ? slash + 1 : file);
	if (written < 0)
		copying->path = NULL;
	else if (asprintf(&copying->making, "%s.new", copying->path) < 0)
		copying->making = NULL;
	if (copying->making)
		copying->images = copy_file_images(copying->path);
	return copying->images ? STATUS_OK
			       : report_error(arguments, STATUS_MEMORY, NULL);
}

static enum status refuse_place(const struct copying *copying, const char *path)
{
	return report_refusal(
	    copying->arguments, STATUS_FILE_EXISTS,
	    _("%s is there already and is not a copy of this meeting, "
	      "or was used since. Choose another name."),
	    path);
}

/* Only a copy of this meeting is written anew. What a program that was killed
 * left half-way goes; the older copy stays until the new one is whole. */
static enum status place_make(struct copying *copying)
{
	copying->older = access(copying->path, F_OK) == 0;
	if (copying->older &&
	    !backup_replaceable(copying->store, copying->path))
		return refuse_place(copying, copying->path);
	if (!making_clear(copying->store, copying->making))
		return refuse_place(copying, copying->making);
	return STATUS_OK;
}

static enum status refuse(struct copying *copying, enum status status)
{
	const struct arguments *arguments = copying->arguments;
	bool copied = false;
	int since = 0;

	if (status == STATUS_FEW_BALLOTS && !copying->told)
		return report_refusal(
		    arguments, status,
		    _("Too few have voted since the last copy. Two copies so "
		      "close together show who voted what: wait until %d "
		      "have."),
		    backup_least(store_meeting(copying->store)));
	if (status != STATUS_FEW_BALLOTS ||
	    backup_since(copying->store, &since, &copied) != STATUS_OK)
		return report_error(arguments, status, "%s", copying->path);
	return report_refusal(
	    arguments, status,
	    words_plural("Only %1$d has voted since the last copy. Two copies "
			 "so close together show who voted what: wait until "
			 "%2$d have.",
			 "Only %1$d have voted since the last copy. Two copies "
			 "so close together show who voted what: wait until "
			 "%2$d have.",
			 (unsigned long)since),
	    since, backup_least(store_meeting(copying->store)));
}

/* The pictures stay the same as long as the definition does, and so lie there
 * once a copy does. */
static enum status copy(struct copying *copying)
{
	const struct arguments *arguments = copying->arguments;
	bool pictures = !copying->older || access(copying->images, F_OK) != 0;
	char at[AUDIT_TIME];
	enum status status =
	    pictures
		? copy_file_pictures(arguments, copying->store, copying->images)
		: STATUS_OK;

	if (status != STATUS_OK)
		return status;
	meeting_file_time(at);
	status =
	    backup_write(copying->store, copying->making, at, &copying->held);
	if (status != STATUS_OK) {
		refuse(copying, status);
		goto out;
	}
	status = backup_replace(copying->making, copying->path);
	if (status != STATUS_OK)
		report_error(arguments, status, "%s", copying->path);
out:
	if (status != STATUS_OK && pictures)
		build_images_remove(copying->images);
	return status;
}

static void tell(const struct copying *copying)
{
	const struct arguments *arguments = copying->arguments;
	const struct backup *held = &copying->held;
	bool voting = held->phase == PHASE_OPEN || held->phase == PHASE_PAUSED;
	int least = backup_least(store_meeting(copying->store));

	report_line(arguments,
		    copying->older ? _("Copied over the older one, and "
				       "checked: %s")
				   : _("Copied and checked: %s"),
		    copying->path);
	copy_file_tell(arguments, held, copying->told);
	if (voting)
		report_line(arguments,
			    _("The next copy can be made when %d more have "
			      "voted, with the same command: it takes the "
			      "place of this one. Keep no second copy, and "
			      "lock this one away: beside a later one it tells "
			      "how those between them voted."),
			    least);
	report_json(arguments,
		    json_pack("{s:s, s:s, s:b, s:i, s:o, s:o, s:i}", "copy",
			      copying->path, "phase", phase_name(held->phase),
			      "replaced", (int)copying->older, "slips",
			      held->slips.printed, "used",
			      copy_file_json(held->slips.used, copying->told),
			      "ballots",
			      copy_file_json(held->ballots, copying->told),
			      "wait", voting ? least : 0));
}

enum status cmd_backup(const struct arguments *arguments)
{
	struct copying copying = {.arguments = arguments};
	enum status status = names_make(&copying);

	if (status == STATUS_OK)
		status =
		    meeting_file_open(arguments, STORE_WRITE, &copying.store);
	if (status == STATUS_OK)
		status =
		    copy_file_told(arguments, copying.store, &copying.told);
	if (status == STATUS_OK)
		status = place_make(&copying);
	if (status == STATUS_OK)
		status = copy(&copying);
	if (status == STATUS_OK)
		tell(&copying);
	store_free(copying.store);
	free(copying.images);
	free(copying.making);
	free(copying.path);
	return status;
}
