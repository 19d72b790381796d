/* Whether loudspeaker and headphones are heard. */
#include "panel/panel_parts.h"
#include "words/words.h"

enum { HIGH_TABLET = 64, COLUMNS = 3 };

static const struct {
	enum panel_sound sound;
	const char *label;
} loud[] = {
    {PANEL_SOUND_TAP, N_("A touch")},
    {PANEL_SOUND_SCAN, N_("A slip was read")},
    {PANEL_SOUND_CAST, N_("A vote was cast")},
};

static int high(const struct panel_page_view *view)
{
	return panel_columns(view, PANEL_BUTTON_H, PANEL_BUTTON_H, HIGH_TABLET);
}

static void play_draw(const struct panel_page_view *view, struct rect rect,
		      enum panel_sound sound, const char *label)
{
	panel_button(view, rect, PANEL_WIDGET_PLAY, sound, BUTTON_PLAIN, label,
		     ICON_SOUND,
		     (struct panel_intent){PANEL_INTENT_PLAY, sound});
}

/* Whether ITEM was heard: in LINE from cell FIRST on. */
static void heard_draw(const struct panel_page_view *view, struct rect line,
		       int first, enum check_item item)
{
	enum check_answer answer = view->panel->hands.answer[item];

	panel_button(view, panel_cell(line, COLUMNS, line.h, first),
		     PANEL_WIDGET_YES, item,
		     answer == CHECK_YES ? BUTTON_CHOSEN : BUTTON_PLAIN,
		     _("It was heard"), -1,
		     (struct panel_intent){PANEL_INTENT_YES, item});
	panel_button(view, panel_cell(line, COLUMNS, line.h, first + 1),
		     PANEL_WIDGET_NO, item,
		     answer == CHECK_NO ? BUTTON_CHOSEN : BUTTON_PLAIN,
		     _("Nothing was heard"), -1,
		     (struct panel_intent){PANEL_INTENT_NO, item});
}

/* What is to be done with ITEM, or that it is not there. Whether it is. */
static bool item_draw(const struct panel_page_view *view, struct rect *rect,
		      enum check_item item)
{
	enum check_says says =
	    check_judge(&view->facts->check, &view->panel->hands, item);

	panel_note(view, rect, _(check_text(says)),
		   check_state(says) == CHECK_LOOK ? ROLE_DANGER : ROLE_TEXT);
	return check_state(says) != CHECK_MISSING;
}

void panel_sounds_draw(const struct panel_page_view *view, struct rect rect)
{
	struct rect line;

	panel_foot(view, &rect, _("Back"), NULL, false);
	panel_title(view, &rect, _("Sound"));
	if (item_draw(view, &rect, CHECK_SOUND)) {
		line = panel_cut(&rect, high(view));
		for (int i = 0; i < COLUMNS; i++)
			play_draw(view, panel_cell(line, COLUMNS, line.h, i),
				  loud[i].sound, _(loud[i].label));
		heard_draw(view, panel_cut(&rect, high(view)), 0, CHECK_SOUND);
	}
	if (ui_form(view->ui) != UI_TABLET)
		panel_title(view, &rect, _("Headphones"));
	if (item_draw(view, &rect, CHECK_HEADPHONES)) {
		line = panel_cut(&rect, high(view));
		play_draw(view, panel_cell(line, COLUMNS, line.h, 0),
			  PANEL_SOUND_SPEECH, _("A sentence"));
		heard_draw(view, line, 1, CHECK_HEADPHONES);
	}
}
