/* stemmeboks slips: new slips, in the roll and on paper.
 *
 * The PDF is written and on the disk before the roll's transaction commits, and
 * gets its name after it. So whatever fails or whenever the power goes, no slip
 * is in the roll that was not printed, and no printed slip that counts is
 * missing in the roll. A kill or the power going can leave the PDF under its
 * working name, FILE.XXXXXX; nothing of it is ever removed unasked, since its
 * slips may count.
 */
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "store/deal.h"
#include "store/entropy.h"
#include "store/roll.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/shared_roll.h"
#include "tools/line/report.h"
#include "tools/slips/slip_file.h"
#include "tools/slips/slip_print.h"
#include "tools/slips/slip_printer.h"
#include "words/place.h"
#include "words/words.h"

const struct option_spec options_slips[] = {
    {"count", 'n', "N", N_("How many slips, 1 to 60000 in all.")},
    {"kind", 'k', "adult|child|…",
     N_("Whom they are for; it stands on them. Without: everyone.")},
    {"output", 'o', "FILE", N_("The PDF to write; it must not be there yet.")},
    {"printer", 'p', "NAME",
     N_("Print them at once on that printer, with no file; \"lpstat -e\" names "
	"all.")},
    {"size", 's', "a4|a6",
     N_("a4: eight slips on a page, to be cut; a6: one on a page.")},
    {"lang", 'l', "LL",
     N_("The kiosk begins in this language, one of the meeting's, with these "
	"slips.")},
    {"choices", 'c', NULL,
     N_("With the proposals on them, to be ticked too and put in an urn.")},
    {"kiosks", 0, "N",
     N_("Each slip is for one of N kiosks, whose number stands on it.")},
    {"test", 't', NULL, N_("Print no slips but a page to test scanners with.")},
    {NULL, 0, NULL, NULL},
};

/* One run of the command. */
struct slips {
	const struct arguments *arguments;
	const char *path; /* or NULL, and PRINTER: */
	const char *printer_name;
	const char *kind;
	const char *language; /* NULL for none */
	int count;
	int kiosks; /* asked for, or 0 */
	struct roll_share share;
	bool choices;
	enum slip_paper paper;
	struct store *store;
	struct slip_file *file;
	struct slip_printer *printer;
	char fonts[PATH_MAX];
	int first_serial;
	struct slip_gaps gaps;
	enum status paper_status; /* how the PDF went */
};

static enum status kind_check(const struct slips *slips)
{
	size_t length = strlen(slips->kind);

	if (length >= ROLL_KIND ||
	    strspn(slips->kind, "abcdefghijklmnopqrstuvwxyz0123456789-") !=
		length)
		return report_error(
		    slips->arguments, STATUS_USAGE,
		    _("--kind is one word of a-z, 0-9 and -, at most %d "
		      "letters, not \"%s\"."),
		    ROLL_KIND - 1, slips->kind);
	return STATUS_OK;
}

static enum status options_read(struct slips *slips)
{
	const struct arguments *arguments = slips->arguments;
	const char *size = argument_option(arguments, "size");
	const char *kind = argument_option(arguments, "kind");
	bool test = argument_option(arguments, "test") != NULL;
	bool choices = argument_option(arguments, "choices") != NULL;
	int paper = size ? slip_layout_find(size) : SLIP_A4;
	enum status status = argument_number(arguments, "count", 1, ROLL_SLIPS,
					     0, &slips->count);

