/* What is heard of a session and when. The ears here only write down what they
 * are asked for; tests/unit/app/test_kiosk_heard.c has real ones. */
#include "app/kiosk_ears.h"

#include <SDL.h>

#include "core/clip_name.h"
#include "core/random.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/voter_case.h"
#include "words/words.h"

enum { LOG = 65536, FRAME_MS = 100, HUMAN_MS = 1000 };

struct ears {
	char log[LOG]; /* all that was asked for, one a line */
	size_t length;
	const char *mute; /* a language without voice; NULL: none */
	int speed, volume;
};

static struct ears spy;

static void note(const char *what, const char *about)
{
	spy.length += (size_t)snprintf(spy.log + spy.length, LOG - spy.length,
				       "%s%s\n", what, about);
	assert_true(spy.length < LOG);
}

enum status ears_open(const struct ears_options *options,
		      struct ears **ret_ears)
{
	(void)options;
	memset(&spy, 0, sizeof(spy));
	*ret_ears = &spy;
	return STATUS_OK;
}

void ears_free(struct ears *ears)
{
	(void)ears;
}

void ears_event(struct ears *ears, const SDL_Event *event)
{
	(void)ears;
	(void)event;
}

bool ears_there(struct ears *ears, enum ears_line line)
{
	(void)ears;
	(void)line;
	return true;
}

void ears_play(struct ears *ears, enum sound sound)
{
	(void)ears;
	note("play ", sound_name(sound));
}

bool ears_can_say(struct ears *ears, const char *language)
{
	return !ears->mute || strcmp(ears->mute, language) != 0;
}

bool ears_can_say_one(struct ears *ears, const char *language, const char *key)
{
	assert_string_equal(key, CLIP_LANGUAGE);
	return ears_can_say(ears, language);
}

void ears_say(struct ears *ears, const char *language,
	      const struct utterance *utterance)
{
	char line[LOG] = "";
	size_t length = 0;

	(void)ears;
	for (size_t i = 0; i < utterance->count; i++)
		length += (size_t)snprintf(
		    line + length, LOG - length, "|%s=%s",
		    utterance->parts[i].key ? utterance->parts[i].key : "",
		    utterance->parts[i].text);
	note("say ", language);
	note("", line);
}

void ears_again(struct ears *ears)
{
	(void)ears;
	note("again", "");
}

void ears_stop(struct ears *ears)
{
	(void)ears;
	note("stop", "");
}

bool ears_speaks(struct ears *ears)
{
	(void)ears;
	return false;
}

int ears_speed(struct ears *ears)
{
	return ears->speed;
}

void ears_set_speed(struct ears *ears, int percent)
{
	ears->speed = percent;
}

int ears_volume(struct ears *ears, enum ears_line line)
{
	(void)line;
	return ears->volume;
}

void ears_set_volume(struct ears *ears, enum ears_line line, int percent)
{
	assert_int_equal(line, EARS_SPEECH);
	ears->volume = percent;
}

void ears_hush(struct ears *ears)
{
	(void)ears;
	note("hush", "");
}

/* Kept between tests: a window takes longer to open than all of them. */
static struct voter_case voter;
static struct kiosk_ears heard;

static int open_case(void **state)
{
	(void)state;
	voter_case_open(&voter, 0);
	return 0;
}

static int close_case(void **state)
{
	(void)state;
	voter_case_close(&voter);
	return 0;
}

static void step(enum effect asked, bool touched)
{
	spy.length = 0;
	spy.log[0] = '\0';
	voter_frame(&voter);
	kiosk_ears_step(&heard, voter.ui, &voter.view, asked, touched,
			voter.now_ms);
}

static int begin(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		struct pot *pot = &voter.meeting->pots[i];

		pot->ballot_type = BALLOT_APPROVAL;
		pot->choose_min = 0;
		pot->choose_max = 2;
		pot->points = 10;
		pot->value_most = 5;
	}
	voter_case_reset(&voter, "da");
	kiosk_ears_close(&heard);
	if (kiosk_ears_open(&heard, &(struct ears_options){0}) != STATUS_OK)
		return -1;
	step(EFFECT_NONE, false);
	return 0;
}

