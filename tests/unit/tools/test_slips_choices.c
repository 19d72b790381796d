/* Slips that carry the proposals: what stands on them, the boxes to tick, and
 * that their codes are read all the same. */
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_desk.h"
#include "tests/lib/tools_run.h"
#include "tools/slips/slip_choices.h"
#include "words/words.h"

/* Ten dots of a picture are a millimetre. */
enum { DOTS = 10, BOX = 6 * DOTS, DARK = 128 };

static int set_up(void **state)
{
	struct desk *desk;

	desk_set_up(state);
	desk = *state;
	desk->job.choices = true;
	return 0;
}

/* Gives the quick pool so many proposals that there are COUNT in all. */
static void proposals_become(struct desk *desk, int count)
{
	struct meeting *meeting = desk->meeting;

	for (int i = meeting->proposal_count; i < count; i++) {
		meeting->proposals[i] = meeting->proposals[i % 7 + 3];
		meeting->proposals[i].number = i + 1;
	}
	meeting->proposal_count = count;
}

static void print(struct desk *desk, int count)
{
	paper_free(&desk->paper);
	desk_print(desk, count);
	assert_int_equal(desk->gaps.letters, 0);
}

static void expect_codes(const struct desk *desk, int count)
{
	struct slip read[PAPER_SLIPS];

	assert_int_equal(paper_decode(desk->pdf, read, PAPER_SLIPS), count);
	for (int i = 0; i < count; i++)
		assert_string_equal(read[i].symbols, desk->slips[i].symbols);
}

/* Whether TEXT is in the words of the PDF. */
static bool says(const struct desk *desk, const char *text)
{
	char *all = tool_output("pdftotext -layout '%s' -", desk->pdf, NULL);
	bool found = strstr(all, text) != NULL;

	free(all);
	return found;
}

static void
the_sheet_follows_from_the_proposals_and_every_code_is_read(void **state)
{
	static const struct {
		int proposals;
		enum slip_paper paper;
		int slips;
	} sheets[] = {
	    {3, SLIP_CHOICES_A6, 11}, {10, SLIP_CHOICES_A5, 7},
	    {17, SLIP_CHOICES_A5, 3}, {25, SLIP_CHOICES_A4, 3},
	    {60, SLIP_CHOICES_A4, 5},
	};
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof(sheets) / sizeof(*sheets); i++) {
		proposals_become(desk, sheets[i].proposals);
		print(desk, sheets[i].slips);
		if (desk->gaps.paper != sheets[i].paper)
			fail_msg("%d proposals are on %s", sheets[i].proposals,
				 slip_layout(desk->gaps.paper)->name);
		expect_codes(desk, sheets[i].slips);
	}
}

static void
more_than_a_sheet_holds_are_refused_and_nothing_is_written(void **state)
{
	struct desk *desk = *state;
	struct slip_gaps gaps = {.letters = -7};

	proposals_become(desk, 90);
	assert_int_equal(slip_print(&desk->job, desk->slips, 1, 1, &gaps),
			 STATUS_LIMIT);
	assert_int_equal(desk->paper.size, 0);
	assert_int_equal(gaps.letters, -7);
}

static void pots_proposals_costs_and_limits_stand_on_it(void **state)
{
	struct desk *desk = *state;

	print(desk, 1);
	assert_true(says(desk, "Store forslag"));
	assert_true(says(desk, "at most 2"));
	assert_true(says(desk, "Hurtigpulje"));
	assert_true(says(desk, "at most 3"));
	assert_true(says(desk, "Bevægelsespark for alle"));
	assert_true(says(desk, "10 "));
	assert_true(says(desk, "15.000"));
	assert_true(says(desk, "put the slip in the urn"));
	assert_true(says(desk, "Talon") || says(desk, "Stub"));
}

static void the_limit_is_said_as_the_pot_has_it(void **state)
{
	static const struct {
		int least, most;
		const char *said;
	} limits[] = {
	    {0, 2, "at most 2"},	   {1, 2, "at least 1, at most 2"},
	    {2, 2, "exactly 2"},	   {1, 3, "at least 1"},
	    {0, 3, "as many as you like"},
	};
	struct desk *desk = *state;

	desk->meeting->pots[1].choose_min = 3;
	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++) {
		desk->meeting->pots[0].choose_min = limits[i].least;
		desk->meeting->pots[0].choose_max = limits[i].most;
		print(desk, 1);
		if (!says(desk, limits[i].said))
			fail_msg("not said: %s", limits[i].said);
	}
}

