/* Session and file together, with a real file in a folder of its own. */
#include "app/kiosk_booth.h"

#include <sodium.h>
#include <sqlite3.h>
#include <unistd.h>

#include "app/kiosk_demo.h"
#include "app/log.h"
#include "store/audit.h"
#include "store/box.h"
#include "store/entropy.h"
#include "store/live.h"
#include "store/roll.h"
#include "store/store_private.h"
#include "store/wrong.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/quick_folder.h"

#define AT "2015-11-10 19:00"

enum {
	SLIPS = 12,
	CARDS = 6,
	ROWS = 7,
	HUMAN_MS = 1000,
	LOG_TEXT = 4096,
	BUSY_MS = 20, /* waited for a busy file, not two seconds */
};

struct evening {
	char folder[64], path[96], codes[96];
	struct store *store; /* the kiosk's */
	struct roll_link *roll;
	struct store *organisers; /* another program's */
	struct slip slips[SLIPS];
	struct booth booth;
	char log[LOG_TEXT];
	uint64_t now_ms;
	uint64_t blocked_ms; /* how long the disk lets all wait */
	uint64_t seed;	     /* of a fixed sequence, for the live votes */
	struct random fixed;
};

static uint64_t clock_after(void *context)
{
	const struct evening *evening = context;

	return evening->now_ms + evening->blocked_ms;
}

static void act(struct evening *evening, enum act what)
{
	assert_int_equal(audit_act(evening->organisers, what, "", AT),
			 STATUS_OK);
	evening->now_ms += BOOTH_POLL_MS;
	booth_tick(&evening->booth);
}

static int begin_with(void **state, enum live live)
{
	struct evening *evening = calloc(1, sizeof(*evening));
	struct meeting *meeting = bolbro_new();
	int serial;

	if (!evening || !meeting || sodium_init() < 0)
		return -1;
	meeting->live = live;
	meeting->live_batch = MEETING_BATCH_LEAST;
	*state = evening;
	quick_folder("booth", evening->folder, sizeof(evening->folder));
	snprintf(evening->path, sizeof(evening->path), "%s/b.stemmeboks",
		 evening->folder);
	snprintf(evening->codes, sizeof(evening->codes), "%s/codes",
		 evening->folder);
	if (store_create(evening->path, meeting, AT) != STATUS_OK ||
	    store_open(evening->path, STORE_WRITE, &evening->organisers) !=
		STATUS_OK ||
	    roll_add(evening->organisers, SLIPS, "", &entropy, AT,
		     evening->slips, &serial) != STATUS_OK ||
	    audit_act(evening->organisers, ACT_ADOPTED, "", AT) != STATUS_OK ||
	    store_open(evening->path, STORE_WRITE, &evening->store) !=
		STATUS_OK ||
	    roll_link_open(evening->store, &evening->roll) != STATUS_OK)
		return -1;
	meeting_free(meeting);
	evening->now_ms = 1000000;
	evening->seed = 2015;
	evening->fixed = bolbro_random(&evening->seed);
	evening->booth = (struct booth){
	    .store = evening->store,
	    .roll = evening->roll,
	    .meeting = store_meeting(evening->store),
	    .random = live == LIVE_BATCHES ? &evening->fixed : &entropy,
	    .clock_ms = clock_after,
	    .clock = evening,
	    .log = fmemopen(evening->log, LOG_TEXT, "w"),
	};
	return booth_start(&evening->booth, evening->now_ms) == STATUS_OK ? 0
									  : -1;
}

static int begin_evening(void **state)
{
	return begin_with(state, LIVE_TURNOUT);
}

static int begin_live(void **state)
{
	return begin_with(state, LIVE_BATCHES);
}

static int end_evening(void **state)
{
	struct evening *evening = *state;

	booth_wipe(&evening->booth, evening->now_ms);
	fclose(evening->booth.log);
	roll_link_free(evening->roll);
	store_free(evening->store);
	store_free(evening->organisers);
	unlink(evening->path);
	unlink(evening->codes);
	rmdir(evening->folder);
	free(evening);
	return 0;
}

static void scan(struct evening *evening, const char *code)
{
	evening->now_ms += HUMAN_MS;
	booth_scanned(&evening->booth, code, strlen(code), evening->now_ms);
}

static void mean(struct evening *evening, enum intent_kind kind, int value)
{
	evening->now_ms += HUMAN_MS;
	booth_apply(&evening->booth, (struct intent){kind, value}, CARDS, ROWS,
		    evening->now_ms);
}

static void is_at(const struct evening *evening, enum screen screen)
{
	assert_string_equal(screen_name(evening->booth.session.screen),
			    screen_name(screen));
}

static void is_refused(const struct evening *evening, enum status status)
{
	is_at(evening, SCREEN_MESSAGE);
	assert_string_equal(status_name(evening->booth.session.message),
			    status_name(status));
}