/* A second later something is meant, and heard. */
static enum effect touch(enum intent_kind kind, int value)
{
	enum effect effect;

	voter.now_ms += HUMAN_MS;
	effect = session_apply(
	    &voter.session, voter.meeting, (struct intent){kind, value},
	    voter_page_size(voter.ui, &voter.view),
	    voter_review_size(voter.ui, &voter.view), voter.now_ms);
	step(effect, true);
	return effect;
}

static void scan(enum status status, int language)
{
	static const unsigned char hash[SLIP_HASH_BYTES] = {1};
	uint64_t seed = 5;
	struct random random = bolbro_random(&seed);

	voter.now_ms += HUMAN_MS;
	session_scanned(&voter.session, voter.meeting, status, hash, language,
			&random, voter.now_ms);
	step(EFFECT_NONE, false);
}

/* At the cards of the first pot, in Danish; ALOUD: they are read. */
static void to_cards(bool aloud)
{
	scan(STATUS_OK, 0);
	if (voter.session.screen == SCREEN_RULES)
		touch(INTENT_NEXT, 0);
	assert_int_equal(voter.session.screen, SCREEN_CHOOSE);
	if (!aloud)
		return;
	touch(INTENT_LISTEN, 0);
	touch(INTENT_DISMISS, 0);
}

static void to_review(void)
{
	while (voter.session.screen != SCREEN_REVIEW)
		touch(INTENT_NEXT, 0);
}

static void cast_done(enum status status)
{
	session_cast_done(&voter.session, status, voter.now_ms);
	step(EFFECT_NONE, false);
}

static bool was(const char *what)
{
	return strstr(spy.log, what) != NULL;
}

/* Exactly this sound, "" for none. */
static void assert_sound(const char *name)
{
	char line[64] = "";
	const char *at = strstr(spy.log, "play ");

	if (at)
		sscanf(at, "play %63s", line);
	assert_string_equal(line, name);
	assert_true(!at || !strstr(at + 1, "play "));
}

static void a_scan_a_choice_and_the_cast_have_their_sounds(void **state)
{
	(void)state;
	assert_sound("");
	scan(STATUS_OK, -1);
	assert_sound("scan-ok");
	touch(INTENT_LANGUAGE, 0);
	assert_sound("tap");
	touch(INTENT_TOGGLE, 0);
	assert_sound("select");
	touch(INTENT_TOGGLE, 0);
	assert_sound("remove");
	touch(INTENT_TOGGLE, 1);
	step(EFFECT_NONE, false); /* another frame of the same */
	assert_sound("");
	touch(INTENT_HELP, 0);
	assert_sound("tap");
	touch(INTENT_DISMISS, 0);
	to_review();
	assert_int_equal(touch(INTENT_CAST, 0), EFFECT_CAST);
	assert_sound("tap");
	cast_done(STATUS_OK);
	assert_sound("cast");
	touch(INTENT_DISMISS, 0);
	assert_sound("tap");
	assert_int_equal(voter.session.screen, SCREEN_ATTRACT);
}

static void what_is_refused_sounds_low(void **state)
{
	(void)state;
	scan(STATUS_SLIP_USED, -1);
	assert_sound("error");
	scan(STATUS_SLIP_VOID, -1); /* and so does the next one */
	assert_sound("error");
	touch(INTENT_REACH, 0); /* the page only stands elsewhere */
	assert_sound("tap");
	touch(INTENT_DISMISS, 0);
	touch(INTENT_TYPE_CODE, 0);
	scan(STATUS_SLIP_CHECK, -1);
	assert_true(voter.session.code_wrong);
	assert_sound("error");
	touch(INTENT_BACK, 0);
	to_cards(false);
	touch(INTENT_TOGGLE, 0);
	touch(INTENT_TOGGLE, 1);
	touch(INTENT_TOGGLE, 2);
	assert_int_equal(voter.session.banner, BANNER_FULL);
	assert_sound("error");
	scan(STATUS_OK, -1);
	assert_int_equal(voter.session.banner, BANNER_REPEAT);
	assert_sound("error");
	session_phase(&voter.session, PHASE_PAUSED, voter.now_ms);
	step(EFFECT_NONE, false);
	assert_sound("error");
}

