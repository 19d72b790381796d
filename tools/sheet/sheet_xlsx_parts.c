/* What the cells of an .xlsx file refer to: shared texts and styles. */
#include "tools/sheet/sheet_xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "tools/sheet/sheet_number.h"
#include "tools/sheet/sheet_xml.h"
#include "tools/sheet/sheet_zip.h"

enum { ESCAPE = 7 /* _x000D_ */ };

/* The character that an escape at TEXT stands for, or -1. */
static long escaped(const char *text, size_t left)
{
	long character = 0;

	if (left < ESCAPE || text[0] != '_' || text[1] != 'x' ||
	    text[ESCAPE - 1] != '_')
		return -1;
	for (int i = 2; i < ESCAPE - 1; i++) {
		static const char digits[] = "0123456789abcdef0123456789ABCDEF";
		const char *digit = strchr(digits, text[i]);

		if (!digit || !*digit)
			return -1;
		character = 16 * character + (digit - digits) % 16;
	}
	/* Half a character, or none. */
	if (character == 0 || (character >= 0xd800 && character <= 0xdfff))
		return -1;
	return character;
}

/* CHARACTER, below 65536, as UTF-8. */
static size_t utf8_put(long character, char to[3])
{
	if (character < 0x80) {
		to[0] = (char)character;
		return 1;
	}
	if (character < 0x800) {
		to[0] = (char)(0xc0 | character >> 6);
		to[1] = (char)(0x80 | (character & 0x3f));
		return 2;
	}
	to[0] = (char)(0xe0 | character >> 12);
	to[1] = (char)(0x80 | (character >> 6 & 0x3f));
	to[2] = (char)(0x80 | (character & 0x3f));
	return 3;
}

size_t xlsx_unescape(char *text, size_t length)
{
	size_t to = 0;

	for (size_t from = 0; from < length;) {
		long character = escaped(text + from, length - from);

		if (character < 0) {
			text[to++] = text[from++];
			continue;
		}
		to += utf8_put(character, text + to);
		from += ESCAPE;
	}
	if (length)
		text[to] = '\0';
	return to;
}

struct texts {
	struct xlsx *xlsx;
	struct sheet_text text;
	bool reading; /* inside <t> */
	bool reads;   /* <rPh>, how the Japanese is spoken: not shown */
};

static const char *texts_start(void *context, const char *name,
			       const char **attributes)
{
	struct texts *texts = context;

	(void)attributes;
	if (xml_named(name, "si"))
		texts->text.length = 0;
	else if (xml_named(name, "rPh"))
		texts->reads = true;
	else if (xml_named(name, "t"))
		texts->reading = !texts->reads;
	return NULL;
}

static const char *texts_end(void *context, const char *name)
{
	struct texts *texts = context;
	struct xlsx *xlsx = texts->xlsx;
	size_t length;

	if (xml_named(name, "t"))
		texts->reading = false;
	else if (xml_named(name, "rPh"))
		texts->reads = false;
	if (!xml_named(name, "si"))
		return NULL;
	if (xlsx->text_count == XLSX_LIST)
		return sheet_large;
	if (!book_room(&xlsx->texts, xlsx->text_count, &xlsx->text_room,
		       sizeof(*xlsx->texts)))
		return sheet_memory;
	length = xlsx_unescape(texts->text.bytes, texts->text.length);
	return book_keep(xlsx->book, texts->text.bytes, length,
			 &xlsx->texts[xlsx->text_count++]);
}

static const char *texts_text(void *context, const char *text, size_t length)
{
	struct texts *texts = context;

	return texts->reading ? sheet_text_add(&texts->text, text, length)
			      : NULL;
}

const char *xlsx_texts_read(struct xlsx *xlsx, const char *part)
{
	struct texts texts = {.xlsx = xlsx};
	const struct sheet_xml xml = {texts_start, texts_end, texts_text,
				      &texts};
	const char *why = sheet_xml_part(&xml, xlsx->zip, part);

	free(texts.text.bytes);
	return why;
}

/* Formats with a code stand before the styles that name them. */
struct styles {
	struct xlsx *xlsx;
	struct {
		int id, format;
	} * codes;
	int count, room;
	bool cells; /* inside <cellXfs>, the styles of cells */
};

static int format_of(const struct styles *styles, int id)
{
	for (int i = 0; i < styles->count; i++)
		if (styles->codes[i].id == id)
			return styles->codes[i].format;
	return sheet_format_number(id);
}

static const char *styles_start(void *context, const char *name,
				const char **attributes)
{
	enum { CODES = 1000 };
	struct styles *styles = context;
	struct xlsx *xlsx = styles->xlsx;
	int id = xml_number(attributes, "numFmtId", XLSX_LIST, 0);
	const char *code;

	if (xml_named(name, "cellXfs"))
		styles->cells = true;
	if (xml_named(name, "numFmt")) {
		code = xml_attribute(attributes, "formatCode");
		if (styles->count == CODES)
			return sheet_large;
		if (!book_room(&styles->codes, styles->count, &styles->room,
			       sizeof(*styles->codes)))
			return sheet_memory;
		styles->codes[styles->count].id = id;
		styles->codes[styles->count++].format =
		    sheet_format_read(code ? code : "");
	}
	if (!styles->cells || !xml_named(name, "xf"))
		return NULL;
	if (xlsx->format_count == XLSX_LIST)
		return sheet_large;
	if (!book_room(&xlsx->formats, xlsx->format_count, &xlsx->format_room,
		       sizeof(*xlsx->formats)))
		return sheet_memory;
	xlsx->formats[xlsx->format_count++] = format_of(styles, id);
	return NULL;
}

static const char *styles_end(void *context, const char *name)
{
	struct styles *styles = context;

	if (xml_named(name, "cellXfs"))
		styles->cells = false;
	return NULL;
}

const char *xlsx_styles_read(struct xlsx *xlsx, const char *part)
{
	struct styles styles = {.xlsx = xlsx};
	const struct sheet_xml xml = {styles_start, styles_end, NULL, &styles};
	const char *why = sheet_xml_part(&xml, xlsx->zip, part);

	free(styles.codes);
	return why;
}
