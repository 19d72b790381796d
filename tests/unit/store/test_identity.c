/* The file says nothing about who voted what, or when: two evenings with the
 * same ballots in another order leave the same bytes. */
#include "store/audit.h"
#include "store/live.h"
#include "store/roll.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum {
	SLIPS = 30,
	ADDED = 6,
	BALLOTS = 24,
	SHUFFLES = 100,
	EACH_TYPE = 6, /* in the short form; as many as STEMMEBOKS_TORTURE says,
			  times ten, in the long one */
};

/* Leads each cast to the slot that its ballot has on every evening. */
struct places {
	unsigned char ids[SLIPS + ADDED][BOX_SLOT_BYTES]; /* in order */
	bool taken[SLIPS + ADDED];
	int count;
	unsigned char next[BOX_SLOT_BYTES];
};

static uint32_t lead(void *context, uint32_t limit)
{
	struct places *places = context;
	uint32_t index = 0;
	int i = 0;

	for (; memcmp(places->ids[i], places->next, BOX_SLOT_BYTES) != 0; i++)
		index += !places->taken[i];
	places->taken[i] = true;
	assert_true(index < limit);
	return index;
}

/* Reads the ids, those of added slots too, and which are taken. */
static void places_read(struct places *places, const struct fixture *fixture)
{
	int i = 0;
	char sql[120];

	places->count =
	    (int)fixture_number(fixture->path, "SELECT count(*) FROM box");
	for (; i < places->count; i++) {
		snprintf(sql, sizeof(sql),
			 "SELECT slot FROM box ORDER BY slot LIMIT 1 OFFSET %d",
			 i);
		fixture_blob(fixture->path, sql, places->ids[i],
			     BOX_SLOT_BYTES);
		snprintf(sql, sizeof(sql),
			 "SELECT used = 3 FROM box ORDER BY slot"
			 " LIMIT 1 OFFSET %d",
			 i);
		places->taken[i] = fixture_number(fixture->path, sql);
	}
}

/* All pots of MEETING take ballots of TYPE. */
static void all_of_type(struct meeting *meeting, enum ballot_type type)
{
	for (int i = 0; i < meeting->pot_count; i++) {
		struct pot *pot = &meeting->pots[i];
		int first, end;

		meeting_pot_range(meeting, i, &first, &end);
		pot->ballot_type = type;
		pot->choose_min = 0;
		pot->choose_max = type == BALLOT_RANK ? 3 : end - first;
		pot->amount_minor = INT64_C(1000000000); /* for all of it */
		pot->points = type == BALLOT_POINTS ? 10 : 0;
		pot->value_most = type == BALLOT_POINTS	 ? 4
				  : type == BALLOT_SCORE ? 5
							 : 0;
		pot->score_least = 0;
		pot->score_all = false;
		pot->rule = "greedy";
	}
}

/* Ballot NUMBER of those that are cast, of the pots' types. */
static struct ballot ballot_of(const struct meeting *meeting, int number)
{
	unsigned bits = (unsigned)number * 37 + 1;
	struct ballot ballot = fixture_ballot(meeting, bits);
	enum ballot_type type = meeting->pots[0].ballot_type;
	int first, end, rank;

	if (type == BALLOT_APPROVAL || type == BALLOT_KNAPSACK)
		return ballot;
	memset(&ballot, 0, sizeof(ballot));
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		meeting_pot_range(meeting, pot, &first, &end);
		rank = 0;
		for (int i = first; i < end && rank < 3; i++) {
			if (!(bits >> i & 1))
				continue;
			rank++;
			ballot.value[i] =
			    (short)(type == BALLOT_RANK ? rank
							: 1 + (number + i) % 3);
		}
	}
	assert_ok(ballot_check(meeting, &ballot));
	return ballot;
}

/* What else happens on an evening. */
enum evening {
	PLAIN,
	WITH_ACTS, /* a pause with new slips and a void slip between the casts
		    */
	WITH_LOG,  /* a table that notes each slot as it is filled */
	SHOWN,	   /* the votes so far are published while the order lasts */
	CLOSED,	   /* the same, and then voting is closed */
	VACUUMED,  /* acts and slips as above, and somebody tidies the file */
};

