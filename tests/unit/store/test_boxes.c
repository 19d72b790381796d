/* Several kiosks: a file each, and their boxes put together. */
#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/deal.h"
#include "store/roll.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_kiosks.h"

enum { SLIPS = 12, KIOSKS = 3 };

static int shares_set_up(void **state)
{
	*state = malloc(sizeof(struct kiosks));
	assert_non_null(*state);
	kiosks_begin(*state, NULL, SLIPS, KIOSKS, true);
	return 0;
}

static int any_set_up(void **state)
{
	*state = malloc(sizeof(struct kiosks));
	assert_non_null(*state);
	kiosks_begin(*state, NULL, SLIPS, KIOSKS, false);
	return 0;
}

static int tear_down(void **state)
{
	kiosks_end(*state);
	free(*state);
	return 0;
}

static void path_in(const struct kiosks *kiosks, const char *name,
		    char ret_path[KIOSKS_PATH])
{
	snprintf(ret_path, KIOSKS_PATH, "%s/%s", kiosks->fixture.folder, name);
}

/* Eight of the twelve slips vote, each where it may, and the meeting closes. */
static void hold(struct kiosks *kiosks)
{
	for (int slip = 0; slip < 8; slip++)
		kiosks_vote(kiosks, slip % KIOSKS, slip, 1U << slip);
	kiosks_close(kiosks);
	kiosks_read(kiosks);
}

static enum status join(struct kiosks *kiosks, int count,
			const struct boxes_missing *missing, int missing_count,
			struct boxes_fault *ret_fault)
{
	static const struct boxes_missing none[1];
	struct boxes boxes;
	enum status status =
	    boxes_join(kiosks->parts, count, missing ? missing : none,
		       missing_count, &boxes, ret_fault);

	if (status == STATUS_OK)
		boxes_free(&boxes);
	return status;
}

/* Joining the parts fails with WRONG about PART and OTHER. */
static void expect_wrong(struct kiosks *kiosks, enum boxes_wrong wrong,
			 int part, int other, int number)
{
	struct boxes_fault fault = {BOXES_NOTHING, -1, -1, -1};

	assert_status(join(kiosks, kiosks->count, NULL, 0, &fault),
		      boxes_wrong_status(wrong));
	assert_string_equal(boxes_wrong_name(fault.wrong),
			    boxes_wrong_name(wrong));
	assert_int_equal(fault.part, part);
	assert_int_equal(fault.other, other);
	assert_int_equal(fault.number, number);
}

static void a_kiosks_file_has_its_share_and_slots_of_its_own(void **state)
{
	struct kiosks *kiosks = *state;
	struct deal deal;

	for (int i = 0; i < KIOSKS; i++) {
		struct roll_count roll;
		int filled, slots;

		assert_ok(roll_count(kiosks->stores[i], &roll));
		assert_int_equal(roll.printed, SLIPS / KIOSKS);
		assert_ok(box_filled(kiosks->stores[i], &filled, &slots));
		assert_int_equal(slots, SLIPS / KIOSKS);
		assert_ok(deal_read(kiosks->stores[i], &deal));
		assert_int_equal(deal.kiosk, i + 1);
		assert_int_equal(deal.kiosks, KIOSKS);
		/* SQLite keeps 0 and 1 in no byte. */
		assert_int_equal(fixture_number(kiosks->paths[i],
						"SELECT number FROM kiosk"),
				 101 + i);
	}
	kiosks_close(kiosks);
	kiosks_read(kiosks);
	for (int i = 0; i < KIOSKS; i++)
		for (int j = 0; j < kiosks->parts[i]->slot_count; j++) {
			char sql[128], hex[2 * BOX_SLOT_BYTES + 1];

			sodium_bin2hex(hex, sizeof(hex),
				       kiosks->parts[i]->slots[j].id,
				       BOX_SLOT_BYTES);
			snprintf(sql, sizeof(sql),
				 "SELECT count(*) FROM box WHERE slot = x'%s'",
				 hex);
			for (int k = 0; k < KIOSKS; k++)
				assert_int_equal(
				    fixture_number(kiosks->paths[k], sql),
				    k == i);
			assert_int_equal(
			    fixture_number(kiosks->fixture.path, sql), 0);
		}
}

