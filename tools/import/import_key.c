#include "tools/import/import_key.h"

#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "tools/line/nearest.h"
#include "words/words.h"

enum { NAME_BYTES = 64 };

static void key_unknown(struct import *import, const struct import_key *keys,
			const struct ini_entry *entry)
{
	const struct meeting *meeting = import->meeting;
	char names[MEETING_LANGUAGES][NAME_BYTES], best[NAME_BYTES] = "";
	struct nearest nearest = nearest_to(entry->key);

	for (; keys->name; keys++) {
		if (!keys->per_language)
			nearest_try(&nearest, keys->name);
		for (int i = 0;
		     keys->per_language && i < meeting->language_count; i++) {
			snprintf(names[i], NAME_BYTES, "%s_%s", keys->name,
				 meeting->languages[i]);
			nearest_try(&nearest, names[i]);
		}
		/* names is written anew for the next key. */
		if (nearest.best && nearest.best != best) {
			snprintf(best, sizeof(best), "%s", nearest.best);
			nearest.best = best;
		}
	}
	if (*best)
		problem_add(import->problems, IMPORT_INI, entry->key_line,
			    _("There is no key \"%s\" here. Do you mean %s?"),
			    entry->key, best);
	else
		problem_add(import->problems, IMPORT_INI, entry->key_line,
			    _("There is no key \"%s\" here. Take the line "
			      "out."),
			    entry->key);
}

/* Whether KEY is ENTRY's; its language, or -1, or -2 when the meeting does not
 * have it. */
static bool key_fits(const struct import *import, const struct import_key *key,
		     const struct ini_entry *entry, int *ret_language)
{
	size_t length = strlen(key->name);
	const char *suffix;

	*ret_language = -1;
	if (!key->per_language)
		return strcmp(entry->key, key->name) == 0;
	if (strncmp(entry->key, key->name, length) != 0)
		return false;
	suffix = import_suffix(entry->key, length);
	if (!suffix)
		return false;
	*ret_language = meeting_language(import->meeting, suffix);
	if (*ret_language < 0)
		*ret_language = -2;
	return true;
}

/* A key of one line that goes on: told, and the first line read. */
static void read_first_line(struct import *import, const struct import_key *key,
			    const struct ini_entry *entry, int pot,
			    int language)
{
	struct ini_entry first = *entry;

	if (import->in_sheet)
		problem_add(import->problems, IMPORT_INI, entry->next_line,
			    _("%s has more than one line. Write one."),
			    entry->key);
	else
		problem_add(
		    import->problems, IMPORT_INI, entry->next_line,
		    _("A line that begins with a blank goes on from the "
		      "one above. Begin it at the margin."));
	first.value = strndup(entry->value, strcspn(entry->value, "\n"));
	if (first.value)
		key->read(import, &first, pot, language);
	else
		import->problems->memory = true;
	free(first.value);
}

void import_key_read(struct import *import, const struct import_key *keys,
		     const struct ini_entry *entry, int pot)
{
	const struct import_key *key = keys;
	int language;

	while (key->name && !key_fits(import, key, entry, &language))
		key++;
	if (!key->name)
		key_unknown(import, keys, entry);
	else if (language == -2)
		problem_add(import->problems, IMPORT_INI, entry->key_line,
			    _("The language of \"%s\" is not among the "
			      "meeting's. Add it to languages, or take the "
			      "line out."),
			    entry->key);
	else if (entry->next_line && !key->lines)
		read_first_line(import, key, entry, pot, language);
	else
		key->read(import, entry, pot, language);
}

void import_key_text(struct import *import, const struct ini_entry *entry,
		     int most, const char **ret_text)
{
	if (utf8_characters(entry->value) > most)
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("%s has %d letters. Write at most %d."),
			    entry->key, utf8_characters(entry->value), most);
	*ret_text = import_string(import, entry->value);
}

void import_key_number(struct import *import, const struct ini_entry *entry,
		       int least, int most, int *ret_number)
{
	if (!import_number(entry->value, least, most, ret_number))
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("%s cannot be \"%s\". Write a whole number from "
			      "%d to %d."),
			    entry->key, entry->value, least, most);
}
