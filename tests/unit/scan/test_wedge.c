/* The keyboard-wedge scanner: bursts of scancodes to lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/meeting.h"
#include "core/slip.h"
#include "scan/wedge.h"

static const char token[] = "7KQ2M0ZXWT4B9CDEFGHJ";

static SDL_Scancode key_of(char symbol)
{
	if (symbol >= 'A' && symbol <= 'Z')
		return (SDL_Scancode)(SDL_SCANCODE_A + (symbol - 'A'));
	if (symbol >= '1' && symbol <= '9')
		return (SDL_Scancode)(SDL_SCANCODE_1 + (symbol - '1'));
	if (symbol == '0')
		return SDL_SCANCODE_0;
	if (symbol == '\n')
		return SDL_SCANCODE_RETURN;
	if (symbol == '\t')
		return SDL_SCANCODE_TAB;
	if (symbol == ' ')
		return SDL_SCANCODE_SPACE;
	return SDL_SCANCODE_SLASH;
}

/* Types TEXT with STEP_MS between keys from *now_ms on, as a scanner set to
 * capitals does: Shift around each letter. Returns how many lines came. */
static int type(struct wedge *wedge, const char *text, unsigned step_ms,
		uint64_t *now_ms, struct scan_line *ret_line)
{
	int lines = 0;

	for (; *text; text++, *now_ms += step_ms) {
		if (wedge_tick(wedge, *now_ms)) {
			wedge_take(wedge, ret_line);
			lines++;
		}
		if (*text >= 'A' && *text <= 'Z')
			assert_int_equal(
			    wedge_key(wedge, SDL_SCANCODE_LSHIFT, *now_ms),
			    WEDGE_NOT_MINE);
		if (wedge_key(wedge, key_of(*text), *now_ms) == WEDGE_LINE) {
			wedge_take(wedge, ret_line);
			lines++;
		}
	}
	return lines;
}

static void a_burst_that_ends_in_return_is_one_line(void **state)
{
	struct wedge wedge = {0};
	struct scan_line line = {0};
	uint64_t now = 1000;

	(void)state;
	assert_int_equal(type(&wedge, token, 8, &now, &line), 0);
	assert_int_equal(wedge_key(&wedge, SDL_SCANCODE_RETURN, now),
			 WEDGE_LINE);
	wedge_take(&wedge, &line);
	assert_int_equal(line.length, SLIP_SYMBOLS);
	assert_string_equal(line.text, token);
	assert_false(wedge_tick(&wedge, now + 5000));
}

static void a_burst_that_ends_in_tab_is_one_line(void **state)
{
	struct wedge wedge = {0};
	struct scan_line line = {0};
	uint64_t now = 1000;
	char text[] = "7KQ2M0ZXWT4B9CDEFGHJ\t";

	(void)state;
	assert_int_equal(type(&wedge, text, 40, &now, &line), 1);
	assert_string_equal(line.text, token);
}

/* The kiosk drew or wrote for a second in the middle of a scan: the other half
 * of the keys was sent meanwhile and is heard only afterwards. */
static void a_busy_kiosk_does_not_tear_a_scan_in_two(void **state)
{
	struct wedge wedge = {0};
	struct scan_line line;
	uint64_t now = 5000;

	(void)state;
	assert_int_equal(type(&wedge, "7KQ2M0Z", 4, &now, &line), 0);
	now += 1000;
	wedge_unheard(&wedge, 1000);
	assert_int_equal(type(&wedge, "XWT4B9CDEFGHJ\n", 4, &now, &line), 1);
	assert_int_equal(line.length, SLIP_SYMBOLS);
	assert_memory_equal(line.text, token, SLIP_SYMBOLS);
}

