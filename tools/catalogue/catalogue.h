/* catalogue.h - an organisers' translation, proven before programs use it. */
#ifndef STEMMEBOKS_CATALOGUE_H
#define STEMMEBOKS_CATALOGUE_H

#include "core/status.h"
#include "tools/catalogue/po.h"

enum {
	CATALOGUE_CODE = 16,
	CATALOGUE_NAME = 120, /* bytes of a language's name in itself */
	CATALOGUE_NAME_LETTERS = 30,
};

struct catalogue {
	struct po po;
	char code[CATALOGUE_CODE];
	char name[CATALOGUE_NAME]; /* in itself */
	bool rtl;
	struct plural plural;
	bool plural_known;
	/* The messages of po that go in; the first TAKEN are set. */
	const struct po_message **taken;
	int taken_count;
	int all; /* texts that residents see */
};

/* Reads the file at PATH (NAME in problems, kept) and holds it against
 * RESIDENTS, all that residents see, which decides what printf is given.
 *
 * Mistakes: what po_read() tells; a header without Language, UTF-8 or
 * Plural-Forms that work; a language that is not known without X-Endonym and
 * X-Direction; a text whose placeholders, plural forms, line breaks at the ends
 * or direction marks are not right, or that stands there twice. Warnings: texts
 * that are not translated, only a guess, or of no use. *ret_catalogue is to be
 * freed always; with a mistake in PROBLEMS it may not be saved. */
void catalogue_read(const char *path, const char *name,
		    const struct po *residents, struct problems *problems,
		    struct catalogue *ret_catalogue);

void catalogue_free(struct catalogue *catalogue);

/* Puts what was taken where words_open() looks for it, as one act: whoever
 * starts meanwhile reads the old catalogue or the new one. STATUS_MEMORY;
 * STATUS_FILE_WRITE with errno set when a folder or the file cannot be
 * written; STATUS_FILE_MISSING when this user has no folder for it. */
enum status catalogue_save(const struct catalogue *catalogue);

/* Takes the organisers' catalogue of CODE away. STATUS_FILE_MISSING when there
 * is none, STATUS_FILE_WRITE (errno) when it cannot be taken away. */
enum status catalogue_remove(const char *code);

#endif
