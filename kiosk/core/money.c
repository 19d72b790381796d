#include "core/money.h"

#include <stdbool.h>
#include <string.h>

enum { GROUP = 3, GROUPS = 8, DECIMALS = 2 };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* What may stand around a number and does not change it, in small letters;
 * longest first. */
static const char *const units[] = {"kroner", "dkk", "kr.", "kr", ",-", ".-"};

/* Blanks as they stand between groups: plain, tab, no-break, thin, narrow. */
static const char *const blanks[] = {" ", "\t", "\u00a0", "\u2009", "\u202f"};

/* A hyphen and the true minus sign. */
static const char *const minuses[] = {"-", "\u2212"};

struct span {
	const char *text;
	size_t length;
};

/* The digits taken apart: runs of them and the marks between. */
struct number {
	struct span run[GROUPS];
	char mark[GROUPS]; /* mark[i] stands after run[i]; ' ' for any blank */
	int runs;
};

static bool begins_with(struct span span, const char *word)
{
	size_t length = strlen(word);

	if (span.length < length)
		return false;
	for (size_t i = 0; i < length; i++) {
		char byte = span.text[i];

		if (byte >= 'A' && byte <= 'Z')
			byte = (char)(byte - 'A' + 'a');
		if (byte != word[i])
			return false;
	}
	return true;
}

static bool ends_with(struct span span, const char *word)
{
	size_t length = strlen(word);

	return span.length >= length &&
	       begins_with(
		   (struct span){span.text + span.length - length, length},
		   word);
}

/* The length of the word of WORDS that SPAN begins with, or 0. */
static size_t word_at(struct span span, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (begins_with(span, words[i]))
			return strlen(words[i]);
	return 0;
}

static struct span span_skip(struct span span, size_t length)
{
	return (struct span){span.text + length, span.length - length};
}

static struct span span_trim(struct span span)
{
	size_t blank;

	while ((blank = word_at(span, blanks, COUNT(blanks))) > 0)
		span = span_skip(span, blank);
	for (size_t i = 0; i < COUNT(blanks); i++) {
		while (ends_with(span, blanks[i])) {
			span.length -= strlen(blanks[i]);
			i = 0;
		}
	}
	return span;
}

/* SPAN without a unit before or after the number. */
static struct span span_without_unit(struct span span)
{
	for (size_t i = 0; i < COUNT(units); i++) {
		if (ends_with(span, units[i])) {
			span.length -= strlen(units[i]);
			return span_trim(span);
		}
	}
	for (size_t i = 0; i < COUNT(units); i++)
		if (units[i][0] >= 'a' && begins_with(span, units[i]))
			return span_trim(span_skip(span, strlen(units[i])));
	return span;
}

/* Takes SPAN apart; false when it is anything but runs of digits with single
 * marks between them. */
static bool number_read(struct span span, struct number *ret_number)
{
	struct number number = {.runs = 0};

	while (number.runs < GROUPS) {
		struct span *run = &number.run[number.runs];
		size_t blank;

		*run = (struct span){span.text, 0};
		while (run->length < span.length &&
		       span.text[run->length] >= '0' &&
		       span.text[run->length] <= '9')
			run->length++;
		if (run->length == 0)
			return false;
		span = span_skip(span, run->length);
		if (span.length == 0) {
			number.runs++;
			*ret_number = number;
			return true;
		}
		blank = word_at(span, blanks, COUNT(blanks));
		if (!blank && *span.text != '.' && *span.text != ',')
			return false;
		number.mark[number.runs++] = blank ? ' ' : *span.text;
		span = span_skip(span, blank ? blank : 1);
	}
	return false;
}

/* Whether the last run of NUMBER is decimals rather than a group. */
static enum status number_decimals(const struct number *number, bool *ret_is)
{
	int last = number->runs - 2; /* the last mark */
	char mark = last >= 0 ? number->mark[last] : ' ';
	bool grouped;

	for (int i = 1; i < last; i++)
		if (number->mark[i] != number->mark[0])
			return STATUS_MONEY_SYNTAX;
	if (last > 0) {
		*ret_is = mark != number->mark[0];
		return mark == ' ' && *ret_is ? STATUS_MONEY_SYNTAX : STATUS_OK;
	}
	if (mark == ' ') {
		*ret_is = false;
		return STATUS_OK;
	}
	grouped =
	    number->run[0].length <= GROUP && number->run[1].length == GROUP;
	if (grouped && (mark == ',' || *number->run[0].text == '0'))
		return STATUS_MONEY_AMBIGUOUS;
	*ret_is = !grouped;
	return STATUS_OK;
}

static enum status number_value(const struct number *number, bool decimals,
				int64_t *ret_minor)
{
	int groups = decimals ? number->runs - 1 : number->runs;
	int64_t whole = 0, minor = 0;

	for (int i = 0; groups > 1 && i < groups; i++)
		if (number->run[i].length > GROUP ||
		    (i > 0 && number->run[i].length != GROUP))
			return STATUS_MONEY_SYNTAX;
	for (int i = 0; i < groups; i++) {
		for (size_t j = 0; j < number->run[i].length; j++) {
			whole = whole * 10 + (number->run[i].text[j] - '0');
			if (whole > MONEY_MAX_MINOR / MONEY_MINOR)
				return STATUS_MONEY_RANGE;
		}
	}
	if (decimals) {
		struct span run = number->run[groups];

		if (run.length > DECIMALS)
			return STATUS_MONEY_RANGE;
		minor = (run.text[0] - '0') * 10;
		if (run.length == DECIMALS)
			minor += run.text[1] - '0';
	}
	if (whole * MONEY_MINOR + minor > MONEY_MAX_MINOR)
		return STATUS_MONEY_RANGE;
	*ret_minor = whole * MONEY_MINOR + minor;
	return STATUS_OK;
}

enum status money_parse(const char *text, size_t length, int64_t *ret_minor)
{
	struct span span = span_trim((struct span){text, length});
	struct number number;
	size_t minus;
	bool decimals;
	enum status status;

	/* "25.000,- kr." has two. */
	span = span_without_unit(span_without_unit(span));
	minus = word_at(span, minuses, COUNT(minuses));
	span = span_trim(span_skip(span, minus));
	if (!number_read(span, &number))
		return STATUS_MONEY_SYNTAX;
	if (minus)
		return STATUS_MONEY_RANGE;
	status = number_decimals(&number, &decimals);
	if (status != STATUS_OK)
		return status;
	return number_value(&number, decimals, ret_minor);
}

/* Writes the digits of VALUE from the end backwards. */
static char *digits_before(char *end, uint64_t value, char thousands)
{
	for (int i = 0; i == 0 || value; i++) {
		if (i > 0 && i % GROUP == 0)
			*--end = thousands;
		*--end = (char)('0' + value % 10);
		value /= 10;
	}
	return end;
}

void money_format(int64_t minor, char thousands, char decimal,
		  char ret_text[MONEY_TEXT])
{
	uint64_t size = minor < 0 ? 0 - (uint64_t)minor : (uint64_t)minor;
	char text[MONEY_TEXT];
	char *begin = text + sizeof(text);

	*--begin = '\0';
	if (size % MONEY_MINOR) {
		*--begin = (char)('0' + size % 10);
		*--begin = (char)('0' + size / 10 % 10);
		*--begin = decimal;
	}
	begin = digits_before(begin, size / MONEY_MINOR, thousands);
	if (minor < 0)
		*--begin = '-';
	memcpy(ret_text, begin, (size_t)(text + sizeof(text) - begin));
}
