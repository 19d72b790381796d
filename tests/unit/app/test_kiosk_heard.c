/* A session heard through real ears, whose two devices are files: what comes
 * out of the headphones, what never leaves them, and when it ends. */
#include "app/kiosk_ears.h"

#include <SDL.h>

#include "core/clip_name.h"
#include "core/random.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/ears_case.h"
#include "tests/lib/voter_case.h"

enum {
	TITLE_HERTZ = 440, /* a recording of proposal 1's title */
	THANKS_HERTZ = 200,
	CLIP_MS = 400,
	CAST_MS = 60, /* of each tone at least */
	LONG_MS = 20000,
	NEAR = 15, /* Hz */
	WAIT_MS = 150,
	SOON_MS = 500, /* five seconds of what is heard */
};

struct heard_case {
	struct voter_case voter;
	struct kiosk_ears heard;
};

/* The case of ears_case.h, and one of a resident. */
static struct heard_case own;

static int set_up(void **state)
{
	struct ears_case *ears_case;

	if (ears_case_setup(state) != 0)
		return -1;
	ears_case = *state;
	voter_case_open(&own.voter, 2);
	memset(&own.heard, 0, sizeof(own.heard));
	setenv("SDL_DISKAUDIODELAY", "1", 1);
	return kiosk_ears_open(&own.heard,
			       &(struct ears_options){
				   .sounds = ears_case->sounds,
				   .headphones = ears_case->headphones,
				   .clips = ears_case->clips}) == STATUS_OK
		   ? 0
		   : -1;
}

static int tear_down(void **state)
{
	kiosk_ears_close(&own.heard);
	voter_case_close(&own.voter);
	return ears_case_teardown(state);
}

static void step(enum effect asked, bool touched)
{
	voter_frame(&own.voter);
	kiosk_ears_step(&own.heard, own.voter.ui, &own.voter.view, asked,
			touched, own.voter.now_ms);
}

static void touch(enum intent_kind kind, int value)
{
	enum effect effect;

	own.voter.now_ms += SESSION_GUARD_MS;
	effect = session_apply(
	    &own.voter.session, own.voter.meeting, (struct intent){kind, value},
	    voter_page_size(own.voter.ui, &own.voter.view),
	    voter_review_size(own.voter.ui, &own.voter.view), own.voter.now_ms);
	step(effect, true);
}

/* Proposal 1 in full, to somebody who listens. */
static void to_detail(void)
{
	static const unsigned char hash[SLIP_HASH_BYTES] = {1};
	uint64_t seed = 5;
	struct random random = bolbro_random(&seed);

	session_scanned(&own.voter.session, own.voter.meeting, STATUS_OK, hash,
			0, &random, own.voter.now_ms);
	step(EFFECT_NONE, false);
	touch(INTENT_LISTEN, 0);
	touch(INTENT_DISMISS, 0);
	touch(INTENT_TOGGLE, 0);
	touch(INTENT_OPEN, 0);
}

static void wait_silent(void)
{
	for (int i = 0; i < 5000 && ears_speaks(own.heard.ears); i++)
		SDL_Delay(2);
	assert_false(ears_speaks(own.heard.ears));
}

/* The same for somebody who asked for silence: long before a recording of
 * LONG_MS would be over. */
static void assert_silent_soon(void)
{
	for (int i = 0; i < SOON_MS && ears_speaks(own.heard.ears); i++)
		SDL_Delay(1);
	assert_false(ears_speaks(own.heard.ears));
}

/* Whether PCM has MS of HERTZ on end anywhere: a voice never has it for long.
 */
static bool has_tone(const struct pcm *pcm, int hertz, unsigned ms)
{
	size_t window = PCM_RATE / 20, step = window / 2;
	size_t wanted = (size_t)PCM_RATE * ms / 1000, found = 0;

	for (size_t at = 0; at + window <= pcm->count; at += step) {
		int tone = tone_hertz(pcm->samples + at, window);

		found = abs(tone - hertz) < NEAR ? found + step : 0;
		if (found >= wanted)
			return true;
	}
	return false;
}

