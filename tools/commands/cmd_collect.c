/* stemmeboks collect: the boxes of several kiosks as one closed meeting. */
#include <stdlib.h>
#include <string.h>

#include <sodium/utils.h>

#include "store/making.h"
#include "store/pictures.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/parts.h"
#include "tools/commands/reason_option.h"
#include "tools/bundle/bundle_render.h"
#include "tools/import/build_images.h"
#include "tools/line/report.h"
#include "words/lost.h"
#include "words/words.h"

const struct option_spec options_collect[] = {
    {"output", 'o', "FILE", N_("The meeting file to make. Must not exist.")},
    {"missing", 0, "N",
     N_("The box of kiosk N is lost and left out; may be repeated.")},
    {"reason", 0, "TEXT", N_("Why; goes with --missing.")},
    {NULL, 0, NULL, NULL},
};

/* One run of the command. */
struct collect {
	const struct arguments *arguments;
	const char *path;
	struct boxes_missing missing[KIOSKS_MOST];
	int missing_count;
	struct parts parts;
	struct boxes boxes;
	char *images;
};

/* The number in --missing TEXT, 0 when it is none. */
static int missing_number(const char *text)
{
	char *end;
	long number = strtol(text, &end, 10);

	return *end || end == text || number < 1 || number > KIOSKS_MOST
		   ? 0
		   : (int)number;
}

static enum status missing_read(struct collect *collect)
{
	const struct arguments *arguments = collect->arguments;
	const char *reason = argument_option(arguments, "reason"), *text;
	char why[REASON_WHY];

	while (collect->missing_count < KIOSKS_MOST &&
	       (text = argument_repeated(arguments, "missing",
					 collect->missing_count))) {
		int kiosk = missing_number(text);

		if (!kiosk)
			return report_error(arguments, STATUS_USAGE,
					    _("--missing is the number of a "
					      "kiosk, not \"%s\"."),
					    text);
		collect->missing[collect->missing_count++] =
		    (struct boxes_missing){kiosk, reason};
	}
	if (!collect->missing_count != !reason)
		return report_error(arguments, STATUS_USAGE,
				    _("--missing and --reason go together."));
	if (reason && reason_check(reason, why) != STATUS_OK)
		return report_error(arguments, STATUS_USAGE, "%s", why);
	return STATUS_OK;
}

static enum status options_read(struct collect *collect)
{
	const struct arguments *arguments = collect->arguments;

	collect->path = argument_option(arguments, "output");
	if (!collect->path || !*collect->path)
		return report_error(arguments, STATUS_USAGE,
				    _("Say where the meeting file goes: -o "
				      "FILE"));
	if (asprintf(&collect->images, "%s.images", collect->path) < 0) {
		collect->images = NULL;
		return report_error(arguments, STATUS_MEMORY, NULL);
	}
	if (making_there(collect->path))
		return report_error(arguments, STATUS_FILE_EXISTS, "%s",
				    collect->path);
	return missing_read(collect);
}

/* One box that was not dealt is whole by itself. */
static enum status read_boxes(struct collect *collect)
{
	const struct arguments *arguments = collect->arguments;
	const struct part *only;
	enum status status = parts_open(arguments, true, &collect->parts);

	if (status != STATUS_OK)
		return status;
	only = collect->parts.parts[0];
	if (collect->parts.count == 1 && part_is_roll(only))
		return report_refusal(arguments, STATUS_USAGE, "%s",
				      _("This is the organisers' file. The "
					"votes are in the kiosks' boxes: name "
					"those, too."));
	if (collect->parts.count == 1 && only->deal.kiosks < 2)
		return report_refusal(arguments, STATUS_USAGE,
				      _("This is one box, and all of it: "
					"stemmeboks count %s"),
				      collect->parts.paths[0]);
	return parts_join(arguments, &collect->parts, collect->missing,
			  collect->missing_count, &collect->boxes);
}

