#include "tools/catalogue/format.h"

#include <string.h>

/* One conversion: the number of its argument, 0 where it has none, and what
 * printf takes from it. */
struct conversion {
	int number;
	char kind[FORMAT_KIND];
};

/* The conversion behind a % at *AT, which moves behind it. */
static bool conversion_read(const char **at, struct conversion *ret_conversion)
{
	const char *text = *at;
	size_t length;
	char *kind = ret_conversion->kind;

	ret_conversion->number = 0;
	if (text[0] >= '1' && text[0] <= '9' && text[1] == '$') {
		ret_conversion->number = text[0] - '0';
		text += 2;
	}
	text += strspn(text, "-+ #0");
	text += strspn(text, "0123456789");
	if (*text == '.')
		text += 1 + strspn(text + 1, "0123456789");
	length = strspn(text, "hlzjt");
	if (length > 2 || (length == 2 && text[0] != text[1]) ||
	    (length == 2 && !strchr("hl", text[0])))
		return false;
	memcpy(kind, text, length);
	text += length;
	if (!*text || !strchr(length ? "diouxX" : "diouxXcs", *text))
		return false;
	kind[length] = *text == 'i' ? 'd' : *text;
	kind[length + 1] = '\0';
	*at = text + 1;
	return true;
}

/* Adds CONVERSION to FORMAT; the same argument may be put in twice. */
static bool conversion_add(struct format *format,
			   const struct conversion *conversion, int index)
{
	char *kind;

	if (index >= FORMAT_ARGUMENTS)
		return false;
	kind = format->kinds[index];
	if (*kind && strcmp(kind, conversion->kind) != 0)
		return false;
	memcpy(kind, conversion->kind, FORMAT_KIND);
	if (format->count <= index)
		format->count = index + 1;
	return true;
}

bool format_read(const char *text, struct format *ret_format)
{
	struct format format = {0};
	struct conversion conversion;
	int numbered = 0, plain = 0;

	while ((text = strchr(text, '%'))) {
		text++;
		if (*text == '%') {
			text++;
			continue;
		}
		if (!conversion_read(&text, &conversion) ||
		    !conversion_add(&format, &conversion,
				    conversion.number ? conversion.number - 1
						      : plain))
			return false;
		if (conversion.number)
			numbered++;
		else
			plain++;
	}
	if (numbered && plain)
		return false;
	for (int i = 0; i < format.count; i++)
		if (!*format.kinds[i])
			return false;
	*ret_format = format;
	return true;
}

bool format_fits(const struct format *source, const struct format *translation,
		 bool fewer)
{
	if (translation->count > source->count ||
	    (translation->count < source->count && !fewer))
		return false;
	for (int i = 0; i < translation->count; i++)
		if (strcmp(source->kinds[i], translation->kinds[i]) != 0)
			return false;
	return true;
}
