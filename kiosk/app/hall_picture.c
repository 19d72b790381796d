#include "app/hall_picture.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "counting/card_example.h"
#include "counting/counting.h"
#include "store/audit.h"
#include "store/box.h"
#include "store/cue.h"
#include "store/entropy.h"
#include "store/live.h"
#include "store/roll.h"
#include "store/store.h"

void hall_picture_free(struct hall_picture *picture)
{
	hall_box_free(picture->box);
	free(picture->ballots);
	free(picture->example);
	store_free(picture->store);
	*picture = (struct hall_picture){0};
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
	turnout.lost = count.lost;
	if (phase >= PHASE_CLOSED)
		status = box_filled(store, &turnout.ballots, &slots);
	if (status == STATUS_OK)
		*ret_turnout = turnout;
	return status;
}

/* The same where the ballots are in the kiosks' boxes; the file learns last of
 * all which slips were used, until then what was seen of the roll stays. */
static enum status read_turnout_shared(struct hall_picture *fresh)
{
	struct hall_turnout turnout = {0};
	enum status status = read_turnout(fresh->store, PHASE_OPEN, &turnout);

	if (status != STATUS_OK)
		return status;
	if (turnout.used > 0 || fresh->turnout.printed == 0)
		fresh->turnout = turnout;
	fresh->turnout.ballots = HALL_ELSEWHERE;
	return STATUS_OK;
}

/* NOW is what the room may see from NOW_MS on. */
static void show(struct hall_live *live, const struct snapshot *now,
		 uint64_t now_ms)
{
	if (live->read && now->ballots != live->now.ballots) {
		live->before = live->now;
		live->since_ms = now_ms;
		live->grown = true;
	}
	live->now = *now;
	live->read = true;
}

static enum status read_live(struct store *store, uint64_t now_ms,
			     struct hall_live *live)
{
	struct snapshot now;
	enum status status;

	if (store_meeting(store)->live != LIVE_BATCHES)
		return STATUS_OK;
	status = live_read(store, &now);
	if (status == STATUS_OK)
		show(live, &now, now_ms);
	return status;
}

void hall_picture_see(struct hall_picture *picture,
		      const struct roll_seen *seen, uint64_t now_ms)
{
	picture->turnout = (struct hall_turnout){
	    .printed = seen->printed,
	    .used = seen->used,
	    .voided = seen->voided,
	    .unused = seen->printed - seen->used - seen->voided,
	};
	if (store_meeting(picture->store)->live == LIVE_BATCHES)
		show(&picture->live, &seen->live, now_ms);
}

/* The folder of pictures if all are there; each is hashed when it is shown. */
static const char *find_images(const struct store *store)
{
	char name[PICTURES_NAME];

	return store_pictures_look(store, name) == STATUS_OK
		   ? store_images(store)
		   : "";
}

/* Remembers the newest row, and what was published if that is its act. */
static enum status follow_chain(void *context, const struct audit_row *row)
{
	static const char sums[] = "sums ";
	struct hall_picture *picture = context;
	const char *digest = row->detail + strlen(sums);

	memcpy(picture->chain, row->hash, sizeof(picture->chain));
	picture->digest[0] = '\0';
	if (row->act == ACT_PUBLISHED &&
	    strncmp(row->detail, sums, strlen(sums)) == 0 &&
	    strlen(digest) == PICTURE_DIGEST &&
	    strspn(digest, "0123456789abcdef") == PICTURE_DIGEST)
		memcpy(picture->digest, digest, PICTURE_DIGEST + 1);
	return STATUS_OK;
}

/* Every ballot, unless there are so few that they could be told apart. A closed
 * box does not change: once is enough. */
static enum status read_ballots(struct hall_picture *fresh,
				struct hall_order *order)
{
	const struct counting *counting;
	enum status status;
	int count;

	assert(fresh->box);
	counting = fresh->box->counting;
	count = counting ? counting->box.ballots : 0;
	if (fresh->ballots || count == 0 ||
	    count < store_meeting(fresh->store)->publish_min)
		return STATUS_OK;
	status = hall_order_draw(order, count, &entropy);
	if (status == STATUS_OK)
		status =
		    hall_ballots_read(fresh->store, order, &fresh->ballots);
	if (status == STATUS_OK)
		fresh->ballot_count = count;
	return status;
}

/* Ties were settled before the meeting became counted; should one be open all
 * the same, the file contradicts itself, and there is no result to show. Before
 * the count a box that cannot be counted is for `stemmeboks count` to tell. */
static enum status judge(enum phase phase, enum status counted,
			 enum status *ret_doubt)
{
	if (counted == STATUS_OK || phase == PHASE_CLOSED)
		return STATUS_OK;
	if (counted != STATUS_TIE)
		return counted;
	*ret_doubt = STATUS_DISAGREES;
	return STATUS_OK;
}

