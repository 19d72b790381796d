/* What must be answered before the screen goes on: E10 to E12, and the help. */
#include <stdio.h>
#include <string.h>

#include "voter/action.h"
#include "voter/form.h"
#include "voter/screens.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	PAD = 48,
	PAD_SMALL = 32,
	GAP = 24,
	BUTTON_H = 112,
	BUTTON_H_SMALL = 96,
	RING = 144,
	RING_W = 12,
	WHOLE = 1000,
	LINES = 4,
	BULLET = 48,
};

/* A question with one or two answers, or the lines of the help. */
struct dialog {
	const char *title;
	const char *lines[LINES]; /* NULL after the last */
	int numbered;		  /* how many of them are steps with a number */
	struct {
		enum widget widget;
		enum intent_kind intent;
		enum button_kind kind;
		const char *label; /* NULL: none */
	} answers[2];		   /* the safe one first, at the end side */
};

static const struct dialog dialogs[] = {
    [OVERLAY_IDLE] = {N_("Are you still there?"),
		      {NULL, N_("You can use your slip again.")},
		      0,
		      {{WIDGET_DISMISS, INTENT_DISMISS, BUTTON_PRIMARY,
			N_("Yes, continue")}}},
    [OVERLAY_STOP] =
	{N_("Stop?"),
	 {N_("Your choices will be deleted."),
	  N_("You can use your slip again.")},
	 0,
	 {{WIDGET_DISMISS, INTENT_DISMISS, BUTTON_PRIMARY, N_("No, continue")},
	  {WIDGET_STOP_YES, INTENT_STOP_YES, BUTTON_DANGER, N_("Yes, stop")}}},
    [OVERLAY_BLANK] = {N_("You have not chosen anything."),
		       {N_("You may cast a blank vote.")},
		       0,
		       {{WIDGET_DISMISS, INTENT_DISMISS, BUTTON_PRIMARY,
			 N_("Choose proposals")},
			{WIDGET_CAST_BLANK, INTENT_CAST_BLANK, BUTTON_PLAIN,
			 N_("Cast blank")}}},
    [OVERLAY_HELP] = {N_("Help"),
		      {N_("Touch “Choose” on the proposals you support."),
		       N_("Touch “Next”, and check your vote."),
		       N_("Touch “Cast my vote”. Then you are done."),
		       N_("A helper can show you. Your choices are secret.")},
		      3,
		      {{WIDGET_DISMISS, INTENT_DISMISS, BUTTON_PRIMARY,
			N_("Close")}}},
};

/* LINE of DIALOG as it is said now. */
static void line_text(const struct dialog *dialog, int line, unsigned seconds,
		      char ret_text[WORDING_TEXT])
{
	if (dialog->lines[line])
		snprintf(ret_text, WORDING_TEXT, "%s",
			 words_get(dialog->lines[line]));
	else
		snprintf(ret_text, WORDING_TEXT,
			 words_plural("Your choices are deleted in %u second.",
				      "Your choices are deleted in %u seconds.",
				      seconds),
			 seconds);
}

static int line_count(const struct dialog *dialog)
{
	int count = LINES;

	while (count > 0 && !dialog->lines[count - 1])
		count--;
	return count;
}

/* Draws the lines from the top of RECT, or only measures them; returns their
 * height. */
static int lines_draw(struct ui *ui, const struct dialog *dialog,
		      struct rect rect, unsigned seconds, bool draw)
{
	int top = rect.y;

