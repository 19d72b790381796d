/* From the first token to a PDF with its name. */

#include "store/entropy.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/slips_run.h"
#include "tools/line/report.h"
#include "tools/slips/slip_file.h"
#include "tools/slips/slip_printer.h"
#include "words/words.h"

static void show_progress(void *context, int done, int all)
{
	const struct slips_run *slips = context;

	if (all >= 1000)
		report_progress(slips->arguments, _("Slips"), done, all);
}

static struct slip_job slips_run_job(struct slips_run *slips)
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
static enum status hand_over(struct slips_run *slips)
{
	return slips->printer ? slip_printer_send(slips->printer)
			      : slip_file_sync(slips->file);
}

/* Called by the store inside its transaction. */
static enum status put_on_paper(void *context, const struct slip *tokens,
				int count, int first_serial)
{
	struct slips_run *slips = context;
	const struct slip_job job = slips_run_job(slips);
	enum status status =
	    slip_print(&job, tokens, count, first_serial, &slips->gaps);

	if (status == STATUS_OK)
		status = hand_over(slips);
	slips->first_serial = first_serial;
	slips->paper_status = status;
	return status;
}

/* The slips are in the roll and the PDF is on the disk; only its name is not
 * yet right. */
static enum status publish(struct slips_run *slips)
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
static enum status printer_error(const struct slips_run *slips)
{
	const char *why = slip_printer_why(slips->printer);

	return report_error(slips->arguments, STATUS_PRINTER,
			    _("%1$s: no slip was made. %2$s"),
			    slips_run_where(slips), why);
}

/* The printer has them, the roll perhaps not. */
static enum status printed_in_vain(const struct slips_run *slips,
				   enum status status)
{
	if (status == STATUS_UNCERTAIN)
		return report_refusal(
		    slips->arguments, status,
		    _("Slips came out of %s. See with stemmeboks status "
		      "whether they count."),
		    slips_run_where(slips));
	return report_error(slips->arguments, status,
			    _("Slips came out of %s but do not count: throw "
			      "them away."),
			    slips_run_where(slips));
}

enum status slips_run_print(struct slips_run *slips)
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
				    _("%s: no slip was made."),
				    slips_run_where(slips));
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

enum status slips_run_print_test(struct slips_run *slips)
{
	const struct slip_job job = slips_run_job(slips);
	enum status status = slip_print_test(&job, &slips->gaps);

	if (status == STATUS_OK)
		status = hand_over(slips);
	if (status == STATUS_OK && slips->file)
		status = slip_file_publish(slips->file);
	if (status == STATUS_OK)
		return status;
	return report_error(
	    slips->arguments, status, "%s %s", slips_run_where(slips),
	    slips->printer ? slip_printer_why(slips->printer) : "");
}
