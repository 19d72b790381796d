/* touch.c - milliseconds from a press to changed pixels, seen from outside.
 *
 * touch X Y WATCH_X WATCH_Y TIMES: presses and lifts the mouse at X, Y of the X
 * display and watches a square of 24 pixels around WATCH_X, WATCH_Y. Prints two
 * numbers a line: ms to the pressed look, ms from lifting to the answer.
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/bench/measure.h"

enum { SIDE = 24, GIVE_UP_MS = 2000, PAUSE_US = 700 * 1000 };

static void look(Display *display, int x, int y, unsigned char *pixels)
{
	XImage *image =
	    XGetImage(display, DefaultRootWindow(display), x - SIDE / 2,
		      y - SIDE / 2, SIDE, SIDE, AllPlanes, ZPixmap);

	memcpy(pixels, image->data, SIDE * SIDE * 4);
	XDestroyImage(image);
}

/* Ms until the square is no longer BEFORE, -1 if it stays. */
static double until_changed(Display *display, int x, int y,
			    const unsigned char *before)
{
	unsigned char now[SIDE * SIDE * 4];
	double start_ms = measure_now_ms();

	while (measure_now_ms() - start_ms < GIVE_UP_MS) {
		look(display, x, y, now);
		if (memcmp(now, before, sizeof(now)) != 0)
			return measure_now_ms() - start_ms;
	}
	return -1;
}

int main(int argc, char **argv)
{
	Display *display = XOpenDisplay(NULL);
	unsigned char before[SIDE * SIDE * 4];
	int x, y, watch_x, watch_y, times;

	if (!display || argc != 6)
		return 2;
	x = atoi(argv[1]), y = atoi(argv[2]);
	watch_x = atoi(argv[3]), watch_y = atoi(argv[4]);
	times = atoi(argv[5]);
	XTestFakeMotionEvent(display, -1, x, y, 0);
	XSync(display, False);
	usleep(PAUSE_US);
	for (int i = 0; i < times; i++) {
		double pressed_ms, answered_ms;

		look(display, watch_x, watch_y, before);
		XTestFakeButtonEvent(display, 1, True, 0);
		XFlush(display);
		pressed_ms = until_changed(display, watch_x, watch_y, before);
		usleep(100 * 1000);
		look(display, watch_x, watch_y, before);
		XTestFakeButtonEvent(display, 1, False, 0);
		XFlush(display);
		answered_ms = until_changed(display, watch_x, watch_y, before);
		printf("%.1f %.1f\n", pressed_ms, answered_ms);
		usleep(PAUSE_US);
	}
	XCloseDisplay(display);
	return 0;
}
