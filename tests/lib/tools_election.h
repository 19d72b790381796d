/* tools_election.h - files of elections, for tests of what reads and counts
 * them. */
#ifndef STEMMEBOKS_TESTS_TOOLS_ELECTION_H
#define STEMMEBOKS_TESTS_TOOLS_ELECTION_H

#include "tools/pabulib/pabulib.h"

/* Calls SEE with the path of each file in FOLDER whose name ends in ENDING, in
 * their order; returns how many, 0 when there is no such folder. */
int election_files(const char *folder, const char *ending,
		   void (*see)(void *context, const char *path), void *context);

/* Reads TEXT (ended by NUL). Fails the test unless it is STATUS_OK or refused
 * with a line of the text and words. NULL when it was refused; NOTES is then
 * and otherwise to be cleared. */
struct pabulib *election_of_text(const char *text, size_t length, bool lenient,
				 struct pabulib_notes *notes);

/* The file PATH, which must be read without refusal. */
struct pabulib *election_of_file(const char *path, bool lenient);

/* Fails the test with WHERE unless A and B are the same election. */
void election_same(const char *where, const struct pabulib *a,
		   const struct pabulib *b);

/* A file as pabulib_write() writes PABULIB, ended by NUL; the caller frees. */
char *election_written(const struct pabulib *pabulib, size_t *ret_length);

/* A small file: BODY is put behind the lines of META that every file needs,
 * with VOTE_TYPE; the caller frees. */
char *election_file(const char *vote_type, const char *body);

#endif
