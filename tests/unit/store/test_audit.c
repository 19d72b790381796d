/* What organisers do, and the chain of rows that tells of it. */
#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>
#include <time.h>

#include "store/audit.h"
#include "store/hand.h"
#include "store/roll.h"
#include "store/store_private.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

static void times_are_local_and_rounded_down_to_five_minutes(void **state)
{
	static const struct {
		int64_t now;
		const char *at;
	} cases[] = {
	    {INT64_C(1447179899), "2015-11-10 19:20"},
	    {INT64_C(1447179900), "2015-11-10 19:25"},
	    {INT64_C(1447179901), "2015-11-10 19:25"},
	    {INT64_C(1435680299), "2015-06-30 18:00"},
	};
	char at[AUDIT_TIME];

	(void)state;
	setenv("TZ", "Europe/Copenhagen", 1);
	tzset();
	if (localtime(&(time_t){0})->tm_hour != 1) {
		/* No time zones on this machine: the rule written out. */
		setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
		tzset();
	}
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		audit_time(cases[i].now, at);
		assert_string_equal(at, cases[i].at);
	}
	audit_time(INT64_MAX, at);
	assert_int_equal(strlen(at), AUDIT_TIME - 1);
	audit_time(INT64_MIN, at);
	assert_int_equal(strlen(at), AUDIT_TIME - 1);
}

/* What act.def says of ACT, done the way it is done. */
static enum status do_act(struct fixture *fixture, enum act act)
{
	struct decision decision = {.kind = DECISION_LOTS,
				    .count = 2,
				    .proposal = {1, 0},
				    .reason = ""};
	/* Nothing is in the box; an urn with one slip overrules that. */
	char reason[] = "One ticked slip";
	struct hand_count hand = {
	    .ballots = act == ACT_OVERRULED, .stands = true, .reason = reason};

	if (act == ACT_DECIDED)
		return decision_add(fixture->store, &decision, FIXTURE_AT);
	if (act == ACT_RECOUNTED || act == ACT_OVERRULED)
		return hand_add(fixture->store, &hand, FIXTURE_AT);
	return audit_act(fixture->store, act, "", FIXTURE_AT);
}

static void every_act_is_done_in_its_phases_and_no_other(void **state)
{
	(void)state;
	for (int i = 0; i < PHASE_COUNT * ACT_COUNT; i++) {
		enum phase phase = (enum phase)(i / ACT_COUNT), after;
		enum act act = (enum act)(i % ACT_COUNT);
		/* A meeting is made, dealt, copied or put together with its
		 * file; and once counted no tie is settled any more. */
		bool allowed = act_allowed(act, phase) && act != ACT_MADE &&
			       act != ACT_DEALT && act != ACT_COLLECTED &&
			       act != ACT_COPIED && act != ACT_RESTORED &&
			       (act != ACT_DECIDED || phase == PHASE_CLOSED);
		struct fixture fixture;
		int64_t rows;

		fixture_begin_in(&fixture, 2, phase);
		rows =
		    fixture_number(fixture.path, "SELECT count(*) FROM audit");
		assert_status(do_act(&fixture, act),
			      allowed ? STATUS_OK : STATUS_PHASE);
		assert_ok(store_phase(fixture.store, &after));
		assert_int_equal(after,
				 allowed ? act_leads_to(act, phase) : phase);
		assert_int_equal(
		    fixture_number(fixture.path, "SELECT count(*) FROM audit"),
		    rows + allowed);
		fixture_leave(&fixture);
		fixture_enter(&fixture);
		fixture_end(&fixture);
	}
}

static void a_decision_cannot_be_told_of_without_being_kept(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_CLOSED);
	assert_status(audit_act(fixture.store, ACT_DECIDED, "lots", FIXTURE_AT),
		      STATUS_PHASE);
	fixture_end(&fixture);
}

static void opening_without_slips_is_refused(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 0, PHASE_READY);
	assert_status(audit_act(fixture.store, ACT_OPENED, "", FIXTURE_AT),
		      STATUS_NO_SLIPS);
	fixture_end(&fixture);
}

static void opening_with_a_ballot_in_the_box_is_refused(void **state)
{
	struct fixture fixture;
	enum phase phase;

	(void)state;
	fixture_begin_in(&fixture, 3, PHASE_READY);
	fixture_sql(fixture.path, "UPDATE box SET used = 3 WHERE slot ="
				  " (SELECT slot FROM box LIMIT 1);"
				  "UPDATE roll SET state = 4 WHERE serial = 1");
	assert_status(audit_act(fixture.store, ACT_OPENED, "", FIXTURE_AT),
		      STATUS_DAMAGED);
	assert_ok(store_phase(fixture.store, &phase));
	assert_int_equal(phase, PHASE_READY);
	fixture_end(&fixture);
}

