#include "app/hall_source.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "hall/hall.h"
#include "rules/count.h"
#include "store/audit.h"
#include "store/box.h"
#include "store/definition.h"
#include "store/roll.h"
#include "store/store.h"

/* What was read from one opened file. */
struct picture {
	struct store *store; /* owns the meeting */
	dev_t device;	     /* which file it is: another may take its name */
	ino_t inode;
	uint32_t version; /* of the file when it was read */
	enum phase phase;
	struct hall_turnout turnout;
	struct result *result; /* NULL before the meeting is counted */
	struct hall_tie ties[MEETING_POTS]; /* a pot stops at its first */
	int tie_count;
	char code[DEFINITION_CODE];
};

struct hall_source {
	const char *path;
	struct picture picture; /* store NULL: nothing yet */
	enum status trouble;	/* shown */
	enum status failure;	/* of the last poll */
	uint64_t failed_ms;	/* since when */
	uint64_t retry_ms;	/* not to be opened again before */
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

static void picture_free(struct picture *picture)
{
	free(picture->result);
	store_free(picture->store);
	*picture = (struct picture){0};
}

void hall_source_free(struct hall_source *source)
{
	if (!source)
		return;
	picture_free(&source->picture);
	free(source);
}

/* Counts the closed box of STORE with the decisions so far: STATUS_OK, or
 * STATUS_TIE; the result is the caller's to free in both cases. */
static enum status count_box(struct store *store, struct result **ret_result)
{
	struct result *result = calloc(1, sizeof(*result));
	struct tally *tally = calloc(1, sizeof(*tally));
	struct decision *decisions = NULL;
	int decision_count = 0;
	enum status status = STATUS_MEMORY;

	if (!result || !tally)
		goto out;
	status = box_tally(store, tally);
	if (status != STATUS_OK)
		goto out;
	status = decision_all(store, &decisions, &decision_count);
	if (status != STATUS_OK)
		goto out;
	status = count_meeting(store_meeting(store), tally, decisions,
			       decision_count, result);
	if (status != STATUS_OK && status != STATUS_TIE)
		goto out;
	*ret_result = result;
	result = NULL;
out:
	decision_free(decisions, decision_count);
	free(tally);
	free(result);
	return status;
}

/* Ties were settled before the meeting became counted; should one be open all
 * the same, the file contradicts itself. */
static enum status read_result(struct store *store, struct result **ret_result)
{
	struct result *result = NULL;
	enum status status = count_box(store, &result);

	if (status == STATUS_TIE) {
		free(result);
		return STATUS_DISAGREES;
	}
	if (status == STATUS_OK)
		*ret_result = result;
	return status;
}

/* The money left in its pot when TIE was met. */
static int64_t tie_left(const struct result *result, const struct tie *tie)
{
	int i = result->pots[tie->pot].first_award;

	while (result->awards[i].proposal != tie->proposal[0])
		i++;
	return result->awards[i].left_before_minor;
}

static void take_ties(const struct result *result, struct picture *picture)
{
	picture->tie_count = 0;
	for (int i = 0; i < result->tie_count; i++) {
		const struct tie *tie = &result->ties[i];
		struct hall_tie *taken = &picture->ties[picture->tie_count];

		if (!tie->changes_money || tie->settled)
			continue;
		assert(picture->tie_count < MEETING_POTS);
		*taken = (struct hall_tie){.pot = tie->pot,
					   .votes = tie->votes,
					   .left_minor = tie_left(result, tie),
					   .count = tie->count};
		memcpy(taken->proposal, tie->proposal, sizeof(tie->proposal));
		picture->tie_count++;
	}
}

/* Whether FAILURE may be no more than a kiosk writing just now. */
static bool may_pass(enum status failure)
{
	return failure == STATUS_STORE_BUSY || failure == STATUS_STORE;
}

/* The ties that stop the count of the closed box, and nothing else of it. A box
 * that cannot be counted is for `stemmeboks count` to tell; how many slips and
 * ballots there are can be shown all the same. */
static enum status read_ties(struct store *store, struct picture *picture)
{
	struct result *result = NULL;
	enum status status = count_box(store, &result);

