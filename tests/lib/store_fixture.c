#include "tests/lib/store_fixture.h"

#include <dirent.h>
#include <sodium/core.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/roll.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/quick_folder.h"

static void begin(struct fixture *fixture, struct meeting *meeting, int slips,
		  bool on_disk)
{
	int first = 0;

	assert_true(sodium_init() >= 0);
	assert_true(slips <= FIXTURE_SLIPS);
	memset(fixture, 0, sizeof(*fixture));
	if (on_disk) {
		snprintf(fixture->folder, sizeof(fixture->folder),
			 "/tmp/storeXXXXXX");
		assert_non_null(mkdtemp(fixture->folder));
	} else {
		quick_folder("store", fixture->folder, sizeof(fixture->folder));
	}
	snprintf(fixture->path, sizeof(fixture->path), "%s/bolbro.meeting",
		 fixture->folder);
	assert_non_null(meeting);
	fixture->meeting = meeting;
	fixture->seed = 2015;
	fixture->random = bolbro_random(&fixture->seed);
	assert_ok(store_create(fixture->path, fixture->meeting, FIXTURE_AT));
	fixture_enter(fixture);
	fixture->slip_count = slips;
	if (slips == 0)
		return;
	assert_ok(roll_add(fixture->store, slips, "adult", &fixture->random,
			   FIXTURE_AT, fixture->slips, &first));
	for (int i = 0; i < slips; i++)
		slip_hash(fixture->meeting, &fixture->slips[i],
			  fixture->hashes[i]);
}

void fixture_begin(struct fixture *fixture, int slips, bool on_disk)
{
	begin(fixture, bolbro_new(), slips, on_disk);
}

void fixture_begin_batches(struct fixture *fixture, int slips, bool on_disk)
{
	struct meeting *meeting = bolbro_new();

	assert_non_null(meeting);
	meeting->live = LIVE_BATCHES;
	begin(fixture, meeting, slips, on_disk);
}

void fixture_begin_with(struct fixture *fixture, struct meeting *meeting,
			int slips)
{
	begin(fixture, meeting, slips, false);
}

static void each_file(const char *folder,
		      void (*see)(void *context, const char *path),
		      void *context)
{
	DIR *entries = opendir(folder);
	struct dirent *entry;

	assert_non_null(entries);
	while ((entry = readdir(entries))) {
		char path[512];

		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		see(context, path);
	}
	closedir(entries);
}

static void remove_file(void *context, const char *path)
{
	(void)context;
	unlink(path);
}

void fixture_end(struct fixture *fixture)
{
	fixture_leave(fixture);
	meeting_free(fixture->meeting);
	each_file(fixture->folder, remove_file, NULL);
	assert_int_equal(rmdir(fixture->folder), 0);
}

void fixture_leave(struct fixture *fixture)
{
	store_free(fixture->store);
	fixture->store = NULL;
}

void fixture_enter(struct fixture *fixture)
{
	assert_null(fixture->store);
	assert_ok(store_open(fixture->path, STORE_WRITE, &fixture->store));
}

void fixture_advance(struct fixture *fixture, enum phase phase)
{
	static const enum act ways[] = {
	    [PHASE_DRAFT] = ACT_ADOPTED,  [PHASE_READY] = ACT_OPENED,
	    [PHASE_OPEN] = ACT_CLOSED,	  [PHASE_PAUSED] = ACT_CLOSED,
	    [PHASE_CLOSED] = ACT_COUNTED, [PHASE_COUNTED] = ACT_PUBLISHED,
	};
	enum phase now;

	assert_ok(store_phase(fixture->store, &now));
	while (now != phase) {
		enum act act = ways[now];

		if (now == PHASE_OPEN && phase == PHASE_PAUSED)
			act = ACT_PAUSED;
		if (now == PHASE_PAUSED && phase == PHASE_OPEN)
			act = ACT_OPENED;
		assert_ok(audit_act(fixture->store, act, "", FIXTURE_AT));
		assert_ok(store_phase(fixture->store, &now));
	}
}

void fixture_begin_in(struct fixture *fixture, int slips, enum phase phase)
{
	fixture_begin(fixture, slips, false);
	fixture_advance(fixture, phase);
}

