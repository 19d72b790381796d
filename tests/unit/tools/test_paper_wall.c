/* The proposals as posters for the wall: what is on every page, how large, in
 * which languages, and that it all fits. */
#include <string.h>

#include "core/pixels.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/demo_pictures.h"
#include "tests/lib/tools_paper.h"
#include "tests/lib/tools_run.h"
#include "tests/lib/tools_slips.h"
#include "tools/paper/paper_wall.h"
#include "words/words.h"

#define IMAGES "tests/data/import/images/images"

/* Capitals and digits of our fonts, in parts of their size. */
#define CAPITAL 0.714

/* The margin that is promised on every side. */
enum { MARGIN_MM = 20 };

struct made {
	struct pdf pdf;
	struct wall_gaps gaps;
};

static struct wall_print all_of(const struct meeting *meeting)
{
	struct wall_print print = {
	    .meeting = meeting, .images = demo_pictures(), .a3 = true};

	for (int i = 0; i < meeting->language_count; i++)
		print.languages[print.language_count++] = i;
	return print;
}

static struct made made_of(const struct wall_print *print)
{
	struct made made;

	pdf_make(&made.pdf, paper_wall(print, out, &made.gaps));
	assert_int_equal(made.gaps.pages, pdf_pages(&made.pdf));
	return made;
}

/* All languages of MEETING, on A3. */
static struct made made_all(const struct meeting *meeting)
{
	const struct wall_print print = all_of(meeting);

	return made_of(&print);
}

static int set_up(void **state)
{
	*state = bolbro_new();
	assert_non_null(*state);
	return paper_set_up(state);
}

static int tear_down(void **state)
{
	meeting_free(*state);
	return 0;
}

static void expect_on(const struct made *made, int page, const char *wanted)
{
	char *text = pdf_page_text(&made->pdf, page);

	expect_in(text, wanted);
	free(text);
}

static void expect_not_on(const struct made *made, int page, const char *wanted)
{
	char *text = pdf_page_text(&made->pdf, page);

	expect_not_in(text, wanted);
	free(text);
}

static double capital_mm(const struct made *made, int page, const char *word)
{
	return pdf_type_size(&made->pdf, page, word) * CAPITAL * 25.4 / 72;
}

/* Where the line of a word is, from the page's edges. */
struct place {
	double left_mm, top_mm, bottom_mm;
};

static struct place place_of(const struct made *made, int page,
			     const char *word)
{
	char command[64], wanted[64], *text, *found;
	struct place place;

	snprintf(command, sizeof(command),
		 "pdftotext -bbox -f %d -l %d '%%s' -", page, page);
	text = tool_output(command, made->pdf.path, NULL);
	snprintf(wanted, sizeof(wanted), ">%s</word>", word);
	found = strstr(text, wanted);
	assert_non_null(found);
	while (strncmp(found, "<word ", 6) != 0)
		found--;
	assert_int_equal(sscanf(found,
				"<word xMin=\"%lf\" yMin=\"%lf\" "
				"xMax=\"%*f\" yMax=\"%lf\"",
				&place.left_mm, &place.top_mm,
				&place.bottom_mm),
			 3);
	free(text);
	place.left_mm *= 25.4 / 72;
	place.top_mm *= 25.4 / 72;
	place.bottom_mm *= 25.4 / 72;
	return place;
}

static void made_twice_they_are_the_same_bytes(void **state)
{
	struct meeting *meeting = *state;
	struct wall_print print;
	struct made one, two;

	meeting->proposals[0].image = "good.jpg";
	meeting->proposals[1].image = "good.png";
	print = all_of(meeting);
	one = made_of(&print);
	setenv("TZ", "Asia/Tokyo", 1);
	setenv("FONTCONFIG_FILE", "/nowhere", 1);
	two = made_of(&print);
	unsetenv("TZ");
	unsetenv("FONTCONFIG_FILE");
	assert_int_equal(one.pdf.size, two.pdf.size);
	assert_memory_equal(one.pdf.bytes, two.pdf.bytes, one.pdf.size);
	assert_non_null(memmem(one.pdf.bytes, one.pdf.size,
			       "/CreationDate (20151110000000", 29));
	pdf_free(&one.pdf);
	pdf_free(&two.pdf);
}

