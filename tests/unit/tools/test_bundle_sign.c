/* The signature of a published folder, and the key it is made with. */
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/audit.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_sign.h"
#include "tools/bundle/bundle_verify.h"
#include "words/words.h"

enum { PATH = 4 * FIXTURE_PATH };

/* The evening, and a home of its own for each test. */
struct home {
	struct fixture fixture;
	char folder[FIXTURE_PATH];
	char key[PATH]; /* where the usual key is, or will be */
};

static int setup(void **state)
{
	struct home *home = calloc(1, sizeof(*home));
	struct ran first;

	assert_non_null(home);
	evening_usual(&home->fixture, PHASE_COUNTED);
	first = ran(WORDS("--version")); /* sets the home of all tests */
	ran_free(&first);
	strcpy(home->folder, "/tmp/signing-XXXXXX");
	assert_non_null(mkdtemp(home->folder));
	setenv("XDG_DATA_HOME", home->folder, 1);
	snprintf(home->key, sizeof(home->key), "%s/stemmeboks/signing.key",
		 home->folder);
	*state = home;
	return 0;
}

static int teardown(void **state)
{
	struct home *home = *state;
	char command[2 * PATH];

	snprintf(command, sizeof(command), "rm -rf '%s' '%s'/*/", home->folder,
		 home->fixture.folder);
	assert_int_equal(system(command), 0);
	fixture_end(&home->fixture);
	free(home);
	return 0;
}

static const char *beside(const struct home *home, const char *name,
			  char ret_path[PATH])
{
	snprintf(ret_path, PATH, "%s/%s", home->fixture.folder, name);
	return ret_path;
}

/* Publishes as NAME; the fingerprint that --json tells. */
static void publish(const struct home *home, const char *name,
		    char ret_fingerprint[BUNDLE_FINGERPRINT])
{
	char out[PATH];
	json_t *json = expect_json(0, WORDS("publish", home->fixture.path, "-o",
					    beside(home, name, out), "--json"));
	const char *signer = json_string_value(json_object_get(json, "signer"));

	assert_non_null(signer);
	assert_int_equal(strlen(signer), BUNDLE_FINGERPRINT - 1);
	strcpy(ret_fingerprint, signer);
	json_decref(json);
}

static void a_key_is_made_on_first_use_and_is_the_owners_alone(void **state)
{
	struct home *home = *state;
	char first[BUNDLE_FINGERPRINT], second[BUNDLE_FINGERPRINT], out[PATH];
	struct stat found;

	expect_run(
	    0, "A new signing key was made",
	    WORDS("publish", home->fixture.path, "-o", beside(home, "a", out)));
	assert_int_equal(stat(home->key, &found), 0);
	assert_int_equal(found.st_mode & 07777, 0600);
	*strrchr(home->key, '/') = '\0';
	assert_int_equal(stat(home->key, &found), 0);
	assert_int_equal(found.st_mode & 07777, 0700);
	assert_int_equal(folder_files(home->key), 1);
	publish(home, "b", first);
	publish(home, "c", second);
	assert_string_equal(first, second);
	expect_run(0, first, WORDS("verify", out));
}

static void the_new_keys_fingerprint_is_told(void **state)
{
	struct home *home = *state;
	char out[PATH], fingerprint[BUNDLE_FINGERPRINT], said[PATH];
	struct ran answer = ran(
	    WORDS("publish", home->fixture.path, "-o", beside(home, "a", out)));

	publish(home, "b", fingerprint);
	snprintf(said, sizeof(said), "Its fingerprint: %s", fingerprint);
	assert_non_null(strstr(answer.text, said));
	assert_non_null(strstr(answer.text, home->key));
	ran_free(&answer);
}

static void a_key_that_others_can_read_is_refused(void **state)
{
	static const mode_t modes[] = {0640, 0604, 0660, 0602, 0700 | 010};
	struct home *home = *state;
	char out[PATH], fingerprint[BUNDLE_FINGERPRINT];

	publish(home, "a", fingerprint);
	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		assert_int_equal(chmod(home->key, modes[i]), 0);
		expect_run(2, "others can read or change this signing key",
			   WORDS("publish", home->fixture.path, "-o",
				 beside(home, "b", out)));
		expect_run(2, "others can read or change this signing key",
			   WORDS("publish", home->fixture.path, "-o", out,
				 "--key", home->key));
		assert_false(file_exists(out));
	}
	assert_int_equal(chmod(home->key, 0400), 0);
	expect_run(0, NULL, WORDS("publish", home->fixture.path, "-o", out));
}

