/* stemmeboks export: proposals, totals and ballots for other tools. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/store.h"
#include "tools/bundle/bundle_render.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_export[] = {
    {"format", 0, "csv|json|pb",
     N_("csv for spreadsheets, json for programs, pb for pabulib.org.")},
    {"pot", 0, "KEY", N_("Only this pot; pb needs it with several pots.")},
    {"ballots", 0, NULL, N_("With csv: the ballots, not the proposals.")},
    {"output", 'o', "OUT", N_("The new file to write, or - for here.")},
    {NULL, 0, NULL, NULL},
};

struct export
{
	const struct arguments *arguments;
	const struct bundle *bundle;
	int pot; /* -1 for all */
};

static enum status write_csv(const struct export *export, FILE *out)
{
	if (argument_option(export->arguments, "ballots"))
		bundle_write_votes(export->bundle, export->pot, out);
	else
		bundle_write_proposals(export->bundle, export->pot, out);
	return STATUS_OK;
}

static enum status write_pb(const struct export *export, FILE *out)
{
	bundle_write_pabulib(export->bundle, export->pot, out);
	return STATUS_OK;
}

static json_t *ballot_json(const struct meeting *meeting,
			   const struct ballot *ballot)
{
	json_t *array = json_array();

	for (int i = 0; i < meeting->proposal_count; i++) {
		if (json_array_append_new(array,
					  json_integer(ballot->value[i])) == 0)
			continue;
		json_decref(array);
		return NULL;
	}
	return array;
}

/* An array of arrays, one per ballot; NULL without memory. */
static json_t *ballots_json(const struct bundle *bundle)
{
	json_t *array = json_array();

	for (int i = 0; i < bundle->slot_count; i++) {
		const struct bundle_slot *slot = &bundle->slots[i];

		if (!slot->filled ||
		    json_array_append_new(
			array, ballot_json(bundle->meeting, &slot->ballot)) ==
			0)
			continue;
		json_decref(array);
		return NULL;
	}
	return array;
}

/* The definition, and once voting is closed the votes; once counted the whole
 * result. */
static enum status write_json(const struct export *export, FILE *out)
{
	const struct bundle *bundle = export->bundle;
	json_t *json = json_object(), *result = NULL;
	int failed = json_object_set_new(
	    json, "definition", json_loads(bundle->definition, 0, NULL));

	if (bundle->closed) {
		result = bundle_result_json(bundle, &bundle->result);
		failed |= json_object_set(json, "votes",
					  json_object_get(result, "votes"));
	}
	if (bundle->counted)
		failed |= json_object_set(json, "result", result);
	if (bundle_ballots_shown(bundle))
		failed |=
		    json_object_set_new(json, "ballots", ballots_json(bundle));
	if (!failed)
		failed = json_dumpf(json, out, JSON_INDENT(2));
	fputc('\n', out);
	json_decref(result);
	json_decref(json);
	return failed ? STATUS_MEMORY : STATUS_OK;
}

static const struct format {
	const char *name;
	bool ballots; /* holds single ballots, whatever else is asked for */
	bool one_pot;
	enum status (*write)(const struct export *export, FILE *out);
} formats[] = {
    {"csv", false, false, write_csv},
    {"json", false, false, write_json},
    {"pb", true, true, write_pb},
};

