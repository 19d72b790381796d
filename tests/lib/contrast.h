/* contrast.h - how far two colours of a theme stand apart. */
#ifndef STEMMEBOKS_TESTS_CONTRAST_H
#define STEMMEBOKS_TESTS_CONTRAST_H

#include "ui/draw.h"

/* The contrast ratio of WCAG 2.1 between what is drawn in INK on PAPER: from 1,
 * none, to 21, black on white. */
double contrast(enum ui_theme theme, enum role ink, enum role paper);

#endif
