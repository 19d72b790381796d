/* para.h - one paragraph taken apart: each character with its direction, font,
 * script and whether a line may end after it.
 *
 * Directions: Unicode Bidirectional Algorithm (UAX 9) by fribidi. Line breaks:
 * UAX 14 by libunibreak. Scripts: UAX 24 by HarfBuzz.
 */
#ifndef STEMMEBOKS_PARA_H
#define STEMMEBOKS_PARA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/font.h"

struct letter {
	uint32_t code;	 /* Unicode */
	uint32_t at;	 /* byte offset in the paragraph */
	uint32_t script; /* ISO 15924 as four bytes, big end first */
	uint8_t level;	 /* odd: right to left */
	uint8_t font;	 /* enum font */
	bool may_break;	 /* a line may end after it */
	bool joined;	 /* belongs to the letter before: an accent, a vowel */
	bool hidden;	 /* a direction mark: works, is not drawn */
	bool blank;
	bool missing; /* no font has it: an empty box is drawn */
};

struct para {
	struct letter *letters; /* in the order they are read */
	int count;
	uint8_t base; /* level of the paragraph: 0, or 1 right to left */
};

/* Takes SIZE bytes of UTF-8 at TEXT apart, without line feeds; bytes that are
 * no UTF-8 become U+FFFD. RTL: the language of the screen runs right to left;
 * then any right-to-left letter makes the paragraph so, otherwise the first
 * strong letter decides, and a paragraph without any letter follows the screen.
 * STATUS_MEMORY; *ret_para is then untouched. Free with para_free(). */
enum status para_read(struct fonts *fonts, struct face face, const char *text,
		      size_t size, bool rtl, struct para *ret_para);
void para_free(struct para *para);

#endif
