/* Slips that carry a language: what a scanner reads, what stands on them, and
 * that nothing but the paper knows it. */
#include "store/roll.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/tools_desk.h"
#include "tests/lib/tools_paper.h"
#include "tests/lib/tools_run.h"
#include "words/words.h"

/* The codes of the printed slips as a scanner reads them, a line each; free().
 */
static char *codes_of(const struct desk *desk)
{
	int code;
	char *text =
	    tool_output("tools/dev/decode-slips.sh '%s'", desk->pdf, &code);

	assert_int_equal(code, 0);
	return text;
}

/* Prints COUNT slips in LANGUAGE and reads every code. */
static void expect_codes(struct desk *desk, const char *language, int count,
			 const char *behind)
{
	char *text, *rest, *line;
	int read = 0;

	desk->job.language = language;
	paper_free(&desk->paper);
	desk_print(desk, count);
	assert_int_equal(desk->gaps.letters, 0);
	rest = text = codes_of(desk);
	for (; (line = strsep(&rest, "\n")) && *line; read++) {
		assert_memory_equal(line, desk->slips[read].symbols,
				    SLIP_SYMBOLS);
		assert_string_equal(line + SLIP_SYMBOLS, behind);
	}
	assert_int_equal(read, count);
	free(text);
}

static void the_code_ends_in_the_language(void **state)
{
	struct desk *desk = *state;

	desk->meeting->language_count = 4;
	desk->meeting->languages[2] = "ar";
	desk->meeting->languages[3] = "prs";
	expect_codes(desk, "en", 9, "EN");
	desk->job.paper = SLIP_A6;
	expect_codes(desk, "prs", 3, "PRS");
	desk->job.choices = true;
	expect_codes(desk, "ar", 5, "AR");
}

static void without_a_language_the_code_is_the_symbols_alone(void **state)
{
	expect_codes(*state, NULL, 8, "");
}

/* The words on the slips, without white space; free(). */
static char *words_of(const struct desk *desk)
{
	const struct pdf pdf = {.path = desk->pdf};

	return pdf_text(&pdf);
}

static void expect_laid(const struct desk *desk)
{
	const struct pdf pdf = {.path = desk->pdf};

	expect_laid_out(&pdf, 5);
}

static void what_to_do_stands_on_it_in_both_languages(void **state)
{
	struct desk *desk = *state;
	char *text;

	paper_danish();
	for (int paper = SLIP_A4; paper <= SLIP_A6; paper++) {
		desk->job.paper = (enum slip_paper)paper;
		desk->job.language = "en";
		paper_free(&desk->paper);
		desk_print(desk, 1);
		text = words_of(desk);
		expect_in(text, "Få en stemmeseddel Get your slip");
		expect_in(text, "Scan den Scan it");
		expect_in(text, "Vælg forslag Choose proposals");
		expect_in(text, "One vote");
		/* On the slip for its voter, on the stub for the helper. */
		assert_int_equal(times_in(text, "English"), 2);
		expect_not_in(text, "Dansk");
		free(text);
		expect_laid(desk);
	}
}

static void slips_in_the_rooms_language_say_it_once(void **state)
{
	struct desk *desk = *state;
	char *text;

	paper_danish();
	desk->job.language = "da";
	desk_print(desk, 1);
	text = words_of(desk);
	assert_int_equal(times_in(text, "Scan den"), 1);
	expect_not_in(text, "Scan it");
	assert_int_equal(times_in(text, "Dansk"), 2);
	free(text);
	expect_laid(desk);
}

/* Whole words, on the small slip too, and no letters that could be a country's.
 */
static void a_long_name_of_a_language_cuts_nothing(void **state)
{
	struct desk *desk = *state;
	char *text;

	paper_danish();
	desk->meeting->languages[1] = "uk";
	desk->job.language = "uk";
	desk->job.kind = "adult";
	for (int paper = SLIP_A4; paper <= SLIP_A6; paper++) {
		desk->job.paper = (enum slip_paper)paper;
		paper_free(&desk->paper);
		desk_print(desk, 1);
		text = words_of(desk);
		expect_in(text, "Voksen · Українська · Bolbro beslutter");
		expect_in(text, "Один голос");
		assert_int_equal(times_in(text, "Один"), 1);
		expect_not_in(text, "UK");
		expect_not_in(text, "…");
		free(text);
		expect_laid(desk);
	}
}

/* The second language of slips with the proposals is theirs. */
static void the_proposals_are_in_the_slips_language_too(void **state)
{
	struct desk *desk = *state;
	char *text;

	desk->meeting->language_count = 3;
	desk->meeting->languages[2] = "so";
	desk->meeting->proposals[0].title.in[2] = "Beero ka dambeeya 4";
	desk->job.choices = true;
	desk->job.language = "so";
	desk_print(desk, 1);
	text = words_of(desk);
	expect_in(text, "Beero ka dambeeya 4");
	expect_not_in(text, "Gardens");
	assert_int_equal(times_in(text, "Soomaali"), 2);
	free(text);
	desk->job.language = NULL;
	paper_free(&desk->paper);
	desk_print(desk, 1);
	text = words_of(desk);
	expect_not_in(text, "Beero ka dambeeya 4");
	free(text);
}

