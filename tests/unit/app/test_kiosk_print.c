/* More slips printed at the panel: through `stemmeboks slips` and lp, on paper
 * that a scanner reads and the kiosk takes. */
#include <sys/stat.h>
#include <unistd.h>

#include "core/session.h"
#include "roll/roll_link.h"
#include "store/audit.h"
#include "store/pin.h"
#include "store/roll.h"
#include "tests/lib/app_desk.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"

enum { PATH_SIZE = 256, LINE = 64, ROWS_CODES = 8, MORE = 3 };

/* The desk, paused, and the folder that the printer prints into. */
struct print_desk {
	struct desk desk;
	char folder[PATH_SIZE];
};

static int set_up(void **state)
{
	struct print_desk *print = calloc(1, sizeof(*print));

	if (!print)
		return -1;
	desk_begin(&print->desk, PHASE_PAUSED, false);
	snprintf(print->folder, sizeof(print->folder), "%s-printed",
		 print->desk.fixture.folder);
	mkdir(print->folder, 0700);
	setenv("PRINTED", print->folder, 1);
	desk_open(&print->desk);
	desk_enter(&print->desk);
	*state = print;
	return 0;
}

static void keep(const struct print_desk *print, const char *name,
		 const char *text)
{
	char path[2 * PATH_SIZE];

	snprintf(path, sizeof(path), "%s/%s", print->folder, name);
	file_write(path, text, strlen(text));
}

static int tear_down(void **state)
{
	struct print_desk *print = *state;
	char line[2 * PATH_SIZE];

	snprintf(line, sizeof(line), "rm -rf '%s'", print->folder);
	assert_int_equal(system(line), 0);
	desk_end(&print->desk);
	free(print);
	return 0;
}

static int printed(struct print_desk *print)
{
	struct roll_count count;

	assert_ok(roll_count(print->desk.fixture.store, &count));
	return count.printed;
}

static void to_the_printers(struct print_desk *print)
{
	desk_mean(&print->desk, PANEL_INTENT_TAB, PANEL_SLIPS);
	desk_mean(&print->desk, PANEL_INTENT_PRINT, 0);
	desk_wait(&print->desk);
	assert_int_equal(print->desk.panel.panel.page, PANEL_PRINT);
}

static void print_more(struct print_desk *print)
{
	to_the_printers(print);
	desk_mean(&print->desk, PANEL_INTENT_STEP, MORE - PANEL_PRINT_USUAL);
	desk_mean(&print->desk, PANEL_INTENT_PICK,
		  PANEL_PICK(PANEL_PICK_PRINTER, 1));
	desk_mean(&print->desk, PANEL_INTENT_ON, 0);
	desk_wait(&print->desk);
}

/* The first code on the printed page, as a scanner sends it. */
static void decode(const struct print_desk *print, char ret_line[LINE])
{
	char command[3 * PATH_SIZE];
	FILE *codes;
	int count = 0;
	char line[LINE];

	snprintf(command, sizeof(command),
		 "tools/dev/decode-slips.sh '%s/job.pdf'", print->folder);
	codes = popen(command, "r");
	assert_non_null(codes);
	while (fgets(line, sizeof(line), codes))
		if (count++ == 0)
			memcpy(ret_line, line, sizeof(line));
	assert_int_equal(pclose(codes), 0);
	assert_int_equal(count, MORE);
	ret_line[strcspn(ret_line, "\n")] = '\0';
}

/* The kiosk begins with these slips in English, and proposals are on them. */
static void slips_carry_the_language_that_was_chosen(void **state)
{
	struct print_desk *print = *state;
	struct desk *desk = &print->desk;
	const struct meeting *meeting = desk->booth.meeting;
	char code[LINE] = "", language[SLIP_LANGUAGE] = "";

	to_the_printers(print);
	desk_mean(desk, PANEL_INTENT_STEP, MORE - PANEL_PRINT_USUAL);
	desk_mean(desk, PANEL_INTENT_LANGUAGE, 0);
	assert_int_equal(desk->panel.panel.page, PANEL_SPEECH);
	desk_mean(
	    desk, PANEL_INTENT_PICK,
	    PANEL_PICK(PANEL_PICK_LANGUAGE, meeting_language(meeting, "en")));
	assert_int_equal(desk->panel.panel.page, PANEL_PRINT);
	desk_mean(desk, PANEL_INTENT_ON, 0);
	desk_wait(desk);
	assert_status(desk->panel.panel.outcome, STATUS_OK);
	decode(print, code);
	slip_language(code, strlen(code), language);
	assert_string_equal(language, "en");
}

