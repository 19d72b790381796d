#include "voter/voter.h"

#include "ui/draw.h"
#include "voter/banner.h"
#include "voter/bars.h"
#include "voter/form.h"
#include "voter/review.h"
#include "voter/screens.h"
#include "words/words.h"

static void (*const screens[SCREEN_COUNT])(struct ui *,
					   const struct voter_view *,
					   struct intent *) = {
    [SCREEN_ATTRACT] = attract_draw, [SCREEN_CODE] = code_draw,
    [SCREEN_MESSAGE] = message_draw, [SCREEN_LANGUAGE] = language_draw,
    [SCREEN_RULES] = rules_draw,     [SCREEN_CHOOSE] = choose_draw,
    [SCREEN_NUMBERS] = numbers_draw, [SCREEN_DETAIL] = detail_draw,
    [SCREEN_REVIEW] = review_draw,   [SCREEN_CASTING] = casting_draw,
    [SCREEN_THANKS] = thanks_draw,   [SCREEN_LOCKED] = locked_draw,
};

/* How large, in which colours and where the session wants it. */
void voter_prepare(struct ui *ui, const struct voter_view *view)
{
	static const enum ui_theme themes[LOOK_THEMES] = {
	    [LOOK_LIGHT] = UI_LIGHT,
	    [LOOK_DARK] = UI_DARK,
	    [LOOK_CONTRAST] = UI_CONTRAST};
	/* UX.md 0: Large ×1.25, XL ×1.6. */
	static const int zooms[TEXT_SIZES] = {[TEXT_USUAL] = UI_ZOOM_USUAL,
					      [TEXT_LARGE] = 1250,
					      [TEXT_LARGEST] = 1600};
	const struct settings *settings = &view->session->settings;

	ui_set_zoom(ui, zooms[settings->text]);
	ui_set_theme(ui, themes[settings->theme]);
	ui_set_reach(ui, settings->reach);
}

void voter_draw(struct ui *ui, const struct voter_view *view,
		struct intent *ret_intent)
{
	const struct session *session = view->session;
	const char *language = view->meeting->languages[session->language];

	*ret_intent = (struct intent){INTENT_NONE, 0};
	words_language(language);
	ui_set_language(ui, language);
	ui_set_rtl(ui, words_rtl(language) && words_translated(language));
	voter_prepare(ui, view);
	ui_set_enabled(ui, session->overlay == OVERLAY_NONE);
	bars_ground(ui);
	bars_above(ui, view);
	screens[session->screen](ui, view, ret_intent);
	bars_reach(ui, view, ret_intent);
	banner_draw(ui, view);
	if (session->overlay == OVERLAY_NONE)
		return;
	ui_set_enabled(ui, true);
	draw_shade(ui);
	overlay_draw(ui, view, ret_intent);
}

int voter_page_size(const struct ui *ui, const struct voter_view *view)
{
	const struct pot *pot = &view->meeting->pots[view->session->pot];

	return pot->ballot_type == BALLOT_SCORE ? 1 : form_page_size(ui);
}

int voter_review_size(const struct ui *ui, const struct voter_view *view)
{
	return review_size(ui, view);
}

int voter_wait_ms(const struct voter_view *view, uint64_t now_ms)
{
	const struct session *session = view->session;

	if (session->overlay == OVERLAY_IDLE)
		return (int)(1000 - (now_ms - session->since_ms) % 1000);
	switch (session->screen) {
	case SCREEN_ATTRACT:
	case SCREEN_MESSAGE:
	case SCREEN_LOCKED:
		if (view->meeting->language_count < 2)
			return -1;
		return (int)(VOTER_ROTATE_MS - now_ms % VOTER_ROTATE_MS);
	case SCREEN_THANKS:
		return VOTER_RING_MS;
	default:
		return -1;
	}
}