/* Ten proposals in two pots: how to vote, two lists, ten pages. */
static void every_proposal_has_a_page_with_all_of_it(void **state)
{
	struct meeting *meeting = *state;
	struct made made;

	meeting->proposals[3].place = "Legepladsen";
	meeting->proposals[3].summary.in[0] = "En kasse med legetøj.";
	meeting->proposals[3].summary.in[1] = "A box of toys.";
	meeting->proposals[3].body.in[0] = "Alle børn må låne.";
	made = made_all(meeting);
	assert_int_equal(made.gaps.pages, 1 + 2 + 10);
	assert_int_equal(made.gaps.letters, 0);
	assert_int_equal(made.gaps.crowded, 0);
	for (int i = 0; i < meeting->proposal_count; i++) {
		const struct proposal *proposal = &meeting->proposals[i];
		char text[128], money[MONEY_TEXT];

		words_language("da");
		words_money(proposal->cost_minor, money);
		words_language("en");
		snprintf(text, sizeof(text), "%d %s %s", proposal->number,
			 money, meeting->pots[proposal->pot].title.in[0]);
		expect_on(&made, 4 + i, text);
		expect_on(&made, 4 + i, proposal->title.in[0]);
		snprintf(text, sizeof(text), "English %s",
			 proposal->title.in[1]);
		expect_on(&made, 4 + i, text);
	}
	expect_on(&made, 7, "Hurtigpulje Legepladsen");
	expect_on(&made, 7, "En kasse med legetøj. Alle børn må låne. English");
	expect_on(&made, 7, "A box of toys.");
	expect_laid_out(&made.pdf, MARGIN_MM);
	expect_fonts(&made.pdf);
	pdf_free(&made.pdf);
}

static void a_sheet_for_each_pot_lists_its_proposals(void **state)
{
	struct meeting *meeting = *state;
	struct made made = made_all(meeting);

	expect_on(&made, 2, "Store forslag – 100.000 kr.");
	expect_on(&made, 3, "Hurtigpulje – 100.000 kr.");
	for (int i = 0; i < meeting->proposal_count; i++) {
		const int page = meeting->proposals[i].pot + 2;

		expect_on(&made, page, meeting->proposals[i].title.in[0]);
		expect_on(&made, page, meeting->proposals[i].title.in[1]);
		expect_not_on(&made, 5 - page,
			      meeting->proposals[i].title.in[0]);
	}
	expect_on(&made, 2, "2 Bevægelsespark for alle Movement park for all");
	pdf_free(&made.pdf);
}

static void number_and_title_are_read_from_afar(void **state)
{
	static const struct {
		bool a3;
		double number_mm, title_mm;
	} papers[] = {{true, 60, 12}, {false, 39, 7.9}};
	struct meeting *meeting = *state;

	meeting->proposals[0].number = 777;
	/* A hundred characters, as long as a title may be. */
	meeting->proposals[1].title.in[0] =
	    "Udlændingekvarterets allersidste sommerfest med grillmad, "
	    "levende musik og dans for os på plænen her";
	for (size_t i = 0; i < 2; i++) {
		struct wall_print print = all_of(meeting);
		struct made made;

		print.a3 = papers[i].a3;
		made = made_of(&print);
		assert_true(capital_mm(&made, 4, "777") >= papers[i].number_mm);
		assert_true(capital_mm(&made, 5, "Udlændingekvarterets") >=
			    papers[i].title_mm);
		assert_true(capital_mm(&made, 6, "Mødested") >=
			    papers[i].title_mm);
		expect_laid_out(&made.pdf, MARGIN_MM);
		pdf_free(&made.pdf);
	}
}