	if (status == STATUS_OK)
		status = argument_number(arguments, "kiosks", 2, KIOSKS_MOST, 0,
					 &slips->kiosks);
	if (status != STATUS_OK)
		return status;
	slips->path = argument_option(arguments, "output");
	slips->kind = kind ? kind : "";
	slips->language = argument_option(arguments, "lang");
	slips->printer_name = argument_option(arguments, "printer");
	if (slips->path && slips->printer_name)
		return report_error(arguments, STATUS_USAGE,
				    _("Give -o or --printer, not both."));
	if (!slips->printer_name && (!slips->path || !*slips->path))
		return report_error(arguments, STATUS_USAGE,
				    _("Say where the PDF goes: -o slips.pdf"));
	if (test && slips->count)
		return report_error(arguments, STATUS_USAGE,
				    _("Give --test or --count, not both."));
	if (!test && !slips->count)
		return report_error(arguments, STATUS_USAGE,
				    _("Say how many slips: --count 60"));
	if (choices && (size || test))
		return report_error(arguments, STATUS_USAGE,
				    _("--choices finds its own size. Leave "
				      "--%s out."),
				    size ? "size" : "test");
	if (test && slips->kiosks)
		return report_error(arguments, STATUS_USAGE,
				    _("Give --test or --kiosks, not both."));
	if (test && slips->language)
		return report_error(arguments, STATUS_USAGE,
				    _("Give --test or --lang, not both."));
	if (paper < 0)
		return report_error(arguments, STATUS_USAGE,
				    _("--size is a4 or a6, not \"%s\"."), size);
	slips->paper = (enum slip_paper)paper;
	slips->choices = choices;
	return kind_check(slips);
}

static void show_progress(void *context, int done, int all)
{
	const struct slips *slips = context;

	if (all >= 1000)
		report_progress(slips->arguments, _("Slips"), done, all);
}

static struct slip_job job_of(struct slips *slips)
{
	return (struct slip_job){
	    .meeting = store_meeting(slips->store),
	    .kind = slips->kind,
	    .language = slips->language,
	    .choices = slips->choices,
	    .share = slips->share,
	    .paper = slips->paper,
	    .fonts = slips->fonts,
	    .sink =
		slips->printer
		    ? (struct paper_sink){slip_printer_write, slips->printer}
		    : (struct paper_sink){slip_file_write, slips->file},
	    .progress = show_progress,
	    .progress_context = slips,
	};
}

/* The PDF is whole: it is on the disk, or the printer has it. */
static enum status hand_over(struct slips *slips)
{
	return slips->printer ? slip_printer_send(slips->printer)
			      : slip_file_sync(slips->file);
}

/* Called by the store inside its transaction. */
static enum status put_on_paper(void *context, const struct slip *tokens,
				int count, int first_serial)
{
	struct slips *slips = context;
	const struct slip_job job = job_of(slips);
	enum status status =
	    slip_print(&job, tokens, count, first_serial, &slips->gaps);

	if (status == STATUS_OK)
		status = hand_over(slips);
	slips->first_serial = first_serial;
	slips->paper_status = status;
	return status;
}

/* The slips' language must be one that the kiosk can begin in. */
static enum status language_check(struct slips *slips)
{
	const struct meeting *meeting = store_meeting(slips->store);
	const struct slip any = {{0}};
	char all[MEETING_FILE_LANGUAGES], scanned[SLIP_SCANNED];

	if (!slips->language)
		return STATUS_OK;
	if (slip_scanned(&any, slips->language, scanned) != STATUS_OK ||
	    !*slips->language)
		return report_error(slips->arguments, STATUS_USAGE,
				    _("A slip names a language by two or three "
				      "letters, as in --lang ar, not \"%s\"."),
				    slips->language);
	if (meeting_language(meeting, slips->language) >= 0)
		return STATUS_OK;
	meeting_file_languages(meeting, all);
	return report_error(slips->arguments, STATUS_USAGE,
			    _("The meeting has no language \"%1$s\". It has: "
			      "%2$s."),
			    slips->language, all);
}

/* For which kiosks the slips are: as all of this meeting, and in a kiosk's own
 * file for that one. */
static enum status share_find(struct slips *slips)
{
	const struct arguments *arguments = slips->arguments;
	struct deal deal;
	int kiosks = 0;
	enum status status = deal_read(slips->store, &deal);

	if (status == STATUS_OK)
		status = roll_shares(slips->store, &kiosks);
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	if (deal.kiosk && slips->kiosks)
		return report_error(arguments, STATUS_USAGE,
				    _("This is the file of kiosk %d: all its "
				      "slips are for that one. Leave --kiosks "
				      "out."),
				    deal.kiosk);
	if (!deal.kiosk && kiosks >= 0 && kiosks != slips->kiosks)
		return report_error(
		    arguments, STATUS_USAGE,
		    kiosks ? _("The slips of this meeting are for %d kiosks. "
			       "Add --kiosks %d.")
			   : _("The slips of this meeting are for any kiosk. "
			       "Leave --kiosks out."),
		    kiosks, kiosks);
	if (kiosks < 0 && slips->kiosks > slips->count)
		return report_error(arguments, STATUS_USAGE,
				    _("Print at least one slip for each of the "
				      "%d kiosks."),
				    slips->kiosks);
	if (deal.kiosk && kiosks > 0)
		slips->share = (struct roll_share){deal.kiosk, 1};
	else
		slips->share = (struct roll_share){1, slips->kiosks};
	return STATUS_OK;
}

