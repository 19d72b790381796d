#include "store/wrong.h"

#include "core/tries.h"
#include "store/store_private.h"

/* What the file adds to a number, so that each is stored in one byte: SQLite
 * stores 0 and 1 in none. */
enum { BASE = 2 };

static enum status write_row(struct store *store, enum query_name name,
			     const struct wrong *wrong)
{
	struct query query;

	query_start(&store->connection, name, &query);
	query_bind_number(&query, 1, BASE + wrong->pins);
	query_bind_number(&query, 2, BASE + wrong->codes);
	return query_run(&query, NULL);
}

enum status wrong_add(struct store *store)
{
	return write_row(store, QUERY_WRONG_ADD, &(struct wrong){0, 0});
}

static bool makes_sense(int number)
{
	return number >= 0 && number <= TRIES_MOST;
}

enum status wrong_read(struct store *store, struct wrong *ret_wrong)
{
	struct wrong wrong = {0, 0};
	struct query query;
	enum status status;

	query_start(&store->connection, QUERY_WRONG, &query);
	if (query_next(&query)) {
		wrong.pins = query_int(&query, 0) - BASE;
		wrong.codes = query_int(&query, 1) - BASE;
	} else {
		query_damaged(&query);
	}
	if (!makes_sense(wrong.pins) || !makes_sense(wrong.codes))
		query_damaged(&query);
	status = query_end(&query);
	if (status == STATUS_OK)
		*ret_wrong = wrong;
	return status;
}

enum status wrong_wait_ms(struct store *store, uint64_t *ret_ms)
{
	struct wrong wrong;
	enum status status = wrong_read(store, &wrong);

	if (status == STATUS_OK)
		*ret_ms = tries_lock_ms(wrong.pins);
	return status;
}

enum status wrong_verify(struct store *store)
{
	struct wrong wrong;

	return wrong_read(store, &wrong);
}

enum status wrong_pin_clear(struct store *store)
{
	struct wrong wrong;
	enum status status = wrong_read(store, &wrong);

	if (status != STATUS_OK || wrong.pins == 0)
		return status;
	wrong.pins = 0;
	return write_row(store, QUERY_WRONG_SET, &wrong);
}

static void one_more(int *number)
{
	if (*number < TRIES_MOST)
		++*number;
}

static enum status tell(struct store *store, const char *at)
{
	enum phase phase;
	enum status status = store_phase(store, &phase);

	if (status != STATUS_OK || !act_allowed(ACT_PIN_WRONG, phase))
		return status;
	return audit_add(store, ACT_PIN_WRONG, "", at);
}

static enum status finish(struct store *store, enum status status)
{
	status = transaction_end(&store->connection, status);
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

enum status wrong_pin(struct store *store, const char *at, int *ret_pins)
{
	struct wrong wrong = {0, 0};
	enum status status = transaction_begin(&store->connection);

	if (status != STATUS_OK)
		return status;
	status = wrong_read(store, &wrong);
	one_more(&wrong.pins);
	if (status == STATUS_OK)
		status = write_row(store, QUERY_WRONG_SET, &wrong);
	if (status == STATUS_OK)
		status = tell(store, at);
	status = finish(store, status);
	if (status == STATUS_OK)
		*ret_pins = wrong.pins;
	return status;
}

enum status wrong_pin_none(struct store *store)
{
	struct wrong wrong;
	enum status status = wrong_read(store, &wrong);

	/* Nothing is written when there is nothing to write. */
	if (status != STATUS_OK || wrong.pins == 0)
		return status;
	status = transaction_begin(&store->connection);
	if (status != STATUS_OK)
		return status;
	return finish(store, wrong_pin_clear(store));
}

enum status wrong_code(struct store *store, int *ret_codes)
{
	struct wrong wrong = {0, 0};
	enum status status = transaction_begin(&store->connection);

	if (status != STATUS_OK)
		return status;
	status = wrong_read(store, &wrong);
	one_more(&wrong.codes);
	if (status == STATUS_OK)
		status = write_row(store, QUERY_WRONG_SET, &wrong);
	status = finish(store, status);
	if (status == STATUS_OK)
		*ret_codes = wrong.codes;
	return status;
}
