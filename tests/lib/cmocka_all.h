/* cmocka_all.h - cmocka and the headers it wants before it. */
#ifndef STEMMEBOKS_TESTS_CMOCKA_ALL_H
#define STEMMEBOKS_TESTS_CMOCKA_ALL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#endif
