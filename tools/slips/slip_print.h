/* slip_print.h - slips as a PDF, the same bytes for the same slips. */
#ifndef STEMMEBOKS_SLIP_PRINT_H
#define STEMMEBOKS_SLIP_PRINT_H

#include <stddef.h>

#include "core/slip.h"
#include "tools/slips/slip_layout.h"

struct meeting;

/* Where the PDF goes: WRITE gets it piece by piece, in order. */
struct slip_sink {
	enum status (*write)(void *context, const void *bytes, size_t size);
	void *context;
};

struct slip_job {
	const struct meeting *meeting;
	const char *kind; /* of all slips, "" for none */
	enum slip_paper paper;
	const char *fonts; /* the folder with our fonts */
	struct slip_sink sink;
	/* Called now and then with the slips done of all; may be NULL. */
	void (*progress)(void *context, int done, int all);
	void *progress_context;
};

/* What a print could not show; told to organisers. */
struct slip_gaps {
	int letters;   /* characters that are in none of our fonts */
	int languages; /* names of languages left out for the same reason */
};

/* Prints COUNT slips in this order, their stubs numbered from FIRST_SERIAL. The
 * creation date in the PDF is the meeting's date, never the clock's.
 *
 * STATUS_FILE_MISSING without fonts, STATUS_MEMORY, or what the sink returned;
 * what was written so far is then no whole PDF. */
enum status slip_print(const struct slip_job *job, const struct slip *slips,
		       int count, int first_serial, struct slip_gaps *ret_gaps);

/* Prints one page to try a scanner with: codes that together hold all 32
 * symbols, marked TEST. Their check symbols are wrong, so that no meeting can
 * ever take them. As slip_print(); JOB's kind is not looked at. */
enum status slip_print_test(const struct slip_job *job,
			    struct slip_gaps *ret_gaps);

enum { SLIP_TEST_CODES = 2 };

/* The codes of the test slip; they are no slips. Static. */
extern const struct slip slip_test_codes[SLIP_TEST_CODES];

#endif
