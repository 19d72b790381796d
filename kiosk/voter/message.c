/* Why a slip or a vote was not taken: E2 to E6 and E13, a page each. */
#include "voter/action.h"
#include "voter/bars.h"
#include "voter/form.h"
#include "voter/notice.h"
#include "voter/screen_text.h"
#include "voter/screens.h"
#include "words/words.h"

/* What happened is said without blame; red is only for a vote that is lost. */
static const struct {
	enum status status;
	enum icon icon;
	enum role role;
} signs[] = {
    {STATUS_SLIP_USED, ICON_SLIP, ROLE_PRIMARY},
    {STATUS_SLIP_VOID, ICON_SLIP, ROLE_PRIMARY},
    {STATUS_SLIP_OTHER, ICON_SLIP, ROLE_PRIMARY},
    {STATUS_SLIP_KIOSK, ICON_SLIP, ROLE_PRIMARY},
    {STATUS_SLIP_SYNTAX, ICON_SCAN, ROLE_PRIMARY},
    {STATUS_SLIP_CHECK, ICON_SCAN, ROLE_PRIMARY},
    {STATUS_CODE_LOCKED, ICON_SCAN, ROLE_PRIMARY},
    {STATUS_ROLL_AWAY, ICON_PAUSE, ROLE_PRIMARY},
    {STATUS_NOT_OPEN, ICON_PAUSE, ROLE_PRIMARY},
};

/* What SESSION's message says. A vote that was being given: first that it was
 * for nothing. KIOSK: whose slip it is, 0 when that is not known. */
static struct notice notice_of(const struct session *session, int kiosk)
{
	const char *before =
	    session->uncast ? N_("Your vote has not been cast.") : NULL;

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		struct notice notice = {signs[i].icon, signs[i].role,
					status_text(signs[i].status), before,
					kiosk};

		if (signs[i].status != session->message)
			continue;
		if (signs[i].status == STATUS_SLIP_KIOSK && kiosk)
			notice.text =
			    N_("This slip is for kiosk %d, not this one. "
			       "Scan it there.");
		return notice;
	}
	return (struct notice){
	    ICON_WARNING, ROLE_DANGER,
	    N_("Your vote was NOT cast. Keep the slip and get a helper."), NULL,
	    0};
}

void message_draw(struct ui *ui, const struct voter_view *view,
		  struct intent *ret_intent)
{
	struct notice notice = notice_of(view->session, view->slip_kiosk);
	struct action action = {WIDGET_DISMISS,
				0,
				{BUTTON_PRIMARY, _("OK"), NO_ICON, TYPE_TITLE},
				{INTENT_DISMISS, 0}};

	notice_draw(ui, view, &notice);
	action_draw(ui, form_primary(ui), &action, ret_intent);
}

int message_texts(const struct voter_view *view,
		  const char *ret_texts[SCREEN_TEXTS])
{
	struct notice notice = notice_of(view->session, view->slip_kiosk);
	int count = 0;

	if (notice.before)
		ret_texts[count++] = notice.before;
	ret_texts[count++] = notice.text;
	return count;
}