/* Whoever has the file must not learn a slot of another one. */
static void nothing_of_the_first_box_is_left_in_a_kiosks_file(void **state)
{
	struct kiosks *kiosks = *state;
	unsigned char *bytes;
	size_t size;

	for (int slot = 0; slot < SLIPS; slot++) {
		unsigned char id[BOX_SLOT_BYTES];
		char sql[80];

		snprintf(sql, sizeof(sql),
			 "SELECT slot FROM box ORDER BY slot LIMIT 1 OFFSET %d",
			 slot);
		fixture_blob(kiosks->fixture.path, sql, id, sizeof(id));
		for (int i = 0; i < KIOSKS; i++) {
			bytes = file_read(kiosks->paths[i], &size);
			assert_int_equal(
			    bytes_count(bytes, size, id, sizeof(id)), 0);
			free(bytes);
		}
	}
}

static void a_slip_of_another_kiosk_is_refused_and_its_number_told(void **state)
{
	struct kiosks *kiosks = *state;
	struct ballot ballot = fixture_ballot(kiosks->fixture.meeting, 1);
	struct store *store = kiosks->stores[0];
	unsigned char *before;
	size_t size;

	/* Slip 2 (serial 3) is for kiosk 3. */
	assert_int_equal(roll_other_kiosk(store), 0);
	before = file_read(kiosks->paths[0], &size);
	assert_status(roll_look_up(store, kiosks->fixture.hashes[2]),
		      STATUS_SLIP_KIOSK);
	assert_int_equal(roll_other_kiosk(store), 3);
	assert_int_equal(status_exit_code(STATUS_SLIP_KIOSK), 5);
	assert_status(kiosks_cast(kiosks, 0, 2, &ballot), STATUS_SLIP_KIOSK);
	assert_status(roll_void(store, kiosks->fixture.hashes[2], FIXTURE_AT),
		      STATUS_SLIP_KIOSK);
	file_same(kiosks->paths[0], before, size);
	/* There it votes. */
	assert_ok(kiosks_cast(kiosks, 2, 2, &ballot));
	assert_status(kiosks_cast(kiosks, 2, 2, &ballot), STATUS_SLIP_USED);
	/* The file that they are dealt from knows all of them. */
	assert_ok(
	    roll_look_up(kiosks->fixture.store, kiosks->fixture.hashes[2]));
}

static void with_one_roll_for_all_every_kiosk_takes_every_slip(void **state)
{
	struct kiosks *kiosks = *state;

	for (int i = 0; i < KIOSKS; i++) {
		struct roll_count roll;
		int filled, slots;

		assert_ok(roll_count(kiosks->stores[i], &roll));
		assert_int_equal(roll.printed, SLIPS);
		assert_ok(box_filled(kiosks->stores[i], &filled, &slots));
		assert_int_equal(slots, SLIPS);
		assert_ok(
		    roll_look_up(kiosks->stores[i], kiosks->fixture.hashes[2]));
	}
}

static void shares_are_even_and_go_on_with_the_serials(void **state)
{
	const struct roll_share three = {1, 3}, own = {7, 1}, any = {1, 0};
	int of[4] = {0};

	(void)state;
	for (int serial = 1; serial <= 61; serial++)
		of[roll_share_kiosk(three, serial)]++;
	assert_int_equal(of[0], 0);
	assert_int_equal(of[1], 21);
	assert_int_equal(of[2], 20);
	assert_int_equal(of[3], 20);
	assert_int_equal(roll_share_kiosk(three, 62), 2);
	assert_int_equal(roll_share_kiosk(own, 62), 7);
	assert_int_equal(roll_share_kiosk(any, 62), 0);
}

