/* The token on a slip. */
#include "tests/lib/cmocka_all.h"

#include "core/slip.h"
#include "tests/lib/bolbro.h"

static struct slip made(uint64_t seed)
{
	struct random random = bolbro_random(&seed);
	unsigned char bytes[SLIP_RANDOM_BYTES];
	struct slip slip;

	random.fill(random.context, bytes, sizeof(bytes));
	slip_make("B5", bytes, &slip);
	return slip;
}

static enum status parsed(const char *text, struct slip *ret_slip)
{
	return slip_parse(text, strlen(text), "B5", ret_slip);
}

static void a_made_slip_is_read_back(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 1000; seed++) {
		struct slip slip = made(seed), read;

		assert_int_equal(strlen(slip.symbols), SLIP_SYMBOLS);
		assert_int_equal(strspn(slip.symbols, SLIP_ALPHABET),
				 SLIP_SYMBOLS);
		assert_int_equal(parsed(slip.symbols, &read), STATUS_OK);
		assert_string_equal(slip.symbols, read.symbols);
	}
}

/* Worked out by hand: all random bits 0, code "10": the sum is 1*1 + 0 = 1, so
 * the check symbols are 0 and 1; with "01" it is 1*32, so 1 and 0. */
static void the_check_symbols_are_the_sum_of_the_design(void **state)
{
	static const unsigned char zero[SLIP_RANDOM_BYTES];
	struct slip slip;

	(void)state;
	slip_make("10", zero, &slip);
	assert_string_equal(slip.symbols, "10000000000000000001");
	slip_make("01", zero, &slip);
	assert_string_equal(slip.symbols, "01000000000000000010");
}

static void all_eighty_random_bits_are_on_the_slip(void **state)
{
	(void)state;
	for (int bit = 0; bit < SLIP_RANDOM_BYTES * 8; bit++) {
		unsigned char random[SLIP_RANDOM_BYTES] = {0};
		struct slip zero, one;
		int changed = 0;

		slip_make("B5", random, &zero);
		random[bit / 8] = (unsigned char)(1 << bit % 8);
		slip_make("B5", random, &one);
		for (int i = SLIP_CODE_SYMBOLS;
		     i < SLIP_SYMBOLS - SLIP_CHECK_SYMBOLS; i++)
			changed += zero.symbols[i] != one.symbols[i];
		assert_int_equal(changed, 1);
	}
}

static void every_single_wrong_symbol_is_found(void **state)
{
	struct slip slip = made(42), read;

	(void)state;
	for (int i = 0; i < SLIP_SYMBOLS; i++) {
		for (int value = 0; value < 32; value++) {
			struct slip wrong = slip;

			wrong.symbols[i] = SLIP_ALPHABET[value];
			if (wrong.symbols[i] == slip.symbols[i])
				continue;
			assert_int_equal(parsed(wrong.symbols, &read),
					 STATUS_SLIP_CHECK);
		}
	}
}

static void every_swap_of_neighbours_or_over_one_is_found(void **state)
{
	struct slip read;

	(void)state;
	for (uint64_t seed = 1; seed <= 50; seed++) {
		for (int apart = 1; apart <= 2; apart++) {
			for (int i = 0; i + apart < SLIP_SYMBOLS; i++) {
				struct slip wrong = made(seed);
				char held = wrong.symbols[i];

				if (held == wrong.symbols[i + apart])
					continue;
				wrong.symbols[i] = wrong.symbols[i + apart];
				wrong.symbols[i + apart] = held;
				assert_int_equal(parsed(wrong.symbols, &read),
						 STATUS_SLIP_CHECK);
			}
		}
	}
}

static void people_may_type_small_letters_blanks_and_lookalikes(void **state)
{
	static const unsigned char zero[SLIP_RANDOM_BYTES];
	struct slip slip, read;

	(void)state;
	slip_make("10", zero, &slip);
	assert_int_equal(
	    slip_parse("loOO-oooo 0000 0000 oo0i", 24, "10", &read), STATUS_OK);
	assert_string_equal(read.symbols, slip.symbols);
	assert_int_equal(
	    slip_parse("Io00 0000 0000 0000 000L", 24, "10", &read), STATUS_OK);
}

