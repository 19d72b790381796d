/* What a published folder is called on a stick. */
#include "tools/bundle/bundle_files.h"

#include <ctype.h>
#include <string.h>

#include "core/meeting.h"
#include "core/utf8.h"

/* Danish letters as they are written where there are none. */
static const struct {
	uint32_t character;
	const char *written;
} letters[] = {
    {0xe6, "ae"}, {0xc6, "ae"}, {0xf8, "oe"}, {0xd8, "oe"}, {0xe5, "aa"},
    {0xc5, "aa"}, {0xe9, "e"},	{0xc9, "e"},  {0xe4, "ae"}, {0xc4, "ae"},
    {0xf6, "oe"}, {0xd6, "oe"}, {0xfc, "ue"}, {0xdc, "ue"},
};

/* Adds CHARACTER to NAME; what has no letter parts words. */
static void name_add(char name[BUNDLE_FOLDER], uint32_t character)
{
	char small[2] = "";
	const char *written = small;
	size_t used = strlen(name);

	if (character < 0x80 && isalnum((int)character))
		small[0] = (char)tolower((int)character);
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (letters[i].character == character)
			written = letters[i].written;
	if (!*written)
		written = used > 0 && name[used - 1] != '-' ? "-" : "";
	if (used + strlen(written) < BUNDLE_FOLDER)
		memcpy(name + used, written, strlen(written) + 1);
}

static void text_add(char name[BUNDLE_FOLDER], const char *text)
{
	size_t length = strlen(text);

	while (length > 0) {
		uint32_t character = ' ';
		size_t size = utf8_read(text, length, &character);

		name_add(name, size ? character : ' ');
		size = size ? size : 1;
		text += size;
		length -= size;
	}
}

void bundle_folder_name(const struct meeting *meeting,
			char ret_name[BUNDLE_FOLDER])
{
	size_t length;

	ret_name[0] = '\0';
	text_add(ret_name, meeting->date);
	name_add(ret_name, ' ');
	text_add(ret_name, meeting_text(meeting, &meeting->title, 0, NULL));
	length = strlen(ret_name);
	if (length > 0 && ret_name[length - 1] == '-')
		ret_name[length - 1] = '\0';
	if (!*ret_name)
		snprintf(ret_name, BUNDLE_FOLDER, "result");
}
