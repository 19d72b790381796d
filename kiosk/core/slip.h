/* slip.h - the secret on a slip: made, spoken, checked and hashed.
 *
 * A token is 20 symbols of Crockford's base 32 (digits and A-Z without I L O
 * U): 2 of the meeting's code, 16 random (80 bits), 2 check symbols. Only these
 * survive every keyboard layout a scanner may be read through.
 */
#ifndef STEMMEBOKS_SLIP_H
#define STEMMEBOKS_SLIP_H

#include <stddef.h>

#include "core/status.h"

struct meeting;

enum {
	SLIP_SYMBOLS = 20,
	SLIP_CODE_SYMBOLS = 2,
	SLIP_RANDOM_SYMBOLS = 16,
	SLIP_CHECK_SYMBOLS = 2,
	SLIP_RANDOM_BYTES = 10,
	SLIP_HASH_BYTES = 32,
	SLIP_GROUP = 4,		  /* symbols read aloud together */
	SLIP_SPOKEN = 20 + 4 + 1, /* five groups, four blanks, NUL */
	SLIP_CHECK_PRIME = 1021,
};

/* The 32 symbols in the order of their values. */
extern const char SLIP_ALPHABET[33];

struct slip {
	char symbols[SLIP_SYMBOLS + 1];
};

/* The value 0..31 of SYMBOL as people type it: any case, I and L as 1, O as 0;
 * -1 when it is none. */
int slip_symbol_value(char symbol);

/* The slip with the meeting's CODE and these RANDOM bytes. */
void slip_make(const char code[SLIP_CODE_SYMBOLS + 1],
	       const unsigned char random[SLIP_RANDOM_BYTES],
	       struct slip *ret_slip);

/* Reads LENGTH bytes at TEXT: case, blanks and hyphens do not matter.
 *
 * STATUS_SLIP_SYNTAX when it is not 20 symbols; STATUS_SLIP_CHECK when they are
 * but the check symbols do not fit (every single wrong symbol, swap of
 * neighbours and swap over one is found: check = sum a[i]*32^i mod 1021);
 * STATUS_SLIP_OTHER when the slip's code is not CODE. *ret_slip is untouched
 * unless STATUS_OK. CODE NULL takes slips of any meeting. */
enum status slip_parse(const char *text, size_t length, const char *code,
		       struct slip *ret_slip);

/* "7KQ2 …": five groups of four with blanks between. */
void slip_spoken(const struct slip *slip, char ret_text[SLIP_SPOKEN]);

/* SHA-256 of "stemmeboks slip 1", the meeting's id and the 20 symbols: all that
 * the roll keeps. */
void slip_hash(const struct meeting *meeting, const struct slip *slip,
	       unsigned char ret_hash[SLIP_HASH_BYTES]);

/* Two random symbols for a new meeting, from two random bytes. */
void slip_code(const unsigned char random[2],
	       char ret_code[SLIP_CODE_SYMBOLS + 1]);

#endif
