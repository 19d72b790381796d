#include "tools/commands/meeting_file.h"

#include <sodium/utils.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "tools/line/report.h"
#include "words/words.h"

enum { PHASES_TEXT = 256 };

enum status meeting_file_open(const struct arguments *arguments,
			      enum store_mode mode, struct store **ret_store)
{
	const char *path = argument_operand(arguments, 0);
	enum status status = store_open(path, mode, ret_store);

	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", path);
	return STATUS_OK;
}

/* "ready, paused": where ACT is allowed. */
static void phases_of(enum act act, char ret_text[PHASES_TEXT])
{
	size_t used = 0;

	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		int more;

		if (!act_allowed(act, (enum phase)phase))
			continue;
		more = snprintf(ret_text + used, PHASES_TEXT - used, "%s%s",
				used ? ", " : "",
				words_get(phase_text((enum phase)phase)));
		if (more < 0 || (size_t)more >= PHASES_TEXT - used)
			return;
		used += (size_t)more;
	}
}

enum status meeting_file_allows(const struct arguments *arguments,
				struct store *store, enum act act)
{
	char allowed[PHASES_TEXT] = "";
	enum phase phase;
	enum status status = store_phase(store, &phase);

	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	if (act_allowed(act, phase))
		return STATUS_OK;
	phases_of(act, allowed);
	/* TRANSLATORS: the phases that allow an act; the phase it is. */
	return report_error(arguments, STATUS_PHASE,
			    _("Possible in: %s. The meeting is: %s."), allowed,
			    words_get(phase_text(phase)));
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