/* From the language to "Your vote is being stored…", choosing proposal 0. */
static void walk_to_cast(struct evening *evening)
{
	mean(evening, INTENT_LANGUAGE, 0);
	mean(evening, INTENT_TOGGLE, 0);
	for (int i = 0; i < 3; i++)
		mean(evening, INTENT_NEXT, 0);
	is_at(evening, SCREEN_REVIEW);
	mean(evening, INTENT_CAST, 0);
	is_at(evening, SCREEN_CASTING);
	assert_int_equal(evening->booth.job, BOOTH_CAST);
}

static int votes(struct evening *evening)
{
	int filled, slots;
	struct roll_count count;

	assert_int_equal(box_filled(evening->organisers, &filled, &slots),
			 STATUS_OK);
	assert_int_equal(roll_count(evening->organisers, &count), STATUS_OK);
	assert_int_equal(count.used, filled);
	return filled;
}

static bool all_zero(const void *bytes, size_t size)
{
	const unsigned char *at = bytes;

	for (size_t i = 0; i < size; i++)
		if (at[i])
			return false;
	return true;
}

static void a_slip_gives_one_vote_and_leaves_nothing_behind(void **state)
{
	struct evening *evening = *state;
	struct session *session = &evening->booth.session;

	act(evening, ACT_OPENED);
	scan(evening, evening->slips[0].symbols);
	is_at(evening, SCREEN_LANGUAGE);
	walk_to_cast(evening);
	assert_int_equal(votes(evening), 0);
	booth_work(&evening->booth);
	is_at(evening, SCREEN_THANKS);
	assert_int_equal(votes(evening), 1);
	assert_true(all_zero(session->slip_hash, SLIP_HASH_BYTES));
	assert_true(all_zero(&session->ballot, sizeof(session->ballot)));
	assert_true(all_zero(session->order, sizeof(session->order)));
	assert_true(all_zero(evening->booth.job_hash, SLIP_HASH_BYTES));
	mean(evening, INTENT_DISMISS, 0);
	assert_true(all_zero(session->cast_hash, SLIP_HASH_BYTES));
	scan(evening, evening->slips[0].symbols);
	is_refused(evening, STATUS_SLIP_USED);
}

static void a_slip_left_under_the_scanner_keeps_its_thanks(void **state)
{
	struct evening *evening = *state;
	const struct session *session = &evening->booth.session;
	uint64_t since_ms;

	act(evening, ACT_OPENED);
	scan(evening, evening->slips[0].symbols);
	walk_to_cast(evening);
	booth_work(&evening->booth);
	is_at(evening, SCREEN_THANKS);
	since_ms = session->since_ms;
	scan(evening, evening->slips[0].symbols);
	is_at(evening, SCREEN_THANKS);
	act(evening, ACT_CLOSED);
	scan(evening, evening->slips[0].symbols);
	is_at(evening, SCREEN_THANKS);
	assert_int_equal(session->since_ms, since_ms);
	assert_true(all_zero(evening->booth.job_hash, SLIP_HASH_BYTES));
	scan(evening, "https://example.dk");
	is_refused(evening, STATUS_NOT_OPEN);
	assert_true(all_zero(session->cast_hash, SLIP_HASH_BYTES));
}

/* Someone taps on, seeing nothing happen; the taps come after the disk. */
static void the_thanks_of_a_slow_disk_last_as_long_as_any(void **state)
{
	struct evening *evening = *state;
	const struct session *session = &evening->booth.session;

	act(evening, ACT_OPENED);
	evening->blocked_ms = 3000;
	scan(evening, evening->slips[0].symbols);
	evening->now_ms += evening->blocked_ms;
	assert_int_equal(session->since_ms, evening->now_ms);
	evening->blocked_ms = 0;
	walk_to_cast(evening);
	evening->blocked_ms = 9000;
	booth_work(&evening->booth);
	evening->now_ms += evening->blocked_ms;
	evening->blocked_ms = 0;
	is_at(evening, SCREEN_THANKS);
	booth_apply(&evening->booth, (struct intent){INTENT_DISMISS, 0}, CARDS,
		    ROWS, evening->now_ms + SESSION_GUARD_MS - 1);
	is_at(evening, SCREEN_THANKS);
	evening->now_ms += screen_idle_ms(SCREEN_THANKS) - 1;
	booth_tick(&evening->booth);
	is_at(evening, SCREEN_THANKS);
	evening->now_ms++;
	booth_tick(&evening->booth);
	is_at(evening, SCREEN_ATTRACT);
}

