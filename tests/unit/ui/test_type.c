/* Text sizes, and lines as high as their scripts need. */
#include "tests/lib/cmocka_all.h"

#include <SDL.h>
#include <unistd.h>

#include "tests/lib/ui_fixture.h"

enum { W = 1000, H = 720, INK = 128 };

static int open_window(void **state)
{
	*state = fixture_open(W, H);
	return 0;
}

static int close_window(void **state)
{
	ui_free(*state);
	return 0;
}

/* As a new voter finds it. */
static int settings_are_usual(void **state)
{
	ui_set_zoom(*state, UI_ZOOM_USUAL);
	ui_set_language(*state, "da");
	ui_set_rtl(*state, false);
	return 0;
}

static void lines_are_as_high_as_ux_says(void **state)
{
	/* UX.md 0 and a3, in u; larger letters are a zoom of all u. */
	static const struct {
		enum type type;
		int line;
	} CASES[] = {
	    {TYPE_DISPLAY, 76},	  {TYPE_H1, 58},	  {TYPE_H2, 48},
	    {TYPE_TITLE, 38},	  {TYPE_BODY, 40},	  {TYPE_SMALL, 32},
	    {TYPE_HALL_BODY, 60}, {TYPE_HALL_GIANT, 180},
	};
	static const int ZOOMS[] = {1000, 1250, 1600};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		for (int k = 0; k < 3; k++) {
			ui_set_zoom(*state, ZOOMS[k]);
			assert_int_equal(type_line(*state, CASES[i].type),
					 CASES[i].line);
			assert_int_equal(
			    text_height(*state, "Åg", CASES[i].type, W / 2),
			    CASES[i].line);
		}
	}
}

/* ---- pictures ---- */

static void paragraph(struct ui *ui, void *context)
{
	draw_fill(ui, ui_frame(ui), ROLE_BG);
	draw_text(ui, (struct rect){20, 20, W - 40, H - 40}, context, TYPE_BODY,
		  ROLE_TEXT, ALIGN_START);
}

static SDL_Surface *picture_of(struct ui *ui)
{
	SDL_Surface *loaded = fixture_picture(ui);
	SDL_Surface *picture =
	    SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0);

	SDL_FreeSurface(loaded);
	assert_non_null(picture);
	return picture;
}

static bool is_ink(const SDL_Surface *picture, int x, int y)
{
	const uint32_t *row = (const uint32_t *)((const char *)picture->pixels +
						 (ptrdiff_t)y * picture->pitch);

	return (row[x] >> 8 & 255) < INK;
}

static bool same_picture(const SDL_Surface *a, const SDL_Surface *b)
{
	return memcmp(a->pixels, b->pixels, (size_t)a->h * (size_t)a->pitch) ==
	       0;
}

static void a_size_or_language_changed_and_back_looks_as_before(void **state)
{
	static char text[] = "Du har valgt 2 forslag. اردو";
	SDL_Surface *before, *large, *urdu, *after;

	fixture_frame(*state, paragraph, text);
	before = picture_of(*state);
	ui_set_zoom(*state, 1250);
	fixture_frame(*state, paragraph, text);
	large = picture_of(*state);
	ui_set_zoom(*state, UI_ZOOM_USUAL);
	ui_set_language(*state, "ur");
	fixture_frame(*state, paragraph, text);
	urdu = picture_of(*state);
	ui_set_language(*state, "da");
	fixture_frame(*state, paragraph, text);
	after = picture_of(*state);
	assert_false(same_picture(before, large));
	assert_false(same_picture(before, urdu));
	assert_true(same_picture(before, after));
	SDL_FreeSurface(before);
	SDL_FreeSurface(large);
	SDL_FreeSurface(urdu);
	SDL_FreeSurface(after);
}

/* ---- languages ---- */

static void one_line_can_be_set_in_another_language(void **state)
{
	int arabic = text_width(*state, "تجاویز", TYPE_DISPLAY);
	const char *before = ui_set_language(*state, "ur");

	assert_string_equal(before, "");
	assert_int_not_equal(text_width(*state, "تجاویز", TYPE_DISPLAY),
			     arabic);
	assert_string_equal(ui_set_language(*state, NULL), "ur");
	assert_string_equal(ui_set_language(*state, before), "ur");
	assert_int_equal(text_width(*state, "تجاویز", TYPE_DISPLAY), arabic);
	/* Arabic and Persian look alike, Danish has no say. */
	ui_set_language(*state, "fa");
	assert_int_equal(text_width(*state, "تجاویز", TYPE_DISPLAY), arabic);
}

static void a_line_of_nastaliq_has_twice_its_size_at_least(void **state)
{
	ui_set_language(*state, "ur");
	assert_true(type_line(*state, TYPE_BODY) >= 60);
	assert_true(type_line(*state, TYPE_TITLE) >= 60);
}

static void latin_lines_keep_their_height_in_every_language(void **state)
{
	static const char *const CODES[] = {"da", "ar", "ur", "ti", "ta"};

	for (size_t i = 0; i < sizeof(CODES) / sizeof(CODES[0]); i++) {
		ui_set_language(*state, CODES[i]);
		assert_int_equal(
		    text_height(*state, "Åg − 25.000\u00A0kr.", TYPE_BODY, W),
		    40);
	}
}

