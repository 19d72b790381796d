#include "ui/font.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const FILES[FONT_COUNT][2] = {
#define FONT(name, regular, bold) [FONT_##name] = {regular, bold},
#include "ui/font.def"
#undef FONT
};

struct opened {
	enum font font;
	struct face face;
	TTF_Font *ttf; /* NULL: tried in vain */
};

struct fonts {
	char *folder;
	struct opened *opened;
	int count, room;
};

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

bool fonts_has(struct fonts *fonts, enum font font, uint32_t code,
	       struct face face)
{
	TTF_Font *ttf = fonts_get(fonts, font, face);

	return ttf && TTF_GlyphIsProvided32(ttf, code);
}

enum font fonts_for(struct fonts *fonts, uint32_t code, struct face face)
{
	for (int font = 0; font < FONT_COUNT; font++) {
		if (fonts_has(fonts, font, code, face))
			return font;
	}
	return FONT_SANS;
}
