#include "scan/serial.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <sodium/utils.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

enum { SERIAL_READ = 256 };

struct port {
	int fd; /* -1: free */
	dev_t device;
	struct scan_line line; /* begun, its end not seen yet */
	uint64_t last_ms;      /* its last byte */
	ssize_t at, end;       /* what is left in bytes */
	char bytes[SERIAL_READ];
};

struct serial {
	const char *patterns[2];
	char *pattern; /* ours, or NULL */
	uint64_t next_look_ms;
	struct port ports[SERIAL_PORTS];
};

enum status serial_open(const char *pattern, struct serial **ret_serial)
{
	struct serial *serial = calloc(1, sizeof(*serial));

	if (!serial)
		return STATUS_MEMORY;
	for (int i = 0; i < SERIAL_PORTS; i++)
		serial->ports[i].fd = -1;
	if (pattern) {
		serial->pattern = strdup(pattern);
		if (!serial->pattern) {
			serial_free(serial);
			return STATUS_MEMORY;
		}
		serial->patterns[0] = serial->pattern;
	} else {
		serial->patterns[0] = "/dev/ttyACM*";
		serial->patterns[1] = "/dev/ttyUSB*";
	}
	*ret_serial = serial;
	return STATUS_OK;
}

static void port_close(struct port *port)
{
	if (port->fd >= 0)
		close(port->fd);
	sodium_memzero(port, sizeof(*port));
	port->fd = -1;
}

void serial_free(struct serial *serial)
{
	if (!serial)
		return;
	for (int i = 0; i < SERIAL_PORTS; i++)
		port_close(&serial->ports[i]);
	free(serial->pattern);
	free(serial);
}

/* Raw, so that nothing of what comes is taken for a command or echoed. What
 * came before this program listened was meant for nobody here. */
static bool line_set(int fd)
{
	struct termios line;

	if (tcgetattr(fd, &line) < 0)
		return false;
	cfmakeraw(&line);
	line.c_cflag &= ~(tcflag_t)(CSTOPB | CRTSCTS | HUPCL);
	line.c_cflag |= CLOCAL | CREAD;
	line.c_cc[VMIN] = line.c_cc[VTIME] = 0;
	cfsetispeed(&line, B9600);
	cfsetospeed(&line, B9600);
	return tcsetattr(fd, TCSANOW, &line) == 0 && tcflush(fd, TCIFLUSH) == 0;
}

static bool is_open(const struct serial *serial, dev_t device)
{
	for (int i = 0; i < SERIAL_PORTS; i++)
		if (serial->ports[i].fd >= 0 &&
		    serial->ports[i].device == device)
			return true;
	return false;
}

static struct port *free_port(struct serial *serial)
{
	for (int i = 0; i < SERIAL_PORTS; i++)
		if (serial->ports[i].fd < 0)
			return &serial->ports[i];
	return NULL;
}

/* Opens PATH unless it is no serial line, or is open already. */
static void try_port(struct serial *serial, const char *path)
{
	struct port *port = free_port(serial);
	struct stat info;
	int fd;

	if (!port || stat(path, &info) < 0 || !S_ISCHR(info.st_mode) ||
	    is_open(serial, info.st_rdev))
		return;
	fd = open(path, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return;
	if (!line_set(fd)) {
		close(fd);
		return;
	}
	port->fd = fd;
	port->device = info.st_rdev;
}

static void look_for_ports(struct serial *serial)
{
	for (int i = 0; i < 2 && serial->patterns[i]; i++) {
		glob_t names;

		if (glob(serial->patterns[i], 0, NULL, &names) != 0)
			continue;
		for (size_t j = 0; j < names.gl_pathc; j++)
			try_port(serial, names.gl_pathv[j]);
		globfree(&names);
	}
}

/* Reads what has come. False when there is nothing; a line that hung up is
 * closed. */
static bool port_fill(struct port *port, uint64_t now_ms)
{
	struct stat info;

	sodium_memzero(port->bytes, sizeof(port->bytes));
	port->at = port->end = 0;
	do
		port->end = read(port->fd, port->bytes, sizeof(port->bytes));
	while (port->end < 0 && errno == EINTR);
	if (port->end > 0) {
		port->last_ms = now_ms;
		return true;
	}
	/* A line that is there and silent says 0 or EAGAIN; one that hung up
	 * says 0 for ever, and no longer knows its settings. */
	if ((port->end < 0 && errno != EAGAIN) || fstat(port->fd, &info) < 0 ||
	    tcgetattr(port->fd, &(struct termios){0}) < 0)
		port_close(port);
	return false;
}

static void line_take(struct port *port, struct scan_line *ret_line)
{
	*ret_line = port->line;
	scan_line_wipe(&port->line);
}

static bool is_end(char byte)
{
	return byte == '\r' || byte == '\n';
}

static bool is_text(char byte)
{
	return (unsigned char)byte >= ' ' && byte != 0x7F;
}

static bool port_line(struct port *port, uint64_t now_ms,
		      struct scan_line *ret_line)
{
	while (port->at < port->end || port_fill(port, now_ms)) {
		char byte = port->bytes[port->at];

		port->bytes[port->at++] = '\0';
		if (is_text(byte))
			scan_line_add(&port->line, byte);
		if (!is_end(byte) || !port->line.length)
			continue;
		line_take(port, ret_line);
		return true;
	}
	if (!port->line.length || now_ms - port->last_ms < SERIAL_PAUSE_MS)
		return false;
	line_take(port, ret_line);
	return true;
}

bool serial_line(struct serial *serial, uint64_t now_ms,
		 struct scan_line *ret_line)
{
	if (now_ms >= serial->next_look_ms) {
		look_for_ports(serial);
		serial->next_look_ms = now_ms + SERIAL_AGAIN_MS;
	}
	for (int i = 0; i < SERIAL_PORTS; i++)
		if (serial->ports[i].fd >= 0 &&
		    port_line(&serial->ports[i], now_ms, ret_line))
			return true;
	return false;
}

int serial_count(const struct serial *serial)
{
	int count = 0;

	for (int i = 0; i < SERIAL_PORTS; i++)
		count += serial->ports[i].fd >= 0;
	return count;
}
