/* slips_run.h - one run of `stemmeboks slips`: what was asked for, the
 * printing, and what is told of it. Only for cmd_slips.c and the files named
 * here. What returns a status has told the reason already. */
#ifndef STEMMEBOKS_SLIPS_RUN_H
#define STEMMEBOKS_SLIPS_RUN_H

#include <limits.h>
#include <stdbool.h>

#include "store/roll.h"
#include "tools/slips/slip_print.h"

struct arguments;
struct slip_file;
struct slip_printer;
struct store;

/* One run of the command. */
struct slips_run {
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

/* slips_run_options.c: reads RUN's arguments into it, which are borrowed;
 * STATUS_USAGE where they do not go together. */
enum status slips_run_options(struct slips_run *run);

/* slips_run_options.c, with the store open: STATUS_USAGE unless the kiosk can
 * begin in the slips' language. */
enum status slips_run_language(struct slips_run *run);

/* slips_run_options.c, with the store open: finds for which kiosks the slips
 * are, as all of this meeting, and in a kiosk's own file for that one.
 * STATUS_USAGE when it was asked for otherwise, STATUS_STORE. */
enum status slips_run_share(struct slips_run *run);

/* slips_run_print.c: the new slips, in the roll and on paper; with all open.
 * After a failure no slip counts, but for STATUS_UNCERTAIN. */
enum status slips_run_print(struct slips_run *run);

/* slips_run_print.c: the page to test scanners with, which touches no roll. */
enum status slips_run_print_test(struct slips_run *run);

/* The file or the printer, as it was named. */
const char *slips_run_where(const struct slips_run *run);

/* slips_run_tell.c: what came of a run that went well. */
void slips_run_tell(const struct slips_run *run);

#endif
