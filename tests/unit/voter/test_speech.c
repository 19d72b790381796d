/* What is read aloud of each screen: the words, their order, and what of them
 * may be a recording. */
#include "core/clip_name.h"
#include "core/utf8.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/voter_case.h"
#include "tests/lib/voter_meeting.h"
#include "voter/speech.h"
#include "words/words.h"

enum {
	PAGE = 6,
	ROWS = 7,
	SAID = 2 * SPEECH_BYTES,
	MANY = 60,
	LONG = 60000,
	GUARD = 64,
};

static const char *const languages[] = {"da", "en"};

/* Kept between tests: a window takes longer to open than all of them. */
static struct voter_case voter;
static struct speech speech;

static int open_case(void **state)
{
	(void)state;
	voter_case_open(&voter, 0);
	return 0;
}

static int close_case(void **state)
{
	(void)state;
	voter_case_close(&voter);
	return 0;
}

/* As the meeting was: tests change it. */
static int renew(void **state)
{
	(void)state;
	meeting_free(voter.meeting);
	voter.meeting = voter_meeting_new();
	return voter.meeting ? 0 : -1;
}

/* The cards of pot 0, whose ballot is of TYPE. */
static struct pot *begin(enum ballot_type type, const char *language)
{
	struct pot *pot = &voter.meeting->pots[0];

	pot->ballot_type = type;
	pot->points = 10;
	pot->value_most = type == BALLOT_SCORE ? 5 : 10;
	voter_case_begin(&voter, language, 0);
	return pot;
}

static void give(int index, int value)
{
	voter.session.ballot.value[index] = (short)value;
	voter.session.scored[index] = true;
}

/* What is heard, " | " between the parts; without the marks that only set the
 * direction, and with plain blanks. */
static const char *said(int page_size, int review_size)
{
	static char text[SAID];
	char *to = text;

	speech_read(&voter.view, page_size, review_size, &speech);
	for (int i = 0; i < speech.count; i++) {
		const unsigned char *from =
		    (const unsigned char *)speech.parts[i].text;

		if (i > 0)
			to = stpcpy(to, " | ");
		while (*from) {
			if (from[0] == 0xe2 && from[1] == 0x81 &&
			    from[2] >= 0xa6 && from[2] <= 0xa9) {
				from += 3;
			} else if (from[0] == 0xc2 && from[1] == 0xa0) {
				*to++ = ' ';
				from += 2;
			} else {
				*to++ = (char)*from++;
			}
		}
	}
	*to = '\0';
	return text;
}

#define ASSERT_SAID(expected) assert_string_equal(said(PAGE, ROWS), expected)

static void cards_of_ticks_are_read_in_their_order(void **state)
{
	(void)state;
	begin(BALLOT_APPROVAL, "en");
	voter.session.ballot.value[0] = 1;
	ASSERT_SAID("Large proposals | Choose up to 2 proposals. | "
		    "Proposal 1 | Allotments behind block 4 | 100,000 kr. | "
		    "Chosen | "
		    "Proposal 2 | Movement park for all | 100,000 kr. | "
		    "Proposal 3 | Mødested under halvtaget | 50,000 kr. | "
		    "1 of 2 chosen");
	begin(BALLOT_APPROVAL, "da");
	voter.session.order[0] = 2;
	voter.session.order[1] = 0;
	voter.session.order[2] = 1;
	voter.session.ballot.value[0] = 1;
	ASSERT_SAID("Store forslag | Vælg op til 2 forslag. | "
		    "Forslag 3 | Mødested under halvtaget | 50.000 kr. | "
		    "Forslag 1 | Byhaver bag blok 4 | 100.000 kr. | Valgt | "
		    "Forslag 2 | Bevægelsespark for alle | 100.000 kr. | "
		    "1 af 2 valgt");
}

static void
a_button_of_a_card_says_which_and_one_of_the_review_its_title(void **state)
{
	char text[SAID] = "";

	(void)state;
	begin(BALLOT_RANK, "en");
	give(1, 1);
	speech_read_button(&voter.view, "Remove", 1, &speech);
	assert_int_equal(speech.count, 2);
	assert_string_equal(speech.parts[0].text, "Remove");
	assert_string_equal(speech.parts[1].text, "Proposal 2");
	voter.session.screen = SCREEN_REVIEW;
	speech_read_button(&voter.view, "Move up", 1, &speech);
	for (int i = 0; i < speech.count; i++)
		strcat(strcat(text, "|"), speech.parts[i].text);
	assert_non_null(strstr(text, "|Move up|Proposal 2|Movement park"));
	assert_non_null(strstr(text, "Choice 1"));
}

