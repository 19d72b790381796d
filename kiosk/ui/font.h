/* font.h - the font files at the sizes in use, opened when first needed. */
#ifndef STEMMEBOKS_FONT_H
#define STEMMEBOKS_FONT_H

#include <stdbool.h>
#include <stdint.h>

#include <SDL_ttf.h>
#include <hb.h>

#include "core/status.h"

enum font {
#define FONT(name, regular, bold, above, below, steep) FONT_##name,
#include "ui/font.def"
#undef FONT
	FONT_COUNT
};

/* A font of a table row at a size; what text is measured and drawn with. */
struct face {
	int size_px; /* of the em */
	bool bold;
	enum font own; /* the language's own, asked after the first; only for
			  choosing fonts, line_face() leaves it FONT_SANS */
};

/* How far ink reaches over and under the base line, in thousandths of the size.
 */
struct ink {
	int above, below;
};

/* A row of font_language.def. */
struct font_language {
	const char *code;
	enum font font;
	struct ink ink;
};

/* The row of LANGUAGE ("ur"); NULL when it needs none. Static. */
const struct font_language *font_language_find(const char *language);

/* The larger of both, on either side. */
struct ink ink_larger(struct ink a, struct ink b);

/* The room that FONT needs, from font.def. */
struct ink font_room(enum font font);

/* Whether what is set in FONT is given room by its own ink instead. */
bool font_steep(enum font font);

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

/* The same file for HarfBuzz, 1000 units to the em; NULL when it cannot be
 * read. Owned by FONTS. */
hb_font_t *fonts_outline(struct fonts *fonts, enum font font, bool bold);

/* The font for CODE: the first, the face's own, then the others in their order;
 * FONT_SANS when none has it. */
enum font fonts_for(struct fonts *fonts, uint32_t code, struct face face);

/* Whether FONT has CODE. */
bool fonts_has(struct fonts *fonts, enum font font, uint32_t code,
	       struct face face);

#endif