static void a_vote_not_stored_or_uncertain_sounds_low(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		begin(NULL);
		to_cards(false);
		touch(INTENT_TOGGLE, 0);
		to_review();
		touch(INTENT_CAST, 0);
		cast_done(i ? STATUS_UNCERTAIN : STATUS_STORE);
		assert_sound("error");
	}
}

static void points_scores_and_ranks_have_their_sounds(void **state)
{
	(void)state;
	voter.meeting->pots[0].ballot_type = BALLOT_POINTS;
	to_cards(false);
	touch(INTENT_GIVE, 0);
	assert_sound("select");
	touch(INTENT_TAKE, 0);
	assert_sound("remove");
	begin(NULL);
	voter.meeting->pots[0].ballot_type = BALLOT_SCORE;
	to_cards(false);
	touch(INTENT_SCORE, 0);
	assert_sound("select");
	touch(INTENT_SCORE, 4);
	assert_sound("select");
	touch(INTENT_SCORE, 2); /* lower, but chosen all the same */
	assert_sound("select");
	touch(INTENT_SCORE, 2);
	assert_sound("remove");
	begin(NULL);
	voter.meeting->pots[0].ballot_type = BALLOT_RANK;
	to_cards(false);
	touch(INTENT_TOGGLE, 0);
	assert_sound("select");
	touch(INTENT_TOGGLE, 1);
	assert_sound("select");
	touch(INTENT_TOGGLE, 0);
	assert_sound("remove");
}

static void
the_idle_question_beeps_every_ten_seconds_and_the_last_five(void **state)
{
	static const int wanted[] = {30, 20, 10, 5, 4, 3, 2, 1};
	enum { WANTED = sizeof(wanted) / sizeof(wanted[0]) };
	int beeps = 0;

	(void)state;
	to_cards(false);
	voter.now_ms += 120000;
	session_tick(&voter.session, voter.now_ms);
	assert_int_equal(voter.session.overlay, OVERLAY_IDLE);
	while (voter.session.overlay == OVERLAY_IDLE) {
		step(EFFECT_NONE, false);
		if (was("play ")) {
			assert_sound("idle");
			assert_true(beeps < WANTED);
			assert_int_equal(
			    session_idle_seconds(&voter.session, voter.now_ms),
			    wanted[beeps++]);
		}
		voter.now_ms += FRAME_MS;
		session_tick(&voter.session, voter.now_ms);
	}
	assert_int_equal(beeps, WANTED);
}

static void whoever_asks_for_it_has_each_page_read(void **state)
{
	(void)state;
	to_cards(false);
	assert_false(was("say "));
	touch(INTENT_LISTEN, 0);
	assert_true(was("say da\n"));
	assert_true(was("=Store forslag|"));
	touch(INTENT_DISMISS, 0);
	touch(INTENT_NEXT, 0);
	assert_true(was("=Hurtigpulje|"));
	step(EFFECT_NONE, false);
	assert_false(was("say "));
	touch(INTENT_TOGGLE, 4); /* the same page */
	assert_false(was("say "));
	touch(INTENT_NEXT, 0);
	assert_true(was("=Side 2 af 2"));
	touch(INTENT_HELP, 0);
	assert_true(was("say da\n"));
	touch(INTENT_DISMISS, 0);
	touch(INTENT_OPEN_LANGUAGE, 0);
	touch(INTENT_LANGUAGE, 1);
	assert_true(was("say en\n"));
	assert_true(was("=Quick pool|"));
}

