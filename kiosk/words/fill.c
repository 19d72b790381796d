/* Values put into sentences keep their own direction (UAX 9, isolates). */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/utf8.h"
#include "words/words.h"

/* FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE. */
#define ISOLATE "\u2068"
#define ISOLATE_END "\u2069"

enum { FORMAT_TEXT = 1024 };

/* Unicode 15, DerivedBidiClass: where letters of class R and AL lie. */
static const struct {
	uint32_t first, last;
} from_right[] = {
    {0x0590, 0x08ff},	{0xfb1d, 0xfdff},   {0xfe70, 0xfeff},
    {0x10800, 0x10fff}, {0x1e800, 0x1efff},
};

enum { FROM_RIGHT = sizeof(from_right) / sizeof(from_right[0]) };

/* Whether a letter of TEXT is written from the right. */
static bool any_from_right(const char *text)
{
	size_t left = strlen(text);
	uint32_t letter;

	while (left > 0) {
		size_t size = utf8_next(text, left, &letter);

		for (int i = 0; i < FROM_RIGHT; i++)
			if (letter >= from_right[i].first &&
			    letter <= from_right[i].last)
				return true;
		text += size;
		left -= size;
	}
	return false;
}

/* Copies FORMAT with every %s of it between isolates; FORMAT itself when it is
 * too long for that. */
__attribute__((format_arg(1))) static const char *
isolating(const char *format, char ret_format[FORMAT_TEXT])
{
	enum { MORE = sizeof(ISOLATE ISOLATE_END) };
	char *to = ret_format;

	for (const char *at = format; *at;) {
		size_t size = strcspn(at, "%");

		if (*at == '%')
			size = 1 + strspn(at + 1, "0123456789$.*lhjz") + 1;
		if ((size_t)(to - ret_format) + size + MORE > FORMAT_TEXT)
			return format;
		if (*at == '%' && at[size - 1] == 's') {
			to = stpcpy(to, ISOLATE);
			to = mempcpy(to, at, size);
			to = stpcpy(to, ISOLATE_END);
		} else {
			to = mempcpy(to, at, size);
		}
		at += size;
	}
	*to = '\0';
	return ret_format;
}

void words_fill(char *ret_text, size_t size, const char *format, ...)
{
	char marked[FORMAT_TEXT];
	va_list values;

	va_start(values, format);
	vsnprintf(ret_text, size, format, values);
	va_end(values);
	if (!words_rtl(words_language(NULL)) && !any_from_right(ret_text))
		return;
	va_start(values, format);
	vsnprintf(ret_text, size, isolating(format, marked), values);
	va_end(values);
}
