#include "scan/scan_check.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "core/slip.h"
#include "scan/scan_line.h"

enum {
	/* Fewer of the symbols: another code. Ten are missing when a scanner
	 * sends no digits. */
	OTHER_BELOW = 20,
	OTHER_ABOVE = 45, /* more symbols than this: another code too */
	MS_A_SECOND = 1000,
};

const char SCAN_CHECK_TEXT[SCAN_CHECK_SYMBOLS + 1] =
    "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static bool is_symbol(char came, int value)
{
	return slip_symbol_value(came) == value;
}

static bool came_anywhere(const struct scan_line *line, int value)
{
	for (size_t i = 0; i < line->length; i++)
		if (is_symbol(line->text[i], value))
			return true;
	return false;
}

static char shown(char came)
{
	bool plain = (came >= '0' && came <= '9') ||
		     (came >= 'A' && came <= 'Z') ||
		     (came >= 'a' && came <= 'z');

	return plain ? came : '?';
}

/* Where nothing is missing, a symbol has to come at its place. */
static void compare(const struct scan_line *line, struct scan_check *check)
{
	bool whole = line->length == SCAN_CHECK_SYMBOLS;
	int missing = 0;

	for (int value = 0; value < SCAN_CHECK_SYMBOLS; value++) {
		if (whole ? is_symbol(line->text[value], value)
			  : came_anywhere(line, value)) {
			check->arrived++;
			continue;
		}
		if (whole)
			check->came_as[missing] = shown(line->text[value]);
		check->missing[missing++] = SCAN_CHECK_TEXT[value];
	}
}

static enum scan_verdict judge(const struct scan_line *line,
			       const struct scan_check *check)
{
	if (check->arrived < OTHER_BELOW || line->length == SLIP_SYMBOLS ||
	    line->length > OTHER_ABOVE)
		return SCAN_CHECK_OTHER;
	if (line->length != SCAN_CHECK_SYMBOLS)
		return SCAN_CHECK_MISSING;
	return check->missing[0] ? SCAN_CHECK_CHANGED : SCAN_CHECK_GOOD;
}

void scan_check_line(const struct scan_line *line, uint64_t first_ms,
		     uint64_t last_ms, struct scan_check *ret_check)
{
	struct scan_check check = {0};

	assert(last_ms >= first_ms);
	compare(line, &check);
	check.verdict = judge(line, &check);
	check.time_ms = (uint32_t)(last_ms - first_ms);
	if (check.time_ms && line->length > 1)
		check.per_second = (uint32_t)((line->length - 1) * MS_A_SECOND /
					      check.time_ms);
	*ret_check = check;
}