static void only_a_ready_file_that_was_not_dealt_is_dealt(void **state)
{
	struct kiosks *kiosks = *state;
	struct fixture *fixture = &kiosks->fixture;
	struct deal deal = {.kiosk = 2, .kiosks = 3, .name = "Vollsmose"};
	char path[KIOSKS_PATH];
	struct store *store = NULL;

	path_in(kiosks, "new.box", path);
	assert_status(deal_write(kiosks->stores[0], path, &deal,
				 &fixture->random, FIXTURE_AT),
		      STATUS_PHASE);
	assert_ok(deal_write(fixture->store, path, &deal, &fixture->random,
			     FIXTURE_AT));
	assert_ok(store_open(path, STORE_WRITE, &store));
	assert_status(deal_write(store, kiosks->paths[0], &deal,
				 &fixture->random, FIXTURE_AT),
		      STATUS_CHANGED);
	memset(&deal, 0, sizeof(deal));
	assert_ok(deal_read(store, &deal));
	assert_string_equal(deal.name, "Vollsmose");
	store_free(store);
	/* What is there is left alone. */
	assert_status(deal_write(fixture->store, path, &deal, &fixture->random,
				 FIXTURE_AT),
		      STATUS_FILE_EXISTS);
	assert_true(file_exists(path));
	unlink(path);
	deal.kiosk = 4;
	assert_status(deal_write(fixture->store, path, &deal, &fixture->random,
				 FIXTURE_AT),
		      STATUS_INPUT);
	deal.kiosk = 1;
	snprintf(deal.name, sizeof(deal.name), "two\nlines");
	assert_status(deal_write(fixture->store, path, &deal, &fixture->random,
				 FIXTURE_AT),
		      STATUS_INPUT);
	assert_false(file_exists(path));
}

static void
a_file_with_another_number_than_it_was_dealt_is_damaged(void **state)
{
	struct kiosks *kiosks = *state;
	struct store *store = NULL;

	kiosks_close(kiosks);
	fixture_sql(kiosks->paths[1], "UPDATE kiosk SET number = 101");
	assert_status(store_open(kiosks->paths[1], STORE_READ, &store),
		      STATUS_DAMAGED);
}

/* Twelve slips, eight used, one void. */
static void the_boxes_together_are_one_closed_box(void **state)
{
	struct kiosks *kiosks = *state;
	struct collected collected;
	struct roll_count roll;
	struct store *store = NULL;
	struct tally tally;
	char path[KIOSKS_PATH];
	enum phase phase;
	int filled, slots;

	assert_ok(roll_void(kiosks->stores[2], kiosks->fixture.hashes[11],
			    FIXTURE_AT));
	hold(kiosks);
	path_in(kiosks, "all.meeting", path);
	kiosks_collect(kiosks, path);
	assert_ok(store_open(path, STORE_READ, &store));
	assert_ok(store_phase(store, &phase));
	assert_int_equal(phase, PHASE_CLOSED);
	assert_ok(roll_count(store, &roll));
	assert_int_equal(roll.printed, SLIPS);
	assert_int_equal(roll.used, 8);
	assert_int_equal(roll.voided, 1);
	assert_int_equal(roll.unused, 3);
	assert_int_equal(roll.in_use, 0);
	assert_ok(box_filled(store, &filled, &slots));
	assert_int_equal(filled, 8);
	assert_int_equal(slots, SLIPS);
	/* Slip i ticked proposal i, and nothing where there is none. */
	assert_ok(box_tally(store, &tally));
	assert_int_equal(tally.ballots, 8);
	for (int i = 0; i < 10; i++)
		assert_int_equal(tally.support[i], i < 8);
	assert_ok(collected_read(store, &collected));
	assert_int_equal(collected.count, KIOSKS);
	for (int i = 0; i < KIOSKS; i++) {
		assert_int_equal(collected.boxes[i].kiosk, i + 1);
		assert_memory_equal(collected.boxes[i].root,
				    kiosks->parts[i]->box.root, BOX_ROOT_BYTES);
		assert_string_equal(collected.boxes[i].closed, FIXTURE_AT);
	}
	/* Eight ballots are few: nothing tells of a kiosk alone. */
	assert_int_equal(collected.ballots, 8);
	for (int i = 0; i < KIOSKS; i++) {
		assert_int_equal(collected.boxes[i].printed, COLLECTED_UNTOLD);
		assert_int_equal(collected.boxes[i].used, COLLECTED_UNTOLD);
		assert_int_equal(collected.boxes[i].voided, COLLECTED_UNTOLD);
	}
	collected_free(&collected);
	store_free(store);
}

