/* stemmeboks posters: the proposals for the wall, before the vote. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "store/pictures.h"
#include "tools/commands/meeting_file.h"
#include "tools/line/report.h"
#include "tools/paper/paper_wall.h"
#include "tools/slips/slip_file.h"
#include "tools/slips/slip_printer.h"
#include "words/words.h"

#define ENDING "-posters.pdf"

const struct option_spec options_posters[] = {
    {"output", 'o', "FILE",
     N_("The PDF to write; it must not be there yet. Without: beside the "
	"meeting file, MEETING-posters.pdf.")},
    {"printer", 'p', "NAME",
     N_("Print them at once on that printer, with no file; \"lpstat -e\" names "
	"all.")},
    {"size", 's', "a3|a4", N_("The paper; a3 without this.")},
    {"lang", 'l', "LL",
     N_("Only this language of the meeting below the room's; may be "
	"repeated. Without: all.")},
    {NULL, 0, NULL, NULL},
};

/* One run of the command. */
struct posters {
	const struct arguments *arguments;
	struct store *store;
	const char *printer; /* NULL: into a file, */
	char *path;	     /* the PDF */
	struct wall_print print;
	struct wall_gaps gaps;
};

static enum status size_read(struct posters *posters)
{
	const char *size = argument_option(posters->arguments, "size");

	posters->print.a3 = !size || strcasecmp(size, "a3") == 0;
	if (posters->print.a3 || strcasecmp(size, "a4") == 0)
		return STATUS_OK;
	return report_error(posters->arguments, STATUS_USAGE,
			    _("--size is a3 or a4, not \"%s\"."), size);
}

static bool is_shown(const struct wall_print *print, int language)
{
	for (int i = 0; i < print->language_count; i++)
		if (print->languages[i] == language)
			return true;
	return false;
}

/* The room's language, then those asked for in their order, or all. */
static enum status languages_read(struct posters *posters)
{
	const struct arguments *arguments = posters->arguments;
	struct wall_print *print = &posters->print;
	char all[MEETING_FILE_LANGUAGES];
	const char *name;

	print->languages[print->language_count++] = 0;
	for (int i = 0; (name = argument_repeated(arguments, "lang", i)); i++) {
		int language = meeting_language(print->meeting, name);

		if (language < 0) {
			meeting_file_languages(print->meeting, all);
			return report_error(
			    arguments, STATUS_USAGE,
			    _("The meeting has no language \"%1$s\". It has: "
			      "%2$s."),
			    name, all);
		}
		if (!is_shown(print, language))
			print->languages[print->language_count++] = language;
	}
	for (int i = 1; !argument_option(arguments, "lang") &&
			i < print->meeting->language_count;
	     i++)
		print->languages[print->language_count++] = i;
	return STATUS_OK;
}

/* The PDF's name: as given, the printer's, or that of the meeting file with
 * another ending. */
static enum status path_find(struct posters *posters)
{
	const char *given = argument_option(posters->arguments, "output");
	const char *meeting = argument_operand(posters->arguments, 0);
	const char *slash = strrchr(meeting, '/');
	const char *name = slash ? slash + 1 : meeting;
	const char *ending = strrchr(name, '.');
	const size_t length = ending && ending > name
				  ? (size_t)(ending - meeting)
				  : strlen(meeting);

	posters->printer = argument_option(posters->arguments, "printer");
	if (given && posters->printer)
		return report_error(posters->arguments, STATUS_USAGE,
				    _("Give -o or --printer, not both."));
	if (given || posters->printer)
		posters->path = strdup(given ? given : posters->printer);
	else if (asprintf(&posters->path, "%.*s" ENDING, (int)length, meeting) <
		 0)
		posters->path = NULL;
	if (!posters->path)
		return report_error(posters->arguments, STATUS_MEMORY, NULL);
	return STATUS_OK;
}

static enum status prepare(struct posters *posters)
{
	char picture[PICTURES_NAME];
	enum status status =
	    meeting_file_open(posters->arguments, STORE_READ, &posters->store);

	if (status != STATUS_OK)
		return status;
	posters->print.meeting = store_meeting(posters->store);
	posters->print.images = store_images(posters->store);
	status = languages_read(posters);
	if (status == STATUS_OK)
		status = path_find(posters);
	if (status != STATUS_OK)
		return status;
	/* What hangs on the wall is what the room votes on. */
	status = store_pictures_check(posters->store, picture);
	if (status != STATUS_OK)
		return meeting_file_picture(posters->arguments, posters->store,
					    status, picture);
	return STATUS_OK;
}

