#include "app/hall_keys.h"

#include <SDL.h>

#include "tests/lib/cmocka_all.h"

static void remotes_and_keyboards_give_their_cues(void **state)
{
	static const struct {
		SDL_Keycode key;
		Uint16 mod;
		enum cue_kind cue;
	} cases[] = {
	    {SDLK_PAGEDOWN, 0, CUE_NEXT},
	    {SDLK_RIGHT, 0, CUE_NEXT},
	    {SDLK_SPACE, 0, CUE_NEXT},
	    {SDLK_PAGEUP, 0, CUE_BACK},
	    {SDLK_LEFT, 0, CUE_BACK},
	    {SDLK_b, 0, CUE_BLACK},
	    {SDLK_b, KMOD_LSHIFT, CUE_BLACK},
	    {SDLK_PERIOD, 0, CUE_BLACK},
	    {SDLK_p, 0, CUE_PAUSE},
	    {SDLK_F5, 0, CUE_START},
	    {SDLK_F5, KMOD_LSHIFT, CUE_START},
	    {SDLK_ESCAPE, 0, CUE_START},
	    {SDLK_s, 0, CUE_START},
	    {SDLK_RETURN, 0, CUE_START},
	    {SDLK_f, 0, CUE_FASTER},
	    {SDLK_f, KMOD_RSHIFT, CUE_SLOWER},
	    {SDLK_TAB, 0, CUE_FASTER},
	    {SDLK_TAB, KMOD_LSHIFT, CUE_SLOWER},
	    {SDLK_PLUS, 0, CUE_LONGER},
	    {SDLK_KP_PLUS, 0, CUE_LONGER},
	    {SDLK_MINUS, 0, CUE_SHORTER},
	    {SDLK_c, 0, CUE_CLEAR},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		SDL_Keysym key = {.sym = cases[i].key, .mod = cases[i].mod};
		enum cue_kind cue = CUE_COUNT;

		assert_true(hall_keys_cue(&key, &cue));
		assert_string_equal(cue_name(cue), cue_name(cases[i].cue));
	}
}

static void other_keys_give_none(void **state)
{
	static const SDL_Keycode others[] = {SDLK_q,	  SDLK_x, SDLK_F1,
					     SDLK_LSHIFT, SDLK_0, 0};

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		SDL_Keysym key = {.sym = others[i]};
		enum cue_kind cue = CUE_COUNT;

		assert_false(hall_keys_cue(&key, &cue));
		assert_int_equal(cue, CUE_COUNT);
	}
}

/* But for a message and a scene, which need words. */
static void every_cue_without_words_has_a_key_and_its_help(void **state)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);

	(void)state;
	assert_non_null(out);
	hall_keys_help(out);
	assert_int_equal(fclose(out), 0);
	for (int cue = 0; cue < CUE_SCENE; cue++)
		if (cue != CUE_MESSAGE)
			assert_non_null(
			    strstr(text, cue_help((enum cue_kind)cue)));
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(remotes_and_keyboards_give_their_cues),
	    cmocka_unit_test(other_keys_give_none),
	    cmocka_unit_test(every_cue_without_words_has_a_key_and_its_help),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
