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
	GROUP_GAP = 32,
	GROUP_GAP_SMALL = 24,
	ROW_GAP = 16,
	CELL_W_MAX = 64,
	CELL_H = 88,
	CELL_H_SMALL = 64,
	PAD = 24,
	LINE = 40,
	SIDE_W = 84,	 /* tablet: the erase key stands beside the others */
	ERASE_ROOM = 72, /* what that key needs beside its word */
};

/* How high the places of the code are, in as many rows as they need. */
static int cells_height(const struct ui *ui)
{
	int groups = form_measure(ui, FORM_CODE_GROUPS);
	int rows = (SLIP_SYMBOLS / SLIP_GROUP + groups - 1) / groups;

	if (ui_form(ui) == UI_TABLET)
		return CELL_H_SMALL;
	return rows * (CELL_H + ROW_GAP) - ROW_GAP;
}

/* How wide one is, when GROUPS groups, GAP apart, share WIDTH. */
static int cell_width(int width, int groups, int gap)
{
	int inside = groups * (SLIP_GROUP - 1) * CELL_GAP;
	int cell =
	    (width - (groups - 1) * gap - inside) / (groups * SLIP_GROUP);

	return cell > CELL_W_MAX ? CELL_W_MAX : cell;
}

/* The 20 places of the code in five groups, as printed on the slip. */
static void cells(struct ui *ui, const struct session *session,
		  struct rect rect)
{
	bool small = ui_form(ui) == UI_TABLET;
	int gap = small ? GROUP_GAP_SMALL : GROUP_GAP;
	int groups = form_measure(ui, FORM_CODE_GROUPS);
	struct rect cell = rect;

	cell.w = cell_width(rect.w, groups, gap);
	cell.h = small ? CELL_H_SMALL : CELL_H;
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
			cell.x += i % SLIP_GROUP == 0 ? gap : CELL_GAP;
		}
		draw_panel(ui, cell, 8, next ? ROLE_SELECTED : ROLE_BG, edge,
			   next || session->code_wrong ? 4 : 2);
		draw_text_middle(ui, cell, symbol,
				 small ? TYPE_SMALL_BOLD : TYPE_H2,
				 session->code_wrong ? ROLE_DANGER : ROLE_TEXT,
				 ALIGN_CENTRE);
		cell.x += cell.w;
	}
}

static void advice(struct ui *ui, const struct session *session,
		   struct rect rect)
{
	bool wrong = session->code_wrong;
	bool small = ui_form(ui) == UI_TABLET;
	enum type plain = small ? TYPE_SMALL : TYPE_BODY;
	enum type strong = small ? TYPE_SMALL_BOLD : TYPE_TITLE;

	draw_text_middle(ui, rect,
			 wrong ? _("One of the symbols is wrong. Compare with "
				   "the slip.")
			       : _("The code is below the square on your "
				   "slip."),
			 wrong ? strong : plain,
			 wrong ? ROLE_DANGER : ROLE_MUTED, ALIGN_START);
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

	action_draw(ui, rect, &action, ret_intent);
}

/* The keys from the top of RECT, as wide as it; the places that are over in the
 * last row become the erase key. */
static void keys(struct ui *ui, struct rect rect, struct intent *ret_intent)
{
	int columns = form_measure(ui, FORM_CODE_COLUMNS);
	int height = form_measure(ui, FORM_CODE_KEY_H);
	struct rect key = rect;
	int over = (columns - SYMBOLS % columns) % columns;

	for (int i = 0; i < SYMBOLS; i++) {
		char label[2] = {SLIP_ALPHABET[i], '\0'};
		struct action action = {WIDGET_SYMBOL,
					i,
					{BUTTON_PLAIN, label, NO_ICON, TYPE_H2},
					{INTENT_SYMBOL, i}};

		key = rect_cell(rect, i, columns, height, KEY_GAP, KEY_GAP);
		action_draw(ui, key, &action, ret_intent);
	}
	if (over == 0)
		return;
	key.x += key.w + KEY_GAP;
	key.w = over * (key.w + KEY_GAP) - KEY_GAP;
	erase(ui, key, ret_intent);
}

/* So low that keys of 96 u leave no room for a footer: the erase key stands
 * beside them, and back in the header. */
static void draw_low(struct ui *ui, const struct session *session,
		     struct intent *ret_intent)
{
	struct rect body = form_body(ui), side, back;
	int pad_h = 4 * form_measure(ui, FORM_CODE_KEY_H) + 3 * KEY_GAP;
	struct action action = {WIDGET_BACK,
				0,
				{BUTTON_PLAIN, _("Back"), NO_ICON, TYPE_TITLE},
				{INTENT_BACK, 0}};

	back.w = form_measure(ui, FORM_HEADER_BUTTON_W);
	back.h = form_measure(ui, FORM_HEADER_BUTTON_H);
	back.x = body.x + body.w - back.w;
	back.y = (body.y - back.h) / 2;
	rect_take_top(&body, 0, 8);
	cells(ui, session, rect_take_top(&body, cells_height(ui), 0));
	body.h -= KEY_GAP;
	advice(ui, session, rect_take_top(&body, body.h - pad_h, 0));
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

	bars_header(ui, view, _("Type the code"), "", ret_intent);
	if (ui_form(ui) == UI_TABLET) {
		draw_low(ui, view->session, ret_intent);
		return;
	}
	rect_take_top(&content, 0, 2 * PAD);
	advice(ui, view->session, rect_take_top(&content, LINE, PAD));
	cells(ui, view->session,
	      rect_take_top(&content, cells_height(ui), 2 * PAD));
	keys(ui, content, ret_intent);
	bars_back(ui, _("Back"), (struct intent){INTENT_BACK, 0}, ret_intent);
}
