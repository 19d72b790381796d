#include "scan/camera_watch.h"

#include <sodium/utils.h>
#include <stdlib.h>
#include <string.h>

#include "scan/camera_source.h"
#include "scan/code_reader.h"

enum {
	/* Two pictures are nearly the same when no cell's mean differs by
	 * more; a camera's noise moves a mean by less than 2. */
	SAME_MOST = 4,
};

enum status camera_watch_begin(struct camera_watch *watch, const char *device)
{
	enum status status;

	*watch = (struct camera_watch){.device = device};
	status = code_reader_new(&watch->reader);
	if (status != STATUS_OK)
		*watch = (struct camera_watch){0};
	return status;
}

/* The camera is away: nothing of what it showed counts any longer. */
static void let_go(struct camera_watch *watch, uint64_t now_ms)
{
	if (watch->handle)
		watch->source->close(watch->handle);
	watch->handle = NULL;
	watch->next_try_ms = now_ms + CAMERA_AGAIN_MS;
	watch->looked = false;
	watch->unread_since_ms = 0;
	sodium_memzero(watch->thumb, sizeof(watch->thumb));
	grey_wipe(&watch->frame);
}

void camera_watch_end(struct camera_watch *watch)
{
	let_go(watch, 0);
	code_reader_free(watch->reader);
	grey_free(&watch->frame);
	sodium_memzero(watch, sizeof(*watch));
}

/* What is behind the name may be another thing each time. */
static void try_open(struct camera_watch *watch, uint64_t now_ms)
{
	watch->source = camera_source_for(watch->device);
	if (watch->source->open(watch->device, &watch->handle) != STATUS_OK) {
		watch->handle = NULL;
		watch->next_try_ms = now_ms + CAMERA_AGAIN_MS;
	}
	watch->frame_ms = now_ms;
}

/* The mean of every fourth pixel of each cell of FRAME. */
static void thumb_make(const struct grey *frame,
		       unsigned char thumb[CAMERA_THUMB * CAMERA_THUMB])
{
	int width = frame->width / CAMERA_THUMB;
	int height = frame->height / CAMERA_THUMB;
	int count = ((width + 1) / 2) * ((height + 1) / 2);

	memset(thumb, 0, CAMERA_THUMB * CAMERA_THUMB);
	if (!count)
		return;
	for (int cell = 0; cell < CAMERA_THUMB * CAMERA_THUMB; cell++) {
		const unsigned char *from =
		    frame->pixels +
		    cell / CAMERA_THUMB * height * frame->stride +
		    cell % CAMERA_THUMB * width;
		int sum = 0;

		for (int y = 0; y < height; y += 2)
			for (int x = 0; x < width; x += 2)
				sum += from[y * frame->stride + x];
		thumb[cell] = (unsigned char)(sum / count);
	}
}

/* Whether the picture is nearly the one looked at last; keeps its thumb if it
 * is not. */
static bool same_as_before(struct camera_watch *watch)
{
	unsigned char thumb[CAMERA_THUMB * CAMERA_THUMB];
	bool same = watch->looked;

	thumb_make(&watch->frame, thumb);
	for (size_t i = 0; i < sizeof(thumb) && same; i++)
		same = abs(thumb[i] - watch->thumb[i]) <= SAME_MOST;
	if (!same)
		memcpy(watch->thumb, thumb, sizeof(thumb));
	sodium_memzero(thumb, sizeof(thumb));
	return same;
}

/* A code that was seen and not read keeps being tried, moved or not. */
static bool need_look(struct camera_watch *watch, uint64_t now_ms)
{
	bool same = same_as_before(watch);

	return !same || watch->unread_since_ms ||
	       now_ms - watch->looked_ms >= CAMERA_LOOK_MS;
}

static void not_read(struct camera_watch *watch, enum code_seen seen,
		     uint64_t now_ms)
{
	if (seen == CODE_UNREAD) {
		if (!watch->unread_since_ms)
			watch->unread_since_ms = now_ms;
		watch->unread_ms = now_ms;
	} else if (now_ms - watch->unread_ms > CAMERA_UNREAD_GAP_MS) {
		watch->unread_since_ms = 0;
	}
}

static void look(struct camera_watch *watch, uint64_t now_ms,
		 struct camera_news *news)
{
	enum code_seen seen;

	if (!need_look(watch, now_ms)) {
		if (watch->read)
			scan_repeat_still(&watch->repeat, now_ms);
		news->again = watch->read;
		return;
	}
	seen = code_reader_look(watch->reader, &watch->frame, &news->line);
	watch->looked = true;
	watch->looked_ms = now_ms;
	watch->read = seen == CODE_READ;
	if (!watch->read) {
		not_read(watch, seen, now_ms);
		return;
	}
	watch->unread_since_ms = 0;
	news->again = scan_repeat_is(&watch->repeat, &news->line, now_ms);
	news->code = !news->again;
	if (news->again)
		scan_line_wipe(&news->line);
}

/* Asks the camera for a picture. Returns whether it is still there. */
static bool watch_on(struct camera_watch *watch, uint64_t now_ms,
		     struct camera_news *news)
{
	switch (watch->source->next(watch->handle, &watch->frame)) {
	case CAMERA_FRAME:
		watch->frame_ms = now_ms;
		news->frame = true;
		look(watch, now_ms, news);
		return true;
	case CAMERA_WAIT:
		return now_ms - watch->frame_ms < CAMERA_SILENT_MS;
	case CAMERA_GONE:
		break;
	}
	return false;
}

void camera_watch_step(struct camera_watch *watch, uint64_t now_ms,
		       struct camera_news *ret_news)
{
	*ret_news = (struct camera_news){0};
	if (!watch->handle && now_ms >= watch->next_try_ms)
		try_open(watch, now_ms);
	if (!watch->handle)
		return;
	ret_news->there = watch_on(watch, now_ms, ret_news);
	if (!ret_news->there)
		let_go(watch, now_ms);
	else if (watch->unread_since_ms)
		ret_news->unread_ms = now_ms - watch->unread_since_ms;
}
