/* machine.h - the machine that the programs run on: clock, disk, battery,
 * displays, and which program it is. */
#ifndef STEMMEBOKS_MACHINE_H
#define STEMMEBOKS_MACHINE_H

#include "core/check.h"
#include "core/panel.h"

#define MACHINE_POWER "/sys/class/power_supply"
#define MACHINE_DISPLAYS "/sys/class/drm"

/* The charge of the first battery in folder POWER, as Linux has them
 * (sysfs-class-power: `type` Battery, `capacity` in percent); -1 for none. */
int machine_battery(const char *power);

/* Whether a battery in folder POWER is being emptied (`status` Discharging). */
bool machine_draining(const char *power);

/* The time now, local, "2015-11-10 19:05". */
void machine_clock(char ret_text[CHECK_MOMENT]);

/* MiB that are free on the disk with FILE; -1 when that cannot be found out. */
int64_t machine_free(const char *file);

/* Measures how long the disk with FOLDER takes to write a small file for good
 * (fsync(2)), CHECK_SYNCS times: so long this waits. The file is gone
 * afterwards, whatever happens. STATUS_FILE_WRITE. */
enum status machine_disk(const char *folder, struct check_disk *ret_disk);

/* The displays that Linux names in FOLDER (DRM: `status` connected, the first
 * of `modes`, and of `edid` the size in bytes 66 to 68, VESA E-EDID 3.10.2), at
 * most CHECK_SCREENS; how many. Without a driver for them there are none. */
int machine_displays(const char *folder,
		     struct check_display ret_display[CHECK_SCREENS]);

/* How many names fit PATTERN (glob(7)). */
int machine_count(const char *pattern);

/* Fills all of *MACHINE but its version: FILE is the meeting's, by name. */
void machine_read(const char *file, struct panel_machine *machine);

/* The version, and the first digits of the SHA-256 of the program's file. */
void machine_version(char ret_text[PANEL_NAME]);

#endif
