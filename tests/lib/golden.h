/* golden.h - compares what is on the screen with what somebody looked at. */
#ifndef STEMMEBOKS_GOLDEN_H
#define STEMMEBOKS_GOLDEN_H

#include <stdbool.h>

struct ui;

/* Compares the last frame's ui_dump() with tests/golden/NAME.txt (NAME may hold
 * a folder: "ui/buttons"). Fails the test when they differ or the golden is
 * missing, with the first line that differs; the actual list and its picture
 * are then in $STEMMEBOKS_BUILD/golden/NAME.txt and .png ("build" if not set).
 * GOLDEN_UPDATE=1 writes the golden instead and keeps the picture, to be looked
 * at. Tests run from the root of the tree. */
void golden_check(struct ui *ui, const char *name);

/* The same without failing: whether they agree. Prints nothing. */
bool golden_same(struct ui *ui, const char *name);

/* The last frame's draw list as text; free() it. */
char *frame_dump(struct ui *ui);

#endif
