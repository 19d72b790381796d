/* While the vote is written to the disk. */
#include "voter/notice.h"
#include "voter/screens.h"
#include "words/words.h"

void casting_draw(struct ui *ui, const struct voter_view *view,
		  struct intent *ret_intent)
{
	const struct notice notice = {
	    ICON_BOX, ROLE_PRIMARY,
	    N_("Your vote is being stored… Please stay here."), NULL, 0};

	(void)ret_intent;
	notice_draw(ui, view, &notice);
}