static void one_pot(bool one)
{
	voter.meeting->pot_count = one ? 1 : 2;
	for (int i = 0; i < voter.meeting->proposal_count; i++)
		voter.meeting->proposals[i].pot = one || i < 3 ? 0 : 1;
}

/* Between the touch and the reading no frame is drawn. */
static void letters_that_grow_leave_fewer_cards_to_read(void **state)
{
	int before, cards = 0;

	(void)state;
	one_pot(true); /* of ten: five on a page, then fewer */
	to_cards(true);
	before = voter_page_size(voter.ui, &voter.view);
	voter.now_ms += HUMAN_MS;
	voter.session.settings.text = TEXT_LARGEST;
	voter.session.since_ms = voter.now_ms;
	spy.length = 0;
	spy.log[0] = '\0';
	kiosk_ears_step(&heard, voter.ui, &voter.view, EFFECT_NONE, true,
			voter.now_ms);
	voter_frame(&voter);
	assert_int_not_equal(voter_page_size(voter.ui, &voter.view), before);
	for (int i = 0; i < voter.meeting->proposal_count; i++) {
		char line[32];

		snprintf(line, sizeof(line), "|=Forslag %d|",
			 voter.meeting->proposals[i].number);
		assert_int_equal(was(line), voter_has(&voter, WIDGET_OPEN, i));
		cards += was(line);
	}
	assert_true(cards > 0);
	one_pot(false);
}

static void asked_again_it_is_read_again_and_stops_when_told(void **state)
{
	(void)state;
	to_cards(false);
	touch(INTENT_LISTEN, 0);
	touch(INTENT_REPEAT, 0);
	assert_true(was("=Store forslag|"));
	touch(INTENT_HUSH, 0);
	assert_true(was("stop\n"));
	assert_false(was("say "));
	touch(INTENT_NEXT, 0);
	assert_false(was("say "));
}

static void a_language_says_its_name_with_its_own_voice(void **state)
{
	(void)state;
	scan(STATUS_OK, -1);
	touch(INTENT_SAY_LANGUAGE, 1);
	assert_true(was("say en\n|language=English\n"));
	touch(INTENT_SAY_LANGUAGE, 0);
	assert_true(was("say da\n|language=Dansk\n"));
	assert_false(voter.session.settings.aloud);
}

static void a_banner_is_read_to_whoever_listens(void **state)
{
	(void)state;
	to_cards(true);
	for (int i = 0; i < 3; i++)
		touch(INTENT_TOGGLE, i);
	assert_sound("error");
	assert_true(was("|=Du har valgt 2 forslag. Fjern "));
	step(EFFECT_NONE, false);
	assert_false(was("say "));
	begin(NULL);
	to_cards(false);
	for (int i = 0; i < 3; i++)
		touch(INTENT_TOGGLE, i);
	assert_false(was("say "));
}

static void press_key(SDL_Scancode scancode)
{
	SDL_Event event = {.type = SDL_KEYDOWN};

	event.key.keysym.scancode = scancode;
	ui_event(voter.ui, &event);
	step(EFFECT_NONE, false);
}

/* A card by its title; its buttons with whose they are. */
static void what_the_keyboard_comes_to_is_read_once(void **state)
{
	char line[128];

	(void)state;
	to_cards(true);
	for (int i = 0; i < 3; i++) {
		const int *order = voter.session.order;
		const struct proposal *first =
		    &voter.meeting->proposals[order[0]];

		press_key(SDL_SCANCODE_TAB);
		assert_non_null(ui_focus(voter.ui));
		if (i == 0)
			snprintf(line, sizeof(line), "say da\n|=%s\n",
				 ui_focus(voter.ui)->label);
		else
			snprintf(line, sizeof(line),
				 "say da\n|=%s|=Forslag %d\n",
				 ui_focus(voter.ui)->label, first->number);
		assert_string_equal(spy.log, line);
		step(EFFECT_NONE, false);
		assert_string_equal(spy.log, "");
	}
	/* Not to those who do not listen. */
	begin(NULL);
	to_cards(false);
	press_key(SDL_SCANCODE_TAB);
	assert_string_equal(spy.log, "");
}