static void each_wrong_slip_gets_its_own_message(void **state)
{
	struct evening *evening = *state;
	static const unsigned char random[SLIP_RANDOM_BYTES] = {1};
	unsigned char hash[SLIP_HASH_BYTES];
	struct slip other;
	char misread[SLIP_SYMBOLS + 1];

	act(evening, ACT_OPENED);
	slip_hash(evening->booth.meeting, &evening->slips[1], hash);
	assert_int_equal(roll_void(evening->organisers, hash, AT), STATUS_OK);
	scan(evening, evening->slips[1].symbols);
	is_refused(evening, STATUS_SLIP_VOID);
	slip_make("B6", random, &other); /* of another meeting */
	scan(evening, other.symbols);
	is_refused(evening, STATUS_SLIP_OTHER);
	slip_make("B5", random, &other); /* well-formed, never printed */
	scan(evening, other.symbols);
	is_refused(evening, STATUS_SLIP_OTHER);
	memcpy(misread, evening->slips[2].symbols, sizeof(misread));
	misread[5] = misread[5] == '7' ? '8' : '7';
	scan(evening, misread);
	is_refused(evening, STATUS_SLIP_SYNTAX);
	scan(evening, "https://example.dk");
	is_refused(evening, STATUS_SLIP_SYNTAX);
	assert_int_equal(votes(evening), 0);
}

static void random_codes_are_never_taken(void **state)
{
	struct evening *evening = *state;
	uint64_t seed = 7;
	struct random random = bolbro_random(&seed);

	act(evening, ACT_OPENED);
	for (int i = 0; i < 2000; i++) {
		unsigned char bytes[SLIP_RANDOM_BYTES];
		struct slip slip;

		random.fill(random.context, bytes, sizeof(bytes));
		slip_make("B5", bytes, &slip);
		scan(evening, slip.symbols);
		is_refused(evening, STATUS_SLIP_OTHER);
	}
	assert_int_equal(votes(evening), 0);
}

/* The first COUNT symbols of CODE. */
static void type_symbols(struct evening *evening, const char *code, int count)
{
	mean(evening, INTENT_TYPE_CODE, 0);
	for (int i = 0; i < count; i++)
		mean(evening, INTENT_SYMBOL, slip_symbol_value(code[i]));
}

static void type_code(struct evening *evening, const char *code)
{
	type_symbols(evening, code, SLIP_SYMBOLS);
}

/* Voting is open, and a slip's code is typed but for its last symbol, which is
 * returned. */
static int type_all_but_last(struct evening *evening)
{
	const char *code = evening->slips[3].symbols;

	act(evening, ACT_OPENED);
	type_symbols(evening, code, SLIP_SYMBOLS - 1);
	return slip_symbol_value(code[SLIP_SYMBOLS - 1]);
}

static void a_typed_code_with_a_wrong_symbol_can_be_mended(void **state)
{
	struct evening *evening = *state;
	int last = type_all_but_last(evening);

	mean(evening, INTENT_SYMBOL, (last + 1) % 32);
	is_at(evening, SCREEN_CODE);
	assert_true(evening->booth.session.code_wrong);
	mean(evening, INTENT_ERASE, 0);
	mean(evening, INTENT_SYMBOL, last);
	is_at(evening, SCREEN_LANGUAGE);
	assert_true(all_zero(evening->booth.session.code, SLIP_SYMBOLS));
}

/* A code with right check symbols that is on no slip. */
static struct slip wrong_slip(const struct evening *evening, int number)
{
	unsigned char bytes[SLIP_RANDOM_BYTES] = {(unsigned char)number, 77};
	struct slip slip;

	slip_make(evening->booth.meeting->code, bytes, &slip);
	return slip;
}

static void type_wrong(struct evening *evening, int number)
{
	struct slip slip = wrong_slip(evening, number);

	type_code(evening, slip.symbols);
	is_refused(evening, STATUS_SLIP_OTHER);
	mean(evening, INTENT_DISMISS, 0);
	is_at(evening, SCREEN_ATTRACT);
}

static void is_locked(struct evening *evening)
{
	mean(evening, INTENT_TYPE_CODE, 0);
	is_refused(evening, STATUS_CODE_LOCKED);
	mean(evening, INTENT_DISMISS, 0);
}

/* The program is started anew; its clock may be set back. */
static void start_anew(struct evening *evening, uint64_t now_ms)
{
	booth_wipe(&evening->booth, evening->now_ms);
	evening->now_ms = now_ms;
	assert_int_equal(booth_start(&evening->booth, now_ms), STATUS_OK);
}

static int wrong_in_file(const struct evening *evening)
{
	struct wrong wrong;

	assert_int_equal(wrong_read(evening->organisers, &wrong), STATUS_OK);
	return wrong.codes;
}

static void a_slip_of_the_finger_is_no_wrong_code(void **state)
{
	struct evening *evening = *state;
	int last = type_all_but_last(evening);

	for (int i = 1; i < 32; i++) {
		mean(evening, INTENT_SYMBOL, (last + i) % 32);
		is_at(evening, SCREEN_CODE);
		mean(evening, INTENT_ERASE, 0);
	}
	assert_int_equal(wrong_in_file(evening), 0);
	mean(evening, INTENT_SYMBOL, last);
	is_at(evening, SCREEN_LANGUAGE);
}

