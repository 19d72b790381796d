/* The entries of [meeting]: one reader for each key. */
#include "tools/import/import_key.h"

#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
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
	BATCH_LEAST = 5,
	BATCH_MOST = 50,
	MINUTE_DIGITS = 4,
};

#define DIGITS "0123456789"

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
	} known[] = {{"batches", LIVE_BATCHES},
		     {"turnout", LIVE_TURNOUT},
		     {"off", LIVE_OFF}};

	(void)pot;
	(void)language;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (strcmp(entry->value, known[i].name) == 0) {
			import->meeting->live = known[i].live;
			return;
		}
	}
	problem_add(import->problems, IMPORT_INI, entry->line,
		    _("live cannot be \"%s\". Write batches, turnout or off."),
		    entry->value);
}

static void read_live_batch(struct import *import,
			    const struct ini_entry *entry, int pot,
			    int language)
{
	(void)pot;
	(void)language;
	import_key_number(import, entry, BATCH_LEAST, BATCH_MOST,
			  &import->meeting->live_batch);
}

/* Minutes with at most two decimals behind a comma or a point, in hundredths;
 * -1 when TEXT is none. */
static int minutes_hundredths(const char *text)
{
	size_t whole = strspn(text, DIGITS), decimals = 0;
	const char *rest = text + whole;
	int hundredths;

	if (whole == 0 || whole > MINUTE_DIGITS)
		return -1;
	hundredths = 100 * (int)strtol(text, NULL, 10);
	if (*rest == ',' || *rest == '.') {
		decimals = strspn(++rest, DIGITS);
		if (decimals == 0 || decimals > 2)
			return -1;
		hundredths +=
		    (int)strtol(rest, NULL, 10) * (decimals == 1 ? 10 : 1);
	}
	return rest[decimals] ? -1 : hundredths;
}

static void read_pitch(struct import *import, const struct ini_entry *entry,
		       int pot, int language)
{
	int hundredths = minutes_hundredths(entry->value);
	int seconds = hundredths * 60 / 100;

	(void)pot;
	(void)language;
	if (hundredths < 0 || hundredths * 60 % 100 != 0 ||
	    seconds < MEETING_PITCH_LEAST || seconds > MEETING_PITCH_MOST)
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("pitch cannot be \"%s\". Write minutes from 0,5 "
			      "to 30, such as 3 or 2,5."),
			    entry->value);
	else
		import->meeting->pitch_seconds = seconds;
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

static void read_two_persons(struct import *import,
			     const struct ini_entry *entry, int pot,
			     int language)
{
	static const struct {
		const char *name;
		bool two;
	} known[] = {
	    {"yes", true}, {"no", false}, {"ja", true}, {"nej", false}};

	(void)pot;
	(void)language;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(entry->value, known[i].name) == 0) {
			import->meeting->two_persons = known[i].two;
			return;
		}
	problem_add(import->problems, IMPORT_INI, entry->line,
		    _("two_persons cannot be \"%s\". Write yes or no."),
		    entry->value);
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
		    utf8_characters(text) > NEXT_CHARACTERS)
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

const struct import_key import_meeting_keys[] = {
    {"languages", false, false, languages_are_read},
    {"title", true, false, read_title},
    {"place", false, false, read_place},
    {"date", false, false, read_date},
    {"closes", false, false, read_closes},
    {"url", false, false, read_url},
    {"live", false, false, read_live},
    {"live_batch", false, false, read_live_batch},
    {"pitch", false, false, read_pitch},
    {"publish_min", false, false, read_publish_min},
    {"two_persons", false, false, read_two_persons},
    {"next_steps", true, true, read_next_steps},
    {NULL, false, false, NULL},
};

void import_meeting_begin(struct meeting *meeting)
{
	meeting->live = LIVE_BATCHES;
	meeting->live_batch = BATCH_LEAST;
	meeting->pitch_seconds = MEETING_PITCH_USUAL;
	meeting->publish_min = PUBLISH_DEFAULT;
	meeting->date = NULL;
}
