/* meeting.ini: the sections, and what stands in [meeting]. */
#include "tools/import/import_key.h"

#include <stdlib.h>
#include <string.h>

#include "tools/import/import_date.h"
#include "words/words.h"

enum {
	TITLE_CHARACTERS = 60,
	PLACE_CHARACTERS = 60,
	URL_CHARACTERS = 200,
	NEXT_LINES = 4,
	NEXT_CHARACTERS = 80, /* a line */
	PUBLISH_LEAST = 5,
	PUBLISH_MOST = 1000,
	PUBLISH_DEFAULT = 10,
	LIVE_BATCH = 5,
	KEY_CHARACTERS = 20,
};

#define MEETING "meeting"
#define POT "pot"
#define KEY_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

static void read_title(struct import *import, const struct ini_entry *entry,
		       int pot, int language)
{
	(void)pot;
	import_key_text(import, entry, TITLE_CHARACTERS,
			&import->meeting->title.in[language]);
}

static void read_place(struct import *import, const struct ini_entry *entry,
		       int pot, int language)
{
	(void)pot;
	(void)language;
	import_key_text(import, entry, PLACE_CHARACTERS,
			&import->meeting->place);
}

static void read_date(struct import *import, const struct ini_entry *entry,
		      int pot, int language)
{
	char date[DATE_TEXT];

	(void)pot;
	(void)language;
	/* Given, if only badly: not missing. */
	import->meeting->date = "";
	if (date_read(entry->value, date))
		import->meeting->date = import_string(import, date);
	else
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("\"%s\" is no date. Write it as 2015-11-10."),
			    entry->value);
}

static void read_closes(struct import *import, const struct ini_entry *entry,
			int pot, int language)
{
	char time[TIME_TEXT];

	(void)pot;
	(void)language;
	if (!*entry->value)
		return;
	if (time_read(entry->value, time))
		import->meeting->closes = import_string(import, time);
	else
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("\"%s\" is no time of day. Write it as 20:30."),
			    entry->value);
}

static void read_url(struct import *import, const struct ini_entry *entry,
		     int pot, int language)
{
	const char *url = entry->value;

	(void)pot;
	(void)language;
	if (!*url)
		return;
	for (const char *byte = url; *byte; byte++)
		if (*byte <= ' ' || *byte > '~')
			url = "";
	if (strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0)
		import_key_text(import, entry, URL_CHARACTERS,
				&import->meeting->url);
	else
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("\"%s\" is no address of a page. Write it from "
			      "https:// on, without blanks."),
			    entry->value);
}

static void read_live(struct import *import, const struct ini_entry *entry,
		      int pot, int language)
{
	static const struct {
		const char *name;
		enum live live;
	} known[] = {{"turnout", LIVE_TURNOUT}, {"off", LIVE_OFF}};

	(void)pot;
	(void)language;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (strcmp(entry->value, known[i].name) == 0) {
			import->meeting->live = known[i].live;
			return;
		}
	}
	if (strcmp(entry->value, "batches") == 0)
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("This version cannot show votes in batches while "
			      "voting is open. Write live = turnout, or live = "
			      "off."));
	else
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("live cannot be \"%s\". Write turnout or off."),
			    entry->value);
}

static void read_publish_min(struct import *import,
			     const struct ini_entry *entry, int pot,
			     int language)
{
	(void)pot;
	(void)language;
	import_key_number(import, entry, PUBLISH_LEAST, PUBLISH_MOST,
			  &import->meeting->publish_min);
}

static void read_next_steps(struct import *import,
			    const struct ini_entry *entry, int pot,
			    int language)
{
	const char *at = entry->value;
	int lines = 0;
	size_t length;

	(void)pot;
	do {
		char text[4 * NEXT_CHARACTERS + 1];

		length = strcspn(at, "\n");
		snprintf(text, sizeof(text), "%.*s", (int)length, at);
		if (length >= sizeof(text) ||
		    text_characters(text) > NEXT_CHARACTERS)
			problem_add(import->problems, IMPORT_INI,
				    entry->line + lines,
				    _("This line is too long for the big "
				      "screen. Write at most %d letters."),
				    NEXT_CHARACTERS);
		lines++;
		at += length;
	} while (*at++ == '\n');
	if (lines > NEXT_LINES)
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("%s has %d lines. Write at most %d."), entry->key,
			    lines, NEXT_LINES);
	else if (*entry->value)
		import->meeting->next_steps.in[language] =
		    import_string(import, entry->value);
}

/* Read before all others, as their names depend on it. */
static void languages_are_read(struct import *import,
			       const struct ini_entry *entry, int pot,
			       int language)
{
	(void)import;
	(void)entry;
	(void)pot;
	(void)language;
}

static const struct import_key keys[] = {
    {"languages", false, false, languages_are_read},
    {"title", true, false, read_title},
    {"place", false, false, read_place},
    {"date", false, false, read_date},
    {"closes", false, false, read_closes},
    {"url", false, false, read_url},
    {"live", false, false, read_live},
    {"publish_min", false, false, read_publish_min},
    {"next_steps", true, true, read_next_steps},
    {NULL, false, false, NULL},
};

static void language_add(struct import *import, const struct ini_entry *entry,
			 const char *name)
{
	struct meeting *meeting = import->meeting;
	const char *const *known = words_languages();

	while (*known && strcmp(*known, name) != 0)
		known++;
	if (!*known)
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
	const struct ini_entry *entry = ini->entries;
	const struct ini_entry *end = entry + ini->entry_count;

	while (entry < end && (entry->section != section ||
			       strcmp(entry->key, "languages") != 0))
		entry++;
	if (entry == end || !*entry->value) {
		problem_add(import->problems, IMPORT_INI,
			    entry == end ? ini->sections[section].line
					 : entry->line,
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

/* Hands every entry of SECTION to its reader. */
static void section_read(struct import *import, const struct ini *ini,
			 int section, int pot)
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
	section_read(import, ini, section, -1);
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
			    _("\"%s\" cannot be a pot's key. Write [pot KEY] "
			      "with at most %d of a-z, 0-9 and -."),
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
	section_read(import, ini, section, pot);
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

	meeting->live = LIVE_TURNOUT;
	meeting->live_batch = LIVE_BATCH;
	meeting->publish_min = PUBLISH_DEFAULT;
	meeting->date = NULL;
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
		problem_add(import->problems, IMPORT_INI, 0,
			    _("There is no pot. Write a section [pot main] "
			      "with title and amount."));
}
