#include "app/kiosk_demo.h"

#include <errno.h>
#include <sodium/utils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/announce.h"
#include "panel/panel_view.h"
#include "store/roll.h"
#include "ui/ui.h"

enum { LINE = 256 };

struct demo {
	FILE *announce; /* NULL: none */
	unsigned long frames;
	int count, next;
	unsigned char (*hashes)[SLIP_HASH_BYTES];
};

static const char *const overlays[] = {
    [OVERLAY_NONE] = "none",	 [OVERLAY_IDLE] = "idle",
    [OVERLAY_STOP] = "stop",	 [OVERLAY_BLANK] = "blank",
    [OVERLAY_HELP] = "help",	 [OVERLAY_LOOK] = "look",
    [OVERLAY_LISTEN] = "listen", [OVERLAY_MENU] = "menu",
};

/* Keeps the slip on LINE if it is one of MEETING. */
static enum status line_take(struct demo *demo, const char *line,
			     const struct meeting *meeting)
{
	size_t length = strcspn(line, "\r\n");
	unsigned char(*more)[SLIP_HASH_BYTES];
	struct slip slip;

	if (length == 0 || *line == '#' ||
	    slip_parse(line, length, meeting->code, &slip) != STATUS_OK)
		return STATUS_OK;
	more = realloc(demo->hashes, ((size_t)demo->count + 1) * sizeof(*more));
	if (!more)
		return STATUS_MEMORY;
	demo->hashes = more;
	slip_hash(meeting, &slip, demo->hashes[demo->count++]);
	sodium_memzero(&slip, sizeof(slip));
	return STATUS_OK;
}

static enum status codes_read(struct demo *demo, const char *path,
			      const struct meeting *meeting)
{
	FILE *file = fopen(path, "re");
	enum status status = STATUS_OK;
	char line[LINE];

	if (!file)
		return errno == ENOENT ? STATUS_FILE_MISSING : STATUS_FILE_READ;
	while (status == STATUS_OK && demo->count < ROLL_SLIPS &&
	       fgets(line, sizeof(line), file))
		status = line_take(demo, line, meeting);
	if (status == STATUS_OK && ferror(file))
		status = STATUS_FILE_READ;
	if (status == STATUS_OK && demo->count == 0)
		status = STATUS_NO_SLIPS;
	sodium_memzero(line, sizeof(line));
	fclose(file);
	return status;
}

enum status demo_open(const char *codes, FILE *announce,
		      const struct meeting *meeting, struct demo **ret_demo)
{
	struct demo *demo = calloc(1, sizeof(*demo));
	enum status status;

	if (!demo)
		return STATUS_MEMORY;
	demo->announce = announce;
	status = codes_read(demo, codes, meeting);
	if (status != STATUS_OK)
		goto out;
	*ret_demo = demo;
	demo = NULL;
out:
	demo_free(demo);
	return status;
}

void demo_free(struct demo *demo)
{
	if (!demo)
		return;
	free(demo->hashes);
	free(demo);
}

enum status demo_next(struct demo *demo, struct store *store,
		      unsigned char ret_hash[SLIP_HASH_BYTES])
{
	for (; demo->next < demo->count; demo->next++) {
		enum status status =
		    roll_look_up(store, demo->hashes[demo->next]);

		if (status == STATUS_SLIP_USED || status == STATUS_SLIP_VOID ||
		    status == STATUS_SLIP_OTHER)
			continue;
		if (status == STATUS_OK)
			memcpy(ret_hash, demo->hashes[demo->next],
			       SLIP_HASH_BYTES);
		return status;
	}
	return STATUS_SLIP_USED;
}

void demo_announce(struct demo *demo, const struct ui *ui,
		   const struct session *session, const struct panel *panel)
{
	bool says = session->screen == SCREEN_MESSAGE;

	if (!demo || !demo->announce)
		return;
	if (panel_is_open(panel))
		fprintf(demo->announce,
			"screen panel-%s overlay none frame %lu\n",
			panel_page_name(panel->page), demo->frames++);
	else
		fprintf(demo->announce, "screen %s overlay %s frame %lu%s%s\n",
			screen_name(session->screen),
			overlays[session->overlay], demo->frames++,
			says ? " says " : "",
			says ? status_name(session->message) : "");
	announce_targets(demo->announce, ui);
}
