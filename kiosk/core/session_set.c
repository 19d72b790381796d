/* How a resident wants it: letters, colours, reach, reading aloud. */
#include "core/session_move.h"

static int usual_volume(const struct session_usual *usual)
{
	return usual->volume ? usual->volume - 1 : SESSION_VOLUME_USUAL;
}

void session_settings_reset(struct session *session)
{
	session->settings =
	    (struct settings){.text = session->usual.text,
			      .theme = session->usual.theme,
			      .speed = SESSION_SPEED_USUAL,
			      .volume = usual_volume(&session->usual)};
}

bool settings_changed(const struct settings *settings,
		      const struct session_usual *usual)
{
	return settings->text != usual->text ||
	       settings->theme != usual->theme || settings->reach ||
	       settings->aloud || settings->speed != SESSION_SPEED_USUAL ||
	       settings->volume != usual_volume(usual);
}

/* Everything may stand elsewhere now; a page of text begins anew. The thanks
 * end in their time all the same. */
static void rearranged(const struct touch *touch)
{
	touch->session->detail_page = 0;
	if (touch->session->screen != SCREEN_THANKS)
		session_changed(touch->session, touch->now_ms);
}

static bool in_look(const struct touch *touch)
{
	struct settings *settings = &touch->session->settings;
	int value = touch->intent.value;

	if (touch->intent.kind == INTENT_TEXT && value >= 0 &&
	    value < TEXT_SIZES) {
		settings->text = (enum text_size)value;
		rearranged(touch);
	} else if (touch->intent.kind == INTENT_THEME && value >= 0 &&
		   value < LOOK_THEMES) {
		settings->theme = (enum look_theme)value;
	} else {
		return false;
	}
	return true;
}

static bool in_listen(const struct touch *touch, enum effect *ret_effect)
{
	struct settings *settings = &touch->session->settings;
	int value = touch->intent.value;

	switch (touch->intent.kind) {
	case INTENT_REPEAT:
		break;
	case INTENT_SPEED:
		if (value < 0 || value >= SESSION_SPEEDS)
			return true;
		settings->speed = value;
		break;
	case INTENT_VOLUME:
		if (value < 0 || value >= SESSION_VOLUMES)
			return true;
		settings->volume = value;
		break;
	case INTENT_HUSH:
		settings->aloud = false;
		session_overlay(touch->session, OVERLAY_NONE, touch->now_ms);
		*ret_effect = EFFECT_HUSH;
		return true;
	default:
		return false;
	}
	*ret_effect = EFFECT_SPEAK;
	return true;
}

/* Screens on which the letters can be set: the first one and those that have a
 * header. */
static bool has_look(enum screen screen)
{
	return screen == SCREEN_ATTRACT || screen == SCREEN_LANGUAGE ||
	       (screen >= SCREEN_RULES && screen <= SCREEN_REVIEW);
}

bool session_set(const struct touch *touch, enum effect *ret_effect)
{
	struct session *session = touch->session;
	enum screen screen = session->screen;

	*ret_effect = EFFECT_NONE;
	if (touch->intent.kind == INTENT_REACH && screen != SCREEN_CASTING &&
	    screen != SCREEN_LOCKED) {
		session->settings.reach = !session->settings.reach;
		rearranged(touch);
		return true;
	}
	if (session->overlay == OVERLAY_LOOK)
		return in_look(touch);
	if (session->overlay == OVERLAY_LISTEN)
		return in_listen(touch, ret_effect);
	if (session->overlay != OVERLAY_NONE || !has_look(screen))
		return false;
	if (touch->intent.kind == INTENT_LOOK) {
		session_overlay(session, OVERLAY_LOOK, touch->now_ms);
		return true;
	}
	if (touch->intent.kind == INTENT_MENU) {
		session_overlay(session, OVERLAY_MENU, touch->now_ms);
		return true;
	}
	if (touch->intent.kind == INTENT_LISTEN) {
		if (!session->settings.aloud)
			*ret_effect = EFFECT_SPEAK;
		session->settings.aloud = true;
		session_overlay(session, OVERLAY_LISTEN, touch->now_ms);
		return true;
	}
	return false;
}
