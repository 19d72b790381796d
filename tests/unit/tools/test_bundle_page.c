/* index.html as bytes; what a browser makes of it is in tests/e2e/page.py. */
#include <unistd.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_verify.h"
#include "tools/bundle/page.h"
#include "words/words.h"

/* index.html of BUNDLE; free(). */
static char *page_of(const struct bundle *bundle)
{
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);

	assert_non_null(out);
	assert_ok(bundle_write_page(bundle, out));
	assert_int_equal(fclose(out), 0);
	return text;
}

static char *page_of_evening(struct fixture *fixture)
{
	struct bundle *bundle = bundle_of(fixture);
	char *page = page_of(bundle);

	bundle_free(bundle);
	return page;
}

static int count_of(const char *page, const char *text)
{
	int count = 0;

	for (; (page = strstr(page, text)); page += strlen(text))
		count++;
	return count;
}

static void
the_page_is_the_same_bytes_in_whatever_language_it_is_made(void **state)
{
	const char *before = words_language("da");
	char *danish = page_of_evening(*state), *english;

	words_language("en");
	english = page_of_evening(*state);
	assert_string_equal(danish, english);
	words_language(before);
	free(danish);
	free(english);
}

static void every_language_and_every_proposal_is_there(void **state)
{
	struct bundle *bundle = bundle_of(*state);
	const struct meeting *meeting = bundle->meeting;
	char *page = page_of(bundle), text[64];

	assert_int_equal(count_of(page, "<article "), meeting->language_count);
	assert_int_equal(count_of(page, "<table role=\"table\""),
			 meeting->language_count * meeting->pot_count);
	assert_int_equal(count_of(page, "scope=\"row\" role"),
			 meeting->language_count * meeting->proposal_count);
	assert_int_equal(count_of(page, " class=\"got\""), 2 * 7);
	for (int i = 0; i < meeting->language_count; i++) {
		snprintf(text, sizeof(text),
			 "<article class=\"language\" "
			 "id=\"%s\"",
			 meeting->languages[i]);
		assert_int_equal(count_of(page, text), 1);
		snprintf(text, sizeof(text), "<a href=\"#%s\"",
			 meeting->languages[i]);
		assert_int_equal(count_of(page, text), 1);
		for (int j = 0; j < meeting->proposal_count; j++)
			assert_non_null(
			    strstr(page, meeting->proposals[j].title.in[i]));
	}
	assert_non_null(strstr(page, bundle->fingerprint));
	free(page);
	bundle_free(bundle);
}

static void every_file_of_the_folder_is_a_link(void **state)
{
	struct bundle *bundle = bundle_of(*state);
	struct bundle_files *files = files_new();
	char *page = page_of(bundle), link[2 * BUNDLE_NAME];

	files_of(bundle, files);
	for (int i = 0; i < files->count; i++) {
		snprintf(link, sizeof(link), "<a href=\"%s\">",
			 files->file[i].name);
		if (count_of(page, link) != bundle->meeting->language_count)
			fail_msg("%s", link);
	}
	free(page);
	files_end(files);
	bundle_free(bundle);
}

static void nothing_on_the_page_runs_or_comes_from_elsewhere(void **state)
{
	static const char *const never[] = {
	    "<script", "<iframe", "<object", "<embed",	"<img", "<form",
	    "src=",    "http:",	  "https:",  "@import", "url(h"};
	char *page = page_of_evening(*state);

	for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++)
		if (strstr(page, never[i]))
			fail_msg("%s", never[i]);
	free(page);
}

/* What somebody might call a meeting, a pot or a proposal, and how it must
 * stand on the page. */
static const struct {
	const char *text, *written;
} hostile[] = {
    {"</title><script>alert(1)</script>",
     "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;"},
    {"\" onmouseover=\"alert(1)", "&quot; onmouseover=&quot;alert(1)"},
    {"' onclick='x", "&#39; onclick=&#39;x"},
    {"&lt;b&gt; & <!--", "&amp;lt;b&amp;gt; &amp; &lt;!--"},
    {"a\x01 b\x1b[31m\xc2\x85", "a? b?[31m?"},
    {"\u202e\u05d0 omvendt", "\u202e\u05d0 omvendt</bdi>"},
};

static void whatever_a_title_says_is_text_and_nothing_else(void **state)
{
	struct bundle *bundle = bundle_of(*state);
	struct meeting *meeting = bundle->meeting;

	for (size_t i = 0; i < sizeof(hostile) / sizeof(hostile[0]); i++) {
		const char *text = hostile[i].text;
		char *page;

		meeting->title.in[0] = meeting->title.in[1] = text;
		meeting->pots[0].title.in[0] = text;
		meeting->proposals[0].title.in[0] = text;
		meeting->proposals[0].short_title.in[0] = text;
		meeting->next_steps.in[0] = text;
		meeting->place = text;
		meeting->date = text;
		meeting->fund_count = 1;
		meeting->funds[0] = (struct fund){.title = {{text, text}},
						  .text = {{text, text}},
						  .amount = text,
						  .deadline = text,
						  .url = text};
		page = page_of(bundle);
		assert_null(strstr(page, "<script"));
		assert_null(strstr(page, "\" on"));
		assert_null(strstr(page, "' on"));
		assert_null(strstr(page, "<!--"));
		assert_null(strchr(page, 1));
		assert_null(strchr(page, 0x1b));
		assert_true(count_of(page, hostile[i].written) >=
			    (i < 5 ? 14 : 8));
		free(page);
	}
	bundle_free(bundle);
}

