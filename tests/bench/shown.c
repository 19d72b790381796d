/* shown.c - when a colour is seen at a place of the X display, from outside.
 *
 * shown X Y RRGGBB: prints "ready", then "shown" as soon as the pixel at X, Y
 * has that colour; ends with 1 when it has not within 30 seconds.
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/bench/measure.h"

enum { GIVE_UP_MS = 30000, PAUSE_US = 1000 };

static unsigned long pixel(Display *display, int x, int y)
{
	XImage *image = XGetImage(display, DefaultRootWindow(display), x, y, 1,
				  1, AllPlanes, ZPixmap);
	unsigned long colour = XGetPixel(image, 0, 0) & 0xffffff;

	XDestroyImage(image);
	return colour;
}

int main(int argc, char **argv)
{
	Display *display = XOpenDisplay(NULL);
	unsigned long wanted;
	double start_ms;

	if (!display || argc != 4)
		return 2;
	wanted = strtoul(argv[3], NULL, 16);
	puts("ready");
	fflush(stdout);
	start_ms = measure_now_ms();
	while (pixel(display, atoi(argv[1]), atoi(argv[2])) != wanted) {
		if (measure_now_ms() - start_ms > GIVE_UP_MS)
			return 1;
		usleep(PAUSE_US);
	}
	puts("shown");
	XCloseDisplay(display);
	return 0;
}
