#include "tests/lib/store_kiosks.h"

#include <stdlib.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/deal.h"
#include "store/note.h"
#include "store/roll.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"

/* Keeps the slips that are printed. */
static enum status keep(void *context, const struct slip *slips, int count,
			int first_serial)
{
	struct fixture *fixture = context;

	assert_int_equal(first_serial, fixture->slip_count + 1);
	assert_true(fixture->slip_count + count <= FIXTURE_SLIPS);
	for (int i = 0; i < count; i++) {
		int slip = fixture->slip_count++;

		fixture->slips[slip] = slips[i];
		slip_hash(fixture->meeting, &slips[i], fixture->hashes[slip]);
	}
	return STATUS_OK;
}

void kiosks_begin(struct kiosks *kiosks, struct meeting *meeting, int slips,
		  int count, bool shares)
{
	struct fixture *fixture = &kiosks->fixture;

	memset(kiosks, 0, sizeof(*kiosks));
	assert_true(count <= KIOSKS_ROOM);
	fixture_begin_with(fixture, meeting ? meeting : bolbro_new(), 0);
	kiosks->count = count;
	kiosks->shares = shares;
	assert_ok(roll_print(fixture->store, slips, "",
			     (struct roll_share){1, shares ? count : 0},
			     &fixture->random, FIXTURE_AT, keep, fixture));
	fixture_advance(fixture, PHASE_READY);
	for (int i = 0; i < count; i++) {
		const struct deal deal = {.kiosk = i + 1, .kiosks = count};

		assert_true(snprintf(kiosks->paths[i], KIOSKS_PATH,
				     "%.*s/bolbro-%d.box", FIXTURE_PATH,
				     fixture->folder, i + 1) < KIOSKS_PATH);
		assert_ok(deal_write(fixture->store, kiosks->paths[i], &deal,
				     &fixture->random, FIXTURE_AT));
		assert_ok(store_open(kiosks->paths[i], STORE_WRITE,
				     &kiosks->stores[i]));
		assert_ok(
		    audit_act(kiosks->stores[i], ACT_OPENED, "", FIXTURE_AT));
	}
}

void kiosks_begin_shared(struct kiosks *kiosks, int slips, int count)
{
	static const char url[] = "postgresql:///evening";
	struct meeting *meeting = bolbro_new();

	meeting->roll_url = meeting_string(meeting, url, sizeof(url) - 1);
	assert_non_null(meeting->roll_url);
	kiosks_begin(kiosks, meeting, slips, count, false);
	assert_ok(audit_act(kiosks->fixture.store, ACT_OPENED, "", FIXTURE_AT));
}

void kiosks_end(struct kiosks *kiosks)
{
	char command[FIXTURE_PATH + 16];

	for (int i = 0; i < kiosks->count; i++) {
		store_free(kiosks->stores[i]);
		part_free(kiosks->parts[i]);
	}
	snprintf(command, sizeof(command), "rm -rf '%s'/*/",
		 kiosks->fixture.folder);
	assert_int_equal(system(command), 0);
	fixture_end(&kiosks->fixture);
}

int kiosks_own(const struct kiosks *kiosks, int slip)
{
	return kiosks->shares ? slip % kiosks->count : -1;
}

enum status kiosks_cast(struct kiosks *kiosks, int kiosk, int slip,
			const struct ballot *ballot)
{
	struct store *store = kiosks->stores[kiosk];
	const unsigned char *hash = kiosks->fixture.hashes[slip];
	enum status status;

	if (!meeting_shares_roll(kiosks->fixture.meeting))
		return box_cast(store, hash, ballot, &kiosks->fixture.random);
	status = box_cast_noted(store, hash, ballot, &kiosks->fixture.random);
	if (status != STATUS_OK)
		return status;
	if (kiosks->used[slip])
		return note_doubled(store, hash, FIXTURE_AT);
	kiosks->used[slip] = true;
	return note_clear(store, hash);
}

void kiosks_vote(struct kiosks *kiosks, int kiosk, int slip, unsigned number)
{
	struct ballot ballot = fixture_ballot(kiosks->fixture.meeting, number);

	assert_ok(kiosks_cast(kiosks, kiosk, slip, &ballot));
}

void kiosks_double(struct kiosks *kiosks, int kiosk, int slip, unsigned number)
{
	assert_true(kiosks->used[slip]);
	kiosks_vote(kiosks, kiosk, slip, number);
}

static void close_organisers(struct kiosks *kiosks)
{
	struct fixture *fixture = &kiosks->fixture;
	unsigned char used[FIXTURE_SLIPS][SLIP_HASH_BYTES];
	int count = 0;

	for (int slip = 0; slip < fixture->slip_count; slip++)
		if (kiosks->used[slip])
			memcpy(used[count++], fixture->hashes[slip],
			       SLIP_HASH_BYTES);
	assert_ok(audit_act(fixture->store, ACT_CLOSED, "", FIXTURE_AT));
	assert_ok(roll_take(fixture->store, used, count));
}

void kiosks_close(struct kiosks *kiosks)
{
	for (int i = 0; i < kiosks->count; i++) {
		assert_ok(
		    audit_act(kiosks->stores[i], ACT_CLOSED, "", FIXTURE_AT));
		store_free(kiosks->stores[i]);
		kiosks->stores[i] = NULL;
	}
	if (meeting_shares_roll(kiosks->fixture.meeting))
		close_organisers(kiosks);
}

void kiosks_copy(const char *from, const char *to)
{
	size_t size;
	unsigned char *bytes = file_read(from, &size);

	file_write(to, bytes, size);
	free(bytes);
}

struct part *kiosks_part(const char *path)
{
	struct store *store = NULL;
	struct part *part = NULL;

	assert_ok(store_open(path, STORE_READ, &store));
	assert_ok(part_read(store, true, &part));
	store_free(store);
	return part;
}

void kiosks_read(struct kiosks *kiosks)
{
	for (int i = 0; i < kiosks->count; i++)
		kiosks->parts[i] = kiosks_part(kiosks->paths[i]);
}

void kiosks_collect(struct kiosks *kiosks, const char *path)
{
	struct boxes_fault fault = {BOXES_NOTHING, 0, 0, 0};
	static const struct boxes_missing none[1];
	struct store *store = NULL;
	struct boxes boxes;

	if (boxes_join(kiosks->parts, kiosks->count, none, 0, &boxes, &fault) !=
	    STATUS_OK)
		fail_msg("%s at part %d", boxes_wrong_name(fault.wrong),
			 fault.part);
	assert_ok(store_open(kiosks->paths[0], STORE_READ, &store));
	assert_ok(boxes_write(&boxes, store, path, FIXTURE_AT));
	store_free(store);
	boxes_free(&boxes);
}
