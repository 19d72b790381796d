#include "core/status.h"

#include <assert.h>

/* Marks a gettext key for extraction; it is translated where it is shown. */
#define N_(text) text

static const struct {
	const char *spelled;
	const char *text;
	int exit_code;
} table[STATUS_COUNT] = {
#define STATUS(name, spelled, exit_code, text) {spelled, text, exit_code},
#include "core/status.def"
#undef STATUS
};

const char *status_name(enum status status)
{
	assert((unsigned)status < STATUS_COUNT);
	return table[status].spelled;
}

const char *status_text(enum status status)
{
	assert((unsigned)status < STATUS_COUNT);
	return table[status].text;
}

int status_exit_code(enum status status)
{
	assert((unsigned)status < STATUS_COUNT);
	return table[status].exit_code;
}
