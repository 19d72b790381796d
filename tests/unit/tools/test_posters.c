/* `stemmeboks posters`: a whole PDF from a meeting file, or none and why. */
#include <sodium/crypto_hash_sha256.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/demo_pictures.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/tools_paper.h"
#include "tests/lib/tools_run.h"
#include "tests/lib/tools_slips.h"
#include "words/words.h"

enum { PATH = 4 * FIXTURE_PATH };

#define IMAGES "tests/data/import/images/images"

struct desk {
	struct fixture fixture;
	char pdf[PATH], images[PATH], picture[PATH];
};

/* A draft meeting in which proposal 2 has a picture. */
static int set_up(void **state)
{
	struct desk *desk = calloc(1, sizeof(*desk));
	struct meeting *meeting = bolbro_new();
	char *bytes, path[PATH];
	size_t size;

	words_language("en");
	assert_non_null(desk);
	snprintf(path, sizeof(path), "%s/good.jpg", demo_pictures());
	bytes = disk_read(path, &size);
	meeting->proposals[1].image = "garden.jpg.ppm";
	crypto_hash_sha256(meeting->proposals[1].image_hash,
			   (const unsigned char *)bytes, size);
	fixture_begin_with(&desk->fixture, meeting, 4);
	snprintf(desk->pdf, PATH, "%s/wall.pdf", desk->fixture.folder);
	snprintf(desk->images, PATH, "%s.images", desk->fixture.path);
	assert_true(snprintf(desk->picture, PATH, "%s/garden.jpg.ppm",
			     desk->images) < PATH);
	assert_int_equal(mkdir(desk->images, 0755), 0);
	disk_write(desk->images, "garden.jpg.ppm", bytes, size);
	fixture_leave(&desk->fixture);
	free(bytes);
	*state = desk;
	return 0;
}

static int tear_down(void **state)
{
	struct desk *desk = *state;

	unlink(desk->picture);
	rmdir(desk->images);
	fixture_end(&desk->fixture);
	free(desk);
	return 0;
}

/* The words of the PDF at PATH, without white space; free(). */
static char *printed_text(const char *path)
{
	const struct pdf pdf = {.path = (char *)path};

	return pdf_text(&pdf);
}

static void the_posters_are_written_and_told(void **state)
{
	struct desk *desk = *state;
	const struct pdf pdf = {.path = desk->pdf};
	char *info, *text;

	expect_no_write(&desk->fixture, 0, "wall.pdf: 13 pages, A3.",
			WORDS("posters", desk->fixture.path, "-o", desk->pdf));
	assert_int_equal(pdf_pages(&pdf), 13);
	info = tool_output("pdfinfo '%s'", desk->pdf, NULL);
	assert_non_null(strstr(info, "(A3)"));
	free(info);
	text = printed_text(desk->pdf);
	expect_in(text, "Movement park for all");
	free(text);
}

static void the_paper_can_be_a4(void **state)
{
	struct desk *desk = *state;
	char *info;

	expect_run(0, "13 pages, A4.",
		   WORDS("posters", desk->fixture.path, "--size", "A4", "-o",
			 desk->pdf));
	info = tool_output("pdfinfo '%s'", desk->pdf, NULL);
	assert_non_null(strstr(info, "(A4)"));
	free(info);
}

static void without_a_name_the_pdf_is_beside_the_meeting(void **state)
{
	struct desk *desk = *state;
	char meeting[PATH], images[PATH], pdf[PATH];

	snprintf(meeting, PATH, "%s/our.meeting", desk->fixture.folder);
	snprintf(images, PATH, "%s/our.meeting.images", desk->fixture.folder);
	snprintf(pdf, PATH, "%s/our-posters.pdf", desk->fixture.folder);
	assert_int_equal(link(desk->fixture.path, meeting), 0);
	assert_int_equal(symlink(desk->images, images), 0);
	expect_run(0, "our-posters.pdf: 13 pages", WORDS("posters", meeting));
	assert_true(disk_there(pdf));
	assert_int_equal(unlink(images), 0);
}