static const struct format *format_find(const char *name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (name && strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

/* The pot that was asked for, into *ret_pot. */
static enum status pot_wanted(const struct arguments *arguments,
			      const struct meeting *meeting,
			      const struct format *format, int *ret_pot)
{
	const char *key = argument_option(arguments, "pot");
	int pot = key ? meeting_pot(meeting, key) : -1;

	if (key && pot < 0)
		return report_error(arguments, STATUS_USAGE,
				    _("There is no pot \"%s\"."), key);
	if (!key && format->one_pot) {
		if (meeting->pot_count != 1)
			return report_error(
			    arguments, STATUS_USAGE,
			    _("A pb file holds one pot: say which with "
			      "--pot KEY."));
		pot = 0;
	}
	*ret_pot = pot;
	return STATUS_OK;
}

/* Single ballots leave the file only after closing, and never too few. */
static enum status ballots_allowed(const struct arguments *arguments,
				   const struct bundle *bundle)
{
	if (!bundle->closed)
		return report_refusal(arguments, STATUS_PHASE,
				      _("There are no ballots to see before "
					"voting is closed."));
	if (!bundle_ballots_shown(bundle))
		return report_refusal(
		    arguments, STATUS_PHASE,
		    _("With fewer than %d ballots only the totals may be "
		      "seen."),
		    bundle->meeting->publish_min);
	return STATUS_OK;
}

/* Writes FILE to PATH, which must be new. */
static enum status output_write(const struct arguments *arguments,
				const struct bundle_file *file,
				const char *path)
{
	FILE *out = NULL;
	int fd = -1;
	bool whole;

	if (strcmp(path, "-") == 0) {
		fwrite(file->data, 1, file->length, stdout);
		return STATUS_OK;
	}
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0644);
	if (fd < 0)
		return report_error(arguments,
				    errno == EEXIST ? STATUS_FILE_EXISTS
						    : STATUS_FILE_WRITE,
				    "%s: %s", path, strerror(errno));
	out = fdopen(fd, "wb");
	whole = out && fwrite(file->data, 1, file->length, out) == file->length;
	whole = whole && fflush(out) == 0 && fsync(fd) == 0;
	if (out)
		whole = fclose(out) == 0 && whole;
	else
		close(fd);
	if (whole)
		return STATUS_OK;
	unlink(path);
	return report_error(arguments, STATUS_FILE_WRITE, "%s", path);
}

static enum status export_write(const struct export *export,
				const struct format *format, const char *path)
{
	struct bundle_files *files = calloc(1, sizeof(*files));
	struct bundle_writer writer;
	enum status status =
	    files ? bundle_files_begin(&writer) : STATUS_MEMORY;

	if (status == STATUS_OK) {
		enum status written = format->write(export, writer.out);

		status = bundle_files_end(files, "export", &writer);
		if (status == STATUS_OK)
			status = written;
	}
	if (status == STATUS_OK)
		status = output_write(export->arguments, &files->file[0], path);
	else
		report_error(export->arguments, status, NULL);
	if (files)
		bundle_files_free(files);
	free(files);
	return status;
}

static enum status export_store(const struct arguments *arguments,
				struct store *store,
				const struct format *format, const char *path)
{
	struct export export = {arguments, NULL, -1};
	struct bundle *bundle = NULL;
	enum phase phase;
	enum status status;

	status =
	    pot_wanted(arguments, store_meeting(store), format, &export.pot);
	if (status != STATUS_OK)
		return status;
	status = store_phase(store, &phase);
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	if (phase >= PHASE_CLOSED)
		status = file_kind_votes(arguments, store);
	if (status != STATUS_OK)
		return status;
	status = bundle_gather(store, &bundle);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s",
				    argument_operand(arguments, 0));
	export.bundle = bundle;
	if (format->ballots || argument_option(arguments, "ballots"))
		status = ballots_allowed(arguments, bundle);
	if (status == STATUS_OK)
		status = export_write(&export, format, path);
	if (status == STATUS_OK && strcmp(path, "-") != 0) {
		report_json(arguments, json_pack("{s:s}", "file", path));
		report_line(arguments, _("Written: %s"), path);
	}
	bundle_free(bundle);
	return status;
}

enum status cmd_export(const struct arguments *arguments)
{
	const struct format *format =
	    format_find(argument_option(arguments, "format"));
	const char *path = argument_option(arguments, "output");
	struct store *store = NULL;
	enum status status;

	if (!format)
		return report_error(
		    arguments, STATUS_USAGE,
		    _("Say which format: --format csv, json or pb."));
	if (!path || !*path)
		return report_error(arguments, STATUS_USAGE,
				    _("Say where to: -o OUT, a new file."));
	if (argument_option(arguments, "ballots") &&
	    strcmp(format->name, "csv") != 0)
		return report_error(arguments, STATUS_USAGE,
				    _("--ballots goes with --format csv."));
	status = meeting_file_open(arguments, STORE_READ, &store);
	if (status != STATUS_OK)
		return status;
	status = export_store(arguments, store, format, path);
	store_free(store);
	return status;
}
