/* Nobody knows whether the last vote reached the disk: only a helper goes on.
 */
#include "voter/notice.h"
#include "voter/screen_text.h"
#include "voter/screens.h"
#include "words/words.h"

const char locked_text[] =
    N_("Get a helper. It is not certain that the vote was stored.");

void locked_draw(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	const struct notice notice = {ICON_LOCK, ROLE_DANGER, locked_text, NULL,
				      0};

	(void)ret_intent;
	notice_draw(ui, view, &notice);
}
