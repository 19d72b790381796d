/* How this kiosk is set up. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/words.h"

enum { BUTTON_H_TABLET = 64, LINE_MM = 50 };

/* The words of those values that are not numbers. */
static const char *const words[SETUP_ITEMS][SETUP_VALUES] = {
    [SETUP_TEXT] = {N_("Usual"), N_("Large"), N_("Largest")},
    [SETUP_THEME] = {N_("Light"), N_("Dark"), N_("Contrast")},
    [SETUP_CAMERA] = {N_("On"), N_("Off")},
};

static void item_draw(const struct panel_page_view *view, struct rect *rect,
		      enum setup_item item)
{
	struct panel_names names = {.count = setup_values(item)};

	for (int i = 0; i < names.count; i++) {
		char word[SETUP_WORD];

		setup_value(item, i, word);
		snprintf(names.name[i], PANEL_NAME, "%s",
			 words[item][i] ? _(words[item][i]) : word);
	}
	panel_names_draw(view, rect, _(setup_label(item)),
			 (enum panel_pick)(PANEL_PICK_SETUP + (int)item),
			 &names, view->facts->setup.value[item]);
}

/* A line that a ruler shows to be as long as it says, or not. */
static void ruler_draw_line(const struct panel_page_view *view,
			    struct rect *rect)
{
	struct rect line = panel_cut(rect, PANEL_LINE);
	int wide = ui_mm(view->ui, LINE_MM);
	char text[PANEL_LINE_TEXT];

	draw_fill(view->ui,
		  (struct rect){line.x, line.y + line.h / 2 - 2, wide, 4},
		  ROLE_TEXT);
	draw_fill(view->ui, (struct rect){line.x, line.y + 8, 4, line.h - 16},
		  ROLE_TEXT);
	draw_fill(view->ui,
		  (struct rect){line.x + wide - 4, line.y + 8, 4, line.h - 16},
		  ROLE_TEXT);
	snprintf(text, sizeof(text), _("%d mm? Else: stemmeboks-kiosk --ruler"),
		 LINE_MM);
	line.x += wide + PANEL_GAP;
	line.w -= wide + PANEL_GAP;
	draw_text_middle(view->ui, line, text, TYPE_SMALL, ROLE_MUTED,
			 ALIGN_START);
}

void panel_setup_draw(const struct panel_page_view *view, struct rect rect)
{
	int high = panel_columns(view, PANEL_BUTTON_H, PANEL_BUTTON_H,
				 BUTTON_H_TABLET);
	int columns = panel_columns(view, 4, 2, 2);
	struct rect line;

	if (ui_form(view->ui) != UI_TABLET)
		panel_title(view, &rect, _("Set-up of this kiosk"));
	line = panel_cut_bottom(&rect,
				4 / columns * (high + PANEL_GAP) - PANEL_GAP);
	panel_button(view, panel_cell(line, columns, high, 0),
		     PANEL_WIDGET_SCANNER, 0, BUTTON_PLAIN,
		     _("Test the scanner"), ICON_SCAN,
		     (struct panel_intent){PANEL_INTENT_SCANNER, 0});
	panel_button(view, panel_cell(line, columns, high, 1),
		     PANEL_WIDGET_LANGUAGE, 0, BUTTON_PLAIN, _("Language"),
		     ICON_LANGUAGE,
		     (struct panel_intent){PANEL_INTENT_LANGUAGE, 0});
	panel_button(view, panel_cell(line, columns, high, 2),
		     PANEL_WIDGET_RULES, 0, BUTTON_PLAIN,
		     _("Rules of the meeting"), ICON_LOCK,
		     (struct panel_intent){PANEL_INTENT_RULES, 0});
	panel_button(view, panel_cell(line, columns, high, 3),
		     PANEL_WIDGET_ANEW, 0, BUTTON_PLAIN, _("New meeting"), -1,
		     (struct panel_intent){PANEL_INTENT_ANEW, 0});
	for (int i = 0; i < SETUP_ITEMS; i++)
		item_draw(view, &rect, (enum setup_item)i);
	ruler_draw_line(view, &rect);
}
