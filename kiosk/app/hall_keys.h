/* hall_keys.h - the keys of keyboards and presenter remotes, and what they
 * mean.
 */
#ifndef STEMMEBOKS_HALL_KEYS_H
#define STEMMEBOKS_HALL_KEYS_H

#include <stdbool.h>
#include <stdio.h>

#include "core/cue.h"

struct SDL_Keysym;

/* The cue that KEY gives, in *ret_kind; false when it gives none. Remotes send
 * Page Up, Page Down, B or a full stop for black, F5 and Escape in turn for
 * their start button, and some Tab and Return. */
bool hall_keys_cue(const struct SDL_Keysym *key, enum cue_kind *ret_kind);

/* Prints a line for each cue that has keys: the keys, and what it does. */
void hall_keys_help(FILE *out);

#endif
