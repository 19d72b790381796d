/* tinject.c - fingers for tests: real X touches through Xorg's inputtest
 *driver.
 *
 * tinject SOCKET reads commands from standard input, answers each with "ok":
 *	down FINGER X Y    a finger touches; X, Y in thousandths of the screen
 *	move FINGER X Y
 *	up FINGER X Y
 * One connection stays open for the whole test: the driver hangs on a second.
 */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <xorg/xf86-input-inputtest-protocol.h>

/* X event types of a touch (XI2.h); the protocol header leaves them to us. */
enum { TOUCH_BEGIN = 18, TOUCH_UPDATE = 19, TOUCH_END = 20 };

static int read_all(int fd, void *buffer, size_t size)
{
	char *at = buffer;

	while (size > 0) {
		ssize_t got = read(fd, at, size);

		if (got <= 0)
			return -1;
		at += got;
		size -= (size_t)got;
	}
	return 0;
}

static int write_all(int fd, const void *buffer, size_t size)
{
	return write(fd, buffer, size) == (ssize_t)size ? 0 : -1;
}

static int greet(int fd)
{
	xf86ITEventClientVersion hello = {
	    {sizeof(hello), XF86IT_EVENT_CLIENT_VERSION}, 1, 1};
	xf86ITResponseServerVersion answer;

	return write_all(fd, &hello, sizeof(hello)) ||
	       read_all(fd, &answer, sizeof(answer));
}

/* Returns once the server has handled everything sent before. */
static int settle(int fd)
{
	xf86ITEventWaitForSync wait = {
	    {sizeof(wait), XF86IT_EVENT_WAIT_FOR_SYNC}};
	xf86ITResponseSyncFinished answer;

	return write_all(fd, &wait, sizeof(wait)) ||
	       read_all(fd, &answer, sizeof(answer));
}

static int touch(int fd, int type, int finger, double x, double y)
{
	xf86ITEventTouch event;

	memset(&event, 0, sizeof(event));
	event.header.length = sizeof(event);
	event.header.type = XF86IT_EVENT_TOUCH;
	event.touchid = (unsigned)finger;
	event.touch_type = (unsigned)type;
	event.valuators.mask[0] = 3;
	event.valuators.valuators[0] = x / 1000 * 0xffff;
	event.valuators.valuators[1] = y / 1000 * 0xffff;
	return write_all(fd, &event, sizeof(event)) || settle(fd);
}

int main(int argc, char **argv)
{
	static const struct {
		const char *word;
		int type;
	} commands[] = {
	    {"down", TOUCH_BEGIN}, {"move", TOUCH_UPDATE}, {"up", TOUCH_END}};
	struct sockaddr_un address = {AF_UNIX, ""};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0), finger;
	char line[128], word[16];
	double x, y;

	if (argc != 2 || strlen(argv[1]) >= sizeof(address.sun_path)) {
		fprintf(stderr, "usage: tinject SOCKET\n");
		return 2;
	}
	strcpy(address.sun_path, argv[1]);
	if (connect(fd, (struct sockaddr *)&address, sizeof(address)) ||
	    greet(fd)) {
		perror(argv[1]);
		return 1;
	}
	while (fgets(line, sizeof(line), stdin)) {
		int type = 0;

		if (sscanf(line, "%15s %d %lf %lf", word, &finger, &x, &y) != 4)
			return 2;
		for (size_t i = 0; i < sizeof(commands) / sizeof(*commands);
		     i++)
			if (strcmp(word, commands[i].word) == 0)
				type = commands[i].type;
		if (!type || touch(fd, type, finger, x, y))
			return 1;
		puts("ok");
		fflush(stdout);
	}
	return 0;
}
