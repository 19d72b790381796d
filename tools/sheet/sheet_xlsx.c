/* An .xlsx file: which parts it has, and its sheets in order. */
#include "tools/sheet/sheet_xlsx.h"
#include "tools/sheet/sheet_inside.h"

#include <stdlib.h>
#include <string.h>

#include "tools/sheet/sheet_xml.h"
#include "tools/sheet/sheet_zip.h"

#define FOLDER "xl/"

enum { PARTS = 1000 };

/* What xl/_rels/workbook.xml.rels says: a part, what it is, and its name among
 * the others (ECMA-376 part 2, 9.3). */
struct part {
	const char *id, *type, *path;
};

struct parts {
	struct workbook *book;
	struct part *list;
	int count, room;
};

static const char *keep(struct workbook *book, const char *text,
			const char **ret_text)
{
	return book_keep(book, text ? text : "", text ? strlen(text) : 0,
			 ret_text);
}

/* TARGET is written from the folder of the workbook, or from the root. */
static const char *path_keep(struct workbook *book, const char *target,
			     const char **ret_path)
{
	struct sheet_text path = {NULL, 0, 0};
	const char *why = NULL;

	if (*target == '/')
		target++;
	else
		why = sheet_text_add(&path, FOLDER, strlen(FOLDER));
	if (!why)
		why = sheet_text_add(&path, target, strlen(target));
	if (!why)
		why = book_keep(book, path.bytes, path.length, ret_path);
	free(path.bytes);
	return why;
}

static const char *see_relation(void *context, const char *name,
				const char **attributes)
{
	struct parts *parts = context;
	const char *target = xml_attribute(attributes, "Target"), *why;
	struct part *part;

	if (!xml_named(name, "Relationship") || !target)
		return NULL;
	if (parts->count == PARTS)
		return sheet_large;
	if (!book_room(&parts->list, parts->count, &parts->room,
		       sizeof(*parts->list)))
		return sheet_memory;
	part = &parts->list[parts->count++];
	*part = (struct part){"", "", ""};
	why = keep(parts->book, xml_attribute(attributes, "Id"), &part->id);
	if (!why)
		why = keep(parts->book, xml_attribute(attributes, "Type"),
			   &part->type);
	return why ? why : path_keep(parts->book, target, &part->path);
}

/* The path of the first part whose type ends in TYPE, with ID unless that is
 * NULL; NULL when there is none. */
static const char *part_find(const struct parts *parts, const char *id,
			     const char *type)
{
	for (int i = 0; i < parts->count; i++) {
		const char *end = strrchr(parts->list[i].type, '/');

		if (end && strcmp(end + 1, type) == 0 &&
		    (!id || strcmp(parts->list[i].id, id) == 0))
			return parts->list[i].path;
	}
	return NULL;
}

/* The sheets of xl/workbook.xml with their parts. */
struct tabs {
	struct xlsx *xlsx;
	const struct parts *parts;
	const char *paths[SHEET_SHEETS];
	const char *names[SHEET_SHEETS];
	int count;
};

static const char *see_tab(void *context, const char *name,
			   const char **attributes)
{
	struct tabs *tabs = context;
	const char *id, *flag, *path;

	if (xml_named(name, "workbookPr")) {
		flag = xml_attribute(attributes, "date1904");
		tabs->xlsx->dates_1904 = flag && (strcmp(flag, "1") == 0 ||
						  strcmp(flag, "true") == 0);
	}
	if (!xml_named(name, "sheet"))
		return NULL;
	id = xml_attribute(attributes, "relationships|id");
	path = id ? part_find(tabs->parts, id, "worksheet") : NULL;
	/* Sheets that hold a chart alone have parts of another kind. */
	if (!path)
		return NULL;
	if (tabs->count == SHEET_SHEETS)
		return sheet_large;
	tabs->paths[tabs->count] = path;
	return keep(tabs->xlsx->book, xml_attribute(attributes, "name"),
		    &tabs->names[tabs->count++]);
}

static const char *sheets_read(struct xlsx *xlsx, const struct tabs *tabs)
{
	const char *why = NULL;

	for (int i = 0; !why && i < tabs->count; i++) {
		why = book_sheet(xlsx->book, tabs->names[i],
				 strlen(tabs->names[i]));
		if (!why)
			why = xlsx_cells_read(xlsx, tabs->paths[i]);
	}
	return why;
}

const char *xlsx_read(struct sheet_zip *zip, struct workbook *book)
{
	struct xlsx xlsx = {.zip = zip, .book = book};
	struct parts parts = {.book = book};
	struct tabs tabs = {.xlsx = &xlsx, .parts = &parts};
	const struct sheet_xml relations = {see_relation, NULL, NULL, &parts};
	const struct sheet_xml workbook = {see_tab, NULL, NULL, &tabs};
	const char *texts, *styles;
	const char *why =
	    sheet_xml_part(&relations, zip, FOLDER "_rels/workbook.xml.rels");

	if (why)
		goto out;
	texts = part_find(&parts, NULL, "sharedStrings");
	styles = part_find(&parts, NULL, "styles");
	why = sheet_xml_part(&workbook, zip, FOLDER "workbook.xml");
	if (!why && texts)
		why = xlsx_texts_read(&xlsx, texts);
	if (!why && styles)
		why = xlsx_styles_read(&xlsx, styles);
	if (!why)
		why = sheets_read(&xlsx, &tabs);
out:
	free(parts.list);
	free(xlsx.texts);
	free(xlsx.formats);
	return why;
}
