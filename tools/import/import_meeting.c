/* meeting.ini: the sections, and what stands in [meeting]. */
#include "tools/import/import_key.h"

#include <stdlib.h>
#include <string.h>

#include "words/words.h"

enum { KEY_CHARACTERS = 20 };

#define MEETING "meeting"
#define POT "pot"
#define ROLL "roll"
#define KEY_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

static void language_add(struct import *import, const struct ini_entry *entry,
			 const char *name)
{
	struct meeting *meeting = import->meeting;

	if (!words_known(name))
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("There is no language \"%s\" here. Write codes "
			      "with commas between: da, en."),
			    name);
	else if (meeting_language(meeting, name) >= 0)
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("The language %s stands here twice. Take one "
			      "out."),
			    name);
	else if (meeting->language_count == MEETING_LANGUAGES)
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("A meeting has at most %d languages. Take %s "
			      "out."),
			    MEETING_LANGUAGES, name);
	else
		meeting->languages[meeting->language_count++] =
		    import_string(import, name);
}

static void languages_read(struct import *import, const struct ini *ini,
			   int section)
{
	const struct ini_entry *entry = NULL;

	for (int i = 0; !entry && i < ini->entry_count; i++)
		if (ini->entries[i].section == section &&
		    strcmp(ini->entries[i].key, "languages") == 0)
			entry = &ini->entries[i];
	if (!entry || !*entry->value) {
		problem_add(import->problems, IMPORT_INI,
			    entry ? entry->line : ini->sections[section].line,
			    _("The meeting's languages are missing. Write "
			      "languages = da, en."));
		return;
	}
	for (const char *at = entry->value; *at;) {
		size_t length = strcspn(at, ", \n");
		char *name = strndup(at, length);

		if (!name)
			import->problems->memory = true;
		else if (length)
			language_add(import, entry, name);
		free(name);
		at += length + (at[length] != '\0');
	}
}

/* Whether an entry of the same section above number INDEX has its key. */
static bool stands_above(const struct ini *ini, int index)
{
	for (int i = 0; i < index; i++)
		if (ini->entries[i].section == ini->entries[index].section &&
		    strcmp(ini->entries[i].key, ini->entries[index].key) == 0)
			return true;
	return false;
}

/* Hands every entry of SECTION to its reader: one of KEYS, or in a section of
 * POT (else -1) its own. */
static void section_read(struct import *import, const struct ini *ini,
			 int section, const struct import_key *keys, int pot)
{
	for (int i = 0; i < ini->entry_count; i++) {
		const struct ini_entry *entry = &ini->entries[i];

		if (entry->section != section)
			continue;
		if (stands_above(ini, i))
			problem_add(import->problems, IMPORT_INI, entry->line,
				    _("%s stands above already. Keep one of "
				      "the two lines."),
				    entry->key);
		else if (pot < 0)
			import_key_read(import, keys, entry, pot);
		else
			import_pot_entry(import, entry, pot);
	}
}

static void meeting_read(struct import *import, const struct ini *ini,
			 int section)
{
	struct meeting *meeting = import->meeting;
	int line = ini->sections[section].line;

	languages_read(import, ini, section);
	section_read(import, ini, section, import_meeting_keys, -1);
	if (meeting->language_count &&
	    (!meeting->title.in[0] || !*meeting->title.in[0]))
		problem_add(import->problems, IMPORT_INI, line,
			    _("The meeting has no title. Write title_%s = the "
			      "name of the meeting."),
			    meeting->languages[0]);
	if (!meeting->date)
		problem_add(import->problems, IMPORT_INI, line,
			    _("The meeting has no date. Write date = "
			      "2015-11-10."));
	if (!*meeting->place)
		problem_warn(import->problems, IMPORT_INI, line,
			     _("The slips will not say where the meeting is. "
			       "You can write place = the hall."));
}

static void pot_section(struct import *import, const struct ini *ini,
			int section, const char *key)
{
	struct meeting *meeting = import->meeting;
	int line = ini->sections[section].line, pot = meeting->pot_count;

	if (!*key || key[strspn(key, KEY_LETTERS)] ||
	    strlen(key) > KEY_CHARACTERS) {
		problem_add(import->problems, IMPORT_INI, line,
			    import->in_sheet
				? _("\"%s\" cannot be a pot's key. Write at "
				    "most %d of a-z, 0-9 and -.")
				: _("\"%s\" cannot be a pot's key. Write [pot "
				    "KEY] with at most %d of a-z, 0-9 and -."),
			    key, KEY_CHARACTERS);
		return;
	}
	if (meeting_pot(meeting, key) >= 0) {
		problem_add(import->problems, IMPORT_INI, line,
			    _("There is a pot %s already. Give this one a key "
			      "of its own."),
			    key);
		return;
	}
	if (pot == MEETING_POTS) {
		problem_add(import->problems, IMPORT_INI, line,
			    _("A meeting has at most %d pots. Take this one "
			      "out."),
			    MEETING_POTS);
		return;
	}
	import_pot_begin(import, pot, key, line);
	meeting->pot_count++;
	section_read(import, ini, section, NULL, pot);
	import_pot_finish(import, pot);
}

/* One section; whether it is the first [meeting] comes back in *meetings. */
static void section_sort(struct import *import, const struct ini *ini,
			 int section, int *meetings)
{
	const char *name = ini->sections[section].name;
	size_t word = strcspn(name, " \t");

	if (strcmp(name, MEETING) == 0) {
		if ((*meetings)++)
			problem_add(import->problems, IMPORT_INI,
				    ini->sections[section].line,
				    _("[meeting] stands above already. Keep "
				      "one of the two."));
		return;
	}
	if (strcmp(name, ROLL) == 0) {
		section_read(import, ini, section, import_roll_keys, -1);
		return;
	}
	if (word == strlen(POT) && strncmp(name, POT, word) == 0)
		pot_section(import, ini, section,
			    name + word + strspn(name + word, " \t"));
	else
		problem_add(import->problems, IMPORT_INI,
			    ini->sections[section].line,
			    _("There is no section [%s]. Write [meeting], or "
			      "[pot KEY]."),
			    name);
}

void import_meeting(struct import *import, const struct ini *ini)
{
	struct meeting *meeting = import->meeting;
	int meetings = 0, first = 0;

	import_meeting_begin(meeting);
	while (first < ini->section_count &&
	       strcmp(ini->sections[first].name, MEETING) != 0)
		first++;
	if (first < ini->section_count)
		meeting_read(import, ini, first);
	else
		problem_add(import->problems, IMPORT_INI, 0,
			    _("The section [meeting] is missing. \"stemmeboks "
			      "new\" writes an example."));
	for (int i = 0; i < ini->entry_count && ini->entries[i].section < 0;
	     i++)
		problem_add(import->problems, IMPORT_INI, ini->entries[i].line,
			    _("This stands before the first section. Write "
			      "[meeting] above it."));
	/* The pots' titles need a language even where that is the mistake. */
	if (!meeting->language_count)
		meeting->languages[meeting->language_count++] = "da";
	for (int i = 0; i < ini->section_count; i++)
		section_sort(import, ini, i, &meetings);
	if (!meeting->pot_count)
		problem_add(import->problems, IMPORT_INI, 0, "%s",
			    import->in_sheet
				? _("There is no pot. Write a row with pot and "
				    "main, and below it rows with title and "
				    "amount.")
				: _("There is no pot. Write a section [pot "
				    "main] with title and amount."));
}
