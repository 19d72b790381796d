/* Typing the code of a slip that the scanner cannot read. */
#include <string.h>

#include "voter/action.h"
#include "voter/bars.h"
#include "voter/form.h"
#include "voter/screens.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	SYMBOLS = 32,
	KEY_GAP = 16,
	CELL_GAP = 6,
	CELL_GAP_TIGHT = 2,
	GROUP_GAP = 32,
	GROUP_GAP_SMALL = 24,
	GROUP_GAP_TIGHT = 12,
	TIGHT_W = 700, /* narrower: the places stand close */
	KEY_NARROW = 64,
	ROW_GAP = 16,
	CELL_W_MAX = 64,
	CELL_H = 88,
	CELL_H_SMALL = 64,
	CELL_H_LEAST = 48,
	PAD = 24,
	LINE = 40,
	LINE_SMALL = 32,
	LOW_H = 480,	 /* less high: the gaps are small */
	SIDE_W = 84,	 /* tablet: the erase key stands beside the others */
	ERASE_ROOM = 72, /* what that key needs beside its word */
};

static int cell_height(const struct ui *ui)
{
	return !form_small(ui)		     ? CELL_H
	       : form_measure(ui, FORM_MENU) ? CELL_H_LEAST
					     : CELL_H_SMALL;
}

/* How high the places of the code are, in as many rows as they need. */
static int cells_height(const struct ui *ui)
{
	int groups = form_measure(ui, FORM_CODE_GROUPS);
	int rows = (SLIP_SYMBOLS / SLIP_GROUP + groups - 1) / groups;

	return rows * (cell_height(ui) + ROW_GAP) - ROW_GAP;
}

/* How wide one is, when GROUPS groups, GAP apart, of places INNER apart share
 * WIDTH. */
static int cell_width(int width, int groups, int gap, int inner)
{
	int inside = groups * (SLIP_GROUP - 1) * inner;
	int cell =
	    (width - (groups - 1) * gap - inside) / (groups * SLIP_GROUP);

	return cell > CELL_W_MAX ? CELL_W_MAX : cell;
}

/* The 20 places of the code in five groups, as printed on the slip. */
static void cells(struct ui *ui, const struct session *session,
		  struct rect rect)
{
	bool small = form_small(ui);
	bool tight = small && rect.w < TIGHT_W;
	int gap = tight ? GROUP_GAP_TIGHT : small ? GROUP_GAP_SMALL : GROUP_GAP;
	int inner = tight ? CELL_GAP_TIGHT : CELL_GAP;
	int groups = form_measure(ui, FORM_CODE_GROUPS);
	struct rect cell = rect, at;

	cell.w = cell_width(rect.w, groups, gap, inner);
	rect.w = groups * (SLIP_GROUP * (cell.w + inner) - inner) +
		 (groups - 1) * gap;
	cell.h = cell_height(ui);
	for (int i = 0; i < SLIP_SYMBOLS; i++) {
		char symbol[2] = {session->code[i], '\0'};
		bool next = i == session->code_length;
		enum role edge = session->code_wrong ? ROLE_DANGER
				 : next		     ? ROLE_PRIMARY
						     : ROLE_OUTLINE;

		if (i > 0 && i % (groups * SLIP_GROUP) == 0) {
			cell.x = rect.x;
			cell.y += cell.h + ROW_GAP;
		} else if (i > 0) {
			cell.x += i % SLIP_GROUP == 0 ? gap : inner;
		}
		at = ui_fixed(ui, rect, cell);
		draw_panel(ui, at, 8, next ? ROLE_SELECTED : ROLE_BG, edge,
			   next || session->code_wrong ? 4 : 2);
		draw_text_middle(ui, at, symbol,
				 small ? TYPE_SMALL_BOLD : TYPE_H2,
				 session->code_wrong ? ROLE_DANGER : ROLE_TEXT,
				 ALIGN_CENTRE);
		cell.x += cell.w;
	}
}

static const char *advice_text(const struct session *session)
{
	return session->code_wrong
		   ? _("One of the symbols is wrong. Compare with the slip.")
		   : _("The code is below the square on your slip.");
}

static bool advice_in_title(struct ui *ui, const struct session *session)
{
	return form_measure(ui, FORM_MENU) &&
	       (form_low(ui) ||
		text_width(ui, advice_text(session), TYPE_SMALL_BOLD) >
		    form_content(ui).w);
}

static void advice(struct ui *ui, const struct session *session,
		   struct rect rect)
{
	bool wrong = session->code_wrong;
	bool small = form_small(ui);
	enum type plain = small ? TYPE_SMALL : TYPE_BODY;
	enum type strong = small ? TYPE_SMALL_BOLD : TYPE_TITLE;
	enum type type = wrong ? strong : plain;
	const char *text = advice_text(session);

	if (text_width(ui, text, type) > rect.w)
		type = wrong ? TYPE_SMALL_BOLD : TYPE_SMALL;
	draw_text_middle(ui, rect, text, type, wrong ? ROLE_DANGER : ROLE_MUTED,
			 ALIGN_START);
}