static void a_language_from_the_right_is_marked_so(void **state)
{
	struct fixture *fixture = *state;
	struct bundle *bundle = bundle_of(fixture);
	struct meeting *meeting = bundle->meeting;
	char *page;

	meeting->languages[1] = "ar";
	meeting->title.in[1] = "بولبرو تقرر";
	page = page_of(bundle);
	assert_non_null(strstr(page, "<a href=\"#ar\" hreflang=\"ar\" "
				     "lang=\"ar\" dir=\"rtl\">العربية</a>"));
	/* Words that there are none of come in English, and are marked so. */
	assert_non_null(strstr(page, "id=\"ar\" lang=\"en\" dir=\"ltr\""));
	assert_non_null(strstr(page, "<bdi lang=\"ar\" dir=\"rtl\">بولبرو "
				     "تقرر</bdi>"));
	/* What has no title in that language has it in another, marked. */
	meeting->proposals[0].title.in[1] = NULL;
	free(page);
	page = page_of(bundle);
	assert_non_null(strstr(page, "<bdi lang=\"da\" dir=\"ltr\">Byhaver bag "
				     "blok 4</bdi>"));
	free(page);
	bundle_free(bundle);
}

static void
with_few_ballots_the_page_says_why_only_totals_stand_there(void **state)
{
	struct fixture fixture;
	char *page;

	(void)state;
	evening_begin(&fixture, 12);
	fixture_vote(&fixture, 9, "1 5");
	evening_end_in(&fixture, PHASE_COUNTED);
	page = page_of_evening(&fixture);
	assert_int_equal(count_of(page, "There are only 9 ballots; single "
					"ballots are published from 10 on."),
			 2);
	assert_null(strstr(page, "votes.csv"));
	assert_null(strstr(page, "main.pb"));
	free(page);
	fixture_end(&fixture);
	page = page_of_evening(*state);
	assert_null(strstr(page, "single ballots"));
	free(page);
}

static void the_numbers_of_the_page_are_those_of_the_count(void **state)
{
	char *page = page_of_evening(*state);

	assert_non_null(strstr(page, "<th scope=\"row\">Slips printed</th>"
				     "<td class=\"n\">30</td>"));
	assert_non_null(strstr(page, "<th scope=\"row\">Slips made void</th>"
				     "<td class=\"n\">1</td>"));
	assert_non_null(strstr(page, "<th scope=\"row\">Slips not used</th>"
				     "<td class=\"n\">5</td>"));
	assert_non_null(strstr(page, "<dt>proposals that get money</dt>"
				     "<dd>7 of 10</dd>"));
	assert_non_null(strstr(page, "Given: 100,000\u00a0kr. of "
				     "100,000\u00a0kr."));
	/* 12 of 13 votes, in hundredths of a percent. */
	assert_non_null(strstr(page, "class=\"hatched\" width=\"92.30%\""));
	assert_non_null(strstr(page, "With 2 votes more it would have got"));
	assert_non_null(strstr(page, "It lacks 50,000\u00a0kr."));
	free(page);
}

static const struct {
	const char *name;
	uint32_t light, dark;
} theme[] = {
#define ROLE(name, light, dark, high) {#name, light, dark},
#include "ui/theme.def"
#undef ROLE
};

/* "on-primary" for ON_PRIMARY. */
static bool same_role(const char *name, const char *role)
{
	for (; *name && *role; name++, role++)
		if ((*name == '-' ? '_' : *name - 'a' + 'A') != *role)
			return false;
	return *name == *role;
}

static void the_colours_are_those_of_the_kiosk(void **state)
{
	int found = 0;

	(void)state;
	for (const struct page_colour *colour = page_colours; colour->name;
	     colour++)
		for (size_t i = 0; i < sizeof(theme) / sizeof(theme[0]); i++) {
			if (!same_role(colour->name, theme[i].name))
				continue;
			assert_int_equal(colour->light, theme[i].light);
			assert_int_equal(colour->dark, theme[i].dark);
			found++;
		}
	assert_int_equal(found, 13);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		the_page_is_the_same_bytes_in_whatever_language_it_is_made),
	    cmocka_unit_test(every_language_and_every_proposal_is_there),
	    cmocka_unit_test(every_file_of_the_folder_is_a_link),
	    cmocka_unit_test(nothing_on_the_page_runs_or_comes_from_elsewhere),
	    cmocka_unit_test(whatever_a_title_says_is_text_and_nothing_else),
	    cmocka_unit_test(a_language_from_the_right_is_marked_so),
	    cmocka_unit_test(
		with_few_ballots_the_page_says_why_only_totals_stand_there),
	    cmocka_unit_test(the_numbers_of_the_page_are_those_of_the_count),
	    cmocka_unit_test(the_colours_are_those_of_the_kiosk),
	};

	return cmocka_run_group_tests(tests, evening_set_up, evening_tear_down);
}