/* The box, counted anew unless a cue alone is what changed in the file: large
 * boxes take a while, and the room waits for its next page. */
static enum status read_closed(const struct hall_picture *picture,
			       struct hall_order *order,
			       struct hall_picture *fresh)
{
	enum status status = audit_each(fresh->store, follow_chain, fresh);

	if (status != STATUS_OK)
		return status;
	if (picture->box && fresh->cue_number != picture->cue_number &&
	    memcmp(picture->chain, fresh->chain, sizeof(fresh->chain)) == 0)
		return STATUS_OK;
	fresh->box = NULL;
	fresh->doubt = STATUS_OK;
	if (fresh->part != DEAL_ALL)
		return read_turnout_shared(fresh);
	status = read_turnout(fresh->store, fresh->phase, &fresh->turnout);
	if (status == STATUS_OK)
		status = hall_box_new(
		    fresh->store, fresh->phase >= PHASE_COUNTED, &fresh->box);
	if (fresh->box)
		status = judge(fresh->phase, status, &fresh->doubt);
	if (status == STATUS_OK)
		status = read_ballots(fresh, order);
	return status;
}

/* While voting is open: the roll and the votes that may be seen, never the box.
 * Where several kiosks share a roll the file knows neither. */
static enum status read_voting(struct hall_picture *fresh, uint64_t now_ms)
{
	enum status status = STATUS_OK;

	if (meeting_shares_roll(store_meeting(fresh->store)))
		return STATUS_OK;
	status = read_turnout(fresh->store, fresh->phase, &fresh->turnout);
	if (status == STATUS_OK)
		status = read_live(fresh->store, now_ms, &fresh->live);
	return status;
}

/* Frees what FRESH has and PICTURE has not. */
static void drop(struct hall_picture *fresh, const struct hall_picture *picture)
{
	if (fresh->box != picture->box)
		hall_box_free(fresh->box);
	if (fresh->ballots != picture->ballots)
		free(fresh->ballots);
}

/* What was read in parts may be of two moments if another program wrote
 * meanwhile: then the older picture stays until the next poll. */
static enum status still_the_same(const struct hall_picture *fresh)
{
	uint32_t version;
	enum status status = store_version(fresh->store, &version);

	if (status == STATUS_OK && version != fresh->version)
		status = STATUS_STORE_BUSY;
	return status;
}

/* The cue comes before the phase: so what it asks for can be shown. */
enum status hall_picture_read(struct hall_picture *picture,
			      struct hall_order *order, uint64_t now_ms)
{
	struct hall_picture fresh = *picture;
	enum status status = store_version(fresh.store, &fresh.version);

	if (status == STATUS_OK)
		status = cue_newest(fresh.store, &fresh.cue_number, &fresh.cue);
	if (status == STATUS_OK)
		status = store_phase(fresh.store, &fresh.phase);
	if (status == STATUS_OK && fresh.phase < PHASE_CLOSED)
		status = read_voting(&fresh, now_ms);
	else if (status == STATUS_OK)
		status = read_closed(picture, order, &fresh);
	if (status == STATUS_OK)
		status = still_the_same(&fresh);
	if (status != STATUS_OK) {
		drop(&fresh, picture);
		return status;
	}
	/* Pictures may be put beside the file until voting opens. */
	if (!*fresh.images && fresh.phase != picture->phase)
		fresh.images = find_images(fresh.store);
	if (fresh.box != picture->box)
		hall_box_free(picture->box);
	*picture = fresh;
	return STATUS_OK;
}

enum status hall_picture_open(const char *path, const struct stat *file,
			      struct hall_order *order, uint64_t now_ms,
			      struct hall_picture *picture)
{
	struct hall_picture fresh = {.device = file->st_dev,
				     .inode = file->st_ino};
	enum status status = store_open(path, STORE_READ, &fresh.store);

	if (status != STATUS_OK)
		return status;
	status = deal_part(fresh.store, &fresh.part);
	if (status != STATUS_OK) {
		hall_picture_free(&fresh);
		return status;
	}
	if (picture->device == file->st_dev && picture->inode == file->st_ino)
		fresh.live = picture->live;
	else
		hall_order_free(order);
	definition_code(store_definition_hash(fresh.store), fresh.code);
	fresh.images = find_images(fresh.store);
	status = hall_picture_read(&fresh, order, now_ms);
	if (status != STATUS_OK) {
		hall_picture_free(&fresh);
		return status;
	}
	/* Without it the rules are told all the same. */
	if (fresh.phase < PHASE_CLOSED)
		card_example_new(store_meeting(fresh.store), &fresh.example);
	hall_picture_free(picture);
	*picture = fresh;
	return STATUS_OK;
}
