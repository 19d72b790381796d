/* sticks.h - the folders of USB sticks that are plugged in. */
#ifndef STEMMEBOKS_STICKS_H
#define STEMMEBOKS_STICKS_H

struct panel_names;

#define STICKS_MOUNTS "/proc/self/mounts"

/* The folders in the table MOUNTS (fstab(5)) that lie in /media, /run/media or
 * /mnt, where desktops and udisks put sticks: at most PANEL_PRINTERS of those
 * whose name is short enough. */
void sticks_find(const char *mounts, struct panel_names *ret_folders);

#endif