static void closing_wants_as_many_ballots_as_used_slips(void **state)
{
	static const char *const cases[] = {
	    "UPDATE box SET used = 3 WHERE slot = "
	    "(SELECT slot FROM box WHERE used = 2 LIMIT 1)",
	    "UPDATE roll SET state = 4 WHERE serial = 3",
	    "DELETE FROM roll WHERE serial = 3",
	    "DELETE FROM box WHERE slot = "
	    "(SELECT slot FROM box WHERE used = 2 LIMIT 1)",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fixture fixture;

		fixture_begin_in(&fixture, 3, PHASE_OPEN);
		assert_ok(fixture_cast(&fixture, 0, 1));
		fixture_sql(fixture.path, cases[i]);
		assert_status(
		    audit_act(fixture.store, ACT_CLOSED, "", FIXTURE_AT),
		    STATUS_DAMAGED);
		fixture_end(&fixture);
	}
}

static void a_slip_in_use_counts_as_unused_when_closing(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 3, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 1));
	assert_ok(roll_void(fixture.store, fixture.hashes[1], FIXTURE_AT));
	fixture_sql(fixture.path, "UPDATE roll SET state = 3 WHERE serial = 3");
	assert_ok(audit_act(fixture.store, ACT_CLOSED, "", FIXTURE_AT));
	fixture_end(&fixture);
}

static void a_long_detail_is_refused(void **state)
{
	struct fixture fixture;
	char detail[AUDIT_DETAIL + 1];

	(void)state;
	memset(detail, 'x', AUDIT_DETAIL);
	detail[AUDIT_DETAIL] = '\0';
	fixture_begin(&fixture, 1, false);
	assert_status(audit_act(fixture.store, ACT_ADOPTED, detail, FIXTURE_AT),
		      STATUS_LIMIT);
	detail[AUDIT_DETAIL - 1] = '\0';
	assert_ok(audit_act(fixture.store, ACT_ADOPTED, detail, FIXTURE_AT));
	fixture_end(&fixture);
}

struct seen {
	int count, stop_at;
	struct audit_row rows[20];
};

static enum status see(void *context, const struct audit_row *row)
{
	struct seen *seen = context;

	seen->rows[seen->count++] = *row;
	return seen->count == seen->stop_at ? STATUS_LIMIT : STATUS_OK;
}

static void update(crypto_hash_sha256_state *hash, const void *bytes,
		   size_t size)
{
	crypto_hash_sha256_update(hash, bytes, size);
}

/* The hashes worked out here from what audit.h says, not by the store. */
static void
rows_are_shown_oldest_first_and_chained_as_the_header_says(void **state)
{
	unsigned char before[32], root[BOX_ROOT_BYTES];
	struct fixture fixture;
	struct seen seen = {0}, stopped = {.stop_at = 2};
	crypto_hash_sha256_state hash;

	(void)state;
	fixture_begin_in(&fixture, 3, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 1));
	fixture_advance(&fixture, PHASE_CLOSED);
	assert_ok(audit_each(fixture.store, see, &seen));
	assert_int_equal(seen.count, 5);
	crypto_hash_sha256_init(&hash);
	update(&hash, "stemmeboks audit 1", 19);
	update(&hash, store_definition_hash(fixture.store), 32);
	crypto_hash_sha256_final(&hash, before);
	for (int i = 0; i < seen.count; i++) {
		const struct audit_row *row = &seen.rows[i];
		char number[2] = {(char)('1' + i), '\0'};

		assert_int_equal(row->number, i + 1);
		assert_string_equal(row->at, FIXTURE_AT);
		crypto_hash_sha256_init(&hash);
		update(&hash, before, sizeof(before));
		update(&hash, number, sizeof(number));
		update(&hash, row->at, strlen(row->at) + 1);
		update(&hash, act_name(row->act),
		       strlen(act_name(row->act)) + 1);
		update(&hash, row->detail, strlen(row->detail) + 1);
		update(&hash, row->root, sizeof(row->root));
		crypto_hash_sha256_final(&hash, before);
		assert_memory_equal(before, row->hash, sizeof(before));
	}
	assert_int_equal(seen.rows[1].act, ACT_PRINTED);
	assert_string_equal(seen.rows[1].detail, "1-3 adult");
	assert_ok(box_root(fixture.store, root));
	assert_memory_equal(root, seen.rows[4].root, sizeof(root));
	assert_status(audit_each(fixture.store, see, &stopped), STATUS_LIMIT);
	assert_int_equal(stopped.count, 2);
	fixture_end(&fixture);
}

