/* stemmeboks publish: the folder that anyone can count again. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "store/store.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_verify.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_publish[] = {
    {"output", 'o', "DIR", N_("The new folder to write.")},
    {NULL, 0, NULL, NULL},
};

/* What was written is read back and proven before it gets its name. WHY says
 * what is wrong with it. */
static enum status prove(void *context, const char *folder)
{
	struct bundle_files *files = calloc(1, sizeof(*files));
	struct verdict *verdict = calloc(1, sizeof(*verdict));
	char *why = context;
	enum status status = STATUS_MEMORY;

	if (files && verdict)
		status = bundle_files_load(folder, files, why);
	if (status == STATUS_OK)
		status = bundle_verify(files, verdict);
	if (status == STATUS_DISAGREES && verdict->complaint_count > 0)
		snprintf(
		    why, BUNDLE_WHY, "%s:%d: %s", verdict->complaints[0].file,
		    verdict->complaints[0].line, verdict->complaints[0].text);
	if (files)
		bundle_files_free(files);
	free(files);
	free(verdict);
	return status;
}

static void publish_tell(const struct arguments *arguments,
			 const struct bundle *bundle,
			 const struct bundle_files *files, const char *folder)
{
	bool shown = bundle_ballots_shown(bundle);

	report_json(arguments,
		    json_pack("{s:s, s:i, s:i, s:b}", "folder", folder, "files",
			      files->count, "ballots", bundle->tally.ballots,
			      "ballots_published", (int)shown));
	report_line(arguments,
		    words_plural("Published in %1$s: %2$d file.",
				 "Published in %1$s: %2$d files.",
				 (unsigned long)files->count),
		    folder, files->count);
	if (!shown)
		report_line(
		    arguments,
		    _("Fewer than %d ballots: only the totals are published."),
		    bundle->meeting->publish_min);
	report_line(arguments, _("Anyone can check it: stemmeboks verify %s"),
		    folder);
}

static enum status publish_files(const struct arguments *arguments,
				 struct store *store,
				 const struct bundle *bundle,
				 struct bundle_files *files, const char *folder)
{
	char why[BUNDLE_WHY] = "", at[AUDIT_TIME], detail[AUDIT_DETAIL];
	enum status status = bundle_render(bundle, files);

	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	status = bundle_files_save(files, folder, prove, why, why);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", why);
	audit_time(time(NULL), at);
	snprintf(detail, sizeof(detail), "%d files", files->count);
	status = audit_act(store, ACT_PUBLISHED, detail, at);
	if (status != STATUS_OK)
		return report_error(arguments, status,
				    _("%s is written and right, but the "
				      "meeting file does not know it."),
				    folder);
	publish_tell(arguments, bundle, files, folder);
	return STATUS_OK;
}

static enum status publish_store(const struct arguments *arguments,
				 struct store *store, const char *folder)
{
	const char *path = argument_operand(arguments, 0);
	struct bundle_files *files = NULL;
	struct bundle *bundle = NULL;
	enum phase phase;
	enum status status = store_phase(store, &phase);

	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", path);
	if (!act_allowed(ACT_PUBLISHED, phase))
		return report_refusal(arguments, STATUS_PHASE,
				      _("The meeting is in the phase \"%s\". "
					"Count it first: stemmeboks count %s"),
				      words_get(phase_text(phase)), path);
	status = bundle_gather(store, &bundle);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", path);
	files = calloc(1, sizeof(*files));
	if (files)
		status = publish_files(arguments, store, bundle, files, folder);
	else
		status = report_error(arguments, STATUS_MEMORY, NULL);
	if (files)
		bundle_files_free(files);
	free(files);
	bundle_free(bundle);
	return status;
}

enum status cmd_publish(const struct arguments *arguments)
{
	const char *folder = argument_option(arguments, "output");
	const char *path = argument_operand(arguments, 0);
	struct store *store = NULL;
	enum status status;

	if (!folder || !*folder)
		return report_error(arguments, STATUS_USAGE,
				    _("Say where to: -o DIR, a new folder."));
	status = store_open(path, STORE_WRITE, &store);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", path);
	status = publish_store(arguments, store, folder);
	store_free(store);
	return status;
}