static int pages(const struct print_desk *print)
{
	char command[3 * PATH_SIZE];
	FILE *told;
	int count = 0;

	snprintf(command, sizeof(command),
		 "pdfinfo '%s/job.pdf' | sed -n 's/^Pages: *//p'",
		 print->folder);
	told = popen(command, "r");
	assert_non_null(told);
	assert_int_equal(fscanf(told, "%d", &count), 1);
	pclose(told);
	return count;
}

/* Three fit on a page; with the proposals of Bolbro on them they do not. */
static void proposals_to_tick_take_more_paper(void **state)
{
	struct print_desk *print = *state;
	struct desk *desk = &print->desk;

	print_more(print);
	assert_status(desk->panel.panel.outcome, STATUS_OK);
	assert_int_equal(pages(print), 1);
	desk_mean(desk, PANEL_INTENT_CHOICES, 0);
	desk_mean(desk, PANEL_INTENT_ON, 0);
	desk_wait(desk);
	assert_status(desk->panel.panel.outcome, STATUS_OK);
	assert_true(pages(print) > 1);
}

static void a_slip_printed_at_the_panel_is_read_and_takes_a_vote(void **state)
{
	struct print_desk *print = *state;
	struct desk *desk = &print->desk;
	struct session *session = &desk->booth.session;
	char code[LINE] = "", asked[PATH_SIZE + 16];
	unsigned char *words;
	size_t size;

	print_more(print);
	assert_status(desk->panel.panel.outcome, STATUS_OK);
	assert_int_equal(printed(print), DESK_SLIPS + MORE);
	snprintf(asked, sizeof(asked), "%s/asked", print->folder);
	words = file_read(asked, &size);
	assert_int_equal(bytes_count(words, size, "Kontor_farve\n", 13), 1);
	assert_int_equal(bytes_count(words, size, "print-scaling=none", 18), 1);
	free(words);
	decode(print, code);
	/* It is not used, says the panel. */
	desk_mean(desk, PANEL_INTENT_TAB, PANEL_SLIPS);
	kiosk_panel_scanned(&desk->panel, code, strlen(code),
			    &(struct trial){.verdict = TRIAL_OTHER},
			    desk->now_ms);
	assert_int_equal(desk->panel.panel.page, PANEL_SLIP);
	assert_status(desk->panel.panel.slip.status, STATUS_OK);
	/* Voting goes on, and the kiosk takes it. */
	desk_mean(desk, PANEL_INTENT_TAB, PANEL_VOTE);
	desk_mean(desk, PANEL_INTENT_ACT, PANEL_EFFECT_OPEN);
	desk_mean(desk, PANEL_INTENT_LEAVE, 0);
	booth_tick(&desk->booth);
	booth_scanned(&desk->booth, code, strlen(code), desk->now_ms);
	assert_true(session->has_slip);
	session->screen = SCREEN_REVIEW;
	session->ballot = fixture_ballot(desk->booth.meeting, 1);
	desk->now_ms += 2000;
	booth_apply(&desk->booth, (struct intent){INTENT_CAST, 0}, 6, 6,
		    desk->now_ms);
	booth_work(&desk->booth);
	assert_int_equal(session->screen, SCREEN_THANKS);
	/* And now it is used. */
	desk_enter(desk);
	desk_mean(desk, PANEL_INTENT_TAB, PANEL_SLIPS);
	booth_stop(&desk->booth, desk->now_ms);
	kiosk_panel_scanned(&desk->panel, code, strlen(code),
			    &(struct trial){.verdict = TRIAL_OTHER},
			    desk->now_ms);
	assert_status(desk->panel.panel.slip.status, STATUS_SLIP_USED);
}

/* Nothing of the PDF is in any file but the printer's. */
static void the_codes_are_in_no_file_but_the_printers(void **state)
{
	struct print_desk *print = *state;
	char job[2 * PATH_SIZE];

	print_more(print);
	snprintf(job, sizeof(job), "%s/job.pdf", print->folder);
	assert_int_equal(unlink(job), 0);
	assert_int_equal(folder_count(print->desk.fixture.folder, "%PDF", 4),
			 0);
}

static void a_printer_that_refuses_makes_no_slips(void **state)
{
	static const char *const words[] = {
	    "lp: The printer or class does not exist.\n",
	    "lp: Unable to write: No space left on device\n",
	    "",
	};
	struct print_desk *print = *state;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		keep(print, "fails", words[i]);
		print_more(print);
		assert_status(print->desk.panel.panel.outcome, STATUS_PRINTER);
		assert_int_equal(printed(print), DESK_SLIPS);
		assert_int_equal(fixture_number(print->desk.fixture.path,
						"SELECT count(*) FROM audit"
						" WHERE act = 'printed'"),
				 1);
		if (*words[i])
			assert_non_null(
			    strstr(print->desk.panel.panel.said, "lp: "));
	}
}

