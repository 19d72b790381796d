/* Cells that are numbers. */
#include "tools/pabulib/pabulib_read.h"

#include "words/words.h"

enum status reading_number(struct reading *reading, struct span text,
			   const char *what, struct number *ret_number)
{
	enum number_form form = number_read(text, ret_number);
	long line = reading->rows.row_line;
	const char *shown;

	if (form == NUMBER_FINE)
		return STATUS_OK;
	shown = reading_show(reading, text);
	if (form == NUMBER_COMMA)
		return reading_note(
		    reading, NOTE_COMMA, line,
		    _("%1$s: the comma in %2$s was taken as a decimal point. "
		      "Write a point."),
		    what, shown);
	return reading_refuse(
	    reading, line,
	    form == NUMBER_AMBIGUOUS
		? _("%1$s: %2$s can be read in two ways. Write decimals "
		    "behind a point, and nothing between thousands.")
	    : form == NUMBER_RANGE
		? _("%1$s: %2$s is out of range. It must not be below 0, "
		    "nor have more than 18 digits or 6 decimals.")
		: _("%1$s: \"%2$s\" is no number. Write digits, and "
		    "decimals behind a point."),
	    what, shown);
}

enum status reading_money(struct reading *reading, long line,
			  struct number number, const char *what,
			  int64_t *ret_minor)
{
	enum { HUNDREDTHS = 2 };

	if (!number_scaled(number, HUNDREDTHS, ret_minor) ||
	    *ret_minor > ELECTION_MONEY_MOST)
		return reading_refuse(
		    reading, line,
		    _("%s: this amount is too large, or finer than "
		      "hundredths. Write it with two decimals."),
		    what);
	return STATUS_OK;
}