static void five_wrong_codes_lock_typing_and_scanning_goes_on(void **state)
{
	struct evening *evening = *state;
	uint64_t since_ms;

	act(evening, ACT_OPENED);
	/* A scanner reads what is on paper: nobody tries codes with it. */
	for (int i = 0; i < 9; i++) {
		struct slip slip = wrong_slip(evening, i);

		scan(evening, slip.symbols);
		is_refused(evening, STATUS_SLIP_OTHER);
		mean(evening, INTENT_DISMISS, 0);
	}
	for (int i = 1; i <= 4; i++)
		type_wrong(evening, i);
	assert_int_equal(wrong_in_file(evening), 4);
	type_wrong(evening, 5);
	since_ms = evening->now_ms - HUMAN_MS;
	is_locked(evening);
	scan(evening, evening->slips[0].symbols);
	is_at(evening, SCREEN_LANGUAGE);
	mean(evening, INTENT_STOP, 0);
	evening->now_ms = since_ms + 15000 - HUMAN_MS - 1;
	is_locked(evening);
	type_wrong(evening, 6);
	/* Now it is twice as long, and a right code is not looked at. */
	evening->now_ms += 30000 - 4 * HUMAN_MS;
	is_locked(evening);
	type_code(evening, evening->slips[1].symbols);
	is_at(evening, SCREEN_LANGUAGE);
	assert_int_equal(wrong_in_file(evening), 6);
}

static void after_a_restart_the_lock_runs_from_its_beginning(void **state)
{
	struct evening *evening = *state;

	act(evening, ACT_OPENED);
	for (int i = 1; i <= 5; i++)
		type_wrong(evening, i);
	start_anew(evening, 20);
	booth_tick(&evening->booth);
	is_locked(evening);
	evening->now_ms = 20 + 15000 - HUMAN_MS - 1;
	is_locked(evening);
	type_code(evening, evening->slips[1].symbols);
	is_at(evening, SCREEN_LANGUAGE);
}

static void after_a_hundred_wrong_codes_nobody_types_any_more(void **state)
{
	struct evening *evening = *state;

	act(evening, ACT_OPENED);
	for (int i = 1; i <= 100; i++) {
		type_wrong(evening, i);
		evening->now_ms += 960000;
	}
	assert_int_equal(wrong_in_file(evening), 100);
	is_locked(evening);
	evening->now_ms += 100000000;
	is_locked(evening);
	start_anew(evening, 100);
	evening->now_ms += 100000000;
	is_locked(evening);
	scan(evening, evening->slips[2].symbols);
	is_at(evening, SCREEN_LANGUAGE);
}

static void nobody_votes_unless_voting_is_open(void **state)
{
	struct evening *evening = *state;

	scan(evening, evening->slips[0].symbols);
	is_refused(evening, STATUS_NOT_OPEN);
	act(evening, ACT_OPENED);
	scan(evening, evening->slips[0].symbols);
	is_at(evening, SCREEN_LANGUAGE);
	act(evening, ACT_PAUSED);
	is_refused(evening, STATUS_NOT_OPEN);
	assert_int_equal(evening->booth.phase, PHASE_PAUSED);
	act(evening, ACT_OPENED);
	scan(evening, evening->slips[0].symbols);
	is_at(evening, SCREEN_LANGUAGE);
	assert_int_equal(votes(evening), 0);
}

/* The poll comes every tenth of a second; the file is asked at the cast too. */
static void a_vote_after_closing_is_refused_by_the_file(void **state)
{
	struct evening *evening = *state;

	act(evening, ACT_OPENED);
	scan(evening, evening->slips[0].symbols);
	walk_to_cast(evening);
	assert_int_equal(audit_act(evening->organisers, ACT_CLOSED, "", AT),
			 STATUS_OK);
	booth_work(&evening->booth);
	is_refused(evening, STATUS_NOT_OPEN);
	assert_int_equal(votes(evening), 0);
}

static void
a_slip_copied_and_used_meanwhile_is_refused_at_the_cast(void **state)
{
	struct evening *evening = *state;
	struct ballot blank = {{0}};
	unsigned char hash[SLIP_HASH_BYTES];

	act(evening, ACT_OPENED);
	scan(evening, evening->slips[0].symbols);
	walk_to_cast(evening);
	slip_hash(evening->booth.meeting, &evening->slips[0], hash);
	assert_int_equal(box_cast(evening->organisers, hash, &blank, &entropy),
			 STATUS_OK);
	booth_work(&evening->booth);
	is_refused(evening, STATUS_SLIP_USED);
	assert_int_equal(votes(evening), 1);
}

