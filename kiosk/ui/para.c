#include "ui/para.h"

#include <stdlib.h>
#include <string.h>

#include <fribidi.h>
#include <hb.h>
#include <linebreak.h>

#include "core/utf8.h"

enum {
	SOFT_HYPHEN = 0xAD,
	GRAPHEME_JOINER = 0x034F,
	ZERO_WIDTH_SPACE = 0x200B,
	ZERO_WIDTH_NON_JOINER = 0x200C,
	ZERO_WIDTH_JOINER = 0x200D,
	WORD_JOINER = 0x2060,
	VARIATION_FIRST = 0xFE00,
	VARIATION_LAST = 0xFE0F,
	BYTE_ORDER_MARK = 0xFEFF,
};

/* What HarfBuzz leaves out when a font lacks it. */
static bool is_ignorable(uint32_t code)
{
	static const uint32_t CODES[] = {
	    SOFT_HYPHEN,	   GRAPHEME_JOINER,   ZERO_WIDTH_SPACE,
	    ZERO_WIDTH_NON_JOINER, ZERO_WIDTH_JOINER, WORD_JOINER,
	    BYTE_ORDER_MARK};

	for (size_t i = 0; i < sizeof(CODES) / sizeof(CODES[0]); i++) {
		if (code == CODES[i])
			return true;
	}
	return code >= VARIATION_FIRST && code <= VARIATION_LAST;
}

/* The marks, embeddings and isolates of UAX 9. */
static bool is_direction_mark(uint32_t code)
{
	return code == 0x061C || code == 0x200E || code == 0x200F ||
	       (code >= 0x202A && code <= 0x202E) ||
	       (code >= 0x2066 && code <= 0x2069);
}

/* PDF and PDI close what stands before them; the others open what follows. */
static bool is_closing_mark(uint32_t code)
{
	return code == 0x202C || code == 0x2069;
}

static bool is_joined(hb_unicode_funcs_t *unicode, uint32_t code)
{
	hb_unicode_general_category_t category =
	    hb_unicode_general_category(unicode, code);

	return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
	       category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
	       category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
	       code == ZERO_WIDTH_JOINER || code == ZERO_WIDTH_NON_JOINER;
}

static int decode(struct letter *letters, const char *text, size_t size)
{
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	int count = 0;
	uint32_t before = 0;

	for (size_t at = 0; at < size;) {
		struct letter *letter = &letters[count++];

		*letter = (struct letter){.at = (uint32_t)at};
		at += utf8_next(text + at, size - at, &letter->code);
		if (letter->code < ' ' || letter->code == 0x7F)
			letter->code = ' ';
		letter->hidden = is_direction_mark(letter->code);
		letter->blank = letter->code == ' ';
		letter->joined = is_joined(unicode, letter->code) ||
				 before == ZERO_WIDTH_JOINER;
		before = letter->code;
	}
	return count;
}

/* What stands in isolates has its own direction and says nothing of the text
 * around it (UAX 9, rule P2). */
static FriBidiParType base_of(const FriBidiCharType *types, int count, bool rtl)
{
	bool letters = false;
	int depth = 0;

	if (!rtl)
		return FRIBIDI_PAR_ON;
	for (int i = 0; i < count; i++) {
		if (types[i] == FRIBIDI_TYPE_PDI)
			depth -= depth > 0;
		else if (FRIBIDI_IS_ISOLATE(types[i]))
			depth++;
		if (depth > 0 || !FRIBIDI_IS_LETTER(types[i]))
			continue;
		if (FRIBIDI_IS_RTL(types[i]))
			return FRIBIDI_PAR_RTL;
		letters = true;
	}
	return letters ? FRIBIDI_PAR_LTR : FRIBIDI_PAR_RTL;
}

/* What one pass over the paragraph needs beside the letters. */
struct scratch {
	FriBidiChar *codes;
	FriBidiCharType *types;
	FriBidiBracketType *brackets;
	FriBidiLevel *levels;
	char *breaks;
};

static bool scratch_make(struct scratch *scratch, int count)
{
	size_t n = (size_t)count;

	scratch->codes = calloc(n, sizeof(*scratch->codes));
	scratch->types = calloc(n, sizeof(*scratch->types));
	scratch->brackets = calloc(n, sizeof(*scratch->brackets));
	scratch->levels = calloc(n, sizeof(*scratch->levels));
	scratch->breaks = calloc(n, 1);
	return scratch->codes && scratch->types && scratch->brackets &&
	       scratch->levels && scratch->breaks;
}

static void scratch_free(struct scratch *scratch)
{
	free(scratch->codes);
	free(scratch->types);
	free(scratch->brackets);
	free(scratch->levels);
	free(scratch->breaks);
}

static bool find_levels(struct para *para, struct scratch *scratch, bool rtl)
{
	FriBidiParType base;

	for (int i = 0; i < para->count; i++)
		scratch->codes[i] = para->letters[i].code;
	fribidi_get_bidi_types(scratch->codes, para->count, scratch->types);
	fribidi_get_bracket_types(scratch->codes, para->count, scratch->types,
				  scratch->brackets);
	base = base_of(scratch->types, para->count, rtl);
	if (!fribidi_get_par_embedding_levels_ex(scratch->types,
						 scratch->brackets, para->count,
						 &base, scratch->levels))
		return false;
	para->base = FRIBIDI_IS_RTL(base) ? 1 : 0;
	for (int i = 0; i < para->count; i++)
		para->letters[i].level = (uint8_t)scratch->levels[i];
	return true;
}

