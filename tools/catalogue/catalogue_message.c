/* Whether one translation is right. */
#include "tools/catalogue/catalogue_inside.h"

#include <string.h>

#include "core/utf8.h"
#include "tools/catalogue/format.h"
#include "words/words.h"

void catalogue_brief(const char *text, char ret_text[CATALOGUE_BRIEF])
{
	size_t length = strlen(text);
	const char *end = "";

	if (length >= CATALOGUE_BRIEF) {
		length = utf8_cut(text, CATALOGUE_BRIEF - sizeof("…"));
		end = "…";
	}
	snprintf(ret_text, CATALOGUE_BRIEF, "%.*s%s", (int)length, text, end);
	for (char *at = ret_text; *at; at++)
		if (*at == '\n' || *at == '\t')
			*at = ' ';
}

/* Whether every isolate that TEXT opens is closed (UAX 9, 2.4.2), and it has no
 * marks that would turn what follows it. */
static bool direction_kept(const char *text)
{
	size_t length = strlen(text);
	int open = 0;

	for (size_t i = 0; i < length && open >= 0;) {
		uint32_t character;

		i += utf8_next(text + i, length - i, &character);
		if (character >= 0x202a && character <= 0x202e)
			return false;
		if (character >= 0x2066 && character <= 0x2068)
			open++;
		if (character == 0x2069)
			open--;
	}
	return open == 0;
}

static bool ends_alike(const char *a, const char *b)
{
	size_t a_length = strlen(a), b_length = strlen(b);

	return (*a == '\n') == (*b == '\n') &&
	       (a_length > 0 && a[a_length - 1] == '\n') ==
		   (b_length > 0 && b[b_length - 1] == '\n');
}

/* What is wrong with TEXT as the form number FORM of SOURCE, as a phrase for
 * people and gettext key, or NULL. */
static const char *form_wrong(const struct check *check,
			      const struct po_message *source, int form,
			      const char *text)
{
	const char *original = source->plural ? source->plural : source->id;
	struct format given, taken;
	/* "One vote" needs no number, "%d votes" does. */
	bool fewer = source->plural && check->catalogue->plural.uses[form] == 1;

	if (!direction_kept(text))
		return N_("An invisible mark that turns the text is not "
			  "closed, or is not allowed. Copy the marks as they "
			  "are in the original.");
	if (!ends_alike(original, text))
		return N_("The line breaks at the beginning and the end must "
			  "be as in the original.");
	/* What has no placeholder may yet be given to printf. */
	if (!source->c_format && (!strchr(text, '%') || strchr(original, '%')))
		return NULL;
	if (!format_read(text, &taken) || !format_read(original, &given) ||
	    !format_fits(&given, &taken, fewer))
		return N_("The placeholders are not those of the original. "
			  "Copy %s, %d and the like as they are; to change "
			  "their order, write %1$s, %2$d.");
	return NULL;
}

static void tell(const struct check *check, const struct po_message *message,
		 const char *why)
{
	char brief[CATALOGUE_BRIEF];

	catalogue_brief(message->id, brief);
	problem_add(check->problems, check->name, message->line, "\"%s\": %s",
		    brief, why);
}

bool catalogue_message(struct check *check, const struct po_message *message,
		       const struct po_message *source)
{
	int forms = source->plural ? check->catalogue->plural.forms : 1;
	const char *why = NULL;

	if (source->plural && !check->catalogue->plural_known)
		return false; /* told already */
	if (!source->plural != !message->plural ||
	    (source->plural && strcmp(source->plural, message->plural) != 0)) {
		tell(check, message,
		     _("msgid_plural is not that of the original."));
		return false;
	}
	if (message->form_count != forms) {
		char text[160];

		snprintf(text, sizeof(text),
			 words_plural("This language has %d form here.",
				      "This language has %d forms here.",
				      (unsigned long)forms),
			 forms);
		tell(check, message, text);
		return false;
	}
	for (int i = 0; i < forms && !why; i++)
		why = *message->forms[i]
			  ? form_wrong(check, source, i, message->forms[i])
			  : N_("One of the forms is empty.");
	if (why)
		tell(check, message, words_get(why));
	return !why;
}