/* Another program has the file for itself, as a copy to a stick may. */
static sqlite3 *hold_file(struct evening *evening)
{
	sqlite3 *other = NULL;

	assert_int_equal(
	    sqlite3_busy_timeout(evening->store->connection.db, BUSY_MS),
	    SQLITE_OK);
	assert_int_equal(sqlite3_open(evening->path, &other), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL),
	    SQLITE_OK);
	return other;
}

/* A resident casts while another has the file, until that is closed. */
static sqlite3 *cast_into_busy_file(struct evening *evening)
{
	act(evening, ACT_OPENED);
	scan(evening, evening->slips[0].symbols);
	walk_to_cast(evening);
	return hold_file(evening);
}

static void a_busy_file_is_waited_for_while_the_resident_stays(void **state)
{
	struct evening *evening = *state;
	sqlite3 *other;

	other = cast_into_busy_file(evening);
	booth_work(&evening->booth);
	is_at(evening, SCREEN_CASTING);
	assert_int_equal(evening->booth.job, BOOTH_CAST);
	sqlite3_close(other);
	evening->now_ms += HUMAN_MS;
	booth_work(&evening->booth);
	is_at(evening, SCREEN_THANKS);
	assert_int_equal(votes(evening), 1);
}

static void a_file_that_stays_busy_ends_in_a_vote_not_cast(void **state)
{
	struct evening *evening = *state;
	sqlite3 *other;

	other = cast_into_busy_file(evening);
	evening->now_ms += BOOTH_PATIENCE_MS;
	booth_work(&evening->booth);
	sqlite3_close(other);
	is_refused(evening, STATUS_STORE);
	assert_int_equal(evening->booth.job, BOOTH_IDLE);
	assert_int_equal(votes(evening), 0);
	fflush(evening->booth.log);
	assert_non_null(strstr(evening->log, "not-cast store-busy"));
}

static void a_waiting_look_up_ends_when_voting_stops(void **state)
{
	struct evening *evening = *state;
	sqlite3 *other;

	act(evening, ACT_OPENED);
	other = hold_file(evening);
	scan(evening, evening->slips[0].symbols);
	is_at(evening, SCREEN_ATTRACT);
	assert_int_equal(evening->booth.job, BOOTH_LOOK_UP);
	evening->booth.phase = PHASE_PAUSED; /* as the next tick may find */
	booth_work(&evening->booth);
	is_refused(evening, STATUS_NOT_OPEN);
	assert_int_equal(evening->booth.job, BOOTH_IDLE);
	sqlite3_close(other);
}

static void a_look_up_is_not_for_who_comes_next(void **state)
{
	struct evening *evening = *state;
	const char *code = evening->slips[0].symbols;
	sqlite3 *other;

	act(evening, ACT_OPENED);
	mean(evening, INTENT_TYPE_CODE, 0);
	for (int i = 0; i < SLIP_SYMBOLS - 1; i++)
		mean(evening, INTENT_SYMBOL, slip_symbol_value(code[i]));
	other = hold_file(evening);
	mean(evening, INTENT_SYMBOL, slip_symbol_value(code[SLIP_SYMBOLS - 1]));
	assert_int_equal(evening->booth.job, BOOTH_LOOK_UP);
	mean(evening, INTENT_STOP, 0);
	is_at(evening, SCREEN_ATTRACT);
	sqlite3_close(other);
	booth_work(&evening->booth);
	is_at(evening, SCREEN_ATTRACT);
	assert_int_equal(evening->booth.job, BOOTH_IDLE);
	assert_true(all_zero(evening->booth.job_hash, SLIP_HASH_BYTES));
}

static void a_second_slip_during_a_vote_changes_nothing(void **state)
{
	struct evening *evening = *state;
	unsigned char before[SLIP_HASH_BYTES];

	act(evening, ACT_OPENED);
	scan(evening, evening->slips[0].symbols);
	memcpy(before, evening->booth.session.slip_hash, sizeof(before));
	scan(evening, evening->slips[1].symbols);
	is_at(evening, SCREEN_LANGUAGE);
	assert_int_equal(evening->booth.session.banner, BANNER_REPEAT);
	assert_memory_equal(before, evening->booth.session.slip_hash,
			    sizeof(before));
	walk_to_cast(evening);
	scan(evening, evening->slips[1].symbols);
	is_at(evening, SCREEN_CASTING);
	assert_int_equal(evening->booth.session.banner, BANNER_NONE);
	booth_work(&evening->booth);
	is_at(evening, SCREEN_THANKS);
	scan(evening, evening->slips[1].symbols);
	is_at(evening, SCREEN_LANGUAGE);
}

static void a_locked_kiosk_stays_locked(void **state)
{
	struct evening *evening = *state;

	act(evening, ACT_OPENED);
	scan(evening, evening->slips[0].symbols);
	walk_to_cast(evening);
	session_cast_done(&evening->booth.session, STATUS_UNCERTAIN,
			  evening->now_ms);
	evening->booth.job = BOOTH_IDLE;
	scan(evening, evening->slips[1].symbols);
	mean(evening, INTENT_DISMISS, 0);
	mean(evening, INTENT_STOP, 0);
	act(evening, ACT_PAUSED);
	evening->now_ms += 3600000;
	booth_tick(&evening->booth);
	is_at(evening, SCREEN_LOCKED);
}

