/* stemmeboks publish: the folder that anyone can count again. */
#include <errno.h>
#include <limits.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "store/store.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_sign.h"
#include "tools/bundle/bundle_verify.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_publish[] = {
    {"output", 'o', "DIR", N_("The new folder to write.")},
    {"to", 0, "DIR",
     N_("A stick or folder: the new folder gets date and title there.")},
    {"key", 0, "FILE", N_("Sign with this key, not the usual one.")},
    {NULL, 0, NULL, NULL},
};

/* Publishing, from the key to the row in the audit. */
struct publish {
	const struct arguments *arguments;
	const char *path; /* of the meeting */
	struct store *store;
	int rows; /* of the audit before anything was gathered */
	struct bundle *bundle;
	struct bundle_files *files;
	struct signing_key key;
	char folder[PATH_MAX]; /* the new one */
	char why[BUNDLE_WHY];
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
	if (status == STATUS_FILE_MISSING && !*why)
		snprintf(why, BUNDLE_WHY, "%s", _("the folder with the fonts"));
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

static void publish_tell(const struct publish *publish)
{
	const struct arguments *arguments = publish->arguments;
	const struct bundle *bundle = publish->bundle;
	int count = publish->files->count;
	bool shown = bundle_ballots_shown(bundle);

	report_json(arguments,
		    json_pack("{s:s, s:i, s:i, s:b, s:s}", "folder",
			      publish->folder, "files", count, "ballots",
			      bundle->tally.ballots, "ballots_published",
			      (int)shown, "signer", bundle->fingerprint));
	report_line(arguments,
		    words_plural("Published in %1$s: %2$d file.",
				 "Published in %1$s: %2$d files.",
				 (unsigned long)count),
		    publish->folder, count);
	report_line(arguments, "%s",
		    _("To print: protocol.pdf to sign, posters.pdf (A3) to "
		      "hang up."));
	if (bundle_has(bundle, "take-home.pdf"))
		report_line(arguments, "%s",
			    _("For those who lack money: take-home.pdf, a "
			      "sheet for each."));
	report_line(arguments, _("Signed with the key %s"),
		    bundle->fingerprint);
	if (!shown)
		report_line(
		    arguments,
		    _("Fewer than %d ballots: only the totals are published."),
		    bundle->meeting->publish_min);
	report_line(arguments, _("Anyone can check it: stemmeboks verify %s"),
		    publish->folder);
}

/* The meeting now knows what was published: the sum of the sums, which the hall
 * shows so that everybody can compare. */
static enum status publish_record(struct publish *publish)
{
	const struct bundle_file *sums =
	    bundle_files_find(publish->files, BUNDLE_SUMS);
	unsigned char hash[crypto_hash_sha256_BYTES];
	char hex[2 * sizeof(hash) + 1], detail[AUDIT_DETAIL], at[AUDIT_TIME];
	enum status status;

	crypto_hash_sha256(hash, (const unsigned char *)sums->data,
			   sums->length);
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	snprintf(detail, sizeof(detail), "sums %s", hex);
	audit_time(time(NULL), at);
	status = audit_act_after(publish->store, publish->rows, ACT_PUBLISHED,
				 detail, at);
	if (status == STATUS_OK)
		return STATUS_OK;
	if (status == STATUS_CHANGED)
		return report_error(publish->arguments, status,
				    _("%s is out of date: something was "
				      "decided meanwhile. Publish again."),
				    publish->folder);
	return report_error(publish->arguments, status,
			    _("%s is written and right, but the meeting file "
			      "does not know it."),
			    publish->folder);
}

static enum status publish_files(struct publish *publish)
{
	const struct arguments *arguments = publish->arguments;
	enum status status;

