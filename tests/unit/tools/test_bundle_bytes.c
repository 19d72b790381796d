/* Single bytes changed in a published folder, its sums and signature left as
 * they were: every one is found, in every file. test_bundle_forged.c has those
 * that come with new sums.
 *
 * Swept is every byte of every file, the PDFs too, one bit of each in turn, and
 * all bits of SHA256SUMS and its signature. They go through the two functions
 * that bundle_verify() begins with. Those take sums that are made already, so
 * that of all files only the changed one is summed again, for each of its
 * bytes up to its end: by bundle_sum() where it has no more than WHOLE bytes.
 * Of larger ones, the page and the PDFs, what lies before the change is summed
 * only once, by libsodium and not by us, which saves half of the time; for
 * every 97th byte of them bundle_sum() must give the same.
 *
 * Sampled is what is the same for all bytes of a file: that bundle_verify()
 * tells what these functions find, and that the command `verify` names the file
 * and exits with 6.
 *
 * BENCH=1 changes every bit of all files, which takes a minute. */
#include <sodium.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_sign.h"
#include "tools/bundle/bundle_verify.h"

enum { WHOLE = 16 * 1024, EVERY = 97 };

struct evening {
	struct fixture fixture;
	struct bundle_files files;
	/* The same with PDFs that other libraries made: not made again, so that
	 * a whole bundle_verify() is quick. */
	struct bundle_files elsewhere;
};

static int setup(void **state)
{
	struct evening *evening = calloc(1, sizeof(*evening));

	assert_non_null(evening);
	evening_usual(&evening->fixture, PHASE_COUNTED);
	evening_files(&evening->fixture, &evening->files, &evening->elsewhere);
	*state = evening;
	return 0;
}

static int teardown(void **state)
{
	struct evening *evening = *state;

	bundle_files_free(&evening->files);
	bundle_files_free(&evening->elsewhere);
	fixture_end(&evening->fixture);
	free(evening);
	return 0;
}

/* Whether SHA256SUMS has no line for it. */
static bool unsummed(const struct bundle_file *file)
{
	return strcmp(file->name, BUNDLE_SUMS) == 0 ||
	       strcmp(file->name, BUNDLE_SIGNATURE) == 0;
}

/* The first DONE bytes of a file, summed. */
struct begun {
	crypto_hash_sha256_state state;
	size_t done;
};

/* The sum of FILE, which is as before up to byte AT; from one call to the next
 * AT does not go down. */