static void twenty_symbols_and_a_pause_are_a_line(void **state)
{
	struct wedge wedge = {0};
	struct scan_line line = {0};
	uint64_t now = 1000;

	(void)state;
	assert_int_equal(wedge_wait_ms(&wedge, now), -1);
	assert_int_equal(type(&wedge, token, 10, &now, &line), 0);
	now -= 10;
	assert_int_equal(wedge_wait_ms(&wedge, now), WEDGE_PAUSE_MS);
	assert_false(wedge_tick(&wedge, now + WEDGE_PAUSE_MS - 1));
	assert_true(wedge_tick(&wedge, now + WEDGE_PAUSE_MS));
	wedge_take(&wedge, &line);
	assert_string_equal(line.text, token);
	/* A Return that comes late is still the scanner's. */
	assert_int_equal(wedge_key(&wedge, SDL_SCANCODE_RETURN, now + 300),
			 WEDGE_TAKEN);
}

static const char *const longer[] = {"7KQ2M0ZXWT4B9CDEFGHJAR",
				     "7KQ2M0ZXWT4B9CDEFGHJPRS"};

/* With Return, with both ends as some scanners send, and in a pause. */
static void a_slip_with_a_language_is_one_line(void **state)
{
	static const char *const ends[] = {"\n", "\n\t", ""};

	(void)state;
	for (size_t i = 0; i < 6; i++) {
		struct wedge wedge = {0};
		struct scan_line line = {0};
		uint64_t now = 1000;
		char text[32];
		int lines;

		snprintf(text, sizeof(text), "%s%s", longer[i % 2],
			 ends[i / 2]);
		lines = type(&wedge, text, 10, &now, &line);
		if (!*ends[i / 2]) {
			now -= 10;
			assert_false(
			    wedge_tick(&wedge, now + WEDGE_PAUSE_MS - 1));
			assert_true(wedge_tick(&wedge, now + WEDGE_PAUSE_MS));
			wedge_take(&wedge, &line);
			lines++;
		}
		assert_int_equal(lines, 1);
		assert_string_equal(line.text, longer[i % 2]);
	}
}

static void two_slips_with_languages_are_two_lines(void **state)
{
	struct wedge wedge = {0};
	struct scan_line line = {0};
	uint64_t now = 1000;

	(void)state;
	assert_int_equal(type(&wedge,
			      "7KQ2M0ZXWT4B9CDEFGHJPRS\n\n"
			      "7KQ2M0ZXWT4B9CDEFGHJAR\n",
			      5, &now, &line),
			 2);
	assert_string_equal(line.text, longer[0]);
}

/* A slip is 20, 22 or 23 symbols long: after 21 something is still to come. */
static void after_one_letter_of_a_language_the_rest_is_waited_for(void **state)
{
	struct wedge wedge = {0};
	struct scan_line line = {0};
	uint64_t now = 1000;

	(void)state;
	assert_int_equal(type(&wedge, "7KQ2M0ZXWT4B9CDEFGHJA", 10, &now, &line),
			 0);
	assert_false(wedge_tick(&wedge, now + WEDGE_PAUSE_MS));
	now += WEDGE_PAUSE_MS;
	assert_int_equal(type(&wedge, "R\n", 10, &now, &line), 1);
	assert_string_equal(line.text, longer[0]);
}

static void the_number_pad_types_digits(void **state)
{
	struct wedge wedge = {0};
	struct scan_line line;

	(void)state;
	wedge_key(&wedge, SDL_SCANCODE_KP_1, 1000);
	wedge_key(&wedge, SDL_SCANCODE_KP_9, 1010);
	wedge_key(&wedge, SDL_SCANCODE_KP_0, 1020);
	wedge_key(&wedge, SDL_SCANCODE_A, 1030);
	assert_int_equal(wedge_key(&wedge, SDL_SCANCODE_KP_ENTER, 1040),
			 WEDGE_LINE);
	wedge_take(&wedge, &line);
	assert_string_equal(line.text, "190A");
}

