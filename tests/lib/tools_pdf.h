/* tools_pdf.h - counted meetings as values, and the PDFs made of them as people
 * and their tools read them. */
#ifndef STEMMEBOKS_TESTS_TOOLS_PDF_H
#define STEMMEBOKS_TESTS_TOOLS_PDF_H

#include "tools/bundle/bundle.h"
#include "tools/paper/paper.h"

/* A counted meeting with nothing behind it but MEETING, which it takes, and the
 * VOTES of its proposals in ballot order; BALLOTS of them cast, ten more slips
 * unused and one void. The DECISIONS[COUNT] are copied, their reasons borrowed.
 * Free with pdf_bundle_free(). */
struct bundle *pdf_bundle(struct meeting *meeting, const int *votes,
			  int ballots, const struct decision *decisions,
			  int count);

/* Gives BUNDLE a count by hand and counts the money again. */
void pdf_hand(struct bundle *bundle, const int64_t *votes, int ballots,
	      bool stands, const char *reason);

void pdf_bundle_free(struct bundle *bundle);

/* Bolbro with other money to seek and an address, and its usual votes. */
struct bundle *pdf_bolbro(void);

/* A meeting that is hard to print: PROPOSALS of them in POTS pots, titles as
 * long as they may be, one of them Arabic. */
struct bundle *pdf_hard(int proposals, int pots);

/* A PDF in memory and in the file at path. */
struct pdf {
	char *bytes;
	size_t size;
	char *folder, *path;
};

/* What MAKE writes to its stream, which must go well. Free with pdf_free(). */
#define pdf_make(ret_pdf, make)                                                \
	do {                                                                   \
		FILE *out = pdf_open(ret_pdf);                                 \
		assert_int_equal(make, STATUS_OK);                             \
		pdf_close(ret_pdf, out);                                       \
	} while (0)
FILE *pdf_open(struct pdf *ret_pdf);
void pdf_close(struct pdf *pdf, FILE *out);
void pdf_free(struct pdf *pdf);

/* Its text in the order it was drawn, without any white space. free(). */
char *pdf_text(const struct pdf *pdf);

/* Fails the test when WANTED, white space aside, is not in TEXT of pdf_text().
 */
void expect_in(const char *text, const char *wanted);
void expect_not_in(const char *text, const char *wanted);

/* How often it is. */
int times_in(const char *text, const char *wanted);

int pdf_pages(const struct pdf *pdf);

/* Fails when a word stands nearer to an edge than MARGIN_MM or on another word,
 * or was cut, or there is none. */
void expect_laid_out(const struct pdf *pdf, double margin_mm);

/* Fails when it holds other fonts than ours or one is not embedded. */
void expect_fonts(const struct pdf *pdf);

/* The size of the type in which WORD stands first on PAGE (0: on any), in
 * points, from the height of its box: that of a line, 1.362 em in our fonts. */
double pdf_type_size(const struct pdf *pdf, int page, const char *word);

/* The text of page PAGE (from 1), as pdf_text(). */
char *pdf_page_text(const struct pdf *pdf, int page);

/* What a telephone reads from the codes, each line a code. free(). */
char *pdf_codes(const struct pdf *pdf);

#endif