/* To what the keyboard comes to on the way round. */
static void focus_on(enum widget widget, int index)
{
	uint32_t id = UI_ID(widget, index);

	for (int i = 0; i < 100; i++) {
		if (ui_focus(voter.ui) && ui_focus(voter.ui)->id == id)
			return;
		press_key(SDL_SCANCODE_TAB);
	}
	fail_msg("the keyboard never comes to %s %d", widget_name(id), index);
}

/* As the kiosk does it: what a frame means is applied, then heard. */
static void press_enter(void)
{
	SDL_Event event = {.type = SDL_KEYDOWN};
	struct intent intent;
	enum effect effect;

	voter.now_ms += HUMAN_MS;
	event.key.keysym.scancode = SDL_SCANCODE_RETURN;
	ui_event(voter.ui, &event);
	intent = voter_frame(&voter);
	assert_int_not_equal(intent.kind, INTENT_NONE);
	effect = session_apply(&voter.session, voter.meeting, intent,
			       voter_page_size(voter.ui, &voter.view),
			       voter_review_size(voter.ui, &voter.view),
			       voter.now_ms);
	spy.length = 0;
	spy.log[0] = '\0';
	kiosk_ears_step(&heard, voter.ui, &voter.view, effect, true,
			voter.now_ms);
}

/* What is said after a key, whatever sounds with it; "" for nothing. */
static const char *said(void)
{
	const char *at = strstr(spy.log, "say ");

	return at ? at : "";
}

static void the_keyboard_comes_to_speakers_that_choose_nothing(void **state)
{
	(void)state;
	scan(STATUS_OK, -1);
	step(EFFECT_NONE, false);
	focus_on(WIDGET_SAY_LANGUAGE, 1);
	press_enter();
	assert_string_equal(said(), "say en\n|language=English\n");
	assert_int_equal(voter.session.screen, SCREEN_LANGUAGE);
	focus_on(WIDGET_SAY_LANGUAGE, 0);
	press_enter();
	assert_string_equal(said(), "say da\n|language=Dansk\n");
}

static void a_language_that_cannot_be_heard_has_no_speaker(void **state)
{
	(void)state;
	spy.mute = "en";
	scan(STATUS_OK, -1);
	step(EFFECT_NONE, false);
	assert_true(voter_has(&voter, WIDGET_SAY_LANGUAGE, 0));
	assert_false(voter_has(&voter, WIDGET_SAY_LANGUAGE, 1));
	assert_true(voter_has(&voter, WIDGET_LANGUAGE, 1));
}

/* Somebody who hears screens has the tiles' names in their own voices. */
static void a_tile_is_read_in_its_own_language(void **state)
{
	(void)state;
	to_cards(true);
	touch(INTENT_OPEN_LANGUAGE, 0);
	focus_on(WIDGET_LANGUAGE, 1);
	assert_string_equal(said(), "say en\n|language=English\n");
	spy.mute = "en";
	focus_on(WIDGET_LANGUAGE, 0);
	assert_string_equal(said(), "say da\n|language=Dansk\n");
	focus_on(WIDGET_LANGUAGE, 1); /* better in Danish than not at all */
	assert_string_equal(said(), "say da\n|=English\n");
}

/* A sentence of the program, as it is asked for. */
static const char *sentence(const char *msgid)
{
	static char text[128];
	char name[CLIP_NAME_BYTES];

	clip_name_of_text(msgid, name);
	snprintf(text, sizeof(text), "|%s=%s", name, words_get(msgid));
	return text;
}

static void assert_said(const char *before, const char *msgid,
			const char *after)
{
	char line[256];

	snprintf(line, sizeof(line), "say da\n%s%s%s\n", before,
		 msgid ? sentence(msgid) : "", after);
	assert_string_equal(said(), line);
}

