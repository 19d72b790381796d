/* Slips as PDF: what is on them, where it stands, and what a scanner reads. */
#include <unistd.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_desk.h"
#include "tests/lib/tools_run.h"
#include "tools/slips/slip_qr.h"
#include "words/words.h"

static void the_same_slips_give_the_same_bytes(void **state)
{
	struct desk *desk = *state;
	struct paper again = paper_new();

	desk_print(desk, 20);
	desk->job = paper_job(desk->meeting, &again);
	setenv("TZ", "Asia/Tokyo", 1);
	setenv("FONTCONFIG_FILE", "/nowhere", 1);
	words_language("da");
	assert_int_equal(
	    slip_print(&desk->job, desk->slips, 20, DESK_SERIAL, &desk->gaps),
	    STATUS_OK);
	assert_string_equal(words_language(NULL), "da");
	unsetenv("TZ");
	unsetenv("FONTCONFIG_FILE");
	assert_int_equal(again.size, desk->paper.size);
	assert_memory_equal(again.bytes, desk->paper.bytes, again.size);
	/* The meeting's day, whatever the clock says. */
	assert_non_null(memmem(again.bytes, again.size,
			       "/CreationDate (20151110000000", 29));
	paper_free(&again);
}

static void expect_codes(const struct desk *desk, int count)
{
	struct slip read[PAPER_SLIPS];

	assert_int_equal(paper_decode(desk->pdf, read, PAPER_SLIPS), count);
	for (int i = 0; i < count; i++)
		assert_string_equal(read[i].symbols, desk->slips[i].symbols);
}

static void every_code_on_a4_is_its_slips_token(void **state)
{
	struct desk *desk = *state;

	desk_print(desk, 43);
	expect_codes(desk, 43);
}

static void every_code_on_a6_is_its_slips_token(void **state)
{
	struct desk *desk = *state;

	desk->job.paper = SLIP_A6;
	desk_print(desk, 5);
	expect_codes(desk, 5);
}

/* The next word of pdftotext's list, with the place of its middle on its page.
 */
static char *next_word(char **rest, double *ret_x, double *ret_y)
{
	char *line = strstr(*rest, "<word "), *text, *end;
	double x0, y0, x1, y1;

	if (!line)
		return NULL;
	assert_int_equal(
	    sscanf(line,
		   "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"",
		   &x0, &y0, &x1, &y1),
	    4);
	text = strchr(line, '>') + 1;
	end = strstr(text, "</word>");
	*end = '\0';
	*rest = end + 1;
	*ret_x = (x0 + x1) / 2;
	*ret_y = (y0 + y1) / 2;
	return text;
}

/* Every word with a digit of a serial number stands on a stub; returns how many
 * numbers there were. */
static int check_serials(const struct desk *desk, int count)
{
	const struct slip_layout *layout = slip_layout(desk->gaps.paper);
	char *text = tool_output("pdftotext -bbox '%s' -", desk->pdf, NULL);
	char *rest = text, *word;
	double x, y;
	int numbers = 0;

	while ((word = next_word(&rest, &x, &y))) {
		char *end;
		long number = strtol(word, &end, 10);
		int row = (int)(y / MM(layout->height_mm));
		double inside = y - row * MM(layout->height_mm);

		if (*end || number < DESK_SERIAL ||
		    number >= DESK_SERIAL + count)
			continue;
		assert_true(inside > MM(layout->tear_mm) + 1);
		numbers++;
	}
	free(text);
	return numbers;
}

static void the_serial_stands_on_the_stub_and_nowhere_else(void **state)
{
	struct desk *desk = *state;

	desk_print(desk, 43);
	assert_int_equal(check_serials(desk, 43), 43);
	paper_free(&desk->paper);
	desk->job.paper = SLIP_A6;
	desk_print(desk, 4);
	assert_int_equal(check_serials(desk, 4), 4);
	paper_free(&desk->paper);
	desk->job.choices = true;
	desk_print(desk, 5);
	assert_int_equal(desk->gaps.paper, SLIP_CHOICES_A5);
	assert_int_equal(check_serials(desk, 5), 5);
}