static void how_to_vote_is_said_in_every_language(void **state)
{
	struct meeting *meeting = *state;
	const struct wall_print print = all_of(meeting);
	struct made made;

	paper_danish();
	made = made_of(&print);
	expect_on(&made, 1, "1 Få en stemmeseddel Get your slip");
	expect_on(&made, 1, "2 Scan den Scan it");
	expect_on(&made, 1, "3 Vælg forslag Choose proposals");
	assert_string_equal(words_language("en"), "en");
	pdf_free(&made.pdf);
}

/* The steps in Arabic, whose lines are half as high again as ours. */
static const char arabic_steps[] =
    "msgid \"Get your slip\"\n"
    "msgstr \"خذ ورقة التصويت من الطاولة\"\n"
    "msgid \"Scan it\"\nmsgstr \"امسحها ضوئياً\"\n"
    "msgid \"Choose proposals\"\n"
    "msgstr \"اختر المقترحات\"\n";

static void how_to_vote_keeps_to_its_page_in_tall_letters(void **state)
{
	struct meeting *meeting = *state;
	char *folder = paper_arabic(arabic_steps);
	struct made made;

	meeting->languages[0] = "ar";
	made = made_all(meeting);
	words_open("/nonexistent");
	/* A step ends above the number of the next: readers take Arabic apart
	 * into letters, so that expect_laid_out() says nothing of them. */
	assert_true(place_of(&made, 1, "slip").bottom_mm <
		    place_of(&made, 1, "2").top_mm);
	assert_true(place_of(&made, 1, "it").bottom_mm <
		    place_of(&made, 1, "3").top_mm);
	assert_true(place_of(&made, 1, "proposals").bottom_mm <
		    420 - MARGIN_MM - 8);
	/* Written from the right, the page begins there. */
	assert_true(place_of(&made, 1, "1").left_mm > 150);
	pdf_free(&made.pdf);
	disk_remove(folder);
}

static void what_is_not_translated_is_said_so(void **state)
{
	struct meeting *meeting = *state;
	struct made made;

	meeting->language_count = 5;
	meeting->languages[2] = "so";
	meeting->languages[3] = "pl";
	meeting->languages[4] = "ar";
	meeting->proposals[0].title.in[2] = "Beero ka dambeeya";
	meeting->proposals[0].title.in[4] = "حدائق للسكان";
	made = made_all(meeting);
	assert_int_equal(made.gaps.untranslated, 10);
	assert_int_equal(made.gaps.letters, 0);
	expect_on(&made, 4, "Soomaali Beero ka dambeeya");
	expect_on(&made, 4, "Not translated: Polski");
	expect_not_on(&made, 4, "Polski Byhaver");
	/* Both come out in the order in which they are read. */
	expect_on(&made, 4, "العربية");
	expect_on(&made, 4, "للسكان");
	expect_on(&made, 5, "Not translated: Soomaali \u00b7 Polski");
	expect_not_on(&made, 5, "Beero");
	expect_laid_out(&made.pdf, MARGIN_MM);
	pdf_free(&made.pdf);
}

static void only_the_languages_asked_for_are_shown(void **state)
{
	struct meeting *meeting = *state;
	struct wall_print print;
	struct made made;

	meeting->language_count = 3;
	meeting->languages[2] = "so";
	meeting->proposals[0].title.in[2] = "Beero ka dambeeya";
	print = all_of(meeting);
	print.language_count = 2;
	print.languages[1] = 2;
	made = made_of(&print);
	expect_on(&made, 4, "Soomaali Beero ka dambeeya");
	expect_on(&made, 2, "Beero ka dambeeya");
	expect_not_on(&made, 4, "English");
	expect_not_on(&made, 2, "Movement park");
	pdf_free(&made.pdf);
	print.language_count = 1;
	made = made_of(&print);
	assert_int_equal(made.gaps.untranslated, 0);
	expect_not_on(&made, 4, "Soomaali");
	expect_not_on(&made, 4, "Not translated");
	pdf_free(&made.pdf);
}

