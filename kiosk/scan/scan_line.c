#include "scan/scan_line.h"

#include <sodium/utils.h>

void scan_line_wipe(struct scan_line *line)
{
	sodium_memzero(line, sizeof(*line));
}

void scan_line_add(struct scan_line *line, char symbol)
{
	if (line->length < SCAN_LINE_SYMBOLS)
		line->text[line->length++] = symbol;
}