static void a_broken_chain_is_told_before_any_row_is_shown(void **state)
{
	static const char *const cases[] = {
	    "UPDATE audit SET detail = '1-4 adult' WHERE number = 2",
	    "UPDATE audit SET at = '2015-11-10 19:10' WHERE number = 3",
	    "UPDATE audit SET act = 'paused' WHERE number = 4",
	    "UPDATE audit SET act = 'danced' WHERE number = 4",
	    "UPDATE audit SET root = zeroblob(32) WHERE number = 5",
	    "UPDATE audit SET hash = zeroblob(32) WHERE number = 5",
	    "DELETE FROM audit WHERE number = 1",
	    "DELETE FROM audit WHERE number = 3",
	    "DELETE FROM audit",
	    "UPDATE audit SET number = 6 WHERE number = 5",
	    "UPDATE audit SET detail = hex(zeroblob(200)) WHERE number = 2",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fixture fixture;
		struct seen seen = {0};
		struct store *store;

		fixture_begin_in(&fixture, 3, PHASE_CLOSED);
		fixture_sql(fixture.path, cases[i]);
		assert_status(audit_each(fixture.store, see, &seen),
			      STATUS_DAMAGED);
		assert_int_equal(seen.count, 0);
		assert_status(store_open(fixture.path, STORE_WRITE, &store),
			      STATUS_DAMAGED);
		assert_status(store_open(fixture.path, STORE_READ, &store),
			      STATUS_DAMAGED);
		fixture_end(&fixture);
	}
}

/* The last row taken out leaves a chain that is whole, but not this phase. */
static void a_chain_cut_short_does_not_fit_the_phase(void **state)
{
	struct fixture fixture;
	struct store *store;

	(void)state;
	fixture_begin_in(&fixture, 3, PHASE_CLOSED);
	fixture_sql(fixture.path, "DELETE FROM audit WHERE number = 5");
	assert_status(store_open(fixture.path, STORE_READ, &store),
		      STATUS_DAMAGED);
	fixture_end(&fixture);
}

/* Whoever can write the file can also work out the hashes. */
static void a_chain_that_skips_a_phase_is_damage(void **state)
{
	struct fixture fixture;
	struct connection *connection;
	struct store *store;

	(void)state;
	fixture_begin(&fixture, 3, false);
	connection = &fixture.store->connection;
	assert_ok(transaction_begin(connection));
	assert_ok(phase_set(fixture.store, PHASE_OPEN));
	assert_ok(audit_add(fixture.store, ACT_CLOSED, "", FIXTURE_AT));
	assert_ok(transaction_end(connection, STATUS_OK));
	assert_status(store_open(fixture.path, STORE_READ, &store),
		      STATUS_DAMAGED);
	fixture_end(&fixture);
}

static void decisions_are_kept_in_order_with_an_audit_row_each(void **state)
{
	const struct decision made[] = {
	    {.kind = DECISION_LOTS,
	     .pot = 1,
	     .count = 3,
	     .proposal = {5, 3, 9},
	     .reason = ""},
	    {.kind = DECISION_AGREED,
	     .pot = 0,
	     .count = 2,
	     .proposal = {2, 0},
	     .reason = "Håndsoprækning: 31 for"},
	};
	struct decision *kept = NULL;
	struct fixture fixture;
	int count = -1;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_CLOSED);
	assert_ok(decision_all(fixture.store, &kept, &count));
	assert_int_equal(count, 0);
	decision_free(kept, count);
	for (int i = 0; i < 2; i++)
		assert_ok(decision_add(fixture.store, &made[i], FIXTURE_AT));
	fixture_leave(&fixture);
	fixture_enter(&fixture);
	assert_ok(decision_all(fixture.store, &kept, &count));
	assert_int_equal(count, 2);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(kept[i].kind, made[i].kind);
		assert_int_equal(kept[i].pot, made[i].pot);
		assert_int_equal(kept[i].count, made[i].count);
		assert_memory_equal(kept[i].proposal, made[i].proposal,
				    sizeof(made[i].proposal));
		assert_string_equal(kept[i].reason, made[i].reason);
	}
	decision_free(kept, count);
	assert_int_equal(fixture_number(fixture.path,
					"SELECT count(*) FROM audit WHERE "
					"act = 'decided'"),
			 2);
	fixture_end(&fixture);
}

