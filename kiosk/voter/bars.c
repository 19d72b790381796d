#include "voter/bars.h"

#include <stdio.h>

#include "voter/action.h"
#include "voter/form.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	BADGE_W = 92,
	BADGE_H = 28,
	BADGE_GAP = 12,
	CAPITALS_UP = 2, /* their middle lies below that of the line */
	HEADER_GAP = 16,
	UNDER_H = 32,
	HEADER_PAD = 6,
	HEADER_PAD_SMALL = 4,
	HAIRLINE = 2,
	BANNER_PAD = 16,
	BANNER_ICON = 40,
	BANNER_H = 40,
	BANNER_EDGE = 3, /* free between it and the header, or cards */
	NEXT_ROOM = 100, /* what a button needs beside its words */
};

/* A header's buttons, from the end side; S(x) is the bit of SCREEN_x. */
#define S(name) (1u << SCREEN_##name)
#define VOTE (S(CHOOSE) | S(DETAIL) | S(REVIEW))
static const struct {
	unsigned screens;
	enum widget widget;
	enum icon icon;
	enum intent_kind intent;
	const char *label;
} buttons[] = {
    {VOTE | S(LANGUAGE), WIDGET_STOP, ICON_CROSS, INTENT_STOP, N_("Stop")},
    {VOTE, WIDGET_HELP, ICON_HELP, INTENT_HELP, N_("Help")},
    {VOTE, WIDGET_TO_LANGUAGE, ICON_LANGUAGE, INTENT_OPEN_LANGUAGE,
     N_("Language")},
};
#undef VOTE
#undef S

enum { BUTTONS = sizeof(buttons) / sizeof(buttons[0]) };

/* Returns where the buttons begin. */
static int header_buttons(struct ui *ui, enum screen screen,
			  struct intent *ret_intent)
{
	struct rect body = form_body(ui);
	int header = form_measure(ui, FORM_HEADER_H);
	struct rect rect = {body.x + body.w, 0,
			    form_measure(ui, FORM_HEADER_BUTTON_W),
			    form_measure(ui, FORM_HEADER_BUTTON_H)};

	rect.y = (header - rect.h) / 2;
	for (int i = 0; i < BUTTONS; i++) {
		struct action action = {
		    buttons[i].widget,
		    0,
		    {BUTTON_PLAIN, _(buttons[i].label), (int)buttons[i].icon,
		     ui_form(ui) == UI_LANDSCAPE ? TYPE_TITLE
						 : TYPE_SMALL_BOLD},
		    {buttons[i].intent, 0}};

		if (!(buttons[i].screens >> screen & 1))
			continue;
		rect.x -= rect.w;
		action_draw(ui, rect, &action, ret_intent);
		rect.x -= HEADER_GAP;
	}
	return rect.x;
}

int bars_badge(struct ui *ui, const struct voter_view *view, int x, int y)
{
	struct rect rect = {x, y, BADGE_W, BADGE_H};

	if (!view->demo)
		return 0;
	draw_panel(ui, rect, 8, ROLE_WARN, ROLE_WARN, 0);
	rect.y -= CAPITALS_UP;
	draw_text_middle(ui, rect, _("DEMO"), TYPE_SMALL_BOLD, ROLE_ON_WARN,
			 ALIGN_CENTRE);
	return BADGE_W + BADGE_GAP;
}

void bars_ground(struct ui *ui)
{
	draw_fill(ui, ui_frame(ui), ROLE_BG);
}

void bars_plain(struct ui *ui, const struct voter_view *view)
{
	struct rect body = form_body(ui);

	bars_badge(ui, view, body.x + body.w - BADGE_W, body.x);
}

void bars_header(struct ui *ui, const struct voter_view *view,
		 const char *title, const char *under,
		 struct intent *ret_intent)
{
	int height = form_measure(ui, FORM_HEADER_H);
	struct rect body = form_body(ui);
	struct rect line = {0, height - HAIRLINE, body.w + 2 * body.x,
			    HAIRLINE};
	struct rect text = {body.x, 0, 0, height};
	enum type type;
	bool two = view->demo || *under;
	int pad = ui_form(ui) == UI_TABLET ? HEADER_PAD_SMALL : HEADER_PAD;
	int drop;