/* Our fonts have no Chinese letters. */
static void a_language_without_letters_is_left_out(void **state)
{
	struct meeting *meeting = *state;
	struct made made;

	meeting->language_count = 3;
	meeting->languages[2] = "so";
	meeting->proposals[6].title.in[2] = "花园";
	meeting->proposals[7].title.in[2] = "Beero";
	made = made_all(meeting);
	assert_int_equal(made.gaps.languages, 1);
	assert_int_equal(made.gaps.letters, 0);
	expect_not_on(&made, 11, "Beero");
	pdf_free(&made.pdf);
}

/* With titles of a hundred characters, on both papers. */
static void many_proposals_go_on_over_several_sheets(void **state)
{
	static const struct {
		bool a3;
		int proposals;
	} papers[] = {{true, 60}, {false, 25}};

	(void)state;
	for (size_t p = 0; p < 2; p++) {
		const int count = papers[p].proposals;
		struct bundle *bundle = pdf_hard(count, 2);
		struct wall_print print = all_of(bundle->meeting);
		struct made made;
		char *text;

		print.a3 = papers[p].a3;
		made = made_of(&print);
		assert_true(made.gaps.pages > 1 + 2 + count);
		text = pdf_text(&made.pdf);
		expect_in(text, "Page 2 of ");
		/* On the list and on its page; Arabic is read otherwise. */
		for (int i = 2; i < count; i++)
			assert_int_equal(
			    times_in(text,
				     bundle->meeting->proposals[i].title.in[0]),
			    2);
		free(text);
		expect_laid_out(&made.pdf, MARGIN_MM);
		pdf_free(&made.pdf);
		pdf_bundle_free(bundle);
	}
}

/* As long as summary and text may be, in as many languages as may be. */
static void more_than_a_page_holds_keeps_the_rooms_language(void **state)
{
	struct meeting *meeting = *state;
	struct proposal *proposal = &meeting->proposals[0];
	const char *const *known = words_languages();
	static char summary[201], body[3001];
	struct wall_print print;
	struct made made;

	for (size_t i = 0; i < sizeof(body) - 1; i++)
		body[i] = "lang tekst "[i % 11];
	for (size_t i = 0; i < sizeof(summary) - 1; i++)
		summary[i] = "kort sagt "[i % 10];
	proposal->summary.in[0] = summary;
	proposal->body.in[0] = body;
	proposal->image = "good.jpg";
	for (; meeting->language_count < MEETING_LANGUAGES;
	     meeting->language_count++) {
		const int at = meeting->language_count;

		meeting->languages[at] = known[at];
		proposal->title.in[at] = proposal->title.in[1];
		proposal->summary.in[at] = summary;
	}
	print = all_of(meeting);
	made = made_of(&print);
	assert_true(made.gaps.crowded >= 1);
	expect_on(&made, 4, proposal->title.in[0]);
	expect_on(&made, 4, summary);
	expect_on(&made, 4, "English");
	expect_not_on(&made, 4, "lang tekst");
	expect_laid_out(&made.pdf, MARGIN_MM);
	pdf_free(&made.pdf);
	/* A line each is more than a page. */
	memset(summary, '\n', sizeof(summary) - 1);
	for (size_t i = 0; i < sizeof(summary) - 1; i += 2)
		summary[i] = 'x';
	print.language_count = 1;
	made = made_of(&print);
	expect_on(&made, 4, proposal->title.in[0]);
	expect_laid_out(&made.pdf, MARGIN_MM);
	pdf_free(&made.pdf);
}

/* Each picture is on the list and on its page, but only once in the file, and
 * there it is a JPEG. */
