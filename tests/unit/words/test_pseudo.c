/* The pseudo-languages are languages as far as words.h knows, and long. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/pseudo.h"

#include "core/utf8.h"
#include "words/words.h"

static void they_are_known_named_and_have_a_side(void **state)
{
	(void)state;
	assert_string_equal(words_known(PSEUDO_LONG), PSEUDO_LONG);
	assert_string_equal(words_known(PSEUDO_RIGHT), PSEUDO_RIGHT);
	assert_non_null(words_endonym(PSEUDO_LONG));
	assert_false(words_rtl(PSEUDO_LONG));
	assert_true(words_rtl(PSEUDO_RIGHT));
	assert_false(words_reviewed(PSEUDO_LONG));
}

static void every_text_is_in_brackets_and_two_fifths_longer(void **state)
{
	static const char *const keys[] = {
	    N_("OK"),
	    N_("Cast my vote"),
	    N_("Thank you! Your vote has been cast."),
	    N_("You cannot change your vote once it is cast."),
	    N_("This voting slip has already been used. Ask a helper."),
	};
	static const char *const codes[] = {PSEUDO_LONG, PSEUDO_RIGHT};

	(void)state;
	for (int i = 0; i < 2; i++) {
		words_language(codes[i]);
		for (size_t j = 0; j < sizeof(keys) / sizeof(*keys); j++) {
			const char *text = words_get(keys[j]);

			assert_int_equal(*text, '[');
			assert_int_equal(text[strlen(text) - 1], ']');
			assert_true(5 * utf8_characters(text) >=
				    7 * utf8_characters(keys[j]));
		}
	}
}

static void placeholders_are_filled_in(void **state)
{
	char text[256];

	(void)state;
	words_language(PSEUDO_LONG);
	snprintf(text, sizeof(text), _("Page %d of %d"), 2, 7);
	assert_non_null(strstr(text, " 2 "));
	assert_non_null(strstr(text, " 7 "));
	words_language(PSEUDO_RIGHT);
	snprintf(text, sizeof(text),
		 words_plural("Choose up to %d proposal.",
			      "Choose up to %d proposals.", 3),
		 3);
	assert_non_null(strstr(text, " 3 "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(they_are_known_named_and_have_a_side),
	    cmocka_unit_test(every_text_is_in_brackets_and_two_fifths_longer),
	    cmocka_unit_test(placeholders_are_filled_in),
	};

	return cmocka_run_group_tests(tests, pseudo_open, pseudo_close);
}
