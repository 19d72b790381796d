/* stemmeboks boxes: a meeting's file for each kiosk. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/deal.h"
#include "store/entropy.h"
#include "store/pictures.h"
#include "store/roll.h"
#include "tools/commands/box_names.h"
#include "tools/commands/meeting_file.h"
#include "tools/import/build_images.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_boxes[] = {
    {"kiosks", 'k', "N", N_("One meeting with so many kiosks.")},
    {"name", 0, "NAME",
     N_("A meeting of a city by this name; may be repeated.")},
    {"names", 0, "FILE.csv",
     N_("The meetings of a city, a name on each line.")},
    {"output", 'o', "DIR", N_("The folder for the files.")},
    {NULL, 0, NULL, NULL},
};

/* One run of the command. */
struct dealing {
	const struct arguments *arguments;
	struct store *store;
	const char *folder;
	struct box_names names; /* of meetings; none: kiosks */
	int kiosks;
	int shares; /* roll_shares() */
	char **paths;
	int made;
};

static enum status options_read(struct dealing *dealing)
{
	const struct arguments *arguments = dealing->arguments;
	enum status status = argument_number(arguments, "kiosks", 2,
					     KIOSKS_MOST, 0, &dealing->kiosks);

	if (status == STATUS_OK)
		status = box_names_read(arguments, &dealing->names);
	if (status != STATUS_OK)
		return status;
	dealing->folder = argument_option(arguments, "output");
	if (!dealing->folder || !*dealing->folder)
		return report_error(arguments, STATUS_USAGE,
				    _("Say which folder the files go to: -o "
				      "DIR"));
	if (!dealing->kiosks == !dealing->names.count)
		return report_error(arguments, STATUS_USAGE,
				    _("Say how many kiosks one meeting has: "
				      "--kiosks 3; or which meetings there "
				      "are: --names FILE.csv"));
	if (dealing->names.count)
		dealing->kiosks = dealing->names.count;
	return STATUS_OK;
}

static enum status phase_check(struct dealing *dealing)
{
	const struct arguments *arguments = dealing->arguments;
	struct deal deal;
	enum phase phase;
	enum status status = store_phase(dealing->store, &phase);

	if (status == STATUS_OK)
		status = deal_read(dealing->store, &deal);
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	if (phase > PHASE_READY)
		return report_refusal(arguments, STATUS_PHASE,
				      _("Voting was opened in this file. Files "
					"for kiosks are made before that."));
	if (deal.kiosk)
		return report_refusal(arguments, STATUS_PHASE,
				      _("This is the file of kiosk %d already. "
					"Take the one it was made from."),
				      deal.kiosk);
	return meeting_file_allows(arguments, dealing->store, ACT_DEALT);
}

/* Kiosks need slips to take, the same for all or a share each; meetings of a
 * city print their own. */
static enum status slips_check(struct dealing *dealing)
{
	const struct arguments *arguments = dealing->arguments;
	char next[MEETING_FILE_NEXT];
	enum status status = roll_shares(dealing->store, &dealing->shares);

	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	if (dealing->names.count &&
	    meeting_shares_roll(store_meeting(dealing->store)))
		return report_refusal(
		    arguments, STATUS_USAGE, "%s",
		    _("A roll is shared within one meeting. For the meetings "
		      "of a city take [roll] out of meeting.ini."));
	if (dealing->names.count && dealing->shares >= 0)
		return report_refusal(
		    arguments, STATUS_USAGE,
		    _("This file has slips already. The meetings of a city "
		      "print their own, each in its own file."));
	if (!dealing->names.count && dealing->shares < 0) {
		meeting_file_next(arguments, "slips",
				  " --count 60 --kiosks 3 -o slips.pdf", next);
		return report_error(arguments, STATUS_NO_SLIPS, "%s", next);
	}
	if (dealing->shares > 0 && dealing->shares != dealing->kiosks)
		return report_error(arguments, STATUS_USAGE,
				    _("The slips are for %d kiosks: --kiosks "
				      "%d"),
				    dealing->shares, dealing->shares);
	return STATUS_OK;
}

/* "kiosks/evening-3.box" for the file evening.stemmeboks. */
static char *path_of(const struct dealing *dealing, int kiosk)
{
	const char *file = argument_operand(dealing->arguments, 0);
	const char *slash = strrchr(file, '/');
	const char *name = slash ? slash + 1 : file;
	const char *end = strrchr(name, '.');
	char *path = NULL;

	if (!end || end == name)
		end = name + strlen(name);
	return asprintf(&path, "%s/%.*s-%d.box", dealing->folder,
			(int)(end - name), name, kiosk) < 0
		   ? NULL
		   : path;
}

