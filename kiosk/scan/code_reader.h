/* code_reader.h - QR codes in a camera's pictures, by libzbar.
 *
 * A picture is tried as it is, at half its size (modules of 8 pixels and more
 * read poorly otherwise) and at a quarter (noise evens out); in each size what
 * seems to be a code (code_square.h) is also tried enlarged and sharpened:
 * modules of 2 or 3 pixels, and blurred ones.
 *
 * What zbar can do but must not: tell other programs over D-Bus what it read,
 * and read bar codes that no slip has. Both are off. Every copy of the picture
 * or the text that can be reached is wiped; zbar's own working memory inside a
 * call (the picture in black and white) cannot be.
 */
#ifndef STEMMEBOKS_CODE_READER_H
#define STEMMEBOKS_CODE_READER_H

#include "core/status.h"
#include "scan/grey.h"
#include "scan/scan_line.h"

struct code_reader;

enum code_seen {
	/* In the order of how much is known. */
	CODE_NONE,   /* nothing that looks like a code */
	CODE_UNREAD, /* one seems to be there, and could not be read */
	CODE_READ,
};

/* STATUS_MEMORY; *ret_reader is then untouched. Free with code_reader_free(),
 * which takes NULL. One thread at a time may use it. */
enum status code_reader_new(struct code_reader **ret_reader);
void code_reader_free(struct code_reader *reader);

/* Looks at FRAME, which is borrowed and not changed. On CODE_READ *ret_line is
 * the text of the code, cut at SCAN_LINE_SYMBOLS: a slip's before any other,
 * else the largest code's; the caller wipes it. It is untouched otherwise.
 * Without memory for a try, that try is left out. */
enum code_seen code_reader_look(struct code_reader *reader,
				const struct grey *frame,
				struct scan_line *ret_line);

#endif
