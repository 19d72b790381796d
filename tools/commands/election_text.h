/* election_text.h - the parts of an election as people read them. */
#ifndef STEMMEBOKS_ELECTION_TEXT_H
#define STEMMEBOKS_ELECTION_TEXT_H

#include <stdbool.h>

#include "rules/funding.h"

enum { ELECTION_AMOUNT = 64, ELECTION_LABEL = 160 };

struct pabulib;

/* An election with the names of its projects. */
struct election_named {
	const struct election *election;
	char *const *names;   /* one per project; "" without one */
	const char *currency; /* "EUR"; NULL or "" for none */
};

/* That of PABULIB, which it borrows from. */
struct election_named election_named_of(const struct pabulib *pabulib);

/* "25.000 EUR": as the current language writes it. */
void election_amount(const struct election_named *named, int64_t minor,
		     char ret_text[ELECTION_AMOUNT]);

/* The same for a fraction, rounded to hundredths, half of one upwards. Whether
 * nothing was rounded; false too for what leaves 64 bits. */
bool election_amount_rounded(const struct election_named *named,
			     mpq_srcptr minor, char ret_text[ELECTION_AMOUNT]);

/* "425 Kuźniki na rolkach". */
void election_project(const struct election_named *named, int project,
		      char ret_text[ELECTION_LABEL]);

/* The project's support, "312" or "312.5". */
void election_support(const struct election_named *named, int project,
		      char ret_text[ELECTION_AMOUNT]);

/* PART of WHOLE (neither below 0) in percent with one decimal, half of it
 * upwards, "87,3 %" in Danish; "0,0 %" of 0. */
void election_percent(mpz_srcptr part, mpz_srcptr whole,
		      char ret_text[ELECTION_AMOUNT]);

/* TEXT from a file, safe for a terminal and cut to SIZE. */
void election_shown(const char *text, char *ret_shown, size_t size);

#endif
