/* What must be answered before the screen goes on: E10 to E12, and the help. */
#include <stdio.h>
#include <string.h>

#include "voter/action.h"
#include "voter/form.h"
#include "voter/screen_text.h"
#include "voter/screens.h"
#include "voter/setting.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	GAP = 24,
	GAP_SMALL = 12,
	RING = 144,
	RING_W = 12,
	WHOLE = 1000,
	LINES = 4,
	BULLET = 48,
	BULLET_SMALL = 32,
	RING_SMALL = 104,
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

/* Those without a title draw themselves: setting.c. */
static const struct dialog dialogs[OVERLAY_MENU + 1] = {
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

/* How a dialog is set: its letters, and which lines this page of it has. */
struct set {
	enum type title, body;
	int pad, gap, button_h;
	int from, to;
	bool paged;
};

/* Draws LINE of DIALOG from the top of *RECT, which shrinks by it, or only
 * measures it. */
static void line_draw(struct ui *ui, const struct dialog *dialog,
		      const struct set *set, struct rect *rect, int line,
		      unsigned seconds, bool draw)
{
	bool step = line < dialog->numbered;
	int side = set->body == TYPE_SMALL ? BULLET_SMALL : BULLET, height;
	struct rect bullet = {rect->x, rect->y, side, side}, place = *rect;
	char text[WORDING_TEXT], number[16];

	if (line > set->from && line == dialog->numbered) {
		rect_take_top(rect, 0, set->gap / 2);
		place.y = rect->y;
	}
	if (step)
		rect_take_start(&place, side, set->gap);
	line_text(dialog, line, seconds, text);
	height = text_height(ui, text, set->body, place.w);
	if (step && height < side)
		height = side;
	place.h = height;
	if (draw && step) {
		snprintf(number, sizeof(number), "%d", line + 1);
		draw_panel(ui, bullet, side / 2, ROLE_PRIMARY, ROLE_PRIMARY, 0);
		draw_text_middle(ui, bullet, number, TYPE_SMALL_BOLD,
				 ROLE_ON_PRIMARY, ALIGN_CENTRE);
	}
	if (draw)
		draw_text_middle(ui, place, text, set->body, ROLE_TEXT,
				 ALIGN_START);
	rect_take_top(rect, height, step ? set->gap / 2 : 4);
}

/* Draws the page's lines from the top of RECT, or only measures them; returns
 * their height. */
static int lines_draw(struct ui *ui, const struct dialog *dialog,
		      const struct set *set, struct rect rect, unsigned seconds,
		      bool draw)
{
	int top = rect.y;

	for (int i = set->from; i < set->to; i++)
		line_draw(ui, dialog, set, &rect, i, seconds, draw);
	return rect.y - top;
}

/* How high DIALOG is so, WIDTH wide between its edges. */
static int dialog_height(struct ui *ui, const struct dialog *dialog,
			 const struct set *set, int width, unsigned seconds)
{
	struct rect in = {0, 0, width, 0};

	return 2 * set->pad +
	       text_height(ui, words_get(dialog->title), set->title, width) +
	       set->gap + lines_draw(ui, dialog, set, in, seconds, false) +
	       2 * set->gap + set->button_h;
}

/* Leaves on the page of SET as many lines as have room, from the one on at
 * which page PAGE begins. */
static void page_fit(struct ui *ui, const struct dialog *dialog,
		     struct set *set, int width, unsigned seconds, int page)
{
	int all = set->to, most = form_dialog_h(ui);

	while (true) {
		set->to = all;
		while (set->to - set->from > 1 &&
		       dialog_height(ui, dialog, set, width, seconds) > most)
			set->to--;
		if (set->to < all)
			set->paged = true;
		if (page-- <= 0 || !set->paged)
			return;
		set->from = set->to < all ? set->to : 0;
	}
}

/* The largest letters in which DIALOG has room; pages when none do. */
static struct set set_of(struct ui *ui, const struct dialog *dialog, int width,
			 unsigned seconds, int page)
{
	static const enum type levels[][2] = {{TYPE_H1, TYPE_BODY},
					      {TYPE_H2, TYPE_BODY},
					      {TYPE_TITLE, TYPE_SMALL}};
	enum { LEVELS = sizeof(levels) / sizeof(levels[0]) };
	struct set set = {.pad = form_measure(ui, FORM_DIALOG_PAD),
			  .button_h = form_measure(ui, FORM_DIALOG_BUTTON_H),
			  .to = line_count(dialog)};

	for (int i = 0; i < LEVELS; i++) {
		set.title = levels[i][0];
		set.body = levels[i][1];
		set.gap = i == LEVELS - 1 ? GAP_SMALL : GAP;
		if (text_width(ui, words_get(dialog->title), set.title) <=
			width &&
		    dialog_height(ui, dialog, &set, width, seconds) <=
			form_dialog_h(ui))
			return set;
	}
	page_fit(ui, dialog, &set, width, seconds, page);
	return set;
}

/* The other button of a dialog of more than one page. */
static void more_draw(struct ui *ui, struct rect rect, const struct set *set,
		      const struct dialog *dialog, int page,
		      struct intent *ret_intent)
{
	bool last = set->to == line_count(dialog);
	struct action action = {WIDGET_MORE,
				0,
				{BUTTON_PLAIN,
				 last ? _("First page") : _("More"), NO_ICON,
				 TYPE_TITLE},
				{INTENT_MORE, last ? 0 : page + 1}};

	action_draw(ui, rect, &action, ret_intent);
}

static void answers_draw(struct ui *ui, const struct dialog *dialog,
			 const struct set *set, struct rect rect, int page,
			 struct intent *ret_intent)
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

		if (set->body == TYPE_SMALL)
			action.button.type = TYPE_SMALL_BOLD;
		action_draw(ui, button, &action, ret_intent);
		button.x = rect.x;
	}
	if (set->paged)
		more_draw(ui, button, set, dialog, page, ret_intent);
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

