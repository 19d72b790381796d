/* Lines and directions, on the layouts themselves. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/ui_fixture.h"
#include "ui/layout.h"
#include "core/utf8.h"

enum { TEXT_ROOM = 4096, LINE_PX = 40 };

static const struct face BODY = {.size_px = 30};

static struct layout *lay_out_in(struct fonts *fonts, enum font own,
				 const char *text, int width_px, int max_lines,
				 bool rtl)
{
	struct layout_shape shape = {
	    {BODY.size_px, BODY.bold, own}, width_px, max_lines, rtl};
	struct layout *layout = NULL;

	assert_int_equal(
	    layout_make(fonts, &shape, text, strlen(text), &layout), STATUS_OK);
	return layout;
}

static struct layout *lay_out(struct fonts *fonts, const char *text,
			      int width_px, int max_lines, bool rtl)
{
	return lay_out_in(fonts, FONT_SANS, text, width_px, max_lines, rtl);
}

/* ---- directions, from tests/data/ui/bidi.txt ---- */

/* The 26 letters that stand for A to Z: Arabic, all of them strong. */
static uint32_t arabic_of(char capital)
{
	int index = capital - 'A';

	return (uint32_t)(index < 19 ? 0x0628 + index : 0x0641 + index - 19);
}

static char capital_of(uint32_t code)
{
	for (int c = 'A'; c <= 'Z'; c++) {
		if (arabic_of((char)c) == code)
			return (char)c;
	}
	return code == 0xA0 ? '~' : (char)code;
}

static void read_spelling(const char *spelled, char text[TEXT_ROOM])
{
	size_t size = 0;

	for (; *spelled && size + UTF8_MAX < TEXT_ROOM; spelled++) {
		uint32_t code = (unsigned char)*spelled;

		if (*spelled >= 'A' && *spelled <= 'Z')
			code = arabic_of(*spelled);
		else if (*spelled == '<' || *spelled == '>')
			code = *spelled == '<' ? 0x2068 : 0x2069;
		else if (*spelled == '~')
			code = 0xA0;
		size += utf8_write(code, text + size);
	}
	text[size] = '\0';
}

/* Brackets are turned when a run from right to left is drawn. */
static char turned(char c)
{
	return c == '(' ? ')' : c == ')' ? '(' : c;
}

static size_t spell_run(const struct line_run *run, char *seen)
{
	char letters[TEXT_ROOM];
	size_t count = 0;

	for (size_t at = 0; at < run->size;) {
		uint32_t code;

		at += utf8_next(run->text + at, run->size - at, &code);
		letters[count++] = capital_of(code);
	}
	for (size_t i = 0; i < count; i++)
		seen[i] =
		    run->rtl ? turned(letters[count - 1 - i]) : letters[i];
	seen[count] = '|';
	return count + 1;
}

static void spell_line(const struct line *line, char seen[TEXT_ROOM])
{
	struct line_run run;
	size_t at = 0, size = 0;

	while (line_next(line->bytes, line->size, &at, &run))
		size += spell_run(&run, seen + size);
	seen[size] = '\0';
}

/* The next line that is neither empty nor a remark, without its end. */
static bool next_row(FILE *file, char row[TEXT_ROOM])
{
	while (fgets(row, TEXT_ROOM, file)) {
		row[strcspn(row, "\n")] = '\0';
		if (row[0] && row[0] != '#')
			return true;
	}
	return false;
}

static void mixed_directions_are_seen_as_the_table_says(void **state)
{
	FILE *file = fopen("tests/data/ui/bidi.txt", "r");
	char screen[TEXT_ROOM], spelled[TEXT_ROOM], wanted[TEXT_ROOM];
	char text[TEXT_ROOM], seen[TEXT_ROOM];
	int cases = 0;

	assert_non_null(file);
	while (next_row(file, screen) && next_row(file, spelled) &&
	       next_row(file, wanted)) {
		struct layout *layout;

		read_spelling(spelled, text);
		layout = lay_out(*state, text, 0, 0, !strcmp(screen, "rtl"));
		assert_int_equal(layout->count, 1);
		spell_line(&layout->lines[0].line, seen);
		assert_string_equal(seen, wanted);
		layout_free(layout);
		cases++;
	}
	fclose(file);
	assert_true(cases >= 12);
}

/* ---- the same in whole sentences of Persian, Urdu and Arabic ---- */

/* What is seen from left to right: runs from left to right as they read, any
 * others as "~"; runs end in "|". */