/* Makes the PDF in memory: the file is then written in one go. */
static enum status render(struct posters *posters, char **ret_bytes,
			  size_t *ret_size)
{
	FILE *out = open_memstream(ret_bytes, ret_size);
	enum status status;

	if (!out)
		return STATUS_MEMORY;
	status = paper_wall(&posters->print, out, &posters->gaps);
	if (fclose(out) != 0 && status == STATUS_OK)
		status = STATUS_MEMORY;
	return status;
}

/* BYTES to the printer; what is wrong was told, in lp's own words. */
static enum status printer_send(const struct posters *posters,
				const char *bytes, size_t size)
{
	struct slip_printer *printer = NULL;
	enum status status = slip_printer_open(posters->printer, &printer);
	const char *why = "";

	if (status == STATUS_OK)
		status = slip_printer_write(printer, bytes, size);
	if (status == STATUS_OK)
		status = slip_printer_send(printer);
	if (status != STATUS_OK) {
		if (printer)
			why = slip_printer_why(printer);
		report_error(posters->arguments, status, *why ? "%s: %s" : "%s",
			     posters->printer, why);
	}
	slip_printer_free(printer);
	return status;
}

static enum status save(const struct posters *posters, const char *bytes,
			size_t size)
{
	enum status status = slip_file_save(posters->path, bytes, size);

	if (status != STATUS_OK)
		report_error(posters->arguments, status, "%s", posters->path);
	return status;
}

static enum status print(struct posters *posters)
{
	char *bytes = NULL;
	size_t size = 0;
	enum status status = render(posters, &bytes, &size);

	if (status == STATUS_FILE_MISSING)
		report_error(posters->arguments, status,
			     _("the folder with the fonts"));
	else if (status != STATUS_OK)
		report_error(posters->arguments, status, NULL);
	else
		status = posters->printer ? printer_send(posters, bytes, size)
					  : save(posters, bytes, size);
	free(bytes);
	return status;
}

static void tell_gaps(const struct posters *posters)
{
	const struct arguments *arguments = posters->arguments;
	const struct wall_gaps *gaps = &posters->gaps;

	if (gaps->untranslated)
		report_line(
		    arguments,
		    words_plural("%d proposal is not translated into every "
				 "language; its poster says so.",
				 "%d proposals are not translated into every "
				 "language; their posters say so.",
				 (unsigned long)gaps->untranslated),
		    gaps->untranslated);
	if (gaps->crowded)
		report_line(
		    arguments,
		    words_plural("%d poster has no room for all languages. "
				 "Choose fewer with --lang.",
				 "%d posters have no room for all languages. "
				 "Choose fewer with --lang.",
				 (unsigned long)gaps->crowded),
		    gaps->crowded);
	if (gaps->languages)
		report_line(
		    arguments,
		    words_plural("%d language is not on the posters: no font "
				 "has its letters.",
				 "%d languages are not on the posters: no font "
				 "has their letters.",
				 (unsigned long)gaps->languages),
		    gaps->languages);
	if (gaps->letters)
		report_line(arguments, "%s",
			    _("Some letters are in none of the fonts and "
			      "stand as boxes. Look at the PDF."));
}

static void tell(const struct posters *posters)
{
	const struct arguments *arguments = posters->arguments;
	const struct wall_gaps *gaps = &posters->gaps;
	const char *size = posters->print.a3 ? "A3" : "A4";

	report_line(arguments,
		    words_plural("%1$s: %2$d page, %3$s.",
				 "%1$s: %2$d pages, %3$s.",
				 (unsigned long)gaps->pages),
		    posters->path, gaps->pages, size);
	tell_gaps(posters);
	report_line(arguments, "%s",
		    _("Hang them up before the vote: who has decided in the "
		      "queue votes faster."));
	report_json(arguments,
		    json_pack("{s:s, s:i, s:s, s:i, s:i, s:i, s:i, s:i}",
			      posters->printer ? "printer" : "file",
			      posters->path, "pages", gaps->pages, "size",
			      posters->print.a3 ? "a3" : "a4", "languages",
			      posters->print.language_count - gaps->languages,
			      "untranslated", gaps->untranslated, "crowded",
			      gaps->crowded, "letters_missing", gaps->letters,
			      "languages_missing", gaps->languages));
}

enum status cmd_posters(const struct arguments *arguments)
{
	struct posters posters = {.arguments = arguments};
	enum status status = size_read(&posters);

	if (status == STATUS_OK)
		status = prepare(&posters);
	if (status == STATUS_OK)
		status = print(&posters);
	if (status == STATUS_OK)
		tell(&posters);
	free(posters.path);
	store_free(posters.store);
	return status;
}