static void expect_text(const struct desk *desk, const char *wanted)
{
	char *text = tool_output("pdftotext -layout '%s' -", desk->pdf, NULL);

	if (!strstr(text, wanted))
		fail_msg("\"%s\" is not in:\n%s", wanted, text);
	free(text);
}

static void a_slip_says_all_that_its_voter_needs(void **state)
{
	struct desk *desk = *state;
	char spoken[SLIP_SPOKEN];

	desk_print(desk, 1);
	slip_spoken(&desk->slips[0], spoken);
	expect_text(
	    desk, meeting_text(desk->meeting, &desk->meeting->title, 0, NULL));
	expect_text(desk, desk->meeting->place);
	expect_text(desk, "2015");
	expect_text(desk, "One vote");
	expect_text(desk, "Dansk \u00b7 English");
	for (char *group = strtok(spoken, " "); group;
	     group = strtok(NULL, " "))
		expect_text(desk, group);
}

static void no_caption_is_cut_in_danish(void **state)
{
	struct desk *desk = *state;
	const char *build = getenv("STEMMEBOKS_BUILD");
	char folder[256];

	snprintf(folder, sizeof(folder), "%s/lang", build ? build : "build");
	words_open(folder);
	assert_true(words_translated("da"));
	for (int paper = 0; paper < SLIP_SIZES; paper++) {
		desk->job.paper = (enum slip_paper)paper;
		desk_print(desk, 1);
		expect_text(desk, "stemmeseddel");
		expect_text(desk, "Scan");
		expect_text(desk, "forslag");
	}
	words_open("/nonexistent");
}

static void only_our_fonts_are_in_it_and_all_are_embedded(void **state)
{
	struct desk *desk = *state;
	char *text, *line, *rest;
	int fonts = 0;

	desk_print(desk, 9);
	text = tool_output("pdffonts '%s'", desk->pdf, NULL);
	rest = text;
	while ((line = strsep(&rest, "\n")) && *line) {
		if (strncmp(line, "name", 4) == 0 || *line == '-')
			continue;
		assert_non_null(strstr(line, "+NotoSans-"));
		assert_non_null(strstr(line, " yes yes yes "));
		fonts++;
	}
	assert_true(fonts >= 2);
	free(text);
}

static void a_full_disk_ends_the_print_at_any_byte(void **state)
{
	struct desk *desk = *state;
	size_t size;

	desk_print(desk, 10);
	size = desk->paper.size;
	for (size_t room = 0; room < size; room += (size - 1) / 12) {
		struct slip_gaps gaps = {.letters = -7};

		paper_free(&desk->paper);
		desk->paper.room = room;
		assert_int_equal(
		    slip_print(&desk->job, desk->slips, 10, DESK_SERIAL, &gaps),
		    STATUS_FILE_WRITE);
		assert_int_equal(gaps.letters, -7);
	}
}

static void without_fonts_nothing_is_printed(void **state)
{
	struct desk *desk = *state;

	desk->job.fonts = desk->folder;
	assert_int_equal(slip_print(&desk->job, desk->slips, 1, 1, &desk->gaps),
			 STATUS_FILE_MISSING);
	desk->job.fonts = "/nowhere";
	assert_int_equal(slip_print_test(&desk->job, &desk->gaps),
			 STATUS_FILE_MISSING);
	assert_int_equal(desk->paper.size, 0);
}

static void letters_that_no_font_has_are_counted(void **state)
{
	struct desk *desk = *state;

	desk_print(desk, 1);
	assert_int_equal(desk->gaps.letters, 0);
	assert_int_equal(desk->gaps.languages, 0);
	/* U+E000 is for private use; no font of ours has it. */
	desk->meeting->title.in[0] = "Bolbro \uE000\uE000";
	desk->meeting->languages[desk->meeting->language_count++] = "xx";
	paper_free(&desk->paper);
	desk_print(desk, 1);
	assert_true(desk->gaps.letters >= 2);
	assert_int_equal(desk->gaps.languages, 1);
}

