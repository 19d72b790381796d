/* machine.h - the machine that the kiosk runs on: clock, disk, battery, and
 * which program it is. */
#ifndef STEMMEBOKS_MACHINE_H
#define STEMMEBOKS_MACHINE_H

#include "core/panel.h"

#define MACHINE_POWER "/sys/class/power_supply"

/* The charge of the first battery in folder POWER, as Linux has them
 * (sysfs-class-power: `type` Battery, `capacity` in percent); -1 for none. */
int machine_battery(const char *power);

/* Fills all of *MACHINE but its version: FILE is the meeting's, by name. */
void machine_read(const char *file, struct panel_machine *machine);

/* The version, and the first digits of the SHA-256 of the program's file. */
void machine_version(char ret_text[PANEL_NAME]);

#endif