static void amounts_are_kept_and_covered_by_the_digest(void **state)
{
	static const char bytes[] = "split\0"
				    "main\0"
				    "2\0"
				    "1387200\0"
				    "1\0"
				    "0\0"
				    "Delt";
	const struct decision split = {.kind = DECISION_SPLIT,
				       .count = 2,
				       .proposal = {1, 0},
				       .amount_minor = {1387200, 0},
				       .reason = "Delt"};
	unsigned char digest[crypto_hash_sha256_BYTES];
	char wanted[AUDIT_DETAIL] = "split main ", detail[AUDIT_DETAIL];
	struct decision *kept = NULL;
	struct fixture fixture;
	int count = -1;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_CLOSED);
	assert_ok(decision_add(fixture.store, &split, FIXTURE_AT));
	fixture_leave(&fixture);
	fixture_enter(&fixture);
	assert_ok(decision_all(fixture.store, &kept, &count));
	assert_int_equal(count, 1);
	assert_int_equal(kept->kind, DECISION_SPLIT);
	assert_memory_equal(kept->amount_minor, split.amount_minor,
			    sizeof(split.amount_minor));
	decision_free(kept, count);
	crypto_hash_sha256(digest, (const unsigned char *)bytes, sizeof(bytes));
	sodium_bin2hex(wanted + 11, sizeof(wanted) - 11, digest,
		       sizeof(digest));
	decision_describe(fixture.meeting, &split, detail);
	assert_string_equal(detail, wanted);
	fixture_end(&fixture);
}

/* A tie is settled while closed; what is left may be shared out later too. */
static void each_kind_of_decision_has_its_phases(void **state)
{
	(void)state;
	for (int phase = 0; phase < PHASE_COUNT; phase++)
		for (int kind = 0; kind < DECISION_KINDS; kind++) {
			struct decision decision = {
			    .kind = (enum decision_kind)kind,
			    .count = 1,
			    .proposal = {2},
			    .amount_minor = {!decision_ordered(
				(enum decision_kind)kind)},
			    .reason = "x"};
			bool allowed =
			    phase == PHASE_CLOSED ||
			    (phase > PHASE_CLOSED && kind == DECISION_LEFT);
			struct fixture fixture;
			enum phase after;

			fixture_begin_in(&fixture, 2, (enum phase)phase);
			assert_status(
			    decision_add(fixture.store, &decision, FIXTURE_AT),
			    allowed ? STATUS_OK : STATUS_PHASE);
			assert_ok(store_phase(fixture.store, &after));
			assert_int_equal(after, phase);
			fixture_leave(&fixture);
			fixture_enter(&fixture);
			fixture_end(&fixture);
		}
}

static void a_decision_that_makes_no_sense_is_refused(void **state)
{
	const struct decision cases[] = {
	    {.pot = 2, .count = 1, .reason = ""},
	    {.pot = -1, .count = 1, .reason = ""},
	    {.pot = 0, .count = 0, .reason = ""},
	    {.pot = 0, .count = MEETING_PROPOSALS + 1, .reason = ""},
	    {.pot = 0, .count = 2, .proposal = {1, 1}, .reason = ""},
	    {.pot = 0, .count = 1, .proposal = {3}, .reason = ""},
	    {.pot = 1, .count = 1, .proposal = {10}, .reason = ""},
	    {.kind = 7, .pot = 0, .count = 1, .reason = ""},
	    /* Amounts where an order decides, below 0, above the cost. */
	    {.kind = DECISION_LOTS,
	     .count = 1,
	     .amount_minor = {1},
	     .reason = ""},
	    {.kind = DECISION_SPLIT,
	     .count = 1,
	     .amount_minor = {-1},
	     .reason = ""},
	    {.kind = DECISION_LEFT,
	     .count = 2,
	     .proposal = {0, 1},
	     .amount_minor = {10000000, 10000001},
	     .reason = ""},
	};
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_CLOSED);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_status(
		    decision_add(fixture.store, &cases[i], FIXTURE_AT),
		    STATUS_DISAGREES);
	fixture_end(&fixture);
}