static void whoever_has_the_boxes_makes_the_same_file_again(void **state)
{
	struct kiosks *kiosks = *state;
	char path[KIOSKS_PATH], again[KIOSKS_PATH];
	struct part *first;
	unsigned char *bytes;
	size_t size;

	hold(kiosks);
	path_in(kiosks, "all.meeting", path);
	path_in(kiosks, "again.meeting", again);
	kiosks_collect(kiosks, path);
	first = kiosks->parts[0];
	kiosks->parts[0] = kiosks->parts[2];
	kiosks->parts[2] = first;
	kiosks_collect(kiosks, again);
	bytes = file_read(path, &size);
	file_same(again, bytes, size);
}

/* A free slot's id would let whoever has the file try which ballots give the
 * root of a box. */
static void no_free_slot_of_a_box_is_in_the_file(void **state)
{
	struct kiosks *kiosks = *state;
	char path[KIOSKS_PATH];
	unsigned char *bytes;
	size_t size;

	hold(kiosks);
	path_in(kiosks, "all.meeting", path);
	kiosks_collect(kiosks, path);
	bytes = file_read(path, &size);
	for (int i = 0; i < KIOSKS; i++)
		for (int j = 0; j < kiosks->parts[i]->slot_count; j++) {
			const struct part_slot *slot =
			    &kiosks->parts[i]->slots[j];

			assert_int_equal(
			    bytes_count(bytes, size, slot->id, BOX_SLOT_BYTES),
			    slot->filled);
		}
	free(bytes);
}

static int compare_ids(const void *left, const void *right)
{
	return memcmp(left, right, BOX_SLOT_BYTES);
}

/* The ids of free slots as boxes.h says that they are made. */
static void free_slots_have_ids_that_only_the_boxes_tell(void **state)
{
	static const char domain[] = "stemmeboks free slot 1";
	struct kiosks *kiosks = *state;
	unsigned char ids[KIOSKS * SLIPS][BOX_SLOT_BYTES];
	unsigned char all[crypto_hash_sha256_BYTES];
	char path[KIOSKS_PATH];
	size_t count = 0;

	hold(kiosks);
	path_in(kiosks, "all.meeting", path);
	kiosks_collect(kiosks, path);
	for (int i = 0; i < KIOSKS; i++)
		for (int j = 0; j < kiosks->parts[i]->slot_count; j++)
			if (!kiosks->parts[i]->slots[j].filled)
				memcpy(ids[count++],
				       kiosks->parts[i]->slots[j].id,
				       BOX_SLOT_BYTES);
	qsort(ids, count, sizeof(ids[0]), compare_ids);
	crypto_hash_sha256(all, ids[0], count * sizeof(ids[0]));
	for (int i = 0; i < SLIPS - 8; i++) {
		unsigned char text[sizeof(domain) + 2 + sizeof(all)];
		unsigned char id[crypto_hash_sha256_BYTES];
		char hex[2 * BOX_SLOT_BYTES + 1], sql[128];

		memcpy(text, domain, sizeof(domain));
		text[sizeof(domain)] = (unsigned char)('0' + i);
		text[sizeof(domain) + 1] = '\0';
		memcpy(text + sizeof(domain) + 2, all, sizeof(all));
		crypto_hash_sha256(id, text, sizeof(text));
		sodium_bin2hex(hex, sizeof(hex), id, BOX_SLOT_BYTES);
		snprintf(sql, sizeof(sql),
			 "SELECT count(*) FROM box WHERE used = 2"
			 " AND slot = x'%s'",
			 hex);
		assert_int_equal(fixture_number(path, sql), 1);
	}
}