static void after_enter_the_new_state_of_a_choice_is_read(void **state)
{
	(void)state;
	to_cards(true);
	focus_on(WIDGET_TOGGLE, 0);
	press_enter();
	assert_said("|=Forslag 1", "Chosen", "|=1 af 2 valgt");
	step(EFFECT_NONE, false);
	assert_string_equal(said(), "");
	press_enter();
	assert_said("|=Forslag 1", "Removed", "|=0 af 2 valgt");
	/* Not to those who do not listen. */
	begin(NULL);
	to_cards(false);
	focus_on(WIDGET_TOGGLE, 0);
	press_enter();
	assert_string_equal(said(), "");
	assert_sound("select");
}

static void after_enter_points_scores_and_ranks_are_read(void **state)
{
	(void)state;
	voter.meeting->pots[0].ballot_type = BALLOT_POINTS;
	to_cards(true);
	focus_on(WIDGET_GIVE, 1);
	press_enter();
	press_enter();
	assert_int_equal(voter.session.ballot.value[1], 2);
	assert_said("|=Forslag 2|=2 point|=2 af 10 point givet", NULL, "");
	focus_on(WIDGET_TAKE, 1);
	press_enter();
	press_enter();
	assert_true(strstr(said(), "|=Forslag 2"));
	assert_true(strstr(said(), sentence("Removed")));
	begin(NULL);
	voter.meeting->pots[0].ballot_type = BALLOT_RANK;
	voter.meeting->pots[0].choose_max = 3;
	to_cards(true);
	for (int i = 0; i < 3; i++) {
		focus_on(WIDGET_TOGGLE, 2 - i);
		press_enter();
	}
	assert_true(strstr(said(), "|=Forslag 1|=3. valg|="));
	focus_on(WIDGET_TOGGLE, 2); /* the best: the others move up */
	press_enter();
	assert_true(strstr(said(), "|=Forslag 3"));
	assert_true(strstr(said(), sentence("Removed")));
	assert_false(was("=Forslag 1") || was("=Forslag 2"));
	begin(NULL);
	voter.meeting->pots[0].ballot_type = BALLOT_SCORE;
	to_cards(true);
	focus_on(WIDGET_SCORE, 4);
	press_enter();
	assert_true(was("|=Karakter 4|=1 af 3 har fået karakter\n"));
}

static void what_is_taken_from_the_review_is_told(void **state)
{
	(void)state;
	to_cards(true);
	touch(INTENT_TOGGLE, 0);
	touch(INTENT_TOGGLE, 1);
	to_review();
	focus_on(WIDGET_REMOVE, 1);
	press_enter();
	assert_true(strstr(said(), "say da\n|=Forslag 2"));
	assert_true(strstr(said(), sentence("Removed")));
	assert_true(was("1 forslag"));
	/* The row is gone, and with it what the keyboard was on. */
	step(EFFECT_NONE, false);
	assert_string_equal(said(), "");
}

/* Whoever touches hears a sound and goes on listening to the page. */
static void a_touched_choice_does_not_end_the_page(void **state)
{
	(void)state;
	to_cards(true);
	touch(INTENT_TOGGLE, 0);
	assert_sound("select");
	assert_string_equal(said(), "");
}

static void a_typed_number_is_read_with_title_and_cost(void **state)
{
	const char *title = "|proposal-1-title=Byhaver bag blok 4|=";

	(void)state;
	to_cards(true);
	touch(INTENT_NUMBERS, 0);
	touch(INTENT_DIGIT, 1);
	assert_true(strstr(said(), "say da\n|=Forslag 1|"));
	assert_true(strstr(said(), title));
	assert_true(was("kr."));
	assert_false(was(sentence("Chosen")));
	touch(INTENT_DIGIT, 9); /* 19: there is none */
	assert_said("", "No proposal here has this number.", "");
	touch(INTENT_ERASE, 0);
	assert_true(strstr(said(), title));
	touch(INTENT_TOGGLE, 0); /* said with what became of it */
	assert_true(strstr(said(), title));
	assert_true(strstr(said(), sentence("Chosen")));
	assert_true(was("|=1 af 2 valgt\n"));
	/* Few numbers are buttons: the keyboard comes to them. */
	focus_on(WIDGET_TOGGLE, 1);
	assert_true(strstr(said(), "say da\n|=Forslag 2|proposal-2-title="));
	begin(NULL);
	to_cards(false);
	touch(INTENT_NUMBERS, 0);
	touch(INTENT_DIGIT, 1);
	assert_string_equal(said(), "");
}

