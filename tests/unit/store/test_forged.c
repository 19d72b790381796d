/* Nobody makes a slip out of the meeting's file: nothing that stands in it, and
 * nothing that is derived from that, is on the roll. */
#include <sodium.h>
#include <sqlite3.h>

#include "core/slip.h"
#include "store/pin.h"
#include "store/wrong.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum {
	SLIPS = 40,
	CASTS = 20,
	RANDOM_TRIES = 500000,
	CHAIN = 400, /* hashes one after the other from each blob */
	TRIES = 1000000,
};

struct forger {
	struct fixture fixture;
	unsigned char roll[SLIPS][SLIP_HASH_BYTES]; /* as the file has it */
	long tries, hits;
};

static int compare(const void *one, const void *other)
{
	return memcmp(one, other, SLIP_HASH_BYTES);
}

static void try_slip(struct forger *forger, const struct slip *slip)
{
	unsigned char hash[SLIP_HASH_BYTES];

	slip_hash(store_meeting(forger->fixture.store), slip, hash);
	forger->tries++;
	if (bsearch(hash, forger->roll, SLIPS, SLIP_HASH_BYTES, compare))
		forger->hits++;
}

/* As the ten random bytes of a slip, its check symbols right. */
static void try_bytes(struct forger *forger,
		      const unsigned char bytes[SLIP_RANDOM_BYTES])
{
	struct slip slip;

	slip_make(store_meeting(forger->fixture.store)->code, bytes, &slip);
	try_slip(forger, &slip);
}

/* Puts right check symbols behind the others of SLIP, of which there are 1024
 * pairs. */
static void mend(struct slip *slip)
{
	struct slip mended;

	for (int i = 0; i < 32 * 32; i++) {
		slip->symbols[18] = SLIP_ALPHABET[i / 32];
		slip->symbols[19] = SLIP_ALPHABET[i % 32];
		if (slip_parse(slip->symbols, SLIP_SYMBOLS, NULL, &mended) ==
		    STATUS_OK)
			return;
	}
	fail_msg("%s has no check symbols", slip->symbols);
}

/* As a token: as it stands, and with the meeting's code and right check symbols
 * around its 16 in the middle. */
static void try_symbols(struct forger *forger, const char *symbols)
{
	const char *code = store_meeting(forger->fixture.store)->code;
	unsigned char bytes[SLIP_RANDOM_BYTES] = {0};
	struct slip slip;

	if (slip_parse(symbols, SLIP_SYMBOLS, NULL, &slip) == STATUS_OK)
		try_slip(forger, &slip);
	for (int i = 0; i < SLIP_RANDOM_SYMBOLS; i++) {
		int value = slip_symbol_value(symbols[SLIP_CODE_SYMBOLS + i]);

		for (int bit = 0; bit < 5; bit++)
			if (value >> (4 - bit) & 1)
				bytes[(5 * i + bit) / 8] |=
				    (unsigned char)(0x80 >> (5 * i + bit) % 8);
	}
	slip_make(code, bytes, &slip);
	try_slip(forger, &slip);
}

/* Every run of 20 symbols in TEXT, whatever stands between them. */
static void try_text(struct forger *forger, const char *text, size_t length)
{
	char symbols[SLIP_SYMBOLS + 1] = "";
	int count = 0;

	for (size_t i = 0; i < length; i++) {
		if (slip_symbol_value(text[i]) < 0)
			continue;
		if (count == SLIP_SYMBOLS)
			memmove(symbols, symbols + 1, SLIP_SYMBOLS - 1);
		else
			count++;
		symbols[count - 1] = text[i];
		if (count == SLIP_SYMBOLS)
			try_symbols(forger, symbols);
	}
}

/* Ten bytes from every place on, and what hashing makes of all. */
static void try_blob(struct forger *forger, const unsigned char *blob,
		     size_t size)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char hex[2 * 64 + 1];

	for (size_t i = 0; i + SLIP_RANDOM_BYTES <= size; i++)
		try_bytes(forger, blob + i);
	if (size > 64)
		return;
	sodium_bin2hex(hex, sizeof(hex), blob, size);
	try_text(forger, hex, 2 * size);
	crypto_hash_sha256(hash, blob, size);
	for (int i = 0; i < CHAIN; i++) {
		try_bytes(forger, hash);
		try_bytes(forger, hash + 22);
		crypto_hash_sha256(hash, hash, sizeof(hash));
	}
}

static void each_value(struct forger *forger, sqlite3 *db, const char *table)
{
	sqlite3_stmt *rows = NULL;
	char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", table);

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &rows, NULL),
			 SQLITE_OK);
	while (sqlite3_step(rows) == SQLITE_ROW)
		for (int i = 0; i < sqlite3_column_count(rows); i++) {
			const void *value = sqlite3_column_blob(rows, i);
			size_t size = (size_t)sqlite3_column_bytes(rows, i);

			if (size == 0)
				continue;
			try_blob(forger, value, size);
			try_text(forger, value, size);
		}
	sqlite3_finalize(rows);
	sqlite3_free(sql);
}

/* Every value of every table and view. */
static void try_values(struct forger *forger)
{
	sqlite3_stmt *tables = NULL;
	sqlite3 *db = NULL;
	int count = 0;

	assert_int_equal(sqlite3_open(forger->fixture.path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db,
					    "SELECT name FROM sqlite_schema"
					    " WHERE type IN ('table', 'view')",
					    -1, &tables, NULL),
			 SQLITE_OK);
	for (; sqlite3_step(tables) == SQLITE_ROW; count++)
		each_value(forger, db,
			   (const char *)sqlite3_column_text(tables, 0));
	assert_true(count > 15);
	sqlite3_finalize(tables);
	sqlite3_close(db);
}

