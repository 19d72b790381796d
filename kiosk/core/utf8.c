#include "core/utf8.h"

#include <stdbool.h>
#include <string.h>

size_t utf8_read(const char *bytes, size_t length, uint32_t *ret_character)
{
	static const struct {
		unsigned char mask, lead; /* of the first byte */
		uint32_t least;		  /* shortest form only */
	} forms[] = {
	    {0x80, 0x00, 0},
	    {0xe0, 0xc0, 0x80},
	    {0xf0, 0xe0, 0x800},
	    {0xf8, 0xf0, 0x10000},
	};
	const unsigned char *byte = (const unsigned char *)bytes;

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		uint32_t character;

		if (length <= i || (byte[0] & forms[i].mask) != forms[i].lead)
			continue;
		character = byte[0] & (unsigned char)~forms[i].mask;
		for (size_t j = 1; j <= i; j++) {
			if ((byte[j] & 0xc0) != 0x80)
				return 0;
			character = character << 6 | (byte[j] & 0x3f);
		}
		if (character < forms[i].least || character > 0x10ffff ||
		    (character >= 0xd800 && character <= 0xdfff))
			return 0;
		*ret_character = character;
		return i + 1;
	}
	return 0;
}

size_t utf8_next(const char *bytes, size_t length, uint32_t *ret_character)
{
	size_t size = utf8_read(bytes, length, ret_character);

	if (size > 0)
		return size;
	*ret_character = UTF8_WRONG;
	return 1;
}

size_t utf8_write(uint32_t character, char ret_text[UTF8_MAX])
{
	unsigned char *bytes = (unsigned char *)ret_text;

	if (character < 0x80) {
		bytes[0] = (unsigned char)character;
		return 1;
	}
	if (character < 0x800) {
		bytes[0] = (unsigned char)(0xC0 | character >> 6);
		bytes[1] = (unsigned char)(0x80 | (character & 0x3F));
		return 2;
	}
	if (character < 0x10000) {
		bytes[0] = (unsigned char)(0xE0 | character >> 12);
		bytes[1] = (unsigned char)(0x80 | (character >> 6 & 0x3F));
		bytes[2] = (unsigned char)(0x80 | (character & 0x3F));
		return 3;
	}
	bytes[0] = (unsigned char)(0xF0 | character >> 18);
	bytes[1] = (unsigned char)(0x80 | (character >> 12 & 0x3F));
	bytes[2] = (unsigned char)(0x80 | (character >> 6 & 0x3F));
	bytes[3] = (unsigned char)(0x80 | (character & 0x3F));
	return 4;
}

/* A byte 10xxxxxx goes on with a character. */
static bool goes_on(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

size_t utf8_cut(const char *text, size_t size)
{
	size_t length = strlen(text);

	if (length <= size)
		return length;
	length = size;
	while (length > 0 && goes_on(text[length]))
		length--;
	return length;
}

int utf8_characters(const char *text)
{
	int count = 0;

	for (; *text; text++)
		count += !goes_on(*text);
	return count;
}
