/* font.h - the font files at the sizes in use, opened when first needed. */
#ifndef STEMMEBOKS_FONT_H
#define STEMMEBOKS_FONT_H

#include <stdbool.h>
#include <stdint.h>

#include <SDL_ttf.h>

#include "core/status.h"

enum font {
#define FONT(name, regular, bold) FONT_##name,
#include "ui/font.def"
#undef FONT
	FONT_COUNT
};

/* A font of a table row at a size; what text is measured and drawn with. */
struct face {
	int size_px; /* of the em */
	bool bold;
};

struct fonts;

/* Looks into FOLDER, which must hold every file of font.def.
 * STATUS_FILE_MISSING or STATUS_MEMORY; *ret_fonts is then untouched. SDL_ttf
 * must be initialised. Free with fonts_free(), which takes NULL. */
enum status fonts_open(const char *folder, struct fonts **ret_fonts);
void fonts_free(struct fonts *fonts);

/* Closes what is open: other sizes are in use from now on. */
void fonts_clear(struct fonts *fonts);

/* The open font; NULL when it cannot be opened (a damaged file, no memory).
 * Owned by FONTS
 * until fonts_clear(). */
TTF_Font *fonts_get(struct fonts *fonts, enum font font, struct face face);

/* The first font that has CODE; FONT_SANS when none has. */
enum font fonts_for(struct fonts *fonts, uint32_t code, struct face face);

/* Whether FONT has CODE. */
bool fonts_has(struct fonts *fonts, enum font font, uint32_t code,
	       struct face face);

#endif