/* The bytes between and behind what SQL shows, too. */
static void try_file(struct forger *forger)
{
	size_t size;
	unsigned char *bytes = file_read(forger->fixture.path, &size);

	try_blob(forger, bytes, size);
	try_text(forger, (const char *)bytes, size);
	free(bytes);
}

/* A slip that the forger has, with one or two of its symbols changed. */
static void try_neighbours(struct forger *forger, const struct slip *real)
{
	for (int i = 2; i < 18; i++)
		for (int change = 1; change < 32; change++) {
			struct slip slip = *real;
			int at = slip_symbol_value(real->symbols[i]);

			slip.symbols[i] = SLIP_ALPHABET[(at + change) % 32];
			mend(&slip);
			try_slip(forger, &slip);
			try_symbols(forger, slip.symbols);
			if (i == 17)
				continue;
			at = slip_symbol_value(real->symbols[i + 1]);
			slip.symbols[i + 1] = SLIP_ALPHABET[(at + 1) % 32];
			try_symbols(forger, slip.symbols);
		}
}

/* What one who knows how slips are hashed might think they are made of. */
static void try_derived(struct forger *forger)
{
	const struct meeting *meeting = store_meeting(forger->fixture.store);
	unsigned char root[BOX_ROOT_BYTES], hash[crypto_hash_sha256_BYTES];
	const struct {
		const void *bytes;
		size_t size;
	} seeds[] = {
	    {meeting->id, sizeof(meeting->id)},
	    {store_definition_hash(forger->fixture.store), MEETING_HASH_BYTES},
	    {root, sizeof(root)},
	    {meeting->code, SLIP_CODE_SYMBOLS},
	};

	assert_ok(box_root(forger->fixture.store, root));
	for (size_t i = 0; i < sizeof(seeds) / sizeof(seeds[0]); i++)
		for (int number = 0; number < 10000; number++) {
			crypto_hash_sha256_state state;
			char text[16];

			snprintf(text, sizeof(text), "%d", number);
			crypto_hash_sha256_init(&state);
			crypto_hash_sha256_update(&state, seeds[i].bytes,
						  seeds[i].size);
			crypto_hash_sha256_update(
			    &state, (const unsigned char *)text, strlen(text));
			crypto_hash_sha256_final(&state, hash);
			try_bytes(forger, hash);
		}
}

static void try_random(struct forger *forger, long count)
{
	unsigned char bytes[SLIP_RANDOM_BYTES];

	for (long i = 0; i < count; i++) {
		randombytes_buf(bytes, sizeof(bytes));
		try_bytes(forger, bytes);
	}
}

static int begin(void **state)
{
	struct forger *forger = calloc(1, sizeof(*forger));
	int count;

	if (!forger)
		return -1;
	fixture_begin_in(&forger->fixture, SLIPS, PHASE_OPEN);
	assert_ok(pin_set(forger->fixture.store, "274913"));
	assert_ok(wrong_code(forger->fixture.store, &count));
	for (int i = 0; i < CASTS; i++)
		assert_ok(fixture_cast(&forger->fixture, i, (unsigned)i * 37));
	fixture_advance(&forger->fixture, PHASE_COUNTED);
	for (int i = 0; i < SLIPS; i++) {
		char sql[80];

		snprintf(
		    sql, sizeof(sql),
		    "SELECT hash FROM roll ORDER BY hash LIMIT 1 OFFSET %d", i);
		fixture_blob(forger->fixture.path, sql, forger->roll[i],
			     SLIP_HASH_BYTES);
	}
	*state = forger;
	return 0;
}

static int end(void **state)
{
	struct forger *forger = *state;

	fixture_end(&forger->fixture);
	free(forger);
	return 0;
}

/* The others can fail. */
static void every_real_slip_is_found_however_it_is_tried(void **state)
{
	struct forger *forger = *state;

	for (int i = 0; i < SLIPS; i++) {
		const struct slip *slip = &forger->fixture.slips[i];
		char text[64];

		try_slip(forger, slip);
		snprintf(text, sizeof(text), "..%.9s / %s..", slip->symbols,
			 slip->symbols + 9);
		forger->hits = 0;
		try_text(forger, text, strlen(text));
		assert_true(forger->hits >= 2);
	}
	forger->hits = 0;
	try_slip(forger, &forger->fixture.slips[0]);
	assert_int_equal(forger->hits, 1);
}

static void nothing_in_the_file_or_made_of_it_is_a_slip(void **state)
{
	struct forger *forger = *state;
	const char *torture = getenv("STEMMEBOKS_TORTURE");
	long more = torture ? atol(torture) / 10 : 0;

	try_values(forger);
	print_message("values: %ld tries\n", forger->tries);
	try_file(forger);
	print_message("with the file's bytes: %ld tries\n", forger->tries);
	for (int i = 0; i < SLIPS; i++)
		try_neighbours(forger, &forger->fixture.slips[i]);
	print_message("with neighbours of slips: %ld tries\n", forger->tries);
	try_derived(forger);
	try_random(forger, RANDOM_TRIES + more * TRIES);
	print_message("%ld tries, %ld hits\n", forger->tries, forger->hits);
	assert_true(forger->tries >= TRIES);
	assert_int_equal(forger->hits, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		every_real_slip_is_found_however_it_is_tried, begin, end),
	    cmocka_unit_test_setup_teardown(
		nothing_in_the_file_or_made_of_it_is_a_slip, begin, end),
	};

	return cmocka_run_group_tests_name("forged", tests, NULL, NULL);
}
