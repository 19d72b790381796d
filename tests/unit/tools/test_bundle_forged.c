/* Single bytes changed in a published folder by a forger who makes the sums and
 * the signature again: making the files again finds them.
 *
 * Swept is every byte of every file, one bit of each in turn, and all bits of
 * SHA256SUMS. What follows from other files has no part in what is made, so all
 * its changes are held against files that were made once, PDFs too. A byte of a
 * source changes what is made: for each the folder is read, counted and made
 * anew, as far as to the first thing that is wrong, so that PDFs are made for
 * the few that no other file tells. (Not for slips.csv: nothing tells its
 * digits, so it is swept with PDFs of other libraries, which are not made
 * again.) In both sweeps SHA256SUMS stays as it was. That is no help to us: it
 * is compared only where no other file differs, and then does not count.
 *
 * Sampled are whole folders with new sums and signature, by bundle_verify() and
 * by the command.
 *
 * BENCH=1 changes every bit of all files, which takes a minute or two. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_sign.h"
#include "tools/bundle/bundle_verify.h"

/* What bundle_read() takes values from; signer.pub is one that a forger cannot
 * change and sign. */
static const char *const sources[] = {
    "audit.csv",   "free-slots.csv", "meeting.json", "result.json",
    BUNDLE_SIGNER, "slips.csv",	     "votes.csv",
};

enum { SOURCES = sizeof(sources) / sizeof(sources[0]) };

static bool is_source(const char *name)
{
	for (int i = 0; i < SOURCES; i++)
		if (strcmp(sources[i], name) == 0)
			return true;
	return false;
}

/* The sums and the signature, which are neither made nor read. */
static bool is_seal(const char *name)
{
	return strcmp(name, BUNDLE_SUMS) == 0 ||
	       strcmp(name, BUNDLE_SIGNATURE) == 0;
}

struct evening {
	struct fixture fixture;
	struct bundle_files files;
	/* With so few ballots that single ones are not shown: the totals in
	 * result.json are all that tells. */
	struct bundle_files few;
	/* The same with PDFs that other libraries made. */
	struct bundle_files elsewhere, few_elsewhere;
};

static int setup(void **state)
{
	struct evening *evening = calloc(1, sizeof(*evening));
	struct fixture fixture;

	assert_non_null(evening);
	evening_few(&fixture);
	evening_files(&fixture, &evening->few, &evening->few_elsewhere);
	fixture_end(&fixture);
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
	bundle_files_free(&evening->few);
	bundle_files_free(&evening->few_elsewhere);
	fixture_end(&evening->fixture);
	free(evening);
	return 0;
}

/* What FILES give when they are made again; free with files_end(). */
static struct bundle_files *made_of(const struct bundle_files *files)
{
	struct bundle_files *made = files_new();
	struct bundle *bundle = NULL;
	struct complaint complaint;

	assert_ok(bundle_read(files, &bundle, &complaint));
	for (int stage = 0; stage < RENDER_STAGES; stage++)
		assert_ok(bundle_render_stage(bundle, files, stage, made));
	bundle_free(bundle);
	return made;
}

/* Only so may what is made be made once for all changes of those files. */
static void what_is_made_follows_from_the_sources_alone(void **state)
{
	struct evening *evening = *state;
	struct bundle_files *files = files_new(), *made, *again;

	files_copy(&evening->files, false, files);
	made = made_of(files);
	for (int i = files->count - 1; i >= 0; i--) {
		if (is_source(files->file[i].name))
			continue;
		free(files->file[i].data);
		files->file[i] = files->file[--files->count];
	}
	assert_int_equal(files->count, SOURCES);
	again = made_of(files);
	assert_int_equal(again->count, evening->files.count - 1);
	for (int i = 0; i < again->count; i++) {
		assert_string_equal(again->file[i].name, made->file[i].name);
		assert_int_equal(again->file[i].length, made->file[i].length);
		assert_memory_equal(again->file[i].data, made->file[i].data,
				    made->file[i].length);
	}
	files_end(files);
	files_end(made);
	files_end(again);
}

static void a_changed_byte_of_what_follows_from_sources_is_found(void **state)
{
	struct evening *evening = *state;
	struct bundle_files *files = files_new(), *made;
	struct verdict verdict = {.complaint_count = 0};

	files_copy(&evening->files, false, files);
	made = made_of(files);
	assert_ok(bundle_compare(files, made, &verdict));
	for (int i = 0; i < files->count; i++) {
		struct change change = {.index = i};
		const char *name = files->file[i].name;

		if (is_source(name) || is_seal(name))
			continue;
		while (change_next(files, &change)) {
			verdict.complaint_count = 0;
			assert_status(bundle_compare(files, made, &verdict),
				      STATUS_DISAGREES);
			assert_int_equal(verdict.complaint_count, 1);
			assert_string_equal(verdict.complaints[0].file, name);
		}
	}
	files_end(files);
	files_end(made);
}