static void what_to_write_in_the_boxes_is_said_for_every_type(void **state)
{
	static const struct {
		struct pot pot;
		const char *said;
	} cases[] = {
	    {{.ballot_type = BALLOT_KNAPSACK, .choose_max = 3},
	     "together at most 100.000"},
	    {{.ballot_type = BALLOT_KNAPSACK, .choose_max = 2},
	     "at most 2, together at most 100.000"},
	    {{.ballot_type = BALLOT_POINTS, .points = 10, .value_most = 4},
	     "10 points, at most 4 each"},
	    {{.ballot_type = BALLOT_POINTS, .points = 10, .value_most = 10},
	     "10 points"},
	    {{.ballot_type = BALLOT_SCORE, .score_least = 1, .value_most = 5},
	     "score 1 to 5"},
	    {{.ballot_type = BALLOT_RANK, .choose_max = 3},
	     "1 is the best, up to 3"},
	};
	struct desk *desk = *state;
	struct pot *pot = &desk->meeting->pots[0];

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		pot->ballot_type = cases[i].pot.ballot_type;
		pot->choose_max = cases[i].pot.choose_max;
		pot->points = cases[i].pot.points;
		pot->value_most = cases[i].pot.value_most;
		pot->score_least = cases[i].pot.score_least;
		print(desk, 1);
		if (!says(desk, cases[i].said))
			fail_msg("not said: %s", cases[i].said);
		assert_int_equal(
		    says(desk, "Write here what you choose on the screen."),
		    !ballot_type_ticked(pot->ballot_type));
	}
}

static void the_second_language_stands_below_where_there_is_room(void **state)
{
	struct desk *desk = *state;

	print(desk, 1);
	assert_true(says(desk, "Movement park for all"));
	assert_true(says(desk, "Quick pool"));
	proposals_become(desk, 60);
	print(desk, 1);
	assert_true(says(desk, "Bevægelsespark for alle"));
	assert_false(says(desk, "Movement park for all"));
	/* And none of letters that no font of ours has. */
	proposals_become(desk, 10);
	desk->meeting->proposals[1].title.in[1] = "\uE000\uE000";
	print(desk, 1);
	assert_false(says(desk, "Quick pool"));
}

static void a_pot_that_goes_on_in_the_next_column_is_named_again(void **state)
{
	struct desk *desk = *state;
	char *text, *first;

	proposals_become(desk, 50);
	print(desk, 1);
	text = tool_output("pdftotext '%s' -", desk->pdf, NULL);
	first = strstr(text, "Hurtigpulje");
	assert_non_null(first);
	assert_non_null(strstr(first + 1, "Hurtigpulje"));
	free(text);
}

/* A page as a picture of grey dots. */
struct picture {
	int width, height;
	char *file;
	const unsigned char *dots;
};

static struct picture picture_of(const struct desk *desk)
{
	char *base = disk_path(desk->folder, "page.pgm");
	struct picture picture = {0, 0, NULL, NULL};
	size_t length;
	int code, header;

	/* 254 dots an inch are ten a millimetre. */
	free(tool_output("cd \"$(dirname '%s')\" && pdftoppm -r 254 -gray "
			 "-singlefile slips.pdf page",
			 desk->pdf, &code));
	assert_int_equal(code, 0);
	picture.file = disk_read(base, &length);
	free(base);
	assert_non_null(picture.file);
	assert_int_equal(sscanf(picture.file, "P5 %d %d 255%n", &picture.width,
				&picture.height, &header),
			 2);
	picture.dots = (const unsigned char *)picture.file + header + 1;
	return picture;
}

static bool dark(const struct picture *picture, int x, int y)
{
	return picture->dots[y * picture->width + x] < DARK;
}

/* Whether a line of dots from (X, Y), LENGTH long, is all dark. */
static bool line_dark(const struct picture *picture, int x, int y, int length,
		      bool down)
{
	for (int i = 0; i < length; i++)
		if (!dark(picture, down ? x : x + i, down ? y + i : y))
			return false;
	return true;
}

