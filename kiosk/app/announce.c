#include "app/announce.h"

#include <errno.h>
#include <unistd.h>

#include "panel/panel_view.h"
#include "ui/ui.h"
#include "voter/widget.h"

enum status announce_open(const char *path, FILE **ret_file)
{
	FILE *file = NULL;

	if (path) {
		file = fopen(path, "wxe");
		if (!file)
			return errno == EEXIST ? STATUS_FILE_EXISTS
					       : STATUS_FILE_WRITE;
	}
	*ret_file = file;
	return STATUS_OK;
}

void announce_close(FILE *file, const char *path)
{
	if (!file)
		return;
	if (ftell(file) == 0)
		unlink(path);
	fclose(file);
}

static const char *target_name(uint32_t id)
{
	const char *name = panel_widget_name(id);

	return name ? name : widget_name(id);
}

void announce_targets(FILE *file, const struct ui *ui)
{
	int count;
	const struct ui_target *targets = ui_targets(ui, &count);

	for (int i = 0; i < count; i++)
		fprintf(file, "target %s %d %d %d %d %d %s\n",
			target_name(targets[i].id), widget_index(targets[i].id),
			targets[i].rect.x, targets[i].rect.y, targets[i].rect.w,
			targets[i].rect.h, targets[i].label);
	fputs("end\n", file);
	fflush(file);
}
