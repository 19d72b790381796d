/* utf8.h - single characters out of and into UTF-8 (RFC 3629). */
#ifndef STEMMEBOKS_UTF8_H
#define STEMMEBOKS_UTF8_H

#include <stddef.h>
#include <stdint.h>

enum { UTF8_MAX = 4, UTF8_WRONG = 0xFFFD };

/* The character that LENGTH bytes begin with and how many bytes it takes; 0
 * when they begin with none: a stray or cut sequence, a longer form than
 * needed, a surrogate, above U+10FFFF (RFC 3629, 4). *ret_character is then
 * untouched. */
size_t utf8_read(const char *bytes, size_t length, uint32_t *ret_character);

/* The same for text that is shown whatever it holds: where no character begins,
 * UTF8_WRONG and one byte. LENGTH > 0. */
size_t utf8_next(const char *bytes, size_t length, uint32_t *ret_character);

/* Writes CHARACTER and returns its bytes; no NUL. */
size_t utf8_write(uint32_t character, char ret_text[UTF8_MAX]);

/* How many bytes of TEXT (ended by NUL) fit into SIZE without cutting a
 * character in two. */
size_t utf8_cut(const char *text, size_t size);

/* How many characters TEXT (ended by NUL) has, as people count letters:
 * combining marks count on their own. */
int utf8_characters(const char *text);

#endif