static void money_used_and_left_is_read(void **state)
{
	(void)state;
	begin(BALLOT_KNAPSACK, "en");
	voter.session.ballot.value[2] = 1;
	ASSERT_SAID("Large proposals | Spend up to 100,000 kr. | "
		    "Proposal 1 | Allotments behind block 4 | 100,000 kr. | "
		    "Proposal 2 | Movement park for all | 100,000 kr. | "
		    "Proposal 3 | Mødested under halvtaget | 50,000 kr. | "
		    "Chosen | Used 50,000 kr. · left 50,000 kr.");
}

static void points_are_read_with_their_number(void **state)
{
	(void)state;
	begin(BALLOT_POINTS, "en");
	voter.session.ballot.value[0] = 1;
	voter.session.ballot.value[1] = 3;
	ASSERT_SAID("Large proposals | Share out 10 points. | "
		    "Proposal 1 | Allotments behind block 4 | 100,000 kr. | "
		    "1 point | "
		    "Proposal 2 | Movement park for all | 100,000 kr. | "
		    "3 points | "
		    "Proposal 3 | Mødested under halvtaget | 50,000 kr. | "
		    "4 of 10 points given");
}

static void a_score_is_read_also_when_it_is_nought(void **state)
{
	(void)state;
	begin(BALLOT_SCORE, "en");
	give(0, 4);
	assert_string_equal(
	    said(1, ROWS),
	    "Large proposals | Give each proposal a score from 0 to 5. | "
	    "Proposal 1 | Allotments behind block 4 | 100,000 kr. | Score 4 | "
	    "1 of 3 scored | Page 1 of 3");
	give(0, 0);
	assert_non_null(strstr(said(1, ROWS), "100,000 kr. | Score 0 | 1 of"));
	voter.session.scored[0] = false;
	assert_null(strstr(said(1, ROWS), "Score 0"));
}

static void ranks_are_read(void **state)
{
	(void)state;
	begin(BALLOT_RANK, "en");
	voter.session.ballot.value[2] = 1;
	voter.session.ballot.value[0] = 2;
	ASSERT_SAID("Large proposals | Choose up to 2, the best first. | "
		    "Proposal 1 | Allotments behind block 4 | 100,000 kr. | "
		    "Choice 2 | "
		    "Proposal 2 | Movement park for all | 100,000 kr. | "
		    "Proposal 3 | Mødested under halvtaget | 50,000 kr. | "
		    "Choice 1 | 2 of 2 chosen");
	voter.session.language = 0;
	assert_non_null(strstr(said(PAGE, ROWS), "100.000 kr. | 2. valg | "));
}

static void only_the_cards_of_the_page_are_read(void **state)
{
	const char *text;

	(void)state;
	voter_case_begin(&voter, "en", 1);
	voter.session.at[1] = 4;
	text = said(PAGE, ROWS);
	assert_null(strstr(text, "Proposal 7 |"));
	assert_non_null(strstr(text, "Choose up to 3 proposals. | Proposal 8"));
	assert_non_null(strstr(text, "Proposal 10"));
	assert_non_null(strstr(text, "0 of 3 chosen | Page 2 of 2"));
}

static void rules_are_read_with_the_task_first(void **state)
{
	(void)state;
	begin(BALLOT_RANK, "en");
	voter.session.screen = SCREEN_RULES;
	ASSERT_SAID("Large proposals | Choose up to 2, the best first. | "
		    "Touch your best proposal first, then the next best. | "
		    "Your best proposal counts the most.");
	begin(BALLOT_POINTS, "en");
	voter.session.screen = SCREEN_RULES;
	ASSERT_SAID("Large proposals | Share out 10 points. | "
		    "Touch + to give a point. Touch − to take it back. | "
		    "Proposals with the most points get money first.");
}

