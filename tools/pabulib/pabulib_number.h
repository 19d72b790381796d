/* pabulib_number.h - numbers of a file, exactly as they stand there. */
#ifndef STEMMEBOKS_PABULIB_NUMBER_H
#define STEMMEBOKS_PABULIB_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "tools/pabulib/pabulib_rows.h"

enum {
	NUMBER_PLACES = 6,  /* decimals at most */
	NUMBER_DIGITS = 18, /* in all, so that it fits 63 bits */
};

/* units / 10^places, >= 0; no zero at the end of its decimals. */
struct number {
	int64_t units;
	int places;
};

enum number_form {
	NUMBER_FINE,
	NUMBER_COMMA,	  /* fine, but for a comma as decimal point */
	NUMBER_NONE,	  /* no number */
	NUMBER_AMBIGUOUS, /* "1,500": one and a half, or fifteen hundred */
	NUMBER_RANGE,	  /* below zero, or more digits than NUMBER_ says */
};

/* Reads digits with at most one decimal point. *ret_number is only set with
 * NUMBER_FINE and NUMBER_COMMA. */
enum number_form number_read(struct span text, struct number *ret_number);

/* NUMBER in units of 10^-PLACES; false when that is no whole number or leaves
 * 63 bits. *ret_units is then untouched. */
bool number_scaled(struct number number, int places, int64_t *ret_units);

/* The same, made whole upwards: what is at least NUMBER is at least this.
 * INT64_MAX when it leaves 63 bits. */
int64_t number_scaled_up(struct number number, int places);

/* 10^PLACES, for PLACES from 0 to NUMBER_DIGITS. */
int64_t number_power(int places);

#endif
