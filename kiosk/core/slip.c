#include "core/slip.h"

#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>
#include <string.h>

#include "core/meeting.h"

const char SLIP_ALPHABET[33] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

int slip_symbol_value(char symbol)
{
	const char *at;

	if (symbol >= 'a' && symbol <= 'z')
		symbol = (char)(symbol - 'a' + 'A');
	if (symbol == 'I' || symbol == 'L')
		symbol = '1';
	if (symbol == 'O')
		symbol = '0';
	at = symbol ? strchr(SLIP_ALPHABET, symbol) : NULL;
	return at ? (int)(at - SLIP_ALPHABET) : -1;
}

static void check_symbols(const char *symbols, char ret_check[2])
{
	int sum = 0, weight = 1;

	for (int i = 0; i < SLIP_SYMBOLS - SLIP_CHECK_SYMBOLS; i++) {
		sum += slip_symbol_value(symbols[i]) * weight;
		sum %= SLIP_CHECK_PRIME;
		weight = weight * 32 % SLIP_CHECK_PRIME;
	}
	ret_check[0] = SLIP_ALPHABET[sum / 32];
	ret_check[1] = SLIP_ALPHABET[sum % 32];
}

void slip_make(const char code[SLIP_CODE_SYMBOLS + 1],
	       const unsigned char random[SLIP_RANDOM_BYTES],
	       struct slip *ret_slip)
{
	struct slip slip = {{0}};
	unsigned bits = 0, held = 0;
	int at = SLIP_CODE_SYMBOLS;

	memcpy(slip.symbols, code, SLIP_CODE_SYMBOLS);
	for (int i = 0; i < SLIP_RANDOM_BYTES; i++) {
		bits = (bits << 8 | random[i]) & 0xffff;
		for (held += 8; held >= 5; held -= 5)
			slip.symbols[at++] =
			    SLIP_ALPHABET[bits >> (held - 5) & 31];
	}
	check_symbols(slip.symbols, slip.symbols + at);
	*ret_slip = slip;
}

/* LETTER as a small one of a-z, 0 when it is none. */
static char language_letter(char letter)
{
	if (letter >= 'A' && letter <= 'Z')
		letter = (char)(letter - 'A' + 'a');
	return letter >= 'a' && letter <= 'z' ? letter : 0;
}

/* The 20 symbols of TEXT as the roll knows them, and the letters behind them.
 * False when TEXT is anything else. */
static bool split(const char *text, size_t length, struct slip *slip,
		  char language[SLIP_LANGUAGE])
{
	int count = 0, letters = 0;

	for (size_t i = 0; i < length; i++) {
		int value;

		if (text[i] == ' ' || text[i] == '-')
			continue;
		if (count == SLIP_SYMBOLS) {
			char letter = language_letter(text[i]);

			if (!letter || letters == SLIP_LANGUAGE - 1)
				return false;
			language[letters++] = letter;
			continue;
		}
		value = slip_symbol_value(text[i]);
		if (value < 0)
			return false;
		slip->symbols[count++] = SLIP_ALPHABET[value];
	}
	language[letters] = '\0';
	return slip_length_fits((size_t)count + (size_t)letters);
}

bool slip_length_fits(size_t symbols)
{
	return symbols == SLIP_SYMBOLS ||
	       (symbols >= SLIP_SYMBOLS + SLIP_LANGUAGE_LEAST &&
		symbols < SLIP_SYMBOLS + SLIP_LANGUAGE);
}

enum status slip_parse(const char *text, size_t length, const char *code,
		       struct slip *ret_slip)
{
	struct slip slip = {{0}};
	char check[SLIP_CHECK_SYMBOLS], language[SLIP_LANGUAGE];

	if (!split(text, length, &slip, language))
		return STATUS_SLIP_SYNTAX;
	check_symbols(slip.symbols, check);
	if (memcmp(check, slip.symbols + SLIP_SYMBOLS - SLIP_CHECK_SYMBOLS,
		   SLIP_CHECK_SYMBOLS) != 0)
		return STATUS_SLIP_CHECK;
	if (code && memcmp(code, slip.symbols, SLIP_CODE_SYMBOLS) != 0)
		return STATUS_SLIP_OTHER;
	*ret_slip = slip;
	return STATUS_OK;
}

void slip_language(const char *text, size_t length,
		   char ret_language[SLIP_LANGUAGE])
{
	char language[SLIP_LANGUAGE];
	struct slip slip = {{0}};

	if (!split(text, length, &slip, language))
		language[0] = '\0';
	memcpy(ret_language, language, SLIP_LANGUAGE);
	sodium_memzero(&slip, sizeof(slip));
}

enum status slip_scanned(const struct slip *slip, const char *language,
			 char ret_text[SLIP_SCANNED])
{
	const size_t letters = strlen(language);

	if (letters && !slip_length_fits(SLIP_SYMBOLS + letters))
		return STATUS_INPUT;
	for (size_t i = 0; i < letters; i++)
		if (!language_letter(language[i]))
			return STATUS_INPUT;
	memcpy(ret_text, slip->symbols, SLIP_SYMBOLS);
	for (size_t i = 0; i < letters; i++)
		ret_text[SLIP_SYMBOLS + i] =
		    (char)(language_letter(language[i]) - 'a' + 'A');
	ret_text[SLIP_SYMBOLS + letters] = '\0';
	return STATUS_OK;
}

void slip_spoken(const struct slip *slip, char ret_text[SLIP_SPOKEN])
{
	char *end = ret_text;

	for (int i = 0; i < SLIP_SYMBOLS; i++) {
		if (i && i % SLIP_GROUP == 0)
			*end++ = ' ';
		*end++ = slip->symbols[i];
	}
	*end = '\0';
}

void slip_hash(const struct meeting *meeting, const struct slip *slip,
	       unsigned char ret_hash[SLIP_HASH_BYTES])
{
	static const char domain[] = "stemmeboks slip 1";
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, (const unsigned char *)domain,
				  sizeof(domain));
	crypto_hash_sha256_update(&state, meeting->id, sizeof(meeting->id));
	crypto_hash_sha256_update(&state, (const unsigned char *)slip->symbols,
				  SLIP_SYMBOLS);
	crypto_hash_sha256_final(&state, ret_hash);
}

void slip_code(const unsigned char random[2],
	       char ret_code[SLIP_CODE_SYMBOLS + 1])
{
	for (int i = 0; i < SLIP_CODE_SYMBOLS; i++)
		ret_code[i] = SLIP_ALPHABET[random[i] & 31];
	ret_code[SLIP_CODE_SYMBOLS] = '\0';
}