static void see_pieces(const struct line *line, char seen[TEXT_ROOM])
{
	struct line_run run;
	size_t at = 0, size = 0;
	bool rtl = false;

	while (line_next(line->bytes, line->size, &at, &run)) {
		if (run.rtl && !rtl)
			size += (size_t)snprintf(seen + size, 3, "~|");
		else if (!run.rtl)
			size +=
			    (size_t)snprintf(seen + size, TEXT_ROOM - size,
					     "%.*s|", (int)run.size, run.text);
		rtl = run.rtl;
	}
	seen[size] = '\0';
}

static void amounts_names_and_numbers_stay_whole_in_sentences(void **state)
{
	static const struct {
		enum font own;
		const char *text, *seen;
	} CASES[] = {
	    /* An amount in the middle, and one before the full stop. */
	    {FONT_ARABIC, "شما \u206825.000\u00A0kr.\u2069 دارید.",
	     "~|25.000\u00A0kr.|~|"},
	    {FONT_NASTALIQ, "آپ کے پاس \u206825.000\u00A0kr.\u2069 باقی ہیں۔",
	     "~|25.000\u00A0kr.|~|"},
	    {FONT_NASTALIQ, "لاگت \u206825.000\u00A0kr.\u2069۔",
	     "~|25.000\u00A0kr.|~|"},
	    /* A Danish name first, then its cost: the name is at the right. */
	    {FONT_ARABIC,
	     "\u2068Bevægelsespark\u2069: \u206825.000\u00A0kr.\u2069 هزینه",
	     "~|25.000\u00A0kr.|~|Bevægelsespark|"},
	    {FONT_NASTALIQ,
	     "\u2068Bevægelsespark\u2069 کی لاگت \u206825.000\u00A0kr.\u2069 "
	     "ہے",
	     "~|25.000\u00A0kr.|~|Bevægelsespark|"},
	    /* A telephone number that is inserted, and one in the sentence
	     * whose blanks are no-break spaces. */
	    {FONT_NASTALIQ, "فون: \u206866 12 34 56\u2069", "66 12 34 56|~|"},
	    {FONT_ARABIC, "تلفن: 66\u00A012\u00A034\u00A056",
	     "66\u00A012\u00A034\u00A056|~|"},
	    /* Numbers on either side of a word. */
	    {FONT_NASTALIQ, "2 \u0627\u0648\u0631 3", "3|~|2|"},
	    /* A place with its house number, in brackets. */
	    {FONT_ARABIC, "(\u2068Åsum 7\u2069) جای", "~|Åsum 7|~|"},
	    {FONT_NASTALIQ, "جگہ (\u2068Åsum 7\u2069)", "~|Åsum 7|~|"},
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		struct layout *layout =
		    lay_out_in(*state, CASES[i].own, CASES[i].text, 0, 0, true);
		char seen[TEXT_ROOM];

		assert_int_equal(layout->count, 1);
		see_pieces(&layout->lines[0].line, seen);
		assert_string_equal(seen, CASES[i].seen);
		layout_free(layout);
	}
}

/* ---- fonts ---- */

static void every_script_of_the_languages_has_its_font(void **state)
{
	static const struct {
		const char *text;
		enum font font;
		enum font own; /* of the screen's language */
	} CASES[] = {
	    {"Dansk", FONT_SANS, FONT_SANS},
	    {"Soomaali", FONT_SANS, FONT_SANS},
	    {"Türkçe", FONT_SANS, FONT_SANS},
	    {"Română", FONT_SANS, FONT_SANS},
	    {"Tiếng Việt", FONT_SANS, FONT_SANS},
	    {"Українська", FONT_SANS, FONT_SANS},
	    {"العربية", FONT_ARABIC, FONT_SANS},
	    {"فارسی", FONT_ARABIC, FONT_SANS},
	    {"اردو", FONT_ARABIC, FONT_SANS},
	    {"پښتو", FONT_ARABIC, FONT_SANS},
	    {"کوردی", FONT_ARABIC, FONT_SANS},
	    {"தமிழ்", FONT_TAMIL, FONT_SANS},
	    {"ትግርኛ", FONT_ETHIOPIC, FONT_SANS},
	    {"বাংলা", FONT_BENGALI, FONT_SANS},
	    {"हिन्दी", FONT_DEVANAGARI, FONT_SANS},
	    {"اردو", FONT_NASTALIQ, FONT_NASTALIQ},
	    {"العربية", FONT_ARABIC, FONT_ARABIC},
	    {"Dansk 12", FONT_SANS, FONT_NASTALIQ},
	    {"தமிழ்", FONT_TAMIL, FONT_NASTALIQ},
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		for (int bold = 0; bold < 2; bold++) {
			struct para para;
			struct face face = {30, bold, CASES[i].own};

			assert_int_equal(para_read(*state, face, CASES[i].text,
						   strlen(CASES[i].text), false,
						   &para),
					 STATUS_OK);
			for (int k = 0; k < para.count; k++) {
				assert_int_equal(para.letters[k].font,
						 CASES[i].font);
				assert_true(fonts_has(*state, CASES[i].font,
						      para.letters[k].code,
						      face));
			}
			para_free(&para);
		}
	}
}