static void dialog_draw(struct ui *ui, const struct voter_view *view,
			struct intent *ret_intent)
{
	enum overlay overlay = view->session->overlay;
	const struct dialog *dialog = &dialogs[overlay];
	bool idle = overlay == OVERLAY_IDLE;
	unsigned seconds = session_idle_seconds(view->session, ui_now_ms(ui));
	int w = form_dialog_w(ui), page = view->session->overlay_page;
	int ring =
	    form_low(ui) && form_measure(ui, FORM_MENU) ? RING_SMALL : RING;
	struct rect panel,
	    in = {0, 0, w - 2 * form_measure(ui, FORM_DIALOG_PAD), 0};
	struct set set;

	in.w -= idle ? ring + GAP : 0;
	set = set_of(ui, dialog, in.w, seconds, page);
	panel = rect_middle(ui_frame(ui), w,
			    dialog_height(ui, dialog, &set, in.w, seconds));
	draw_panel(ui, panel, 16, ROLE_BG, ROLE_OUTLINE, 3);
	in = rect_inset(panel, set.pad);
	if (idle) {
		ring_draw(ui,
			  (struct rect){in.x + in.w - ring, in.y, ring, ring},
			  seconds);
		in.w -= ring + GAP;
	}
	draw_text(ui,
		  rect_take_top(&in,
				text_height(ui, words_get(dialog->title),
					    set.title, in.w),
				set.gap),
		  words_get(dialog->title), set.title, ROLE_TEXT, ALIGN_START);
	lines_draw(ui, dialog, &set, in, seconds, true);
	in = rect_inset(panel, set.pad);
	in = rect_take_bottom(&in, set.button_h, 0);
	answers_draw(ui, dialog, &set, in, page, ret_intent);
}

void overlay_draw(struct ui *ui, const struct voter_view *view,
		  struct intent *ret_intent)
{
	if (view->session->overlay == OVERLAY_LOOK ||
	    view->session->overlay == OVERLAY_LISTEN ||
	    view->session->overlay == OVERLAY_MENU)
		setting_draw(ui, view, ret_intent);
	else
		dialog_draw(ui, view, ret_intent);
}

int overlay_texts(enum overlay overlay, const char *ret_texts[OVERLAY_TEXTS])
{
	const struct dialog *dialog = &dialogs[overlay];
	int count = 0;

	if (overlay == OVERLAY_LOOK) {
		ret_texts[0] = N_("Letters and colours");
		return 1;
	}
	if (overlay == OVERLAY_MENU) {
		ret_texts[0] = N_("Menu");
		return 1;
	}
	ret_texts[count++] = dialog->title;
	for (int i = 0; i < LINES; i++)
		if (dialog->lines[i])
			ret_texts[count++] = dialog->lines[i];
	for (int i = 0; i < 2 && dialog->answers[i].label; i++)
		ret_texts[count++] = dialog->answers[i].label;
	return count;
}
