/* stemmeboks hardware: what needs no hands is looked at and measured, what was
 * tried by hand is told to it, and the sheet to set up by is printed. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/machine.h"
#include "tools/commands/hands_option.h"
#include "tools/commands/meeting_file.h"
#include "tools/line/report.h"
#include "tools/paper/paper_setup.h"
#include "tools/slips/slip_file.h"
#include "tools/slips/slip_printer.h"
#include "words/check_words.h"
#include "words/words.h"

const struct option_spec options_hardware[] = {
    {"output", 'o', "FILE",
     N_("Also write a set-up sheet, a PDF; it must not be there yet.")},
    {"printer", 'p', "NAME",
     N_("Print that sheet at once; \"lpstat -e\" names all printers.")},
    {"lang", 'l', "LL",
     N_("This language of the meeting too on the sheet, in small letters.")},
    {"tried", 't', "NAME=…",
     N_("What was tried by hand, as touch=3,2 or scanner=60 or sound=yes; may "
	"be given again.")},
    {"display", 0, "W,H,PIXELS",
     N_("The kiosk's display, and pixels on 100 mm as a ruler says (0: not "
	"measured); again for other displays.")},
    {NULL, 0, NULL, NULL},
};

enum { HUNDRED_MM = 100, PIXELS_MOST = 20000 };

/* One run of the command. */
struct checking {
	const struct arguments *arguments;
	const char *path, *printer; /* of the sheet, or NULL */
	struct store *store;	    /* NULL: no file was named */
	int second;		    /* language of the sheet, or -1 */
	struct check_facts facts;
	struct check_hands hands;
};

static enum status see_last(void *context, const struct audit_row *row)
{
	struct check_facts *facts = context;

	memcpy(facts->last, row->at, sizeof(row->at));
	return STATUS_OK;
}

static enum status meeting_look(struct checking *checking)
{
	const struct arguments *arguments = checking->arguments;
	const char *name = argument_option(arguments, "lang");
	const struct meeting *meeting;
	char all[MEETING_FILE_LANGUAGES];
	enum status status;

	checking->second = -1;
	if (argument_operand_count(arguments) == 0)
		return STATUS_OK;
	status = meeting_file_open(arguments, STORE_READ, &checking->store);
	if (status != STATUS_OK)
		return status;
	meeting = store_meeting(checking->store);
	snprintf(checking->facts.day, CHECK_MOMENT, "%.16s", meeting->date);
	status = audit_each(checking->store, see_last, &checking->facts);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s",
				    argument_operand(arguments, 0));
	checking->second = name ? meeting_language(meeting, name) : -1;
	if (!name || checking->second >= 0)
		return STATUS_OK;
	meeting_file_languages(meeting, all);
	return report_error(arguments, STATUS_USAGE,
			    _("The meeting has no language \"%1$s\". It has: "
			      "%2$s."),
			    name, all);
}

static bool display_take(const char *text, struct check_facts *facts)
{
	struct check_display display = {0};
	int pixels = 0, end = 0;

	if (facts->display_count == CHECK_SCREENS ||
	    sscanf(text, "%5d,%5d,%5d%n", &display.w_px, &display.h_px, &pixels,
		   &end) != 3 ||
	    text[end] || display.w_px < 1 || display.h_px < 1 || pixels < 0 ||
	    pixels > PIXELS_MOST)
		return false;
	if (pixels > 0) {
		display.w_mm =
		    (display.w_px * HUNDRED_MM + pixels / 2) / pixels;
		display.h_mm =
		    (display.h_px * HUNDRED_MM + pixels / 2) / pixels;
	}
	if (facts->display_count == 0)
		facts->ruler = pixels > 0;
	facts->display[facts->display_count++] = display;
	return true;
}

/* Who shows something on displays knows them better than their driver. */
static enum status displays_option(struct checking *checking)
{
	const struct arguments *arguments = checking->arguments;
	struct check_facts *facts = &checking->facts;
	const char *text;

	if (argument_option(arguments, "display"))
		facts->display_count = 0;
	for (int i = 0; (text = argument_repeated(arguments, "display", i));
	     i++)
		if (!display_take(text, facts))
			return report_error(
			    arguments, STATUS_USAGE,
			    _("--display is as in 1920,1080,400, not \"%s\"."),
			    text);
	return STATUS_OK;
}

/* What was tried is there. */
static void tried_is_there(struct checking *checking)
{
	const struct check_hands *hands = &checking->hands;
	struct check_facts *facts = &checking->facts;

	facts->camera |= hands->camera.verdict != TRIAL_NONE;
	facts->sound |= hands->answer[CHECK_SOUND] != CHECK_UNASKED;
	facts->headphones |= hands->answer[CHECK_HEADPHONES] != CHECK_UNASKED;
}

static enum status options_read(struct checking *checking)
{
	const struct arguments *arguments = checking->arguments;
	bool sheet;

	checking->path = argument_option(arguments, "output");
	checking->printer = argument_option(arguments, "printer");
	sheet = checking->path || checking->printer;
	if (checking->path && checking->printer)
		return report_error(arguments, STATUS_USAGE,
				    _("Give -o or --printer, not both."));
	if (sheet && argument_operand_count(arguments) == 0)
		return report_error(arguments, STATUS_USAGE,
				    _("The sheet is for a meeting: name its "
				      "file."));
	return hands_option(arguments, &checking->hands);
}

