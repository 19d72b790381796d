/* stemmeboks language: translations that organisers make themselves. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "tools/catalogue/catalogue.h"
#include "tools/catalogue/catalogue_new.h"
#include "tools/line/report.h"
#include "words/language.h"
#include "words/place.h"
#include "words/words.h"

const struct option_spec options_language[] = {
    {"new", 0, "CODE",
     N_("Writes the file CODE.po to translate, as in --new so.")},
    {"check", 0, NULL, N_("Only says what is wrong or missing.")},
    {"remove", 0, "CODE", N_("Takes your translation away again.")},
    {NULL, 0, NULL, NULL},
};

/* The path of the list of all that residents see. */
static enum status residents_path(const struct arguments *arguments,
				  char ret_path[PATH_MAX])
{
	static const char name[] = "/residents.pot";
	enum status status =
	    place_find("lang", ret_path, PATH_MAX - sizeof(name));

	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", "lang");
	memcpy(ret_path + strlen(ret_path), name, sizeof(name));
	return STATUS_OK;
}

static enum status code_check(const struct arguments *arguments,
			      const char *code)
{
	if (language_code_is(code))
		return STATUS_OK;
	return report_error(arguments, STATUS_USAGE,
			    _("\"%s\" is no language code. Write it in small "
			      "letters, as in so or pt-br."),
			    code);
}

static enum status file_new(const struct arguments *arguments, const char *code)
{
	char residents[PATH_MAX], path[CATALOGUE_CODE + sizeof(".po")];
	enum status status = code_check(arguments, code);

	if (status == STATUS_OK)
		status = residents_path(arguments, residents);
	if (status != STATUS_OK)
		return status;
	if (snprintf(path, sizeof(path), "%s.po", code) >= (int)sizeof(path))
		return report_error(arguments, STATUS_LIMIT, "%s", code);
	status = catalogue_new(code, residents, path);
	if (status == STATUS_FILE_MISSING)
		return report_error(arguments, status, "%s", residents);
	if (status == STATUS_FILE_WRITE)
		return report_error(arguments, status, "%s: %s", path,
				    strerror(errno));
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", path);
	report_line(arguments,
		    _("Made %s. Translate it in a text editor or Poedit, then: "
		      "stemmeboks language %s"),
		    path, path);
	report_json(arguments, json_pack("{s:b, s:s}", "ok", 1, "file", path));
	return STATUS_OK;
}

static enum status file_remove(const struct arguments *arguments,
			       const char *code)
{
	enum status status = code_check(arguments, code);

	if (status != STATUS_OK)
		return status;
	status = catalogue_remove(code);
	if (status == STATUS_FILE_MISSING)
		return report_refusal(
		    arguments, status,
		    _("There is no translation of your own for %s."), code);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s: %s", code,
				    strerror(errno));
	report_line(arguments, _("Your translation for %s is taken away."),
		    code);
	report_json(arguments,
		    json_pack("{s:b, s:s}", "ok", 1, "language", code));
	return STATUS_OK;
}

/* What was taken in, and what to do with it. */
static void taken_tell(const struct arguments *arguments,
		       const struct catalogue *catalogue, bool saved,
		       const struct problems *problems)
{
	report_line(arguments,
		    words_plural("%1$s (%2$s): %3$d of the %4$d text that "
				 "residents see.",
				 "%1$s (%2$s): %3$d of the %4$d texts that "
				 "residents see.",
				 (unsigned long)catalogue->all),
		    catalogue->name, catalogue->code, catalogue->taken_count,
		    catalogue->all);
	if (catalogue->taken_count < catalogue->all)
		report_line(arguments, "%s",
			    words_built_in(catalogue->code)
				? _("The others stay as Stemmeboks has them.")
				: _("The others will be shown in English."));
	if (saved) {
		report_line(arguments,
			    _("Taken in. Programs use it from their next start "
			      "on this computer. Write %s among the meeting's "
			      "languages."),
			    catalogue->code);
		if (!words_reviewed(catalogue->code))
			report_line(arguments, "%s",
				    _("Let two residents read it. Write their "
				      "names in the header behind X-Review-1 "
				      "and X-Review-2."));
	} else {
		report_line(arguments, "%s", _("Only checked, not taken in."));
	}
	report_json(arguments,
		    json_pack("{s:b, s:s, s:s, s:i, s:i, s:b, s:o}", "ok", 1,
			      "language", catalogue->code, "name",
			      catalogue->name, "texts", catalogue->taken_count,
			      "all", catalogue->all, "saved", (int)saved,
			      "warnings", problems_json(problems, true)));
}

/* Tells the mistakes; returns the status that the command ends with. */
static enum status mistakes_tell(const struct arguments *arguments,
				 struct problems *problems)
{
	static const char sentence[] =
	    N_("The translation has mistakes. Nothing was taken in.");

	report_json(arguments,
		    json_pack("{s:s, s:s, s:o, s:o}", "error",
			      status_name(STATUS_INPUT), "message",
			      words_get(sentence), "problems",
			      problems_json(problems, false), "warnings",
			      problems_json(problems, true)));
	report_line(arguments, "%s", words_get(sentence));
	return STATUS_INPUT;
}

static enum status catalogue_take(const struct arguments *arguments,
				  const struct catalogue *catalogue,
				  const struct problems *problems)
{
	bool saved = !argument_option(arguments, "check");
	enum status status = saved ? catalogue_save(catalogue) : STATUS_OK;

	if (status == STATUS_FILE_WRITE) {
		char folder[PATH_MAX] = "";
		const char *why = strerror(errno);

		place_own("lang", folder, sizeof(folder));
		return report_error(arguments, status, "%s: %s", folder, why);
	}
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", catalogue->code);
	taken_tell(arguments, catalogue, saved, problems);
	return STATUS_OK;
}

static enum status file_take(const struct arguments *arguments,
			     const char *path)
{
	struct problems problems = {0};
	struct po residents = {NULL, 0, 0};
	struct catalogue catalogue = {0};
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	char all[PATH_MAX], folder[PATH_MAX];
	enum status status = residents_path(arguments, all);

	if (status != STATUS_OK)
		return status;
	snprintf(folder, sizeof(folder), "%.*s",
		 slash ? (int)(slash - path) : 1, slash ? path : ".");
	po_read(all, "residents.pot", &problems, &residents);
	if (problems.mistakes == 0 && residents.count > 0)
		catalogue_read(path, name, &residents, &problems, &catalogue);
	problems_sort(&problems);
	if (!argument_json(arguments))
		problems_print(&problems, folder, stdout);
	if (problems.memory)
		status = report_error(arguments, STATUS_MEMORY, NULL);
	else if (problems.mistakes > 0 || residents.count == 0)
		status = mistakes_tell(arguments, &problems);
	else
		status = catalogue_take(arguments, &catalogue, &problems);
	catalogue_free(&catalogue);
	po_free(&residents);
	problems_clear(&problems);
	return status;
}

enum status cmd_language(const struct arguments *arguments)
{
	const char *path = argument_operand(arguments, 0);
	const char *new = argument_option(arguments, "new");
	const char *removed = argument_option(arguments, "remove");

	if (!!path + !!new + !!removed != 1)
		return report_error(arguments, STATUS_USAGE, "%s",
				    _("Give a file, or --new, or --remove."));
	if (new)
		return file_new(arguments, new);
	if (removed)
		return file_remove(arguments, removed);
	return file_take(arguments, path);
}
