/* status.h - every way a call can end, once for the whole project.
 *
 * A status says what happened; the sentence for people is looked up by the
 * caller (words/), because core never prints.
 */
#ifndef STEMMEBOKS_STATUS_H
#define STEMMEBOKS_STATUS_H

enum status {
#define STATUS(name, spelled, exit_code, text) STATUS_##name,
#include "core/status.def"
#undef STATUS
	STATUS_COUNT
};

/* "slip-used" for STATUS_SLIP_USED: stable, for --json and for tests.
 * The string is static. Asserts that STATUS is one of the table's. */
const char *status_name(enum status status);

/* The English sentence of the table, a gettext key. Static, never NULL. */
const char *status_text(enum status status);

/* The exit code of a command that ends with STATUS; listed in stemmeboks(1). */
int status_exit_code(enum status status);

#endif
