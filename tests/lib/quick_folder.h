/* quick_folder.h - a new folder for a test's files, in memory where the machine
 * has room there: a sync costs nothing.
 */
#ifndef STEMMEBOKS_TESTS_QUICK_FOLDER_H
#define STEMMEBOKS_TESTS_QUICK_FOLDER_H

#include <stddef.h>

/* Makes an empty folder whose own name begins with NAME, and writes its path to
 * RET_PATH[SIZE]. The caller removes it. Fails the test when it cannot. */
void quick_folder(const char *name, char *ret_path, size_t size);

#endif
