/* The languages of the meeting, each in itself. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "voter/action.h"
#include "voter/bars.h"
#include "voter/form.h"
#include "voter/screens.h"
#include "voter/wording.h"
#include "words/words.h"

/* Columns of tiles, their height, and how many rows a page has at most. */
struct grid {
	int columns, rows, h;
};

enum {
	GAP = 16,
	FIRST = 2,
	HEAD_H = 76,
	HEAD_GAP = 8,
	CHECK = 48,
	CHECK_TIGHT = 22, /* beside a name that needs the room */
	CHECK_EDGE = 2,
	NAMED_H = 88, /* a tile so high has room for both names */
	LINES_H = 76, /* and so high for two lines close together */
	SPEAKER = 72, /* where the tile is so high */
	SPEAKER_EDGE = 12,
	SPEAKER_SIGN = 48,
	HEADLINE = 216, /* the question with what stands around it */
};

/* Danish, then English, then the others as the organisers have them. */
static int order_of(const struct meeting *meeting,
		    int ret_order[MEETING_LANGUAGES])
{
	static const char *const first[FIRST] = {"da", "en"};
	int count = 0;

	for (int i = 0; i < FIRST; i++)
		if (meeting_language(meeting, first[i]) >= 0)
			ret_order[count++] =
			    meeting_language(meeting, first[i]);
	for (int i = 0; i < meeting->language_count; i++)
		if (strcmp(meeting->languages[i], first[0]) != 0 &&
		    strcmp(meeting->languages[i], first[1]) != 0)
			ret_order[count++] = i;
	return count;
}

/* The speaker at the end of the tile RECT, which shrinks by it: says the
 * language's own name and chooses nothing. */
static void speaker(struct ui *ui, struct rect *rect, int language,
		    struct intent *ret_intent)
{
	uint32_t id = UI_ID(WIDGET_SAY_LANGUAGE, language);
	bool held = ui_held(ui, id);
	int edge = (rect->h - SPEAKER) / 2;
	struct rect place;

	edge = edge < 0 ? 0 : edge > SPEAKER_EDGE ? SPEAKER_EDGE : edge;
	rect_take_end(rect, edge, 0);
	place = rect_take_end(rect, SPEAKER, GAP);
	place = rect_middle(place, SPEAKER, place.h - 2 * edge);
	draw_panel(ui, place, 8, held ? ROLE_PRESSED : ROLE_BG,
		   held ? ROLE_ON_PRESSED : ROLE_OUTLINE, 3);
	draw_icon(ui, rect_middle(place, SPEAKER_SIGN, SPEAKER_SIGN),
		  ICON_SOUND, held ? ROLE_ON_PRESSED : ROLE_TEXT);
	if (ui_area(ui, id, place, _("Listen")))
		*ret_intent = (struct intent){INTENT_SAY_LANGUAGE, language};
}

/* The sign of the language that is spoken now, at the end of *RECT. */
static void check_draw(struct ui *ui, struct rect *rect, const char *own,
		       enum role role)
{
	bool tight =
	    text_width(ui, own, TYPE_SMALL_BOLD) > rect->w - CHECK - GAP;
	int side = tight ? CHECK_TIGHT : CHECK;
	struct rect check = rect_take_end(rect, side, tight ? CHECK_EDGE : GAP);

	draw_icon(ui, rect_middle(check, side, side), ICON_CHECK, role);
}

/* OWN, the language's name in itself, and NAME, in that of the room, "" where
 * it has none or has no room. */
static void names_draw(struct ui *ui, struct rect rect, const char *own,
		       const char *name, enum role role)
{
	enum type type = wording_fit_line(
	    ui, own, rect.w, rect.h < NAMED_H ? TYPE_TITLE : TYPE_H2);

	if (!text_fits_line(ui, own, type, rect.w, rect.h))
		type = TYPE_SMALL;
	if (*name && rect.h >= LINES_H && rect.h < NAMED_H) {
		struct rect top = rect_take_top(&rect, rect.h / 2, 0);

		draw_text_middle(ui, rect, name, TYPE_SMALL, role, ALIGN_START);
		draw_text_middle(ui, top, own, type, role, ALIGN_START);
	} else if (*name && rect.h >= NAMED_H) {
		struct rect top = rect_take_top(&rect, rect.h * 3 / 5, 0);

		top.y += rect.h / 8;
		rect.h -= rect.h / 4;
		draw_text_middle(ui, rect, name, TYPE_SMALL, role, ALIGN_START);
		draw_text_middle(ui, top, own, type, role, ALIGN_START);
	} else {
		draw_text_middle(ui, rect, own, type, role, ALIGN_START);
	}
}