static void record(struct ears_case *ears_case, int hertz, unsigned ms)
{
	char name[CLIP_NAME_BYTES];

	clip_name_of_proposal(1, CLIP_TITLE, name);
	ears_case_record(ears_case, "da", name, PCM_RATE, 1, hertz, ms);
}

static void a_recorded_title_comes_out_of_the_headphones_only(void **state)
{
	struct ears_case *ears_case = *state;
	struct pcm spoken, sounds;

	record(ears_case, TITLE_HERTZ, CLIP_MS);
	to_detail();
	wait_silent();
	kiosk_ears_close(&own.heard);
	spoken = ears_case_heard(ears_case->headphones);
	sounds = ears_case_heard(ears_case->sounds);
	assert_true(has_tone(&spoken, TITLE_HERTZ, CLIP_MS / 2));
	assert_true(pcm_ms(&spoken) > CLIP_MS); /* and the rest is spoken */
	assert_true(sounds.count > 0);
	assert_false(has_tone(&sounds, TITLE_HERTZ, CLIP_MS / 2));
	pcm_free(&spoken);
	pcm_free(&sounds);
}

static void the_cast_sounds_and_the_recorded_thanks_are_read(void **state)
{
	struct ears_case *ears_case = *state;
	char name[CLIP_NAME_BYTES];
	struct pcm spoken, sounds;

	clip_name_of_text("Thank you! Your vote has been cast.", name);
	ears_case_record(ears_case, "da", name, PCM_RATE, 1, THANKS_HERTZ,
			 CLIP_MS);
	record(ears_case, TITLE_HERTZ, LONG_MS);
	to_detail();
	touch(INTENT_CLOSE, 0);
	while (own.voter.session.screen != SCREEN_REVIEW)
		touch(INTENT_NEXT, 0);
	touch(INTENT_CAST, 0);
	SDL_Delay(WAIT_MS); /* the taps have rung out */
	session_cast_done(&own.voter.session, STATUS_OK, own.voter.now_ms);
	step(EFFECT_NONE, false);
	wait_silent();
	SDL_Delay(2 * WAIT_MS);
	kiosk_ears_close(&own.heard);
	spoken = ears_case_heard(ears_case->headphones);
	sounds = ears_case_heard(ears_case->sounds);
	assert_true(has_tone(&spoken, THANKS_HERTZ, CLIP_MS / 2));
	/* 523, 659, 784 Hz: UX.md, section 0. */
	assert_true(has_tone(&sounds, 523, CAST_MS) &&
		    has_tone(&sounds, 784, CAST_MS));
	assert_false(has_tone(&sounds, THANKS_HERTZ, CLIP_MS / 2));
	pcm_free(&spoken);
	pcm_free(&sounds);
}

/* The keyboard comes to WIDGET 0 on the way round, and selects it. */
static void select_by_key(enum widget widget)
{
	SDL_Event key = {.type = SDL_KEYDOWN};
	struct intent intent;

	key.key.keysym.scancode = SDL_SCANCODE_TAB;
	do {
		ui_event(own.voter.ui, &key);
		step(EFFECT_NONE, false);
	} while (ui_focus(own.voter.ui)->id != UI_ID(widget, 0));
	key.key.keysym.scancode = SDL_SCANCODE_RETURN;
	ui_event(own.voter.ui, &key);
	intent = voter_frame(&own.voter);
	touch(intent.kind, intent.value);
}

static void what_enter_changed_comes_out_of_the_headphones_only(void **state)
{
	struct ears_case *ears_case = *state;
	char name[CLIP_NAME_BYTES];
	struct pcm spoken, sounds;

	clip_name_of_text("Removed", name);
	ears_case_record(ears_case, "da", name, PCM_RATE, 1, TITLE_HERTZ,
			 CLIP_MS);
	to_detail(); /* it is chosen */
	select_by_key(WIDGET_TOGGLE);
	assert_int_equal(own.voter.session.ballot.value[0], 0);
	wait_silent();
	kiosk_ears_close(&own.heard);
	spoken = ears_case_heard(ears_case->headphones);
	sounds = ears_case_heard(ears_case->sounds);
	assert_true(has_tone(&spoken, TITLE_HERTZ, CLIP_MS / 2));
	assert_false(has_tone(&sounds, TITLE_HERTZ, CLIP_MS / 2));
	pcm_free(&spoken);
	pcm_free(&sounds);
}

