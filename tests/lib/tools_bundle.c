#include "tests/lib/tools_bundle.h"

#include <fcntl.h>
#include <limits.h>
#include <sodium.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/roll.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_sign.h"
#include "tools/bundle/bundle_verify.h"
#include "tools/line/command.h"
#include "words/words.h"

static int slips_used(struct fixture *fixture)
{
	struct roll_count roll;

	assert_ok(roll_count(fixture->store, &roll));
	return roll.used + roll.voided;
}

void fixture_vote(struct fixture *fixture, int count, const char *numbers)
{
	struct ballot ballot = {{0}};
	char *end;

	for (const char *at = numbers;; at = end) {
		long number = strtol(at, &end, 10);
		int index;

		if (end == at)
			break;
		index = meeting_proposal(fixture->meeting, (int)number);
		assert_true(index >= 0);
		ballot.value[index] = 1;
	}
	for (int i = 0; i < count; i++) {
		int slip = slips_used(fixture);

		assert_true(slip < fixture->slip_count);
		assert_ok(box_cast(fixture->store, fixture->hashes[slip],
				   &ballot, &fixture->random));
	}
}

void evening_begin(struct fixture *fixture, int slips)
{
	struct meeting *meeting = bolbro_new();

	words_language("en");
	assert_non_null(meeting);
	/* Bytes of every kind, NUL and letters among them. */
	for (int i = 0; i < MEETING_ID_BYTES; i++)
		meeting->id[i] = (unsigned char)(i * 37);
	fixture_begin_with(fixture, meeting, slips);
	fixture_advance(fixture, PHASE_OPEN);
}

void evening_end_in(struct fixture *fixture, enum phase phase)
{
	fixture_advance(fixture, phase);
	fixture_leave(fixture);
}

void evening_usual(struct fixture *fixture, enum phase phase)
{
	evening_begin(fixture, 30);
	assert_ok(roll_void(fixture->store, fixture->hashes[0], FIXTURE_AT));
	fixture_vote(fixture, 9, "2 3 4 5 8");
	fixture_vote(fixture, 6, "1 5 6 10");
	fixture_vote(fixture, 4, "2 9 4");
	fixture_vote(fixture, 3, "3");
	fixture_vote(fixture, 1, "7 9");
	fixture_vote(fixture, 1, "");
	evening_end_in(fixture, phase);
}

void evening_few(struct fixture *fixture)
{
	evening_begin(fixture, 12);
	fixture_vote(fixture, 4, "1 5");
	fixture_vote(fixture, 5, "2 5");
	evening_end_in(fixture, PHASE_COUNTED);
}

int evening_set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	assert_non_null(fixture);
	evening_usual(fixture, PHASE_COUNTED);
	*state = fixture;
	return 0;
}

int evening_tear_down(void **state)
{
	struct fixture *fixture = *state;
	char command[FIXTURE_PATH + 16];

	snprintf(command, sizeof(command), "rm -rf '%s'/*/", fixture->folder);
	assert_int_equal(system(command), 0);
	fixture_end(fixture);
	free(fixture);
	return 0;
}

/* The key that signs what the tests publish by hand. */
static struct signing_key test_key(void)
{
	static const unsigned char seed[crypto_sign_SEEDBYTES] = {7};
	struct signing_key key;

	crypto_sign_seed_keypair(key.public, key.secret, seed);
	return key;
}

void signer_set(struct bundle *bundle)
{
	struct signing_key key = test_key();

	bundle_signer_set(bundle, key.public);
}

void files_sign_again(struct bundle_files *files)
{
	struct signing_key key = test_key();
	int last = 0;

	while (last < files->count &&
	       strcmp(files->file[last].name, BUNDLE_SIGNATURE) != 0)
		last++;
	if (last < files->count) {
		free(files->file[last].data);
		files->count--;
		memmove(&files->file[last], &files->file[last + 1],
			(size_t)(files->count - last) * sizeof(files->file[0]));
	}
	assert_ok(bundle_sign(files, &key));
}

struct bundle *bundle_at(const char *path)
{
	struct bundle *bundle = NULL;
	struct store *store = NULL;

	assert_ok(store_open(path, STORE_READ, &store));
	assert_ok(bundle_gather(store, &bundle));
	store_free(store);
	signer_set(bundle);
	return bundle;
}

struct bundle *bundle_of(struct fixture *fixture)
{
	return bundle_at(fixture->path);
}

void files_of(const struct bundle *bundle, struct bundle_files *ret_files)
{
	ret_files->count = 0;
	assert_ok(bundle_render(bundle, ret_files));
	files_sign_again(ret_files);
}