static void tile(struct ui *ui, const struct voter_view *view, struct rect rect,
		 int language, struct intent *ret_intent)
{
	const char *code = view->meeting->languages[language];
	const char *own = words_endonym(code);
	const char *before = ui_set_language(ui, code);
	const char *name = wording_in(view, 0, words_exonym(code));
	uint32_t id = UI_ID(WIDGET_LANGUAGE, language);
	bool now = view->session->from != SCREEN_COUNT &&
		   view->session->language == language;
	bool hot = now || ui_held(ui, id) || ui_focused(ui, id);
	enum role role = hot ? ROLE_ON_SELECTED : ROLE_TEXT;

	if (!own)
		own = code;
	if (strcasecmp(own, name) == 0)
		name = "";
	draw_panel(ui, rect, 8, hot ? ROLE_SELECTED : ROLE_SURFACE,
		   hot ? ROLE_PRIMARY : ROLE_OUTLINE, 3);
	if (view->names[language])
		speaker(ui, &rect, language, ret_intent);
	if (ui_area(ui, id, rect, own))
		*ret_intent = (struct intent){INTENT_LANGUAGE, language};
	rect_take_start(&rect, GAP, 0);
	if (!view->names[language])
		rect_take_end(&rect, GAP, 0);
	if (now)
		check_draw(ui, &rect, own, role);
	names_draw(ui, rect, own, name, role);
	ui_set_language(ui, before);
}

/* The question in the session's language and, if the meeting has it, English.
 */
static void question(struct ui *ui, struct rect rect, const char *own,
		     const char *other)
{
	rect_take_top(&rect, 0, 2 * GAP);
	draw_text(ui, rect_take_top(&rect, HEAD_H, HEAD_GAP), own,
		  wording_fit_line(ui, own, rect.w, TYPE_DISPLAY), ROLE_TEXT,
		  ALIGN_START);
	draw_text(ui, rect, other, TYPE_H2, ROLE_PRIMARY, ALIGN_START);
}

/* The question in English too or, to those who read English, in the language
 * of the room; "" when that is the same. */
static const char *other_question(const struct voter_view *view,
				  const char *key)
{
	int english = meeting_language(view->meeting, "en");
	bool room = english < 0 || english == view->session->language;
	const char *other = wording_in(view, room ? 0 : english, key);

	return strcmp(other, words_get(key)) == 0 ? "" : other;
}

/* Whether any tile has a speaker: all are then as wide as these need. */
static bool any_says(const struct voter_view *view)
{
	for (int i = 0; i < view->meeting->language_count; i++)
		if (view->names[i])
			return true;
	return false;
}

/* The first grid that holds COUNT in BODY; else the densest, page by page. */
static struct grid grid_of(const struct ui *ui, const struct voter_view *view,
			   struct rect body)
{
	bool says = any_says(view);
	struct grid grid = {
	    form_measure(ui, says ? FORM_TILE_COLUMNS_SAID : FORM_TILE_COLUMNS),
	    0, form_measure(ui, FORM_TILE_H)};

	grid.rows = (body.h + GAP) / (grid.h + GAP);
	if (view->meeting->language_count <= grid.columns * grid.rows)
		return grid;
	if (!says)
		grid.columns = form_measure(ui, FORM_TILE_COLUMNS_MOST);
	grid.h = form_measure(ui, FORM_TILE_H_LEAST);
	grid.rows = (body.h + GAP) / (grid.h + GAP);
	return grid;
}

static void tiles(struct ui *ui, const struct voter_view *view,
		  const struct grid *grid, struct rect rect, int page,
		  struct intent *ret_intent)
{
	int order[MEETING_LANGUAGES], count = order_of(view->meeting, order);
	int size = grid->columns * grid->rows, first = page * size;

	for (int i = first; i < count && i < first + size; i++)
		tile(ui, view,
		     rect_cell(rect, i - first, grid->columns, grid->h, GAP,
			       GAP),
		     order[i], ret_intent);
}

/* The rest of the languages, or the first of them again. */
static void more_draw(struct ui *ui, int page, int pages,
		      struct intent *ret_intent)
{
	int next = (page + 1) % pages;

	if (pages > 1)
		bars_next(ui, BUTTON_PLAIN, _("More languages"),
			  (struct intent){INTENT_LANGUAGE_PAGE, next},
			  ret_intent);
}

void language_draw(struct ui *ui, const struct voter_view *view,
		   struct intent *ret_intent)
{
	const char *key = N_("Choose your language");
	int count = view->meeting->language_count, height;
	struct rect body = form_content(ui);
	struct grid grid = grid_of(ui, view, body);
	int size = grid.columns * grid.rows;
	int pages = (count + size - 1) / size;
	int page = view->session->language_page % pages;
	const char *other = other_question(view, key);
	int rows = (count + grid.columns - 1) / grid.columns;
	bool large;

	if (rows > grid.rows)
		rows = grid.rows;
	height = rows * (grid.h + GAP);
	large = height + HEADLINE <= body.h;
	if (large) {
		question(ui, body, words_get(key), other);
		rect_take_top(&body, HEADLINE, 0);
	} else {
		body.y += (body.h - height + GAP) / 2;
	}
	tiles(ui, view, &grid, body, page, ret_intent);
	if (view->session->from != SCREEN_COUNT)
		bars_back(ui, _("Back"), (struct intent){INTENT_BACK, 0},
			  ret_intent);
	more_draw(ui, page, pages, ret_intent);
	bars_header(ui, view, large ? "" : words_get(key), large ? "" : other,
		    ret_intent);
}
