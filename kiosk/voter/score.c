#include "voter/score.h"

#include <stdio.h>

#include "voter/action.h"
#include "voter/card.h"
#include "voter/form.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	GAP = 16,
	BUTTON_W = 352, /* at most */
	BUTTON_W_LEAST = 96,
	BUTTON_H = 104,
	BUTTON_H_SMALL = 80,
	WORD_H = 36,
	MORE_W = 216,
	MORE_W_SMALL = 184,
	MORE_H = 80,
	COLUMN_GAP = 32,
	LINE_SMALL = 32,
	NUMBER_H = 96,
	NUMBER_H_SMALL = 64,
	BUTTON_H_LEAST = 68,
	LOW_H = 345,
	MORE_SIDE_H = 360, /* less high: it stands at the side */
	PICTURE_H = 120,   /* less high shows nothing */
	FULL = 5, /* the best of the scale that has a word for each score */
};

/* The words of a scale up to FULL. */
static const char *const words[FULL + 1] = {
    N_("Not at all"), N_("A little"),  N_("Somewhat"),
    N_("Good"),	      N_("Very good"), N_("The best"),
};

/* What SCORE means, or "" in the middle of another scale. */
static const char *score_word(const struct pot *pot, int score)
{
	if (pot->value_most == FULL)
		return words_get(words[score]);
	if (score == pot->value_most)
		return words_get(words[FULL]);
	return score == pot->score_least ? words_get(words[0]) : "";
}

/* How the scores of a pot stand in a width. */
struct scale {
	int count, columns, rows, w, h;
	int word_h; /* of the words below; 0: they stand on the buttons */
};

/* Whether there is height for the buttons and a title, no more. */
static bool is_low(const struct ui *ui)
{
	return form_content(ui).h < LOW_H;
}

/* Whether every score has a word, and each fits below a button WIDTH wide. */
static bool words_fit(struct ui *ui, const struct pot *pot, int width)
{
	for (int i = pot->score_least; i <= pot->value_most; i++)
		if (!text_fits_line(ui, score_word(pot, i), TYPE_SMALL, width,
				    WORD_H))
			return false;
	return true;
}

static struct scale scale_of(struct ui *ui, const struct pot *pot, int width)
{
	bool full = pot->value_most == FULL;
	struct scale scale = {.count = pot->value_most - pot->score_least + 1,
			      .word_h = is_low(ui) ? 0 : WORD_H};
	int one = (width + GAP) / scale.count - GAP;

	scale.columns = scale.count;
	scale.rows = 1;
	if (full && (is_low(ui) || !words_fit(ui, pot, one)))
		scale.word_h = 0;
	if (one < BUTTON_W_LEAST || (full && scale.word_h == 0)) {
		scale.columns = (scale.count + 1) / 2;
		scale.rows = 2;
	}
	scale.w = (width + GAP) / scale.columns - GAP;
	if (scale.w > BUTTON_W)
		scale.w = BUTTON_W;
	scale.h = !form_small(ui) ? BUTTON_H
		  : is_low(ui)	  ? BUTTON_H_LEAST
				  : BUTTON_H_SMALL;
	return scale;
}

/* From one row of buttons to the next. */
static int scale_step(const struct scale *scale)
{
	return scale->h + (scale->word_h > 0 ? scale->word_h : GAP);
}

static int scale_height(const struct scale *scale)
{
	return scale->rows * scale_step(scale) - (scale->word_h > 0 ? 0 : GAP);
}

/* What the button of SCORE says: with its word where none stands below and it
 * has room. */
static void score_label(struct ui *ui, const struct scale *scale,
			const struct pot *pot, int score,
			char ret_text[WORDING_TEXT])
{
	const char *word = score_word(pot, score);

	snprintf(ret_text, WORDING_TEXT, "%d\u00a0· %s", score, word);
	if (scale->word_h > 0 || pot->value_most != FULL ||
	    !text_fits_whole(ui, ret_text, TYPE_SMALL, scale->w - GAP,
			     scale->h))
		snprintf(ret_text, WORDING_TEXT, "%d", score);
}

/* WORD below BUTTON, the place's INDEX. A longer one, of the first or the last,
 * may take the room of the next, which has none then. */
static void word_draw(struct ui *ui, struct rect button, const char *word,
		      const struct scale *scale, int index)
{
	struct rect rect = {button.x, button.y + button.h, button.w,
			    scale->word_h};
	enum align align = ALIGN_CENTRE;

	if (!*word)
		return;
	if (!text_fits_line(ui, word, TYPE_SMALL, rect.w, rect.h)) {
		align = index == 0 ? ALIGN_START : ALIGN_END;
		rect.x -= index == 0 ? 0 : scale->w + GAP;
		rect.w += scale->w + GAP;
	}
	draw_text_middle(ui, rect, word, TYPE_SMALL, ROLE_TEXT, align);
}

