/* Devices that are missing, silent, unplugged and plugged in again. */
#include "tests/lib/cmocka_all.h"

#include <unistd.h>

#include <SDL2/SDL.h>

#include "ears/ears_private.h"
#include "tests/lib/ears_case.h"

static const struct utterance_part part = {NULL, "Du kan stemme to gange."};
static const struct utterance utterance = {1, &part};

/* Opens ears with OPTIONS under SDL's DRIVER, uses all of them, and expects
 * sounds and speech as said. */
static void use(const char *driver, const struct ears_options *options,
		bool sounds, bool speech)
{
	struct ears *ears;

	setenv("SDL_AUDIODRIVER", driver, 1);
	assert_int_equal(ears_open(options, &ears), STATUS_OK);
	assert_int_equal(ears_there(ears, EARS_SOUNDS), sounds);
	assert_int_equal(ears_there(ears, EARS_SPEECH), speech);
	assert_int_equal(ears_can_say(ears, "da"), speech);
	for (int sound = 0; sound < SOUND_COUNT; sound++)
		ears_play(ears, (enum sound)sound);
	ears_say(ears, "da", &utterance);
	assert_int_equal(ears_speaks(ears), speech);
	ears_again(ears);
	ears_set_speed(ears, 125);
	ears_stop(ears);
	ears_hush(ears);
	ears_free(ears);
}

static void without_any_device_all_is_silent_and_no_error(void **state)
{
	const struct ears_options options = {.headphones = "Headset"};

	(void)state;
	use("there-is-no-such-driver", &options, false, false);
}

static void without_a_name_for_the_headphones_nothing_is_spoken(void **state)
{
	const struct ears_options options = {0};

	(void)state;
	use("dummy", &options, true, false);
}

/* SDL would open the usual device, a loudspeaker perhaps, for a name it does
 * not know. */
static void headphones_that_are_not_listed_stay_silent(void **state)
{
	const struct ears_options options = {.headphones = "Headset"};

	(void)state;
	use("dummy", &options, true, false);
}

static void headphones_that_are_listed_speak(void **state)
{
	struct ears_options options = {.sounds = "No such"};
	char name[128];

	(void)state;
	setenv("SDL_AUDIODRIVER", "dummy", 1);
	assert_int_equal(SDL_InitSubSystem(SDL_INIT_AUDIO), 0);
	snprintf(name, sizeof(name), "%s", SDL_GetAudioDeviceName(0, 0));
	SDL_QuitSubSystem(SDL_INIT_AUDIO);
	options.headphones = name;
	use("dummy", &options, false, true);
}

/* A file that cannot be made stands for a device that another program holds. */
static void a_device_that_cannot_be_opened_is_missing(void **state)
{
	struct ears_case *ears_case = *state;

	snprintf(ears_case->headphones, sizeof(ears_case->headphones),
		 "/there/is/no/such/folder");
	ears_case_open(ears_case, true);
	ears_say(ears_case->ears, "da", &utterance);
	ears_case_wait(ears_case);
	assert_false(ears_there(ears_case->ears, EARS_SPEECH));
	assert_false(ears_can_say(ears_case->ears, "da"));
	assert_true(ears_there(ears_case->ears, EARS_SOUNDS));
}

static SDL_AudioDeviceID device_id(struct ears *ears, enum ears_line line)
{
	SDL_AudioDeviceID id;

	SDL_LockMutex(ears->lock);
	id = ears->devices[line].id;
	SDL_UnlockMutex(ears->lock);
	return id;
}

/* Waits up to a second until LINE's device is open, or is not. */
static void wait_open(struct ears *ears, enum ears_line line, bool open)
{
	for (int i = 0; i < 500 && (device_id(ears, line) != 0) != open; i++)
		SDL_Delay(2);
	assert_int_equal(device_id(ears, line) != 0, open);
}

