/* The last row reads every word of every scene (UX.md a3). */
#include "hall/readable.h"

#include <SDL_ttf.h>
#include <limits.h>

#include "hall/hall.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/hall_evening.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"
#include "words/place.h"
#include "words/words.h"

enum {
	IMAGE_MM = 1200, /* an image 1.2 m high, as UX.md reckons */
	SMALLEST = 48,	 /* u */
	FRAME_H = 1080,
	MARGIN_X = 96,
	MARGIN_Y = 54,
	SIZES = 3,
};

static const struct {
	int width, height;
} sizes[SIZES] = {{1280, 720}, {1280, 800}, {720, 1280}};

static const int type_sizes[TYPE_COUNT] = {
#define TYPE(name, size, line, bold) [TYPE_##name] = (size),
#include "ui/type.def"
#undef TYPE
};

static void the_rules_give_the_numbers_of_the_guide(void **state)
{
	(void)state;
	/* 34 px of 1080 are 38 mm of 1.2 m and clear to 15 m. */
	assert_int_equal(readable_cap_mm(IMAGE_MM, TYPE_HALL_BODY), 38);
	assert_in_range(readable_seat_mm(IMAGE_MM, TYPE_HALL_BODY), 15000,
			15300);
	/* The seats end before the letters do. */
	assert_int_equal(readable_farthest_mm(IMAGE_MM, READABLE_SEAT_TIMES),
			 7200);
	assert_int_equal(
	    readable_farthest_mm(IMAGE_MM, READABLE_SEAT_TIMES_MOST), 9600);
	/* From so far away that letters end first. */
	assert_int_equal(readable_farthest_mm(IMAGE_MM, 20),
			 readable_seat_mm(IMAGE_MM, TYPE_HALL_BODY));
	/* Twice the image, twice as far. */
	assert_in_range(readable_seat_mm(2 * IMAGE_MM, TYPE_HALL_BODY),
			2 * readable_seat_mm(IMAGE_MM, TYPE_HALL_BODY),
			2 * readable_seat_mm(IMAGE_MM, TYPE_HALL_BODY) + 1);
}

/* Measured in both font files, a thousand pixels to the em. */
static void a_capital_is_as_high_as_the_font_says(void **state)
{
	static const char *const files[] = {"NotoSans-Regular.ttf",
					    "NotoSans-Bold.ttf"};
	char folder[PATH_MAX], path[2 * PATH_MAX];

	(void)state;
	assert_int_equal(place_find("fonts", folder, sizeof(folder)),
			 STATUS_OK);
	assert_int_equal(TTF_Init(), 0);
	for (int i = 0; i < 2; i++) {
		TTF_Font *font;
		int top;

		snprintf(path, sizeof(path), "%s/%s", folder, files[i]);
		font = TTF_OpenFont(path, 1000);
		assert_non_null(font);
		assert_int_equal(
		    TTF_GlyphMetrics32(font, 'H', NULL, NULL, NULL, &top, NULL),
		    0);
		assert_in_range(top, READABLE_CAP_PERMILLE - 2,
				READABLE_CAP_PERMILLE + 2);
		TTF_CloseFont(font);
	}
	TTF_Quit();
}

/* Fails when a word of the frame just drawn cannot be read from the last row,
 * is cut, or lies where a projector may cut the image off. */
static void check_words(struct ui *ui, struct hall_words *words)
{
	int farthest = IMAGE_MM * READABLE_SEAT_TIMES_MOST;
	int width, height;

	ui_size(ui, &width, &height);
	assert_int_equal(ui_clipped(ui), 0);
	hall_words_read(ui, words);
	for (int i = 0; i < words->count; i++) {
		const struct hall_word *word = &words->words[i];
		int type = 0;

		while (type_sizes[type] != word->size)
			type++;
		if (word->size < SMALLEST ||
		    readable_seat_mm(IMAGE_MM, (enum type)type) < farthest)
			fail_msg("\"%s\" is %d u high", word->text, word->size);
		if (word->x < MARGIN_X || word->y < MARGIN_Y ||
		    word->x + word->w > width - MARGIN_X ||
		    word->y + word->h > height - MARGIN_Y)
			fail_msg("\"%s\" is in the margin", word->text);
	}
}

/* Every scene that PHASE allows, with its clock full, running, nearly over and
 * over, and with everything that may lie over it. */
static void check_scenes(struct ui *ui, struct hall_evening *evening,
			 struct hall_words *words)
{
	static const int64_t left[] = {95000, 29000, 0};
	struct hall_view *view = &evening->hall.view;

	for (int scene = 0; scene < SCENE_COUNT; scene++) {
		view->scene = (enum scene)scene;
		if (hall_scene(view) != view->scene)
			continue;
		hall_each_page(ui, view, check_words, words);
		if (scene != SCENE_PITCH && scene != SCENE_CLOSING)
			continue;
		for (int i = 0; i < 6; i++) {
			hall_evening_clock(evening, left[i / 2], i % 2);
			hall_each_page(ui, view, check_words, words);
		}
		view->message = "Der er kaffe og kage i cafeen";
		for (int cover = COVER_BLACK; cover <= COVER_MESSAGE; cover++) {
			view->cover = (enum hall_cover)cover;
			hall_each_page(ui, view, check_words, words);
		}
		view->cover = COVER_NONE;
		stopwatch_set(&view->watch, view->watch.whole_ms);
	}
}

static void check_evening(struct ui *ui, struct hall_words *words, int hard,
			  enum phase last)
{
	struct hall_evening *evening = malloc(sizeof(*evening));

	assert_non_null(evening);
	for (int phase = 0; phase <= (int)last; phase++) {
		hall_evening_open(evening, (enum phase)phase);
		if (hard)
			hall_evening_hard(evening, hard);
		if (phase == PHASE_OPEN || phase == PHASE_PAUSED) {
			hall_evening_batch(evening, HALL_LIVE_MS / 2);
			check_scenes(ui, evening, words);
			memset(&evening->live, 0, sizeof(evening->live));
		}
		if (phase >= PHASE_CLOSED)
			hall_evening_count(evening);
		if (phase < PHASE_CLOSED || !hard)
			check_scenes(ui, evening, words);
		hall_evening_close(evening);
	}
	free(evening);
}

static void every_word_of_every_scene_is_read_in_the_last_row(void **state)
{
	struct hall_words *words = malloc(sizeof(*words));

	(void)state;
	assert_non_null(words);
	for (int i = 0; i < SIZES; i++) {
		struct ui *ui =
		    hall_window(sizes[i].width, sizes[i].height, "da");

		/* An upright screen stands in a window until voting closes. */
		bool upright = sizes[i].height > sizes[i].width;
		enum phase last = upright ? PHASE_PAUSED : PHASE_PUBLISHED;

		check_evening(ui, words, 0, last);
		if (!upright)
			check_evening(ui, words, 13, last);
		ui_free(ui);
	}
	free(words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_rules_give_the_numbers_of_the_guide),
	    cmocka_unit_test(a_capital_is_as_high_as_the_font_says),
	    cmocka_unit_test(every_word_of_every_scene_is_read_in_the_last_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