/* Whether the box with its top left corner at (X, Y) is one to tick: an outline
 * of BOX dots with nothing in it. */
static bool is_box(const struct picture *picture, int x, int y)
{
	if (!line_dark(picture, x, y, BOX, false) ||
	    !line_dark(picture, x, y, BOX, true) ||
	    !line_dark(picture, x, y + BOX, BOX, false) ||
	    !line_dark(picture, x + BOX, y, BOX, true))
		return false;
	for (int i = BOX / 8; i < BOX * 7 / 8; i++)
		for (int j = BOX / 8; j < BOX * 7 / 8; j++)
			if (dark(picture, x + i, y + j))
				return false;
	return true;
}

/* How many boxes to tick stand in the columns of LAYOUT's first slip. */
static int boxes_count(const struct picture *picture,
		       const struct slip_layout *layout)
{
	int count = 0, columns = layout->choice_columns;

	for (int i = 0; i < columns; i++) {
		double width = (layout->choices.width_mm -
				(columns - 1) * layout->choice_gap_mm) /
			       columns;
		int x = (int)((layout->choices.x_mm +
			       i * (width + layout->choice_gap_mm)) *
			      DOTS);
		int end = (int)(layout->tear_mm * DOTS) - BOX - 2;

		for (int y = (int)(layout->choices.y_mm * DOTS); y < end; y++)
			if (is_box(picture, x, y)) {
				count++;
				y += BOX;
			}
	}
	return count;
}

static void every_proposal_has_a_box_of_six_millimetres(void **state)
{
	static const int counts[] = {3, 10, 25, 60};
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		struct picture picture;

		proposals_become(desk, counts[i]);
		print(desk, 1);
		picture = picture_of(desk);
		assert_int_equal(
		    boxes_count(&picture, slip_layout(desk->gaps.paper)),
		    counts[i]);
		free(picture.file);
	}
}

static void long_texts_leave_boxes_and_codes_as_they_are(void **state)
{
	struct desk *desk = *state;
	struct picture picture;
	char title[200];

	memset(title, 'W', sizeof(title) - 1);
	title[sizeof(title) - 1] = '\0';
	for (int i = 0; i < desk->meeting->proposal_count; i++) {
		desk->meeting->proposals[i].short_title.in[0] = title;
		desk->meeting->proposals[i].cost_minor = MONEY_MAX_MINOR;
		desk->meeting->proposals[i].number += 900;
	}
	desk->meeting->pots[0].title.in[0] = title;
	desk->meeting->title.in[0] = title;
	print(desk, 5);
	expect_codes(desk, 5);
	picture = picture_of(desk);
	assert_int_equal(boxes_count(&picture, slip_layout(desk->gaps.paper)),
			 10);
	free(picture.file);
}

static void the_same_slips_give_the_same_bytes(void **state)
{
	struct desk *desk = *state;
	struct paper again = paper_new();

	print(desk, 5);
	desk->job = paper_job(desk->meeting, &again);
	desk->job.choices = true;
	words_language("da");
	assert_int_equal(
	    slip_print(&desk->job, desk->slips, 5, DESK_SERIAL, &desk->gaps),
	    STATUS_OK);
	assert_string_equal(words_language(NULL), "da");
	assert_int_equal(again.size, desk->paper.size);
	assert_memory_equal(again.bytes, desk->paper.bytes, again.size);
	paper_free(&again);
}

int main(void)
{
#define DESK(test) cmocka_unit_test_setup_teardown(test, set_up, desk_tear_down)
	const struct CMUnitTest tests[] = {
	    DESK(the_sheet_follows_from_the_proposals_and_every_code_is_read),
	    DESK(more_than_a_sheet_holds_are_refused_and_nothing_is_written),
	    DESK(pots_proposals_costs_and_limits_stand_on_it),
	    DESK(the_limit_is_said_as_the_pot_has_it),
	    DESK(what_to_write_in_the_boxes_is_said_for_every_type),
	    DESK(the_second_language_stands_below_where_there_is_room),
	    DESK(a_pot_that_goes_on_in_the_next_column_is_named_again),
	    DESK(every_proposal_has_a_box_of_six_millimetres),
	    DESK(long_texts_leave_boxes_and_codes_as_they_are),
	    DESK(the_same_slips_give_the_same_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
