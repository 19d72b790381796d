/* sheet_xml.h - XML as a stream of elements, without entities of its own.
 *
 * Names come as expat gives them with namespaces: "URI|local". They are
 * compared from behind, whatever prefix the writer chose:
 * xml_named("…sheetml/2006/main|c", "c"), and with the end of the URI where two
 * of them have the same word: "office:1.0|value-type".
 */
#ifndef STEMMEBOKS_SHEET_XML_H
#define STEMMEBOKS_SHEET_XML_H

#include <stdbool.h>
#include <stddef.h>

struct sheet_zip;

struct sheet_xml {
	/* Each gives NULL, or why reading stops, a gettext key. END and TEXT
	 * may be NULL. ATTRIBUTES are names and values in turn, NULL at the
	 * end. */
	const char *(*start)(void *context, const char *name,
			     const char **attributes);
	const char *(*end)(void *context, const char *name);
	const char *(*text)(void *context, const char *text, size_t length);
	void *context;
};

/* Reads LENGTH bytes of a whole document. NULL, or why not. */
const char *sheet_xml_read(const struct sheet_xml *xml, const char *bytes,
			   size_t length);

/* The same for the part NAME of ZIP. */
const char *sheet_xml_part(const struct sheet_xml *xml, struct sheet_zip *zip,
			   const char *name);

/* Whether NAME ends in WANTED, and WANTED begins where a part of it does. */
bool xml_named(const char *name, const char *wanted);

/* The value of the attribute WANTED, or NULL. */
const char *xml_attribute(const char **attributes, const char *wanted);

/* The same as a whole number from 0 to MOST, with MOST for any that is larger,
 * and USUAL when it is missing or none. */
int xml_number(const char **attributes, const char *wanted, int most,
	       int usual);

#endif