static void log_cast(const struct fixture *fixture, int ballot)
{
	char sql[80];

	snprintf(sql, sizeof(sql), "INSERT INTO log (slot) VALUES (%d)",
		 ballot);
	fixture_sql(fixture->path, sql);
}

static void do_acts(struct fixture *fixture)
{
	struct slip more[ADDED];
	uint64_t seed = 7;
	struct random random = fixture->random;
	int first;

	random.context = &seed;
	assert_ok(
	    roll_void(fixture->store, fixture->hashes[SLIPS - 1], FIXTURE_AT));
	assert_ok(audit_act(fixture->store, ACT_PAUSED, "", FIXTURE_AT));
	assert_ok(roll_add(fixture->store, ADDED, "child", &random, FIXTURE_AT,
			   more, &first));
	assert_ok(audit_act(fixture->store, ACT_OPENED, "", FIXTURE_AT));
}

/* Shows the room the votes of the FIRST ballots of ORDER: with another order it
 * sees other numbers. */
static void publish(struct fixture *fixture, const int order[BALLOTS],
		    int first)
{
	struct snapshot snapshot = {.ballots = first};

	for (int i = 0; i < first; i++) {
		struct ballot ballot = ballot_of(fixture->meeting, order[i]);

		for (int p = 0; p < fixture->meeting->proposal_count; p++)
			snapshot.support[p] +=
			    ballot_support(fixture->meeting, &ballot, p);
	}
	assert_ok(live_publish(fixture->store, &snapshot));
}

/* Casts all ballots in ORDER, ballot i with slip PAIRING[i], into the slot that
 * was number i when the evening began. */
static void hold(struct fixture *fixture, enum evening evening,
		 const int order[BALLOTS], const int pairing[BALLOTS])
{
	unsigned char meant[BALLOTS][BOX_SLOT_BYTES];
	struct places places;
	struct random random = {NULL, lead, &places};

	places_read(&places, fixture);
	memcpy(meant, places.ids, sizeof(meant));
	if (evening == WITH_LOG)
		fixture_sql(fixture->path, "CREATE TABLE log (slot INTEGER)");
	for (int i = 0; i < BALLOTS; i++) {
		struct ballot ballot = ballot_of(fixture->meeting, order[i]);

		if (i == BALLOTS / 2 &&
		    (evening == WITH_ACTS || evening == VACUUMED)) {
			do_acts(fixture);
			places_read(&places, fixture);
		}
		memcpy(places.next, meant[order[i]], sizeof(places.next));
		assert_ok(box_cast(fixture->store,
				   fixture->hashes[pairing[order[i]]], &ballot,
				   &random));
		if (evening == WITH_LOG)
			log_cast(fixture, order[i]);
		if ((evening == SHOWN || evening == CLOSED) && i >= 9 &&
		    i % 5 == 4)
			publish(fixture, order, i - 4);
	}
	if (evening == CLOSED)
		fixture_advance(fixture, PHASE_CLOSED);
	fixture_leave(fixture);
	if (evening == VACUUMED)
		fixture_sql(fixture->path, "VACUUM");
}

/* Takes the row `live` out of the BYTES of the file: writes zeros over its 99
 * digits. Returns a sum of what they were. */
static unsigned blot_live(const struct fixture *fixture, unsigned char *bytes,
			  size_t size)
{
	enum { DIGITS = 9 * (1 + 10) };
	unsigned char digits[DIGITS], *at;
	unsigned sum = 0;

	fixture_blob(fixture->path, "SELECT ballots || votes FROM live", digits,
		     DIGITS);
	assert_int_equal(bytes_count(bytes, size, digits, DIGITS), 1);
	at = memmem(bytes, size, digits, DIGITS);
	memset(at, 0, DIGITS);
	for (int i = 0; i < DIGITS; i++)
		sum = 31 * sum + digits[i];
	return sum;
}

/* How many of SHUFFLES evenings, each with another order and another pairing of
 * slips and ballots, end with other bytes than the first. */
