#include "store/pin.h"

#include <sodium/crypto_pwhash.h>
#include <sodium/utils.h>
#include <string.h>

#include "store/store_private.h"

/* The text's length in the file: Argon2id's, filled up with blanks. */
enum { WIDTH = 128 };
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

enum status pin_set(struct store *store, const char *pin)
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
	status = write_row(store, QUERY_PIN_SET, text);
	status = transaction_end(&store->connection, status);
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

/* The hash without its blanks; "" when there is no PIN. */
static enum status read_row(struct store *store,
			    char ret_text[crypto_pwhash_STRBYTES])
{
	char text[WIDTH + 1] = "";
	struct query query;
	enum status status;

	query_start(&store->connection, QUERY_PIN, &query);
	if (!query_next(&query) || strlen(query_text(&query, 0)) != WIDTH)
		query_damaged(&query);
	else
		memcpy(text, query_text(&query, 0), sizeof(text));
	status = query_end(&query);
	if (status != STATUS_OK)
		return status;
	text[strcspn(text, " ")] = '\0';
	if (strlen(text) >= crypto_pwhash_STRBYTES)
		return STATUS_DAMAGED;
	memcpy(ret_text, text, crypto_pwhash_STRBYTES);
	return STATUS_OK;
}

enum status pin_exists(struct store *store, bool *ret_exists)
{
	char text[crypto_pwhash_STRBYTES];
	enum status status = read_row(store, text);

	if (status == STATUS_OK)
		*ret_exists = *text != '\0';
	return status;
}

enum status pin_check(struct store *store, const char *pin)
{
	char text[crypto_pwhash_STRBYTES];
	enum status status = read_row(store, text);

	if (status != STATUS_OK)
		return status;
	if (!*text || crypto_pwhash_str_verify(text, pin, strlen(pin)) != 0)
		status = STATUS_PIN;
	return status;
}

enum status pin_verify(struct store *store)
{
	bool exists;

	return pin_exists(store, &exists);
}