static void by_numbers_what_is_chosen_there_is_read(void **state)
{
	(void)state;
	begin(BALLOT_RANK, "en");
	voter.session.screen = SCREEN_NUMBERS;
	voter.session.ballot.value[2] = 1;
	voter.session.ballot.value[0] = 2;
	voter.session.ballot.value[4] = 1; /* in the other pot */
	ASSERT_SAID("Large proposals | Choose up to 2, the best first. | "
		    "Proposal 3 | Mødested under halvtaget | 50,000 kr. | "
		    "Choice 1 | "
		    "Proposal 1 | Allotments behind block 4 | 100,000 kr. | "
		    "Choice 2 | 2 of 2 chosen");
}

static void a_proposal_in_full_is_read_with_its_text(void **state)
{
	(void)state;
	voter_case_begin(&voter, "en", 1);
	voter.session.screen = SCREEN_DETAIL;
	voter.session.detail = 6;
	ASSERT_SAID("Proposal 7 | Benches along the path | 15,000 kr. | "
		    "Five benches, so that people can rest on the way. | "
		    "We put five benches with backs and armrests along the "
		    "path to the shops.");
	assert_int_equal(speech.parts[1].proposal, 7);
	assert_false(speech.parts[1].body);
	assert_int_equal(speech.parts[4].proposal, 7);
	assert_true(speech.parts[4].body);
	/* Only title and text have recordings of their own. */
	assert_int_equal(speech.parts[0].proposal, 0);
	assert_int_equal(speech.parts[2].proposal, 0);
	assert_int_equal(speech.parts[3].proposal, 0);
}

static void the_review_is_read_pot_by_pot_and_ends_with_the_cast(void **state)
{
	(void)state;
	begin(BALLOT_POINTS, "en");
	voter.session.screen = SCREEN_REVIEW;
	voter.session.ballot.value[1] = 7;
	ASSERT_SAID("Check your vote | Large proposals | "
		    "You have 3 points left. | "
		    "Proposal 2 | Movement park for all | 100,000 kr. | "
		    "7 points | Quick pool | You have chosen nothing here. | "
		    "You cannot change your vote once it is cast. | "
		    "Cast my vote");
}

/* A review of three rows a page: two of the first pot, four of the second. */
static void each_page_of_the_review_says_what_is_on_it(void **state)
{
	(void)state;
	begin(BALLOT_APPROVAL, "en");
	voter.meeting->pots[1].choose_max = 7;
	voter.session.screen = SCREEN_REVIEW;
	for (int i = 0; i < 7; i++)
		voter.session.ballot.value[i] = i != 2;
	assert_string_equal(
	    said(PAGE, 3),
	    "Check your vote | Large proposals | You have chosen 2 proposals. "
	    "| Proposal 1 | Allotments behind block 4 | 100,000 kr. | Chosen | "
	    "Proposal 2 | Movement park for all | 100,000 kr. | Chosen | "
	    "Quick pool | You have chosen 4 proposals. You can choose 3 more. "
	    "| Proposal 4 | Toys to share | 5,000 kr. | Chosen | "
	    "Page 1 of 2 | See the rest");
	voter.session.review_at = voter.session.review_seen = 3;
	assert_string_equal(
	    said(PAGE, 3),
	    "Check your vote | Quick pool | You have chosen 4 proposals. You "
	    "can choose 3 more. | "
	    "Proposal 5 | Shared barbecue place | 25,000 kr. | Chosen | "
	    "Proposal 6 | Summer party on the lawn | 25,000 kr. | Chosen | "
	    "Proposal 7 | Benches along the path | 15,000 kr. | Chosen | "
	    "Page 2 of 2 | You cannot change your vote once it is cast. | "
	    "Cast my vote");
}

static void a_pot_on_another_page_of_the_review_is_not_named(void **state)
{
	(void)state;
	begin(BALLOT_APPROVAL, "en");
	voter.session.screen = SCREEN_REVIEW;
	voter.session.ballot.value[0] = voter.session.ballot.value[1] = 1;
	voter.session.ballot.value[3] = 1;
	assert_null(strstr(said(PAGE, 2), "Quick pool"));
	voter.session.review_at = voter.session.review_seen = 2;
	assert_null(strstr(said(PAGE, 2), "Large proposals"));
	assert_non_null(strstr(said(PAGE, 2), "Quick pool"));
}

