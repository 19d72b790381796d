/* What recordings are called. */
#include "tests/lib/cmocka_all.h"

#include "core/clip_name.h"

/* The SHA-256 of "abc" is the first example of FIPS 180-2, appendix B.1. */
static void a_sentence_is_named_by_its_hash(void **state)
{
	char name[CLIP_NAME_BYTES];

	(void)state;
	clip_name_of_text("abc", name);
	assert_string_equal(name, "ba7816bf8f01");
	assert_true(clip_name_valid(name));
}

static void a_proposal_is_named_by_its_number(void **state)
{
	char name[CLIP_NAME_BYTES];

	(void)state;
	clip_name_of_proposal(12, CLIP_TITLE, name);
	assert_string_equal(name, "proposal-12-title");
	clip_name_of_proposal(2147483647, CLIP_BODY, name);
	assert_string_equal(name, "proposal-2147483647-body");
	assert_true(clip_name_valid(name));
}

static void what_is_no_files_name_is_refused(void **state)
{
	static const char *const wrong[] = {
	    "",	 ".",	"..",	 "a/b", "../a",
	    "A", "a b", "a.wav", "æ",	"12345678901234567890123456789012"};

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(clip_name_valid(wrong[i]));
	assert_true(clip_name_valid("1234567890123456789012345678901"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_sentence_is_named_by_its_hash),
	    cmocka_unit_test(a_proposal_is_named_by_its_number),
	    cmocka_unit_test(what_is_no_files_name_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
