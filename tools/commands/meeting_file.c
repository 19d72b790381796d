#include "tools/commands/meeting_file.h"

#include <sodium/utils.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "tools/commands/file_kind.h"
#include "tools/line/report.h"
#include "words/words.h"

enum { ANY = -1 };

enum status meeting_file_damaged(const struct arguments *arguments,
				 const char *path,
				 const struct store_fault *fault)
{
	const enum status status = STATUS_DAMAGED;

	switch (fault->part) {
	case STORE_PART_DEFINITION:
		return report_error(arguments, status,
				    _("%s: its rules and proposals do not have "
				      "the checksum that it keeps."),
				    path);
	case STORE_PART_AUDIT:
		return report_error(arguments, status,
				    _("%1$s: row %2$d of \"audit\" is the "
				      "first that is wrong or missing."),
				    path, fault->row);
	case STORE_PART_PHASE:
		return report_error(arguments, status,
				    _("%1$s: its phase is not the one that row "
				      "%2$d of \"audit\", the last, leads to."),
				    path, fault->row);
	case STORE_PART_BOX:
		return report_error(arguments, status,
				    _("%1$s: the box is not the one that row "
				      "%2$d of \"audit\", the last, tells of."),
				    path, fault->row);
	default:
		return report_error(arguments, status, "%s", path);
	}
}

enum status meeting_file_open_at(const struct arguments *arguments,
				 const char *path, enum store_mode mode,
				 struct store **ret_store)
{
	struct store_fault fault = {STORE_PART_OTHER, 0};
	enum status status = store_open_fault(path, mode, ret_store, &fault);

	if (status == STATUS_DAMAGED)
		return meeting_file_damaged(arguments, path, &fault);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", path);
	meeting_file_mended(arguments, *ret_store);
	return STATUS_OK;
}

enum status meeting_file_open(const struct arguments *arguments,
			      enum store_mode mode, struct store **ret_store)
{
	enum status status = meeting_file_open_at(
	    arguments, argument_operand(arguments, 0), mode, ret_store);

	if (status == STATUS_OK)
		meeting_file_practice(arguments, *ret_store);
	return status;
}

void meeting_file_mended(const struct arguments *arguments,
			 const struct store *store)
{
	if (store_mended(store))
		report_note(arguments, "%s",
			    _("Others on this computer could read the meeting "
			      "file. Now only you can."));
}

void meeting_file_practice(const struct arguments *arguments,
			   const struct store *store)
{
	if (store_meeting(store)->practice)
		report_practice(arguments);
}

enum status meeting_file_real(const struct arguments *arguments,
			      const struct store *store)
{
	if (!store_meeting(store)->practice)
		return STATUS_OK;
	return report_error(arguments, STATUS_PRACTICE, NULL);
}

/* Why an act cannot be done in a phase, and what to type instead: the first row
 * that names both. */
static const struct {
	enum phase phase;
	int act; /* or ANY */
	const char *text, *command, *rest;
} refusals[] = {
    {PHASE_DRAFT, ANY, N_("The rules are not adopted yet. First adopt them:"),
     "ready", ""},
    {PHASE_READY, ACT_ADOPTED,
     N_("The rules are adopted already. Now open the voting:"), "open", ""},
    {PHASE_READY, ANY, N_("Voting was not opened yet. First open it:"), "open",
     ""},
    {PHASE_OPEN, ACT_PRINTED, N_("Voting is open. First pause it:"), "pause",
     ""},
    {PHASE_OPEN, ACT_DECIDED, N_("Voting is open. First close it:"), "close",
     ""},
    {PHASE_OPEN, ACT_RECOUNTED, N_("Voting is open. First close it:"), "close",
     ""},
    {PHASE_OPEN, ANY,
     N_("Voting is open already. To stop it for a while, type:"), "pause", ""},
    {PHASE_PAUSED, ACT_DECIDED, N_("Voting is paused. First close it:"),
     "close", ""},
    {PHASE_PAUSED, ACT_RECOUNTED, N_("Voting is paused. First close it:"),
     "close", ""},
    {PHASE_PAUSED, ANY, N_("Voting is paused. Open it again:"), "open", ""},
    {PHASE_CLOSED, ANY, N_("Voting is closed for good. Now count the votes:"),
     "count", ""},
    {PHASE_COUNTED, ANY, N_("The votes are counted. Now publish the result:"),
     "publish", " -o result"},
    {PHASE_PUBLISHED, ANY,
     N_("The result is published. Nothing can change any more."), NULL, NULL},
};

