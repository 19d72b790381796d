#include "voter/screen_text.h"

#include "words/words.h"

int screen_texts(const struct voter_view *view,
		 const char *ret_texts[SCREEN_TEXTS])
{
	static const char *const single[SCREEN_COUNT] = {
	    [SCREEN_CODE] = N_("The code is below the square on your slip."),
	    [SCREEN_LANGUAGE] = N_("Choose your language"),
	    [SCREEN_CASTING] =
		N_("Your vote is being stored… Please stay here."),
	    [SCREEN_THANKS] = N_("Thank you! Your vote has been cast."),
	    [SCREEN_LOCKED] = N_("Get a helper. It is not certain that the "
				 "vote was stored."),
	};
	enum screen screen = view->session->screen;

	if (screen == SCREEN_ATTRACT)
		return attract_texts(view->phase, ret_texts);
	if (screen == SCREEN_MESSAGE)
		return message_texts(view->session, ret_texts);
	ret_texts[0] = single[screen];
	return single[screen] != NULL;
}
