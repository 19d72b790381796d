#include "app/hall_keys.h"

#include <SDL.h>

#include "words/words.h"

enum { KEYS = 5, NAMES_WIDTH = 28 };

/* For the help: keys that a remote sends besides are not named. */
static const struct row {
	enum cue_kind cue;
	bool shift; /* only with Shift; else whether or not */
	const char *names;
	SDL_Keycode keys[KEYS]; /* 0: no more */
} rows[] = {
    {CUE_NEXT,
     false,
     N_("Page Down, Right, space"),
     {SDLK_PAGEDOWN, SDLK_RIGHT, SDLK_DOWN, SDLK_SPACE}},
    {CUE_BACK,
     false,
     N_("Page Up, Left"),
     {SDLK_PAGEUP, SDLK_LEFT, SDLK_UP, SDLK_BACKSPACE}},
    {CUE_START,
     false,
     N_("S, Enter, F5"),
     {SDLK_s, SDLK_RETURN, SDLK_KP_ENTER, SDLK_F5, SDLK_ESCAPE}},
    {CUE_SLOWER, true, N_("Shift and F"), {SDLK_f, SDLK_TAB}},
    {CUE_FASTER, false, N_("F, Tab"), {SDLK_f, SDLK_TAB}},
    {CUE_LONGER, false, N_("plus"), {SDLK_PLUS, SDLK_KP_PLUS, SDLK_EQUALS}},
    {CUE_SHORTER, false, N_("minus"), {SDLK_MINUS, SDLK_KP_MINUS}},
    {CUE_BLACK, false, N_("B, full stop"), {SDLK_b, SDLK_PERIOD}},
    {CUE_PAUSE, false, N_("P"), {SDLK_p}},
    {CUE_CLEAR, false, N_("C"), {SDLK_c}},
};

bool hall_keys_cue(const SDL_Keysym *key, enum cue_kind *ret_kind)
{
	bool shift = (key->mod & KMOD_SHIFT) != 0;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		for (int j = 0; j < KEYS && rows[i].keys[j]; j++)
			if (rows[i].keys[j] == key->sym &&
			    (shift || !rows[i].shift)) {
				*ret_kind = rows[i].cue;
				return true;
			}
	return false;
}

void hall_keys_help(FILE *out)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		fprintf(out, "  %-*s %s\n", NAMES_WIDTH, _(rows[i].names),
			_(cue_help(rows[i].cue)));
}