static int count_different_of(enum ballot_type type, enum evening evening,
			      int shuffles)
{
	size_t size, base_size, first_size = 0;
	unsigned char *base, *first = NULL, *bytes;
	int order[BALLOTS], pairing[BALLOTS], different = 0;
	struct meeting *meeting = bolbro_new();
	struct fixture fixture;
	unsigned first_shown = 0, shown = 0;
	int shown_otherwise = 0;

	assert_non_null(meeting);
	meeting->live = LIVE_BATCHES;
	if (type != BALLOT_APPROVAL)
		all_of_type(meeting, type);
	fixture_begin_with(&fixture, meeting, SLIPS);
	fixture_advance(&fixture, PHASE_OPEN);
	fixture_leave(&fixture);
	base = file_read(fixture.path, &base_size);
	for (int i = 0; i < BALLOTS; i++)
		order[i] = pairing[i] = i;
	for (int i = 0; i <= shuffles; i++) {
		file_write(fixture.path, base, base_size);
		fixture_enter(&fixture);
		hold(&fixture, evening, order, pairing);
		bytes = file_read(fixture.path, &size);
		if (evening == SHOWN)
			shown = blot_live(&fixture, bytes, size);
		shown_otherwise += first && shown != first_shown;
		if (!first) {
			first = bytes;
			first_shown = shown;
			first_size = size;
			assert_true(size != base_size ||
				    memcmp(bytes, base, size) != 0);
		} else {
			different += size != first_size ||
				     memcmp(bytes, first, size) != 0;
			free(bytes);
		}
		random_shuffle(&fixture.random, order, BALLOTS);
		random_shuffle(&fixture.random, pairing, BALLOTS);
	}
	/* The rooms did see other votes. */
	if (evening == SHOWN)
		assert_true(shown_otherwise > shuffles / 2);
	free(first);
	free(base);
	fixture_end(&fixture);
	return different;
}

/* The same with Bolbro's own pots, which are ticked. */
static int count_different(enum evening evening, int shuffles)
{
	return count_different_of(BALLOT_APPROVAL, evening, shuffles);
}

static void a_hundred_shuffled_evenings_leave_the_same_bytes(void **state)
{
	(void)state;
	assert_int_equal(count_different(PLAIN, SHUFFLES), 0);
}

static void a_pause_a_void_slip_and_new_slips_tell_nothing(void **state)
{
	(void)state;
	assert_int_equal(count_different(WITH_ACTS, SHUFFLES / 4), 0);
}

static void shown_votes_change_their_own_row_and_nothing_else(void **state)
{
	(void)state;
	assert_int_equal(count_different(SHOWN, SHUFFLES), 0);
}

static void once_closed_the_file_has_forgotten_what_was_shown(void **state)
{
	(void)state;
	assert_int_equal(count_different(CLOSED, SHUFFLES), 0);
}

static void
no_ballot_type_tells_an_order_with_added_slips_and_vacuum(void **state)
{
	static const enum evening evenings[] = {PLAIN, WITH_ACTS, VACUUMED,
						CLOSED};
	const char *torture = getenv("STEMMEBOKS_TORTURE");
	int shuffles = torture ? 10 * atoi(torture) : EACH_TYPE;

	(void)state;
	for (int type = 0; type < BALLOT_TYPE_COUNT; type++) {
		for (size_t i = 0; i < sizeof(evenings) / sizeof(evenings[0]);
		     i++)
			assert_int_equal(
			    count_different_of((enum ballot_type)type,
					       evenings[i], shuffles),
			    0);
		print_message("ballot type %d of %d: %d shuffles of %d kinds "
			      "of evening, each the same bytes\n",
			      type + 1, BALLOT_TYPE_COUNT, shuffles,
			      (int)(sizeof(evenings) / sizeof(evenings[0])));
	}
}

/* Those above can fail. */
static void a_log_of_the_order_would_be_noticed(void **state)
{
	(void)state;
	for (int type = 0; type < BALLOT_TYPE_COUNT; type++)
		assert_int_equal(
		    count_different_of((enum ballot_type)type, WITH_LOG, 3), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_hundred_shuffled_evenings_leave_the_same_bytes),
	    cmocka_unit_test(a_pause_a_void_slip_and_new_slips_tell_nothing),
	    cmocka_unit_test(shown_votes_change_their_own_row_and_nothing_else),
	    cmocka_unit_test(once_closed_the_file_has_forgotten_what_was_shown),
	    cmocka_unit_test(
		no_ballot_type_tells_an_order_with_added_slips_and_vacuum),
	    cmocka_unit_test(a_log_of_the_order_would_be_noticed),
	};

	return cmocka_run_group_tests_name("identity", tests, NULL, NULL);
}