static void questions_are_read_with_their_answers(void **state)
{
	(void)state;
	voter_case_begin(&voter, "en", 0);
	voter.session.ballot.value[0] = 1;
	voter.session.overlay = OVERLAY_STOP;
	ASSERT_SAID("Stop? | Your choices will be deleted. | You can use your "
		    "slip again. | No, continue | Yes, stop");
	voter.session.overlay = OVERLAY_IDLE;
	ASSERT_SAID("Are you still there? | Your choices are deleted in 30 "
		    "seconds. | You can use your slip again. | Yes, continue");
	voter.session.overlay = OVERLAY_BLANK;
	ASSERT_SAID("You have not chosen anything. | You may cast a blank "
		    "vote. | Choose proposals | Cast blank");
	voter.session.overlay = OVERLAY_LOOK;
	ASSERT_SAID("Letters and colours");
	voter.session.language = 0;
	voter.session.overlay = OVERLAY_STOP;
	ASSERT_SAID("Vil du stoppe? | Dine valg slettes. | Du kan bruge din "
		    "seddel igen. | Nej, fortsæt | Ja, stop");
}

static void under_the_dialog_of_reading_the_screen_is_read(void **state)
{
	char without[SAID];

	(void)state;
	begin(BALLOT_APPROVAL, "en");
	snprintf(without, sizeof(without), "%s", said(PAGE, ROWS));
	assert_true(*without);
	voter.session.overlay = OVERLAY_LISTEN;
	ASSERT_SAID(without);
}

static void every_banner_is_read(void **state)
{
	(void)state;
	begin(BALLOT_APPROVAL, "en");
	speech_read_banner(&voter.view, &speech);
	assert_int_equal(speech.count, 0);
	for (int banner = 1; banner <= BANNER_REPEAT; banner++) {
		voter.session.banner = (enum banner)banner;
		speech_read_banner(&voter.view, &speech);
		assert_int_equal(speech.count, 1);
		assert_true(*speech.parts[0].text);
		assert_null(speech.parts[0].msgid);
	}
	assert_string_equal(speech.parts[0].text,
			    "The slip has been read. Finish your vote here.");
}

/* What no screen after or before a vote may say. */
static void assert_tells_nothing(void)
{
	for (int i = 0; i < speech.count; i++) {
		assert_int_equal(speech.parts[i].proposal, 0);
		assert_non_null(speech.parts[i].msgid);
		assert_string_not_equal(speech.parts[i].msgid, "Chosen");
		for (int k = 0; k < voter.meeting->proposal_count; k++)
			for (int in = 0; in < 2; in++) {
				const char *title =
				    voter.meeting->proposals[k].title.in[in];

				assert_true(
				    !title ||
				    !strstr(speech.parts[i].text, title));
			}
	}
}

static void where_nobody_votes_no_choice_is_read(void **state)
{
	static const enum screen screens[] = {
	    SCREEN_ATTRACT, SCREEN_CODE,   SCREEN_MESSAGE, SCREEN_LANGUAGE,
	    SCREEN_CASTING, SCREEN_THANKS, SCREEN_LOCKED};

	(void)state;
	for (int type = 0; type < BALLOT_TYPE_COUNT; type++)
		for (size_t i = 0; i < sizeof(screens) / sizeof(screens[0]);
		     i++)
			for (int status = 0; status < STATUS_COUNT; status++) {
				begin((enum ballot_type)type, languages[i & 1]);
				for (int k = 0; k < 10; k++)
					give(k, 1);
				voter.session.screen = screens[i];
				voter.session.message = (enum status)status;
				voter.session.uncast = status & 1;
				speech_read(&voter.view, PAGE, ROWS, &speech);
				assert_in_range(speech.count, 1, SCREEN_COUNT);
				assert_tells_nothing();
			}
	voter.session.screen = SCREEN_THANKS;
	voter.session.language = 1;
	ASSERT_SAID("Thank you! Your vote has been cast.");
	voter.session.language = 0;
	ASSERT_SAID("Tak! Din stemme er afgivet.");
}

static void assert_utf8(const char *text)
{
	uint32_t character;
	size_t length;

	for (; *text; text += length) {
		length = utf8_read(text, strlen(text), &character);
		assert_int_not_equal(length, 0);
	}
}

