#include "store/pin.h"

#include <sodium/crypto_pwhash.h>
#include <sodium/utils.h>
#include <string.h>

#include "store/store_private.h"

enum { WIDTH = PIN_TEXT / 2 };
_Static_assert(crypto_pwhash_STRBYTES <= WIDTH + 1, "the hash has no room");

static void fill_up(char text[WIDTH + 1])
{
	size_t length = strlen(text);

	memset(text + length, ' ', WIDTH - length);
	text[WIDTH] = '\0';
}

static enum status write_row(struct store *store, enum query_name name,
			     const char *text)
{
	struct query query;

	query_start(&store->connection, name, &query);
	query_bind_text(&query, 1, text);
	return query_run(&query, NULL);
}

enum status pin_add(struct store *store)
{
	char text[WIDTH + 1] = "";

	fill_up(text);
	return write_row(store, QUERY_PIN_ADD, text);
}

static const enum query_name sets[] = {QUERY_PIN_SET, QUERY_PIN_SECOND_SET};

enum { FIRST, SECOND, PERSONS };

enum status pin_put(struct store *store, const char text[PIN_TEXT + 1])
{
	enum status status = STATUS_OK;

	for (int i = 0; i < PERSONS && status == STATUS_OK; i++) {
		char one[WIDTH + 1];

		memcpy(one, text + WIDTH * i, WIDTH);
		one[WIDTH] = '\0';
		status = write_row(store, sets[i], one);
	}
	return status;
}

static enum status set_of(struct store *store, int person, const char *pin)
{
	char text[WIDTH + 1] = "";
	enum status status;

	if (strlen(pin) != PIN_DIGITS ||
	    strspn(pin, "0123456789") != PIN_DIGITS)
		return STATUS_INPUT;
	if (crypto_pwhash_str(text, pin, PIN_DIGITS,
			      crypto_pwhash_OPSLIMIT_INTERACTIVE,
			      crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
		return STATUS_MEMORY;
	fill_up(text);
	status = transaction_begin(&store->connection);
	if (status != STATUS_OK)
		return status;
	status = write_row(store, sets[person], text);
	if (status == STATUS_OK)
		status = wrong_pin_clear(store);
	status = transaction_end(&store->connection, status);
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

enum status pin_set(struct store *store, const char *pin)
{
	return set_of(store, FIRST, pin);
}

enum status pin_second_set(struct store *store, const char *pin)
{
	return set_of(store, SECOND, pin);
}

enum status pin_get(struct store *store, char ret_text[PIN_TEXT + 1])
{
	struct query query;

	query_start(&store->connection, QUERY_PIN, &query);
	if (!query_next(&query) || strlen(query_text(&query, 0)) != PIN_TEXT)
		query_damaged(&query);
	else
		memcpy(ret_text, query_text(&query, 0), PIN_TEXT + 1);
	return query_end(&query);
}

/* PERSON's hash without its blanks; "" when there is no PIN. */
static enum status read_row(struct store *store, int person,
			    char ret_text[crypto_pwhash_STRBYTES])
{
	char both[PIN_TEXT + 1] = "", *text = both + WIDTH * person;
	enum status status = pin_get(store, both);

	if (status != STATUS_OK)
		return status;
	text[WIDTH] = '\0';
	text[strcspn(text, " ")] = '\0';
	if (strlen(text) >= crypto_pwhash_STRBYTES)
		return STATUS_DAMAGED;
	memcpy(ret_text, text, strlen(text) + 1);
	return STATUS_OK;
}

static enum status exists_of(struct store *store, int person, bool *ret_exists)
{
	char text[crypto_pwhash_STRBYTES];
	enum status status = read_row(store, person, text);

	if (status == STATUS_OK)
		*ret_exists = *text != '\0';
	return status;
}

enum status pin_exists(struct store *store, bool *ret_exists)
{
	return exists_of(store, FIRST, ret_exists);
}

enum status pin_second_exists(struct store *store, bool *ret_exists)
{
	return exists_of(store, SECOND, ret_exists);
}

static enum status check_of(struct store *store, int person, const char *pin)
{
	char text[crypto_pwhash_STRBYTES] = "";
	enum status status = read_row(store, person, text);

	if (status != STATUS_OK)
		return status;
	if (!*text || crypto_pwhash_str_verify(text, pin, strlen(pin)) != 0)
		status = STATUS_PIN;
	return status;
}

enum status pin_check(struct store *store, const char *pin)
{
	return check_of(store, FIRST, pin);
}

enum status pin_second_check(struct store *store, const char *pin)
{
	return check_of(store, SECOND, pin);
}

enum status pin_verify(struct store *store)
{
	bool exists;
	enum status status = pin_exists(store, &exists);

	return status == STATUS_OK ? pin_second_exists(store, &exists) : status;
}

bool pin_guessed(const char *pin)
{
	static const char *const runs[] = {"123456", "654321"};

	for (size_t i = 0; i < sizeof(runs) / sizeof(*runs); i++)
		if (strcmp(pin, runs[i]) == 0)
			return true;
	return strspn(pin, (const char[]){pin[0], '\0'}) == PIN_DIGITS;
}

enum status pin_change(struct store *store, const char *pin, bool second)
{
	enum status status =
	    second ? pin_check(store, pin) : pin_second_check(store, pin);

	if (status == STATUS_OK)
		return STATUS_PIN;
	if (status != STATUS_PIN)
		return status;
	return second ? pin_second_set(store, pin) : pin_set(store, pin);
}
