/* Paper in languages that are written from the right, and names of theirs in
 * sentences of others. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_paper.h"
#include "tests/lib/tools_run.h"
#include "tests/lib/tools_slips.h"
#include "words/words.h"

/* Where the next WORD after *REST begins, from the left. */
static double next_x(char **rest, const char *word)
{
	char wanted[64];
	char *found, *start;
	double x;

	snprintf(wanted, sizeof(wanted), ">%s</word>", word);
	found = strstr(*rest, wanted);
	if (!found)
		fail_msg("no word %s", word);
	for (start = found; strncmp(start, "<word ", 6) != 0;)
		start--;
	assert_int_equal(sscanf(start, "<word xMin=\"%lf\"", &x), 1);
	*rest = found;
	return x;
}

/* Where WORD begins the first time. */
static double word_x(const struct pdf *pdf, const char *word)
{
	char *text = tool_output("pdftotext -bbox '%s' -", pdf->path, NULL);
	char *rest = text;
	const double x = next_x(&rest, word);

	free(text);
	return x;
}

static const char arabic_word[] = "msgid \"Protocol\"\nmsgstr \"محضر\"\n";

static void words_from_the_right_mirror_the_page(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	char *folder = paper_arabic(arabic_word), *text;
	struct pdf pdf;

	(void)state;
	pdf_make(&pdf, paper_protocol(bundle, out));
	assert_true(word_x(&pdf, "Rank") < word_x(&pdf, "Gets"));
	assert_true(word_x(&pdf, "Code") < word_x(&pdf, "Page"));
	pdf_free(&pdf);
	bundle->meeting->languages[0] = "ar";
	bundle->meeting->proposals[1].title.in[0] = "حدائق للسكان خلف المبنى 4";
	pdf_make(&pdf, paper_protocol(bundle, out));
	assert_true(word_x(&pdf, "Rank") > word_x(&pdf, "Gets"));
	assert_true(word_x(&pdf, "Code") > word_x(&pdf, "Page"));
	expect_laid_out(&pdf, 20);
	text = pdf_text(&pdf);
	expect_in(text, "محضر");
	free(text);
	pdf_free(&pdf);
	/* Without Arabic words all are English, from the left. */
	words_open("/nonexistent");
	pdf_make(&pdf, paper_protocol(bundle, out));
	assert_true(word_x(&pdf, "Rank") < word_x(&pdf, "Gets"));
	pdf_free(&pdf);
	disk_remove(folder);
	pdf_bundle_free(bundle);
}

static void an_arabic_title_leaves_the_numbers_around_it_theirs(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	double number, title, votes;
	struct pdf pdf;
	char *text, *rest, *line;

	(void)state;
	bundle->meeting->proposals[1].title.in[0] = "حدائق للسكان";
	pdf_make(&pdf, paper_protocol(bundle, out));
	text = rest = tool_output("pdftotext -bbox '%s' -", pdf.path, NULL);
	next_x(&rest, "1:");
	number = next_x(&rest, "2");
	line = rest;
	/* A letter of it: the reader takes them one by one. */
	title = next_x(&rest, "ق");
	votes = next_x(&line, "13");
	assert_true(number < title && title < votes);
	free(text);
	pdf_free(&pdf);
	pdf_bundle_free(bundle);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, paper_set_up)
	const struct CMUnitTest tests[] = {
	    TEST(words_from_the_right_mirror_the_page),
	    TEST(an_arabic_title_leaves_the_numbers_around_it_theirs),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}
