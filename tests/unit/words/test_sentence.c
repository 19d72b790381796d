/* Where a sentence ends, and where a dot ends none. */
#include "tests/lib/cmocka_all.h"

#include "words/words.h"

static void a_sentence_ends_where_the_next_begins(void **state)
{
	static const struct {
		const char *text, *first;
	} rows[] = {
	    {"", ""},
	    {"Scan it", "Scan it"},
	    {"Stop?", "Stop?"},
	    {"One. Two. Three.", "One."},
	    {"Thanks! Done. No?", "Thanks!"},
	    {"Wait… Stay.", "Wait…"},
	    {"یہ پرچی استعمال ہو چکی ہے۔ مددگار سے پوچھیں۔",
	     "یہ پرچی استعمال ہو چکی ہے۔"},
	    {"هل ما زلتم هنا؟ نعم.", "هل ما زلتم هنا؟"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(words_sentence(rows[i].text),
				 strlen(rows[i].first));
}

static void amounts_numbers_and_dates_end_none(void **state)
{
	static const struct {
		const char *text, *first;
	} rows[] = {
	    {"At 20.30 it closes. Hurry.", "At 20.30 it closes."},
	    {"Der er 100.000\u00a0kr. tilbage. Vælg.",
	     "Der er 100.000\u00a0kr. tilbage."},
	    {"Forslag nr. 4 får penge. Tak.", "Forslag nr. 4 får penge."},
	    {"Den 10. november lukker vi. Tak.", "Den 10. november lukker vi."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(words_sentence(rows[i].text),
				 strlen(rows[i].first));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_sentence_ends_where_the_next_begins),
	    cmocka_unit_test(amounts_numbers_and_dates_end_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