static void pictures_are_in_the_document_once(void **state)
{
	struct meeting *meeting = *state;
	struct wall_print print;
	struct made made;
	char *list;

	meeting->proposals[0].image = "good.jpg";
	meeting->proposals[1].image = "progressive.jpg";
	meeting->proposals[3].image = "good.png";
	print = all_of(meeting);
	made = made_of(&print);
	list = tool_output("pdfimages -list '%s' | awk 'NR > 2 { print $1, $9, "
			   "$11 }' | sort -u | awk '{ print $1, $2 }'",
			   made.pdf.path, NULL);
	assert_string_equal(list, "2 jpeg\n2 jpeg\n3 jpeg\n4 jpeg\n5 jpeg\n"
				  "7 jpeg\n");
	free(list);
	list = tool_output("pdfimages -list '%s' | awk 'NR > 2 { print $11 }' "
			   "| sort -u | wc -l",
			   made.pdf.path, NULL);
	assert_int_equal(atoi(list), 3);
	free(list);
	expect_laid_out(&made.pdf, MARGIN_MM);
	pdf_free(&made.pdf);
}

/* As a telephone takes it when it is held upright. */
static void beside_a_tall_picture_stands_the_text(void **state)
{
	struct meeting *meeting = *state;
	unsigned char tall[PIXELS_HEAD + 3 * 30 * 40] = {0};
	char *folder = disk_folder();
	struct wall_print print;
	struct made made;

	pixels_head(30, 40, tall);
	disk_write(folder, "tall.png", tall, sizeof(tall));
	for (int i = 0; i < 2; i++)
		meeting->proposals[i].summary.in[0] = "Grønsager til alle.";
	meeting->proposals[0].image = "tall.png";
	print = all_of(meeting);
	print.images = folder;
	made = made_of(&print);
	/* The picture is 0.44 of 257 mm. */
	assert_true(place_of(&made, 4, "Grønsager").left_mm > MARGIN_MM + 113);
	assert_true(place_of(&made, 5, "Grønsager").left_mm < MARGIN_MM + 1);
	expect_laid_out(&made.pdf, MARGIN_MM);
	pdf_free(&made.pdf);
	disk_remove(folder);
}

static void a_picture_that_cannot_be_shown_ends_the_print(void **state)
{
	/* An image as a camera makes it is none that is printed. */
	static const char *const images[] = {"good.jpg", "missing.png",
					     "empty.jpg"};
	struct meeting *meeting = *state;

	for (size_t i = 0; i < 3; i++) {
		struct wall_gaps gaps = {.pages = -7};
		struct wall_print print;
		FILE *out = tmpfile();

		meeting->proposals[2].image = images[i];
		print = all_of(meeting);
		print.images = IMAGES;
		assert_int_equal(paper_wall(&print, out, &gaps),
				 STATUS_FILE_READ);
		print.images = "/nonexistent";
		assert_int_equal(paper_wall(&print, out, &gaps),
				 STATUS_FILE_READ);
		assert_int_equal(gaps.pages, -7);
		assert_int_equal(ftell(out), 0);
		fclose(out);
	}
}

static void a_full_disk_is_told(void **state)
{
	struct meeting *meeting = *state;
	const struct wall_print print = all_of(meeting);
	struct wall_gaps gaps = {.pages = -7};
	FILE *out = fopen("/dev/full", "w");

	assert_non_null(out);
	assert_int_equal(paper_wall(&print, out, &gaps), STATUS_FILE_WRITE);
	assert_int_equal(gaps.pages, -7);
	fclose(out);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(made_twice_they_are_the_same_bytes),
	    TEST(every_proposal_has_a_page_with_all_of_it),
	    TEST(a_sheet_for_each_pot_lists_its_proposals),
	    TEST(number_and_title_are_read_from_afar),
	    TEST(how_to_vote_is_said_in_every_language),
	    TEST(how_to_vote_keeps_to_its_page_in_tall_letters),
	    TEST(what_is_not_translated_is_said_so),
	    TEST(only_the_languages_asked_for_are_shown),
	    TEST(a_language_without_letters_is_left_out),
	    TEST(many_proposals_go_on_over_several_sheets),
	    TEST(more_than_a_page_holds_keeps_the_rooms_language),
	    TEST(pictures_are_in_the_document_once),
	    TEST(beside_a_tall_picture_stands_the_text),
	    TEST(a_picture_that_cannot_be_shown_ends_the_print),
	    TEST(a_full_disk_is_told),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}
