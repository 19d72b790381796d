/* Single bytes changed in a published folder: verify finds every one. */
#include <ctype.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_sign.h"
#include "tools/bundle/bundle_verify.h"

/* Bytes of a file are changed in turn: every one of the tables, every 23rd of
 * the others, which falls on every place of their lines, but no more than so
 * many of a file and of a PDF, from its first to its last. BENCH=1 changes
 * every byte of all files, which takes hours. */
enum { STRIDE = 23, CHANGES = 90, PDF_CHANGES = 10 };

struct evening {
	struct bundle_files files;
	/* The same with PDFs that other libraries made. */
	struct bundle_files elsewhere;
};

static int setup(void **state)
{
	struct evening *evening = calloc(1, sizeof(*evening));
	struct fixture fixture;
	struct bundle *bundle;

	assert_non_null(evening);
	evening_usual(&fixture, PHASE_COUNTED);
	bundle = bundle_of(&fixture);
	files_elsewhere(bundle, &evening->elsewhere);
	files_of(bundle, &evening->files);
	bundle_free(bundle);
	fixture_end(&fixture);
	*state = evening;
	return 0;
}

static int teardown(void **state)
{
	struct evening *evening = *state;

	bundle_files_free(&evening->files);
	bundle_files_free(&evening->elsewhere);
	free(evening);
	return 0;
}

/* That a slip's code is another one's cannot be known: nothing but the slip
 * tells it. Nor can a version of another machine's libraries. */
static bool may_pass(const struct bundle_file *changed, size_t at,
		     const struct verdict *verdict)
{
	const char *versions;

	if (strcmp(changed->name, "slips.csv") == 0)
		return isxdigit((unsigned char)changed->data[at]);
	if (strcmp(changed->name, "result.json") != 0)
		return false;
	versions = strstr(changed->data, "\"pdf\": {");
	return versions && changed->data + at > versions &&
	       !verdict->pdfs_compared;
}

/* How far the changes of FILE stand apart. */
static size_t stride_of(const struct bundle_file *file, bool sums)
{
	const size_t fewer = file->length / CHANGES | 1;

	if (getenv("BENCH"))
		return 1;
	if (bundle_binary(file->name))
		return (file->length - 1) / (PDF_CHANGES - 1);
	if (sums && (strcmp(file->name, "votes.csv") == 0 ||
		     strcmp(file->name, "proposals.csv") == 0))
		return 1;
	return fewer > STRIDE ? fewer : STRIDE;
}

static void change_byte(const struct bundle_files *files, bool sums, int index,
			size_t at, unsigned bit)
{
	struct bundle_files *changed = files_new();
	struct bundle_file *file = &changed->file[index];
	struct verdict verdict;
	enum status status;

	files_copy(files, false, changed);
	file->data[at] = (char)(file->data[at] ^ 1 << bit);
	if (sums && strcmp(file->name, "result.json") != 0)
		files_forge_sums(changed);
	else if (sums)
		files_sum_again(changed);
	status = bundle_verify(changed, &verdict);
	file = &changed->file[index];
	if (status != STATUS_DISAGREES &&
	    !(sums && may_pass(file, at, &verdict)))
		fail_msg("byte %zu of %s", at, file->name);
	files_end(changed);
}

/* Changes single bytes of the PDFs, or of all other files, and fails at the
 * first that passes. */
static void change_bytes(const struct bundle_files *files, bool pdfs, bool sums)
{
	unsigned bit = 0;

	for (int i = 0; i < files->count; i++) {
		const struct bundle_file *file = &files->file[i];
		const size_t stride = stride_of(file, sums);

		if (bundle_binary(file->name) != pdfs)
			continue;
		if (sums && (strcmp(file->name, BUNDLE_SUMS) == 0 ||
			     strcmp(file->name, BUNDLE_SIGNATURE) == 0))
			continue;
		for (size_t at = 0; at < file->length; at += stride)
			change_byte(files, sums, i, at, bit++ % 8);
		change_byte(files, sums, i, file->length - 1, bit++ % 8);
	}
}

/* The files of words and numbers are tried with PDFs that are not made again,
 * as that takes longest: they must be found by themselves. */
static void a_changed_byte_in_any_file_is_found(void **state)
{
	struct evening *evening = *state;

	change_bytes(&evening->elsewhere, false, false);
	change_bytes(&evening->files, true, false);
	/* Their sums find them where they are not made again, too. */
	change_bytes(&evening->elsewhere, true, false);
}

static void a_changed_byte_is_found_even_with_new_sums(void **state)
{
	struct evening *evening = *state;

	change_bytes(&evening->elsewhere, false, true);
	change_bytes(&evening->files, true, true);
}

static void
pdfs_of_other_libraries_are_not_made_again_and_it_is_told(void **state)
{
	struct evening *evening = *state;
	struct verdict verdict;

	assert_ok(bundle_verify(&evening->elsewhere, &verdict));
	assert_true(verdict.compared);
	assert_false(verdict.pdfs_compared);
}

/* Nobody gets around the comparison by taking one away. */
static void a_missing_pdf_of_other_libraries_is_missed(void **state)
{
	static const char *const names[] = {"posters.pdf", "protocol.pdf",
					    "take-home.pdf"};
	struct evening *evening = *state;
	struct verdict verdict;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct bundle_files *less = files_new();
		int at = 0;

		files_copy(&evening->elsewhere, false, less);
		while (strcmp(less->file[at].name, names[i]) != 0)
			at++;
		free(less->file[at].data);
		less->file[at] = less->file[--less->count];
		files_sum_again(less);
		assert_status(bundle_verify(less, &verdict), STATUS_DISAGREES);
		assert_string_equal(verdict.complaints[0].file, names[i]);
		files_end(less);
	}
}

/* Where single ballots are not shown, the totals are all that tells. */
static void a_changed_byte_is_found_among_few_ballots_too(void **state)
{
	struct bundle_files *files = files_new();
	struct fixture fixture;
	struct bundle *bundle;

	(void)state;
	evening_few(&fixture);
	bundle = bundle_of(&fixture);
	files_elsewhere(bundle, files);
	assert_null(bundle_files_find(files, "votes.csv"));
	change_bytes(files, false, true);
	files_end(files);
	bundle_free(bundle);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_changed_byte_in_any_file_is_found),
	    cmocka_unit_test(a_changed_byte_is_found_even_with_new_sums),
	    cmocka_unit_test(a_changed_byte_is_found_among_few_ballots_too),
	    cmocka_unit_test(
		pdfs_of_other_libraries_are_not_made_again_and_it_is_told),
	    cmocka_unit_test(a_missing_pdf_of_other_libraries_is_missed),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