	draw_fill(ui, line, ROLE_TRACK);
	text.w = header_buttons(ui, view->session->screen, ret_intent) - text.x;
	type = wording_fit_line(ui, title, text.w,
				two && ui_form(ui) == UI_TABLET ? TYPE_TITLE
								: TYPE_H2);
	if (two && *title) {
		text.y = pad;
		text.h -= UNDER_H + 2 * pad;
	}
	draw_text_middle(ui, text, title, type, ROLE_TEXT, ALIGN_START);
	if (!two)
		return;
	if (*title) {
		text.y += text.h - pad / 2;
		text.h = UNDER_H;
	}
	/* Low, so that no letter of the title reaches down into it. */
	drop = text.h - BADGE_H;
	two = bars_badge(ui, view, text.x,
			 text.y + (*title ? drop : drop / 2)) != 0;
	text.x += two ? BADGE_W + BADGE_GAP : 0;
	text.w -= two ? BADGE_W + BADGE_GAP : 0;
	draw_text_middle(ui, text, under, TYPE_SMALL, ROLE_MUTED, ALIGN_START);
}

void bars_back(struct ui *ui, const char *label, struct intent intent,
	       struct intent *ret_intent)
{
	struct action action = {
	    WIDGET_BACK, 0, {BUTTON_PLAIN, label, NO_ICON, TYPE_TITLE}, intent};

	action_draw(ui, form_back(ui), &action, ret_intent);
}

void bars_next(struct ui *ui, enum button_kind kind, const char *label,
	       struct intent intent, struct intent *ret_intent)
{
	struct rect rect = form_primary(ui);
	enum type type =
	    wording_fit_line(ui, label, rect.w - NEXT_ROOM, TYPE_TITLE);
	struct action action = {
	    WIDGET_NEXT, 0, {kind, label, ICON_NEXT, type}, intent};

	action_draw(ui, rect, &action, ret_intent);
}

static void banner_text(const struct voter_view *view,
			char ret_text[WORDING_TEXT])
{
	const struct session *session = view->session;
	const struct pot *pot = &view->meeting->pots[session->banner_pot];
	int chosen =
	    ballot_chosen(view->meeting, &session->ballot, session->banner_pot);

	switch (session->banner) {
	case BANNER_FULL:
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("You have chosen %d. Remove it first.",
				      "You have chosen %d. Remove one first.",
				      (unsigned long)chosen),
			 chosen);
		break;
	case BANNER_FEW:
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("Choose at least %d proposal, or none.",
				      "Choose at least %d proposals, or none.",
				      (unsigned long)pot->choose_min),
			 pot->choose_min);
		break;
	default:
		snprintf(ret_text, WORDING_TEXT, "%s",
			 _("The slip has been read. Finish your vote here."));
		break;
	}
}

/* Above the footer where no button lies there; else at the content's top or
 * over what is chosen so far: words that are not needed just now. */
static struct rect banner_rect(const struct ui *ui, enum screen screen)
{
	bool tablet = ui_form(ui) == UI_TABLET;
	struct rect rect = form_content(ui);

	if ((screen == SCREEN_CHOOSE && !tablet) || screen == SCREEN_DETAIL)
		return form_banner(ui);
	/* The line below a pot's name stays, and nothing of the name. */
	rect.h = screen == SCREEN_REVIEW
		     ? form_measure(ui, FORM_REVIEW_TOP) +
			   form_measure(ui, FORM_REVIEW_POT_H) - HAIRLINE
		     : BANNER_H - BANNER_EDGE;
	rect_take_top(&rect, 0, BANNER_EDGE);
	return rect;
}

void bars_banner(struct ui *ui, const struct voter_view *view)
{
	struct rect rect = banner_rect(ui, view->session->screen);
	int side = rect.h < BANNER_ICON ? rect.h : BANNER_ICON;
	struct rect icon = {rect.x + BANNER_PAD, 0, side, side};
	char text[WORDING_TEXT];
	enum type type;

	if (view->session->banner == BANNER_NONE)
		return;
	banner_text(view, text);
	draw_panel(ui, rect, 8, ROLE_WARN, ROLE_WARN, 0);
	icon.y = rect.y + (rect.h - icon.h) / 2;
	draw_icon(ui, icon, ICON_WARNING, ROLE_ON_WARN);
	rect.x = icon.x + icon.w + BANNER_PAD;
	rect.w -= icon.w + 3 * BANNER_PAD;
	type = wording_fit(ui, text, rect.w, rect.h, TYPE_TITLE);
	draw_text_middle(ui, rect, text, type, ROLE_ON_WARN, ALIGN_START);
}