static void lone_focus_keys_are_left_to_the_window(void **state)
{
	static const SDL_Scancode keys[] = {
	    SDL_SCANCODE_RETURN, SDL_SCANCODE_TAB,    SDL_SCANCODE_SPACE,
	    SDL_SCANCODE_LEFT,	 SDL_SCANCODE_RIGHT,  SDL_SCANCODE_UP,
	    SDL_SCANCODE_DOWN,	 SDL_SCANCODE_ESCAPE, SDL_SCANCODE_F4,
	    SDL_SCANCODE_LALT,	 SDL_SCANCODE_RSHIFT, SDL_SCANCODE_CAPSLOCK,
	};
	struct wedge wedge = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		assert_int_equal(wedge_key(&wedge, keys[i], 1000 + i),
				 WEDGE_NOT_MINE);
	assert_int_equal(wedge_wait_ms(&wedge, 1100), -1);
}

static void a_key_or_two_before_return_are_no_scan(void **state)
{
	struct wedge wedge = {0};
	struct scan_line line = {0};
	uint64_t now = 1000;

	(void)state;
	assert_int_equal(type(&wedge, "AB", 50, &now, &line), 0);
	assert_int_equal(wedge_key(&wedge, SDL_SCANCODE_RETURN, now),
			 WEDGE_NOT_MINE);
	assert_int_equal(type(&wedge, "AB", 50, &now, &line), 0);
	assert_false(wedge_tick(&wedge, now + WEDGE_GAP_MS));
	assert_int_equal(wedge_wait_ms(&wedge, now), -1);
}

static void two_slips_one_after_the_other_are_two_lines(void **state)
{
	struct wedge wedge = {0};
	struct scan_line line = {0};
	uint64_t now = 1000;
	char text[] = "7KQ2M0ZXWT4B9CDEFGHJ\n\n7KQ2M0ZXWT4B9CDEFGHK\n";

	(void)state;
	assert_int_equal(type(&wedge, text, 5, &now, &line), 2);
	assert_string_equal(line.text, "7KQ2M0ZXWT4B9CDEFGHK");
}

static void an_old_half_burst_does_not_spoil_the_next_slip(void **state)
{
	struct wedge wedge = {0};
	struct scan_line line = {0};
	uint64_t now = 1000;

	(void)state;
	assert_int_equal(type(&wedge, "QW", 10, &now, &line), 0);
	now += WEDGE_GAP_MS;
	assert_int_equal(
	    type(&wedge, "7KQ2M0ZXWT4B9CDEFGHJ\n", 10, &now, &line), 1);
	assert_string_equal(line.text, token);
}

static void whatever_else_is_scanned_is_one_wrong_slip(void **state)
{
	static const char *const scans[] = {
	    "HTTPS://WWW.EXAMPLE.DK/VOTE?ID=7KQ2M0ZXWT4B9CDEFGHJ\n",
	    "5701234567899\n",
	    "5701234567899",
	    "BEGIN:VCARD\nVERSION:3.0\nN:RESIDENT 1\nTEL:12345678\nEND:VCARD\n",
	    "A LONG LINE OF WORDS THAT GOES ON AND ON AND IS NEVER ENDED BY "
	    "ANY",
	    "7KQ2-M0ZX-WT4B-9CDE-FGHJ-7KQ2\n",
	    "////////////////////////////////////////////////////////////////"
	    "////////////////////////////////////////////////////////////////"
	    "\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(scans) / sizeof(scans[0]); i++) {
		struct wedge wedge = {0};
		struct scan_line line = {0};
		struct slip slip;
		uint64_t now = 1000;
		int lines = type(&wedge, scans[i], 7, &now, &line);

		if (wedge_tick(&wedge, now + WEDGE_GAP_MS)) {
			wedge_take(&wedge, &line);
			lines++;
		}
		assert_int_equal(lines, 1);
		assert_int_equal(
		    slip_parse(line.text, line.length, NULL, &slip),
		    STATUS_SLIP_SYNTAX);
		/* And a slip right after it is read. */
		now += 2 * WEDGE_GAP_MS;
		assert_int_equal(
		    type(&wedge, "7KQ2M0ZXWT4B9CDEFGHJ\n", 7, &now, &line), 1);
		assert_string_equal(line.text, token);
	}
}