/* ---- ink ---- */

/* Words that reach high and low, with a bar at the start side of none. */
static const struct tall {
	const char *language;
	const char *words[8];
} TALL[] = {
    {"vi", {"Ẫg", "ỂợỖ", "Ậỵ", "ẮỲ"}},
    {"ar", {"إنَّ", "ضُغِطَ", "سرّيٍّ", "أهلاً", "حجج", "شيئًا", "لآ"}},
    {"fa", {"گزینهٔ", "چگونه", "رأیِ", "آژانس"}},
    {"ckb", {"هەڵبژێرە", "بڕیاری", "ڤێ"}},
    {"ur", {"کیجیے", "گیلیلیو", "کُچھ", "عشقِ", "پُچھّے", "پہنچے", "ٹیکنیکی", "آ"}},
    {"ta", {"கீ", "ஸ்ரீ", "கூ", "ஞொ", "டி", "க்ஷௌ"}},
    {"bn", {"র্কীঁ", "কৄ", "ষ্ট্রূ", "কি", "ক্ষ্ম", "ন্ত্র্যু"}},
    {"hi", {"र्कीं", "कॄ", "ष्ट्रू", "कँ", "र्कैं", "द्ध्रु"}},
    {"ti", {"ኹሉ", "ፗ", "ቧ", "ሿ", "ፙ", "ጿ"}},
};

struct boxes {
	const struct tall *tall;
	enum type type;
	int count;
	struct rect box[8];
};

/* Every word in its own box, as high as text_height() says, with room around.
 */
static void words_in_boxes(struct ui *ui, void *context)
{
	struct boxes *boxes = context;

	draw_fill(ui, ui_frame(ui), ROLE_BG);
	for (boxes->count = 0; boxes->count < 8; boxes->count++) {
		const char *word = boxes->tall->words[boxes->count];
		struct rect *box = &boxes->box[boxes->count];

		if (!word)
			break;
		*box = (struct rect){20 + boxes->count % 3 * 320,
				     30 + boxes->count / 3 * 230, 310, 0};
		box->h = text_height(ui, word, boxes->type, box->w);
		draw_text(ui, *box, word, boxes->type, ROLE_TEXT, ALIGN_START);
	}
}

static void check_boxes(const SDL_Surface *picture, const struct boxes *boxes)
{
	int seen = 0;

	for (int i = 0; i < boxes->count; i++) {
		struct rect box = boxes->box[i];

		for (int y = SDL_max(box.y - 20, 0);
		     y < SDL_min(box.y + box.h + 20, H); y++) {
			for (int x = box.x; x < box.x + box.w; x++) {
				bool inside = y >= box.y && y < box.y + box.h;

				if (!is_ink(picture, x, y))
					continue;
				seen += inside;
				if (!inside)
					fail_msg("%s: \"%s\" in type %d leaves "
						 "its line of %d: row %d",
						 boxes->tall->language,
						 boxes->tall->words[i],
						 boxes->type, box.h, y - box.y);
			}
		}
	}
	assert_true(seen > 100);
}

static void the_ink_of_the_tallest_letters_stays_in_its_line(void **state)
{
	static const enum type TYPES[] = {TYPE_DISPLAY, TYPE_TITLE, TYPE_BODY};

	for (size_t i = 0; i < sizeof(TALL) / sizeof(TALL[0]); i++) {
		for (int k = 0; k < 3; k++) {
			struct boxes boxes = {.tall = &TALL[i],
					      .type = TYPES[k]};
			SDL_Surface *picture;

			ui_set_language(*state, TALL[i].language);
			fixture_frame(*state, words_in_boxes, &boxes);
			picture = picture_of(*state);
			check_boxes(picture, &boxes);
			SDL_FreeSurface(picture);
		}
	}
}

static void planned_lines_hold_all_but_the_longest_words(void **state)
{
	static const char *const WORDS[] = {"منتخب", "تجاویز", "اپنی", "پرچی",
					    "ووٹ",   "لاگت",   "زبان", "مدد"};

	ui_set_language(*state, "ur");
	for (size_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++) {
		for (int type = 0; type < TYPE_HALL_GIANT; type++)
			assert_true(text_height(*state, WORDS[i], type, W) <=
				    type_line(*state, type));
	}
	for (size_t i = 0; i < sizeof(TALL) / sizeof(TALL[0]); i++) {
		ui_set_language(*state, TALL[i].language);
		for (int k = 0; k < 8 && TALL[i].words[k]; k++) {
			if (strcmp(TALL[i].language, "ur") != 0)
				assert_true(text_height(*state,
							TALL[i].words[k],
							TYPE_TITLE, W) <=
					    type_line(*state, TYPE_TITLE));
		}
	}
}

/* The lowest row of ink in the columns FROM..TO. */
static int lowest(const SDL_Surface *picture, int from, int to)
{
	for (int y = H - 1; y >= 0; y--) {
		for (int x = from; x < to; x++) {
			if (is_ink(picture, x, y))
				return y;
		}
	}
	return -1;
}