	bundle_signer_set(publish->bundle, publish->key.public);
	status = bundle_render(publish->bundle, publish->files);
	if (status == STATUS_OK)
		status = bundle_sign(publish->files, &publish->key);
	if (status == STATUS_FILE_MISSING)
		return report_error(arguments, status,
				    _("the folder with the fonts"));
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	status = bundle_files_save(publish->files, publish->folder, prove,
				   publish->why, publish->why);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", publish->why);
	status = publish_record(publish);
	if (status == STATUS_OK)
		publish_tell(publish);
	return status;
}

static void key_tell(const struct publish *publish, const char *path)
{
	struct bundle named = {.signer = {0}};

	bundle_signer_set(&named, publish->key.public);
	report_line(publish->arguments, _("A new signing key was made: %s"),
		    path);
	report_line(publish->arguments,
		    _("Its fingerprint: %s – write it in the minutes"),
		    named.fingerprint);
	report_line(publish->arguments, "%s",
		    _("Keep that file. The next results are signed with it, "
		      "too."));
}

/* The new folder's name, from what was typed. */
static enum status folder_find(struct publish *publish)
{
	const struct arguments *arguments = publish->arguments;
	const char *folder = argument_option(arguments, "output");
	const char *to = argument_option(arguments, "to");
	char name[BUNDLE_FOLDER];
	int written;

	bundle_folder_name(store_meeting(publish->store), name);
	written = folder
		      ? snprintf(publish->folder, PATH_MAX, "%s", folder)
		      : snprintf(publish->folder, PATH_MAX, "%s/%s", to, name);
	if (written < PATH_MAX)
		return STATUS_OK;
	return report_error(arguments, STATUS_FILE_WRITE, "%s: %s",
			    folder ? folder : to, strerror(ENAMETOOLONG));
}

/* The key that was named, or the usual one, which is made on first use. */
static enum status key_find(struct publish *publish)
{
	const struct arguments *arguments = publish->arguments;
	const char *named = argument_option(arguments, "key");
	char *usual = named ? NULL : signing_key_path();
	enum status status = STATUS_FILE_READ;
	bool made = false;

	if (named)
		status = signing_key_read(named, &publish->key, publish->why);
	else if (usual)
		status =
		    signing_key_open(usual, &publish->key, &made, publish->why);
	else
		snprintf(publish->why, BUNDLE_WHY, "%s",
			 _("There is no home folder to keep a signing key in. "
			   "Name one with --key FILE."));
	if (status != STATUS_OK)
		report_error(arguments, status, "%s", publish->why);
	else if (made)
		key_tell(publish, usual);
	free(usual);
	return status;
}

static enum status publish_store(struct publish *publish)
{
	const struct arguments *arguments = publish->arguments;
	enum phase phase;
	enum status status = store_phase(publish->store, &phase);

	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", publish->path);
	status = meeting_file_real(arguments, publish->store);
	if (status == STATUS_OK && phase >= PHASE_CLOSED)
		status = file_kind_votes(arguments, publish->store);
	if (status != STATUS_OK)
		return status;
	if (!act_allowed(ACT_PUBLISHED, phase))
		return report_refusal(arguments, STATUS_PHASE,
				      _("The meeting is in the phase \"%s\". "
					"Count it first: stemmeboks count %s"),
				      words_get(phase_text(phase)),
				      publish->path);
	status = folder_find(publish);
	if (status == STATUS_OK)
		status = key_find(publish);
	if (status != STATUS_OK)
		return status;
	status = audit_count(publish->store, &publish->rows);
	if (status == STATUS_OK)
		status = bundle_gather(publish->store, &publish->bundle);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", publish->path);
	publish->files = calloc(1, sizeof(*publish->files));
	if (!publish->files)
		return report_error(arguments, STATUS_MEMORY, NULL);
	return publish_files(publish);
}

static void publish_free(struct publish *publish)
{
	if (publish->files)
		bundle_files_free(publish->files);
	free(publish->files);
	bundle_free(publish->bundle);
	store_free(publish->store);
	signing_key_wipe(&publish->key);
	free(publish);
}

enum status cmd_publish(const struct arguments *arguments)
{
	const char *folder = argument_option(arguments, "output");
	const char *to = argument_option(arguments, "to");
	struct publish *publish;
	enum status status;

	if ((!folder || !*folder) == (!to || !*to))
		return report_error(arguments, STATUS_USAGE,
				    _("Say where to: -o DIR, a new folder, or "
				      "--to DIR, a stick."));
	publish = calloc(1, sizeof(*publish));
	if (!publish)
		return report_error(arguments, STATUS_MEMORY, NULL);
	publish->arguments = arguments;
	publish->path = argument_operand(arguments, 0);
	status = meeting_file_open_at(arguments, publish->path, STORE_WRITE,
				      &publish->store);
	if (status == STATUS_OK)
		status = publish_store(publish);
	publish_free(publish);
	return status;
}
