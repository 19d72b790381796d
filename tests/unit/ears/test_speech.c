/* Texts read aloud, as they come out of the headphones. */
#include "tests/lib/cmocka_all.h"

#include <SDL2/SDL.h>

#include "ears/spoken.h"
#include "tests/lib/ears_case.h"

static const char danish[] = "Du kan stemme to gange.";

static void a_danish_sentence_is_heard_in_the_headphones_alone(void **state)
{
	struct ears_case *ears_case = *state;
	struct pcm speech, sounds;
	long loud = 0;

	ears_case_open(ears_case, true);
	/* Both devices are open. */
	ears_play(ears_case->ears, SOUND_TAP);
	SDL_Delay(30);
	ears_case_say(ears_case, "da", danish);
	ears_case_close(ears_case);
	speech = ears_case_heard(ears_case->headphones);
	sounds = ears_case_heard(ears_case->sounds);
	assert_in_range(pcm_ms(&speech), 800, 2500);
	for (size_t i = 0; i < speech.count; i++)
		loud += abs(speech.samples[i]) > 1000;
	assert_true(loud > (long)speech.count / 4);
	assert_in_range(pcm_ms(&sounds), 8, 12);
	pcm_free(&speech);
	pcm_free(&sounds);
}

static void the_speed_makes_speech_shorter_and_longer(void **state)
{
	unsigned usual = ears_case_spoken_ms(*state, "da", danish, 100);

	assert_in_range(ears_case_spoken_ms(*state, "da", danish, 150),
			usual * 55 / 100, usual * 80 / 100);
	assert_in_range(ears_case_spoken_ms(*state, "da", danish, 75),
			usual * 115 / 100, usual * 150 / 100);
}

/* UX.md, section c: espeak-ng 1.51 has these and lacks the last three. */
static void a_language_without_a_voice_cannot_be_said(void **state)
{
	static const char *const voices[] = {"da", "en", "ar", "tr", "ur",
					     "fa", "ku", "pl", "uk", "ro",
					     "bs", "vi", "ta", "prs"};
	static const char *const none[] = {"so", "ti", "ps",   "",
					   "d",	 "xx", "../da"};
	struct ears_case *ears_case = *state;
	struct pcm pcm;

	ears_case_open(ears_case, true);
	for (size_t i = 0; i < sizeof(voices) / sizeof(*voices); i++)
		assert_true(ears_can_say(ears_case->ears, voices[i]));
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++) {
		assert_false(ears_can_say(ears_case->ears, none[i]));
		ears_case_say(ears_case, none[i], danish);
	}
	ears_case_close(ears_case);
	pcm = ears_case_heard(ears_case->headphones);
	assert_int_equal(pcm.count, 0);
	pcm_free(&pcm);
}

static void scripts_of_all_kinds_are_read(void **state)
{
	static const char *const texts[][2] = {
	    {"ar", "صوّت الآن."},
	    {"fa", "شما می‌توانید به دو پیشنهاد رأی "
		   "دهید."},
	    {"ur", "ابھی ووٹ دیں۔"},
	    {"uk", "Голосуйте зараз."},
	    {"ku", "Niha deng bide."},
	    {"ta", "இப்போது வாக்களிக்கவும்."},
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		assert_in_range(
		    ears_case_spoken_ms(*state, texts[i][0], texts[i][1], 100),
		    500, 4000);
}

static void short_forms_are_written_out(void **state)
{
	static const char *const cases[][3] = {
	    {"da", "25.000 kr. i alt", "25.000 kroner i alt"},
	    {"da", "Det koster 25.000\u00a0kr.",
	     "Det koster 25.000\u00a0kroner."},
	    {"da", "5 kr. Det er nok", "5 kroner. Det er nok"},
	    {"da", "(kr. 5)", "(kroner 5)"},
	    {"da", "Et mikr. er kr", "Et mikr. er kr"},
	    {"ar", "5 kr.", "5 كرونة."},
	    {"so", "5 kr.", "5 kr."},
	    {"da", "", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *spoken = spoken_text(cases[i][0], cases[i][1]);

		assert_string_equal(spoken, cases[i][2]);
		free(spoken);
	}
}

#define CASE(test)                                                             \
	cmocka_unit_test_setup_teardown(test, ears_case_setup,                 \
					ears_case_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(a_danish_sentence_is_heard_in_the_headphones_alone),
	    CASE(the_speed_makes_speech_shorter_and_longer),
	    CASE(a_language_without_a_voice_cannot_be_said),
	    CASE(scripts_of_all_kinds_are_read),
	    cmocka_unit_test(short_forms_are_written_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
