/* What `stemmeboks slips` is asked for. */
#include <string.h>

#include "store/deal.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/slips_run.h"
#include "tools/line/report.h"
#include "words/words.h"

static enum status kind_check(const struct slips_run *slips)
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

/* Where the slips go, and how many. */
static enum status aim_check(const struct slips_run *slips, bool test)
{
	const char *why = NULL;

	if (slips->path && slips->printer_name)
		why = _("Give -o or --printer, not both.");
	else if (!slips->printer_name && (!slips->path || !*slips->path))
		why = _("Say where the PDF goes: -o slips.pdf");
	else if (test && slips->count)
		why = _("Give --test or --count, not both.");
	else if (!test && !slips->count)
		why = _("Say how many slips: --count 60");
	return why ? report_error(slips->arguments, STATUS_USAGE, "%s", why)
		   : STATUS_OK;
}

/* What the slips are; SIZE as it was given, or NULL. */
static enum status make_check(const struct slips_run *slips, bool test,
			      const char *size)
{
	const struct arguments *arguments = slips->arguments;

	if (slips->choices && (size || test))
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
	if (size && slip_layout_find(size) < 0)
		return report_error(arguments, STATUS_USAGE,
				    _("--size is a4 or a6, not \"%s\"."), size);
	return kind_check(slips);
}

enum status slips_run_options(struct slips_run *slips)
{
	const struct arguments *arguments = slips->arguments;
	const char *size = argument_option(arguments, "size");
	const char *kind = argument_option(arguments, "kind");
	bool test = argument_option(arguments, "test") != NULL;
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
	slips->choices = argument_option(arguments, "choices") != NULL;
	slips->paper = paper < 0 ? SLIP_A4 : (enum slip_paper)paper;
	status = aim_check(slips, test);
	return status == STATUS_OK ? make_check(slips, test, size) : status;
}

/* The slips' language must be one that the kiosk can begin in. */
enum status slips_run_language(struct slips_run *slips)
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
enum status slips_run_share(struct slips_run *slips)
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