/* The languages that a meeting may have, and their letters in capitals. */
static const char *const languages[] = {
#define LANGUAGE(code, ...) code,
#include "words/language.def"
#undef LANGUAGE
};

enum { LANGUAGES = sizeof(languages) / sizeof(languages[0]) };

static void every_language_comes_back_from_a_scan(void **state)
{
	(void)state;
	for (int i = 0; i < LANGUAGES; i++) {
		struct slip slip = made((uint64_t)i + 1), read;
		char text[SLIP_SCANNED], language[SLIP_LANGUAGE];
		size_t length = strlen(languages[i]);

		assert_int_equal(slip_scanned(&slip, languages[i], text),
				 STATUS_OK);
		assert_int_equal(strlen(text), SLIP_SYMBOLS + length);
		assert_memory_equal(text, slip.symbols, SLIP_SYMBOLS);
		/* QR alphanumeric mode has no small letters (ISO/IEC 18004). */
		assert_int_equal(
		    strspn(text + SLIP_SYMBOLS, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
		    length);
		assert_int_equal(parsed(text, &read), STATUS_OK);
		assert_string_equal(read.symbols, slip.symbols);
		slip_language(text, strlen(text), language);
		assert_string_equal(language, languages[i]);
	}
}

static void a_slip_without_a_language_names_none(void **state)
{
	struct slip slip = made(5);
	char text[SLIP_SCANNED], language[SLIP_LANGUAGE] = "xy";

	(void)state;
	assert_int_equal(slip_scanned(&slip, "", text), STATUS_OK);
	assert_string_equal(text, slip.symbols);
	slip_language(text, strlen(text), language);
	assert_string_equal(language, "");
}

/* The letters I, L, O and U are letters in a language and symbols in none. */
static void a_languages_letters_are_not_taken_for_digits(void **state)
{
	static const struct {
		const char *text, *language;
	} read[] = {
	    {"lOOO-oooo 0000 0000 oo0i-il", "il"},
	    {"IOOO OOOO OOOO OOOO OOOI SO", "so"},
	    {"10000000000000000001uk", "uk"},
	    {"10000000000000000001 P-R-S", "prs"},
	};
	struct slip slip;

	(void)state;
	for (size_t i = 0; i < sizeof(read) / sizeof(read[0]); i++) {
		const size_t length = strlen(read[i].text);
		char language[SLIP_LANGUAGE];

		assert_int_equal(slip_parse(read[i].text, length, "10", &slip),
				 STATUS_OK);
		assert_string_equal(slip.symbols, "10000000000000000001");
		slip_language(read[i].text, length, language);
		assert_string_equal(language, read[i].language);
	}
}

static void what_is_behind_a_slip_and_no_language_is_refused(void **state)
{
	static const char *const none[] = {
	    "10000000000000000001A", "10000000000000000001ABCD",
	    "10000000000000000001A1", "1000000000000000000112",
	    "10000000000000000001A\n", "10000000000000000001AR?",
	    "10000000000000000001\xc3\xa6", "1000000000000000000AR",
	    "ARXXXXXXXXXXXXXXXXXXXX1",
	    /* More letters than there is room for. */
	    "10000000000000000001ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOP"};
	struct slip slip;

	(void)state;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		char language[SLIP_LANGUAGE] = "xy";

		assert_int_equal(
		    slip_parse(none[i], strlen(none[i]), "10", &slip),
		    STATUS_SLIP_SYNTAX);
		slip_language(none[i], strlen(none[i]), language);
		assert_string_equal(language, "");
	}
}

static void a_wrong_symbol_is_found_before_any_language(void **state)
{
	for (int i = 0; i < LANGUAGES; i++) {
		struct slip slip = made(42), read;
		char text[SLIP_SCANNED];

		(void)state;
		assert_int_equal(slip_scanned(&slip, languages[i], text),
				 STATUS_OK);
		for (int at = 0; at < SLIP_SYMBOLS; at++) {
			char held = text[at];

			for (int value = 0; value < 32; value++) {
				text[at] = SLIP_ALPHABET[value];
				if (text[at] != held)
					assert_int_equal(parsed(text, &read),
							 STATUS_SLIP_CHECK);
			}
			text[at] = held;
		}
	}
}

