/* plural.h - which form of a word goes with which number, as the Plural-Forms
 * of a catalogue's header say it (gettext manual, "Plural forms"). */
#ifndef STEMMEBOKS_PLURAL_H
#define STEMMEBOKS_PLURAL_H

#include <stdbool.h>

enum {
	PLURAL_FORMS = 6,   /* no language has more */
	PLURAL_TRIED = 1000 /* every number below is tried */
};

struct plural {
	int forms;
	char expression[400]; /* in n, as in C */
	/* How many of the numbers that were tried take each form. */
	int uses[PLURAL_FORMS];
};

/* Reads "nplurals=2; plural=(n != 1);". False when it is not so written, has
 * more than PLURAL_FORMS forms, or gives for a number below PLURAL_TRIED no
 * form or one that there is not; *ret_plural is then untouched. */
bool plural_read(const char *rule, struct plural *ret_plural);

/* The value of EXPRESSION for NUMBER, by the operators that gettext knows:
 * ?: || && == != < <= > >= + - * / % ! and brackets. False when it is not well
 * formed, divides by nothing, or is nested deeper than 40. */
bool plural_value(const char *expression, unsigned long number,
		  unsigned long *ret_value);

#endif
