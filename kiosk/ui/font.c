#include "ui/font.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const FILES[FONT_COUNT][2] = {
#define FONT(name, regular, bold, above, below, steep)                         \
	[FONT_##name] = {regular, bold},
#include "ui/font.def"
#undef FONT
};

static const struct ink ROOM[FONT_COUNT] = {
#define FONT(name, regular, bold, above, below, steep)                         \
	[FONT_##name] = {above, below},
#include "ui/font.def"
#undef FONT
};

static const struct font_language LANGUAGES[] = {
#define FONT_LANGUAGE(code, font, above, below)                                \
	{code, FONT_##font, {above, below}},
#include "ui/font_language.def"
#undef FONT_LANGUAGE
};

static const bool STEEP[FONT_COUNT] = {
#define FONT(name, regular, bold, above, below, steep) [FONT_##name] = (steep),
#include "ui/font.def"
#undef FONT
};

enum { OUTLINE_UNITS = 1000 }; /* thousandths, as struct ink */

struct opened {
	enum font font;
	struct face face;
	TTF_Font *ttf; /* NULL: tried in vain */
};

struct fonts {
	char *folder;
	struct opened *opened;
	int count, room;
	hb_font_t *outlines[FONT_COUNT][2]; /* when first needed */
};

const struct font_language *font_language_find(const char *language)
{
	for (size_t i = 0; i < sizeof(LANGUAGES) / sizeof(LANGUAGES[0]); i++) {
		if (strcmp(LANGUAGES[i].code, language) == 0)
			return &LANGUAGES[i];
	}
	return NULL;
}

struct ink ink_larger(struct ink a, struct ink b)
{
	return (struct ink){a.above > b.above ? a.above : b.above,
			    a.below > b.below ? a.below : b.below};
}

struct ink font_room(enum font font)
{
	return ROOM[font];
}

bool font_steep(enum font font)
{
	return STEEP[font];
}

static bool file_path(const char *folder, enum font font, bool bold,
		      char ret_path[4096])
{
	int length =
	    snprintf(ret_path, 4096, "%s/%s", folder, FILES[font][bold]);

	return length > 0 && length < 4096;
}

enum status fonts_open(const char *folder, struct fonts **ret_fonts)
{
	struct fonts *fonts;
	char path[4096];

	for (int i = 0; i < 2 * FONT_COUNT; i++) {
		if (!file_path(folder, i / 2, i % 2, path) ||
		    access(path, R_OK) != 0)
			return STATUS_FILE_MISSING;
	}
	fonts = calloc(1, sizeof(*fonts));
	if (!fonts)
		return STATUS_MEMORY;
	fonts->folder = strdup(folder);
	if (!fonts->folder) {
		free(fonts);
		return STATUS_MEMORY;
	}
	*ret_fonts = fonts;
	return STATUS_OK;
}

void fonts_clear(struct fonts *fonts)
{
	for (int i = 0; i < fonts->count; i++) {
		if (fonts->opened[i].ttf)
			TTF_CloseFont(fonts->opened[i].ttf);
	}
	fonts->count = 0;
}

void fonts_free(struct fonts *fonts)
{
	if (!fonts)
		return;
	fonts_clear(fonts);
	for (int i = 0; i < 2 * FONT_COUNT; i++)
		hb_font_destroy(fonts->outlines[i / 2][i % 2]);
	free(fonts->opened);
	free(fonts->folder);
	free(fonts);
}

static TTF_Font *open_font(const struct fonts *fonts, enum font font,
			   struct face face)
{
	char path[4096];
	TTF_Font *ttf;

	if (!file_path(fonts->folder, font, face.bold, path))
		return NULL;
	ttf = TTF_OpenFont(path, face.size_px);
	if (ttf)
		TTF_SetFontHinting(ttf, TTF_HINTING_LIGHT_SUBPIXEL);
	return ttf;
}

TTF_Font *fonts_get(struct fonts *fonts, enum font font, struct face face)
{
	struct opened *opened;

	for (int i = 0; i < fonts->count; i++) {
		opened = &fonts->opened[i];
		if (opened->font == font && opened->face.bold == face.bold &&
		    opened->face.size_px == face.size_px)
			return opened->ttf;
	}
	if (fonts->count == fonts->room) {
		int room = fonts->room ? 2 * fonts->room : 16;

		opened = realloc(fonts->opened,
				 (size_t)room * sizeof(*fonts->opened));
		if (!opened)
			return NULL;
		fonts->opened = opened;
		fonts->room = room;
	}
	opened = &fonts->opened[fonts->count++];
	*opened = (struct opened){font, face, open_font(fonts, font, face)};
	return opened->ttf;
}

static hb_font_t *open_outline(const struct fonts *fonts, enum font font,
			       bool bold)
{
	char path[4096];
	hb_blob_t *blob = NULL;
	hb_face_t *face;
	hb_font_t *outline;

	if (file_path(fonts->folder, font, bold, path))
		blob = hb_blob_create_from_file_or_fail(path);
	if (!blob)
		return NULL;
	face = hb_face_create(blob, 0);
	outline = hb_font_create(face);
	hb_font_set_scale(outline, OUTLINE_UNITS, OUTLINE_UNITS);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return outline;
}

hb_font_t *fonts_outline(struct fonts *fonts, enum font font, bool bold)
{
	hb_font_t **outline = &fonts->outlines[font][bold];

	if (!*outline)
		*outline = open_outline(fonts, font, bold);
	return *outline;
}

bool fonts_has(struct fonts *fonts, enum font font, uint32_t code,
	       struct face face)
{
	TTF_Font *ttf = fonts_get(fonts, font, face);

	return ttf && TTF_GlyphIsProvided32(ttf, code);
}

enum font fonts_for(struct fonts *fonts, uint32_t code, struct face face)
{
	if (fonts_has(fonts, FONT_SANS, code, face))
		return FONT_SANS;
	if (fonts_has(fonts, face.own, code, face))
		return face.own;
	for (int font = 0; font < FONT_COUNT; font++) {
		if (fonts_has(fonts, font, code, face))
			return font;
	}
	return FONT_SANS;
}