static void between_residents_the_kiosk_speaks_its_own_language(void **state)
{
	struct evening *evening = *state;
	struct session *session = &evening->booth.session;

	evening->booth.language = 1;
	act(evening, ACT_OPENED);
	assert_int_equal(session->language, 1);
	scan(evening, evening->slips[0].symbols);
	assert_int_equal(session->language, 1);
	mean(evening, INTENT_LANGUAGE, 0);
	assert_int_equal(session->language, 0);
	mean(evening, INTENT_STOP, 0);
	mean(evening, INTENT_STOP_YES, 0);
	is_at(evening, SCREEN_ATTRACT);
	assert_int_equal(session->language, 1);
}

/* All that can be set, on the cards. */
static void set_all(struct evening *evening)
{
	mean(evening, INTENT_LOOK, 0);
	mean(evening, INTENT_TEXT, TEXT_LARGEST);
	mean(evening, INTENT_THEME, LOOK_CONTRAST);
	mean(evening, INTENT_REACH, 0);
	mean(evening, INTENT_DISMISS, 0);
	mean(evening, INTENT_LISTEN, 0);
	mean(evening, INTENT_SPEED, 3);
	mean(evening, INTENT_VOLUME, 0);
	mean(evening, INTENT_DISMISS, 0);
}

/* SLIP votes in language SPOKEN with all settings; the thanks show. */
static void vote_in(struct evening *evening, int slip, int spoken)
{
	const struct session *session = &evening->booth.session;

	scan(evening, evening->slips[slip].symbols);
	mean(evening, INTENT_LANGUAGE, spoken);
	set_all(evening);
	mean(evening, INTENT_TOGGLE, 0);
	while (session->screen == SCREEN_CHOOSE)
		mean(evening, INTENT_NEXT, 0);
	mean(evening, INTENT_CAST, 0);
	booth_work(&evening->booth);
	is_at(evening, SCREEN_THANKS);
	assert_int_equal(session->language, spoken);
	assert_true(settings_changed(&session->settings, &session->usual));
}

static void scan_in(struct evening *evening, int slip, const char *language)
{
	char code[SLIP_SYMBOLS + SLIP_LANGUAGE];

	snprintf(code, sizeof(code), "%.20s%.3s", evening->slips[slip].symbols,
		 language);
	scan(evening, code);
}

/* Every setting, and what nobody has set. */
static void is_usual_in(const struct evening *evening, int language)
{
	const struct session *session = &evening->booth.session;

	assert_int_equal(session->language, language);
	assert_false(settings_changed(&session->settings, &session->usual));
}

static void
a_slip_refused_during_the_thanks_is_told_in_its_own_language(void **state)
{
	static const struct {
		const char *asks; /* the slip, "" none */
		int kiosk, before, told;
	} cases[] = {
	    {"", 0, 1, 0},   {"DA", 0, 1, 0}, {"EN", 0, 1, 1},
	    {"EN", 0, 0, 1}, {"", 1, 0, 1},   {"DA", 1, 1, 0},
	};
	enum { VOID_SLIP = SLIPS - 1 };
	struct evening *evening = *state;
	unsigned char hash[SLIP_HASH_BYTES];

	act(evening, ACT_OPENED);
	slip_hash(evening->booth.meeting, &evening->slips[VOID_SLIP], hash);
	assert_int_equal(roll_void(evening->organisers, hash, AT), STATUS_OK);
	for (int i = 0; i < (int)(sizeof(cases) / sizeof(cases[0])); i++) {
		evening->booth.language = cases[i].kiosk;
		vote_in(evening, i, cases[i].before);
		scan_in(evening, VOID_SLIP, cases[i].asks);
		is_refused(evening, STATUS_SLIP_VOID);
		is_usual_in(evening, cases[i].told);
		/* Another one while that message shows. */
		scan(evening, "https://example.dk");
		is_refused(evening, STATUS_SLIP_SYNTAX);
		is_usual_in(evening, cases[i].kiosk);
		mean(evening, INTENT_DISMISS, 0);
		is_at(evening, SCREEN_ATTRACT);
		is_usual_in(evening, cases[i].kiosk);
	}
}

/* Their own slip, still under the scanner, takes nothing away. */
static void the_slip_just_cast_leaves_thanks_language_and_settings(void **state)
{
	struct evening *evening = *state;
	struct session before;

	act(evening, ACT_OPENED);
	vote_in(evening, 0, 1);
	before = evening->booth.session;
	scan_in(evening, 0, "DA");
	assert_memory_equal(&evening->booth.session, &before, sizeof(before));
}