static void long_texts_leave_the_code_readable(void **state)
{
	static const char *const papers[] = {"a4", "a6"};
	struct desk *desk = *state;
	char title[600], place[600];

	memset(title, 'W', sizeof(title) - 1);
	title[sizeof(title) - 1] = '\0';
	for (size_t i = 0; i + 2 < sizeof(place); i += 2)
		memcpy(place + i, "\u00c6", 3);
	desk->meeting->title.in[0] = title;
	desk->meeting->place = place;
	for (int i = 2; i < MEETING_LANGUAGES; i++)
		desk->meeting->languages[desk->meeting->language_count++] =
		    words_languages()[i];
	for (size_t i = 0; i < 2; i++) {
		desk->job.paper = (enum slip_paper)slip_layout_find(papers[i]);
		paper_free(&desk->paper);
		desk_print(desk, 8);
		expect_codes(desk, 8);
	}
}

static void the_widest_token_stays_on_its_slip(void **state)
{
	const struct slip_layout *layout = slip_layout(SLIP_A6);
	struct desk *desk = *state;
	char *text, *rest;
	double x, y;

	memset(desk->slips[0].symbols, 'W', SLIP_SYMBOLS);
	desk->job.paper = SLIP_A6;
	desk_print(desk, 1);
	text = tool_output("pdftotext -bbox '%s' -", desk->pdf, NULL);
	rest = strstr(text, "WWWW");
	assert_non_null(rest);
	/* The word's own tag stands before it. */
	while (strncmp(rest, "<word", 5) != 0)
		rest--;
	for (char *word; (word = next_word(&rest, &x, &y));)
		assert_true(x < MM(layout->page_width_mm - layout->edge_mm));
	free(text);
}

static void the_test_slip_has_every_symbol_and_no_vote(void **state)
{
	struct desk *desk = *state;
	struct slip slip;
	int seen[32] = {0}, code;
	char *text;

	for (int i = 0; i < SLIP_TEST_CODES; i++) {
		const char *symbols = slip_test_codes[i].symbols;

		assert_int_equal(slip_parse(symbols, SLIP_SYMBOLS, NULL, &slip),
				 STATUS_SLIP_CHECK);
		for (int j = 0; j < SLIP_SYMBOLS; j++)
			seen[slip_symbol_value(symbols[j])] = 1;
	}
	for (int i = 0; i < 32; i++)
		assert_int_equal(seen[i], 1);
	assert_int_equal(slip_print_test(&desk->job, &desk->gaps), STATUS_OK);
	paper_save(&desk->paper, desk->pdf);
	expect_text(desk, "TEST");
	text = tool_output("pdftoppm -r 150 -gray '%s' | zbarimg --nodbus "
			   "--raw -q -Sdisable -Sqrcode.enable - 2>/dev/null",
			   desk->pdf, &code);
	for (int i = 0; i < SLIP_TEST_CODES; i++)
		assert_non_null(strstr(text, slip_test_codes[i].symbols));
	assert_non_null(strstr(text, SLIP_ALPHABET));
	free(text);
	/* And the reader of real slips does not take it for one. */
	free(tool_output("tools/dev/decode-slips.sh '%s' 2>/dev/null",
			 desk->pdf, &code));
	assert_int_not_equal(code, 0);
}

