/* hands.c - a weston module for tests: displays without a machine, and hands.
 *
 * weston --backend=headless-backend.so --no-outputs --modules=…/hands.so
 *
 * The environment says what there is:
 *	HANDS_DISPLAYS   connectors, as in "eDP-1 HDMI-A-1", one a display, side
 *	                 by side in this order
 *	HANDS_PIPE       a pipe of commands, a line each:
 *		down FINGER X Y    a finger touches; pixels from the upper left
 *		move FINGER X Y    corner of the first display
 *		up FINGER
 *		keys CODE…         Linux key codes: pressed in this order, up to
 *		                   four, and let go of in the other
 *
 * They go in where those of libinput do: what the compositor makes of them is
 * its own. The functions below are exported for backends and in no header.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <libweston/libweston.h>
#include <libweston/windowed-output-api.h>
#include <weston.h>

void weston_seat_init(struct weston_seat *seat,
		      struct weston_compositor *compositor, const char *name);
int weston_seat_init_touch(struct weston_seat *seat);
int weston_seat_init_keyboard(struct weston_seat *seat,
			      struct xkb_keymap *keymap);
struct weston_touch_device *
weston_touch_create_touch_device(struct weston_touch *touch, const char *path,
				 void *backend_data,
				 const struct weston_touch_device_ops *ops);
void notify_touch_normalized(struct weston_touch_device *device,
			     const struct timespec *time, int finger, double x,
			     double y, const void *normalized, int type);
void notify_touch_frame(struct weston_touch_device *device);
void notify_key(struct weston_seat *seat, const struct timespec *time,
		uint32_t key, enum wl_keyboard_key_state state,
		enum weston_key_state_update update);

struct hands {
	struct weston_seat seat;
	struct weston_touch_device *screen;
	FILE *commands;
};

static void touch(struct hands *hands, int type, int finger, double x, double y)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	notify_touch_normalized(hands->screen, &now, finger, x, y, NULL, type);
	notify_touch_frame(hands->screen);
}

static void key(struct hands *hands, unsigned int code,
		enum wl_keyboard_key_state state)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	notify_key(&hands->seat, &now, code, state, STATE_UPDATE_AUTOMATIC);
}

static void keys(struct hands *hands, const unsigned int codes[], int count)
{
	for (int i = 0; i < count; i++)
		key(hands, codes[i], WL_KEYBOARD_KEY_STATE_PRESSED);
	for (int i = count; i-- > 0;)
		key(hands, codes[i], WL_KEYBOARD_KEY_STATE_RELEASED);
}

static void command(struct hands *hands, const char *line)
{
	unsigned int codes[4];
	int finger, count;
	double x, y;

	if (sscanf(line, "down %d %lf %lf", &finger, &x, &y) == 3)
		touch(hands, WL_TOUCH_DOWN, finger, x, y);
	else if (sscanf(line, "move %d %lf %lf", &finger, &x, &y) == 3)
		touch(hands, WL_TOUCH_MOTION, finger, x, y);
	else if (sscanf(line, "up %d", &finger) == 1)
		touch(hands, WL_TOUCH_UP, finger, 0, 0);
	else if ((count = sscanf(line, "keys %u %u %u %u", &codes[0], &codes[1],
				 &codes[2], &codes[3])) > 0)
		keys(hands, codes, count);
	else
		weston_log("hands: not a command: %s", line);
}

static int take(int fd, uint32_t mask, void *data)
{
	struct hands *hands = data;
	char line[80];

	(void)fd;
	(void)mask;
	while (fgets(line, sizeof(line), hands->commands))
		command(hands, line);
	clearerr(hands->commands);
	return 0;
}

static int add_displays(struct weston_compositor *compositor, char *names)
{
	const struct weston_windowed_output_api *api =
	    weston_windowed_output_get_api(compositor);

	if (!api)
		return -1;
	for (char *name = strtok(names, " "); name; name = strtok(NULL, " "))
		if (api->create_head(compositor, name) != 0)
			return -1;
	return 0;
}

int wet_module_init(struct weston_compositor *compositor, int *argc,
		    char *argv[])
{
	struct hands *hands = calloc(1, sizeof(*hands));
	const char *displays = getenv("HANDS_DISPLAYS");
	const char *pipe = getenv("HANDS_PIPE");
	char *names = displays ? strdup(displays) : NULL;
	/* For writing too: it never ends when a writer does. */
	int fd = pipe ? open(pipe, O_RDWR | O_NONBLOCK | O_CLOEXEC) : -1;

	(void)argc;
	(void)argv;
	if (!hands || !names || fd < 0)
		return -1;
	hands->commands = fdopen(fd, "r");
	weston_seat_init(&hands->seat, compositor, "seat0");
	if (weston_seat_init_keyboard(&hands->seat, NULL) != 0 ||
	    weston_seat_init_touch(&hands->seat) != 0)
		return -1;
	hands->screen = weston_touch_create_touch_device(
	    weston_seat_get_touch(&hands->seat), pipe, NULL, NULL);
	if (!hands->commands || !hands->screen ||
	    add_displays(compositor, names) != 0)
		return -1;
	free(names);
	wl_event_loop_add_fd(wl_display_get_event_loop(compositor->wl_display),
			     fd, WL_EVENT_READABLE, take, hands);
	return 0;
}
