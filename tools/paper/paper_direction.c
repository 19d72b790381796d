#include "tools/paper/paper_direction.h"

#include <glib.h>

#include "words/words.h"

static bool script_left(GUnicodeScript script)
{
	return script == G_UNICODE_SCRIPT_ARABIC ||
	       script == G_UNICODE_SCRIPT_HEBREW ||
	       script == G_UNICODE_SCRIPT_SYRIAC ||
	       script == G_UNICODE_SCRIPT_THAANA ||
	       script == G_UNICODE_SCRIPT_NKO;
}

bool direction_left(const char *text)
{
	for (; *text; text = g_utf8_next_char(text)) {
		const gunichar letter = g_utf8_get_char(text);

		if (g_unichar_isalpha(letter))
			return script_left(g_unichar_get_script(letter));
	}
	return false;
}

bool direction_language(const char *language)
{
	const char *name = words_endonym(language);

	return name && direction_left(name);
}

bool direction_page(const char *language)
{
	return direction_language(language) && words_translated(language);
}
