/* slip_print.h - slips as a PDF, the same bytes for the same slips. */
#ifndef STEMMEBOKS_SLIP_PRINT_H
#define STEMMEBOKS_SLIP_PRINT_H

#include <stddef.h>

#include "core/slip.h"
#include "store/roll.h"
#include "tools/paper/paper_pdf.h"
#include "tools/slips/slip_layout.h"

struct meeting;

struct slip_job {
	const struct meeting *meeting;
	const char *kind; /* of all slips, "" for none */
	/* One of the meeting's, in which the kiosk begins with these slips;
	 * NULL for none. It is on the paper only (slip.h). */
	const char *language;
	bool choices; /* slips with the proposals on them, to be ticked */
	/* The kiosks that they are for, whose numbers stand on them. */
	struct roll_share share;
	/* Without them: the paper. With them the smallest that holds all. */
	enum slip_paper paper;
	const char *fonts;	/* the folder with our fonts */
	struct paper_sink sink; /* where the PDF goes */
	/* Called now and then with the slips done of all; may be NULL. */
	void (*progress)(void *context, int done, int all);
	void *progress_context;
};

/* What came of a print, and what it could not show; told to organisers. */
struct slip_gaps {
	enum slip_paper paper; /* it was printed on */
	int letters;	       /* characters that are in none of our fonts */
	int languages; /* names of languages left out for the same reason */
};

/* Prints COUNT slips in this order, their stubs numbered from FIRST_SERIAL. The
 * creation date in the PDF is the meeting's date, never the clock's.
 *
 * STATUS_FILE_MISSING without fonts, STATUS_LIMIT when the proposals fit on no
 * sheet, STATUS_MEMORY, or what the sink returned; what was written so far is
 * then no whole PDF. */
enum status slip_print(const struct slip_job *job, const struct slip *slips,
		       int count, int first_serial, struct slip_gaps *ret_gaps);

/* Prints one page to try a scanner with, marked TEST: a code of SLIP_ALPHABET,
 * which the kiosk's scanner test asks for, and two that look like slips and
 * together hold all symbols too. Their check symbols are wrong, so that no
 * meeting can ever take them. As slip_print(); JOB's kind is not looked at. */
enum status slip_print_test(const struct slip_job *job,
			    struct slip_gaps *ret_gaps);

/* JOB's document on LAYOUT's paper, named TITLE (borrowed), with the layout's
 * name as its subject; used by both. */
struct paper_document slip_document(const struct slip_job *job,
				    const struct slip_layout *layout,
				    const char *title);

enum { SLIP_TEST_CODES = 2 };

/* Those that look like slips. Static. */
extern const struct slip slip_test_codes[SLIP_TEST_CODES];

#endif
