/* tools_run.h - the command line as a user runs it, in a process of its own. */
#ifndef STEMMEBOKS_TESTS_TOOLS_RUN_H
#define STEMMEBOKS_TESTS_TOOLS_RUN_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

struct run {
	int code;  /* exit code, or -1 when a signal ended it */
	char *out; /* what it printed, NUL-terminated; run_free() */
	char *err;
};

/* Runs command_main() with these words, the first being the command's; a NULL
 * ends them. */
struct run run_words(const char *const *words);

/* run_command("check", folder): the same with the words as arguments. */
#define run_command(...) run_words((const char *const[]){__VA_ARGS__, NULL})

void run_free(struct run *run);

/* Runs WORDS: fails the test unless it exits with CODE, and prints OUT, and ERR
 * to stderr, among other things; NULL for nothing in particular. */
void run_says(int code, const char *out, const char *err,
	      const char *const *words);

/* Fails the test unless KEY of JSON, written compactly, is TEXT. */
void json_says(const json_t *json, const char *key, const char *text);

/* A new empty folder, a quick_folder(); disk_remove() takes it and all that is
 * in it away and frees the name. */
char *disk_folder(void);
void disk_remove(char *folder);

/* Takes away all that is in FOLDER. */
void disk_clear(const char *folder);

/* FOLDER/NAME; the caller frees. */
char *disk_path(const char *folder, const char *name);

/* Writes LENGTH bytes to FOLDER/NAME, anew. */
void disk_write(const char *folder, const char *name, const void *bytes,
		size_t length);
void disk_write_text(const char *folder, const char *name, const char *text);

/* All of the file at PATH with a NUL behind; the caller frees. NULL when there
 * is none. */
char *disk_read(const char *path, size_t *ret_length);

bool disk_there(const char *path);

/* How many names there are in FOLDER. */
int disk_count(const char *folder);

#endif
