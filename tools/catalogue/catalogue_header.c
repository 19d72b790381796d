/* What the header of a catalogue says. */
#include "tools/catalogue/catalogue_inside.h"

#include <string.h>
#include <strings.h>

#include "core/utf8.h"
#include "tools/import/import_text.h"
#include "words/language.h"
#include "words/words.h"

enum { FIELD = 500 };

/* The line on which the header begins; 0 when there is none. */
static int header_line(const struct check *check)
{
	const struct po_message *header = po_find(&check->catalogue->po, "");

	return header ? header->line : 0;
}

static void charset_check(struct check *check)
{
	static const char utf8[] = "charset=utf-8";
	char type[FIELD];
	size_t length;

	po_field(&check->catalogue->po, "Content-Type", type, sizeof(type));
	length = strlen(type);
	if (length < sizeof(utf8) - 1 ||
	    strcasecmp(type + length - (sizeof(utf8) - 1), utf8) != 0)
		problem_add(check->problems, check->name, header_line(check),
			    _("The header does not say \"Content-Type: "
			      "text/plain; charset=UTF-8\"."));
}

/* A language that only this catalogue makes known. */
static void new_language_check(struct check *check)
{
	struct catalogue *catalogue = check->catalogue;
	char direction[FIELD];
	int line = header_line(check);

	po_field(&catalogue->po, "X-Endonym", catalogue->name,
		 sizeof(catalogue->name));
	if (!*catalogue->name || text_forbidden(catalogue->name, false) ||
	    utf8_characters(catalogue->name) > CATALOGUE_NAME_LETTERS)
		problem_add(check->problems, check->name, line,
			    _("The language %s is new here. Write its own name "
			      "in the header, as in \"X-Endonym: Kiswahili\", "
			      "with at most %d letters."),
			    catalogue->code, CATALOGUE_NAME_LETTERS);
	po_field(&catalogue->po, "X-Direction", direction, sizeof(direction));
	catalogue->rtl = strcmp(direction, "rtl") == 0;
	if (!catalogue->rtl && strcmp(direction, "ltr") != 0)
		problem_add(check->problems, check->name, line,
			    _("The language %s is new here. Write in the "
			      "header \"X-Direction: ltr\", or rtl if it is "
			      "written from the right."),
			    catalogue->code);
}

static void language_check(struct check *check)
{
	struct catalogue *catalogue = check->catalogue;
	const struct language *row;
	char code[FIELD];

	po_field(&catalogue->po, "Language", code, sizeof(code));
	if (!language_code_is(code) || strlen(code) >= CATALOGUE_CODE) {
		problem_add(check->problems, check->name, header_line(check),
			    _("The header does not say which language it is. "
			      "Write its code in small letters, as in "
			      "\"Language: so\"."));
		return;
	}
	snprintf(catalogue->code, sizeof(catalogue->code), "%.*s",
		 CATALOGUE_CODE - 1, code);
	row = language_find(code);
	if (!row) {
		new_language_check(check);
		return;
	}
	snprintf(catalogue->name, sizeof(catalogue->name), "%s", row->endonym);
	catalogue->rtl = row->rtl;
}

static void plural_check(struct check *check)
{
	struct catalogue *catalogue = check->catalogue;
	const struct language *row = language_find(catalogue->code);
	char rule[FIELD];

	po_field(&catalogue->po, "Plural-Forms", rule, sizeof(rule));
	catalogue->plural_known = plural_read(rule, &catalogue->plural);
	if (!catalogue->plural_known)
		problem_add(check->problems, check->name, header_line(check),
			    _("The header has no Plural-Forms, or they do not "
			      "work. Write: \"Plural-Forms: %s\"."),
			    row ? row->plural : "nplurals=2; plural=(n != 1);");
}

void catalogue_header(struct check *check)
{
	if (!po_find(&check->catalogue->po, "")) {
		problem_add(check->problems, check->name, 0,
			    _("The file does not begin with a header. Make a "
			      "new one: stemmeboks language --new so"));
		return;
	}
	charset_check(check);
	language_check(check);
	plural_check(check);
}
