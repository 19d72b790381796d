/* money.h - amounts in minor units (øre), read and written without loss. */
#ifndef STEMMEBOKS_MONEY_H
#define STEMMEBOKS_MONEY_H

#include <stddef.h>
#include <stdint.h>

#include "core/status.h"

enum {
	MONEY_MINOR = 100, /* øre in a krone */
	MONEY_TEXT = 32,
};

/* The largest amount a meeting may name: 10 billion kroner. Sums of all
 * proposals of a meeting stay far below 2^63. */
#define MONEY_MAX_MINOR INT64_C(1000000000000)

/* Reads an amount as spreadsheets save it: "25000", "25.000", "25.000,00 kr.",
 * "25,000.00", "kr 25 000", "25000,5". One separator followed by exactly three
 * digits is a thousands mark only where it is unambiguous: "25.000" is Danish
 * for 25000 and taken so, "25,000" may be 25 or 25000 and is refused.
 *
 * STATUS_MONEY_SYNTAX, STATUS_MONEY_AMBIGUOUS or STATUS_MONEY_RANGE (negative,
 * above MONEY_MAX_MINOR, more than two decimals); *ret_minor is then untouched.
 */
enum status money_parse(const char *text, size_t length, int64_t *ret_minor);

/* "25.000" or "25.000,50": whole amounts without decimals, THOUSANDS between
 * groups of three and DECIMAL before the øre. */
void money_format(int64_t minor, char thousands, char decimal,
		  char ret_text[MONEY_TEXT]);

#endif
