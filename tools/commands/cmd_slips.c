/* stemmeboks slips: new slips, in the roll and on paper.
 *
 * The PDF is written and on the disk before the roll's transaction commits, and
 * gets its name after it. So whatever fails or whenever the power goes, no slip
 * is in the roll that was not printed, and no printed slip that counts is
 * missing in the roll. A kill or the power going can leave the PDF under its
 * working name, FILE.XXXXXX; nothing of it is ever removed unasked, since its
 * slips may count.
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "store/store.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/shared_roll.h"
#include "tools/commands/slips_run.h"
#include "tools/line/report.h"
#include "tools/slips/slip_file.h"
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

static enum status prepare(struct slips_run *slips)
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
		status = slips_run_language(slips);
	if (status == STATUS_OK && !test)
		status = slips_run_share(slips);
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
				    slips_run_where(slips));
	return STATUS_OK;
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
	struct slips_run slips = {.arguments = arguments};
	enum status status = slips_run_options(&slips);
	sigset_t before;

	signals_hold(&before);
	if (status == STATUS_OK)
		status = prepare(&slips);
	if (status == STATUS_OK)
		status = slips.count ? slips_run_print(&slips)
				     : slips_run_print_test(&slips);
	if (status == STATUS_OK)
		slips_run_tell(&slips);
	slip_file_free(slips.file);
	slip_printer_free(slips.printer);
	store_free(slips.store);
	fflush(stdout);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return status;
}
