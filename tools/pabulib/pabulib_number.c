#include "tools/pabulib/pabulib_number.h"

enum { THOUSAND = 3 /* digits in a group of thousands */ };

static bool digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* How many digits TEXT begins with. */
static size_t digits(struct span text)
{
	size_t count = 0;

	while (count < text.length && digit(text.text[count]))
		count++;
	return count;
}

/* Appends digits to *units; false when that is too many. */
static bool append(int64_t *units, int *used, const char *text, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		*used += *used > 0 || text[i] != '0';
		if (*used > NUMBER_DIGITS)
			return false;
		*units = *units * 10 + (text[i] - '0');
	}
	return true;
}

enum number_form number_read(struct span text, struct number *ret_number)
{
	bool minus = text.length > 1 && *text.text == '-';
	struct span part = {text.text + minus, text.length - minus};
	size_t whole = digits(part), decimals = 0;
	struct number number = {0, 0};
	int used = 0;
	bool comma = false;

	if (whole == 0)
		return NUMBER_NONE;
	if (whole < part.length) {
		struct span rest = {part.text + whole + 1,
				    part.length - whole - 1};

		comma = part.text[whole] == ',';
		decimals = digits(rest);
		if ((!comma && part.text[whole] != '.') ||
		    decimals != rest.length || decimals == 0)
			return NUMBER_NONE;
		if (comma && decimals == THOUSAND && whole <= THOUSAND)
			return NUMBER_AMBIGUOUS;
		while (decimals > 0 && rest.text[decimals - 1] == '0')
			decimals--;
	}
	if (minus || decimals > NUMBER_PLACES ||
	    !append(&number.units, &used, part.text, whole) ||
	    !append(&number.units, &used, part.text + whole + 1, decimals))
		return NUMBER_RANGE;
	number.places = (int)decimals;
	*ret_number = number;
	return comma ? NUMBER_COMMA : NUMBER_FINE;
}

int64_t number_power(int places)
{
	int64_t power = 1;

	while (places-- > 0)
		power *= 10;
	return power;
}

bool number_scaled(struct number number, int places, int64_t *ret_units)
{
	if (number.places > places ||
	    __builtin_mul_overflow(number.units,
				   number_power(places - number.places),
				   &number.units))
		return false;
	*ret_units = number.units;
	return true;
}

int64_t number_scaled_up(struct number number, int places)
{
	int64_t units, power;

	if (number.places <= places)
		return number_scaled(number, places, &units) ? units
							     : INT64_MAX;
	power = number_power(number.places - places);
	return number.units / power + (number.units % power > 0);
}