static void all_on_paper_is_out_of_the_quiet_zone(void **state)
{
	(void)state;
	for (int i = 0; i < SLIP_PAPERS; i++) {
		const struct slip_layout *at = slip_layout((enum slip_paper)i);
		double quiet = SLIP_QR_QUIET * SLIP_QR_MODULE_MM;
		double side = SLIP_QR_MODULES * SLIP_QR_MODULE_MM;
		double right = at->code_x_mm + side + quiet;
		double bottom = at->code_y_mm + side + quiet;

		assert_true(at->code_x_mm >= quiet && at->code_y_mm >= quiet);
		/* Capitals are 0.714 em high. */
		assert_true(at->token_y_mm - at->token_pt * 0.714 * 25.4 / 72 >
			    bottom);
		assert_true(at->token_pt >= 12);
		assert_true(at->tear_mm > at->token_y_mm);
		for (int j = 0; j < SLIP_PICTURE_COUNT && i < SLIP_SIZES; j++)
			assert_true((at->steps.x_mm[j] >= right ||
				     at->steps.y_mm[j] >= bottom) &&
				    (at->steps_two.x_mm[j] >= right ||
				     at->steps_two.y_mm[j] >= bottom));
		assert_true(at->title.x_mm >= right ||
			    at->details.height_mm <= at->code_y_mm - quiet);
		if (i < SLIP_SIZES) {
			assert_int_equal(slip_layout_find(at->name), i);
			continue;
		}
		assert_int_equal(slip_layout_find(at->name), -1);
		assert_true(at->tick.y_mm > bottom);
		assert_true(at->choices.y_mm >=
			    at->tick.y_mm + at->tick.height_mm);
		assert_true(at->choices.y_mm + at->choices.height_mm <
			    at->tear_mm);
	}
	assert_int_equal(slip_layout_find("a5"), -1);
}

/* A picture and its caption end before the next one begins, above the line to
 * tear along. */
static void expect_steps_apart(const struct slip_layout *at,
			       const struct slip_steps *steps)
{
	for (int i = 0; i < SLIP_PICTURE_COUNT; i++) {
		const double end =
		    steps->x_mm[i] + steps->caption.x_mm + steps->caption_mm[i];
		const double middle = steps->y_mm[i] + steps->side_mm / 2;
		const double bottom = middle + steps->caption.height_mm / 2;
		const bool last = i == SLIP_PICTURE_COUNT - 1;

		assert_true(steps->caption.x_mm > steps->side_mm);
		assert_true(end <= at->width_mm - at->edge_mm);
		assert_true(bottom < at->tear_mm);
		assert_true(last || end < steps->x_mm[i + 1] ||
			    steps->y_mm[i] + steps->side_mm <
				steps->y_mm[i + 1]);
	}
}

static void no_picture_stands_on_a_caption(void **state)
{
	(void)state;
	for (int i = 0; i < SLIP_SIZES; i++) {
		const struct slip_layout *at = slip_layout((enum slip_paper)i);

		expect_steps_apart(at, &at->steps);
		expect_steps_apart(at, &at->steps_two);
	}
}

int main(void)
{
#define DESK(test)                                                             \
	cmocka_unit_test_setup_teardown(test, desk_set_up, desk_tear_down)
	const struct CMUnitTest tests[] = {
	    DESK(the_same_slips_give_the_same_bytes),
	    DESK(every_code_on_a4_is_its_slips_token),
	    DESK(every_code_on_a6_is_its_slips_token),
	    DESK(the_serial_stands_on_the_stub_and_nowhere_else),
	    DESK(a_slip_says_all_that_its_voter_needs),
	    DESK(no_caption_is_cut_in_danish),
	    DESK(only_our_fonts_are_in_it_and_all_are_embedded),
	    DESK(a_full_disk_ends_the_print_at_any_byte),
	    DESK(without_fonts_nothing_is_printed),
	    DESK(letters_that_no_font_has_are_counted),
	    DESK(long_texts_leave_the_code_readable),
	    DESK(the_widest_token_stays_on_its_slip),
	    DESK(the_test_slip_has_every_symbol_and_no_vote),
	    cmocka_unit_test(all_on_paper_is_out_of_the_quiet_zone),
	    cmocka_unit_test(no_picture_stands_on_a_caption),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