static void a_decision_that_was_changed_is_damage(void **state)
{
	static const char *const cases[] = {
	    "UPDATE decision SET kind = 'agreed'",
	    "UPDATE decision SET reason = 'x'",
	    "UPDATE decision SET pot = 1",
	    "UPDATE decision_place SET proposal = 1 - proposal",
	    "DELETE FROM decision_place WHERE place = 1",
	    "DELETE FROM decision_place; DELETE FROM decision",
	    "UPDATE decision SET audit = 1",
	    "INSERT INTO decision_place VALUES (1, 2, 2, 0)",
	    "UPDATE decision_place SET amount_minor = 1 WHERE place = 1",
	    "INSERT INTO decision VALUES (2, 1, 'lots', 0, '')",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fixture fixture;
		struct store *store;

		fixture_begin_in(&fixture, 2, PHASE_CLOSED);
		assert_ok(do_act(&fixture, ACT_DECIDED));
		fixture_sql(fixture.path, cases[i]);
		assert_status(store_open(fixture.path, STORE_READ, &store),
			      STATUS_DAMAGED);
		fixture_end(&fixture);
	}
}

static void an_amount_that_was_changed_is_damage(void **state)
{
	static const char *const cases[] = {
	    "UPDATE decision_place SET amount_minor = amount_minor + 1"
	    " WHERE place = 0",
	    "UPDATE decision_place SET amount_minor = 3 - amount_minor",
	    "UPDATE decision_place SET amount_minor = -1 WHERE place = 0",
	    "UPDATE decision_place SET proposal = proposal + 4294967296",
	    "UPDATE decision SET kind = 'left' WHERE kind = 'split'",
	    "UPDATE decision SET kind = 'lots'",
	};
	const struct decision split = {.kind = DECISION_SPLIT,
				       .count = 2,
				       .proposal = {0, 1},
				       .amount_minor = {1, 2},
				       .reason = ""};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fixture fixture;
		struct store *store;

		fixture_begin_in(&fixture, 2, PHASE_CLOSED);
		assert_ok(decision_add(fixture.store, &split, FIXTURE_AT));
		fixture_sql(fixture.path, cases[i]);
		assert_status(store_open(fixture.path, STORE_READ, &store),
			      STATUS_DAMAGED);
		fixture_end(&fixture);
	}
}

static void nothing_is_committed_while_a_statement_is_open(void **state)
{
	struct fixture fixture;
	struct connection *connection;
	struct query open;
	enum phase phase;

	(void)state;
	fixture_begin(&fixture, 2, false);
	connection = &fixture.store->connection;
	assert_ok(transaction_begin(connection));
	assert_ok(phase_set(fixture.store, PHASE_READY));
	query_start(connection, QUERY_BOX_SLOTS, &open);
	assert_true(query_next(&open));
	assert_status(transaction_end(connection, STATUS_OK), STATUS_STORE);
	(void)query_end(&open);
	assert_ok(store_phase(fixture.store, &phase));
	assert_int_equal(phase, PHASE_DRAFT);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(times_are_local_and_rounded_down_to_five_minutes),
	    cmocka_unit_test(every_act_is_done_in_its_phases_and_no_other),
	    cmocka_unit_test(a_decision_cannot_be_told_of_without_being_kept),
	    cmocka_unit_test(opening_without_slips_is_refused),
	    cmocka_unit_test(opening_with_a_ballot_in_the_box_is_refused),
	    cmocka_unit_test(closing_wants_as_many_ballots_as_used_slips),
	    cmocka_unit_test(a_slip_in_use_counts_as_unused_when_closing),
	    cmocka_unit_test(a_long_detail_is_refused),
	    cmocka_unit_test(
		rows_are_shown_oldest_first_and_chained_as_the_header_says),
	    cmocka_unit_test(a_broken_chain_is_told_before_any_row_is_shown),
	    cmocka_unit_test(a_chain_cut_short_does_not_fit_the_phase),
	    cmocka_unit_test(a_chain_that_skips_a_phase_is_damage),
	    cmocka_unit_test(
		decisions_are_kept_in_order_with_an_audit_row_each),
	    cmocka_unit_test(amounts_are_kept_and_covered_by_the_digest),
	    cmocka_unit_test(each_kind_of_decision_has_its_phases),
	    cmocka_unit_test(a_decision_that_makes_no_sense_is_refused),
	    cmocka_unit_test(a_decision_that_was_changed_is_damage),
	    cmocka_unit_test(an_amount_that_was_changed_is_damage),
	    cmocka_unit_test(nothing_is_committed_while_a_statement_is_open),
	};

	return cmocka_run_group_tests_name("audit", tests, NULL, NULL);
}
