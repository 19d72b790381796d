/* The machine, as Linux tells of it in files: battery, displays, disk. */
#include "machine/machine.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"

enum { PATH_SIZE = 256, EDID = 128 };

static void put_bytes(const char *folder, const char *name, const char *what,
		      const void *bytes, size_t size)
{
	char path[PATH_SIZE];
	FILE *out;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/%s/%s", folder, name, what);
	out = fopen(path, "w");
	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, size, out), size);
	assert_int_equal(fclose(out), 0);
}

static void put(const char *folder, const char *name, const char *what,
		const char *text)
{
	put_bytes(folder, name, what, text, strlen(text));
}

static void remove_all(const char *folder)
{
	char line[PATH_SIZE];

	snprintf(line, sizeof(line), "rm -rf '%s'", folder);
	assert_int_equal(system(line), 0);
}

static void the_charge_is_that_of_a_battery_and_no_other_supply(void **state)
{
	char folder[] = "/tmp/stemmeboks-power-XXXXXX";

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_int_equal(machine_battery(folder), -1);
	put(folder, "AC", "type", "Mains\n");
	put(folder, "AC", "capacity", "100\n");
	assert_int_equal(machine_battery(folder), -1);
	put(folder, "BAT0", "type", "Battery\n");
	assert_int_equal(machine_battery(folder), -1);
	put(folder, "BAT0", "capacity", "83\n");
	assert_int_equal(machine_battery(folder), 83);
	assert_int_equal(machine_battery("/nonexistent"), -1);
	remove_all(folder);
}

static void a_battery_drains_while_its_status_says_so(void **state)
{
	static const struct {
		const char *status;
		bool draining;
	} rows[] = {{"Discharging\n", true},
		    {"Charging\n", false},
		    {"Full\n", false},
		    {"Not charging\n", false}};
	char folder[] = "/tmp/stemmeboks-power-XXXXXX";

	(void)state;
	assert_non_null(mkdtemp(folder));
	put(folder, "AC", "type", "Mains\n");
	put(folder, "AC", "status", "Discharging\n");
	assert_false(machine_draining(folder));
	put(folder, "BAT0", "type", "Battery\n");
	assert_false(machine_draining(folder));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		put(folder, "BAT0", "status", rows[i].status);
		assert_int_equal(machine_draining(folder), rows[i].draining);
	}
	remove_all(folder);
}

/* 708 by 398 mm: 0x2c4 and 0x18e. */
static void
displays_that_are_plugged_in_have_pixels_and_millimetres(void **state)
{
	char folder[] = "/tmp/stemmeboks-drm-XXXXXX";
	struct check_display display[CHECK_SCREENS];
	unsigned char edid[EDID] = {0};

	(void)state;
	edid[66] = 0xc4;
	edid[67] = 0x8e;
	edid[68] = 0x21;
	assert_non_null(mkdtemp(folder));
	put(folder, "card0", "dev", "226:0\n");
	put(folder, "card0-DP-1", "status", "disconnected\n");
	put(folder, "card0-DP-1", "modes", "");
	put(folder, "card0-HDMI-A-1", "status", "connected\n");
	put(folder, "card0-HDMI-A-1", "modes", "1920x1080\n1280x720\n");
	put_bytes(folder, "card0-HDMI-A-1", "edid", edid, sizeof(edid));
	put(folder, "card0-HDMI-A-2", "status", "connected\n");
	put(folder, "card0-HDMI-A-2", "modes", "1280x720\n");
	put_bytes(folder, "card0-HDMI-A-2", "edid", edid, EDID - 1);
	assert_int_equal(machine_displays(folder, display), 2);
	assert_int_equal(display[0].w_px, 1920);
	assert_int_equal(display[0].h_px, 1080);
	assert_int_equal(display[0].w_mm, 708);
	assert_int_equal(display[0].h_mm, 398);
	assert_int_equal(display[1].w_px, 1280);
	assert_int_equal(display[1].w_mm, 0);
	assert_int_equal(machine_displays("/nonexistent", display), 0);
	remove_all(folder);
}

static int names_in(const char *folder)
{
	DIR *open = opendir(folder);
	int count = 0;

	assert_non_null(open);
	while (readdir(open))
		count++;
	closedir(open);
	return count - 2;
}

static void a_disk_is_measured_and_left_as_it_was(void **state)
{
	char folder[] = "/tmp/stemmeboks-disk-XXXXXX";
	struct check_disk disk = {0};

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_int_equal(machine_disk(folder, &disk), STATUS_OK);
	assert_int_equal(disk.count, CHECK_SYNCS);
	assert_true(disk.median_us > 0);
	assert_true(disk.worst_us >= disk.median_us);
	assert_int_equal(names_in(folder), 0);
	remove_all(folder);
}

static void what_lies_in_memory_is_told_from_a_disk(void **state)
{
	struct check_disk disk = {0}, before;

	(void)state;
	assert_int_equal(machine_disk("/dev/shm", &disk), STATUS_OK);
	assert_true(disk.memory);
	before = disk;
	assert_int_equal(machine_disk("/proc", &disk), STATUS_FILE_WRITE);
	assert_memory_equal(&disk, &before, sizeof(disk));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		the_charge_is_that_of_a_battery_and_no_other_supply),
	    cmocka_unit_test(a_battery_drains_while_its_status_says_so),
	    cmocka_unit_test(
		displays_that_are_plugged_in_have_pixels_and_millimetres),
	    cmocka_unit_test(a_disk_is_measured_and_left_as_it_was),
	    cmocka_unit_test(what_lies_in_memory_is_told_from_a_disk),
	};

	return cmocka_run_group_tests_name("machine", tests, NULL, NULL);
}
