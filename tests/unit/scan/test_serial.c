/* Serial scanners, on pseudo-terminals: the same system calls as a real line.
 */
#include "tests/lib/cmocka_all.h"

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include "scan/serial.h"

/* A folder with names of scanners, as /dev has them. */
struct desk {
	char folder[64], path[2][96], pattern[96];
	int master[2]; /* -1: not plugged in */
	struct serial *serial;
	uint64_t now_ms;
};

static void plug(struct desk *desk, int index)
{
	int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);

	assert_true(master >= 0);
	assert_int_equal(grantpt(master), 0);
	assert_int_equal(unlockpt(master), 0);
	assert_int_equal(symlink(ptsname(master), desk->path[index]), 0);
	desk->master[index] = master;
}

static void unplug(struct desk *desk, int index)
{
	unlink(desk->path[index]);
	close(desk->master[index]);
	desk->master[index] = -1;
}

static void send_bytes(const struct desk *desk, int index, const void *bytes,
		       size_t length)
{
	assert_int_equal(write(desk->master[index], bytes, length),
			 (ssize_t)length);
}

static void send(const struct desk *desk, int index, const char *text)
{
	send_bytes(desk, index, text, strlen(text));
}

/* A call AFTER_MS later; the text of the line, or NULL. */
static const char *line_after(struct desk *desk, unsigned after_ms)
{
	static struct scan_line line;

	desk->now_ms += after_ms;
	/* The kernel hands bytes over in its own time. */
	poll(NULL, 0, 2);
	scan_line_wipe(&line);
	return serial_line(desk->serial, desk->now_ms, &line) ? line.text
							      : NULL;
}

static int desk_make(void **state)
{
	char folder[] = "/tmp/stemmeboks-serial-XXXXXX";
	struct desk *desk = calloc(1, sizeof(*desk));

	if (!desk || !mkdtemp(folder))
		return -1;
	memcpy(desk->folder, folder, sizeof(folder));
	for (int i = 0; i < 2; i++) {
		snprintf(desk->path[i], sizeof(desk->path[i]), "%s/ttyACM%d",
			 folder, i);
		desk->master[i] = -1;
	}
	snprintf(desk->pattern, sizeof(desk->pattern), "%s/ttyACM*", folder);
	desk->now_ms = 5000;
	*state = desk;
	return serial_open(desk->pattern, &desk->serial) == STATUS_OK ? 0 : -1;
}

static int desk_free(void **state)
{
	struct desk *desk = *state;

	serial_free(desk->serial);
	serial_free(NULL);
	for (int i = 0; i < 2; i++)
		if (desk->master[i] >= 0)
			unplug(desk, i);
	rmdir(desk->folder);
	free(desk);
	return 0;
}

static void lines_end_in_cr_lf_or_both(void **state)
{
	struct desk *desk = *state;

	plug(desk, 0);
	assert_null(line_after(desk, 0));
	assert_int_equal(serial_count(desk->serial), 1);
	send(desk, 0, "7KQ2M0ZXWT4B9CDEFGHJ\rSECOND\nTHIRD\r\n\r\n\nFOURTH\r");
	assert_string_equal(line_after(desk, 0), "7KQ2M0ZXWT4B9CDEFGHJ");
	assert_string_equal(line_after(desk, 0), "SECOND");
	assert_string_equal(line_after(desk, 0), "THIRD");
	assert_string_equal(line_after(desk, 0), "FOURTH");
	assert_null(line_after(desk, SERIAL_PAUSE_MS));
}

static void a_half_line_waits_for_the_rest_or_a_pause(void **state)
{
	struct desk *desk = *state;

	plug(desk, 0);
	assert_null(line_after(desk, 0));
	send(desk, 0, "7KQ2M0ZX");
	assert_null(line_after(desk, 0));
	assert_null(line_after(desk, SERIAL_PAUSE_MS - 1));
	send(desk, 0, "WT4B9CDEFGHJ");
	assert_null(line_after(desk, SERIAL_PAUSE_MS));
	assert_null(line_after(desk, SERIAL_PAUSE_MS - 1));
	assert_string_equal(line_after(desk, 1), "7KQ2M0ZXWT4B9CDEFGHJ");
	assert_null(line_after(desk, SERIAL_PAUSE_MS));
}

static void an_unplugged_scanner_comes_back_without_its_half_line(void **state)
{
	struct desk *desk = *state;

	plug(desk, 0);
	assert_null(line_after(desk, 0));
	send(desk, 0, "7KQ2M0");
	assert_null(line_after(desk, 0));
	unplug(desk, 0);
	assert_null(line_after(desk, 10));
	assert_int_equal(serial_count(desk->serial), 0);
	assert_null(line_after(desk, SERIAL_PAUSE_MS));
	/* Under another name, and only when it is time to look again. */
	plug(desk, 1);
	assert_null(line_after(desk, 10));
	assert_int_equal(serial_count(desk->serial), 0);
	assert_null(line_after(desk, SERIAL_AGAIN_MS));
	assert_int_equal(serial_count(desk->serial), 1);
	send(desk, 1, "ZXWT\r");
	assert_string_equal(line_after(desk, 0), "ZXWT");
}

