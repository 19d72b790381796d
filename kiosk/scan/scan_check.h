/* scan_check.h - whether a scanner sends every symbol a slip can hold, and how
 * fast.
 *
 * A helper scans a printed code of SCAN_CHECK_TEXT. A scanner that types as on
 * a foreign keyboard sends some symbols as others; one that is set wrongly may
 * leave some out.
 */
#ifndef STEMMEBOKS_SCAN_CHECK_H
#define STEMMEBOKS_SCAN_CHECK_H

#include <stdint.h>

struct scan_line;

enum { SCAN_CHECK_SYMBOLS = 32 };

/* What the test code holds: the symbols of SLIP_ALPHABET in their order. As a
 * QR code in alphanumeric mode it is version 2 at level M, or 3 at level Q. */
extern const char SCAN_CHECK_TEXT[SCAN_CHECK_SYMBOLS + 1];

enum scan_verdict {
	SCAN_CHECK_GOOD,    /* all 32 came, each as itself */
	SCAN_CHECK_CHANGED, /* as many as were sent, some as others */
	SCAN_CHECK_MISSING, /* some did not come, or more came than was sent */
	SCAN_CHECK_OTHER,   /* not the test code: scan that one */
};

struct scan_check {
	enum scan_verdict verdict;
	int arrived; /* symbols that came as themselves, 0..32 */
	/* Those that did not, in their order. */
	char missing[SCAN_CHECK_SYMBOLS + 1];
	/* When CHANGED: what came in place of each of them; '?': no digit or
	 * letter. Else empty. */
	char came_as[SCAN_CHECK_SYMBOLS + 1];
	uint32_t time_ms; /* from the first symbol to the last */
	/* Symbols a second; 0: all at once, as a camera or a serial line gives
	 * them. */
	uint32_t per_second;
};

/* LINE came from FIRST_MS (its first symbol) to LAST_MS (its last, not
 * earlier). Case does not matter, and I, L and O count as the digits they look
 * like, since they do on a slip (slip.h). */
void scan_check_line(const struct scan_line *line, uint64_t first_ms,
		     uint64_t last_ms, struct scan_check *ret_check);

#endif
