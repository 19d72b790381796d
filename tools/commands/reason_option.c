#include "tools/commands/reason_option.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/utf8.h"
#include "words/words.h"

enum { REASON_BYTES = 200 };

/* A letter or a digit of any script, not a dot, a blank and the like; U+2000 to
 * U+2bff are such signs. */
static bool character_says(uint32_t character)
{
	if (character < 0x80)
		return isalnum((int)character) != 0;
	return character >= 0xc0 && (character < 0x2000 || character > 0x2bff);
}

/* Whether TEXT is valid; *ret_says: whether a character of it says anything. */
static bool text_read(const char *text, size_t length, bool *ret_says)
{
	uint32_t character;
	size_t size;

	*ret_says = false;
	for (; length > 0; text += size, length -= size) {
		size = utf8_read(text, length, &character);
		if (size == 0)
			return false;
		*ret_says |= character_says(character);
	}
	return true;
}

/* A reason stands on one line of the protocol. */
enum status reason_check(const char *reason, char ret_why[REASON_WHY])
{
	size_t length = strlen(reason);
	const char *wrong = NULL;
	bool says;

	if (strspn(reason, " ") == length)
		wrong = _("--reason is empty. Say how the room agreed.");
	else if (length > REASON_BYTES)
		wrong = _("--reason is too long. Say it in one short line.");
	else if (!text_read(reason, length, &says))
		wrong = _("--reason is not valid text.");
	else if (!says)
		wrong = _("--reason says nothing. Write how the room agreed.");
	for (size_t i = 0; !wrong && i < length; i++)
		if ((unsigned char)reason[i] < ' ' || reason[i] == 127)
			wrong = _("--reason must stand on one line.");
	if (wrong)
		snprintf(ret_why, REASON_WHY, "%s", wrong);
	return wrong ? STATUS_USAGE : STATUS_OK;
}