static void digits_look_the_same_in_every_script(void **state)
{
	static const char TEXT[] = "آپ 12 (3) ہیں، தமிழ் 4";
	struct face face = {.size_px = 30, .own = FONT_NASTALIQ};
	struct para para;
	int digits = 0;

	assert_int_equal(
	    para_read(*state, face, TEXT, sizeof(TEXT) - 1, true, &para),
	    STATUS_OK);
	for (int i = 0; i < para.count; i++) {
		if (para.letters[i].code < '0' || para.letters[i].code > '9')
			continue;
		assert_int_equal(para.letters[i].font, FONT_SANS);
		digits++;
	}
	assert_int_equal(digits, 4);
	para_free(&para);
}

static void a_number_keeps_its_distance_from_urdu_words(void **state)
{
	/* A blank between two words is Nastaliq's, beside a number it is not.
	 */
	static const char TEXT[] = "آپ نے \u20682\u2069 تجاویز";
	static const bool WIDE[] = {false, true, true};
	struct face face = {.size_px = 30, .own = FONT_NASTALIQ};
	struct para para;
	int blanks = 0;

	assert_int_equal(
	    para_read(*state, face, TEXT, sizeof(TEXT) - 1, true, &para),
	    STATUS_OK);
	for (int i = 0; i < para.count; i++) {
		if (!para.letters[i].blank)
			continue;
		assert_true(blanks < 3);
		assert_int_equal(para.letters[i].font == FONT_SANS,
				 WIDE[blanks++]);
	}
	assert_int_equal(blanks, 3);
	para_free(&para);
}

static void a_mark_stays_in_the_font_of_its_letter(void **state)
{
	/* e with a combining acute, and an Arabic letter with its vowel. */
	static const char TEXT[] = "e\u0301 \u0645\u064E";
	struct para para;

	assert_int_equal(
	    para_read(*state, BODY, TEXT, sizeof(TEXT) - 1, false, &para),
	    STATUS_OK);
	assert_int_equal(para.count, 5);
	assert_true(para.letters[1].joined && para.letters[4].joined);
	assert_int_equal(para.letters[1].font, para.letters[0].font);
	assert_int_equal(para.letters[4].font, FONT_ARABIC);
	para_free(&para);
}

static void bytes_that_are_no_utf8_become_one_sign_each(void **state)
{
	static const char TEXT[] = "a\xFF\xC3(\xED\xA0\x80\xF4\x90\x80\x80\xC0";
	struct para para;
	int wrong = 0;

	assert_int_equal(
	    para_read(*state, BODY, TEXT, sizeof(TEXT) - 1, false, &para),
	    STATUS_OK);
	assert_int_equal(para.count, (int)sizeof(TEXT) - 1);
	for (int i = 0; i < para.count; i++)
		wrong += para.letters[i].code == UTF8_WRONG;
	assert_int_equal(wrong, para.count - 2);
	para_free(&para);
}

/* ---- breaking ---- */

static const char *const SAMPLES[] = {
    "Du har valgt 2 forslag. Du kan vælge 1 mere, og så er du færdig.",
    "Speciallægepraksisplanlægningsstabiliseringsperiode er ét ord.",
    "Bevægelsespark – 100.000\u00A0kr. (Bolbro/Dalum), 350 m · 4 min.",
    "تكلفة \u2068Park\u2069 هي \u2068100.000\u00A0kr.\u2069 فقط",
    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
    "தமிழ் மொழி மற்றும் ትግርኛ ቋንቋ, sammen med dansk",
    "Første linje\nAnden linje er noget længere end den første\n\nFjerde",
    "",
    " ",
    "\n",
};