/* A file and its pictures, or neither. */
static enum status make_file(struct dealing *dealing, int kiosk,
			     const char *path, const char *at)
{
	const struct meeting *meeting = store_meeting(dealing->store);
	struct deal deal = {.kiosk = kiosk, .kiosks = dealing->kiosks};
	char *images = NULL;
	enum status status;

	if (dealing->names.count)
		snprintf(deal.name, sizeof(deal.name), "%s",
			 dealing->names.names[kiosk - 1]);
	if (asprintf(&images, "%s.images", path) < 0)
		return STATUS_MEMORY;
	status = access(path, F_OK) == 0 || access(images, F_OK) == 0
		     ? STATUS_FILE_EXISTS
		     : build_images_copy(meeting, store_images(dealing->store),
					 images);
	if (status == STATUS_OK) {
		status = deal_write(dealing->store, path, &deal, &entropy, at);
		if (status != STATUS_OK)
			build_images_remove(images);
	}
	free(images);
	return status;
}

/* Takes the files that were made away again. */
static void unmake(struct dealing *dealing)
{
	for (int i = 0; i < dealing->made; i++) {
		char *images = NULL;

		(void)unlink(dealing->paths[i]);
		if (asprintf(&images, "%s.images", dealing->paths[i]) >= 0) {
			build_images_remove(images);
			free(images);
		}
	}
	(void)rmdir(dealing->folder); /* only when nothing else is there */
}

static enum status make_files(struct dealing *dealing)
{
	const struct arguments *arguments = dealing->arguments;
	enum status status = STATUS_OK;
	char at[AUDIT_TIME];

	meeting_file_time(at);
	dealing->paths =
	    calloc((size_t)dealing->kiosks, sizeof(*dealing->paths));
	if (!dealing->paths)
		return report_error(arguments, STATUS_MEMORY, NULL);
	if (mkdir(dealing->folder, 0755) != 0 && errno != EEXIST)
		return report_error(arguments, STATUS_FILE_WRITE, "%s",
				    dealing->folder);
	for (int i = 0; i < dealing->kiosks && status == STATUS_OK; i++) {
		dealing->paths[i] = path_of(dealing, i + 1);
		status = dealing->paths[i]
			     ? make_file(dealing, i + 1, dealing->paths[i], at)
			     : STATUS_MEMORY;
		if (status != STATUS_OK)
			report_error(arguments, status, "%s",
				     dealing->paths[i] ? dealing->paths[i]
						       : "");
		else
			dealing->made++;
	}
	if (status != STATUS_OK)
		unmake(dealing);
	return status;
}

static void tell(const struct dealing *dealing)
{
	const struct arguments *arguments = dealing->arguments;
	const char *way = dealing->names.count ? "meetings"
			  : dealing->shares    ? "shares"
					       : "network";
	bool shared = meeting_shares_roll(store_meeting(dealing->store));
	json_t *files = json_array();

	for (int i = 0; i < dealing->kiosks; i++) {
		report_line(arguments, "%s%s%s", dealing->paths[i],
			    dealing->names.count ? "  " : "",
			    dealing->names.count ? dealing->names.names[i]
						 : "");
		json_array_append_new(files, json_string(dealing->paths[i]));
	}
	report_line(
	    arguments, "%s",
	    dealing->names.count
		? _("Each meeting prints its own slips, in its own file.")
	    : shared ? _("The kiosks share the roll. Make it before you open: "
			 "stemmeboks roll init FILE")
	    : dealing->shares
		? _("Each kiosk takes its own slips; it needs no network.")
		: _("Every kiosk takes every slip. That needs one roll on the "
		    "network: without it a slip could vote at each of them, "
		    "and then nothing can be counted. Without a network, print "
		    "the slips with --kiosks."));
	report_line(arguments,
		    shared ? _("After closing: stemmeboks collect with the "
			       "organisers' file, %s and all the others.")
			   : _("After closing: stemmeboks collect %s … -o "
			       "FILE"),
		    dealing->paths[0]);
	report_json(arguments,
		    json_pack("{s:i, s:s, s:o}", "kiosks", dealing->kiosks,
			      "way", way, "files", files));
}

static enum status deal(struct dealing *dealing)
{
	const struct arguments *arguments = dealing->arguments;
	char name[PICTURES_NAME];
	enum status status = options_read(dealing);

	if (status == STATUS_OK)
		status =
		    meeting_file_open(arguments, STORE_WRITE, &dealing->store);
	if (status == STATUS_OK)
		status = phase_check(dealing);
	if (status == STATUS_OK)
		status = slips_check(dealing);
	if (status != STATUS_OK)
		return status;
	status = store_pictures_check(dealing->store, name);
	if (status != STATUS_OK)
		return meeting_file_picture(arguments, dealing->store, status,
					    name);
	status = make_files(dealing);
	if (status == STATUS_OK)
		tell(dealing);
	return status;
}

enum status cmd_boxes(const struct arguments *arguments)
{
	struct dealing dealing = {.arguments = arguments};
	enum status status = deal(&dealing);

	for (int i = 0; dealing.paths && i < dealing.kiosks; i++)
		free(dealing.paths[i]);
	free(dealing.paths);
	box_names_free(&dealing.names);
	store_free(dealing.store);
	return status;
}
