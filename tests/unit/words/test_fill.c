/* Values in sentences keep their own direction, and plain texts stay plain. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/words_build.h"

#include "core/result.h"
#include "tests/lib/bolbro.h"
#include "words/steps.h"
#include "words/votes.h"
#include "words/words.h"

#define FSI "\u2068"
#define PDI "\u2069"

enum { TEXT = 512 };

static void from_the_left_nothing_is_added(void **state)
{
	char text[TEXT];

	(void)state;
	words_language("da");
	words_fill(text, sizeof(text), "%1$s: %2$d %3$s", "Sø", 4, "Мир");
	assert_string_equal(text, "Sø: 4 Мир");
}

static void from_the_right_every_value_in_words_is_isolated(void **state)
{
	char text[TEXT];

	(void)state;
	words_language("fa");
	words_fill(text, sizeof(text), "%s · %d %% %.*s", "Sø", 4, 2, "abc");
	assert_string_equal(text, FSI "Sø" PDI " · 4 % " FSI "ab" PDI);
	words_fill(text, sizeof(text), "%3$s %2$d %1$s", "a", 4, "b");
	assert_string_equal(text, FSI "b" PDI " 4 " FSI "a" PDI);
}

static void one_value_from_the_right_is_enough(void **state)
{
	static const char *const values[] = {"پول", "שלום", "\U0001e900",
					     "\ufefb"};
	char text[TEXT], wanted[TEXT];

	(void)state;
	words_language("da");
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		snprintf(wanted, sizeof(wanted), FSI "%s" PDI ": " FSI "b" PDI,
			 values[i]);
		words_fill(text, sizeof(text), "%s: %s", values[i], "b");
		assert_string_equal(text, wanted);
	}
}

static void it_never_writes_past_its_room(void **state)
{
	char text[16] = "123456789012345";

	(void)state;
	words_language("fa");
	words_fill(text, 8, "%s", "abcdefgh");
	assert_int_equal(strlen(text), 7);
	assert_int_equal(text[8], '9');
}

/* The first step of a pot, and a proposal too dear for what is left. */
static void
money_and_titles_of_steps_are_isolated_in_persian_alone(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct result *result = calloc(1, sizeof(*result));
	struct step step = {.kind = STEP_POT,
			    .award = -1,
			    .tie = -1,
			    .other = -1,
			    .amount_minor = 10000000};
	char text[STEP_TEXT];

	(void)state;
	assert_non_null(result);
	words_language("en");
	step_sentence(meeting, result, &step, 1, text);
	assert_null(strstr(text, FSI));
	words_language("fa");
	step_sentence(meeting, result, &step, 0, text);
	assert_non_null(strstr(text, FSI "Store forslag" PDI));
	assert_non_null(strstr(text, FSI "100.000\u00a0kr." PDI));
	free(result);
	meeting_free(meeting);
}

/* "4, 6, 7" is read the way of its sentence: isolated it would be turned. */
static void the_numbers_of_a_tie_are_not_isolated(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct tie tie = {.count = 3, .proposal = {5, 3, 6}};
	char text[STEP_LIST];

	(void)state;
	words_language("fa");
	tie_list(meeting, &tie, true, text);
	assert_null(strstr(text, FSI));
	meeting_free(meeting);
}

/* One that got VOTES where LIMIT, or PERCENT of the ballots, are needed. */
static void limit_says(const char *language, int limit, int percent,
		       const char *wanted)
{
	struct meeting *meeting = bolbro_new();
	struct result *result = calloc(1, sizeof(*result));
	struct step step = {.kind = STEP_AWARD, .tie = -1, .other = -1};
	char text[STEP_TEXT];

	assert_non_null(result);
	meeting->pots[0].threshold_votes = limit;
	meeting->pots[0].threshold_percent = percent;
	result->ballots = 100;
	result->awards[0] = (struct award){
	    .votes = 1, .place = 1, .outcome = OUTCOME_BELOW, .because = -1};
	words_language(language);
	step_sentence(meeting, result, &step, 0, text);
	if (!strstr(text, wanted))
		fail_msg("no \"%s\" in \"%s\"", wanted, text);
	free(result);
	meeting_free(meeting);
}

static void limits_are_counted_as_the_language_counts(void **state)
{
	(void)state;
	limit_says("en", 1, 0, "The limit is 1 vote.");
	limit_says("en", 2, 0, "The limit is 2 votes.");
	limit_says("en", 0, 1, "The limit is 1 vote: 1 % of the ballots.");
	limit_says("uk", 3, 0, "3 голоси.");
	limit_says("uk", 5, 0, "5 голосів.");
	limit_says("uk", 0, 21, "21 голос:");
	limit_says("pl", 0, 21, "21 głosów:");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(from_the_left_nothing_is_added),
	    cmocka_unit_test(from_the_right_every_value_in_words_is_isolated),
	    cmocka_unit_test(one_value_from_the_right_is_enough),
	    cmocka_unit_test(it_never_writes_past_its_room),
	    cmocka_unit_test(
		money_and_titles_of_steps_are_isolated_in_persian_alone),
	    cmocka_unit_test(the_numbers_of_a_tie_are_not_isolated),
	    cmocka_unit_test(limits_are_counted_as_the_language_counts),
	};

	return cmocka_run_group_tests(tests, words_build_open, NULL);
}
