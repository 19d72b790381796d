/* app_hands.h - a finger and a scanner at a kiosk in the same process. */
#ifndef STEMMEBOKS_TESTS_APP_HANDS_H
#define STEMMEBOKS_TESTS_APP_HANDS_H

#include <stdbool.h>

#include "voter/widget.h"

struct slip;
struct ui;

/* Touches WIDGET by SDL's events: of those with that name number AT (0 first),
 * in the order they were drawn. False when it is not on the screen. */
bool hands_touch(const struct ui *ui, enum widget widget, int at);

/* Reads SLIP as a scanner that types. */
void hands_scan(const struct slip *slip);

#endif
