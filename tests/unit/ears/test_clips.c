/* Recordings in place of the voice. */
#include "tests/lib/cmocka_all.h"

#include <math.h>

#include <SDL2/SDL.h>

#include "ears/clip.h"
#include "ears/stretch.h"
#include "tests/lib/ears_case.h"

/* Reads one part and gives what the headphones played. */
static struct pcm heard(struct ears_case *ears_case, const char *language,
			int speed, const char *key, const char *text)
{
	const struct utterance_part part = {key, text};
	const struct utterance utterance = {1, &part};

	ears_case_open(ears_case, true);
	ears_set_speed(ears_case->ears, speed);
	ears_say(ears_case->ears, language, &utterance);
	ears_case_wait(ears_case);
	ears_case_close(ears_case);
	return ears_case_heard(ears_case->headphones);
}

static void a_recording_replaces_the_voice_sample_by_sample(void **state)
{
	struct ears_case *ears_case = *state;
	struct pcm pcm;

	ears_case_record(ears_case, "da", "proposal-12-title", PCM_RATE, 1, 500,
			 200);
	pcm = heard(ears_case, "da", 100, "proposal-12-title", "Bænke");
	assert_int_equal(pcm.count, PCM_RATE / 5);
	for (size_t i = 0; i < pcm.count; i++)
		assert_int_equal(pcm.samples[i],
				 lrint(9000 * cos(6.283185307 * 500 *
						  (double)i / PCM_RATE)));
	pcm_free(&pcm);
}

static void recordings_of_any_rate_keep_pitch_and_length(void **state)
{
	static const int kinds[][2] = {
	    {8000, 1}, {22050, 2}, {48000, 2}, {96000, 1}};
	struct ears_case *ears_case = *state;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		struct pcm pcm;

		ears_case_record(ears_case, "da", "a", kinds[i][0], kinds[i][1],
				 500, 300);
		assert_true(clip_load(ears_case->clips, "da", "a", &pcm));
		assert_in_range(pcm_ms(&pcm), 290, 310);
		assert_in_range(tone_hertz(pcm.samples, pcm.count), 495, 505);
		pcm_free(&pcm);
	}
}

static void the_speed_keeps_a_recordings_pitch(void **state)
{
	static const int speeds[] = {75, 125, 150};
	struct ears_case *ears_case = *state;

	ears_case_record(ears_case, "so", "a", 44100, 1, 200, 1000);
	for (size_t i = 0; i < sizeof(speeds) / sizeof(*speeds); i++) {
		struct pcm pcm = heard(ears_case, "so", speeds[i], "a", NULL);
		unsigned ms = (unsigned)(100000 / speeds[i]);

		assert_in_range(pcm_ms(&pcm), ms - 30, ms);
		assert_in_range(tone_hertz(pcm.samples, pcm.count), 194, 206);
		for (size_t at = 1; at + 1400 < pcm.count; at++)
			assert_in_range(
			    abs(pcm.samples[at] - pcm.samples[at - 1]), 0, 700);
		pcm_free(&pcm);
	}
}

static void stretching_takes_any_length(void **state)
{
	(void)state;
	for (size_t count = 0; count < 3000; count += 7)
		for (int percent = 50; percent <= 200; percent += 50) {
			int16_t *samples = calloc(count + 1, sizeof(*samples));
			struct pcm pcm = {count, samples}, ret;

			assert_non_null(samples);
			for (size_t i = 0; i < count; i++)
				samples[i] = (int16_t)(i * 331);
			assert_true(stretch_pcm(&pcm, percent, &ret));
			assert_int_equal(ret.count,
					 count * 100 / (size_t)percent);
			pcm_free(&ret);
			free(samples);
		}
}

static void a_language_with_recordings_alone_can_be_said(void **state)
{
	struct ears_case *ears_case = *state;
	const struct utterance_part parts[] = {
	    {"a", NULL}, {"missing", "Waa kuma"}, {NULL, "Waa kuma"}};
	const struct utterance utterance = {3, parts};
	struct pcm pcm;

	ears_case_record(ears_case, "so", "a", 44100, 1, 500, 200);
	ears_case_open(ears_case, true);
	assert_true(ears_can_say(ears_case->ears, "so"));
	assert_false(ears_can_say(ears_case->ears, "ti"));
	/* Of one text it tells which: there is this recording and no voice. */
	assert_true(ears_can_say_one(ears_case->ears, "so", "a"));
	assert_false(ears_can_say_one(ears_case->ears, "so", "b"));
	assert_false(ears_can_say_one(ears_case->ears, "so", "../so/a"));
	assert_false(ears_can_say_one(ears_case->ears, "ti", "a"));
	ears_say(ears_case->ears, "so", &utterance);
	ears_case_wait(ears_case);
	ears_case_close(ears_case);
	pcm = ears_case_heard(ears_case->headphones);
	assert_in_range(pcm_ms(&pcm), 195, 205);
	pcm_free(&pcm);
}

static void without_a_usable_recording_the_voice_speaks(void **state)
{
	static const char *const keys[] = {NULL,      "missing", "broken", "",
					   "../da/a", "A",	 "a.b"};
	struct ears_case *ears_case = *state;
	char path[160];
	FILE *file;
	struct pcm usual;

	ears_case_record(ears_case, "da", "a", 44100, 1, 500, 100);
	snprintf(path, sizeof(path), "%s/da/broken.wav", ears_case->clips);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("RIFF not a sound at all, though it begins as one", file);
	fclose(file);
	usual = heard(ears_case, "da", 100, NULL, "Bænke");
	assert_true(pcm_ms(&usual) > 300);
	for (size_t i = 1; i < sizeof(keys) / sizeof(*keys); i++) {
		struct pcm pcm = heard(ears_case, "da", 100, keys[i], "Bænke");

		assert_in_range(pcm_ms(&pcm), pcm_ms(&usual) - 20,
				pcm_ms(&usual) + 20);
		pcm_free(&pcm);
	}
	pcm_free(&usual);
}

#define CASE(test)                                                             \
	cmocka_unit_test_setup_teardown(test, ears_case_setup,                 \
					ears_case_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(a_recording_replaces_the_voice_sample_by_sample),
	    CASE(recordings_of_any_rate_keep_pitch_and_length),
	    CASE(the_speed_keeps_a_recordings_pitch),
	    cmocka_unit_test(stretching_takes_any_length),
	    CASE(a_language_with_recordings_alone_can_be_said),
	    CASE(without_a_usable_recording_the_voice_speaks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