static void a_file_that_tells_of_other_boxes_is_damaged(void **state)
{
	static const char *const changes[] = {
	    "UPDATE collected SET used = used + 1 WHERE place = 1",
	    "UPDATE collected SET root = zeroblob(32) WHERE place = 2",
	    "UPDATE collected SET reason = 'lost' WHERE place = 3",
	    "DELETE FROM collected WHERE place = 3",
	    "DELETE FROM collected",
	};
	struct kiosks *kiosks = *state;
	char path[KIOSKS_PATH], copy[KIOSKS_PATH];
	struct store *store = NULL;

	hold(kiosks);
	path_in(kiosks, "all.meeting", path);
	path_in(kiosks, "copy.meeting", copy);
	kiosks_collect(kiosks, path);
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		kiosks_copy(path, copy);
		fixture_sql(copy, changes[i]);
		assert_status(store_open(copy, STORE_READ, &store),
			      STATUS_DAMAGED);
	}
}

static void an_open_box_is_not_read(void **state)
{
	struct kiosks *kiosks = *state;
	struct part *part = NULL;

	assert_status(part_read(kiosks->stores[1], true, &part), STATUS_PHASE);
	assert_null(part);
}

static void the_same_box_twice_is_found(void **state)
{
	struct kiosks *kiosks = *state;
	char copy[KIOSKS_PATH];

	hold(kiosks);
	path_in(kiosks, "copy.box", copy);
	kiosks_copy(kiosks->paths[0], copy);
	part_free(kiosks->parts[2]);
	kiosks->parts[2] = kiosks_part(copy);
	expect_wrong(kiosks, BOXES_TWICE, 2, 0, 0);
}

/* The copy is of the box before the last vote at it. */
static void a_box_that_went_on_after_it_was_copied_is_found(void **state)
{
	struct kiosks *kiosks = *state;
	char copy[KIOSKS_PATH];
	struct store *store = NULL;

	kiosks_vote(kiosks, 0, 0, 1);
	path_in(kiosks, "copy.box", copy);
	kiosks_copy(kiosks->paths[0], copy);
	kiosks_vote(kiosks, 0, 3, 2);
	kiosks_close(kiosks);
	kiosks_read(kiosks);
	assert_ok(store_open(copy, STORE_WRITE, &store));
	assert_ok(audit_act(store, ACT_CLOSED, "", FIXTURE_AT));
	store_free(store);
	part_free(kiosks->parts[1]);
	kiosks->parts[1] = kiosks_part(copy);
	expect_wrong(kiosks, BOXES_REOPENED, 1, 0, 0);
}

static void boxes_of_another_definition_are_refused(void **state)
{
	struct kiosks *kiosks = *state;
	struct meeting *meeting = bolbro_new();
	struct kiosks other;
	struct part *own;

	assert_non_null(meeting);
	meeting->proposals[1].cost_minor += 100;
	kiosks_begin(&other, meeting, SLIPS, KIOSKS, true);
	kiosks_close(&other);
	kiosks_read(&other);
	hold(kiosks);
	own = kiosks->parts[1];
	kiosks->parts[1] = other.parts[1];
	expect_wrong(kiosks, BOXES_OTHER, 1, 0, 0);
	kiosks->parts[1] = own;
	kiosks_end(&other);
}