static void nothing_of_a_line_stays_behind_once_taken(void **state)
{
	struct wedge wedge = {0}, empty = {0};
	struct scan_line line = {0};
	uint64_t now = 1000;

	(void)state;
	assert_int_equal(type(&wedge, "7KQ2M0ZXWT4B9CDEFGHJ\n", 7, &now, &line),
			 1);
	assert_memory_equal(&wedge.line, &empty.line, sizeof(empty.line));
}

/* xorshift64, as in Marsaglia, Xorshift RNGs (2003): the same on every run. */
static uint64_t next(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

/* A random code fits its two check symbols once in 1,021 times, and then still
 * has to be of this meeting. */
static void ten_thousand_random_codes_are_told_apart(void **state)
{
	int by_status[STATUS_COUNT] = {0};
	uint64_t seed = 20151110, now = 0;
	struct wedge wedge = {0};

	(void)state;
	for (int i = 0; i < 10000; i++) {
		char text[SLIP_SYMBOLS + 2] = {0};
		struct scan_line line = {0};
		struct slip slip;

		for (int j = 0; j < SLIP_SYMBOLS; j++)
			text[j] = SLIP_ALPHABET[next(&seed) % 32];
		text[SLIP_SYMBOLS] = '\n';
		assert_int_equal(type(&wedge, text, 5, &now, &line), 1);
		by_status[slip_parse(line.text, line.length, "QV", &slip)]++;
	}
	assert_int_equal(by_status[STATUS_OK], 0);
	assert_int_equal(by_status[STATUS_SLIP_SYNTAX], 0);
	assert_in_range(by_status[STATUS_SLIP_OTHER], 1, 40);
	assert_int_equal(by_status[STATUS_SLIP_CHECK],
			 10000 - by_status[STATUS_SLIP_OTHER]);
}

static void every_slip_that_is_printed_is_read(void **state)
{
	uint64_t seed = 42, now = 0;
	struct wedge wedge = {0};

	(void)state;
	for (int i = 0; i < 2000; i++) {
		unsigned char random[SLIP_RANDOM_BYTES];
		char text[SLIP_SYMBOLS + 2] = {0};
		struct slip made, read;
		struct scan_line line = {0};

		for (size_t j = 0; j < sizeof(random); j++)
			random[j] = (unsigned char)next(&seed);
		slip_make("QV", random, &made);
		memcpy(text, made.symbols, SLIP_SYMBOLS);
		text[SLIP_SYMBOLS] = '\n';
		assert_int_equal(type(&wedge, text, 5, &now, &line), 1);
		assert_int_equal(
		    slip_parse(line.text, line.length, "QV", &read), STATUS_OK);
		assert_string_equal(read.symbols, made.symbols);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_burst_that_ends_in_return_is_one_line),
	    cmocka_unit_test(a_burst_that_ends_in_tab_is_one_line),
	    cmocka_unit_test(a_busy_kiosk_does_not_tear_a_scan_in_two),
	    cmocka_unit_test(twenty_symbols_and_a_pause_are_a_line),
	    cmocka_unit_test(a_slip_with_a_language_is_one_line),
	    cmocka_unit_test(two_slips_with_languages_are_two_lines),
	    cmocka_unit_test(
		after_one_letter_of_a_language_the_rest_is_waited_for),
	    cmocka_unit_test(the_number_pad_types_digits),
	    cmocka_unit_test(lone_focus_keys_are_left_to_the_window),
	    cmocka_unit_test(a_key_or_two_before_return_are_no_scan),
	    cmocka_unit_test(two_slips_one_after_the_other_are_two_lines),
	    cmocka_unit_test(an_old_half_burst_does_not_spoil_the_next_slip),
	    cmocka_unit_test(whatever_else_is_scanned_is_one_wrong_slip),
	    cmocka_unit_test(nothing_of_a_line_stays_behind_once_taken),
	    cmocka_unit_test(ten_thousand_random_codes_are_told_apart),
	    cmocka_unit_test(every_slip_that_is_printed_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