static enum status refuse(const struct arguments *arguments,
			  struct store *store, enum phase phase, enum act act)
{
	char next[MEETING_FILE_NEXT] = "";
	const char *collect;
	enum file_kind kind;
	enum status status = file_kind(store, &kind);
	int i = 0;

	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	collect = file_kind_collect(kind);
	if (phase >= PHASE_CLOSED && collect)
		return report_refusal(arguments, STATUS_PHASE,
				      _("Voting is closed for good. Now put "
					"the boxes together: %s"),
				      collect);

	while (refusals[i].phase != phase ||
	       (refusals[i].act != ANY && refusals[i].act != (int)act))
		i++;
	if (refusals[i].command)
		meeting_file_next(arguments, refusals[i].command,
				  refusals[i].rest, next);
	return report_refusal(arguments, STATUS_PHASE, "%s%s%s",
			      words_get(refusals[i].text), *next ? " " : "",
			      next);
}

enum status meeting_file_allows(const struct arguments *arguments,
				struct store *store, enum act act)
{
	enum phase phase;
	enum status status = store_phase(store, &phase);

	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	return act_allowed(act, phase) ? STATUS_OK
				       : refuse(arguments, store, phase, act);
}

enum status meeting_file_picture(const struct arguments *arguments,
				 const struct store *store, enum status status,
				 const char *name)
{
	if (status == STATUS_FILE_READ)
		return report_refusal(arguments, status,
				      _("The picture %1$s cannot be read. "
					"Check who may read %2$s."),
				      name, store_images(store));
	return report_refusal(arguments, status,
			      _("The picture %1$s is missing or was changed. "
				"Copy the right one to %2$s, from images in "
				"the meeting's folder."),
			      name, store_images(store));
}

void meeting_file_languages(const struct meeting *meeting,
			    char ret_text[MEETING_FILE_LANGUAGES])
{
	size_t used = 0;

	ret_text[0] = '\0';
	for (int i = 0; i < meeting->language_count; i++) {
		int added =
		    snprintf(ret_text + used, MEETING_FILE_LANGUAGES - used,
			     "%s%s", i ? ", " : "", meeting->languages[i]);

		if (added < 0 || used + (size_t)added >= MEETING_FILE_LANGUAGES)
			return;
		used += (size_t)added;
	}
}

void meeting_file_time(char ret_at[AUDIT_TIME])
{
	audit_time((int64_t)time(NULL), ret_at);
}

void meeting_file_code(const struct store *store,
		       char ret_code[DEFINITION_CODE])
{
	definition_code(store_definition_hash(store), ret_code);
}

enum status meeting_file_root(struct store *store,
			      char ret_root[MEETING_FILE_ROOT])
{
	unsigned char root[BOX_ROOT_BYTES];
	enum status status = box_root(store, root);

	if (status == STATUS_OK)
		sodium_bin2hex(ret_root, MEETING_FILE_ROOT, root, sizeof(root));
	return status;
}

bool meeting_file_root_told(enum phase phase)
{
	return phase != PHASE_OPEN && phase != PHASE_PAUSED;
}

/* Adds TEXT as far as there is room. */
static void text_add(char text[MEETING_FILE_NEXT], const char *more)
{
	size_t used = strlen(text);

	snprintf(text + used, MEETING_FILE_NEXT - used, "%s", more);
}

static void word_add(char text[MEETING_FILE_NEXT], const char *word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789._-/+,:@%";

	if (*word && strspn(word, plain) == strlen(word)) {
		text_add(text, word);
		return;
	}
	text_add(text, "'");
	for (; *word; word++) {
		const char letter[2] = {*word, '\0'};

		text_add(text, *word == '\'' ? "'\\''" : letter);
	}
	text_add(text, "'");
}

void meeting_file_next(const struct arguments *arguments, const char *command,
		       const char *rest, char ret_text[MEETING_FILE_NEXT])
{
	ret_text[0] = '\0';
	text_add(ret_text, "stemmeboks ");
	text_add(ret_text, command);
	text_add(ret_text, " ");
	word_add(ret_text, argument_operand(arguments, 0));
	text_add(ret_text, rest);
}