/* Whether byte AT of FILE stands in the version of a library that made PDFs. */
static bool in_version(const struct bundle_file *file, size_t at)
{
	const char *pdf = strstr(file->data, "\"pdf\": {"), *line, *version;

	if (!pdf || file->data + at < pdf)
		return false;
	line = memrchr(file->data, '\n', at);
	version = strstr(line, "\": \"");
	return version && version + strlen("\": \"") <= file->data + at;
}

/* Whether the lines of slips.csv below its head still go up. */
static bool slips_go_up(const struct bundle_file *file)
{
	enum { LINE = BUNDLE_SLIP_HEX + 1 };
	const char *line = file->data + strlen("slip\n");

	for (; line + 2 * LINE <= file->data + file->length; line += LINE)
		if (memcmp(line, line + LINE, LINE) >= 0)
			return false;
	return true;
}

/* That a slip's code is another one's cannot be known unless it is out of turn:
 * nothing but the slip tells it. Nor can a version of another machine's
 * libraries. */
static bool may_pass(const struct bundle_file *file, size_t at,
		     const struct verdict *verdict)
{
	if (strcmp(file->name, "slips.csv") == 0)
		return memchr("0123456789abcdef", file->data[at], 16) &&
		       slips_go_up(file);
	return strcmp(file->name, "result.json") == 0 && in_version(file, at) &&
	       !verdict->pdfs_compared;
}

/* Fails unless something in FILES but SHA256SUMS is found wrong, or the change
 * is one that nothing tells. Whether it passed. */
static bool check_contents(const struct bundle_files *files,
			   const struct change *change)
{
	const struct bundle_file *file = &files->file[change->index];
	const size_t at = change_at(change, file);
	struct verdict verdict;
	enum status status;

	verdict.complaint_count = 0;
	verdict.pdfs_compared = true;
	status = bundle_contents_check(files, VERIFY_FIRST, &verdict);
	if (status == STATUS_DISAGREES &&
	    strcmp(verdict.complaints[0].file, BUNDLE_SUMS) != 0)
		return false;
	if ((status != STATUS_OK && status != STATUS_DISAGREES) ||
	    !may_pass(file, at, &verdict))
		fail_msg("byte %zu of %s", at, file->name);
	return true;
}

/* Changes every byte of the source NAME of FILES, with the sums that the forger
 * makes in result.json; how many changes pass. */
static int sweep_source(struct bundle_files *files, const char *name)
{
	struct change change = {.index =
				    (int)(file_of(files, name) - files->file)};
	const bool summed = strcmp(name, "result.json") != 0;
	int passed = 0;

	while (change_next(files, &change)) {
		if (summed)
			files_forge_result(files);
		passed += check_contents(files, &change);
	}
	files_forge_result(files);
	return passed;
}

/* Changes every byte of all sources that PUBLISHED has. */
static void sweep_sources(const struct bundle_files *published,
			  const struct bundle_files *elsewhere)
{
	struct bundle_files *files = files_new(), *others = files_new();

	files_copy(published, false, files);
	files_copy(elsewhere, false, others);
	for (int i = 0; i < SOURCES; i++) {
		const char *name = sources[i];

		if (!bundle_files_find(files, name))
			continue;
		if (strcmp(name, "slips.csv") == 0)
			assert_true(sweep_source(others, name) > 0);
		else if (strcmp(name, "result.json") == 0)
			assert_true(sweep_source(files, name) > 0);
		else
			assert_int_equal(sweep_source(files, name), 0);
	}
	files_end(files);
	files_end(others);
}

static void a_changed_byte_of_a_source_is_found(void **state)
{
	struct evening *evening = *state;

	sweep_sources(&evening->files, &evening->elsewhere);
}

static void a_changed_byte_is_found_among_few_ballots_too(void **state)
{
	struct evening *evening = *state;

	assert_null(bundle_files_find(&evening->few, "votes.csv"));
	sweep_sources(&evening->few, &evening->few_elsewhere);
}

/* Where single ballots are not shown, the words tell how many are blank. */
static void blank_ones_among_few_ballots_are_found(void **state)
{
	struct evening *evening = *state;
	const struct bundle_files *const published[] = {
	    &evening->few, &evening->few_elsewhere};

	for (int i = 0; i < 2; i++) {
		struct bundle_files *files = files_new();
		struct verdict verdict;
		char *blank;

		files_copy(published[i], false, files);
		blank =
		    strstr(file_of(files, "result.json")->data, "\"blank\": 0");
		assert_non_null(blank);
		blank[strlen("\"blank\": ")] = '1';
		files_sum_again(files);
		assert_status(bundle_verify(files, &verdict), STATUS_DISAGREES);
		assert_int_equal(verdict.pdfs_compared, i == 0);
		assert_string_equal(verdict.complaints[0].file,
				    i == 0 ? "protocol.pdf" : "steps.txt");
		files_end(files);
	}
}