/* Whether the letter at byte AT can be left out at the end of a line. */
static bool is_space(const char *text, size_t at)
{
	return text[at] == ' ' || text[at] == '\n' ||
	       strncmp(text + at, "\u2068", 3) == 0 ||
	       strncmp(text + at, "\u2069", 3) == 0;
}

static void check_lines(struct fonts *fonts, const char *text, int width_px)
{
	struct layout *layout = lay_out(fonts, text, width_px, 0, false);
	size_t at = 0;

	assert_true(layout->count >= 1);
	assert_false(layout->cut);
	for (int i = 0; i < layout->count; i++) {
		const struct layout_line *line = &layout->lines[i];
		struct para para;

		assert_true(line->from >= at && line->to >= line->from);
		for (; at < line->from; at++)
			assert_true(is_space(text, at) ||
				    (text[at] & 0xC0) == 0x80);
		assert_int_equal(para_read(fonts, BODY, text + line->from,
					   line->to - line->from, false, &para),
				 STATUS_OK);
		if (para.count > 0) {
			assert_false(para.letters[0].joined);
			assert_false(para.letters[para.count - 1].blank);
		}
		para_free(&para);
		at = line->to;
	}
	for (; at < strlen(text); at++)
		assert_true(is_space(text, at) || (text[at] & 0xC0) == 0x80);
	layout_free(layout);
}

static void no_letter_is_lost_at_any_width(void **state)
{
	for (size_t i = 0; i < sizeof(SAMPLES) / sizeof(SAMPLES[0]); i++) {
		for (int width_px = 1; width_px < 1200; width_px += 37)
			check_lines(*state, SAMPLES[i], width_px);
	}
}

static void no_line_is_wider_than_asked(void **state)
{
	for (size_t i = 0; i < sizeof(SAMPLES) / sizeof(SAMPLES[0]); i++) {
		for (int width_px = 90; width_px < 1200; width_px += 23) {
			struct layout *layout =
			    lay_out(*state, SAMPLES[i], width_px, 0, false);

			for (int k = 0; k < layout->count; k++)
				if (layout->lines[k].line.width_px > width_px)
					fail_msg("line %d of \"%s\" is %d px "
						 "wide, not %d",
						 k, SAMPLES[i],
						 layout->lines[k].line.width_px,
						 width_px);
			layout_free(layout);
		}
	}
}

static void a_text_as_wide_as_its_line_stays_one_line(void **state)
{
	for (size_t i = 0; i < 6; i++) {
		struct layout *one = lay_out(*state, SAMPLES[i], 0, 0, false);
		int width_px = one->lines[0].line.width_px;
		struct layout *fits =
		    lay_out(*state, SAMPLES[i], width_px, 0, false);
		struct layout *not =
		    lay_out(*state, SAMPLES[i], width_px - 1, 0, false);

		assert_int_equal(fits->count, 1);
		assert_true(not ->count > 1);
		layout_free(one);
		layout_free(fits);
		layout_free(not );
	}
}

/* Words of Nastaliq stand nearer together than each alone would. */
static void urdu_fills_its_lines_and_leaves_none(void **state)
{
	static const char *const TEXTS[] = {
	    "منتخب کریں", "سب کے لیے ورزش کا پارک",
	    "آپ نے دو تجاویز منتخب کی ہیں، جلدی کیجیے",
	    "لاگت \u206825.000\u00A0kr.\u2069 ہے (Bolbro)۔"};

	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(TEXTS[0]); i++) {
		struct layout *one =
		    lay_out_in(*state, FONT_NASTALIQ, TEXTS[i], 0, 0, true);
		int whole_px = one->lines[0].line.width_px;

		for (int width_px = 120; width_px <= whole_px; width_px++) {
			struct layout *layout = lay_out_in(
			    *state, FONT_NASTALIQ, TEXTS[i], width_px, 0, true);

			assert_int_equal(layout->count == 1,
					 width_px == whole_px);
			for (int k = 0; k < layout->count; k++)
				assert_true(layout->lines[k].line.width_px <=
					    width_px);
			layout_free(layout);
		}
		layout_free(one);
	}
}