/* The pictures first: a meeting file that is there has all of them. */
static enum status write_all(struct collect *collect)
{
	const struct arguments *arguments = collect->arguments;
	struct store *first = collect->parts.first;
	char at[AUDIT_TIME], name[PICTURES_NAME];
	enum status status = store_pictures_check(first, name);

	if (status != STATUS_OK)
		return meeting_file_picture(arguments, first, status, name);
	status = build_images_copy(store_meeting(first), store_images(first),
				   collect->images);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", collect->images);
	meeting_file_time(at);
	status = boxes_write(&collect->boxes, first, collect->path, at);
	if (status == STATUS_OK)
		return status;
	build_images_remove(collect->images);
	if (status == STATUS_LIMIT)
		return report_refusal(
		    arguments, status,
		    _("A meeting file has at most %d slips. stemmeboks count "
		      "adds up any number of boxes."),
		    ROLL_SLIPS);
	return report_error(arguments, status, "%s", collect->path);
}

static void tell_missing(const struct collect *collect)
{
	const struct arguments *arguments = collect->arguments;
	const struct collected *boxes = &collect->boxes.collected;
	char lost[LOST_TEXT];

	for (int i = 0; i < boxes->count; i++)
		if (collected_missing(&boxes->boxes[i]))
			report_line(arguments,
				    collected_shared(boxes)
					? _("Left out: the box of kiosk %1$d "
					    "(%2$s).")
					: _("Left out: the box of kiosk %1$d "
					    "(%2$s). Slips for it only: "
					    "%3$d."),
				    boxes->boxes[i].kiosk,
				    boxes->boxes[i].reason,
				    boxes->boxes[i].printed);
	lost_text(boxes->lost, collect->parts.parts[0]->publish_min, lost);
	if (*lost)
		report_line(arguments, "%s", lost);
	if (boxes->void_used)
		report_line(arguments,
			    words_plural("%d slip was made void at one kiosk "
					 "and voted at another. It counts as "
					 "used.",
					 "%d slips were made void at one kiosk "
					 "and voted at another. They count as "
					 "used.",
					 (unsigned long)boxes->void_used),
			    boxes->void_used);
}

static enum status tell(const struct collect *collect)
{
	const struct arguments *arguments = collect->arguments;
	const struct roll_count *roll = &collect->boxes.roll;
	char root[MEETING_FILE_ROOT] = "";
	struct store *made = NULL;
	enum status status = store_open(collect->path, STORE_READ, &made);

	if (status == STATUS_OK)
		status = meeting_file_root(made, root);
	store_free(made);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", collect->path);
	report_line(arguments, _("Boxes: %1$d, ballots: %2$d."),
		    collect->boxes.count - (collect->boxes.sharing != NULL),
		    collect->boxes.tally.ballots);
	report_line(arguments,
		    _("Slips: %d printed = %d used + %d void + %d unused."),
		    roll->printed, roll->used, roll->voided,
		    roll->unused + roll->in_use);
	tell_missing(collect);
	report_line(arguments, _("Root of the box: %s"), root);
	report_line(arguments, _("Next: stemmeboks count %s"), collect->path);
	report_json(
	    arguments,
	    json_pack("{s:s, s:i, s:o, s:i, s:s, s:o}", "file", collect->path,
		      "ballots", collect->boxes.tally.ballots, "slips",
		      bundle_slips_json(roll), "void_used",
		      collect->boxes.collected.void_used, "root", root, "boxes",
		      bundle_boxes_json(&collect->boxes.collected)));
	return STATUS_OK;
}

enum status cmd_collect(const struct arguments *arguments)
{
	struct collect *collect = calloc(1, sizeof(*collect));
	enum status status;

	if (!collect)
		return report_error(arguments, STATUS_MEMORY, NULL);
	collect->arguments = arguments;
	status = options_read(collect);
	if (status == STATUS_OK)
		status = read_boxes(collect);
	if (status == STATUS_OK)
		status = write_all(collect);
	if (status == STATUS_OK)
		status = tell(collect);
	boxes_free(&collect->boxes);
	parts_free(&collect->parts);
	free(collect->images);
	free(collect);
	return status;
}