/* The first column of ink from X on, going in steps of STEP. */
static int first_ink(const SDL_Surface *picture, int x, int step)
{
	for (; x >= 0 && x < W; x += step) {
		if (lowest(picture, x, x + 1) >= 0)
			return x;
	}
	return -1;
}

static void rising_words(struct ui *ui, void *context)
{
	draw_fill(ui, ui_frame(ui), ROLE_BG);
	draw_text(ui, (struct rect){20, 200, 900, 200}, context, TYPE_DISPLAY,
		  ROLE_TEXT, ALIGN_START);
}

/* SDL_ttf lowers a run that rises over its font: by 30 u in this one. */
static void a_word_that_rises_stands_on_the_base_line_of_the_rest(void **state)
{
	/* H is the first from the right, the alef of the same run as the word
	 * that rises the last, at the left. */
	static char text[] = "\u2068H\u2069 کیجیے ا";
	SDL_Surface *picture;
	int left, right;

	ui_set_language(*state, "ur");
	ui_set_rtl(*state, true);
	fixture_frame(*state, rising_words, text);
	picture = picture_of(*state);
	left = first_ink(picture, 0, 1);
	right = first_ink(picture, W - 1, -1);
	assert_true(left >= 0 && right > left + 100);
	/* The font's alef ends a tenth of its size above the base line. */
	assert_in_range(lowest(picture, left, left + 4),
			lowest(picture, right - 4, right) - 64 / 10 - 2,
			lowest(picture, right - 4, right) - 64 / 10 + 2);
	SDL_FreeSurface(picture);
}

/* ---- boxes ---- */

static void heights_and_pages_follow_the_line(void **state)
{
	static const char text[] =
	    "آپ نے دو تجاویز منتخب کی ہیں۔ آپ ایک اور منتخب کر سکتے ہیں۔ "
	    "اپنی پرچی کیمرے کے سامنے رکھیں اور انتظار کریں۔";
	int high, from = 0, pages = 0;

	ui_set_language(*state, "ur");
	ui_set_rtl(*state, true);
	high = text_height(*state, text, TYPE_BODY, 300);
	assert_true(text_fits(*state, text, TYPE_BODY, 300, high));
	for (; from >= 0; pages++) {
		int next = text_page(*state, text, TYPE_BODY, 300, high / 2,
				     pages + 1);
		char shown[sizeof(text)];

		memset(shown, 0, sizeof(shown));
		memcpy(shown, text + from,
		       (size_t)(next < 0 ? (int)strlen(text) : next) -
			   (size_t)from);
		assert_true(text_height(*state, shown, TYPE_BODY, 300) <=
			    high / 2);
		from = next;
	}
	assert_in_range(pages, 2, 3);
}

/* The lowest box that holds the text is that of the other letters. */
static void without_room_for_nastaliq_the_other_letters_are_taken(void **state)
{
	static const char text[] = "آپ نے دو تجاویز منتخب کی ہیں۔";
	int high, low;
	char *dump = NULL;
	size_t size = 0;
	FILE *out;

	ui_set_language(*state, "fa");
	low = text_height(*state, text, TYPE_BODY, 900);
	ui_set_language(*state, "ur");
	ui_set_rtl(*state, true);
	high = text_height(*state, text, TYPE_BODY, 900);
	assert_true(high > low);
	assert_true(text_fits(*state, text, TYPE_BODY, 900, low));
	assert_false(text_fits(*state, text, TYPE_BODY, 900, low - 1));
	for (int room = low; room <= high; room += high - low) {
		char line[64];

		ui_begin(*state, 1000);
		draw_text(*state, (struct rect){0, 0, 900, room}, text,
			  TYPE_BODY, ROLE_TEXT, ALIGN_START);
		ui_end(*state);
		assert_int_equal(ui_clipped(*state), 0);
		assert_int_equal(ui_missing(*state), 0);
		out = open_memstream(&dump, &size);
		assert_non_null(out);
		ui_dump(*state, out);
		fclose(out);
		snprintf(line, sizeof(line), " 900 %d BODY", room);
		assert_non_null(strstr(dump, line));
		free(dump);
	}
}

int main(void)
{
#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, settings_are_usual, NULL)
	const struct CMUnitTest tests[] = {
	    TEST(without_room_for_nastaliq_the_other_letters_are_taken),
	    TEST(lines_are_as_high_as_ux_says),
	    TEST(a_size_or_language_changed_and_back_looks_as_before),
	    TEST(one_line_can_be_set_in_another_language),
	    TEST(a_line_of_nastaliq_has_twice_its_size_at_least),
	    TEST(latin_lines_keep_their_height_in_every_language),
	    TEST(the_ink_of_the_tallest_letters_stays_in_its_line),
	    TEST(planned_lines_hold_all_but_the_longest_words),
	    TEST(a_word_that_rises_stands_on_the_base_line_of_the_rest),
	    TEST(heights_and_pages_follow_the_line),
	};
#undef TEST

	return cmocka_run_group_tests(tests, open_window, close_window);
}