static void every_language_has_its_name_on_its_slips(void **state)
{
	struct desk *desk = *state;
	const char *const *languages = words_languages();

	desk->meeting->language_count = 3;
	for (int i = 2; languages[i]; i++) {
		desk->meeting->languages[2] = languages[i];
		desk->job.language = languages[i];
		paper_free(&desk->paper);
		desk_print(desk, 1);
		assert_int_equal(desk->gaps.letters, 0);
	}
}

/* A draft meeting as `slips` finds it. */
struct draft {
	struct fixture fixture;
	char pdf[4 * FIXTURE_PATH];
};

static int draft_set_up(void **state)
{
	struct draft *draft = calloc(1, sizeof(*draft));

	assert_non_null(draft);
	words_language("en");
	fixture_begin(&draft->fixture, 0, false);
	fixture_leave(&draft->fixture);
	snprintf(draft->pdf, sizeof(draft->pdf), "%s/slips.pdf",
		 draft->fixture.folder);
	*state = draft;
	return 0;
}

static int draft_tear_down(void **state)
{
	struct draft *draft = *state;

	fixture_end(&draft->fixture);
	free(draft);
	return 0;
}

/* What the audit says of the last print; CONTEXT is room for it. */
static enum status see_printed(void *context, const struct audit_row *row)
{
	if (row->act == ACT_PRINTED)
		snprintf(context, AUDIT_DETAIL, "%s", row->detail);
	return STATUS_OK;
}

static void the_roll_knows_the_slip_and_not_its_language(void **state)
{
	struct draft *draft = *state;
	struct slip slips[4];
	char detail[AUDIT_DETAIL] = "";
	char *file;
	size_t size;

	expect_run(0, "4 slips, no. 1-4",
		   WORDS("slips", draft->fixture.path, "--count", "4", "--lang",
			 "en", "-o", draft->pdf));
	assert_int_equal(paper_decode(draft->pdf, slips, 4), 4);
	fixture_enter(&draft->fixture);
	for (int i = 0; i < 4; i++) {
		unsigned char hash[SLIP_HASH_BYTES];

		slip_hash(store_meeting(draft->fixture.store), &slips[i], hash);
		assert_ok(roll_look_up(draft->fixture.store, hash));
	}
	assert_ok(audit_each(draft->fixture.store, see_printed, detail));
	assert_string_equal(detail, "1-4");
	fixture_leave(&draft->fixture);
	file = disk_read(draft->fixture.path, &size);
	assert_null(memmem(file, size, slips[0].symbols, SLIP_SYMBOLS));
	free(file);
}

static void a_language_the_meeting_lacks_makes_no_slip(void **state)
{
	struct draft *draft = *state;
	const char *path = draft->fixture.path;
	const int files = disk_count(draft->fixture.folder);

	expect_no_write(
	    &draft->fixture, 2,
	    "The meeting has no language \"ar\". It has: da, en.",
	    WORDS("slips", path, "-n", "2", "--lang", "ar", "-o", draft->pdf));
	expect_no_write(
	    &draft->fixture, 2, "It has: da, en.",
	    WORDS("slips", path, "-n", "2", "-l", "EN", "-o", draft->pdf));
	/* However a meeting names its languages, a slip has room for no more.
	 */
	expect_no_write(
	    &draft->fixture, 2, "by two or three letters",
	    WORDS("slips", path, "-n", "2", "-l", "dansk", "-o", draft->pdf));
	expect_no_write(
	    &draft->fixture, 2, "by two or three letters",
	    WORDS("slips", path, "-n", "2", "-l", "", "-o", draft->pdf));
	expect_no_write(
	    &draft->fixture, 2, "Give --test or --lang, not both.",
	    WORDS("slips", path, "--test", "--lang", "en", "-o", draft->pdf));
	assert_int_equal(disk_count(draft->fixture.folder), files);
}

static void slips_without_words_of_their_own_are_told(void **state)
{
	struct draft *draft = *state;
	json_t *json;

	words_open("/nonexistent");
	expect_run(0, "Stemmeboks has no words in \"da\"",
		   WORDS("slips", draft->fixture.path, "-n", "1", "-l", "da",
			 "-o", draft->pdf));
	assert_int_equal(remove(draft->pdf), 0);
	json = expect_json(0, WORDS("slips", draft->fixture.path, "-n", "1",
				    "-l", "en", "-o", draft->pdf, "--json"));
	assert_string_equal(
	    json_string_value(json_object_get(json, "language")), "en");
	json_decref(json);
}

int main(void)
{
#define DESK(test)                                                             \
	cmocka_unit_test_setup_teardown(test, desk_set_up, desk_tear_down)
#define DRAFT(test)                                                            \
	cmocka_unit_test_setup_teardown(test, draft_set_up, draft_tear_down)
	const struct CMUnitTest tests[] = {
	    DESK(the_code_ends_in_the_language),
	    DESK(without_a_language_the_code_is_the_symbols_alone),
	    DESK(what_to_do_stands_on_it_in_both_languages),
	    DESK(slips_in_the_rooms_language_say_it_once),
	    DESK(a_long_name_of_a_language_cuts_nothing),
	    DESK(the_proposals_are_in_the_slips_language_too),
	    DESK(every_language_has_its_name_on_its_slips),
	    DRAFT(the_roll_knows_the_slip_and_not_its_language),
	    DRAFT(a_language_the_meeting_lacks_makes_no_slip),
	    DRAFT(slips_without_words_of_their_own_are_told),
	};
#undef DESK
#undef DRAFT

	return cmocka_run_group_tests(tests, NULL, NULL);
}
