/* No letter is missing: those of every language in tests/data/ui/letters.txt,
 * and whatever stands in a catalogue. */
#include <glob.h>

#include "tests/lib/cmocka_all.h"
#include "core/utf8.h"
#include "tests/lib/ui_fixture.h"
#include "ui/para.h"

enum { ROW_ROOM = 16 * 1024, LANGUAGES_LEAST = 45 };

/* The next line of letters.txt that is no remark, as code and letters. */
static bool next_row(FILE *file, char row[ROW_ROOM], const char **ret_letters)
{
	while (fgets(row, ROW_ROOM, file)) {
		char *blank = strchr(row, ' ');

		row[strcspn(row, "\n")] = '\0';
		if (row[0] == '#' || !blank)
			continue;
		*blank = '\0';
		*ret_letters = blank + 1;
		return true;
	}
	return false;
}

/* Fails when no font has a letter of TEXT in LANGUAGE, in regular or in bold.
 */
static void check_text(struct fonts *fonts, const char *language,
		       const char *text)
{
	const struct font_language *row = font_language_find(language);

	for (int bold = 0; bold < 2; bold++) {
		struct face face = {30, bold, row ? row->font : FONT_SANS};
		struct para para;

		assert_int_equal(
		    para_read(fonts, face, text, strlen(text), false, &para),
		    STATUS_OK);
		for (int i = 0; i < para.count; i++) {
			if (para.letters[i].missing)
				fail_msg("%s, %s: no font has U+%04X", language,
					 bold ? "bold" : "regular",
					 (unsigned)para.letters[i].code);
		}
		para_free(&para);
	}
}

static void every_letter_of_every_language_is_in_a_font(void **state)
{
	FILE *file = fopen("tests/data/ui/letters.txt", "r");
	char row[ROW_ROOM];
	const char *letters;
	int languages = 0;

	assert_non_null(file);
	for (; next_row(file, row, &letters); languages++)
		check_text(*state, row, letters);
	fclose(file);
	assert_true(languages >= LANGUAGES_LEAST);
}

static bool has_letters(const char *language)
{
	FILE *file = fopen("tests/data/ui/letters.txt", "r");
	char row[ROW_ROOM];
	const char *letters;
	bool found = false;

	assert_non_null(file);
	while (!found && next_row(file, row, &letters))
		found = strcmp(row, language) == 0;
	fclose(file);
	return found;
}

static void the_letters_of_every_known_language_are_listed(void **state)
{
	static const char *const KNOWN[] = {
#define LANGUAGE(code, ...) code,
#include "words/language.def"
#undef LANGUAGE
#define FONT_LANGUAGE(code, font, above, below) code,
#include "ui/font_language.def"
#undef FONT_LANGUAGE
	};

	(void)state;
	for (size_t i = 0; i < sizeof(KNOWN) / sizeof(KNOWN[0]); i++) {
		if (!has_letters(KNOWN[i]))
			fail_msg("tests/data/ui/letters.txt has no letters of "
				 "\"%s\"",
				 KNOWN[i]);
	}
}

/* The letters of a language with its own font are in that font, so that no word
 * is put together of two. Signs may come from elsewhere. */
static void a_languages_own_font_has_all_its_letters(void **state)
{
	FILE *file = fopen("tests/data/ui/letters.txt", "r");
	char row[ROW_ROOM];
	const char *letters;

	assert_non_null(file);
	while (next_row(file, row, &letters)) {
		const struct font_language *language = font_language_find(row);

		for (size_t at = 0; language && letters[at];) {
			uint32_t code;

			at += utf8_next(letters + at, strlen(letters + at),
					&code);
			if (hb_unicode_script(hb_unicode_funcs_get_default(),
					      code) == HB_SCRIPT_COMMON ||
			    code == 0x200C)
				continue;
			for (int bold = 0; bold < 2; bold++) {
				struct face face = {30, bold, FONT_SANS};

				if (!fonts_has(*state, language->font, code,
					       face))
					fail_msg("%s: U+%04X is not in its "
						 "font",
						 row, (unsigned)code);
			}
		}
	}
	fclose(file);
}

/* Checks what stands in quotes in the catalogue at PATH. */
static int check_catalogue(struct fonts *fonts, const char *path)
{
	FILE *file = fopen(path, "r");
	const char *name = strrchr(path, '/') + 1;
	char row[ROW_ROOM], language[8];
	int texts = 0;

	assert_non_null(file);
	snprintf(language, sizeof(language), "%.*s", (int)strcspn(name, "."),
		 name);
	while (fgets(row, sizeof(row), file)) {
		char *quote = strchr(row, '"');
		char *end = strrchr(row, '"');

		if (row[0] == '#' || !quote || end == quote)
			continue;
		*end = '\0';
		check_text(fonts, language, quote + 1);
		texts++;
	}
	fclose(file);
	return texts;
}

static void every_character_of_every_catalogue_is_in_a_font(void **state)
{
	glob_t found;

	assert_int_equal(glob("assets/lang/*.po", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++)
		assert_true(check_catalogue(*state, found.gl_pathv[i]) > 0);
	globfree(&found);
}

/* ---- what a frame says ---- */

static void page(struct ui *ui, void *context)
{
	draw_text(ui, (struct rect){10, 10, 600, 100}, context, TYPE_BODY,
		  ROLE_TEXT, ALIGN_START);
}

static void a_frame_counts_the_characters_that_no_font_has(void **state)
{
	/* A smiling face, a Han character, a Danish letter and what shows
	 * nothing: a joiner, a soft hyphen, an isolate, a blank. */
	static char three[] = "\U0001F600 \u6F22 å \U0001F600",
		    none[] = "\u2068å\u2069\u200D \u00AD\u200B\uFE0F";
	struct ui *ui = fixture_open(640, 400);

	(void)state;
	fixture_frame(ui, page, three);
	assert_int_equal(ui_missing(ui), 3);
	fixture_frame(ui, page, none);
	assert_int_equal(ui_missing(ui), 0);
	/* The same again, out of the cache. */
	fixture_frame(ui, page, three);
	assert_int_equal(ui_missing(ui), 3);
	ui_free(ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_letter_of_every_language_is_in_a_font),
	    cmocka_unit_test(the_letters_of_every_known_language_are_listed),
	    cmocka_unit_test(a_languages_own_font_has_all_its_letters),
	    cmocka_unit_test(every_character_of_every_catalogue_is_in_a_font),
	    cmocka_unit_test(a_frame_counts_the_characters_that_no_font_has),
	};

	return cmocka_run_group_tests(tests, fonts_set_up, fonts_tear_down);
}