/* The same definition, but another file of it, with slips of its own. */
static void boxes_of_another_origin_or_deal_are_refused(void **state)
{
	struct kiosks *kiosks = *state;
	const struct deal again = {.kiosk = 2, .kiosks = 3};
	char path[KIOSKS_PATH];
	struct kiosks other;
	struct store *store = NULL;
	struct part *own;

	kiosks_begin(&other, bolbro_new(), SLIPS + 1, KIOSKS, true);
	kiosks_close(&other);
	kiosks_read(&other);
	hold(kiosks);
	own = kiosks->parts[2];
	kiosks->parts[2] = other.parts[2];
	/* Its slips were printed in another row; that they are there at all
	 * comes before the adoption. */
	expect_wrong(kiosks, BOXES_ORIGIN, 2, 0, 0);
	kiosks->parts[2] = own;
	kiosks_end(&other);

	/* A second file for kiosk 2, in the place of that of kiosk 3. */
	path_in(kiosks, "again.box", path);
	assert_ok(deal_write(kiosks->fixture.store, path, &again,
			     &kiosks->fixture.random, FIXTURE_AT));
	assert_ok(store_open(path, STORE_WRITE, &store));
	assert_ok(audit_act(store, ACT_OPENED, "", FIXTURE_AT));
	assert_ok(audit_act(store, ACT_CLOSED, "", FIXTURE_AT));
	store_free(store);
	kiosks->parts[2] = kiosks_part(path);
	expect_wrong(kiosks, BOXES_DEAL, 2, 1, 0);
	part_free(kiosks->parts[2]);
	kiosks->parts[2] = own;
}

static void a_slip_used_in_two_boxes_is_counted_and_not_named(void **state)
{
	struct kiosks *kiosks = *state;

	kiosks_vote(kiosks, 0, 0, 1);
	kiosks_vote(kiosks, 1, 0, 2);
	kiosks_vote(kiosks, 0, 5, 1);
	kiosks_vote(kiosks, 2, 5, 2);
	kiosks_vote(kiosks, 2, 6, 2);
	kiosks_close(kiosks);
	kiosks_read(kiosks);
	expect_wrong(kiosks, BOXES_SPENT, 0, 0, 2);
}

static void a_slip_void_at_one_kiosk_and_used_at_another_counts(void **state)
{
	static const struct boxes_missing none[1];
	struct kiosks *kiosks = *state;
	struct boxes_fault fault;
	struct boxes boxes;
	char detail[AUDIT_DETAIL], path[KIOSKS_PATH];
	struct store *store = NULL;

	assert_ok(roll_void(kiosks->stores[0], kiosks->fixture.hashes[3],
			    FIXTURE_AT));
	kiosks_vote(kiosks, 1, 3, 1);
	kiosks_close(kiosks);
	kiosks_read(kiosks);
	assert_ok(boxes_join(kiosks->parts, KIOSKS, none, 0, &boxes, &fault));
	assert_int_equal(boxes.roll.used, 1);
	assert_int_equal(boxes.roll.voided, 0);
	assert_int_equal(boxes.collected.void_used, 1);
	collected_describe(&boxes.collected, detail);
	assert_non_null(strstr(detail, "3 boxes 1 ballots 1 void-used "));
	assert_int_equal(collected_void_used(detail), 1);
	boxes_free(&boxes);
	path_in(kiosks, "all.meeting", path);
	kiosks_collect(kiosks, path);
	assert_ok(store_open(path, STORE_READ, &store));
	store_free(store);
}

static void a_box_that_is_not_there_must_be_said_to_be_missing(void **state)
{
	const struct boxes_missing lost[] = {{3, "Fell into the harbour"}};
	const struct boxes_missing here[] = {{2, "Fell into the harbour"}};
	struct kiosks *kiosks = *state;
	struct boxes_fault fault = {BOXES_NOTHING, 0, 0, 0};
	struct store *store = NULL;
	char path[KIOSKS_PATH];
	struct boxes boxes;
	struct collected collected;
	struct roll_count roll;

	hold(kiosks);
	assert_status(join(kiosks, 2, NULL, 0, &fault), STATUS_DISAGREES);
	assert_int_equal(fault.wrong, BOXES_MISSING);
	assert_int_equal(fault.number, 3);
	assert_status(join(kiosks, 2, here, 1, &fault), STATUS_INPUT);
	assert_int_equal(fault.wrong, BOXES_HERE);
	assert_int_equal(fault.number, 2);
	assert_ok(boxes_join(kiosks->parts, 2, lost, 1, &boxes, &fault));
	path_in(kiosks, "two.meeting", path);
	assert_ok(boxes_write(&boxes, kiosks->fixture.store, path, FIXTURE_AT));
	boxes_free(&boxes);
	assert_ok(store_open(path, STORE_READ, &store));
	/* Of its four slips nobody knows; two of them had voted. */
	assert_ok(roll_count(store, &roll));
	assert_int_equal(roll.printed, SLIPS);
	assert_int_equal(roll.used, 6);
	assert_int_equal(roll.in_use, 4);
	assert_int_equal(roll.unused, 2);
	assert_ok(collected_read(store, &collected));
	assert_int_equal(collected.count, 3);
	assert_true(collected_missing(&collected.boxes[2]));
	assert_string_equal(collected.boxes[2].reason, "Fell into the harbour");
	assert_int_equal(collected.boxes[2].printed, 4);
	collected_free(&collected);
	store_free(store);
}