	if (result)
		take_ties(result, picture);
	free(result);
	return may_pass(status) ? status : STATUS_OK;
}

static enum status read_turnout(struct store *store, enum phase phase,
				struct hall_turnout *ret_turnout)
{
	struct roll_count count;
	struct hall_turnout turnout = {0};
	int slots;
	enum status status = roll_count(store, &count);

	if (status != STATUS_OK)
		return status;
	turnout.printed = count.printed;
	turnout.used = count.used;
	turnout.voided = count.voided;
	turnout.unused = count.unused + count.in_use;
	if (phase >= PHASE_CLOSED)
		status = box_filled(store, &turnout.ballots, &slots);
	if (status == STATUS_OK)
		*ret_turnout = turnout;
	return status;
}

/* Reads everything shown anew from the open store; *PICTURE is as before after
 * a failure. The version comes first: what changes meanwhile is seen by the
 * next poll. */
static enum status picture_read(struct picture *picture)
{
	struct picture fresh = *picture;
	enum status status;

	fresh.result = NULL;
	fresh.tie_count = 0;
	status = store_version(fresh.store, &fresh.version);
	if (status == STATUS_OK)
		status = store_phase(fresh.store, &fresh.phase);
	if (status == STATUS_OK)
		status = read_turnout(fresh.store, fresh.phase, &fresh.turnout);
	if (status == STATUS_OK && fresh.phase == PHASE_CLOSED)
		status = read_ties(fresh.store, &fresh);
	if (status == STATUS_OK && fresh.phase >= PHASE_COUNTED)
		status = read_result(fresh.store, &fresh.result);
	if (status != STATUS_OK)
		return status;
	free(picture->result);
	*picture = fresh;
	return STATUS_OK;
}

/* Opens the file and reads all of it; only then does it replace *PICTURE. */
static enum status picture_open(const char *path, const struct stat *file,
				struct picture *picture)
{
	struct picture fresh = {.device = file->st_dev, .inode = file->st_ino};
	enum status status = store_open(path, STORE_READ, &fresh.store);

	if (status != STATUS_OK)
		return status;
	definition_code(store_definition_hash(fresh.store), fresh.code);
	status = picture_read(&fresh);
	if (status != STATUS_OK) {
		picture_free(&fresh);
		return status;
	}
	picture_free(picture);
	*picture = fresh;
	return STATUS_OK;
}

/* Brings the picture up to date; *ret_changed is set when it is another. */
static enum status follow(struct hall_source *source, uint64_t now_ms,
			  bool *ret_changed)
{
	struct picture *picture = &source->picture;
	struct stat file;
	uint32_t version;
	enum status status;

	if (stat(source->path, &file) < 0)
		return errno == ENOENT || errno == ENOTDIR ? STATUS_FILE_MISSING
							   : STATUS_FILE_READ;
	if (!picture->store || source->failure != STATUS_OK ||
	    picture->device != file.st_dev || picture->inode != file.st_ino) {
		if (now_ms < source->retry_ms)
			return source->failure;
		source->retry_ms = now_ms + HALL_SOURCE_RETRY_MS;
		status = picture_open(source->path, &file, picture);
		*ret_changed = status == STATUS_OK;
		return status;
	}
	status = store_version(picture->store, &version);
	if (status != STATUS_OK || version == picture->version)
		return status;
	status = picture_read(picture);
	*ret_changed = status == STATUS_OK;
	return status;
}

bool hall_source_poll(struct hall_source *source, uint64_t now_ms)
{
	enum status trouble, failure;
	bool changed = false;

	failure = follow(source, now_ms, &changed);
	if (failure != STATUS_OK && source->failure == STATUS_OK)
		source->failed_ms = now_ms;
	source->failure = failure;
	trouble = failure;
	if (may_pass(failure) &&
	    now_ms - source->failed_ms < HALL_SOURCE_GRACE_MS)
		trouble = source->trouble;
	if (trouble != source->trouble)
		changed = true;
	source->trouble = trouble;
	return changed;
}

void hall_source_view(const struct hall_source *source, struct hall_view *view)
{
	const struct picture *picture = &source->picture;

	view->meeting = picture->store ? store_meeting(picture->store) : NULL;
	view->phase = picture->phase;
	view->code = picture->code;
	view->turnout = picture->turnout;
	view->result = picture->result;
	view->ties = picture->ties;
	view->tie_count = picture->tie_count;
	view->file = source->path;
	view->trouble = source->trouble;
}
