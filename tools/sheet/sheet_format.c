/* Whether a number format shows days, times of day or hundredths. */
#include "tools/sheet/sheet_number.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* The formats without a code, those of eastern Asia among them, which are days
 * in every language. */
static const struct {
	int first, last, format;
} known[] = {
    {9, 10, SHEET_PERCENT}, {14, 17, SHEET_DATE},
    {18, 21, SHEET_TIME},   {22, 22, SHEET_DATE | SHEET_TIME},
    {27, 31, SHEET_DATE},   {32, 35, SHEET_TIME},
    {36, 36, SHEET_DATE},   {45, 47, SHEET_TIME},
    {50, 54, SHEET_DATE},   {55, 56, SHEET_TIME},
    {57, 58, SHEET_DATE},
};

int sheet_format_number(int id)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (id >= known[i].first && id <= known[i].last)
			return known[i].format;
	return SHEET_PLAIN;
}

/* The length of what stands at CODE and means itself or a colour, a currency, a
 * language: "kr.", [$-406], \k, _), *-. Hours that go on past a day are in
 * brackets too, and are no such thing. */
static size_t aside(const char *code)
{
	const char *end = NULL;

	switch (*code) {
	case '"':
		end = strchr(code + 1, '"');
		break;
	case '[':
		end = strchr(code, ']');
		if (strchr("hms", tolower((unsigned char)code[1])) &&
		    code[1] == code[end ? end - code - 1 : 1])
			return 0;
		break;
	case '\\':
	case '_':
	case '*':
		return code[1] ? 2 : 1;
	default:
		return 0;
	}
	return end ? (size_t)(end - code) + 1 : strlen(code);
}

int sheet_format_read(const char *code)
{
	int format = SHEET_PLAIN;
	bool month = false;

	if (strncasecmp(code, "general", strlen("general")) == 0)
		return format;
	while (*code && *code != ';') {
		size_t skip = aside(code);

		if (skip) {
			code += skip;
			continue;
		}
		switch (tolower((unsigned char)*code)) {
		case 'y':
		case 'd':
			format |= SHEET_DATE;
			break;
		case 'h':
		case 's':
			format |= SHEET_TIME;
			break;
		case 'm': /* months or minutes */
			month = true;
			break;
		case '%':
			format |= SHEET_PERCENT;
			break;
		default:
			break;
		}
		code++;
	}
	if (month && !(format & SHEET_TIME))
		format |= SHEET_DATE;
	return format;
}
