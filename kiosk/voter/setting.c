/* What a resident can set, over the screen: letters and colours; reading. */
#include "voter/setting.h"

#include "voter/bars.h"
#include "voter/form.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	GAP = 16,
	PART_GAP = 24,
	TITLE_LINE = 58, /* of type.def */
	COLUMNS = 3,
	ROWS = 4,
};

/* Rows of buttons that share the width; the last row ends the dialog. */
struct rows {
	int count;
	int columns[ROWS];
	struct action actions[ROWS][COLUMNS];
};

static void row_add(struct rows *rows, const struct action *actions, int count)
{
	for (int i = 0; i < count; i++)
		rows->actions[rows->count][i] = actions[i];
	rows->columns[rows->count++] = count;
}

static enum button_kind kind_of(bool chosen)
{
	return chosen ? BUTTON_CHOSEN : BUTTON_PLAIN;
}

static const struct action done = {
    WIDGET_DISMISS,
    0,
    {BUTTON_PRIMARY, N_("Done"), NO_ICON, TYPE_TITLE},
    {INTENT_DISMISS, 0}};

static void text_row(const struct settings *settings, struct rows *rows)
{
	static const char *const labels[TEXT_SIZES] = {N_("Usual"), N_("Large"),
						       N_("Largest")};
	static const enum type types[TEXT_SIZES] = {TYPE_SMALL_BOLD, TYPE_TITLE,
						    TYPE_COST};
	struct action actions[TEXT_SIZES];

	for (int i = 0; i < TEXT_SIZES; i++)
		actions[i] =
		    (struct action){WIDGET_TEXT,
				    i,
				    {kind_of((int)settings->text == i),
				     words_get(labels[i]), NO_ICON, types[i]},
				    {INTENT_TEXT, i}};
	row_add(rows, actions, TEXT_SIZES);
}

static void theme_row(const struct settings *settings, struct rows *rows)
{
	static const char *const labels[LOOK_THEMES] = {N_("Light"), N_("Dark"),
							N_("Strong contrast")};
	struct action actions[LOOK_THEMES];

	for (int i = 0; i < LOOK_THEMES; i++)
		actions[i] = (struct action){
		    WIDGET_THEME,
		    i,
		    {kind_of((int)settings->theme == i), words_get(labels[i]),
		     NO_ICON, TYPE_SMALL_BOLD},
		    {INTENT_THEME, i}};
	row_add(rows, actions, LOOK_THEMES);
}

static void look_rows(const struct voter_view *view, struct rows *rows)
{
	const struct settings *settings = &view->session->settings;
	struct action more[] = {
	    {WIDGET_REACH,
	     0,
	     {kind_of(settings->reach), _("Within reach"), ICON_REACH,
	      TYPE_SMALL_BOLD},
	     {INTENT_REACH, 0}},
	    {WIDGET_LISTEN,
	     0,
	     {BUTTON_PLAIN, _("Read aloud"), ICON_SOUND, TYPE_SMALL_BOLD},
	     {INTENT_LISTEN, 0}},
	};

	text_row(settings, rows);
	theme_row(settings, rows);
	row_add(rows, more, view->speech ? 2 : 1);
	row_add(rows, &done, 1);
}

/* A button that changes VALUE by one, within 0 and MOST. */
static struct action step(enum widget widget, int index, const char *label,
			  enum intent_kind kind, int value, int most)
{
	bool can = value >= 0 && value <= most;

	return (struct action){
	    widget,
	    index,
	    {can ? BUTTON_PLAIN : BUTTON_QUIET, label, NO_ICON, TYPE_TITLE},
	    {can ? kind : INTENT_NONE, value}};
}