	for (int i = 0; i < line_count(dialog); i++) {
		char text[WORDING_TEXT], number[16];
		struct rect bullet = {rect.x, rect.y, BULLET, BULLET};
		struct rect line = rect;
		bool step = i < dialog->numbered;
		int height;

		if (i > 0 && i == dialog->numbered)
			rect_take_top(&rect, 0, GAP / 2);
		line.y = rect.y;
		if (step) {
			line.x += BULLET + GAP;
			line.w -= BULLET + GAP;
		}
		line_text(dialog, i, seconds, text);
		height = text_height(ui, text, TYPE_BODY, line.w);
		if (step && height < BULLET)
			height = BULLET;
		line.h = height;
		if (draw && step) {
			snprintf(number, sizeof(number), "%d", i + 1);
			draw_panel(ui, bullet, BULLET / 2, ROLE_PRIMARY,
				   ROLE_PRIMARY, 0);
			draw_text_middle(ui, bullet, number, TYPE_SMALL_BOLD,
					 ROLE_ON_PRIMARY, ALIGN_CENTRE);
		}
		if (draw)
			draw_text_middle(ui, line, text, TYPE_BODY, ROLE_TEXT,
					 ALIGN_START);
		rect_take_top(&rect, height, step ? GAP / 2 : 4);
	}
	return rect.y - top;
}

static void answers_draw(struct ui *ui, const struct dialog *dialog,
			 struct rect rect, struct intent *ret_intent)
{
	struct rect button = rect;

	button.w = (rect.w - GAP) / 2;
	button.x = rect.x + rect.w - button.w;
	for (int i = 0; i < 2 && dialog->answers[i].label; i++) {
		struct action action = {dialog->answers[i].widget,
					0,
					{dialog->answers[i].kind,
					 _(dialog->answers[i].label), NO_ICON,
					 TYPE_TITLE},
					{dialog->answers[i].intent, 0}};

		action_draw(ui, button, &action, ret_intent);
		button.x = rect.x;
	}
}

static void ring_draw(struct ui *ui, struct rect rect, unsigned seconds)
{
	unsigned all = SESSION_IDLE_ANSWER_MS / 1000;
	char text[16];

	snprintf(text, sizeof(text), "%u", seconds);
	draw_ring(ui, rect, (int)(seconds * WHOLE / all), RING_W, ROLE_PRIMARY,
		  ROLE_TRACK);
	draw_text_middle(ui, rect, text, TYPE_H1, ROLE_TEXT, ALIGN_CENTRE);
}

void overlay_draw(struct ui *ui, const struct voter_view *view,
		  struct intent *ret_intent)
{
	enum overlay overlay = view->session->overlay;
	const struct dialog *dialog = &dialogs[overlay];
	bool tablet = ui_form(ui) == UI_TABLET;
	bool idle = overlay == OVERLAY_IDLE;
	unsigned seconds = session_idle_seconds(view->session, ui_now_ms(ui));
	int pad = tablet ? PAD_SMALL : PAD;
	int button_h = tablet ? BUTTON_H_SMALL : BUTTON_H;
	struct rect panel, in;
	int title_h, lines_h;

	in = (struct rect){0, 0, form_measure(ui, FORM_DIALOG_W) - 2 * pad, 0};
	if (idle)
		in.w -= RING + GAP;
	title_h = text_height(ui, words_get(dialog->title), TYPE_H1, in.w);
	lines_h = lines_draw(ui, dialog, in, seconds, false);
	panel =
	    rect_middle(ui_frame(ui), form_measure(ui, FORM_DIALOG_W),
			2 * pad + title_h + GAP + lines_h + 2 * GAP + button_h);
	draw_panel(ui, panel, 16, ROLE_BG, ROLE_OUTLINE, 3);
	in = rect_inset(panel, pad);
	if (idle) {
		ring_draw(ui,
			  (struct rect){in.x + in.w - RING, in.y, RING, RING},
			  seconds);
		in.w -= RING + GAP;
	}
	draw_text(ui, rect_take_top(&in, title_h, GAP),
		  words_get(dialog->title), TYPE_H1, ROLE_TEXT, ALIGN_START);
	lines_draw(ui, dialog, rect_take_top(&in, lines_h, 2 * GAP), seconds,
		   true);
	in = rect_inset(panel, pad);
	in.y += in.h - button_h;
	in.h = button_h;
	answers_draw(ui, dialog, in, ret_intent);
}