/* Where there is no room for a line of advice, it is the title. */
static const char *title_of(struct ui *ui, const struct session *session)
{
	return advice_in_title(ui, session) ? advice_text(session)
					    : _("Type the code");
}

static void erase(struct ui *ui, struct rect rect, struct intent *ret_intent)
{
	const char *label = _("Erase");
	enum type type =
	    wording_fit_line(ui, label, rect.w - ERASE_ROOM, TYPE_TITLE);
	struct action action = {WIDGET_ERASE,
				0,
				{BUTTON_PLAIN, label, ICON_BACKSPACE, type},
				{INTENT_ERASE, 0}};

	/* A sign that all know, where the word has no room. */
	if (text_word_width(ui, label, TYPE_SMALL) > rect.w - KEY_GAP)
		action.button.label = NULL;
	action_draw(ui, rect, &action, ret_intent);
}

/* The keys from the top of RECT, as wide as it; the places that are over in the
 * last row become the erase key. */
static void keys(struct ui *ui, struct rect rect, struct intent *ret_intent)
{
	int columns = form_measure(ui, FORM_CODE_COLUMNS);
	int height = form_measure(ui, FORM_CODE_KEY_H);
	struct rect key = rect_cell(rect, 0, columns, height, KEY_GAP, KEY_GAP);
	enum type type = key.w < KEY_NARROW ? TYPE_TITLE : TYPE_H2;
	int over = (columns - SYMBOLS % columns) % columns;
	int rows = (SYMBOLS + columns - 1) / columns;

	if (height > (rect.h + KEY_GAP) / rows - KEY_GAP)
		height = (rect.h + KEY_GAP) / rows - KEY_GAP;

	for (int i = 0; i < SYMBOLS; i++) {
		char label[2] = {SLIP_ALPHABET[i], '\0'};
		struct action action = {WIDGET_SYMBOL,
					i,
					{BUTTON_PLAIN, label, NO_ICON, type},
					{INTENT_SYMBOL, i}};

		key = rect_cell(rect, i, columns, height, KEY_GAP, KEY_GAP);
		action_draw(ui, ui_fixed(ui, rect, key), &action, ret_intent);
	}
	if (over == 0)
		return;
	key.x += key.w + KEY_GAP;
	key.w = over * (key.w + KEY_GAP) - KEY_GAP;
	erase(ui, ui_fixed(ui, rect, key), ret_intent);
}

/* So low that keys of 96 u leave no room for a footer: the erase key stands
 * beside them, and back in the header. */
static void draw_low(struct ui *ui, const struct session *session,
		     struct intent *ret_intent)
{
	struct rect body = form_body(ui), side, back;
	int pad_h = 4 * form_measure(ui, FORM_CODE_KEY_H) + 3 * KEY_GAP;
	struct rect header = form_header_alone(ui);
	struct action action = {WIDGET_BACK,
				0,
				{BUTTON_PLAIN, _("Back"), NO_ICON, TYPE_TITLE},
				{INTENT_BACK, 0}};

	back.w = form_measure(ui, FORM_BACK_W);
	back.h = form_measure(ui, FORM_HEADER_BUTTON_H);
	back.x = body.x + body.w - back.w;
	back.y = header.y + (header.h - back.h) / 2;
	rect_take_top(&body, 0, 8);
	cells(ui, session, rect_take_top(&body, cells_height(ui), 0));
	body.h -= KEY_GAP;
	if (advice_in_title(ui, session)) {
		rect_take_top(&body, 0, KEY_GAP);
	} else {
		if (body.h - pad_h < LINE_SMALL)
			pad_h = body.h - LINE_SMALL;
		advice(ui, session, rect_take_top(&body, body.h - pad_h, 0));
	}
	side = body;
	side.x += body.w - SIDE_W;
	side.w = SIDE_W;
	body.w -= SIDE_W + KEY_GAP;
	keys(ui, body, ret_intent);
	erase(ui, side, ret_intent);
	action_draw(ui, back, &action, ret_intent);
}

void code_draw(struct ui *ui, const struct voter_view *view,
	       struct intent *ret_intent)
{
	struct rect content = form_content(ui);
	int pad;

	bars_header_in(ui, view,
		       form_low(ui) ? form_header_alone(ui) : form_header(ui),
		       title_of(ui, view->session), "", ret_intent);
	if (form_low(ui)) {
		draw_low(ui, view->session, ret_intent);
		return;
	}
	pad = content.h < LOW_H ? PAD / 4 : PAD;
	rect_take_top(&content, 0, 2 * pad);
	if (!advice_in_title(ui, view->session))
		advice(ui, view->session, rect_take_top(&content, LINE, pad));
	cells(ui, view->session,
	      rect_take_top(&content, cells_height(ui), 2 * pad));
	keys(ui, content, ret_intent);
	bars_back(ui, _("Back"), (struct intent){INTENT_BACK, 0}, ret_intent);
}
