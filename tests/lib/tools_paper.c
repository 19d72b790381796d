#include "tests/lib/tools_paper.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_run.h"
#include "words/words.h"

int paper_set_up(void **state)
{
	(void)state;
	words_open("/nonexistent");
	return 0;
}

void paper_danish(void)
{
	const char *build = getenv("STEMMEBOKS_BUILD");
	char folder[256];

	snprintf(folder, sizeof(folder), "%s/lang", build ? build : "build");
	words_open(folder);
	assert_true(words_translated("da"));
}

char *paper_arabic(const char *messages)
{
	char *folder = disk_folder(), *text, command[512];

	assert_true(asprintf(&text,
			     "msgid \"\"\nmsgstr \"Content-Type: text/plain; "
			     "charset=UTF-8\\n\"\n%s",
			     messages) > 0);
	disk_write_text(folder, "ar.po", text);
	free(text);
	snprintf(command, sizeof(command),
		 "cd '%s' && mkdir -p ar/LC_MESSAGES && "
		 "msgfmt -o ar/LC_MESSAGES/stemmeboks.mo ar.po",
		 folder);
	assert_int_equal(system(command), 0);
	words_open(folder);
	assert_true(words_translated("ar"));
	return folder;
}

struct printed printed(struct bundle *bundle,
		       enum status (*print)(const struct bundle *bundle,
					    FILE *out))
{
	struct printed made = {.bundle = bundle};

	pdf_make(&made.pdf, print(bundle, out));
	made.text = pdf_text(&made.pdf);
	return made;
}

static void sheets_free(struct printed *printed)
{
	free(printed->text);
	pdf_free(&printed->pdf);
}

void printed_free(struct printed *printed)
{
	sheets_free(printed);
	pdf_bundle_free(printed->bundle);
}

void printed_again(struct printed *made,
		   enum status (*print)(const struct bundle *bundle, FILE *out))
{
	sheets_free(made);
	*made = printed(made->bundle, print);
}

void expect_same_again(enum status (*print)(const struct bundle *bundle,
					    FILE *out))
{
	struct bundle *bundle = pdf_bolbro();
	struct pdf one, two;

	pdf_make(&one, print(bundle, out));
	setenv("TZ", "Asia/Tokyo", 1);
	setenv("FONTCONFIG_FILE", "/nowhere", 1);
	pdf_make(&two, print(bundle, out));
	unsetenv("TZ");
	unsetenv("FONTCONFIG_FILE");
	assert_int_equal(one.size, two.size);
	assert_memory_equal(one.bytes, two.bytes, one.size);
	assert_non_null(
	    memmem(one.bytes, one.size, "/CreationDate (20151110000000", 29));
	pdf_free(&one);
	pdf_free(&two);
	pdf_bundle_free(bundle);
}