void files_elsewhere(struct bundle *bundle, struct bundle_files *ret_files)
{
	enum { SHORT = 200 };

	snprintf(bundle->makers[0], BUNDLE_VERSION, "1.0.0-other");
	files_of(bundle, ret_files);
	for (int i = 0; i < ret_files->count; i++)
		if (bundle_binary(ret_files->file[i].name))
			ret_files->file[i].length = SHORT;
	files_sum_again(ret_files);
	bundle_makers_set(bundle);
}

void evening_files(struct fixture *fixture, struct bundle_files *ret_files,
		   struct bundle_files *ret_elsewhere)
{
	struct bundle *bundle = bundle_of(fixture);

	files_of(bundle, ret_files);
	if (ret_elsewhere)
		files_elsewhere(bundle, ret_elsewhere);
	bundle_free(bundle);
}

void files_sum_again(struct bundle_files *files)
{
	int last = 0;

	while (strcmp(files->file[last].name, "SHA256SUMS") != 0)
		last++;
	free(files->file[last].data);
	files->count--;
	memmove(&files->file[last], &files->file[last + 1],
		(size_t)(files->count - last) * sizeof(files->file[0]));
	assert_ok(bundle_sums_add(files));
	files_sign_again(files);
}

struct bundle_files *files_forged(const struct bundle_files *files,
				  const char *old, const char *new)
{
	struct bundle_files *forged = files_new();
	char *at;

	files_copy(files, false, forged);
	at = strstr(file_of(forged, "result.json")->data, old);
	if (!at)
		fail_msg("there is no %s", old);
	assert_int_equal(strlen(old), strlen(new));
	memcpy(at, new, strlen(new));
	files_sum_again(forged);
	return forged;
}

void expect_disagrees(const struct bundle_files *files, const char *old,
		      const char *new)
{
	struct bundle_files *forged = files_forged(files, old, new);
	struct verdict verdict;

	if (bundle_verify(forged, &verdict) != STATUS_DISAGREES)
		fail_msg("%s was taken", new);
	files_end(forged);
}

void files_forge_result(struct bundle_files *files)
{
	const struct bundle_file *result =
	    bundle_files_find(files, "result.json");

	for (int i = 0; result && i < files->count; i++) {
		const struct bundle_file *file = &files->file[i];
		unsigned char hash[crypto_hash_sha256_BYTES];
		char hex[2 * sizeof(hash) + 1], name[BUNDLE_NAME + 8];
		char *at;

		snprintf(name, sizeof(name), "\"%s\": \"", file->name);
		at = strstr(result->data, name);
		if (!at)
			continue;
		crypto_hash_sha256(hash, (const unsigned char *)file->data,
				   file->length);
		sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
		memcpy(at + strlen(name), hex, sizeof(hex) - 1);
	}
}

void files_forge_sums(struct bundle_files *files)
{
	files_forge_result(files);
	files_sum_again(files);
}

static bool change_all_bits(const struct change *change)
{
	return change->every_bit || getenv("BENCH");
}

/* How many of the bytes of FILE are changed. */
static size_t change_bytes(const struct change *change,
			   const struct bundle_file *file)
{
	return change->samples && change->samples < file->length
		   ? change->samples
		   : file->length;
}

size_t change_at(const struct change *change, const struct bundle_file *file)
{
	const size_t number = change_all_bits(change) ? (change->count - 1) / 8
						      : change->count - 1;

	/* The middle one of those that a sample stands for. */
	return (2 * number + 1) * file->length /
	       (2 * change_bytes(change, file));
}

static void change_turn(const struct change *change,
			const struct bundle_file *file)
{
	file->data[change_at(change, file)] ^=
	    (char)(1 << (change->count - 1) % 8);
}

void change_back(struct bundle_files *files, const struct change *change)
{
	change_turn(change, &files->file[change->index]);
}

bool change_next(struct bundle_files *files, struct change *change)
{
	const struct bundle_file *file = &files->file[change->index];

	if (change->count > 0)
		change_back(files, change);
	if (change->count ==
	    change_bytes(change, file) * (change_all_bits(change) ? 8 : 1))
		return false;
	change->count++;
	change_turn(change, file);
	return true;
}

void file_put(const struct bundle_file *file, const char *folder)
{
	char path[PATH_MAX];
	FILE *out;

	snprintf(path, sizeof(path), "%s/%s", folder, file->name);
	out = fopen(path, "w");
	assert_non_null(out);
	assert_int_equal(fwrite(file->data, 1, file->length, out),
			 file->length);
	assert_int_equal(fclose(out), 0);
}

void folder_begin(const struct fixture *fixture,
		  const struct bundle_files *files,
		  char ret_folder[2 * FIXTURE_PATH])
{
	snprintf(ret_folder, 2 * FIXTURE_PATH, "%s/published", fixture->folder);
	assert_int_equal(mkdir(ret_folder, 0755), 0);
	for (int i = 0; i < files->count; i++)
		file_put(&files->file[i], ret_folder);
}

