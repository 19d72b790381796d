/* fuzz.h - what the fuzz targets share: a folder in memory to put bytes in.
 *
 * Every target is one file, NAME.c, with the function that libFuzzer calls
 * (LLVM, "libFuzzer - a library for coverage-guided fuzz testing"). `make
 * torture` lets clang's libFuzzer look for bytes that break it; `make check`
 * plays tests/fuzz/corpus/NAME again, with replay.c as the program.
 */
#ifndef STEMMEBOKS_TESTS_FUZZ_H
#define STEMMEBOKS_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* A folder of this process, in memory, taken away when it ends. With TEMPLATE
 * the files of that folder of the tree are copied into it first. */
const char *fuzz_folder(const char *template);

/* Writes the bytes to NAME in FOLDER, anew; returns its path, valid until the
 * next call. */
const char *fuzz_file(const char *folder, const char *name,
		      const uint8_t *bytes, size_t size);

#endif
