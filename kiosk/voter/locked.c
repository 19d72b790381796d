/* Nobody knows whether the last vote reached the disk: only a helper goes on.
 */
#include "voter/notice.h"
#include "voter/screens.h"
#include "words/words.h"

void locked_draw(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	const struct notice notice = {
	    ICON_LOCK, ROLE_DANGER,
	    N_("Get a helper. It is not certain that the vote was stored."),
	    NULL};

	(void)ret_intent;
	notice_draw(ui, view, &notice);
}
