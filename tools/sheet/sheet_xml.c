#include "tools/sheet/sheet_xml.h"

#include <expat.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "tools/sheet/sheet_build.h"
#include "tools/sheet/sheet_zip.h"

struct reading {
	const struct sheet_xml *xml;
	XML_Parser parser;
	const char *why;
};

static void stop(struct reading *reading, const char *why)
{
	if (!why || reading->why)
		return;
	reading->why = why;
	XML_StopParser(reading->parser, XML_FALSE);
}

static void XMLCALL see_start(void *context, const char *name,
			      const char **attributes)
{
	struct reading *reading = context;

	if (!reading->why)
		stop(reading, reading->xml->start(reading->xml->context, name,
						  attributes));
}

static void XMLCALL see_end(void *context, const char *name)
{
	struct reading *reading = context;

	if (!reading->why && reading->xml->end)
		stop(reading, reading->xml->end(reading->xml->context, name));
}

static void XMLCALL see_text(void *context, const char *text, int length)
{
	struct reading *reading = context;

	if (!reading->why && reading->xml->text)
		stop(reading, reading->xml->text(reading->xml->context, text,
						 (size_t)length));
}

static void XMLCALL see_doctype(void *context, const char *name,
				const char *system, const char *public,
				int inside)
{
	(void)name;
	(void)system;
	(void)public;
	(void)inside;
	stop(context, sheet_strange);
}

const char *sheet_xml_read(const struct sheet_xml *xml, const char *bytes,
			   size_t length)
{
	struct reading reading = {xml, XML_ParserCreateNS(NULL, '|'), NULL};
	enum XML_Status status;

	if (!reading.parser)
		return sheet_memory;
	XML_SetUserData(reading.parser, &reading);
	XML_SetElementHandler(reading.parser, see_start, see_end);
	XML_SetCharacterDataHandler(reading.parser, see_text);
	XML_SetStartDoctypeDeclHandler(reading.parser, see_doctype);
	/* In one piece: a long token in pieces is looked at again and again. */
	status = length > INT_MAX
		     ? XML_STATUS_ERROR
		     : XML_Parse(reading.parser, bytes, (int)length, XML_TRUE);
	if (!reading.why && status != XML_STATUS_OK)
		reading.why =
		    XML_GetErrorCode(reading.parser) == XML_ERROR_NO_MEMORY
			? sheet_memory
			: sheet_broken;
	XML_ParserFree(reading.parser);
	return reading.why;
}

const char *sheet_xml_part(const struct sheet_xml *xml, struct sheet_zip *zip,
			   const char *name)
{
	char *bytes = NULL;
	size_t length = 0;
	const char *why = sheet_zip_part(zip, name, &bytes, &length);

	if (!why)
		why = sheet_xml_read(xml, bytes, length);
	free(bytes);
	return why;
}

bool xml_named(const char *name, const char *wanted)
{
	size_t length = strlen(name), end = strlen(wanted);

	if (end > length || strcmp(name + length - end, wanted) != 0)
		return false;
	return end == length || strchr("|:/", name[length - end - 1]);
}

const char *xml_attribute(const char **attributes, const char *wanted)
{
	for (; *attributes; attributes += 2)
		if (xml_named(attributes[0], wanted))
			return attributes[1];
	return NULL;
}

int xml_number(const char **attributes, const char *wanted, int most, int usual)
{
	const char *text = xml_attribute(attributes, wanted);
	int number = 0;

	if (!text || !*text || text[strspn(text, "0123456789")])
		return usual;
	for (; *text; text++) {
		if (number > (most - (*text - '0')) / 10)
			return most;
		number = 10 * number + (*text - '0');
	}
	return number;
}