/* As the forger signs them, only they themselves tell. */
static void every_bit_of_signed_sums_is_checked(void **state)
{
	struct evening *evening = *state;
	struct bundle_files *files = files_new();
	struct verdict verdict;
	struct bundle_sums sums;
	struct change change = {.every_bit = true};

	files_copy(&evening->files, false, files);
	bundle_sums_make(files, &sums);
	change.index = (int)(file_of(files, BUNDLE_SUMS) - files->file);
	while (change_next(files, &change)) {
		verdict.complaint_count = 0;
		bundle_sums_check(files, &sums, &verdict);
		assert_int_not_equal(verdict.complaint_count, 0);
	}
	files_end(files);
}

/* A copy of FILES, whose file INDEX was changed, with all sums and the
 * signature that a forger can make anew. */
static struct bundle_files *forged_of(const struct bundle_files *files,
				      int index)
{
	struct bundle_files *forged = files_new();

	files_copy(files, false, forged);
	if (strcmp(files->file[index].name, "result.json") == 0)
		files_sum_again(forged);
	else
		files_forge_sums(forged);
	return forged;
}

/* Fails unless bundle_verify() finds what the forger makes of FILES, and names
 * the file that was changed if others do not depend on it. */
static void expect_found(const struct bundle_files *files,
			 const struct change *change)
{
	struct bundle_files *forged = forged_of(files, change->index);
	const struct bundle_file *file = &forged->file[change->index];
	const size_t at = change_at(change, file);
	struct verdict verdict, first = {.complaint_count = 0};
	enum status status = bundle_verify(forged, &verdict);

	if (status != STATUS_DISAGREES && !may_pass(file, at, &verdict))
		fail_msg("byte %zu of %s", at, file->name);
	if (!is_source(file->name))
		assert_string_equal(verdict.complaints[0].file, file->name);
	if (strcmp(file->name, BUNDLE_SIGNER) != 0)
		assert_status(
		    bundle_contents_check(forged, VERIFY_FIRST, &first),
		    status);
	files_end(forged);
}

/* Changes SAMPLES bytes of each PDF of PUBLISHED, or of each other file. */
static void sample(const struct bundle_files *published, bool pdfs,
		   size_t samples)
{
	struct bundle_files *files = files_new();

	files_copy(published, false, files);
	for (int i = 0; i < files->count; i++) {
		struct change change = {.index = i, .samples = samples};
		const char *name = files->file[i].name;

		if (is_seal(name) || bundle_binary(name) != pdfs)
			continue;
		while (change_next(files, &change))
			expect_found(files, &change);
	}
	files_end(files);
}

static void verify_finds_it_with_new_sums_and_signature(void **state)
{
	struct evening *evening = *state;

	sample(&evening->elsewhere, false, 16);
	sample(&evening->few_elsewhere, false, 8);
	sample(&evening->files, true, 2);
}

/* Fails unless the command names the file by which FILES are found wrong, which
 * it gets in FOLDER. */
static void expect_command(const struct bundle_files *files, const char *folder)
{
	struct verdict verdict = {.complaint_count = 0};
	char told[2 * BUNDLE_NAME];

	assert_status(bundle_contents_check(files, VERIFY_FIRST, &verdict),
		      STATUS_DISAGREES);
	snprintf(told, sizeof(told), "  %s:", verdict.complaints[0].file);
	for (int i = 0; i < files->count; i++)
		file_put(&files->file[i], folder);
	expect_run(6, told, WORDS("verify", folder));
}

static void the_command_finds_a_forged_byte_in_every_file(void **state)
{
	struct evening *evening = *state;
	struct bundle_files *files = files_new();
	char folder[2 * FIXTURE_PATH];

	files_copy(&evening->files, false, files);
	folder_begin(&evening->fixture, files, folder);
	for (int i = 0; i < files->count; i++) {
		const char *name = files->file[i].name;
		struct change change = {.index = i, .samples = 1};
		struct bundle_files *forged;

		if (is_seal(name))
			continue;
		/* Its first byte: others may pass. */
		if (strcmp(name, "slips.csv") == 0)
			change.samples = 0;
		assert_true(change_next(files, &change));
		forged = forged_of(files, i);
		expect_command(forged, folder);
		files_end(forged);
		change_back(files, &change);
	}
	folder_end(files, folder);
	files_end(files);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_made_follows_from_the_sources_alone),
	    cmocka_unit_test(
		a_changed_byte_of_what_follows_from_sources_is_found),
	    cmocka_unit_test(a_changed_byte_of_a_source_is_found),
	    cmocka_unit_test(a_changed_byte_is_found_among_few_ballots_too),
	    cmocka_unit_test(blank_ones_among_few_ballots_are_found),
	    cmocka_unit_test(every_bit_of_signed_sums_is_checked),
	    cmocka_unit_test(verify_finds_it_with_new_sums_and_signature),
	    cmocka_unit_test(the_command_finds_a_forged_byte_in_every_file),
	    cmocka_unit_test(
		pdfs_of_other_libraries_are_not_made_again_and_it_is_told),
	    cmocka_unit_test(a_missing_pdf_of_other_libraries_is_missed),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