/* No byte of what was read or chosen is kept. */
static void assert_nothing_left(void)
{
	static const struct speech none;
	static const struct session nobody;

	assert_true(was("hush\n"));
	assert_memory_equal(&heard.speech, &none, sizeof(none));
	assert_memory_equal(&heard.before.ballot, &nobody.ballot,
			    sizeof(nobody.ballot));
	assert_memory_equal(heard.before.slip_hash, nobody.slip_hash,
			    SLIP_HASH_BYTES);
	assert_memory_equal(heard.before.scored, nobody.scored,
			    sizeof(nobody.scored));
	assert_int_equal(heard.focus, 0);
}

static void after_every_end_of_a_turn_nothing_is_left(void **state)
{
	(void)state;
	for (int way = 0; way < 5; way++) {
		begin(NULL);
		to_cards(true);
		touch(INTENT_TOGGLE, 0);
		to_review();
		for (int i = 0; i < 3; i++)
			press_key(SDL_SCANCODE_TAB);
		assert_int_not_equal(heard.focus, 0);
		if (way == 0) {
			touch(INTENT_STOP, 0);
			touch(INTENT_STOP_YES, 0);
		} else if (way == 1) {
			session_phase(&voter.session, PHASE_CLOSED,
				      voter.now_ms);
			step(EFFECT_NONE, false);
		} else if (way == 2) {
			for (int i = 0; i < 2; i++) {
				voter.now_ms += SESSION_IDLE_ALOUD_MS;
				session_tick(&voter.session, voter.now_ms);
				step(EFFECT_NONE, false);
			}
			assert_int_equal(voter.session.screen, SCREEN_ATTRACT);
		} else {
			touch(INTENT_CAST, 0);
			cast_done(way == 3 ? STATUS_OK : STATUS_UNCERTAIN);
		}
		assert_nothing_left();
	}
}

static void the_thanks_say_only_thanks_and_end_with_their_page(void **state)
{
	(void)state;
	to_cards(true);
	touch(INTENT_TOGGLE, 0);
	to_review();
	touch(INTENT_CAST, 0);
	cast_done(STATUS_OK);
	assert_true(was("say da\n|") && was("=Tak! Din stemme er afgivet.\n"));
	assert_false(was("proposal-"));
	voter.now_ms += screen_idle_ms(SCREEN_THANKS);
	session_tick(&voter.session, voter.now_ms);
	step(EFFECT_NONE, false);
	assert_string_equal(spy.log, "hush\n");
}

static void the_next_slip_ends_what_is_read_to_the_one_before(void **state)
{
	(void)state;
	to_cards(true);
	to_review();
	touch(INTENT_CAST, 0);
	touch(INTENT_CAST_BLANK, 0);
	cast_done(STATUS_OK);
	voter.session.cast_hash[0] = 9; /* another slip than the next */
	scan(STATUS_OK, 0);
	assert_true(was("hush\n"));
	assert_false(was("say "));
	assert_sound("scan-ok");
}

static void a_refused_slip_ends_what_is_read_to_the_one_before(void **state)
{
	(void)state;
	to_cards(true);
	to_review();
	touch(INTENT_CAST, 0);
	touch(INTENT_CAST_BLANK, 0);
	cast_done(STATUS_OK);
	voter.session.cast_hash[0] = 9; /* another slip than the next */
	scan(STATUS_SLIP_USED, -1);
	assert_int_equal(voter.session.screen, SCREEN_MESSAGE);
	assert_true(was("hush\n"));
	assert_false(was("say "));
}