struct ballot fixture_ballot(const struct meeting *meeting, unsigned number)
{
	struct ballot ballot = {{0}};
	unsigned bits = number;

	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int first, end;

		meeting_pot_range(meeting, pot, &first, &end);
		for (int i = first; i < end; i++, bits >>= 1)
			if (bits & 1 && ballot_chosen(meeting, &ballot, pot) <
					    meeting->pots[pot].choose_max)
				ballot.value[i] = 1;
	}
	return ballot;
}

enum status fixture_cast(struct fixture *fixture, int slip, unsigned number)
{
	struct ballot ballot = fixture_ballot(fixture->meeting, number);

	return box_cast(fixture->store, fixture->hashes[slip], &ballot,
			&fixture->random);
}

static sqlite3 *open_plain(const char *path)
{
	sqlite3 *db;

	assert_int_equal(
	    sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_busy_timeout(db, 5000), SQLITE_OK);
	return db;
}

void fixture_sql(const char *path, const char *sql)
{
	sqlite3 *db = open_plain(path);

	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
}

static sqlite3_stmt *first_row(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK ||
	    sqlite3_step(statement) != SQLITE_ROW)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	return statement;
}

int64_t fixture_number(const char *path, const char *sql)
{
	sqlite3 *db = open_plain(path);
	sqlite3_stmt *statement = first_row(db, sql);
	int64_t number = sqlite3_column_int64(statement, 0);

	sqlite3_finalize(statement);
	sqlite3_close(db);
	return number;
}

void fixture_blob(const char *path, const char *sql, void *ret_blob,
		  size_t size)
{
	sqlite3 *db = open_plain(path);
	sqlite3_stmt *statement = first_row(db, sql);

	assert_int_equal(sqlite3_column_bytes(statement, 0), size);
	memcpy(ret_blob, sqlite3_column_blob(statement, 0), size);
	sqlite3_finalize(statement);
	sqlite3_close(db);
}

unsigned char *file_read(const char *path, size_t *ret_size)
{
	FILE *file = fopen(path, "rb");
	unsigned char *bytes;
	struct stat found;

	assert_non_null(file);
	assert_int_equal(fstat(fileno(file), &found), 0);
	*ret_size = (size_t)found.st_size;
	bytes = malloc(*ret_size + 1);
	assert_non_null(bytes);
	assert_int_equal(fread(bytes, 1, *ret_size, file), *ret_size);
	fclose(file);
	return bytes;
}

void file_write(const char *path, const void *bytes, size_t size)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

bool file_exists(const char *path)
{
	return access(path, F_OK) == 0;
}

void file_same(const char *path, unsigned char *before, size_t size)
{
	size_t after_size;
	unsigned char *after = file_read(path, &after_size);

	assert_int_equal(after_size, size);
	assert_memory_equal(after, before, size);
	free(before);
	free(after);
}

int bytes_count(const void *haystack, size_t size, const void *wanted,
		size_t length)
{
	const unsigned char *at = haystack, *end = at + size;
	int count = 0;

	while ((at = memmem(at, (size_t)(end - at), wanted, length))) {
		count++;
		at++;
	}
	return count;
}

struct search {
	const void *wanted;
	size_t length;
	int count;
};

static void search_file(void *context, const char *path)
{
	struct search *search = context;
	size_t size;
	unsigned char *bytes = file_read(path, &size);

	search->count +=
	    bytes_count(bytes, size, search->wanted, search->length);
	free(bytes);
}

int folder_count(const char *folder, const void *wanted, size_t length)
{
	struct search search = {wanted, length, 0};

	each_file(folder, search_file, &search);
	return search.count;
}

static void count_file(void *context, const char *path)
{
	(void)path;
	++*(int *)context;
}

int folder_files(const char *folder)
{
	int count = 0;

	each_file(folder, count_file, &count);
	return count;
}

int fixture_sound(const struct fixture *fixture)
{
	struct roll_count roll;
	int filled, slots;

	assert_int_equal(fixture_number(fixture->path,
					"SELECT integrity_check = 'ok'"
					" FROM pragma_integrity_check"),
			 1);
	assert_ok(roll_count(fixture->store, &roll));
	assert_ok(box_filled(fixture->store, &filled, &slots));
	assert_int_equal(roll.used, filled);
	assert_int_equal(roll.printed, slots);
	return roll.unused;
}
