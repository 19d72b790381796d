/* tools_paper.h - a paper of a counted meeting as a test prints and reads it.
 */
#ifndef STEMMEBOKS_TESTS_TOOLS_PAPER_H
#define STEMMEBOKS_TESTS_TOOLS_PAPER_H

#include "tests/lib/tools_pdf.h"

/* A test's set-up: the words are the keys, in English. */
int paper_set_up(void **state);

/* From here on the words are in Danish where the meeting speaks it. */
void paper_danish(void);

/* From here on the words that MESSAGES translates, as in a .po file, are in
 * Arabic where the meeting speaks it. Returns the folder of the catalogue, for
 * disk_remove(). */
char *paper_arabic(const char *messages);

struct printed {
	struct bundle *bundle;
	struct pdf pdf;
	char *text; /* pdf_text() of it */
};

/* What PRINT (one of paper.h) makes of BUNDLE, which it takes; it must go well.
 * Free with printed_free(). */
struct printed printed(struct bundle *bundle,
		       enum status (*print)(const struct bundle *bundle,
					    FILE *out));
void printed_free(struct printed *printed);

/* The same bundle, which the test has changed, printed anew. */
void printed_again(struct printed *printed,
		   enum status (*print)(const struct bundle *bundle,
					FILE *out));

/* Fails unless PRINT makes the same bytes of Bolbro twice, in another time zone
 * and without the machine's fonts, dated with the meeting's date. */
void expect_same_again(enum status (*print)(const struct bundle *bundle,
					    FILE *out));

#endif