static void a_recorded_name_is_said_by_its_speaker(void **state)
{
	static const unsigned char hash[SLIP_HASH_BYTES] = {1};
	uint64_t seed = 5;
	struct random random = bolbro_random(&seed);
	struct ears_case *ears_case = *state;
	struct pcm spoken;

	ears_case_record(ears_case, "da", CLIP_LANGUAGE, PCM_RATE, 1,
			 TITLE_HERTZ, CLIP_MS);
	session_scanned(&own.voter.session, own.voter.meeting, STATUS_OK, hash,
			-1, &random, own.voter.now_ms);
	step(EFFECT_NONE, false);
	own.voter.now_ms += SESSION_GUARD_MS;
	select_by_key(WIDGET_SAY_LANGUAGE);
	assert_int_equal(own.voter.session.screen, SCREEN_LANGUAGE);
	wait_silent();
	kiosk_ears_close(&own.heard);
	spoken = ears_case_heard(ears_case->headphones);
	assert_true(has_tone(&spoken, TITLE_HERTZ, CLIP_MS / 2));
	pcm_free(&spoken);
}

static void reading_keeps_a_resident_from_being_asked(void **state)
{
	struct ears_case *ears_case = *state;
	struct session *session = &own.voter.session;

	record(ears_case, TITLE_HERTZ, LONG_MS);
	to_detail();
	for (int minute = 0; minute < 10; minute++) {
		own.voter.now_ms += 60000;
		/* As the kiosk does it ten times a second. */
		if (ears_speaks(own.heard.ears))
			session_heard(session, own.voter.now_ms);
		assert_false(session_tick(session, own.voter.now_ms));
	}
	assert_true(ears_speaks(own.heard.ears));
	assert_int_equal(session->overlay, OVERLAY_NONE);
}

static void whoever_stops_in_the_middle_is_read_nothing_more(void **state)
{
	struct ears_case *ears_case = *state;
	struct pcm before, after;

	record(ears_case, TITLE_HERTZ, LONG_MS);
	to_detail();
	SDL_Delay(WAIT_MS);
	assert_true(ears_speaks(own.heard.ears));
	touch(INTENT_STOP, 0);
	touch(INTENT_STOP_YES, 0);
	assert_false(ears_speaks(own.heard.ears));
	SDL_Delay(WAIT_MS / 3); /* what the device held is out */
	before = ears_case_heard(ears_case->headphones);
	/* Nor can it be asked for again: nothing is held. */
	ears_again(own.heard.ears);
	assert_false(ears_speaks(own.heard.ears));
	SDL_Delay(WAIT_MS);
	kiosk_ears_close(&own.heard);
	after = ears_case_heard(ears_case->headphones);
	assert_true(after.count <= before.count + PCM_RATE / 10);
	pcm_free(&before);
	pcm_free(&after);
}

static void a_stop_of_the_reading_leaves_the_sounds(void **state)
{
	struct ears_case *ears_case = *state;

	record(ears_case, TITLE_HERTZ, LONG_MS);
	to_detail();
	assert_true(ears_speaks(own.heard.ears));
	touch(INTENT_LISTEN, 0);
	touch(INTENT_HUSH, 0);
	assert_silent_soon(); /* it fades out */
	touch(INTENT_CLOSE, 0);
	assert_false(ears_speaks(own.heard.ears));
	touch(INTENT_LISTEN, 0);
	assert_true(ears_speaks(own.heard.ears));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(a_recorded_title_comes_out_of_the_headphones_only),
	    TEST(the_cast_sounds_and_the_recorded_thanks_are_read),
	    TEST(what_enter_changed_comes_out_of_the_headphones_only),
	    TEST(a_recorded_name_is_said_by_its_speaker),
	    TEST(reading_keeps_a_resident_from_being_asked),
	    TEST(whoever_stops_in_the_middle_is_read_nothing_more),
	    TEST(a_stop_of_the_reading_leaves_the_sounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