static void scale_draw(struct ui *ui, const struct voter_view *view,
		       struct rect rect, int index, const struct scale *scale,
		       struct intent *ret_intent)
{
	const struct session *session = view->session;
	const struct pot *pot = &view->meeting->pots[session->pot];
	enum type type = scale->word_h == 0 ? TYPE_SMALL_BOLD
			 : scale->rows > 1  ? TYPE_TITLE
					    : TYPE_H2;

	for (int i = 0; i < scale->count; i++) {
		int score = pot->score_least + i;
		bool given = session->scored[index] &&
			     session->ballot.value[index] == score;
		struct rect button = {
		    rect.x + i % scale->columns * (scale->w + GAP),
		    rect.y + i / scale->columns * scale_step(scale), scale->w,
		    scale->h};
		char text[WORDING_TEXT];
		struct action action = {
		    WIDGET_SCORE,
		    score,
		    {given ? BUTTON_CHOSEN : BUTTON_PLAIN, text, NO_ICON, type},
		    {INTENT_SCORE, score}};

		score_label(ui, scale, pot, score, text);
		action_draw(ui, button, &action, ret_intent);
		if (scale->word_h > 0)
			word_draw(ui, button, score_word(pot, score), scale, i);
	}
}

/* The place of the button that shows more; *RECT shrinks by it. */
static struct rect more_place(const struct ui *ui, struct rect *rect)
{
	int h = rect->h < MORE_H ? rect->h : MORE_H;
	struct rect button = {rect->x, rect->y + rect->h - h, MORE_W, h};

	if (form_small(ui) && rect->h < MORE_SIDE_H) {
		button.w = form_measure(ui, FORM_MENU) ? MORE_W : MORE_W_SMALL;
		button.x = rect->x + rect->w - button.w;
		rect->w -= button.w + GAP;
	} else {
		rect->h -= MORE_H + GAP;
	}
	return button;
}

/* Title, cost and place, and the button that shows the rest: who scores every
 * proposal has much to read as it is. */
static void about(struct ui *ui, const struct voter_view *view,
		  struct rect rect, int index, struct intent *ret_intent)
{
	const struct proposal *proposal = &view->meeting->proposals[index];
	bool small = form_small(ui);
	struct action more = {WIDGET_READ_MORE,
			      index,
			      {BUTTON_PLAIN, _("Read more"), NO_ICON,
			       small ? TYPE_SMALL_BOLD : TYPE_TITLE},
			      {INTENT_OPEN, index}};
	struct rect button = more_place(ui, &rect);
	const char *title = wording_title(view, index, NULL);
	bool low = rect.h < PICTURE_H && !form_upright(ui);
	enum type type =
	    wording_fit(ui, title, rect.w, low ? rect.h : rect.h / 2,
			low	? TYPE_SMALL_BOLD
			: small ? TYPE_TITLE
				: TYPE_H1);
	enum type body = small ? TYPE_SMALL : TYPE_BODY;
	enum type cost_type = small ? TYPE_SMALL_BOLD : TYPE_COST;
	char cost[WORDING_TEXT], place[WORDING_TEXT];
	int height = text_height(ui, title, type, rect.w);

	draw_text(ui, rect_take_top(&rect, height, low ? 0 : GAP / 2), title,
		  type, ROLE_TEXT, ALIGN_START);
	wording_money(proposal->cost_minor, cost);
	height = text_height(ui, cost, cost_type, rect.w);
	if (height <= rect.h || !low)
		draw_text(ui, rect_take_top(&rect, height, GAP / 2), cost,
			  cost_type, ROLE_PRIMARY, ALIGN_START);
	wording_place(proposal, place);
	if (*place && text_height(ui, place, body, rect.w) <= rect.h)
		draw_text(ui, rect, place, body, ROLE_MUTED, ALIGN_START);
	action_draw(ui, button, &more, ret_intent);
}

void score_draw(struct ui *ui, const struct voter_view *view, struct rect rect,
		int index, struct intent *ret_intent)
{
	const struct pot *pot = &view->meeting->pots[view->session->pot];
	struct scale scale = scale_of(ui, pot, rect.w);
	struct rect buttons =
	    rect_take_bottom(&rect, scale_height(&scale), GAP);
	struct rect picture = rect;
	int number_h = form_small(ui) ? NUMBER_H_SMALL : NUMBER_H;

	if (form_upright(ui)) {
		picture = rect_take_top(
		    &rect, rect.h * (form_measure(ui, FORM_MENU) ? 2 : 3) / 5,
		    GAP);
		card_picture(ui, view, picture, index, number_h);
	} else if (rect.h < PICTURE_H) {
		int number = view->meeting->proposals[index].number;
		int h = number_h < rect.h ? number_h : rect.h;
		int w = card_number(ui, rect.x, rect.y, h, number);

		rect_take_start(&rect, w, GAP);
	} else {
		picture.w = rect.h * 4 / 3;
		if (picture.w > rect.w / 2)
			picture.w = rect.w / 2;
		rect_take_start(&rect, picture.w, COLUMN_GAP);
		card_picture(ui, view, picture, index, number_h);
	}
	about(ui, view, rect, index, ret_intent);
	scale_draw(ui, view, buttons, index, &scale, ret_intent);
}