/* What holds for each part on any screen. */
static void assert_parts_whole(const char *language)
{
	char name[CLIP_NAME_BYTES];

	assert_string_equal(words_language(NULL), language);
	words_language(language);
	assert_in_range(speech.count, 1, SPEECH_PARTS);
	assert_in_range(speech.used, 1, SPEECH_BYTES);
	for (int i = 0; i < speech.count; i++) {
		const struct speech_part *part = &speech.parts[i];

		assert_true(part->text >= speech.text &&
			    part->text < speech.text + speech.used);
		assert_true(*part->text);
		assert_utf8(part->text);
		assert_true(part->proposal == 0 || !part->msgid);
		if (!part->msgid)
			continue;
		/* A whole sentence, which somebody may have recorded. */
		assert_null(strchr(part->msgid, '%'));
		assert_string_equal(words_get(part->msgid), part->text);
		clip_name_of_text(part->msgid, name);
		assert_int_equal(strlen(name), 12);
		assert_true(clip_name_valid(name));
		/* The one word that is the same in both. */
		if (strcmp(language, "da") == 0 && strcmp(part->msgid, "Menu"))
			assert_string_not_equal(part->text, part->msgid);
	}
}

static void
every_screen_and_dialog_says_something_for_every_ballot(void **state)
{
	(void)state;
	for (int type = 0; type < BALLOT_TYPE_COUNT; type++)
		for (int screen = 0; screen < SCREEN_COUNT; screen++)
			for (int over = 0; over <= OVERLAY_MENU; over++)
				for (int in = 0; in < 2; in++) {
					begin((enum ballot_type)type,
					      languages[in]);
					give(1, 1);
					voter.session.screen =
					    (enum screen)screen;
					voter.session.overlay =
					    (enum overlay)over;
					voter.session.detail = 5;
					speech_read(&voter.view, PAGE, ROWS,
						    &speech);
					assert_parts_whole(languages[in]);
				}
}

/* One pot of MANY proposals, numbered on. */
static void many(enum ballot_type type)
{
	struct meeting *meeting = voter.meeting;

	begin(type, "en")->choose_max = MANY;
	meeting->pot_count = 1;
	for (int i = 0; i < MANY; i++) {
		meeting->proposals[i] = meeting->proposals[i % 10];
		meeting->proposals[i].number = i + 1;
		meeting->proposals[i].pot = 0;
		voter.session.order[i] = i;
		voter.session.ballot.value[i] = 1;
	}
	meeting->proposal_count = MANY;
}

/* How many of the parts are the title of each proposal. */
static void count_titles(int ret_counts[MANY + 1])
{
	for (int i = 0; i < speech.count; i++)
		if (speech.parts[i].proposal > 0)
			ret_counts[speech.parts[i].proposal]++;
}

static void sixty_choices_are_all_read(void **state)
{
	int counts[MANY + 1] = {0};
	const char *last;

	(void)state;
	many(BALLOT_APPROVAL);
	voter.session.screen = SCREEN_NUMBERS;
	speech_read(&voter.view, PAGE, ROWS, &speech);
	count_titles(counts);
	for (int i = 1; i <= MANY; i++)
		assert_int_equal(counts[i], 1);
	last = speech.parts[speech.count - 1].text;
	assert_string_equal(last, "60 of 60 chosen");
}

static void the_pages_of_a_long_review_read_each_choice_once(void **state)
{
	int counts[MANY + 1] = {0};

	(void)state;
	many(BALLOT_APPROVAL);
	voter.session.screen = SCREEN_REVIEW;
	for (int at = 0; at < MANY; at += ROWS) {
		bool end = at + ROWS >= MANY;

		voter.session.review_at = voter.session.review_seen = at;
		speech_read(&voter.view, PAGE, ROWS, &speech);
		count_titles(counts);
		assert_string_equal(speech.parts[speech.count - 1].text,
				    end ? "Cast my vote" : "See the rest");
	}
	for (int i = 1; i <= MANY; i++)
		assert_int_equal(counts[i], 1);
}

static void the_pages_of_many_cards_read_each_once(void **state)
{
	int counts[MANY + 1] = {0};

	(void)state;
	many(BALLOT_APPROVAL);
	for (int page = 0; page < MANY / PAGE; page++) {
		voter.session.at[0] = page * PAGE;
		speech_read(&voter.view, PAGE, ROWS, &speech);
		count_titles(counts);
	}
	for (int i = 1; i <= MANY; i++)
		assert_int_equal(counts[i], 1);
}