static void without_a_printer_nothing_can_be_printed(void **state)
{
	struct print_desk *print = *state;

	keep(print, "printers", "");
	to_the_printers(print);
	assert_int_equal(print->desk.panel.facts.printers.count, 0);
	desk_mean(&print->desk, PANEL_INTENT_ON, 0);
	assert_false(print->desk.panel.facts.busy);
	assert_int_equal(printed(print), DESK_SLIPS);
}

/* A machine without CUPS at all, or without the commands beside the kiosk. */
static void programs_that_are_not_there_are_told(void **state)
{
	struct print_desk *print = *state;
	char *path = strdup(getenv("PATH"));

	setenv("PATH", "/nonexistent", 1);
	to_the_printers(print);
	assert_int_equal(print->desk.panel.facts.printers.count, 0);
	setenv("PATH", path, 1);
	free(path);
	print->desk.panel.commands = "/nonexistent/stemmeboks";
	print_more(print);
	assert_status(print->desk.panel.panel.outcome, STATUS_FILE_MISSING);
	assert_int_equal(printed(print), DESK_SLIPS);
}

static void while_voting_is_open_none_are_printed(void **state)
{
	struct print_desk *print = *state;

	desk_mean(&print->desk, PANEL_INTENT_TAB, PANEL_VOTE);
	desk_mean(&print->desk, PANEL_INTENT_ACT, PANEL_EFFECT_OPEN);
	desk_mean(&print->desk, PANEL_INTENT_TAB, PANEL_SLIPS);
	desk_mean(&print->desk, PANEL_INTENT_PRINT, 0);
	assert_int_equal(print->desk.panel.panel.page, PANEL_SLIPS);
}

/* Somebody opens the voting elsewhere while it is being asked. */
static void what_the_command_refuses_is_told_in_its_words(void **state)
{
	struct print_desk *print = *state;

	to_the_printers(print);
	print->desk.panel.file = "/nonexistent/meeting";
	desk_mean(&print->desk, PANEL_INTENT_ON, 0);
	desk_wait(&print->desk);
	assert_status(print->desk.panel.panel.outcome, STATUS_FILE_MISSING);
	assert_non_null(strstr(print->desk.panel.panel.said, "/nonexistent"));
}

static void a_slip_is_found_by_its_number_and_void_once(void **state)
{
	struct print_desk *print = *state;
	struct desk *desk = &print->desk;

	for (int round = 0; round < 2; round++) {
		desk_mean(desk, PANEL_INTENT_TAB, PANEL_SLIPS);
		desk_mean(desk, PANEL_INTENT_DIGIT, 1);
		desk_mean(desk, PANEL_INTENT_DIGIT, 2);
		desk_mean(desk, PANEL_INTENT_ON, 0);
		assert_int_equal(desk->panel.panel.page, PANEL_SLIP);
		assert_int_equal(desk->panel.panel.slip.serial, 12);
		assert_status(desk->panel.panel.slip.status,
			      round ? STATUS_SLIP_VOID : STATUS_OK);
		desk_mean(desk, PANEL_INTENT_VOID, 0);
	}
	assert_int_equal(fixture_number(desk->fixture.path,
					"SELECT count(*) FROM audit"
					" WHERE act = 'voided'"),
			 1);
	desk_mean(desk, PANEL_INTENT_TAB, PANEL_SLIPS);
	desk_mean(desk, PANEL_INTENT_DIGIT, 9);
	desk_mean(desk, PANEL_INTENT_DIGIT, 9);
	desk_mean(desk, PANEL_INTENT_ON, 0);
	assert_status(desk->panel.panel.slip.status, STATUS_SLIP_OTHER);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(slips_carry_the_language_that_was_chosen),
	    TEST(proposals_to_tick_take_more_paper),
	    TEST(a_slip_printed_at_the_panel_is_read_and_takes_a_vote),
	    TEST(the_codes_are_in_no_file_but_the_printers),
	    TEST(a_printer_that_refuses_makes_no_slips),
	    TEST(without_a_printer_nothing_can_be_printed),
	    TEST(programs_that_are_not_there_are_told),
	    TEST(while_voting_is_open_none_are_printed),
	    TEST(what_the_command_refuses_is_told_in_its_words),
	    TEST(a_slip_is_found_by_its_number_and_void_once),
	};

	desk_printer();
	return cmocka_run_group_tests_name("kiosk_print", tests, NULL, NULL);
}