static void a_name_that_is_no_language_is_not_printed(void **state)
{
	static const char *const names[] = {"a", "abcd", "a1", "d-k",
					    "\xc3\xa6"};
	struct slip slip = made(1);
	char text[SLIP_SCANNED] = "as before";

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_int_equal(slip_scanned(&slip, names[i], text),
				 STATUS_INPUT);
	assert_string_equal(text, "as before");
}

static void only_lengths_that_slips_have_fit(void **state)
{
	(void)state;
	for (size_t length = 0; length < 70; length++)
		assert_int_equal(slip_length_fits(length),
				 length == 20 || length == 22 || length == 23);
}

static void what_is_no_slip_is_told_apart(void **state)
{
	static const char *const none[] = {"",
					   "HELLO",
					   "https://example.org/x",
					   "1000000000000000000",
					   "100000000000000000011",
					   "1000000000000000000U",
					   "B5000000000000000\n00"};
	struct slip slip = made(7), read = slip;

	(void)state;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_int_equal(parsed(none[i], &read), STATUS_SLIP_SYNTAX);
	assert_int_equal(slip_parse(slip.symbols, SLIP_SYMBOLS, "B6", &read),
			 STATUS_SLIP_OTHER);
	assert_int_equal(slip_parse(slip.symbols, SLIP_SYMBOLS, NULL, &read),
			 STATUS_OK);
	assert_memory_equal(&slip, &read, sizeof(slip));
}

static void a_nul_byte_in_a_scan_is_refused(void **state)
{
	char text[SLIP_SYMBOLS];
	struct slip read;

	(void)state;
	memset(text, '0', sizeof(text));
	text[5] = '\0';
	assert_int_equal(slip_parse(text, sizeof(text), "00", &read),
			 STATUS_SLIP_SYNTAX);
}

static void a_slip_is_spoken_in_five_groups_of_four(void **state)
{
	static const unsigned char zero[SLIP_RANDOM_BYTES];
	char spoken[SLIP_SPOKEN];
	struct slip slip;

	(void)state;
	slip_make("10", zero, &slip);
	slip_spoken(&slip, spoken);
	assert_string_equal(spoken, "1000 0000 0000 0000 0001");
}

static void the_hash_depends_on_the_meeting_and_on_every_symbol(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct slip slip = made(3);
	unsigned char hash[SLIP_HASH_BYTES], other[SLIP_HASH_BYTES];

	(void)state;
	slip_hash(meeting, &slip, hash);
	for (int i = 0; i < SLIP_SYMBOLS; i++) {
		struct slip changed = slip;

		changed.symbols[i] = changed.symbols[i] == '0' ? '1' : '0';
		slip_hash(meeting, &changed, other);
		assert_memory_not_equal(hash, other, sizeof(hash));
	}
	meeting->id[0] ^= 1;
	slip_hash(meeting, &slip, other);
	assert_memory_not_equal(hash, other, sizeof(hash));
	meeting_free(meeting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_made_slip_is_read_back),
	    cmocka_unit_test(the_check_symbols_are_the_sum_of_the_design),
	    cmocka_unit_test(all_eighty_random_bits_are_on_the_slip),
	    cmocka_unit_test(every_single_wrong_symbol_is_found),
	    cmocka_unit_test(every_swap_of_neighbours_or_over_one_is_found),
	    cmocka_unit_test(
		people_may_type_small_letters_blanks_and_lookalikes),
	    cmocka_unit_test(every_language_comes_back_from_a_scan),
	    cmocka_unit_test(a_slip_without_a_language_names_none),
	    cmocka_unit_test(a_languages_letters_are_not_taken_for_digits),
	    cmocka_unit_test(what_is_behind_a_slip_and_no_language_is_refused),
	    cmocka_unit_test(a_wrong_symbol_is_found_before_any_language),
	    cmocka_unit_test(a_name_that_is_no_language_is_not_printed),
	    cmocka_unit_test(only_lengths_that_slips_have_fit),
	    cmocka_unit_test(what_is_no_slip_is_told_apart),
	    cmocka_unit_test(a_nul_byte_in_a_scan_is_refused),
	    cmocka_unit_test(a_slip_is_spoken_in_five_groups_of_four),
	    cmocka_unit_test(
		the_hash_depends_on_the_meeting_and_on_every_symbol),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
