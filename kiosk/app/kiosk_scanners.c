#include "app/kiosk_scanners.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "scan/pipe.h"
#include "scan/serial.h"

/* A preview is due but the camera has no new picture yet. */
enum { SOON_MS = 33, MOVED = 5 /* of 255, the mean of a cell */ };

static const char cameras_auto[] = "/dev/video*";

static bool is_word(const char *text, const char *word)
{
	return strcmp(text, word) == 0;
}

enum status scanners_open(struct scanners *scanners,
			  const struct scanners_options *options)
{
	enum status status = STATUS_OK;

	if (!is_word(options->camera, "off"))
		scanners->cameras = is_word(options->camera, "auto")
					? cameras_auto
					: options->camera;
	if (options->pipe)
		status = pipe_open(options->pipe, &scanners->pipe);
	if (status == STATUS_OK && !is_word(options->serial, "off"))
		status = serial_open(
		    is_word(options->serial, "auto") ? NULL : options->serial,
		    &scanners->serial);
	return status;
}

static void forget_preview(struct scanners *scanners)
{
	grey_wipe(&scanners->preview);
	scanners->preview.width = 0;
	scanners->shown = 0;
	scanners->still_ms = 0;
}

static void close_camera(struct scanners *scanners)
{
	camera_free(scanners->camera);
	free(scanners->name);
	scanners->camera = NULL;
	scanners->name = NULL;
	scanners->sight = (struct camera_sight){0};
	scanners->counted = 0;
	forget_preview(scanners);
}

void scanners_close(struct scanners *scanners)
{
	close_camera(scanners);
	grey_free(&scanners->preview);
	serial_free(scanners->serial);
	pipe_free(scanners->pipe);
	*scanners = (struct scanners){0};
}

bool scanners_line(struct scanners *scanners, uint64_t now_ms,
		   struct scan_line *ret_line, enum trial_source *ret_source)
{
	if (scanners->pipe && pipe_line(scanners->pipe, ret_line)) {
		*ret_source = TRIAL_PIPE;
		return true;
	}
	if (scanners->serial &&
	    serial_line(scanners->serial, now_ms, ret_line)) {
		*ret_source = TRIAL_SERIAL;
		return true;
	}
	if (scanners->camera && camera_line(scanners->camera, ret_line)) {
		*ret_source = TRIAL_CAMERA;
		return true;
	}
	return false;
}

static bool is_silent(const struct scanners *scanners, uint64_t now_ms)
{
	return now_ms - scanners->seen_ms >= SCANNERS_NEXT_MS;
}

/* The camera to be open: the one that is, and when it gives nothing the next of
 * those there are, since one camera may have several names. NULL: none is
 * there; else to be freed. */
static char *find_camera(const struct scanners *scanners, uint64_t now_ms)
{
	bool next = is_silent(scanners, now_ms);
	size_t at = 0;
	char *found = NULL;
	glob_t names;

	if (glob(scanners->cameras, 0, NULL, &names) != 0)
		/* A name that is no pattern but holds its signs. */
		return access(scanners->cameras, F_OK) == 0
			   ? strdup(scanners->cameras)
			   : NULL;
	for (size_t i = 0; i < names.gl_pathc && scanners->name; i++)
		if (is_word(names.gl_pathv[i], scanners->name))
			at = i + next;
	if (names.gl_pathc > 0)
		found = strdup(names.gl_pathv[at % names.gl_pathc]);
	globfree(&names);
	return found;
}

static void look_for_camera(struct scanners *scanners, uint64_t now_ms)
{
	char *name = find_camera(scanners, now_ms);

	scanners->look_ms = now_ms + SCANNERS_LOOK_MS;
	if (name && scanners->name && is_word(name, scanners->name)) {
		free(name);
		return;
	}
	close_camera(scanners);
	if (name && camera_open(name, &scanners->camera) == STATUS_OK) {
		scanners->name = name;
		scanners->seen_ms = now_ms;
		return;
	}
	free(name);
}

/* The mean grey of cell X, Y of the preview: noise is not in it. */
static unsigned char cell_grey(const struct grey *preview, int x, int y)
{
	int x0 = x * preview->width / SCANNERS_CELLS;
	int x1 = (x + 1) * preview->width / SCANNERS_CELLS;
	int y0 = y * preview->height / SCANNERS_CELLS;
	int y1 = (y + 1) * preview->height / SCANNERS_CELLS;
	unsigned long sum = 0;

	for (int row = y0; row < y1; row++)
		for (int column = x0; column < x1; column++)
			sum += preview->pixels[row * preview->stride + column];
	return x1 > x0 && y1 > y0
		   ? (unsigned char)(sum /
				     (unsigned long)((x1 - x0) * (y1 - y0)))
		   : 0;
}

/* Whether anything moved since the preview that is shown. */
static bool has_moved(struct scanners *scanners)
{
	unsigned char cells[SCANNERS_CELLS * SCANNERS_CELLS];
	bool moved = false;

	for (int i = 0; i < SCANNERS_CELLS * SCANNERS_CELLS; i++) {
		cells[i] = cell_grey(&scanners->preview, i % SCANNERS_CELLS,
				     i / SCANNERS_CELLS);
		moved |= abs(cells[i] - scanners->cells[i]) >= MOVED;
	}
	if (moved)
		memcpy(scanners->cells, cells, sizeof(cells));
	return moved;
}

static bool take_preview(struct scanners *scanners, uint64_t now_ms)
{
	if (now_ms < scanners->preview_ms ||
	    scanners->sight.pictures == scanners->shown ||
	    !camera_preview(scanners->camera, &scanners->preview))
		return false;
	scanners->shown = scanners->sight.pictures;
	scanners->preview_ms = now_ms + SCANNERS_PREVIEW_MS;
	if (!has_moved(scanners) && now_ms < scanners->still_ms)
		return false;
	scanners->still_ms = now_ms + SCANNERS_STILL_MS;
	scanners->stamp++;
	return true;
}

bool scanners_look(struct scanners *scanners, bool wanted, bool shown,
		   uint64_t now_ms)
{
	bool had = scanners->preview.width > 0;
	bool unread = scanners_unread(scanners);
	bool taken = false;

	if (!scanners->cameras || !wanted) {
		if (scanners->camera)
			close_camera(scanners);
		scanners->look_ms = 0;
		return had;
	}
	if (scanners->camera)
		camera_look(scanners->camera, &scanners->sight);
	if (scanners->sight.pictures != scanners->counted) {
		scanners->counted = scanners->sight.pictures;
		scanners->seen_ms = now_ms;
	} else if (now_ms >= scanners->look_ms &&
		   (!scanners->sight.there || is_silent(scanners, now_ms))) {
		look_for_camera(scanners, now_ms);
	}
	if (scanners->sight.there && shown)
		taken = take_preview(scanners, now_ms);
	else if (had)
		forget_preview(scanners);
	return taken || had != (scanners->preview.width > 0) ||
	       unread != scanners_unread(scanners);
}

int scanners_wait_ms(const struct scanners *scanners, uint64_t now_ms)
{
	if (scanners->preview.width == 0)
		return -1;
	return scanners->preview_ms > now_ms
		   ? (int)(scanners->preview_ms - now_ms)
		   : SOON_MS;
}

bool scanners_unread(const struct scanners *scanners)
{
	return scanners->sight.unread_ms >= CAMERA_HELP_MS;
}

struct trial_plugged scanners_plugged(const struct scanners *scanners)
{
	return (struct trial_plugged){
	    .camera = scanners->sight.there,
	    .serial = scanners->serial ? serial_count(scanners->serial) : 0,
	};
}
