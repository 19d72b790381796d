/* The kiosk's sounds, as they come out of the device. */
#include "tests/lib/cmocka_all.h"

#include <SDL2/SDL.h>

#include "ears/mixer.h"
#include "ears/outlet.h"
#include "tests/lib/ears_case.h"

/* UX.md, section 0: tones in Hz and ms. Those without a length there: 60. */
static const struct {
	const char *name;
	struct tone tones[3];
} wanted[] = {
    {"tap", {{1000, 12}}},
    {"select", {{660, 60}, {880, 60}}},
    {"remove", {{880, 60}, {660, 60}}},
    {"scan-ok", {{880, 90}, {1320, 90}}},
    {"error", {{330, 120}, {0, 60}, {330, 120}}},
    {"cast", {{523, 140}, {659, 140}, {784, 140}}},
    {"idle", {{1047, 150}, {0, 90}, {1047, 150}}},
};

/* Plays SOUND alone and gives what the sound device played. */
static struct pcm play(struct ears_case *ears_case, enum sound sound)
{
	ears_case_open(ears_case, true);
	ears_play(ears_case->ears, sound);
	SDL_Delay(120); /* a second at ten times the speed */
	ears_case_close(ears_case);
	return ears_case_heard(ears_case->sounds);
}

static void every_sound_plays_the_tones_of_ux(void **state)
{
	assert_int_equal(sizeof(wanted) / sizeof(*wanted), SOUND_COUNT);
	for (int sound = 0; sound < SOUND_COUNT; sound++) {
		struct pcm pcm = play(*state, (enum sound)sound);
		size_t at = 0;

		assert_string_equal(sound_name((enum sound)sound),
				    wanted[sound].name);
		for (int i = 0; i < 3 && wanted[sound].tones[i].ms; i++) {
			const struct tone *tone = &wanted[sound].tones[i];
			size_t count = pcm_samples(tone->ms);
			int hertz;

			assert_true(at < pcm.count);
			hertz = tone_hertz(
			    pcm.samples + at,
			    at + count < pcm.count ? count : pcm.count - at);
			assert_in_range(hertz, tone->hertz - tone->hertz / 50,
					tone->hertz + tone->hertz / 50);
			at += count;
		}
		/* The ends are so soft that the last samples are 0. */
		assert_in_range(pcm.count, at - pcm_samples(2), at);
		pcm_free(&pcm);
	}
}

static void no_sound_clicks_or_is_too_loud(void **state)
{
	(void)state;
	for (int sound = 0; sound < SOUND_COUNT; sound++) {
		struct pcm pcm;

		assert_true(sound_make((enum sound)sound, &pcm));
		assert_in_range(abs(pcm.samples[0]), 0, 20);
		assert_in_range(abs(pcm.samples[pcm.count - 1]), 0, 20);
		for (size_t i = 1; i < pcm.count; i++) {
			assert_in_range(abs(pcm.samples[i]), 0, INT16_MAX / 3);
			/* The steepest of a 1320 Hz wave of that height. */
			assert_in_range(
			    abs(pcm.samples[i] - pcm.samples[i - 1]), 0, 2060);
		}
		pcm_free(&pcm);
	}
}

/* Whether HEARD, which begins with CAST's sample FROM, is CAST and, from SHIFT
 * on, ERROR over it. */
static bool is_sum(const struct pcm *heard, const struct pcm *cast,
		   const struct pcm *error, size_t from, size_t shift)
{
	for (size_t i = 0; i < heard->count; i++) {
		size_t at = from + i;
		int sum = at < cast->count ? cast->samples[at] : 0;

		if (at >= shift && at - shift < error->count)
			sum += error->samples[at - shift];
		if (heard->samples[i] != sum)
			return false;
	}
	return true;
}

static void a_sound_plays_over_another(void **state)
{
	struct ears_case *ears_case = *state;
	struct pcm cast, error, heard;
	size_t from = 0;

	assert_true(sound_make(SOUND_CAST, &cast));
	assert_true(sound_make(SOUND_ERROR, &error));
	ears_case_open(ears_case, true);
	ears_play(ears_case->ears, SOUND_CAST);
	ears_play(ears_case->ears, SOUND_ERROR);
	SDL_Delay(120);
	ears_case_close(ears_case);
	heard = ears_case_heard(ears_case->sounds);
	assert_in_range(heard.count, cast.count - 100, cast.count + 100);
	while (!cast.samples[from])
		from++;
	/* One step of the device may lie between the two. */
	assert_true(is_sum(&heard, &cast, &error, from, 0) ||
		    is_sum(&heard, &cast, &error, from, OUTLET_SAMPLES));
	pcm_free(&cast);
	pcm_free(&error);
	pcm_free(&heard);
}

static void many_sounds_at_once_are_held_at_the_loudest(void **state)
{
	int16_t loud[] = {30000, -30000, 30000}, heard[4];
	struct pcm pcm = {3, loud};
	struct mixer mixer = {0};

	(void)state;
	for (int i = 0; i < 2 * MIXER_MOST; i++)
		mixer_start(&mixer, &pcm);
	mixer_pull(&mixer, heard, 4);
	assert_int_equal(heard[0], INT16_MAX);
	assert_int_equal(heard[1], INT16_MIN);
	assert_int_equal(heard[3], 0);
	assert_false(mixer_runs(&mixer));
}

static void the_volume_makes_sounds_softer(void **state)
{
	struct ears_case *ears_case = *state;
	struct pcm full, half;
	int most = 0;

	full = play(ears_case, SOUND_SELECT);
	ears_case_open(ears_case, true);
	ears_set_volume(ears_case->ears, EARS_SOUNDS, 50);
	assert_int_equal(ears_volume(ears_case->ears, EARS_SOUNDS), 50);
	ears_play(ears_case->ears, SOUND_SELECT);
	SDL_Delay(60);
	ears_case_close(ears_case);
	half = ears_case_heard(ears_case->sounds);
	for (size_t i = 0; i < half.count; i++)
		most =
		    abs(half.samples[i]) > most ? abs(half.samples[i]) : most;
	assert_in_range(most, 10900 / 4 - 30, 10900 / 4 + 1);
	pcm_free(&full);
	pcm_free(&half);
}

static void sounds_never_reach_the_headphones_device(void **state)
{
	struct ears_case *ears_case = *state;
	struct pcm sounds = play(ears_case, SOUND_CAST);
	struct pcm headphones = ears_case_heard(ears_case->headphones);

	assert_true(sounds.count > 0);
	assert_int_equal(headphones.count, 0);
	pcm_free(&sounds);
	pcm_free(&headphones);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(every_sound_plays_the_tones_of_ux,
					    ears_case_setup,
					    ears_case_teardown),
	    cmocka_unit_test(no_sound_clicks_or_is_too_loud),
	    cmocka_unit_test_setup_teardown(a_sound_plays_over_another,
					    ears_case_setup,
					    ears_case_teardown),
	    cmocka_unit_test(many_sounds_at_once_are_held_at_the_loudest),
	    cmocka_unit_test_setup_teardown(the_volume_makes_sounds_softer,
					    ears_case_setup,
					    ears_case_teardown),
	    cmocka_unit_test_setup_teardown(
		sounds_never_reach_the_headphones_device, ears_case_setup,
		ears_case_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