static void what_is_no_key_is_said_to_be_none(void **state)
{
	static const char *const texts[] = {
	    "",
	    "x",
	    "stemmeboks signing key 1\n",
	    "stemmeboks signing key 1\n"
	    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
	    "stemmeboks signing key 1\n"
	    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeefg"
	    "\n",
	    "stemmeboks signing key 1\n"
	    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n"
	    "\n",
	    "stemmeboks signing key 2\n"
	    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
	    "\n",
	};
	struct home *home = *state;
	char key[PATH], out[PATH];

	beside(home, "out", out);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		file_write(beside(home, "key", key), texts[i],
			   strlen(texts[i]));
		assert_int_equal(chmod(key, 0600), 0);
		expect_run(2, "this is not a signing key",
			   WORDS("publish", home->fixture.path, "-o", out,
				 "--key", key));
	}
	assert_int_equal(unlink(key), 0);
	expect_run(
	    2, "No such file",
	    WORDS("publish", home->fixture.path, "-o", out, "--key", key));
	assert_false(file_exists(key));
	assert_int_equal(mkfifo(key, 0600), 0);
	expect_run(
	    2, "not a plain file",
	    WORDS("publish", home->fixture.path, "-o", out, "--key", key));
	assert_int_equal(unlink(key), 0);
	assert_false(file_exists(out));
}

static void without_a_place_for_a_key_nothing_is_published(void **state)
{
	struct home *home = *state;
	char out[PATH];

	/* A file where the key's folder would have to be. */
	*strrchr(home->key, '/') = '\0';
	file_write(home->key, "x", 1);
	expect_run(2, "Not a directory",
		   WORDS("publish", home->fixture.path, "-o",
			 beside(home, "out", out)));
	assert_false(file_exists(out));
	assert_int_equal(phase_of(&home->fixture), PHASE_COUNTED);
}

static void another_key_signs_when_it_is_named(void **state)
{
	static const char text[] = "stemmeboks signing key 1\n"
				   "00112233445566778899aabbccddeeff00112233445"
				   "566778899aabbccddeeff\n";
	struct home *home = *state;
	char key[PATH], out[PATH], usual[BUNDLE_FINGERPRINT];

	file_write(beside(home, "key", key), text, strlen(text));
	assert_int_equal(chmod(key, 0600), 0);
	expect_run(0, NULL,
		   WORDS("publish", home->fixture.path, "-o",
			 beside(home, "a", out), "--key", key));
	assert_false(file_exists(home->key));
	publish(home, "b", usual);
	{
		struct ran answer = ran(WORDS("verify", out));

		assert_int_equal(answer.exit_code, 0);
		assert_null(strstr(answer.text, usual));
		ran_free(&answer);
	}
	assert_int_equal(unlink(key), 0);
}

static void
openssl_finds_the_signature_right_and_a_changed_sum_wrong(void **state)
{
	struct home *home = *state;
	char out[PATH], command[4 * PATH], fingerprint[BUNDLE_FINGERPRINT];

	publish(home, "a", fingerprint);
	/* The command that README.txt gives, and what it says of a change. */
	snprintf(command, sizeof(command),
		 "cd '%s' && check=$(grep -m1 openssl README.txt) &&"
		 " sh -c \"$check\" | grep -q 'Verified Successfully' &&"
		 " echo >> SHA256SUMS && ! sh -c \"$check\" >/dev/null 2>&1",
		 beside(home, "a", out));
	assert_int_equal(system(command), 0);
}

/* The signed files of the evening. */
static struct bundle_files *signed_files(struct home *home)
{
	struct bundle *bundle = bundle_of(&home->fixture);
	struct bundle_files *files = files_new();

	files_of(bundle, files);
	bundle_free(bundle);
	return files;
}

/* Fails unless the only complaint about FILES is one about FILE, TEXT. */
static void expect_only(const struct bundle_files *files, const char *file,
			const char *text)
{
	struct verdict verdict;

	assert_status(bundle_verify(files, &verdict), STATUS_DISAGREES);
	assert_string_equal(verdict.complaints[0].file, file);
	assert_non_null(strstr(verdict.complaints[0].text, text));
	assert_int_equal(verdict.complaint_count, 1);
}