/* libunibreak knows no isolates: it sees the text without the direction marks,
 * and a break found before a closing mark moves behind it. */
static void find_breaks(struct para *para, struct scratch *scratch)
{
	int count = 0;
	bool open = false;

	for (int i = 0; i < para->count; i++) {
		if (!para->letters[i].hidden)
			scratch->codes[count++] = para->letters[i].code;
	}
	set_linebreaks_utf32(scratch->codes, (size_t)count, NULL,
			     scratch->breaks);
	count = 0;
	for (int i = 0; i < para->count; i++) {
		struct letter *letter = &para->letters[i];
		const struct letter *next = letter + 1;

		if (!letter->hidden)
			open = scratch->breaks[count++] == LINEBREAK_ALLOWBREAK;
		letter->may_break =
		    open && i + 1 < para->count && !next->joined &&
		    !(next->hidden && is_closing_mark(next->code));
		if (letter->may_break)
			open = false;
	}
}

/* A sign without a script of its own takes that of the word before; at the
 * start and behind a direction mark that of the word that follows. */
static void find_scripts(struct para *para)
{
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	uint32_t script = HB_SCRIPT_LATIN;
	int waiting = 0; /* the first letter of those before a word, or -1 */

	for (int i = 0; i < para->count; i++) {
		struct letter *letter = &para->letters[i];
		hb_script_t own = hb_unicode_script(unicode, letter->code);

		if (letter->hidden)
			waiting = i + 1;
		else if (own != HB_SCRIPT_COMMON &&
			 own != HB_SCRIPT_INHERITED && own != HB_SCRIPT_UNKNOWN)
			script = own;
		letter->script = script;
		if (script != (uint32_t)own || waiting < 0)
			continue;
		for (int k = waiting; k < i; k++)
			para->letters[k].script = script;
		waiting = -1;
	}
}

static bool is_digit(uint32_t code)
{
	return code >= '0' && code <= '9';
}

/* A mark stays with its letter, and signs and blanks with the word before when
 * its font has them: fewer seams. What is inserted between direction marks does
 * not lean on the word before. Digits look the same wherever they stand. */
static void find_fonts(struct para *para, struct fonts *fonts, struct face face)
{
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	uint8_t before = FONT_SANS;

	for (int i = 0; i < para->count; i++) {
		struct letter *letter = &para->letters[i];
		hb_script_t own = hb_unicode_script(unicode, letter->code);

		if (letter->hidden)
			before = FONT_SANS;
		else if (!letter->joined && letter->code != SOFT_HYPHEN &&
			 (own != HB_SCRIPT_COMMON || is_digit(letter->code) ||
			  !fonts_has(fonts, before, letter->code, face)))
			before = (uint8_t)fonts_for(fonts, letter->code, face);
		letter->font = before;
		letter->missing = !letter->hidden &&
				  !is_ignorable(letter->code) &&
				  !fonts_has(fonts, before, letter->code, face);
	}
}

/* The blank behind a word of another direction goes with the word that follows.
 */
static void join_blanks(struct para *para, struct fonts *fonts,
			struct face face)
{
	for (int i = para->count - 2; i > 0; i--) {
		struct letter *letter = &para->letters[i];
		const struct letter *next = letter + 1;

		if (!letter->blank || letter->level != next->level ||
		    (letter->level == letter[-1].level && !letter[-1].hidden) ||
		    !fonts_has(fonts, next->font, letter->code, face))
			continue;
		letter->font = next->font;
		letter->script = next->script;
	}
}

/* Whether the next letter from letter FROM that is seen, in steps of STEP, is
 * of a font that is not steep. */
static bool meets_level(const struct para *para, int from, int step)
{
	for (int i = from + step; i >= 0 && i < para->count; i += step) {
		if (!para->letters[i].hidden && !para->letters[i].blank)
			return !font_steep(para->letters[i].font);
	}
	return false;
}

/* Nastaliq's blank is narrow, since its words lean over it; a number or a word
 * of another script beside one would stick to it. */
static void widen_blanks(struct para *para)
{
	for (int i = 0; i < para->count; i++) {
		struct letter *letter = &para->letters[i];

		if (letter->blank && font_steep(letter->font) &&
		    (meets_level(para, i, 1) || meets_level(para, i, -1)))
			letter->font = FONT_SANS;
	}
}

enum status para_read(struct fonts *fonts, struct face face, const char *text,
		      size_t size, bool rtl, struct para *ret_para)
{
	enum status status = STATUS_MEMORY;
	struct para para = {.base = rtl ? 1 : 0};
	struct scratch scratch = {0};

	if (size == 0) {
		*ret_para = para;
		return STATUS_OK;
	}
	para.letters = calloc(size, sizeof(*para.letters));
	if (!para.letters)
		goto out;
	para.count = decode(para.letters, text, size);
	if (!scratch_make(&scratch, para.count) ||
	    !find_levels(&para, &scratch, rtl))
		goto out;
	find_breaks(&para, &scratch);
	find_scripts(&para);
	find_fonts(&para, fonts, face);
	join_blanks(&para, fonts, face);
	widen_blanks(&para);
	*ret_para = para;
	para.letters = NULL;
	status = STATUS_OK;
out:
	scratch_free(&scratch);
	free(para.letters);
	return status;
}

void para_free(struct para *para)
{
	free(para->letters);
	*para = (struct para){0};
}