static void sum_changed(struct begun *begun, const struct bundle_file *file,
			size_t at, char ret_hex[BUNDLE_HASH_HEX + 1])
{
	const unsigned char *data = (const unsigned char *)file->data;
	unsigned char hash[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;
	char whole[BUNDLE_HASH_HEX + 1];

	crypto_hash_sha256_update(&begun->state, data + begun->done,
				  at - begun->done);
	begun->done = at;
	state = begun->state;
	crypto_hash_sha256_update(&state, data + at, file->length - at);
	crypto_hash_sha256_final(&state, hash);
	sodium_bin2hex(ret_hex, BUNDLE_HASH_HEX + 1, hash, sizeof(hash));
	if (at % EVERY != 0 && at != file->length - 1)
		return;
	bundle_sum(file, whole);
	assert_string_equal(ret_hex, whole);
}

/* Fails unless the sums of FILES are found wrong because of file INDEX alone,
 * which was changed. */
static void expect_wrong_sum(const struct bundle_files *files, int index,
			     const struct bundle_sums *sums)
{
	const struct bundle_file *file = &files->file[index];
	struct verdict verdict;

	verdict.complaint_count = 0;
	bundle_sums_check(files, sums, &verdict);
	assert_int_equal(verdict.complaint_count, 1);
	assert_string_equal(verdict.complaints[0].file, file->name);
}

/* Changes every byte of the file INDEX. SUMS are those of FILES. */
static void sweep_sums(struct bundle_files *files, int index,
		       struct bundle_sums *sums)
{
	const struct bundle_file *file = &files->file[index];
	struct change change = {.index = index};
	struct begun begun = {.done = 0};

	crypto_hash_sha256_init(&begun.state);
	while (change_next(files, &change)) {
		if (file->length <= WHOLE)
			bundle_sum(file, sums->hex[index]);
		else
			sum_changed(&begun, file, change_at(&change, file),
				    sums->hex[index]);
		expect_wrong_sum(files, index, sums);
	}
	bundle_sum(file, sums->hex[index]);
}

static void every_byte_of_every_file_has_its_part_in_the_sums(void **state)
{
	struct evening *evening = *state;
	struct bundle_files *files = files_new();
	struct bundle_sums sums;
	int summed = 0;

	files_copy(&evening->files, false, files);
	bundle_sums_make(files, &sums);
	for (int i = 0; i < files->count; i++) {
		if (unsummed(&files->file[i]))
			continue;
		sweep_sums(files, i, &sums);
		summed++;
	}
	assert_int_equal(summed, files->count - 2);
	files_end(files);
}

static void every_bit_of_sums_and_signature_is_signed(void **state)
{
	static const char *const names[] = {BUNDLE_SUMS, BUNDLE_SIGNATURE};
	struct evening *evening = *state;
	struct bundle_files *files = files_new();
	struct verdict verdict;

	files_copy(&evening->files, false, files);
	for (int i = 0; i < 2; i++) {
		struct change change = {
		    .index = (int)(file_of(files, names[i]) - files->file),
		    .every_bit = true};

		while (change_next(files, &change)) {
			verdict.complaint_count = 0;
			bundle_signature_check(files, &verdict);
			assert_int_equal(verdict.complaint_count, 1);
			assert_string_equal(verdict.complaints[0].file,
					    BUNDLE_SIGNATURE);
		}
	}
	verdict.complaint_count = 0;
	bundle_signature_check(files, &verdict);
	assert_int_equal(verdict.complaint_count, 0);
	files_end(files);
}

/* Fails unless bundle_verify() finds FILES wrong, and first by the sum of the
 * file INDEX, or by the signature where it has none. */
static void expect_found(const struct bundle_files *files, int index)
{
	const struct bundle_file *file = &files->file[index];
	bool named = false;
	struct verdict verdict;

	assert_status(bundle_verify(files, &verdict), STATUS_DISAGREES);
	if (!unsummed(file)) {
		assert_string_equal(verdict.complaints[0].file, file->name);
		assert_non_null(
		    strstr(verdict.complaints[0].text, "its sum is wrong"));
		return;
	}
	for (int i = 0; i < verdict.complaint_count; i++)
		named |=
		    strcmp(verdict.complaints[i].file, BUNDLE_SIGNATURE) == 0;
	assert_true(named);
}

static void verify_tells_what_sums_and_signature_say(void **state)
{
	struct evening *evening = *state;
	struct bundle_files *files = files_new();

	files_copy(&evening->elsewhere, false, files);
	for (int i = 0; i < files->count; i++)
		for (struct change change = {.index = i, .samples = 10};
		     change_next(files, &change);)
			expect_found(files, i);
	files_end(files);
}

/* On a stick, PDFs and all. */
static void the_command_names_the_file_that_has_a_changed_byte(void **state)
{
	struct evening *evening = *state;
	struct bundle_files *files = files_new();
	char folder[2 * FIXTURE_PATH], told[2 * BUNDLE_NAME];

	files_copy(&evening->files, false, files);
	folder_begin(&evening->fixture, files, folder);
	expect_run(0, NULL, WORDS("verify", folder));
	for (int i = 0; i < files->count; i++) {
		const struct bundle_file *file = &files->file[i];
		struct change change = {.index = i, .samples = 1};

		assert_true(change_next(files, &change));
		file_put(file, folder);
		snprintf(told, sizeof(told), "  %s: %s",
			 unsummed(file) ? BUNDLE_SIGNATURE : file->name,
			 unsummed(file) ? "The signature is wrong"
					: "The file is not the one");
		expect_run(6, told, WORDS("verify", folder));
		change_back(files, &change);
		file_put(file, folder);
	}
	expect_run(0, NULL, WORDS("verify", folder));
	folder_end(files, folder);
	files_end(files);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_byte_of_every_file_has_its_part_in_the_sums),
	    cmocka_unit_test(every_bit_of_sums_and_signature_is_signed),
	    cmocka_unit_test(verify_tells_what_sums_and_signature_say),
	    cmocka_unit_test(
		the_command_names_the_file_that_has_a_changed_byte),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