static void speed_and_volume_are_the_residents_own(void **state)
{
	static const int speeds[] = {75, 100, 125, 150};

	(void)state;
	assert_int_equal(spy.speed, EARS_SPEED_USUAL);
	assert_int_equal(spy.volume, EARS_VOLUME_USUAL);
	to_cards(false);
	touch(INTENT_LISTEN, 0);
	for (int i = 0, least = 0; i < SESSION_SPEEDS; i++) {
		touch(INTENT_SPEED, i);
		assert_int_equal(spy.speed, speeds[i]);
		touch(INTENT_VOLUME, i);
		assert_in_range(spy.volume, least + 1, 100);
		least = spy.volume;
	}
	touch(INTENT_DISMISS, 0);
	touch(INTENT_STOP, 0);
	touch(INTENT_STOP_YES, 0);
	assert_int_equal(spy.speed, EARS_SPEED_USUAL);
	assert_int_equal(spy.volume, EARS_VOLUME_USUAL);
}

static void recordings_are_asked_for_by_their_names(void **state)
{
	char name[CLIP_NAME_BYTES], part[128];

	(void)state;
	to_cards(true);
	touch(INTENT_TOGGLE, 0);
	touch(INTENT_OPEN, 0);
	assert_true(was("|proposal-1-title=Byhaver bag blok 4|"));
	assert_true(was("|proposal-1-body="));
	clip_name_of_text("Chosen", name);
	snprintf(part, sizeof(part), "|%s=Valgt|", name);
	assert_true(was(part));
	assert_true(was("|=Forslag 1|")); /* filled in: no one sentence */
}

static void reading_is_offered_where_the_language_can_be_said(void **state)
{
	(void)state;
	to_cards(false);
	assert_true(voter.view.speech);
	spy.mute = "en";
	touch(INTENT_OPEN_LANGUAGE, 0);
	assert_true(voter.view.speech);
	touch(INTENT_LANGUAGE, 1);
	assert_false(voter.view.speech);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, begin)
	const struct CMUnitTest tests[] = {
	    TEST(a_scan_a_choice_and_the_cast_have_their_sounds),
	    TEST(what_is_refused_sounds_low),
	    TEST(a_vote_not_stored_or_uncertain_sounds_low),
	    TEST(points_scores_and_ranks_have_their_sounds),
	    TEST(the_idle_question_beeps_every_ten_seconds_and_the_last_five),
	    TEST(whoever_asks_for_it_has_each_page_read),
	    TEST(letters_that_grow_leave_fewer_cards_to_read),
	    TEST(asked_again_it_is_read_again_and_stops_when_told),
	    TEST(a_language_says_its_name_with_its_own_voice),
	    TEST(a_banner_is_read_to_whoever_listens),
	    TEST(what_the_keyboard_comes_to_is_read_once),
	    TEST(the_keyboard_comes_to_speakers_that_choose_nothing),
	    TEST(a_language_that_cannot_be_heard_has_no_speaker),
	    TEST(a_tile_is_read_in_its_own_language),
	    TEST(after_enter_the_new_state_of_a_choice_is_read),
	    TEST(after_enter_points_scores_and_ranks_are_read),
	    TEST(what_is_taken_from_the_review_is_told),
	    TEST(a_touched_choice_does_not_end_the_page),
	    TEST(a_typed_number_is_read_with_title_and_cost),
	    TEST(after_every_end_of_a_turn_nothing_is_left),
	    TEST(the_thanks_say_only_thanks_and_end_with_their_page),
	    TEST(the_next_slip_ends_what_is_read_to_the_one_before),
	    TEST(a_refused_slip_ends_what_is_read_to_the_one_before),
	    TEST(speed_and_volume_are_the_residents_own),
	    TEST(recordings_are_asked_for_by_their_names),
	    TEST(reading_is_offered_where_the_language_can_be_said),
	};

	return cmocka_run_group_tests(tests, open_case, close_case);
}
