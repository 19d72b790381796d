/* funding.csv: other money to seek, shown to those who got none. */
#include "tools/import/import_table.h"

#include <string.h>

#include "words/words.h"

/* What a line of a sheet and of the big screen holds. */
enum {
	TITLE_CHARACTERS = 60,
	TEXT_CHARACTERS = 200,
	AMOUNT_CHARACTERS = 40,
	DEADLINE_CHARACTERS = 40,
	URL_CHARACTERS = 100,
};

enum fund_column {
	FUND_TITLE,
	FUND_TEXT,
	FUND_AMOUNT,
	FUND_DEADLINE,
	FUND_URL
};

static const struct column_spec columns[] = {
    [FUND_TITLE] = {"title", true, TITLE_CHARACTERS, COLUMN_NEEDED},
    [FUND_TEXT] = {"text", true, TEXT_CHARACTERS, COLUMN_FREE},
    [FUND_AMOUNT] = {"amount", false, AMOUNT_CHARACTERS, COLUMN_FREE},
    [FUND_DEADLINE] = {"deadline", false, DEADLINE_CHARACTERS, COLUMN_FREE},
    [FUND_URL] = {"url", false, URL_CHARACTERS, COLUMN_FREE},
};

static const struct column_set fund_columns = {
    IMPORT_FUNDING, columns, sizeof(columns) / sizeof(*columns)};

static struct fund *row_fund(const struct import_table *table)
{
	struct meeting *meeting = table->import->meeting;

	return &meeting->funds[meeting->fund_count - 1];
}

static bool row_begin(struct import_table *table, int line)
{
	struct meeting *meeting = table->import->meeting;

	if (meeting->fund_count == MEETING_FUNDS) {
		problem_add(table->import->problems, IMPORT_FUNDING, line,
			    _("There is room for %d kinds of money. Take out "
			      "this row and those below."),
			    MEETING_FUNDS);
		return false;
	}
	meeting->funds[meeting->fund_count++] =
	    (struct fund){.amount = "", .deadline = "", .url = ""};
	return true;
}

/* A telephone number may stand there too, so only what claims to be an address
 * is judged. */
static bool url_sound(const char *url)
{
	if (!strstr(url, "://"))
		return true;
	for (const char *byte = url; *byte; byte++)
		if (*byte <= ' ' || *byte > '~')
			return false;
	return strncmp(url, "https://", 8) == 0 ||
	       strncmp(url, "http://", 7) == 0;
}

static void row_cell(const struct import_table_cell *cell)
{
	struct fund *fund = row_fund(cell->table);
	int language = cell->place.language;
	const char *text;

	if (!*cell->text)
		return;
	text = import_table_text(cell, false);
	switch ((enum fund_column)cell->place.column) {
	case FUND_TITLE:
		fund->title.in[language] = text;
		return;
	case FUND_TEXT:
		fund->text.in[language] = text;
		return;
	case FUND_AMOUNT:
		fund->amount = text;
		return;
	case FUND_DEADLINE:
		fund->deadline = text;
		return;
	case FUND_URL:
		fund->url = text;
		if (!url_sound(text))
			problem_add(cell->table->import->problems,
				    IMPORT_FUNDING, cell->line,
				    _("\"%s\" is no address of a page. Write "
				      "it from https:// on, without blanks."),
				    text);
	}
}

static void row_end(struct import_table *table, int line)
{
	const struct meeting *meeting = table->import->meeting;
	const struct fund *fund = row_fund(table);
	int *untranslated = table->context;

	import_table_point(table, FUND_TITLE, 0);
	if (import_table_has_for_room(table, FUND_TITLE) && !fund->title.in[0])
		problem_add(table->import->problems, IMPORT_FUNDING, line,
			    _("The title is missing. Write it in title_%s."),
			    meeting->languages[0]);
	for (int i = 1; i < meeting->language_count; i++)
		untranslated[i] += !fund->title.in[i];
}

static void untranslated_tell(const struct import_table *table)
{
	const struct meeting *meeting = table->import->meeting;
	const int *untranslated = table->context;
	char room[IMPORT_LANGUAGE];

	import_table_room_language(meeting, room);
	for (int i = 1; i < meeting->language_count; i++)
		if (untranslated[i])
			problem_warn(
			    table->import->problems, IMPORT_FUNDING,
			    table->header,
			    words_plural("%d row has no title_%s. It is shown "
					 "in %s there.",
					 "%d rows have no title_%s. They are "
					 "shown in %s there.",
					 (unsigned long)untranslated[i]),
			    untranslated[i], meeting->languages[i], room);
}

void import_funding(struct import *import, const struct import_rows *rows)
{
	int untranslated[MEETING_LANGUAGES] = {0};
	struct import_table table = {
	    .import = import,
	    .set = &fund_columns,
	    .context = untranslated,
	    .begin = row_begin,
	    .cell = row_cell,
	    .end = row_end,
	};

	import_table_read(&table, rows);
	untranslated_tell(&table);
}
