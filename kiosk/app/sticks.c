#include "app/sticks.h"

#include <mntent.h>
#include <stdio.h>
#include <string.h>

#include "core/panel.h"

static const char *const roots[] = {"/media/", "/run/media/", "/mnt/"};

static bool is_stick(const char *folder)
{
	for (size_t i = 0; i < sizeof(roots) / sizeof(roots[0]); i++)
		if (strncmp(folder, roots[i], strlen(roots[i])) == 0)
			return strlen(folder) < PANEL_NAME;
	return false;
}

void sticks_find(const char *mounts, struct panel_names *ret_folders)
{
	FILE *table = setmntent(mounts, "r");
	const struct mntent *row;

	ret_folders->count = 0;
	if (!table)
		return;
	while ((row = getmntent(table)) && ret_folders->count < PANEL_PRINTERS)
		if (is_stick(row->mnt_dir))
			strcpy(ret_folders->name[ret_folders->count++],
			       row->mnt_dir);
	endmntent(table);
}
