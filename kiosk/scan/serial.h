/* serial.h - scanners on a serial line: USB ones that show as /dev/ttyACM0 or
 * /dev/ttyUSB0.
 *
 * A line ends in CR or LF or, from a scanner set to send neither, in a pause of
 * SERIAL_PAUSE_MS. Control bytes are dropped. Speed does not matter on USB; a
 * real line is read at 9600 baud, 8 bits, no parity, 1 stop bit.
 *
 * Scanners may be unplugged and plugged in again, under another name too; what
 * an unplugged one had begun is wiped.
 */
#ifndef STEMMEBOKS_SERIAL_H
#define STEMMEBOKS_SERIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"
#include "scan/scan_line.h"

struct serial;

enum {
	SERIAL_PORTS = 4,	/* scanners at a time; more are left alone */
	SERIAL_PAUSE_MS = 100,	/* silence that ends a line */
	SERIAL_AGAIN_MS = 1000, /* how often new scanners are looked for */
};

/* Looks for scanners at names that fit PATTERN ("/dev/ttyACM*", glob(7)), NULL:
 * at both names above. None need be there. STATUS_MEMORY; *ret_serial is then
 * untouched. Free with serial_free(), which takes NULL. */
enum status serial_open(const char *pattern, struct serial **ret_serial);
void serial_free(struct serial *serial);

/* The next whole line, without its end, cut at SCAN_LINE_SYMBOLS and never
 * waiting; false when there is none yet. Empty lines are skipped. NOW_MS: a
 * monotonic clock; to be called every tenth of a second or sooner, again at
 * once after true. The caller wipes *ret_line, which is untouched on false. */
bool serial_line(struct serial *serial, uint64_t now_ms,
		 struct scan_line *ret_line);

/* How many scanners are plugged in, as far as the last call knows. */
int serial_count(const struct serial *serial);

#endif