/* The file or the printer, as it was named. */
static const char *where(const struct slips *slips)
{
	return slips->path ? slips->path : slips->printer_name;
}

static enum status prepare(struct slips *slips)
{
	bool test = slips->count == 0;
	enum status status = meeting_file_open(
	    slips->arguments, test ? STORE_READ : STORE_WRITE, &slips->store);

	if (status != STATUS_OK)
		return status;
	if (!test)
		status = meeting_file_allows(slips->arguments, slips->store,
					     ACT_PRINTED);
	if (status == STATUS_OK && !test)
		status = file_kind_acts(slips->arguments, slips->store);
	if (status == STATUS_OK)
		status = language_check(slips);
	if (status == STATUS_OK && !test)
		status = share_find(slips);
	if (status != STATUS_OK)
		return status;
	status = place_find("fonts", slips->fonts, sizeof(slips->fonts));
	if (status != STATUS_OK)
		return report_error(slips->arguments, status,
				    _("the folder with the fonts"));
	status = slips->path
		     ? slip_file_open(slips->path, &slips->file)
		     : slip_printer_open(slips->printer_name, &slips->printer);
	if (status != STATUS_OK)
		return report_error(slips->arguments, status, "%s",
				    where(slips));
	return STATUS_OK;
}

/* The slips are in the roll and the PDF is on the disk; only its name is not
 * yet right. */
static enum status publish(struct slips *slips)
{
	enum status status =
	    slips->file ? slip_file_publish(slips->file) : STATUS_OK;

	if (status == STATUS_OK)
		return STATUS_OK;
	slip_file_keep(slips->file);
	return report_error(slips->arguments, status,
			    _("The slips are ready, but the PDF is named %s. "
			      "Give it another name."),
			    slip_file_working_name(slips->file));
}

/* lp's own words say best what is wrong with the printer. */
static enum status printer_error(const struct slips *slips)
{
	const char *why = slip_printer_why(slips->printer);

	return report_error(slips->arguments, STATUS_PRINTER,
			    _("%1$s: no slip was made. %2$s"), where(slips),
			    why);
}

/* The printer has them, the roll perhaps not. */
static enum status printed_in_vain(const struct slips *slips,
				   enum status status)
{
	if (status == STATUS_UNCERTAIN)
		return report_refusal(
		    slips->arguments, status,
		    _("Slips came out of %s. See with stemmeboks status "
		      "whether they count."),
		    where(slips));
	return report_error(slips->arguments, status,
			    _("Slips came out of %s but do not count: throw "
			      "them away."),
			    where(slips));
}

static enum status print_slips(struct slips *slips)
{
	char at[AUDIT_TIME];
	enum status status;

	meeting_file_time(at);
	status = roll_print(slips->store, slips->count, slips->kind,
			    slips->share, &entropy, at, put_on_paper, slips);
	if (status == STATUS_OK)
		return publish(slips);
	if (slips->paper_status == STATUS_LIMIT)
		return report_refusal(slips->arguments, status,
				      _("There are too many proposals for one "
					"sheet. Print the slips without "
					"--choices."));
	if (slips->paper_status == STATUS_PRINTER)
		return printer_error(slips);
	if (slips->paper_status != STATUS_OK)
		return report_error(slips->arguments, status,
				    _("%s: no slip was made."), where(slips));
	if (status == STATUS_LIMIT)
		return report_error(slips->arguments, status,
				    _("A meeting has at most %d slips."),
				    ROLL_SLIPS);
	if (slips->printer && slips->first_serial)
		return printed_in_vain(slips, status);
	if (status == STATUS_UNCERTAIN) {
		slip_file_keep(slips->file);
		return report_refusal(
		    slips->arguments, status,
		    _("The PDF is kept as %s. See with stemmeboks status "
		      "whether its slips count."),
		    slip_file_working_name(slips->file));
	}
	return report_error(slips->arguments, status, NULL);
}