/* Who set something before scanning has it in the message, too. */
static void a_slip_refused_first_is_told_as_its_owner_set_it(void **state)
{
	struct evening *evening = *state;
	const struct session *session = &evening->booth.session;

	act(evening, ACT_OPENED);
	mean(evening, INTENT_LOOK, 0);
	mean(evening, INTENT_TEXT, TEXT_LARGEST);
	mean(evening, INTENT_DISMISS, 0);
	scan(evening, "https://example.dk");
	is_refused(evening, STATUS_SLIP_SYNTAX);
	assert_int_equal(session->settings.text, TEXT_LARGEST);
}

static void the_demo_goes_through_its_list_and_skips_used_slips(void **state)
{
	struct evening *evening = *state;
	FILE *codes = fopen(evening->codes, "w");
	unsigned char hash[SLIP_HASH_BYTES];
	struct ballot blank = {{0}};

	assert_non_null(codes);
	fprintf(codes, "# slips to try\n\nnot a slip\r\n%s\r\n%s\n",
		evening->slips[4].symbols, evening->slips[5].symbols);
	fclose(codes);
	assert_int_equal(demo_open(evening->codes, NULL, evening->booth.meeting,
				   &evening->booth.demo),
			 STATUS_OK);
	act(evening, ACT_OPENED);
	slip_hash(evening->booth.meeting, &evening->slips[4], hash);
	assert_int_equal(box_cast(evening->organisers, hash, &blank, &entropy),
			 STATUS_OK);
	mean(evening, INTENT_DEMO_SCAN, 0);
	is_at(evening, SCREEN_LANGUAGE);
	slip_hash(evening->booth.meeting, &evening->slips[5], hash);
	assert_memory_equal(evening->booth.session.slip_hash, hash,
			    sizeof(hash));
	mean(evening, INTENT_STOP, 0);
	/* Given back, it is there again; once used, none is left. */
	mean(evening, INTENT_DEMO_SCAN, 0);
	walk_to_cast(evening);
	booth_work(&evening->booth);
	mean(evening, INTENT_DISMISS, 0);
	mean(evening, INTENT_DEMO_SCAN, 0);
	is_refused(evening, STATUS_SLIP_USED);
	demo_free(evening->booth.demo);
}

static void a_demo_without_a_slip_of_the_meeting_is_refused(void **state)
{
	struct evening *evening = *state;
	struct demo *demo = NULL;
	FILE *codes;

	assert_int_equal(
	    demo_open(evening->codes, NULL, evening->booth.meeting, &demo),
	    STATUS_FILE_MISSING);
	codes = fopen(evening->codes, "w");
	assert_non_null(codes);
	fputs("7KQ2M0ZXWT4B9CDEFGHJ\n", codes);
	fclose(codes);
	assert_int_equal(
	    demo_open(evening->codes, NULL, evening->booth.meeting, &demo),
	    STATUS_NO_SLIPS);
	assert_null(demo);
}

static void without_a_list_the_demo_button_does_nothing(void **state)
{
	struct evening *evening = *state;

	act(evening, ACT_OPENED);
	mean(evening, INTENT_DEMO_SCAN, 0);
	is_at(evening, SCREEN_ATTRACT);
}

static void the_log_names_events_and_never_a_vote(void **state)
{
	struct evening *evening = *state;

	act(evening, ACT_OPENED);
	for (int i = 0; i < 3; i++) {
		scan(evening, evening->slips[i].symbols);
		walk_to_cast(evening);
		booth_work(&evening->booth);
		scan(evening, evening->slips[i].symbols);
		mean(evening, INTENT_DISMISS, 0);
	}
	act(evening, ACT_CLOSED);
	fflush(evening->booth.log);
	assert_string_equal(evening->log, "stemmeboks-kiosk: phase open\n"
					  "stemmeboks-kiosk: phase closed\n");
}

/* Resident SLIP chooses proposals by the bits of their number. */
static void cast_one(struct evening *evening, int slip)
{
	scan(evening, evening->slips[slip].symbols);
	mean(evening, INTENT_LANGUAGE, 0);
	mean(evening, INTENT_TOGGLE, slip % 3);
	for (int i = 0; i < 2; i++)
		mean(evening, INTENT_NEXT, 0);
	mean(evening, INTENT_TOGGLE, 3 + slip % 4);
	mean(evening, INTENT_NEXT, 0);
	is_at(evening, SCREEN_REVIEW);
	mean(evening, INTENT_CAST, 0);
	is_at(evening, SCREEN_CASTING);
	booth_publish(&evening->booth);
	booth_work(&evening->booth);
	is_at(evening, SCREEN_THANKS);
}

static int shown(struct evening *evening)
{
	struct snapshot snapshot;

	assert_int_equal(live_read(evening->organisers, &snapshot), STATUS_OK);
	return snapshot.ballots;
}

