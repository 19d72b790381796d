#include "tests/lib/app_resident.h"

#include "app/kiosk_parts.h"
#include "tests/lib/app_hands.h"
#include "tests/lib/cmocka_all.h"
#include "voter/widget.h"

enum { TOUCH_MS = SESSION_GUARD_MS + 50 };

static enum resident_step review(struct resident *resident, const struct ui *ui)
{
	if (hands_touch(ui, WIDGET_MORE, 0) || !hands_touch(ui, WIDGET_CAST, 0))
		return RESIDENT_ACTS;
	resident->casting = true;
	return RESIDENT_CASTS;
}

static void choose(struct resident *resident, const struct ui *ui)
{
	bool first = !resident->chosen;

	resident->chosen = true;
	if (!first || !hands_touch(ui, WIDGET_TOGGLE, 0))
		hands_touch(ui, WIDGET_NEXT, 0);
}

static enum resident_step act(struct resident *resident,
			      const struct kiosk *kiosk,
			      const struct slip *slip)
{
	const struct session *session = &kiosk->booth.session;

	switch (session->screen) {
	case SCREEN_ATTRACT:
		if (!resident->scanned)
			hands_scan(slip);
		resident->scanned = true;
		return RESIDENT_ACTS;
	case SCREEN_LANGUAGE:
		hands_touch(kiosk->ui, WIDGET_LANGUAGE, 0);
		return RESIDENT_ACTS;
	case SCREEN_CHOOSE:
		choose(resident, kiosk->ui);
		return RESIDENT_ACTS;
	case SCREEN_REVIEW:
		return review(resident, kiosk->ui);
	case SCREEN_THANKS:
		/* Of the one before. */
		if (!resident->casting) {
			hands_touch(kiosk->ui, WIDGET_DISMISS, 0);
			return RESIDENT_ACTS;
		}
		return RESIDENT_DONE;
	default:
		if (!resident->casting)
			fail_msg("before the cast: %s (%s)",
				 screen_name(session->screen),
				 status_name(session->message));
		return RESIDENT_DONE;
	}
}

enum resident_step resident_act(struct resident *resident,
				const struct kiosk *kiosk,
				const struct slip *slip, uint64_t now_ms)
{
	const struct session *session = &kiosk->booth.session;

	if (session->screen == SCREEN_CASTING || now_ms < resident->next_ms ||
	    now_ms - session->since_ms < SESSION_GUARD_MS)
		return RESIDENT_WAITS;
	resident->next_ms = now_ms + TOUCH_MS;
	return act(resident, kiosk, slip);
}
