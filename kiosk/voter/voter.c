#include "voter/voter.h"

#include "ui/draw.h"
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
    [SCREEN_CHOOSE] = choose_draw,   [SCREEN_DETAIL] = detail_draw,
    [SCREEN_REVIEW] = review_draw,   [SCREEN_CASTING] = casting_draw,
    [SCREEN_THANKS] = thanks_draw,   [SCREEN_LOCKED] = locked_draw,
};

void voter_draw(struct ui *ui, const struct voter_view *view,
		struct intent *ret_intent)
{
	const struct session *session = view->session;

	*ret_intent = (struct intent){INTENT_NONE, 0};
	words_language(view->meeting->languages[session->language]);
	ui_set_enabled(ui, session->overlay == OVERLAY_NONE);
	bars_ground(ui);
	screens[session->screen](ui, view, ret_intent);
	bars_banner(ui, view);
	if (session->overlay == OVERLAY_NONE)
		return;
	ui_set_enabled(ui, true);
	draw_shade(ui);
	overlay_draw(ui, view, ret_intent);
}

int voter_page_size(const struct ui *ui)
{
	return form_page_size(ui);
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
