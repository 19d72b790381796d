/* slip.h - the secret on a slip: made, spoken, checked and hashed.
 *
 * A token is 20 symbols of Crockford's base 32 (digits and A-Z without I L O
 * U): 2 of the meeting's code, 16 random (80 bits), 2 check symbols. Only these
 * survive every keyboard layout a scanner may be read through.
 *
 * Behind the 20 symbols a slip's code may name a language by its 2 or 3 letters
 * ("…AR", "…PRS"), in which the kiosk then begins. That is on the paper only:
 * it is no part of the token, so the hash, and with it roll, box and audit, are
 * the same in every language and tell nobody in which one someone voted.
 */
#ifndef STEMMEBOKS_SLIP_H
#define STEMMEBOKS_SLIP_H

#include <stdbool.h>
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
	SLIP_LANGUAGE_LEAST = 2, /* letters that name a language */
	SLIP_LANGUAGE = 3 + 1,	 /* at most three, NUL */
	SLIP_SCANNED = SLIP_SYMBOLS + SLIP_LANGUAGE,
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

/* Whether a line of so many symbols, blanks and hyphens left out, may be a
 * slip: 20, or 22 or 23 with a language. */
bool slip_length_fits(size_t symbols);

/* Reads LENGTH bytes at TEXT: case, blanks and hyphens do not matter. A
 * language behind the symbols is passed over; slip_language() gives it.
 *
 * STATUS_SLIP_SYNTAX when it is not 20 symbols, nor 20 and then 2 or 3 of the
 * letters A-Z; STATUS_SLIP_CHECK when they are but the check symbols do not fit
 * (every single wrong symbol, swap of neighbours and swap over one is found:
 * check = sum a[i]*32^i mod 1021; the language is not checked);
 * STATUS_SLIP_OTHER when the slip's code is not CODE. *ret_slip is untouched
 * unless STATUS_OK. CODE NULL takes slips of any meeting. */
enum status slip_parse(const char *text, size_t length, const char *code,
		       struct slip *ret_slip);

/* The language that a slip read as LENGTH bytes at TEXT asks for, in small
 * letters ("ar", "prs"); "" when it names none or TEXT is no slip. The meeting
 * may not have it: see meeting_language(). Keeps nothing. */
void slip_language(const char *text, size_t length,
		   char ret_language[SLIP_LANGUAGE]);

/* What a scanner reads from SLIP with LANGUAGE ("ar"; "" for none): its 20
 * symbols and the language in capitals. STATUS_INPUT when LANGUAGE is not 2 or
 * 3 letters; nothing is written then. */
enum status slip_scanned(const struct slip *slip, const char *language,
			 char ret_text[SLIP_SCANNED]);

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
