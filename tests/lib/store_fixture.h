/* store_fixture.h - a folder with a meeting's file in it, for the store's
 * tests. */
#ifndef STEMMEBOKS_TESTS_STORE_FIXTURE_H
#define STEMMEBOKS_TESTS_STORE_FIXTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/ballot.h"
#include "core/phase.h"
#include "core/random.h"
#include "core/slip.h"
#include "store/box.h"
#include "store/store.h"

enum { FIXTURE_SLIPS = 64, FIXTURE_PATH = 64 };

#define FIXTURE_AT "2015-11-10 19:05"

struct fixture {
	char folder[FIXTURE_PATH];
	char path[2 * FIXTURE_PATH];
	struct meeting *meeting;
	uint64_t seed;
	struct random random; /* a fixed sequence */
	int slip_count;
	struct slip slips[FIXTURE_SLIPS];
	unsigned char hashes[FIXTURE_SLIPS][SLIP_HASH_BYTES];
	struct store *store; /* to write; NULL after fixture_leave() */
};

/* How each fixture begins: a new folder, in memory (where a sync costs nothing)
 * unless ON_DISK, the file of Bolbro 2015 in phase draft, SLIPS slips. */
void fixture_begin(struct fixture *fixture, int slips, bool on_disk);

/* The same in memory, and taken to PHASE. */
void fixture_begin_in(struct fixture *fixture, int slips, enum phase phase);

/* The same with the votes shown in batches of five while voting is open. */
void fixture_begin_batches(struct fixture *fixture, int slips, bool on_disk);

/* The same in memory with another MEETING than Bolbro's, which it takes. */
void fixture_begin_with(struct fixture *fixture, struct meeting *meeting,
			int slips);

/* Closes the store and removes the folder with all that is in it. */
void fixture_end(struct fixture *fixture);

/* Closes the store, or opens it again. */
void fixture_leave(struct fixture *fixture);
void fixture_enter(struct fixture *fixture);

/* Takes the meeting through the acts that lead from draft to PHASE. */
void fixture_advance(struct fixture *fixture, enum phase phase);

/* A ballot the meeting allows: the bits of NUMBER are ticks, as far as its pots
 * have room for them; 0 is blank. */
struct ballot fixture_ballot(const struct meeting *meeting, unsigned number);

/* Casts ballot NUMBER with slip SLIP; the status is the caller's to check. */
enum status fixture_cast(struct fixture *fixture, int slip, unsigned number);

/* SQL as anyone with the file may run it, on a connection of its own without
 * any guard. Fails the test on an error. */
void fixture_sql(const char *path, const char *sql);

/* The first column of the first row of SQL. */
int64_t fixture_number(const char *path, const char *sql);
void fixture_blob(const char *path, const char *sql, void *ret_blob,
		  size_t size);

/* A whole file in memory; the caller frees. Fails the test without one. */
unsigned char *file_read(const char *path, size_t *ret_size);
void file_write(const char *path, const void *bytes, size_t size);
bool file_exists(const char *path);

/* Fails the test unless the file still holds the SIZE bytes BEFORE that
 * file_read() gave, which it frees. */
void file_same(const char *path, unsigned char *before, size_t size);

/* How often the bytes at WANTED stand in HAYSTACK. */
int bytes_count(const void *haystack, size_t size, const void *wanted,
		size_t length);

/* How often the bytes stand in all the files of FOLDER together. */
int folder_count(const char *folder, const void *wanted, size_t length);

/* How many files there are in FOLDER. */
int folder_files(const char *folder);

/* That the open file is whole: SQLite says so, and as many slips are used as
 * ballots are in the box, which has a slot for each slip printed. Returns how
 * many slips are unused. */
int fixture_sound(const struct fixture *fixture);

/* STATUS by name, so that a failing test says which it was. */
#define assert_status(found, meant)                                            \
	assert_string_equal(status_name(found), status_name(meant))
#define assert_ok(found) assert_status(found, STATUS_OK)

#endif