static void a_silent_device_is_closed_and_opens_for_the_next_sound(void **state)
{
	struct ears_case *ears_case = *state;
	const struct ears_options options = {
	    .sounds = ears_case->sounds,
	    .headphones = ears_case->headphones,
	    .linger_ms = 40,
	};

	assert_int_equal(ears_open(&options, &ears_case->ears), STATUS_OK);
	assert_int_equal(device_id(ears_case->ears, EARS_SOUNDS), 0);
	for (int i = 0; i < 2; i++) {
		ears_play(ears_case->ears, SOUND_TAP);
		wait_open(ears_case->ears, EARS_SOUNDS, true);
		wait_open(ears_case->ears, EARS_SOUNDS, false);
		assert_int_equal(device_id(ears_case->ears, EARS_SPEECH), 0);
	}
	ears_say(ears_case->ears, "da", &utterance);
	wait_open(ears_case->ears, EARS_SPEECH, true);
	SDL_Delay(100);
	assert_int_not_equal(device_id(ears_case->ears, EARS_SPEECH), 0);
	ears_stop(ears_case->ears);
	wait_open(ears_case->ears, EARS_SPEECH, false);
}

static void speech_stops_when_its_headphones_are_unplugged(void **state)
{
	struct ears_case *ears_case = *state;
	SDL_Event event = {.type = SDL_AUDIODEVICEREMOVED};
	struct pcm sounds;

	ears_case_open(ears_case, true);
	ears_say(ears_case->ears, "da", &utterance);
	wait_open(ears_case->ears, EARS_SPEECH, true);
	/* Of another device: nothing happens. */
	event.adevice.which = 77;
	ears_event(ears_case->ears, &event);
	assert_true(ears_speaks(ears_case->ears));
	event.adevice.which = device_id(ears_case->ears, EARS_SPEECH);
	ears_event(ears_case->ears, &event);
	assert_false(ears_speaks(ears_case->ears));
	wait_open(ears_case->ears, EARS_SPEECH, false);
	ears_case_close(ears_case);
	sounds = ears_case_heard(ears_case->sounds);
	assert_int_equal(sounds.count, 0);
	pcm_free(&sounds);
}

static void headphones_plugged_in_again_speak_again(void **state)
{
	struct ears_case *ears_case = *state;
	SDL_Event event = {.type = SDL_AUDIODEVICEADDED};

	ears_case_open(ears_case, true);
	SDL_LockMutex(ears_case->ears->lock);
	ears_case->ears->devices[EARS_SPEECH].there = false;
	SDL_UnlockMutex(ears_case->ears->lock);
	ears_say(ears_case->ears, "da", &utterance);
	assert_false(ears_speaks(ears_case->ears));
	ears_event(ears_case->ears, &event);
	for (int i = 0; i < 500 && !ears_can_say(ears_case->ears, "da"); i++)
		SDL_Delay(2);
	assert_true(ears_can_say(ears_case->ears, "da"));
	ears_say(ears_case->ears, "da", &utterance);
	ears_case_wait(ears_case);
}

static void opening_and_closing_ten_times_works(void **state)
{
	struct ears_case *ears_case = *state;

	for (int i = 0; i < 10; i++) {
		ears_case_open(ears_case, true);
		ears_say(ears_case->ears, i % 2 ? "en" : "da", &utterance);
		ears_play(ears_case->ears, SOUND_CAST);
		SDL_Delay((Uint32)i);
		ears_case_close(ears_case);
	}
}

#define CASE(test)                                                             \
	cmocka_unit_test_setup_teardown(test, ears_case_setup,                 \
					ears_case_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(without_any_device_all_is_silent_and_no_error),
	    CASE(without_a_name_for_the_headphones_nothing_is_spoken),
	    CASE(headphones_that_are_not_listed_stay_silent),
	    CASE(headphones_that_are_listed_speak),
	    CASE(a_device_that_cannot_be_opened_is_missing),
	    CASE(a_silent_device_is_closed_and_opens_for_the_next_sound),
	    CASE(speech_stops_when_its_headphones_are_unplugged),
	    CASE(headphones_plugged_in_again_speak_again),
	    CASE(opening_and_closing_ten_times_works),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