static void two_scanners_keep_their_lines_apart(void **state)
{
	struct desk *desk = *state;

	plug(desk, 0);
	plug(desk, 1);
	assert_null(line_after(desk, 0));
	assert_int_equal(serial_count(desk->serial), 2);
	send(desk, 0, "AAA");
	send(desk, 1, "BBB");
	assert_null(line_after(desk, 0));
	send(desk, 0, "CCC\r");
	send(desk, 1, "DDD\r");
	assert_string_equal(line_after(desk, 0), "AAACCC");
	assert_string_equal(line_after(desk, 0), "BBBDDD");
}

static void what_came_before_anyone_listened_is_dropped(void **state)
{
	struct desk *desk = *state;

	plug(desk, 0);
	send(desk, 0, "OLD\r");
	assert_null(line_after(desk, 0));
	send(desk, 0, "NEW\r");
	assert_string_equal(line_after(desk, 0), "NEW");
}

static void nothing_a_scanner_sends_is_echoed_or_obeyed(void **state)
{
	struct desk *desk = *state;
	struct pollfd back;

	plug(desk, 0);
	assert_null(line_after(desk, 0));
	/* Stop, interrupt, end of file, erase: all but the text is dropped. */
	send(desk, 0,
	     "\x13\x03"
	     "AB\x04\x7f"
	     "C\x02\r");
	assert_string_equal(line_after(desk, 0), "ABC");
	back = (struct pollfd){.fd = desk->master[0], .events = POLLIN};
	assert_int_equal(poll(&back, 1, 0), 0);
}

static void an_overlong_line_is_one_line_and_the_next_is_whole(void **state)
{
	struct desk *desk = *state;
	char block[1000];

	plug(desk, 0);
	assert_null(line_after(desk, 0));
	memset(block, 'A', sizeof(block));
	send_bytes(desk, 0, block, sizeof(block));
	send(desk, 0, "\rNEXT\r");
	assert_int_equal(strlen(line_after(desk, 0)), SCAN_LINE_SYMBOLS);
	assert_string_equal(line_after(desk, 0), "NEXT");
}

static void any_bytes_are_survived_and_a_slip_after_them_is_read(void **state)
{
	struct desk *desk = *state;
	unsigned char bytes[512];
	uint32_t seed = 3;

	plug(desk, 0);
	assert_null(line_after(desk, 0));
	for (int round = 0; round < 40; round++) {
		const char *text;

		for (size_t i = 0; i < sizeof(bytes); i++) {
			seed = seed * 1664525 + 1013904223;
			bytes[i] = (unsigned char)(seed >> 24);
		}
		send_bytes(desk, 0, bytes, sizeof(bytes));
		while ((text = line_after(desk, 0))) {
			assert_true(strlen(text) > 0);
			assert_true(strlen(text) <= SCAN_LINE_SYMBOLS);
			for (; *text; text++)
				assert_true((unsigned char)*text >= ' ' &&
					    *text != 0x7F);
		}
	}
	send(desk, 0, "\r7KQ2M0ZXWT4B9CDEFGHJ\r");
	line_after(desk, 0);
	assert_string_equal(line_after(desk, 0), "7KQ2M0ZXWT4B9CDEFGHJ");
}

static void what_is_no_serial_line_is_left_alone(void **state)
{
	struct desk *desk = *state;

	assert_int_equal(symlink("/dev/null", desk->path[0]), 0);
	assert_null(line_after(desk, 0));
	assert_int_equal(serial_count(desk->serial), 0);
	unlink(desk->path[0]);
}

int main(void)
{
#define AT_A_DESK(test)                                                        \
	cmocka_unit_test_setup_teardown(test, desk_make, desk_free)
	const struct CMUnitTest tests[] = {
	    AT_A_DESK(lines_end_in_cr_lf_or_both),
	    AT_A_DESK(a_half_line_waits_for_the_rest_or_a_pause),
	    AT_A_DESK(an_unplugged_scanner_comes_back_without_its_half_line),
	    AT_A_DESK(two_scanners_keep_their_lines_apart),
	    AT_A_DESK(what_came_before_anyone_listened_is_dropped),
	    AT_A_DESK(nothing_a_scanner_sends_is_echoed_or_obeyed),
	    AT_A_DESK(an_overlong_line_is_one_line_and_the_next_is_whole),
	    AT_A_DESK(any_bytes_are_survived_and_a_slip_after_them_is_read),
	    AT_A_DESK(what_is_no_serial_line_is_left_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