static void what_is_too_long_is_left_out_and_writes_nowhere_else(void **state)
{
	static struct {
		struct speech speech;
		unsigned char guard[GUARD];
	} kept;
	char *text = malloc(LONG);

	(void)state;
	assert_non_null(text);
	memset(text, 'x', LONG);
	text[LONG - 1] = '\0';
	many(BALLOT_APPROVAL);
	memset(kept.guard, 0xa5, GUARD);
	voter.session.screen = SCREEN_DETAIL;
	voter.session.detail = 1;
	voter.meeting->proposals[1].body.in[1] = text;
	speech_read(&voter.view, PAGE, ROWS, &kept.speech);
	assert_in_range(kept.speech.count, 4, 5); /* all but the text */
	/* Sixty titles of a thousand letters are more than all there is. */
	voter.session.screen = SCREEN_NUMBERS;
	for (int i = 0; i < MANY; i++)
		voter.meeting->proposals[i].title.in[1] = text + LONG - 1001;
	speech_read(&voter.view, PAGE, ROWS, &kept.speech);
	assert_in_range(kept.speech.used, SPEECH_BYTES - 1001, SPEECH_BYTES);
	assert_in_range(kept.speech.count, 1, SPEECH_PARTS);
	for (int i = 0; i < GUARD; i++)
		assert_int_equal(kept.guard[i], 0xa5);
	free(text);
}

/* Four parts each, of as many as a meeting can have. */
static void as_many_parts_as_a_meeting_can_need_have_room(void **state)
{
	const char *last;

	(void)state;
	many(BALLOT_APPROVAL);
	for (int i = MANY; i < MEETING_PROPOSALS; i++) {
		voter.meeting->proposals[i] = voter.meeting->proposals[0];
		voter.meeting->proposals[i].number = i + 1;
		voter.session.ballot.value[i] = 1;
	}
	voter.meeting->proposal_count = MEETING_PROPOSALS;
	voter.meeting->pots[0].choose_max = MEETING_PROPOSALS;
	voter.session.screen = SCREEN_NUMBERS;
	speech_read(&voter.view, PAGE, ROWS, &speech);
	last = speech.parts[speech.count - 1].text;
	assert_string_equal(last, "200 of 200 chosen");
}

static void wiping_leaves_no_byte(void **state)
{
	static struct speech wiped;
	const unsigned char *byte = (const unsigned char *)&wiped;

	(void)state;
	memset(&wiped, 0xff, sizeof(wiped));
	many(BALLOT_RANK);
	for (int i = 0; i < MANY; i++)
		voter.session.ballot.value[i] = (short)(i + 1);
	voter.session.screen = SCREEN_NUMBERS;
	speech_read(&voter.view, PAGE, ROWS, &wiped);
	assert_true(wiped.count > MANY);
	speech_wipe(&wiped);
	for (size_t i = 0; i < sizeof(wiped); i++)
		assert_int_equal(byte[i], 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, renew)
	const struct CMUnitTest tests[] = {
	    TEST(cards_of_ticks_are_read_in_their_order),
	    TEST(a_button_of_a_card_says_which_and_one_of_the_review_its_title),
	    TEST(money_used_and_left_is_read),
	    TEST(points_are_read_with_their_number),
	    TEST(a_score_is_read_also_when_it_is_nought),
	    TEST(ranks_are_read),
	    TEST(only_the_cards_of_the_page_are_read),
	    TEST(rules_are_read_with_the_task_first),
	    TEST(by_numbers_what_is_chosen_there_is_read),
	    TEST(a_proposal_in_full_is_read_with_its_text),
	    TEST(the_review_is_read_pot_by_pot_and_ends_with_the_cast),
	    TEST(each_page_of_the_review_says_what_is_on_it),
	    TEST(a_pot_on_another_page_of_the_review_is_not_named),
	    TEST(questions_are_read_with_their_answers),
	    TEST(under_the_dialog_of_reading_the_screen_is_read),
	    TEST(every_banner_is_read),
	    TEST(where_nobody_votes_no_choice_is_read),
	    TEST(every_screen_and_dialog_says_something_for_every_ballot),
	    TEST(sixty_choices_are_all_read),
	    TEST(the_pages_of_a_long_review_read_each_choice_once),
	    TEST(the_pages_of_many_cards_read_each_once),
	    TEST(what_is_too_long_is_left_out_and_writes_nowhere_else),
	    TEST(as_many_parts_as_a_meeting_can_need_have_room),
	    TEST(wiping_leaves_no_byte),
	};

	return cmocka_run_group_tests(tests, open_case, close_case);
}
