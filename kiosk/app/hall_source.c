#include "app/hall_source.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "app/hall_picture.h"
#include "counting/card_example.h"
#include "counting/counting.h"
#include "hall/hall.h"
#include "store/store.h"

struct hall_source {
	const char *path;
	struct hall_picture picture; /* store NULL: nothing yet */
	struct roll_watch *watch;    /* of a shared roll, or NULL */
	struct hall_order order;     /* of its ballots */
	enum status trouble;	     /* shown */
	enum status failure;	     /* of the last poll */
	uint64_t failed_ms;	     /* since when */
	uint64_t retry_ms;	     /* not to be opened again before */
};

enum status hall_source_new(const char *path, struct hall_source **ret_source)
{
	struct hall_source *source = calloc(1, sizeof(*source));

	if (!source)
		return STATUS_MEMORY;
	source->path = path;
	*ret_source = source;
	return STATUS_OK;
}

void hall_source_free(struct hall_source *source)
{
	if (!source)
		return;
	roll_watch_free(source->watch);
	hall_picture_free(&source->picture);
	hall_order_free(&source->order);
	free(source);
}

/* Whether FAILURE may be no more than a kiosk writing just now. */
static bool may_pass(enum status failure)
{
	return failure == STATUS_STORE_BUSY || failure == STATUS_STORE;
}

/* Whether the file must be opened anew. */
static bool is_stale(const struct hall_source *source, const struct stat *file)
{
	const struct hall_picture *picture = &source->picture;

	return !picture->store || picture->device != file->st_dev ||
	       picture->inode != file->st_ino ||
	       (source->failure != STATUS_OK &&
		source->failure != STATUS_STORE_BUSY);
}

/* Brings the picture up to date; *ret_changed is set when it is another. */
static enum status follow(struct hall_source *source, uint64_t now_ms,
			  bool *ret_changed)
{
	struct hall_picture *picture = &source->picture;
	struct stat file;
	uint32_t version;
	enum status status;

	if (stat(source->path, &file) < 0)
		return errno == ENOENT || errno == ENOTDIR ? STATUS_FILE_MISSING
							   : STATUS_FILE_READ;
	if (is_stale(source, &file)) {
		if (now_ms < source->retry_ms)
			return source->failure;
		source->retry_ms = now_ms + HALL_SOURCE_RETRY_MS;
		/* It watches for the meeting that goes now. */
		roll_watch_free(source->watch);
		source->watch = NULL;
		status = hall_picture_open(source->path, &file, &source->order,
					   now_ms, picture);
		*ret_changed = status == STATUS_OK;
		return status;
	}
	status = store_version(picture->store, &version);
	if (status != STATUS_OK || version == picture->version)
		return status;
	status = hall_picture_read(picture, &source->order, now_ms);
	*ret_changed = status == STATUS_OK;
	return status;
}

/* Looks at a shared roll, for as long as people vote. Returns whether something
 * else is to be shown. */
static bool watch_roll(struct hall_source *source, uint64_t now_ms)
{
	struct hall_picture *picture = &source->picture;
	const struct meeting *meeting;

	if (!picture->store || picture->phase >= PHASE_CLOSED)
		return false;
	meeting = store_meeting(picture->store);
	if (!meeting_shares_roll(meeting))
		return false;
	if (!source->watch &&
	    roll_watch_new(meeting, &source->watch) != STATUS_OK)
		return false;
	if (!roll_watch_work(source->watch, now_ms))
		return false;
	hall_picture_see(picture, roll_watch_seen(source->watch), now_ms);
	return true;
}

bool hall_source_poll(struct hall_source *source, uint64_t now_ms)
{
	enum status trouble, failure;
	bool changed = false;

	failure = follow(source, now_ms, &changed);
	changed |= watch_roll(source, now_ms);
	if (failure != STATUS_OK && source->failure == STATUS_OK)
		source->failed_ms = now_ms;
	source->failure = failure;
	trouble = failure != STATUS_OK ? failure : source->picture.doubt;
	if (may_pass(failure) &&
	    now_ms - source->failed_ms < HALL_SOURCE_GRACE_MS)
		trouble = source->trouble;
	if (trouble != source->trouble)
		changed = true;
	source->trouble = trouble;
	return changed;
}

/* What is known of the box, and may be shown. */
static void view_box(const struct hall_picture *picture, struct hall_view *view)
{
	const struct hall_box *box = picture->box;
	const struct counting *counting = box ? box->counting : NULL;
	bool decided = counting && picture->phase >= PHASE_COUNTED &&
		       !counting->result.stopped;

	view->tally = counting ? &counting->box : NULL;
	view->paper = counting && counting->hand ? &box->paper : NULL;
	view->result = decided ? &counting->result : NULL;
	view->missing = decided ? box->missing : NULL;
	view->ties = box && !decided ? box->ties : NULL;
	view->tie_count = box && !decided ? box->tie_count : 0;
	view->ballots = counting ? picture->ballots : NULL;
	view->ballot_count = view->ballots ? picture->ballot_count : 0;
}

static void view_live(const struct hall_picture *picture,
		      struct hall_view *view)
{
	const struct hall_live *live = &picture->live;
	bool voting =
	    picture->phase == PHASE_OPEN || picture->phase == PHASE_PAUSED;

	view->live = voting && live->read ? &live->now : NULL;
	view->live_before = view->live && live->grown ? &live->before : NULL;
	view->live_since_ms = live->since_ms;
}

void hall_source_view(const struct hall_source *source, struct hall_view *view)
{
	const struct hall_picture *picture = &source->picture;

	view->meeting = picture->store ? store_meeting(picture->store) : NULL;
	view->phase = picture->phase;
	view->code = picture->code;
	view->example = picture->example ? &picture->example->result : NULL;
	view->example_people = EXAMPLE_BALLOTS;
	view->turnout = picture->turnout;
	view->images = picture->images ? picture->images : "";
	view->digest = picture->digest;
	view->file = source->path;
	view->trouble = source->trouble;
	view_box(picture, view);
	view_live(picture, view);
}

int hall_source_cue(const struct hall_source *source, struct cue *ret_cue)
{
	const struct hall_picture *picture = &source->picture;

	if (picture->cue_number != 0)
		*ret_cue = picture->cue;
	return picture->cue_number;
}