static void the_room_sees_more_after_the_thanks_and_not_before(void **state)
{
	struct evening *evening = *state;
	int before = 0;

	act(evening, ACT_OPENED);
	for (int i = 0; i < SLIPS - 1; i++) {
		cast_one(evening, i);
		assert_int_equal(shown(evening), before);
		booth_publish(&evening->booth);
		assert_true(shown(evening) >= before);
		assert_int_equal(shown(evening) % MEETING_BATCH_LEAST, 0);
		before = shown(evening);
		is_at(evening, SCREEN_THANKS);
		mean(evening, INTENT_DISMISS, 0);
		/* The next one's choices are not waited upon. */
		scan(evening, evening->slips[SLIPS - 1].symbols);
		booth_publish(&evening->booth);
		assert_int_equal(shown(evening), before);
		mean(evening, INTENT_STOP, 0);
		is_at(evening, SCREEN_ATTRACT);
	}
	assert_int_equal(before, MEETING_BATCH_LEAST);
	act(evening, ACT_CLOSED);
	assert_null(evening->booth.live.release);
	booth_publish(&evening->booth);
	assert_int_equal(shown(evening), 0);
	fflush(evening->booth.log);
	assert_null(strstr(evening->log, "live"));
}

static void
votes_that_cannot_be_shown_are_logged_once_and_shown_later(void **state)
{
	struct evening *evening = *state;
	const char *logged;
	sqlite3 *other;

	act(evening, ACT_OPENED);
	for (int i = 0; i < SLIPS - 1; i++) {
		cast_one(evening, i);
		mean(evening, INTENT_DISMISS, 0);
	}
	other = hold_file(evening);
	for (int i = 0; i < 3; i++) {
		booth_publish(&evening->booth);
		booth_publish(&evening->booth); /* too soon to try again */
		is_at(evening, SCREEN_ATTRACT);
		evening->now_ms += BOOTH_LIVE_RETRY_MS;
	}
	sqlite3_close(other);
	assert_int_equal(shown(evening), 0);
	booth_publish(&evening->booth);
	assert_int_equal(shown(evening), MEETING_BATCH_LEAST);
	fflush(evening->booth.log);
	logged = strstr(evening->log, ": live store-busy\n");
	assert_non_null(logged);
	assert_null(strstr(logged + 1, ": live"));
}

int main(void)
{
#define EVENING(test)                                                          \
	cmocka_unit_test_setup_teardown(test, begin_evening, end_evening)
#define LIVE(test)                                                             \
	cmocka_unit_test_setup_teardown(test, begin_live, end_evening)
	const struct CMUnitTest tests[] = {
	    EVENING(a_slip_gives_one_vote_and_leaves_nothing_behind),
	    EVENING(a_slip_left_under_the_scanner_keeps_its_thanks),
	    EVENING(the_thanks_of_a_slow_disk_last_as_long_as_any),
	    EVENING(each_wrong_slip_gets_its_own_message),
	    EVENING(random_codes_are_never_taken),
	    EVENING(a_typed_code_with_a_wrong_symbol_can_be_mended),
	    EVENING(a_slip_of_the_finger_is_no_wrong_code),
	    EVENING(five_wrong_codes_lock_typing_and_scanning_goes_on),
	    EVENING(after_a_restart_the_lock_runs_from_its_beginning),
	    EVENING(after_a_hundred_wrong_codes_nobody_types_any_more),
	    EVENING(nobody_votes_unless_voting_is_open),
	    EVENING(a_vote_after_closing_is_refused_by_the_file),
	    EVENING(a_slip_copied_and_used_meanwhile_is_refused_at_the_cast),
	    EVENING(a_busy_file_is_waited_for_while_the_resident_stays),
	    EVENING(a_file_that_stays_busy_ends_in_a_vote_not_cast),
	    EVENING(a_waiting_look_up_ends_when_voting_stops),
	    EVENING(a_look_up_is_not_for_who_comes_next),
	    EVENING(a_second_slip_during_a_vote_changes_nothing),
	    EVENING(a_locked_kiosk_stays_locked),
	    EVENING(between_residents_the_kiosk_speaks_its_own_language),
	    EVENING(
		a_slip_refused_during_the_thanks_is_told_in_its_own_language),
	    EVENING(the_slip_just_cast_leaves_thanks_language_and_settings),
	    EVENING(a_slip_refused_first_is_told_as_its_owner_set_it),
	    EVENING(the_demo_goes_through_its_list_and_skips_used_slips),
	    EVENING(a_demo_without_a_slip_of_the_meeting_is_refused),
	    EVENING(without_a_list_the_demo_button_does_nothing),
	    EVENING(the_log_names_events_and_never_a_vote),
	    LIVE(the_room_sees_more_after_the_thanks_and_not_before),
	    LIVE(votes_that_cannot_be_shown_are_logged_once_and_shown_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
