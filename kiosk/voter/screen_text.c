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
	    [SCREEN_LOCKED] = locked_text,
	};
	enum screen screen = view->session->screen;

	if (screen == SCREEN_ATTRACT)
		return attract_texts(view, ret_texts);
	if (screen == SCREEN_MESSAGE)
		return message_texts(view, ret_texts);
	ret_texts[0] = single[screen];
	return single[screen] != NULL;
}
