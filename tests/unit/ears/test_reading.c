/* Reading aloud: stopped, begun anew, made faster, hushed. */
#include "tests/lib/cmocka_all.h"

#include <SDL2/SDL.h>

#include "tests/lib/ears_case.h"

static const char danish[] = "Du kan stemme to gange.";

static void the_speed_is_one_of_the_steps(void **state)
{
	static const int cases[][2] = {{0, 75},	   {75, 75},   {90, 100},
				       {112, 100}, {113, 125}, {150, 150},
				       {900, 150}, {-5, 75}};
	struct ears_case *ears_case = *state;

	ears_case_open(ears_case, true);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		ears_set_speed(ears_case->ears, cases[i][0]);
		assert_int_equal(ears_speed(ears_case->ears), cases[i][1]);
	}
}

/* Waits until MS of the utterance were heard. */
static void wait_heard(struct ears_case *ears_case, unsigned ms)
{
	bool heard = false;

	while (!heard && ears_speaks(ears_case->ears)) {
		struct pcm pcm = ears_case_heard(ears_case->headphones);

		heard = pcm_ms(&pcm) >= ms;
		pcm_free(&pcm);
		SDL_Delay(1);
	}
	assert_true(heard);
}

static void a_new_speed_begins_the_part_anew(void **state)
{
	const struct utterance_part parts[] = {{NULL, "Nu."}, {NULL, danish}};
	const struct utterance utterance = {2, parts};
	struct ears_case *ears_case = *state;
	unsigned first = ears_case_spoken_ms(ears_case, "da", "Nu.", 100);
	unsigned second = ears_case_spoken_ms(ears_case, "da", danish, 150);
	unsigned heard = first + 700; /* a pause, and some of the second */
	unsigned until;
	struct pcm pcm;

	ears_case_open(ears_case, true);
	ears_say(ears_case->ears, "da", &utterance);
	wait_heard(ears_case, heard);
	ears_set_speed(ears_case->ears, 150);
	/* A machine that has much to do plays on before it is told. */
	pcm = ears_case_heard(ears_case->headphones);
	until = pcm_ms(&pcm);
	pcm_free(&pcm);
	assert_true(ears_speaks(ears_case->ears));
	ears_case_wait(ears_case);
	ears_case_close(ears_case);
	pcm = ears_case_heard(ears_case->headphones);
	assert_in_range(pcm_ms(&pcm), heard + second - 50,
			until + second + 350);
	pcm_free(&pcm);
}

static void a_stop_is_heard_within_50_ms(void **state)
{
	struct ears_case *ears_case = *state;
	struct pcm before, after;
	const struct utterance_part part = {NULL, danish};
	const struct utterance utterance = {1, &part};

	ears_case_open(ears_case, false);
	ears_say(ears_case->ears, "da", &utterance);
	SDL_Delay(600);
	ears_stop(ears_case->ears);
	/* In samples of what is played, whatever else the machine does. */
	before = ears_case_played(ears_case->headphones);
	SDL_Delay(150);
	assert_false(ears_speaks(ears_case->ears));
	ears_case_close(ears_case);
	after = ears_case_played(ears_case->headphones);
	assert_true(after.count > before.count);
	while (after.count && !after.samples[after.count - 1])
		after.count--;
	assert_true(after.count > pcm_samples(100));
	assert_in_range(after.count, 0, before.count + pcm_samples(50));
	/* It falls to silence, and does not break off. */
	assert_in_range(abs(after.samples[after.count - 1]), 0, 400);
	pcm_free(&before);
	pcm_free(&after);
}

static void it_speaks_from_the_call_until_the_last_sample(void **state)
{
	struct ears_case *ears_case = *state;
	const struct utterance_part part = {NULL, danish};
	const struct utterance utterance = {1, &part};

	ears_case_open(ears_case, true);
	assert_false(ears_speaks(ears_case->ears));
	ears_say(ears_case->ears, "da", &utterance);
	assert_true(ears_speaks(ears_case->ears));
	ears_case_wait(ears_case);
	ears_play(ears_case->ears, SOUND_CAST);
	assert_false(ears_speaks(ears_case->ears));
}

static void again_reads_the_same_from_the_start(void **state)
{
	struct ears_case *ears_case = *state;
	unsigned once = ears_case_spoken_ms(ears_case, "da", danish, 100);
	struct pcm pcm;

	ears_case_open(ears_case, true);
	ears_case_say(ears_case, "da", danish);
	ears_again(ears_case->ears);
	assert_true(ears_speaks(ears_case->ears));
	ears_case_wait(ears_case);
	ears_case_close(ears_case);
	pcm = ears_case_heard(ears_case->headphones);
	assert_in_range(pcm_ms(&pcm), 2 * once, 2 * once + 1000);
	pcm_free(&pcm);
}

static void another_text_takes_the_place_of_the_first(void **state)
{
	struct ears_case *ears_case = *state;
	unsigned once = ears_case_spoken_ms(ears_case, "da", danish, 100);
	const struct utterance_part part = {NULL, danish};
	const struct utterance utterance = {1, &part};
	struct pcm pcm;

	ears_case_open(ears_case, true);
	for (int i = 0; i < 30; i++)
		ears_say(ears_case->ears, "da", &utterance);
	ears_case_wait(ears_case);
	ears_case_close(ears_case);
	pcm = ears_case_heard(ears_case->headphones);
	assert_in_range(pcm_ms(&pcm), once - 20, once + 400);
	pcm_free(&pcm);
}

static void after_a_hush_nothing_is_left(void **state)
{
	struct ears_case *ears_case = *state;
	const struct utterance_part part = {NULL, danish};
	const struct utterance utterance = {1, &part};
	struct pcm before, after;

	ears_case_open(ears_case, false);
	ears_say(ears_case->ears, "da", &utterance);
	ears_set_speed(ears_case->ears, 150);
	SDL_Delay(400);
	before = ears_case_played(ears_case->headphones);
	ears_hush(ears_case->ears);
	assert_false(ears_speaks(ears_case->ears));
	ears_again(ears_case->ears);
	assert_false(ears_speaks(ears_case->ears));
	assert_int_equal(ears_speed(ears_case->ears), EARS_SPEED_USUAL);
	assert_int_equal(ears_volume(ears_case->ears, EARS_SPEECH),
			 EARS_VOLUME_USUAL);
	assert_int_equal(ears_volume(ears_case->ears, EARS_SOUNDS), 100);
	SDL_Delay(150);
	ears_case_close(ears_case);
	after = ears_case_played(ears_case->headphones);
	while (after.count && !after.samples[after.count - 1])
		after.count--;
	assert_in_range(after.count, 1, before.count + pcm_samples(50));
	pcm_free(&before);
	pcm_free(&after);
}

#define CASE(test)                                                             \
	cmocka_unit_test_setup_teardown(test, ears_case_setup,                 \
					ears_case_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(the_speed_is_one_of_the_steps),
	    CASE(a_new_speed_begins_the_part_anew),
	    CASE(a_stop_is_heard_within_50_ms),
	    CASE(it_speaks_from_the_call_until_the_last_sample),
	    CASE(again_reads_the_same_from_the_start),
	    CASE(another_text_takes_the_place_of_the_first),
	    CASE(after_a_hush_nothing_is_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
