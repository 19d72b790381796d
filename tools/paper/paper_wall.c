#include "tools/paper/paper_wall_draw.h"

#include <fcntl.h>
#include <unistd.h>

#include "words/words.h"

enum { DATE_TEXT = 64 };

#define FOOT_MM 10.0
#define BETWEEN " \u00b7 "

struct sheet_set wall_set(const struct wall *wall, double size, bool bold,
			  enum sheet_colour colour)
{
	return (struct sheet_set){size * wall->scale, bold, colour};
}

double wall_mm(const struct wall *wall, double mm)
{
	return MM(mm) * wall->scale;
}

static void meeting_line(const struct meeting *meeting,
			 char ret_line[PIECE_LINE])
{
	char date[DATE_TEXT];

	words_date(meeting->date, date, sizeof(date));
	snprintf(ret_line, PIECE_LINE, "%s" BETWEEN "%s",
		 meeting_text(meeting, &meeting->title, 0, NULL), date);
}

void wall_band(struct sheet *sheet, const char *title, const char *below)
{
	const struct wall *wall = sheet->context;
	const double scale = wall->scale;
	char line[PIECE_LINE];

	meeting_line(wall->meeting, line);
	piece_band(sheet, &(struct piece_band){line, title, below, 20 * scale,
					       54 * scale});
}

static void foot_draw(struct sheet *sheet)
{
	const struct wall *wall = sheet->context;
	const struct sheet_set small = wall_set(wall, 16, false, SHEET_INK);
	const double y = sheet->height - MM(SHEET_MARGIN_MM) - wall_mm(wall, 8);
	char line[PIECE_LINE];

	meeting_line(wall->meeting, line);
	sheet_text_start(sheet, &small, 0, y, sheet_inside(sheet), line);
	if (wall->pages < 2)
		return;
	snprintf(line, sizeof(line), _("Page %d of %d"),
		 sheet->page - wall->first_page + 1, wall->pages);
	sheet_text_end(sheet, &small, 0, y, sheet_inside(sheet), line);
}

/* Whether our fonts write every title in the meeting's language LANGUAGE. */
static bool writable(struct sheet *sheet, const struct meeting *meeting,
		     int language)
{
	const char *name = words_endonym(meeting->languages[language]);

	if (name && !paper_font_has(sheet->font, name))
		return false;
	for (int i = 0; i < meeting->proposal_count; i++) {
		const char *title = meeting->proposals[i].title.in[language];

		if (title && !paper_font_has(sheet->font, title))
			return false;
	}
	return true;
}

/* A language of which letters are missing is not shown. */
static void languages_choose(struct sheet *sheet, struct wall *wall)
{
	const struct wall_print *print = wall->print;
	int count = 0;

	for (int i = 0; i < print->language_count; i++) {
		const int language = print->languages[i];

		if (i == 0 || writable(sheet, wall->meeting, language))
			wall->at[count++] = language;
		else
			wall->gaps.languages++;
	}
	wall->shown = (struct piece_languages){wall->meeting, wall->at, count};
}

static void draw(struct sheet *sheet, void *context)
{
	struct wall *wall = context;

	wall->scale = sheet_inside(sheet) / WALL_INSIDE;
	wall->gaps = (struct wall_gaps){0};
	wall->pages = 0;
	languages_choose(sheet, wall);
	wall_steps_draw(sheet, wall);
	for (wall->pot = 0; wall->pot < wall->meeting->pot_count; wall->pot++) {
		int first, end;

		meeting_pot_range(wall->meeting, wall->pot, &first, &end);
		if (first < end)
			wall_list_draw(sheet, wall);
	}
	for (int i = 0; i < wall->meeting->proposal_count; i++) {
		sheet_page(sheet);
		wall->pages = 0;
		wall_page_draw(sheet, wall, i);
	}
	wall->gaps.pages = sheet->page;
	wall->gaps.letters = paper_font_missing(sheet->font);
}

static enum status pictures_look(struct wall *wall)
{
	const struct meeting *meeting = wall->meeting;
	enum status status = STATUS_OK;

	for (int i = 0; i < meeting->proposal_count && status == STATUS_OK; i++)
		if (*meeting->proposals[i].image)
			status = picture_look(wall->folder,
					      meeting->proposals[i].image,
					      &wall->pictures[i]);
	return status;
}

enum status paper_wall(const struct wall_print *print, FILE *out,
		       struct wall_gaps *ret_gaps)
{
	struct wall wall = {.print = print, .meeting = print->meeting};
	const struct sheet_print sheet = {
	    .meeting = print->meeting,
	    .a3 = print->a3,
	    .foot_mm = FOOT_MM,
	    .draw = draw,
	    .foot = foot_draw,
	    .context = &wall,
	};
	enum status status;

	wall.folder = open(print->images, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	status = pictures_look(&wall);
	if (status == STATUS_OK)
		status = sheet_print(&sheet, out);
	if (wall.folder >= 0)
		close(wall.folder);
	if (status == STATUS_OK)
		*ret_gaps = wall.gaps;
	return status;
}