static void an_amount_is_never_parted_from_its_kroner(void **state)
{
	static const char TEXT[] = "Det koster \u206825.000\u00A0kr.\u2069 nu";

	for (int width_px = 200; width_px < 500; width_px += 3) {
		struct layout *layout =
		    lay_out(*state, TEXT, width_px, 0, false);
		const char *amount = strstr(TEXT, "25.000");

		for (int i = 0; i < layout->count; i++) {
			size_t from = layout->lines[i].from;

			assert_false(TEXT + from > amount &&
				     TEXT + from < amount + 12);
		}
		layout_free(layout);
	}
}

static void a_cut_text_ends_in_an_ellipsis_within_its_width(void **state)
{
	for (size_t i = 0; i < 6; i++) {
		for (int width_px = 80; width_px < 400; width_px += 31) {
			struct layout *whole =
			    lay_out(*state, SAMPLES[i], width_px, 0, false);
			struct layout *layout =
			    lay_out(*state, SAMPLES[i], width_px, 1, false);
			char text[TEXT_ROOM];
			struct line *line = &layout->lines[0].line;

			assert_int_equal(layout->count, 1);
			assert_int_equal(layout->cut, whole->count > 1);
			assert_true(line->width_px <= width_px);
			assert_true(line->size < TEXT_ROOM);
			memcpy(text, line->bytes, line->size);
			assert_int_equal(memmem(text, line->size, "…", 3) !=
					     NULL,
					 layout->cut);
			layout_free(whole);
			layout_free(layout);
		}
	}
}

static void an_arabic_ellipsis_stands_at_the_left(void **state)
{
	struct layout *layout =
	    lay_out(*state, "هذه الجملة أطول من سطر واحد هنا", 200, 1, true);
	struct line_run run;
	size_t at = 0;

	assert_true(layout->cut);
	assert_true(line_next(layout->lines[0].line.bytes,
			      layout->lines[0].line.size, &at, &run));
	assert_true(run.size >= 3);
	/* First from the left; inside a run from right to left it is last. */
	assert_memory_equal(run.rtl ? run.text + run.size - 3 : run.text, "…",
			    3);
	layout_free(layout);
}

static void a_soft_hyphen_shows_only_where_a_line_ends(void **state)
{
	struct layout *one = lay_out(*state, "for\u00ADslag", 0, 0, false);
	struct layout *two = lay_out(*state, "for\u00ADslag", 70, 0, false);
	char seen[TEXT_ROOM];

	assert_int_equal(two->count, 2);
	spell_line(&two->lines[0].line, seen);
	assert_string_equal(seen, "for-|");
	assert_int_equal(one->count, 1);
	layout_free(one);
	layout_free(two);
}

static void a_very_long_text_is_laid_out_in_time(void **state)
{
	size_t size = 100000;
	char *text = malloc(size + 1);
	struct layout *layout;
	uint64_t start;

	assert_non_null(text);
	memset(text, 'a', size);
	text[size] = '\0';
	start = SDL_GetPerformanceCounter();
	layout = lay_out(*state, text, 600, 3, false);
	assert_true(layout->cut && layout->count == 3);
	assert_true((double)(SDL_GetPerformanceCounter() - start) /
			(double)SDL_GetPerformanceFrequency() <
		    5);
	layout_free(layout);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(mixed_directions_are_seen_as_the_table_says),
	    cmocka_unit_test(amounts_names_and_numbers_stay_whole_in_sentences),
	    cmocka_unit_test(a_number_keeps_its_distance_from_urdu_words),
	    cmocka_unit_test(digits_look_the_same_in_every_script),
	    cmocka_unit_test(every_script_of_the_languages_has_its_font),
	    cmocka_unit_test(a_mark_stays_in_the_font_of_its_letter),
	    cmocka_unit_test(bytes_that_are_no_utf8_become_one_sign_each),
	    cmocka_unit_test(no_letter_is_lost_at_any_width),
	    cmocka_unit_test(no_line_is_wider_than_asked),
	    cmocka_unit_test(a_text_as_wide_as_its_line_stays_one_line),
	    cmocka_unit_test(urdu_fills_its_lines_and_leaves_none),
	    cmocka_unit_test(an_amount_is_never_parted_from_its_kroner),
	    cmocka_unit_test(a_cut_text_ends_in_an_ellipsis_within_its_width),
	    cmocka_unit_test(an_arabic_ellipsis_stands_at_the_left),
	    cmocka_unit_test(a_soft_hyphen_shows_only_where_a_line_ends),
	    cmocka_unit_test(a_very_long_text_is_laid_out_in_time),
	};

	return cmocka_run_group_tests(tests, fonts_set_up, fonts_tear_down);
}