void folder_end(const struct bundle_files *files, const char *folder)
{
	char path[PATH_MAX];

	for (int i = 0; i < files->count; i++) {
		snprintf(path, sizeof(path), "%s/%s", folder,
			 files->file[i].name);
		assert_int_equal(unlink(path), 0);
	}
	assert_int_equal(rmdir(folder), 0);
}

struct bundle_files *files_new(void)
{
	struct bundle_files *files = calloc(1, sizeof(*files));

	assert_non_null(files);
	return files;
}

void files_end(struct bundle_files *files)
{
	bundle_files_free(files);
	free(files);
}

struct bundle_file *file_of(struct bundle_files *files, const char *name)
{
	const struct bundle_file *file = bundle_files_find(files, name);

	assert_non_null(file);
	return &files->file[file - files->file];
}

void files_copy(const struct bundle_files *files, bool sums,
		struct bundle_files *ret_copy)
{
	*ret_copy = *files;
	for (int i = 0; i < files->count; i++) {
		struct bundle_file *file = &ret_copy->file[i];

		file->data = malloc(file->length + 1);
		assert_non_null(file->data);
		memcpy(file->data, files->file[i].data, file->length + 1);
	}
	if (sums)
		files_sum_again(ret_copy);
}

static void home_remove(void)
{
	char command[128];
	const char *owner = getenv("STEMMEBOKS_TEST_OWNER");

	/* Not by a child that ends before the test does. */
	if (!owner || atoi(owner) != getpid())
		return;
	snprintf(command, sizeof(command), "rm -rf '%s'",
		 getenv("XDG_DATA_HOME"));
	if (system(command) != 0)
		perror(command);
}

/* The signing key that commands make on first use is not the developer's. */
static void home_set(void)
{
	char home[] = "/tmp/stemmeboks-home-XXXXXX", owner[16];

	if (getenv("STEMMEBOKS_TEST_OWNER"))
		return;
	assert_non_null(mkdtemp(home));
	snprintf(owner, sizeof(owner), "%d", (int)getpid());
	setenv("XDG_DATA_HOME", home, 1);
	setenv("STEMMEBOKS_TEST_OWNER", owner, 1);
	atexit(home_remove);
}

struct ran ran(const char *const *words)
{
	char *argv[32] = {strdup("stemmeboks")};
	int argc = 1, out, saved_out, saved_err;
	struct ran ran = {0, NULL};
	struct stat found;

	home_set();
	for (; words[argc - 1]; argc++) {
		assert_true(argc < 31);
		argv[argc] = strdup(words[argc - 1]);
	}
	fflush(NULL);
	out = memfd_create("ran", 0);
	saved_out = dup(STDOUT_FILENO);
	saved_err = dup(STDERR_FILENO);
	assert_true(out >= 0 && saved_out >= 0 && saved_err >= 0);
	dup2(out, STDOUT_FILENO);
	dup2(out, STDERR_FILENO);
	ran.exit_code = command_main(argc, argv);
	fflush(NULL);
	dup2(saved_out, STDOUT_FILENO);
	dup2(saved_err, STDERR_FILENO);
	close(saved_out);
	close(saved_err);
	assert_int_equal(fstat(out, &found), 0);
	ran.text = calloc(1, (size_t)found.st_size + 1);
	assert_non_null(ran.text);
	assert_int_equal(pread(out, ran.text, (size_t)found.st_size, 0),
			 found.st_size);
	close(out);
	while (argc > 0)
		free(argv[--argc]);
	return ran;
}

void ran_free(struct ran *ran)
{
	free(ran->text);
}

void expect_run(int exit_code, const char *text, const char *const *words)
{
	struct ran found = ran(words);

	if (found.exit_code != exit_code)
		fail_msg("exit code %d, wanted %d; said:\n%s", found.exit_code,
			 exit_code, found.text);
	if (text && !strstr(found.text, text))
		fail_msg("\"%s\" is not in:\n%s", text, found.text);
	ran_free(&found);
}

void expect_no_write(const struct fixture *fixture, int exit_code,
		     const char *text, const char *const *words)
{
	size_t before_size, after_size;
	unsigned char *before = file_read(fixture->path, &before_size), *after;

	expect_run(exit_code, text, words);
	after = file_read(fixture->path, &after_size);
	assert_int_equal(before_size, after_size);
	assert_memory_equal(before, after, before_size);
	free(before);
	free(after);
}

json_t *expect_json(int exit_code, const char *const *words)
{
	struct ran answer = ran(words);
	json_t *json = json_loads(answer.text, 0, NULL);

	assert_int_equal(answer.exit_code, exit_code);
	if (!json)
		fail_msg("no JSON: %s", answer.text);
	ran_free(&answer);
	return json;
}

enum phase phase_of(struct fixture *fixture)
{
	enum phase phase;

	fixture_enter(fixture);
	assert_ok(store_phase(fixture->store, &phase));
	fixture_leave(fixture);
	return phase;
}