static void only_the_languages_asked_for_are_on_them(void **state)
{
	struct desk *desk = *state;
	json_t *json;
	char *text;

	json = expect_json(0, WORDS("posters", desk->fixture.path, "--lang",
				    "da", "-o", desk->pdf, "--json"));
	assert_int_equal(json_integer_value(json_object_get(json, "languages")),
			 1);
	assert_int_equal(json_integer_value(json_object_get(json, "pages")),
			 13);
	json_decref(json);
	text = printed_text(desk->pdf);
	expect_in(text, "Bevægelsespark for alle");
	expect_not_in(text, "Movement park");
	free(text);
	assert_int_equal(unlink(desk->pdf), 0);
	json = expect_json(0, WORDS("posters", desk->fixture.path, "-l", "en",
				    "-l", "en", "-o", desk->pdf, "--json"));
	assert_int_equal(json_integer_value(json_object_get(json, "languages")),
			 2);
	json_decref(json);
}

static void they_can_be_made_at_any_time_of_the_evening(void **state)
{
	struct desk *desk = *state;

	fixture_enter(&desk->fixture);
	fixture_advance(&desk->fixture, PHASE_OPEN);
	fixture_leave(&desk->fixture);
	expect_no_write(&desk->fixture, 0, "13 pages",
			WORDS("posters", desk->fixture.path, "-o", desk->pdf));
}

/* Nothing is left behind: neither the PDF nor a part of it. */
static void what_cannot_be_done_is_told(void **state)
{
	struct desk *desk = *state;
	const char *path = desk->fixture.path, *pdf = desk->pdf;
	const int files = disk_count(desk->fixture.folder);
	char none[PATH], nowhere[PATH];
	const struct {
		int code;
		const char *text;
		const char *const *words;
	} cases[] = {
	    {2, "The meeting has no language \"ar\". It has: da, en.",
	     WORDS("posters", path, "--lang", "ar", "-o", pdf)},
	    {2, "no language \"tr\"",
	     WORDS("posters", path, "-l", "en", "-l", "tr", "-o", pdf)},
	    {2, "--size is a3 or a4, not \"a5\".",
	     WORDS("posters", path, "--size", "a5", "-o", pdf)},
	    {2, "Give -o or --printer, not both.",
	     WORDS("posters", path, "--printer", "Kontor", "-o", pdf)},
	    {1, "-x", WORDS("posters", path, "--printer=-x")},
	    {6, "This is not a Stemmeboks meeting file.",
	     WORDS("posters", IMAGES "/good.jpg", "-o", pdf)},
	    {2, none, WORDS("posters", none, "-o", pdf)},
	    {6, desk->fixture.folder,
	     WORDS("posters", desk->fixture.folder, "-o", pdf)},
	    {1, nowhere, WORDS("posters", path, "-o", nowhere)},
	    {2, path, WORDS("posters", path, "-o", path)},
	};

	snprintf(none, PATH, "%s/none.meeting", desk->fixture.folder);
	snprintf(nowhere, PATH, "%s/none/wall.pdf", desk->fixture.folder);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct ran got = ran(cases[i].words);

		if (got.exit_code != cases[i].code ||
		    !strstr(got.text, cases[i].text))
			fail_msg("case %zu: %d %s", i, got.exit_code, got.text);
		ran_free(&got);
		assert_int_equal(disk_count(desk->fixture.folder), files);
	}
}

static void a_picture_that_is_not_the_adopted_one_ends_it(void **state)
{
	struct desk *desk = *state;
	const char *const *words =
	    WORDS("posters", desk->fixture.path, "-o", desk->pdf);

	disk_write_text(desk->images, "garden.jpg.ppm", "another picture");
	expect_no_write(&desk->fixture, 6,
			"The picture garden.jpg.ppm is missing or was changed.",
			words);
	assert_int_equal(unlink(desk->picture), 0);
	expect_no_write(&desk->fixture, 6, "garden.jpg.ppm is missing", words);
	/* A folder where the picture should be. */
	assert_int_equal(mkdir(desk->picture, 0755), 0);
	expect_no_write(&desk->fixture, 6, "garden.jpg.ppm", words);
	assert_int_equal(rmdir(desk->picture), 0);
	assert_false(disk_there(desk->pdf));
}

int main(void)
{
#define DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    DESK(the_posters_are_written_and_told),
	    DESK(the_paper_can_be_a4),
	    DESK(without_a_name_the_pdf_is_beside_the_meeting),
	    DESK(only_the_languages_asked_for_are_on_them),
	    DESK(they_can_be_made_at_any_time_of_the_evening),
	    DESK(what_cannot_be_done_is_told),
	    DESK(a_picture_that_is_not_the_adopted_one_ends_it),
	};
#undef DESK

	return cmocka_run_group_tests(tests, NULL, NULL);
}
