/* What `stemmeboks slips` says at the end. */

#include "tools/commands/slips_run.h"
#include "tools/line/report.h"
#include "words/words.h"

/* The file or the printer, as it was named. */
const char *slips_run_where(const struct slips_run *slips)
{
	return slips->path ? slips->path : slips->printer_name;
}

static void tell_gaps(const struct slips_run *slips)
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

void slips_run_tell(const struct slips_run *slips)
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
			    slips_run_where(slips), slips->count,
			    slips->first_serial, last);
		if (slips->path)
			report_line(
			    arguments, "%s",
			    _("Who has this file can vote. Let nobody see it; "
			      "delete it once it is printed."));
	} else {
		report_line(arguments, _("%s: a page to test scanners with."),
			    slips_run_where(slips));
	}
	if (slips->path)
		report_line(
		    arguments, "%s",
		    _("Print at 100 % (actual size), never \"fit to page\"."));
	tell_gaps(slips);
	report_json(
	    arguments,
	    json_pack("{s:s, s:i, s:i, s:i, s:i, s:s, s:s, s:s, s:i, "
		      "s:i}",
		      slips->path ? "file" : "printer", slips_run_where(slips),
		      "slips", slips->count, "first_serial",
		      slips->count ? slips->first_serial : 0, "last_serial",
		      slips->count ? last : 0, "pages", pages, "size",
		      layout->name, "kind", slips->kind, "language",
		      slips->language ? slips->language : "", "letters_missing",
		      slips->gaps.letters, "languages_missing",
		      slips->gaps.languages));
}
