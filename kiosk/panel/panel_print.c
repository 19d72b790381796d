/* More slips: how many, for whom, on which printer. */
#include <stdio.h>
#include <string.h>

#include "panel/panel_parts.h"
#include "words/kind.h"
#include "words/words.h"

enum {
	LABEL_W = 320,
	LABEL_W_PORTRAIT = 216,
	LABEL_W_TABLET = 176,
	LINE_H = 88,
	LINE_H_TABLET = 54
};

static const int steps[] = {-10, -1, 1, 10};

enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

static int line_h(const struct panel_page_view *view)
{
	return panel_columns(view, LINE_H, LINE_H, LINE_H_TABLET);
}

/* A line of HIGH at the top of *RECT with its label; what is left of it. */
static struct rect label_draw(const struct panel_page_view *view,
			      struct rect *rect, const char *label, int high)
{
	int wide =
	    panel_columns(view, LABEL_W, LABEL_W_PORTRAIT, LABEL_W_TABLET);
	enum type type = panel_columns(view, TYPE_BODY, TYPE_SMALL, TYPE_SMALL);
	struct rect line = panel_cut(rect, high), place = line;
	int tall;

	place.w = wide - PANEL_GAP / 2;
	tall = text_height(view->ui, label, type, place.w);
	place.y += (line_h(view) - tall) / 2;
	place.h = tall;
	draw_text(view->ui, place, label, type, ROLE_MUTED, ALIGN_START);
	line.x += wide;
	line.w -= wide;
	return line;
}

void panel_count_slips_draw(const struct panel_page_view *view,
			    struct rect *rect)
{
	struct rect line = label_draw(view, rect, _("How many"), line_h(view));
	char text[16];

	for (int i = 0, at = 0; i <= STEPS; i++) {
		struct rect cell =
		    rect_cell(line, i, STEPS + 1, line.h, PANEL_GAP, PANEL_GAP);

		if (i == STEPS / 2) {
			snprintf(text, sizeof(text), "%d",
				 view->panel->print_count);
			draw_text_middle(view->ui, cell, text, TYPE_H1,
					 ROLE_TEXT, ALIGN_CENTRE);
			continue;
		}
		snprintf(text, sizeof(text), "%s%d", steps[at] > 0 ? "+" : "−",
			 steps[at] > 0 ? steps[at] : -steps[at]);
		panel_button(
		    view, cell, PANEL_WIDGET_STEP, at, BUTTON_PLAIN, text, -1,
		    (struct panel_intent){PANEL_INTENT_STEP, steps[at]});
		at++;
	}
}

/* As people call it: of a folder, its last part. */
static const char *name_text(enum panel_pick list, const char *name)
{
	const char *slash = strrchr(name, '/');

	if (list == PANEL_PICK_KIND)
		return *name ? kind_text(name) : _("Everyone");
	return list == PANEL_PICK_PLACE && slash ? slash + 1 : name;
}

void panel_names_draw(const struct panel_page_view *view, struct rect *rect,
		      const char *label, enum panel_pick list,
		      const struct panel_names *names, int chosen)
{
	/* Words of a setting stand in a row, names of printers have room. */
	int columns = list >= PANEL_PICK_SETUP ? names->count
		      : list == PANEL_PICK_PRINTER
			  ? panel_columns(view, 3, 2, 2)
			  : 3;
	int high = line_h(view);
	int rows = (names->count + columns - 1) / columns;
	struct rect grid = label_draw(view, rect, label,
				      rows * (high + PANEL_GAP) - PANEL_GAP);

	for (int i = 0; i < names->count; i++)
		panel_button(view, panel_cell(grid, columns, high, i),
			     PANEL_WIDGET_PICK, PANEL_PICK((int)list, i),
			     i == chosen ? BUTTON_CHOSEN : BUTTON_PLAIN,
			     name_text(list, names->name[i]), -1,
			     (struct panel_intent){PANEL_INTENT_PICK,
						   PANEL_PICK((int)list, i)});
}

/* In which language the kiosk begins with them, and whether the proposals
 * stand on them. */
static void paper_draw(const struct panel_page_view *view, struct rect *rect)
{
	const struct meeting *meeting = view->facts->meeting;
	int language = view->panel->print_language, high = line_h(view);
	bool spoken = language < meeting->language_count;
	struct rect line = label_draw(view, rect, _("On them"), high);
	const char *before = ui_set_language(
	    view->ui, spoken ? meeting->languages[language] : NULL);

	panel_button(view, panel_cell(line, 2, high, 0), PANEL_WIDGET_LANGUAGE,
		     0, BUTTON_PLAIN,
		     spoken ? words_endonym(meeting->languages[language])
			    : _("As the kiosk"),
		     ICON_LANGUAGE,
		     (struct panel_intent){PANEL_INTENT_LANGUAGE, 0});
	ui_set_language(view->ui, before);
	panel_button(view, panel_cell(line, 2, high, 1), PANEL_WIDGET_CHOICES,
		     0,
		     view->panel->print_choices ? BUTTON_CHOSEN : BUTTON_PLAIN,
		     _("Proposals to tick"), -1,
		     (struct panel_intent){PANEL_INTENT_CHOICES, 0});
}

void panel_print_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel *panel = view->panel;
	const struct panel_facts *facts = view->facts;
	bool may = panel_may(panel, facts, PANEL_EFFECT_PRINT);
	char text[PANEL_LINE_TEXT];

	if (ui_form(view->ui) != UI_TABLET)
		panel_title(view, &rect, _("Print more slips"));
	snprintf(text, sizeof(text),
		 words_plural("Print %d slip", "Print %d slips",
			      (unsigned long)panel->print_count),
		 panel->print_count);
	if (facts->busy) {
		panel_line(view, &rect, _("Please wait…"), ROLE_TEXT);
		return;
	}
	panel_foot(view, &rect, _("Back"), text, !may);
	panel_count_slips_draw(view, &rect);
	panel_names_draw(view, &rect, _("For whom"), PANEL_PICK_KIND,
			 &facts->kinds, panel->kind);
	paper_draw(view, &rect);
	if (facts->printers.count > 0)
		panel_names_draw(view, &rect, _("Printer"), PANEL_PICK_PRINTER,
				 &facts->printers, panel->printer);
	else
		panel_note(view, &rect,
			   _("No printer was found. Plug one in and add it to "
			     "the machine; lpstat -e must name it."),
			   ROLE_DANGER);
	/* On a small display what was told of the last act is in its place. */
	if (!panel->told || ui_form(view->ui) != UI_TABLET)
		panel_note(view, &rect,
			   _("Print on white A4. Cut them apart, and keep "
			     "them where nobody sees the codes."),
			   ROLE_MUTED);
}
