/* sheet_zip.h - the parts of a zip file, unpacked within a limit. */
#ifndef STEMMEBOKS_SHEET_ZIP_H
#define STEMMEBOKS_SHEET_ZIP_H

#include <stdbool.h>
#include <stddef.h>

struct sheet_zip;

/* Takes FILE, an open descriptor, and closes it whatever comes of it. NULL, and
 * *ret_zip is to be freed with sheet_zip_free(); or why it is no zip file, a
 * gettext key. */
const char *sheet_zip_open(int file, struct sheet_zip **ret_zip);

bool sheet_zip_has(const struct sheet_zip *zip, const char *name);

/* The part NAME, *ret_length bytes that the caller frees. NULL, or why not; all
 * parts together may have SHEET_XML_BYTES, however many they claim. */
const char *sheet_zip_part(struct sheet_zip *zip, const char *name,
			   char **ret_bytes, size_t *ret_length);

/* Frees ZIP, which may be NULL. */
void sheet_zip_free(struct sheet_zip *zip);

#endif