static void listen_rows(const struct voter_view *view, struct rows *rows)
{
	const struct settings *settings = &view->session->settings;
	struct action again = {
	    WIDGET_REPEAT,
	    0,
	    {BUTTON_PLAIN, _("Read again"), ICON_SOUND, TYPE_TITLE},
	    {INTENT_REPEAT, 0}};
	struct action speed[] = {
	    step(WIDGET_SPEED, 0, _("Slower"), INTENT_SPEED,
		 settings->speed - 1, SESSION_SPEEDS - 1),
	    step(WIDGET_SPEED, 1, _("Faster"), INTENT_SPEED,
		 settings->speed + 1, SESSION_SPEEDS - 1)};
	struct action volume[] = {
	    step(WIDGET_VOLUME, 0, _("Quieter"), INTENT_VOLUME,
		 settings->volume - 1, SESSION_VOLUMES - 1),
	    step(WIDGET_VOLUME, 1, _("Louder"), INTENT_VOLUME,
		 settings->volume + 1, SESSION_VOLUMES - 1)};
	struct action end[] = {
	    {WIDGET_HUSH,
	     0,
	     {BUTTON_PLAIN, _("Stop reading"), NO_ICON, TYPE_TITLE},
	     {INTENT_HUSH, 0}},
	    done};

	row_add(rows, &again, 1);
	row_add(rows, speed, 2);
	row_add(rows, volume, 2);
	row_add(rows, end, 2);
}

/* What the header has no room for, in its order from the start side. */
static void menu_rows(const struct ui *ui, const struct voter_view *view,
		      struct rows *rows)
{
	struct action actions[BARS_BUTTONS], row[COLUMNS], close = done;
	int count = bars_buttons(ui, view, actions), filled = 0;
	int columns = form_low(ui) ? COLUMNS : COLUMNS - 1;

	while (count > 0) {
		row[filled] = actions[--count];
		row[filled++].button.type = TYPE_SMALL_BOLD;
		if (filled < columns && count > 0)
			continue;
		row_add(rows, row, filled);
		filled = 0;
	}
	close.button.label = N_("Close");
	row_add(rows, &close, 1);
}

static void rows_draw(struct ui *ui, const struct rows *rows, struct rect rect,
		      int row_h, struct intent *ret_intent)
{
	for (int i = 0; i < rows->count; i++) {
		int columns = rows->columns[i];
		struct rect row = rect_take_top(&rect, row_h, GAP);

		for (int k = 0; k < columns; k++) {
			struct action action = rows->actions[i][k];
			const char *label = action.button.label;

			/* That of a table is still to be translated. */
			if (action.widget == WIDGET_DISMISS)
				action.button.label = words_get(label);
			action_draw(ui,
				    rect_cell(row, k, columns, row_h, GAP, GAP),
				    &action, ret_intent);
		}
	}
}

/* Reads the rows of OVERLAY, and returns what stands above them. */
static const char *rows_read(const struct ui *ui, const struct voter_view *view,
			     struct rows *ret_rows)
{
	switch (view->session->overlay) {
	case OVERLAY_LOOK:
		look_rows(view, ret_rows);
		return _("Letters and colours");
	case OVERLAY_MENU:
		menu_rows(ui, view, ret_rows);
		return _("Menu");
	default:
		listen_rows(view, ret_rows);
		return _("Read aloud");
	}
}

/* How high the dialog's title is; a frame with little height has none: the
 * buttons say it themselves. */
static int title_height(const struct ui *ui)
{
	return form_low(ui) && form_measure(ui, FORM_MENU)
		   ? 0
		   : TITLE_LINE + PART_GAP;
}

void setting_draw(struct ui *ui, const struct voter_view *view,
		  struct intent *ret_intent)
{
	int pad = form_measure(ui, FORM_SETTING_PAD);
	int row_h = form_measure(ui, FORM_SETTING_ROW_H), most;
	int above = title_height(ui), w = form_dialog_w(ui);
	struct rows rows = {0};
	const char *title = rows_read(ui, view, &rows);
	struct rect panel, head;

	most = (form_dialog_h(ui) - 2 * pad - above + GAP) / rows.count - GAP;
	if (row_h > most)
		row_h = most;
	panel = rect_middle(ui_frame(ui), w,
			    2 * pad + above + rows.count * (row_h + GAP) - GAP);
	draw_panel(ui, panel, 16, ROLE_BG, ROLE_OUTLINE, 3);
	panel = rect_inset(panel, pad);
	head = rect_take_top(&panel, above, 0);
	head.h = TITLE_LINE;
	if (above > 0)
		draw_text(ui, head, title,
			  wording_fit_line(ui, title, head.w, TYPE_H1),
			  ROLE_TEXT, ALIGN_START);
	rows_draw(ui, &rows, panel, row_h, ret_intent);
}
