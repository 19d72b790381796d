/* bundle_files.h - a published folder as a list of files in memory. */
#ifndef STEMMEBOKS_BUNDLE_FILES_H
#define STEMMEBOKS_BUNDLE_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/status.h"

enum {
	BUNDLE_FILES = 64,
	BUNDLE_NAME = 64,
	/* No file of the largest meeting comes near this. */
	BUNDLE_FILE_BYTES = 64 * 1024 * 1024,
	BUNDLE_WHY = 1024,
	/* So many strange names are kept; more say nothing more. */
	BUNDLE_EXTRA = 16,
	BUNDLE_EXTRA_NAME = 256,
	BUNDLE_FOLDER = 64,
};

struct meeting;

struct bundle_file {
	char name[BUNDLE_NAME]; /* no folder in it */
	char *data;		/* LENGTH bytes and a NUL */
	size_t length;
};

struct bundle_files {
	int count;
	struct bundle_file file[BUNDLE_FILES]; /* in the order of their names
						  after a load */
	/* What else lies in a loaded folder, clean to show, in order. */
	int extra_count;
	char extra[BUNDLE_EXTRA][BUNDLE_EXTRA_NAME];
};

/* The file NAME, or NULL. */
const struct bundle_file *bundle_files_find(const struct bundle_files *files,
					    const char *name);

/* A stream that collects a file's text; bundle_files_end() closes it. NULL
 * without memory. */
struct bundle_writer {
	char *data;
	size_t length;
	FILE *out;
};
enum status bundle_files_begin(struct bundle_writer *ret_writer);

/* Closes WRITER and adds what was written as NAME. Frees it in any case.
 * STATUS_MEMORY; asserts that there is room in FILES. */
enum status bundle_files_end(struct bundle_files *files, const char *name,
			     struct bundle_writer *writer);

/* Reads the files of the folder at PATH that belong to a published result:
 * those that its SHA256SUMS lists, that file, and those named as publish names
 * them. Whatever else a stick or a desktop puts there is not opened but becomes
 * `extra`. RET_WHY says in words what is wrong: STATUS_FILE_MISSING (no such
 * folder), STATUS_FILE_READ, STATUS_DISAGREES (something in the place of a file
 * that is no plain file, too many files, one too large), STATUS_MEMORY. Free
 * with bundle_files_free(), also after a failure. FILES must be empty. */
enum status bundle_files_load(const char *path, struct bundle_files *files,
			      char ret_why[BUNDLE_WHY]);

/* Whether a loaded folder has anything of a published result that tells it from
 * other folders: its sums, its meeting or its numbers. */
bool bundle_files_published(const struct bundle_files *files);

/* Writes FILES into a new folder at PATH, all or nothing: into a hidden folder
 * beside it, every file and the folder synced, read back and compared, then
 * renamed. CHECK (may be NULL) is called with the hidden folder's path before
 * the renaming and may refuse. STATUS_FILE_EXISTS when PATH is there, whatever
 * it is; STATUS_FILE_MISSING without a folder to write in; STATUS_FILE_WRITE;
 * what CHECK returned. RET_WHY then says it in words (after a refusal it is
 * left to CHECK), and nothing is left behind. */
enum status
bundle_files_save(const struct bundle_files *files, const char *path,
		  enum status (*check)(void *context, const char *folder),
		  void *context, char ret_why[BUNDLE_WHY]);

/* The name of MEETING's folder on a stick, "2015-11-10-bolbro-beslutter": the
 * date and the title in the language of the room, in letters that every file
 * system has; what is too long is cut. */
void bundle_folder_name(const struct meeting *meeting,
			char ret_name[BUNDLE_FOLDER]);

/* What the system's ERROR on writing means to those who hold the stick. In the
 * current language; static. */
const char *bundle_error_text(int error);

/* Reads FILES back from the folder at PATH, from the disk and not from memory
 * where the system can forget what it has read, and compares every byte.
 * STATUS_FILE_WRITE with RET_WHY when one is not as in FILES or cannot be read;
 * STATUS_MEMORY. */
enum status bundle_files_back(const struct bundle_files *files,
			      const char *path, char ret_why[BUNDLE_WHY]);

void bundle_files_free(struct bundle_files *files);

/* Puts "?" for every byte of TEXT that is no UTF-8 or that a terminal would act
 * on: what stands in a strange folder is shown to people. */
void bundle_clean(char *text);

#endif
