#include "tools/catalogue/catalogue_new.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tools/catalogue/plural.h"
#include "words/language.h"
#include "words/words.h"

/* The header; a language that is new here tells its name and direction. */
static void header_write(FILE *out, const char *code)
{
	const struct language *row = language_find(code);

	fprintf(out, "# Stemmeboks: %s.\n#\n", row ? row->endonym : code);
	fprintf(out, "# %s\n",
		_("Write each translation between the quotes behind msgstr. "
		  "What is left empty is shown in English."));
	fprintf(out, "# %s\n",
		_("Copy placeholders as they are: %s, %d, %1$s. \\n is a line "
		  "break."));
	fprintf(out, "# %s\n",
		_("Two residents who have read it all write their names "
		  "behind X-Review-1 and X-Review-2."));
	fputs("msgid \"\"\nmsgstr \"\"\n"
	      "\"Project-Id-Version: stemmeboks\\n\"\n"
	      "\"PO-Revision-Date: \\n\"\n"
	      "\"Last-Translator: \\n\"\n"
	      "\"Language-Team: \\n\"\n",
	      out);
	fprintf(out, "\"Language: %s\\n\"\n", code);
	fputs("\"MIME-Version: 1.0\\n\"\n"
	      "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
	      "\"Content-Transfer-Encoding: 8bit\\n\"\n",
	      out);
	fprintf(out, "\"Plural-Forms: %s\\n\"\n",
		row ? row->plural : "nplurals=2; plural=(n != 1);");
	if (!row)
		fputs("\"X-Endonym: \\n\"\n\"X-Direction: ltr\\n\"\n", out);
	fputs("\"X-Review-1: \\n\"\n\"X-Review-2: \\n\"\n\n", out);
}

/* The lines of IN behind its header, which an empty line ends. A text with a
 * plural gets as many forms as the language has. */
static void messages_copy(FILE *in, FILE *out, const char *code)
{
	const struct language *row = language_find(code);
	struct plural plural = {.forms = 2};
	char line[8192];
	bool behind = false;

	if (row)
		plural_read(row->plural, &plural);
	while (fgets(line, sizeof(line), in)) {
		if (!behind) {
			behind = *line == '\n';
		} else if (strncmp(line, "msgstr[0]", 9) == 0) {
			for (int i = 0; i < plural.forms; i++)
				fprintf(out, "msgstr[%d] \"\"\n", i);
		} else if (strncmp(line, "msgstr[", 7) != 0) {
			fputs(line, out);
		}
	}
}

enum status catalogue_new(const char *code, const char *residents,
			  const char *path)
{
	FILE *in = fopen(residents, "re"), *out;
	enum status status = STATUS_OK;
	int error;

	if (!in)
		return STATUS_FILE_MISSING;
	out = fopen(path, "wxe");
	if (!out) {
		status =
		    errno == EEXIST ? STATUS_FILE_EXISTS : STATUS_FILE_WRITE;
		error = errno;
	} else {
		header_write(out, code);
		messages_copy(in, out, code);
		if (ferror(in) || ferror(out))
			status = STATUS_FILE_WRITE;
		if (fclose(out) != 0)
			status = STATUS_FILE_WRITE;
		error = errno;
		if (status != STATUS_OK)
			unlink(path);
	}
	fclose(in);
	errno = error;
	return status;
}
