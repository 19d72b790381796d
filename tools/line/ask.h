/* ask.h - questions to the person at the terminal, one line for an answer. */
#ifndef STEMMEBOKS_ASK_H
#define STEMMEBOKS_ASK_H

#include <stdbool.h>
#include <stddef.h>

struct arguments;

enum { ASK_LINE = 1024 };

/* Whether a person can be asked: the input is a terminal, and nothing is to be
 * said as JSON. */
bool ask_person(const struct arguments *arguments);

/* Prints QUESTION to standard error where the input is a terminal, and reads
 * one line without its end. A line of ASK_LINE bytes or more, or with a NUL in
 * it, is read to its end and comes back as "". False when there is no more. */
bool ask_line(const char *question, char ret_line[ASK_LINE]);

/* The same without showing on the terminal what is typed. A signal that ends
 * the program meanwhile leaves the terminal as it was. */
bool ask_secret(const char *question, char ret_line[ASK_LINE]);

/* Takes what stands on the terminal away, as far back as it goes. */
void ask_clear(void);

#endif