static void every_bit_of_the_signature_and_of_the_key_matters(void **state)
{
	static const char *const names[] = {BUNDLE_SIGNATURE, BUNDLE_SIGNER};
	struct home *home = *state;
	struct bundle *bundle = bundle_of(&home->fixture);
	struct bundle_files *files = files_new();
	struct verdict verdict;

	files_elsewhere(bundle, files);
	bundle_free(bundle);
	for (int i = 0; i < 2; i++) {
		struct bundle_file *file = file_of(files, names[i]);

		for (size_t bit = 0; bit < 8 * file->length; bit++) {
			file->data[bit / 8] ^= (char)(1 << bit % 8);
			if (bundle_verify(files, &verdict) != STATUS_DISAGREES)
				fail_msg("bit %zu of %s", bit, names[i]);
			file->data[bit / 8] ^= (char)(1 << bit % 8);
		}
	}
	assert_ok(bundle_verify(files, &verdict));
	files_end(files);
}

static void
a_missing_signature_is_an_error_that_says_what_it_means(void **state)
{
	struct bundle_files *files = signed_files(*state);
	struct bundle_file *file = file_of(files, BUNDLE_SIGNATURE);

	free(file->data);
	*file = files->file[--files->count];
	expect_only(files, BUNDLE_SIGNATURE, "nobody vouches");
	files_end(files);
}

/* SHA256SUMS that fits files which were changed is not what was signed. */
static void sums_made_again_break_the_signature(void **state)
{
	struct bundle_files *files = signed_files(*state);
	struct bundle_file *steps = file_of(files, "steps.txt");
	char *signature = strdup(file_of(files, BUNDLE_SIGNATURE)->data);
	struct verdict verdict;

	assert_non_null(signature);
	steps->data[10] ^= 1;
	files_sum_again(files);
	strcpy(file_of(files, BUNDLE_SIGNATURE)->data, signature);
	assert_status(bundle_verify(files, &verdict), STATUS_DISAGREES);
	assert_string_equal(verdict.complaints[0].file, BUNDLE_SIGNATURE);
	assert_non_null(strstr(verdict.complaints[0].text, "was changed"));
	assert_string_equal(verdict.complaints[1].file, "steps.txt");
	assert_int_equal(verdict.complaint_count, 2);
	free(signature);
	files_end(files);
}

/* Whoever publishes anew can sign anew, but with another fingerprint: that is
 * what people compare. */
static void a_forger_signs_with_another_fingerprint(void **state)
{
	struct home *home = *state;
	struct bundle *bundle = bundle_of(&home->fixture);
	struct bundle_files *files = files_new();
	char organisers[BUNDLE_FINGERPRINT];
	struct signing_key forger;
	struct verdict verdict;

	memcpy(organisers, bundle->fingerprint, sizeof(organisers));
	crypto_sign_keypair(forger.public, forger.secret);
	bundle_signer_set(bundle, forger.public);
	assert_ok(bundle_render(bundle, files));
	assert_ok(bundle_sign(files, &forger));
	assert_ok(bundle_verify(files, &verdict));
	assert_string_equal(verdict.fingerprint, bundle->fingerprint);
	assert_string_not_equal(verdict.fingerprint, organisers);
	/* With the organisers' name on it, the signature is wrong. */
	bundle_files_free(files);
	signer_set(bundle);
	assert_ok(bundle_render(bundle, files));
	assert_ok(bundle_sign(files, &forger));
	expect_only(files, BUNDLE_SIGNATURE, "The signature is wrong");
	files_end(files);
	bundle_free(bundle);
}

static void the_fingerprint_is_the_sum_of_the_keys_bytes(void **state)
{
	struct bundle bundle = {.signer = {0}};
	unsigned char key[BUNDLE_SIGNER_BYTES];

	(void)state;
	memset(key, 'a', sizeof(key));
	bundle_signer_set(&bundle, key);
	/* printf %032d 0 | tr 0 a | sha256sum */
	assert_string_equal(bundle.fingerprint,
			    "3ba3 f5f4 3b92 6026 83c1 9aee 62a2 0342");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
	    TEST(a_key_is_made_on_first_use_and_is_the_owners_alone),
	    TEST(the_new_keys_fingerprint_is_told),
	    TEST(a_key_that_others_can_read_is_refused),
	    TEST(what_is_no_key_is_said_to_be_none),
	    TEST(without_a_place_for_a_key_nothing_is_published),
	    TEST(another_key_signs_when_it_is_named),
	    TEST(openssl_finds_the_signature_right_and_a_changed_sum_wrong),
	    TEST(every_bit_of_the_signature_and_of_the_key_matters),
	    TEST(a_missing_signature_is_an_error_that_says_what_it_means),
	    TEST(sums_made_again_break_the_signature),
	    TEST(a_forger_signs_with_another_fingerprint),
	    cmocka_unit_test(the_fingerprint_is_the_sum_of_the_keys_bytes),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}
