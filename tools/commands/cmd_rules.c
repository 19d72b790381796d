/* stemmeboks rules: how the money will be given, before anyone votes. */
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

#include "tools/card/card.h"
#include "tools/commands/meeting_file.h"
#include "tools/import/import_report.h"
#include "tools/line/report.h"
#include "tools/paper/paper_card.h"
#include "tools/slips/slip_file.h"
#include "words/words.h"

const struct option_spec options_rules[] = {
    {"output", 'o', "FILE", N_("Also write a PDF; it must not be there yet.")},
    {"size", 's', "a4|a3", N_("The paper of the PDF; a4 without this.")},
    {"lang", 'l', "LL",
     N_("In this language of the meeting; without: the room's.")},
    {NULL, 0, NULL, NULL},
};

/* One run of the command. */
struct ruling {
	const struct arguments *arguments;
	struct store *store;	  /* of a meeting file, or NULL */
	struct meeting *imported; /* of a folder, or NULL */
	const struct meeting *meeting;
	char code[DEFINITION_CODE]; /* "" while nothing is adopted */
	int language;
	bool a3;
	struct card *card;
};

static bool is_folder(const char *path)
{
	struct stat found;

	return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

static enum status meeting_read(struct ruling *ruling)
{
	const struct arguments *arguments = ruling->arguments;
	const char *path = argument_operand(arguments, 0);
	json_t *warnings = NULL;
	enum phase phase;
	enum status status;

	if (is_folder(path)) {
		status = import_report(arguments, path, stderr,
				       &ruling->imported, &warnings);
		ruling->meeting = ruling->imported;
		if (status == STATUS_OK)
			json_decref(warnings);
		return status;
	}
	status = meeting_file_open(arguments, STORE_READ, &ruling->store);
	if (status != STATUS_OK)
		return status;
	ruling->meeting = store_meeting(ruling->store);
	status = store_phase(ruling->store, &phase);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", path);
	if (phase != PHASE_DRAFT)
		meeting_file_code(ruling->store, ruling->code);
	return STATUS_OK;
}

static enum status options_read(struct ruling *ruling)
{
	const struct arguments *arguments = ruling->arguments;
	const char *size = argument_option(arguments, "size");
	const char *name = argument_option(arguments, "lang");
	char all[MEETING_FILE_LANGUAGES];

	ruling->a3 = size && strcasecmp(size, "a3") == 0;
	if (size && !ruling->a3 && strcasecmp(size, "a4") != 0)
		return report_error(arguments, STATUS_USAGE,
				    _("--size is a3 or a4, not \"%s\"."), size);
	ruling->language = name ? meeting_language(ruling->meeting, name) : 0;
	if (ruling->language >= 0)
		return STATUS_OK;
	meeting_file_languages(ruling->meeting, all);
	return report_error(arguments, STATUS_USAGE,
			    _("The meeting has no language \"%1$s\". It has: "
			      "%2$s."),
			    name, all);
}

/* Makes the PDF in memory: the file is then written in one go. */
static enum status render(const struct ruling *ruling, char **ret_bytes,
			  size_t *ret_size, int *ret_pages)
{
	const struct card_print print = {ruling->meeting, ruling->card,
					 ruling->language, ruling->a3};
	FILE *out = open_memstream(ret_bytes, ret_size);
	enum status status;

	if (!out)
		return STATUS_MEMORY;
	status = paper_card(&print, out, ret_pages);
	if (fclose(out) != 0 && status == STATUS_OK)
		status = STATUS_MEMORY;
	return status;
}

/* Writes the PDF that was asked for; *RET_PAGES is 0 without. */
static enum status print(const struct ruling *ruling, int *ret_pages)
{
	const struct arguments *arguments = ruling->arguments;
	const char *path = argument_option(arguments, "output");
	char *bytes = NULL;
	size_t size = 0;
	enum status status = STATUS_OK;

	*ret_pages = 0;
	if (!path)
		return STATUS_OK;
	status = render(ruling, &bytes, &size, ret_pages);
	if (status == STATUS_FILE_MISSING)
		report_error(arguments, status, _("the folder with the fonts"));
	else if (status != STATUS_OK)
		report_error(arguments, status, NULL);
	else if ((status = slip_file_save(path, bytes, size)) != STATUS_OK)
		report_error(arguments, status, "%s", path);
	free(bytes);
	return status;
}

static void tell_text(const struct ruling *ruling)
{
	static const char *const before[CARD_KINDS] = {
	    [CARD_POT] = "\n== ",    [CARD_ALL] = "\n== ",
	    [CARD_POINT] = "  - ",   [CARD_STEP] = "    ",
	    [CARD_EXAMPLE] = "  - ",
	};
	const struct card *card = ruling->card;

	for (int i = 0; i < card->count; i++) {
		const char *mark = before[card->lines[i].kind];

		report_line(ruling->arguments, "%s%s", mark ? mark : "",
			    card->lines[i].text);
	}
}

/* The lines with their kinds: what any screen or page needs to show it. */
static json_t *lines_json(const struct card *card)
{
	static const char *const kinds[CARD_KINDS] = {
	    [CARD_TITLE] = "title",	[CARD_ABOUT] = "about",
	    [CARD_CODE] = "code",	[CARD_POT] = "pot",
	    [CARD_TOPIC] = "topic",	[CARD_POINT] = "point",
	    [CARD_EXAMPLE] = "example", [CARD_STEP] = "step",
	    [CARD_ALL] = "all",
	};
	json_t *lines = json_array();

	for (int i = 0; i < card->count; i++)
		json_array_append_new(lines,
				      json_pack("{s:s, s:s}", "kind",
						kinds[card->lines[i].kind],
						"text", card->lines[i].text));
	return lines;
}

static void tell(const struct ruling *ruling, int pages)
{
	const char *path = argument_option(ruling->arguments, "output");

	tell_text(ruling);
	if (path) {
		report_line(ruling->arguments, "%s", "");
		report_line(ruling->arguments,
			    words_plural("%1$s: %2$d page, %3$s.",
					 "%1$s: %2$d pages, %3$s.",
					 (unsigned long)pages),
			    path, pages, ruling->a3 ? "A3" : "A4");
	}
	report_json(ruling->arguments,
		    json_pack("{s:s?, s:s, s:o, s:s?, s:i}", "code",
			      *ruling->code ? ruling->code : NULL, "language",
			      ruling->meeting->languages[ruling->language],
			      "lines", lines_json(ruling->card), "file", path,
			      "pages", pages));
}

enum status cmd_rules(const struct arguments *arguments)
{
	struct ruling ruling = {.arguments = arguments};
	enum status status = meeting_read(&ruling);
	int pages = 0;

	if (status == STATUS_OK)
		status = options_read(&ruling);
	if (status == STATUS_OK) {
		status =
		    card_new(ruling.meeting, ruling.language,
			     *ruling.code ? ruling.code : NULL, &ruling.card);
		if (status != STATUS_OK)
			report_error(arguments, status, NULL);
	}
	if (status == STATUS_OK)
		status = print(&ruling, &pages);
	if (status == STATUS_OK)
		tell(&ruling, pages);
	card_free(ruling.card);
	meeting_free(ruling.imported);
	store_free(ruling.store);
	return status;
}