/* A ballot that ticks all three proposals of a pot that allows two. */
static void a_ballot_against_the_rules_is_found_when_it_is_read(void **state)
{
	struct kiosks *kiosks = *state;
	struct store *store = NULL;
	struct part *part = NULL;

	kiosks_vote(kiosks, 0, 0, 1);
	fixture_sql(kiosks->paths[0],
		    "UPDATE box SET ballot = '001001001' || substr(ballot, 10)"
		    " WHERE used = 3");
	/* Whoever closes it takes the box as it is into the chain. */
	kiosks_close(kiosks);
	assert_ok(store_open(kiosks->paths[0], STORE_READ, &store));
	assert_status(part_read(store, true, &part), STATUS_DAMAGED);
	assert_null(part);
	store_free(store);
}

#define WITH_SHARES(test)                                                      \
	cmocka_unit_test_setup_teardown(test, shares_set_up, tear_down)
#define WITH_ANY(test)                                                         \
	cmocka_unit_test_setup_teardown(test, any_set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_SHARES(a_kiosks_file_has_its_share_and_slots_of_its_own),
	    WITH_SHARES(a_slip_of_another_kiosk_is_refused_and_its_number_told),
	    WITH_SHARES(nothing_of_the_first_box_is_left_in_a_kiosks_file),
	    WITH_ANY(with_one_roll_for_all_every_kiosk_takes_every_slip),
	    cmocka_unit_test(shares_are_even_and_go_on_with_the_serials),
	    WITH_SHARES(only_a_ready_file_that_was_not_dealt_is_dealt),
	    WITH_SHARES(
		a_file_with_another_number_than_it_was_dealt_is_damaged),
	    WITH_SHARES(the_boxes_together_are_one_closed_box),
	    WITH_ANY(the_boxes_together_are_one_closed_box),
	    WITH_SHARES(whoever_has_the_boxes_makes_the_same_file_again),
	    WITH_ANY(whoever_has_the_boxes_makes_the_same_file_again),
	    WITH_SHARES(no_free_slot_of_a_box_is_in_the_file),
	    WITH_ANY(no_free_slot_of_a_box_is_in_the_file),
	    WITH_SHARES(free_slots_have_ids_that_only_the_boxes_tell),
	    WITH_ANY(free_slots_have_ids_that_only_the_boxes_tell),
	    WITH_SHARES(a_file_that_tells_of_other_boxes_is_damaged),
	    WITH_SHARES(an_open_box_is_not_read),
	    WITH_SHARES(the_same_box_twice_is_found),
	    WITH_SHARES(a_box_that_went_on_after_it_was_copied_is_found),
	    WITH_SHARES(boxes_of_another_definition_are_refused),
	    WITH_SHARES(boxes_of_another_origin_or_deal_are_refused),
	    WITH_ANY(a_slip_used_in_two_boxes_is_counted_and_not_named),
	    WITH_ANY(a_slip_void_at_one_kiosk_and_used_at_another_counts),
	    WITH_SHARES(a_box_that_is_not_there_must_be_said_to_be_missing),
	    WITH_SHARES(a_ballot_against_the_rules_is_found_when_it_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