static enum status print_test(struct slips *slips)
{
	const struct slip_job job = job_of(slips);
	enum status status = slip_print_test(&job, &slips->gaps);

	if (status == STATUS_OK)
		status = hand_over(slips);
	if (status == STATUS_OK && slips->file)
		status = slip_file_publish(slips->file);
	if (status == STATUS_OK)
		return status;
	return report_error(slips->arguments, status, "%s %s", where(slips),
			    slips->printer ? slip_printer_why(slips->printer)
					   : "");
}

static void tell_gaps(const struct slips *slips)
{
	const struct arguments *arguments = slips->arguments;

	if (slips->gaps.letters)
		report_line(arguments, "%s",
			    _("Some letters are in none of the fonts and "
			      "stand as boxes. Look at the PDF."));
	if (slips->language && !words_translated(slips->language))
		report_line(arguments,
			    _("Stemmeboks has no words in \"%s\": what to do "
			      "stands on the slips in the first language "
			      "only."),
			    slips->language);
	if (slips->gaps.languages)
		report_line(arguments,
			    words_plural("%d language is not named on the "
					 "slips: no font has its letters.",
					 "%d languages are not named on the "
					 "slips: no font has their letters.",
					 (unsigned long)slips->gaps.languages),
			    slips->gaps.languages);
}

static void tell(const struct slips *slips)
{
	const struct arguments *arguments = slips->arguments;
	const struct slip_layout *layout = slip_layout(slips->gaps.paper);
	int each = slip_layout_each(layout);
	int pages = slips->count ? (slips->count + each - 1) / each : 1;
	int last = slips->first_serial + slips->count - 1;

	if (slips->count) {
		report_line(arguments,
			    words_plural("%s: %d slip, no. %d-%d.",
					 "%s: %d slips, no. %d-%d.",
					 (unsigned long)slips->count),
			    where(slips), slips->count, slips->first_serial,
			    last);
		if (slips->path)
			report_line(
			    arguments, "%s",
			    _("Who has this file can vote. Let nobody see it; "
			      "delete it once it is printed."));
	} else {
		report_line(arguments, _("%s: a page to test scanners with."),
			    where(slips));
	}
	if (slips->path)
		report_line(
		    arguments, "%s",
		    _("Print at 100 % (actual size), never \"fit to page\"."));
	tell_gaps(slips);
	report_json(arguments,
		    json_pack("{s:s, s:i, s:i, s:i, s:i, s:s, s:s, s:s, s:i, "
			      "s:i}",
			      slips->path ? "file" : "printer", where(slips),
			      "slips", slips->count, "first_serial",
			      slips->count ? slips->first_serial : 0,
			      "last_serial", slips->count ? last : 0, "pages",
			      pages, "size", layout->name, "kind", slips->kind,
			      "language",
			      slips->language ? slips->language : "",
			      "letters_missing", slips->gaps.letters,
			      "languages_missing", slips->gaps.languages));
}

/* From the first byte of the PDF until it has its name or is gone again: what
 * would end the program in between would leave a file full of tokens behind.
 * Too large a file or a closed pipe then is an error like others. */
static void signals_hold(sigset_t *ret_before)
{
	static const int held[] = {SIGINT,  SIGTERM, SIGHUP,
				   SIGQUIT, SIGPIPE, SIGXFSZ};
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(held) / sizeof(held[0]); i++)
		sigaddset(&set, held[i]);
	sigprocmask(SIG_BLOCK, &set, ret_before);
}

enum status cmd_slips(const struct arguments *arguments)
{
	struct slips slips = {.arguments = arguments};
	enum status status = options_read(&slips);
	sigset_t before;

	signals_hold(&before);
	if (status == STATUS_OK)
		status = prepare(&slips);
	if (status == STATUS_OK)
		status = slips.count ? print_slips(&slips) : print_test(&slips);
	if (status == STATUS_OK)
		tell(&slips);
	slip_file_free(slips.file);
	slip_printer_free(slips.printer);
	store_free(slips.store);
	fflush(stdout);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return status;
}