static void folder_of(const char *file, char ret_folder[PATH_MAX])
{
	const char *slash = file ? strrchr(file, '/') : NULL;

	snprintf(ret_folder, PATH_MAX, "%.*s",
		 !slash		 ? 1
		 : slash == file ? 1
				 : (int)(slash - file),
		 slash ? file : ".");
}

static enum status machine_look(struct checking *checking)
{
	struct check_facts *facts = &checking->facts;
	char folder[PATH_MAX];
	enum status status;

	folder_of(argument_operand(checking->arguments, 0), folder);
	machine_clock(facts->now);
	facts->battery = machine_battery(MACHINE_POWER);
	facts->draining = machine_draining(MACHINE_POWER);
	facts->free_mib = machine_free(folder);
	facts->display_count =
	    machine_displays(MACHINE_DISPLAYS, facts->display);
	facts->camera = machine_count("/dev/video*") > 0;
	facts->scanners =
	    machine_count("/dev/ttyACM*") + machine_count("/dev/ttyUSB*");
	/* A card that plays has such a device; which plug is in it, nobody
	 * knows. */
	facts->sound = machine_count("/dev/snd/pcm*p") > 0;
	facts->headphones = facts->sound;
	status = machine_disk(folder, &facts->disk);
	if (status != STATUS_OK)
		return report_error(checking->arguments, status, "%s", folder);
	return STATUS_OK;
}

/* Made in memory: then written in one go, or given to the printer. */
static enum status render(const struct checking *checking, char **ret_bytes,
			  size_t *ret_size)
{
	const struct setup_print print = {store_meeting(checking->store),
					  checking->second, &checking->facts,
					  &checking->hands};
	FILE *out = open_memstream(ret_bytes, ret_size);
	enum status status;

	if (!out)
		return STATUS_MEMORY;
	status = paper_setup(&print, out);
	if (fclose(out) != 0 && status == STATUS_OK)
		status = STATUS_MEMORY;
	return status;
}

static enum status print(const struct checking *checking, const char *bytes,
			 size_t size)
{
	struct slip_printer *printer = NULL;
	enum status status = slip_printer_open(checking->printer, &printer);

	if (status == STATUS_OK)
		status = slip_printer_write(printer, bytes, size);
	if (status == STATUS_OK)
		status = slip_printer_send(printer);
	if (status != STATUS_OK)
		report_error(checking->arguments, status, "%s %s",
			     checking->printer,
			     printer ? slip_printer_why(printer) : "");
	slip_printer_free(printer);
	return status;
}

static enum status sheet_make(const struct checking *checking)
{
	const struct arguments *arguments = checking->arguments;
	char *bytes = NULL;
	size_t size = 0;
	enum status status;

	if (!checking->path && !checking->printer)
		return STATUS_OK;
	status = render(checking, &bytes, &size);
	if (status == STATUS_FILE_MISSING)
		report_error(arguments, status, _("the folder with the fonts"));
	else if (status != STATUS_OK)
		report_error(arguments, status, NULL);
	else if (checking->printer)
		status = print(checking, bytes, size);
	else if ((status = slip_file_save(checking->path, bytes, size)) !=
		 STATUS_OK)
		report_error(arguments, status, "%s", checking->path);
	free(bytes);
	return status;
}

static json_t *disk_json(const struct check_disk *disk)
{
	return json_pack("{s:i, s:I, s:I, s:b}", "count", disk->count,
			 "median_us", (json_int_t)disk->median_us, "worst_us",
			 (json_int_t)disk->worst_us, "memory", disk->memory);
}

static void tell(const struct checking *checking)
{
	static const char *const marks[CHECK_STATES] = {
	    [CHECK_OK] = "+",
	    [CHECK_LOOK] = "!",
	    [CHECK_MISSING] = "-",
	    [CHECK_UNTRIED] = "?",
	};
	json_t *checks = json_array();

	for (int i = 0; i < CHECK_ITEMS; i++) {
		enum check_item item = (enum check_item)i;
		enum check_says says =
		    check_judge(&checking->facts, &checking->hands, item);
		char figures[CHECK_WORDS];

		check_words(&checking->facts, &checking->hands, item, figures);
		report_line(checking->arguments, "%s %s: %s%s%s",
			    marks[check_state(says)], _(check_label(item)),
			    figures, *figures ? ". " : "", _(check_text(says)));
		json_array_append_new(
		    checks,
		    json_pack("{s:s, s:s, s:s, s:s}", "name", check_name(item),
			      "state", check_state_name(check_state(says)),
			      "says", check_says_name(says), "figures",
			      figures));
	}
	if (checking->path)
		report_line(checking->arguments, "%s: A4.", checking->path);
	report_json(checking->arguments,
		    json_pack("{s:o, s:o, s:s?, s:s?}", "checks", checks,
			      "disk", disk_json(&checking->facts.disk), "file",
			      checking->path, "printer", checking->printer));
}

enum status cmd_hardware(const struct arguments *arguments)
{
	struct checking checking = {.arguments = arguments};
	enum status status = options_read(&checking);

	if (status == STATUS_OK)
		status = meeting_look(&checking);
	if (status == STATUS_OK)
		status = machine_look(&checking);
	if (status == STATUS_OK)
		status = displays_option(&checking);
	tried_is_there(&checking);
	if (status == STATUS_OK)
		status = sheet_make(&checking);
	if (status == STATUS_OK)
		tell(&checking);
	store_free(checking.store);
	return status;
}
