/* demo_pictures.h - pictures as `build` makes them of the demo meeting's and of
 * some others, under the names those have: BUILD/pictures, which the Makefile
 * fills. */
#ifndef STEMMEBOKS_TESTS_DEMO_PICTURES_H
#define STEMMEBOKS_TESTS_DEMO_PICTURES_H

struct meeting;

/* Their folder. */
const char *demo_pictures(void);

/* Has MEETING adopt those that its proposals name. */
void demo_pictures_adopt(struct meeting *meeting);

#endif
