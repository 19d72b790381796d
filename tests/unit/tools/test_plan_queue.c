/* The queue of `stemmeboks plan`: by hand, by formulas, and second by second.
 */
#include "tests/lib/cmocka_all.h"

#include <math.h>

#include "core/meeting.h"
#include "tests/lib/bolbro.h"
#include "tools/plan/evenings.h"
#include "tools/plan/pace.h"
#include "tools/plan/setup.h"

enum { SEEDS = 400, CROWD = 40 };

static void expect_outcome(struct queue_voter *voters, int count, int kiosks,
			   struct queue_outcome wanted)
{
	struct queue_outcome outcome;

	queue_run(voters, count, kiosks, &outcome);
	assert_int_equal(outcome.last_s, wanted.last_s);
	assert_int_equal(outcome.waiting_most, wanted.waiting_most);
	assert_int_equal(outcome.wait_most_s, wanted.wait_most_s);
	assert_int_equal(outcome.wait_sum_s, wanted.wait_sum_s);
}

static void queues_worked_out_by_hand(void **state)
{
	struct queue_voter nobody[1] = {{0}};
	/* One kiosk: 0-10, 10-15, 20-23; the second waits from 4 to 10. */
	struct queue_voter one[] = {{.arrives_s = 0, .takes_s = 10},
				    {.arrives_s = 4, .takes_s = 5},
				    {.arrives_s = 20, .takes_s = 3}};
	/* Two kiosks, all at 0: A 0-10, B 0-4, C 4-11, D 10-12, E 11-12: 4, 10
	 * and 11 seconds waited, three in the line at first. */
	struct queue_voter two[] = {{.takes_s = 10},
				    {.takes_s = 4},
				    {.takes_s = 7},
				    {.takes_s = 2},
				    {.takes_s = 1}};
	/* The kiosk becomes free in the second in which the next one comes. */
	struct queue_voter touching[] = {{.arrives_s = 1, .takes_s = 5},
					 {.arrives_s = 6, .takes_s = 5}};

	(void)state;
	expect_outcome(nobody, 0, 1, (struct queue_outcome){0, 0, 0, 0});
	expect_outcome(one, 3, 1, (struct queue_outcome){23, 1, 6, 6});
	assert_int_equal(one[1].begins_s, 10);
	assert_int_equal(one[2].begins_s, 20);
	expect_outcome(two, 5, 2, (struct queue_outcome){12, 3, 11, 25});
	expect_outcome(two, 5, 5, (struct queue_outcome){10, 0, 0, 0});
	expect_outcome(two, 5, 1, (struct queue_outcome){24, 4, 23, 68});
	expect_outcome(touching, 2, 1, (struct queue_outcome){11, 0, 0, 0});
}

/* All at once and all alike: kiosks empty the line in rounds. */
static void equal_voters_at_once_take_whole_rounds(void **state)
{
	static struct queue_voter voters[QUEUE_VOTERS];
	struct queue_outcome outcome;

	(void)state;
	for (int takes = 1; takes <= 171; takes += 85)
		for (int count = 1; count <= 61; count++)
			for (int kiosks = 1; kiosks <= 70; kiosks++) {
				int rounds = (count + kiosks - 1) / kiosks;

				for (int i = 0; i < count; i++)
					voters[i] = (struct queue_voter){
					    .takes_s = takes};
				queue_run(voters, count, kiosks, &outcome);
				assert_int_equal(outcome.last_s,
						 rounds * takes);
				assert_int_equal(outcome.wait_most_s,
						 (rounds - 1) * takes);
				assert_int_equal(outcome.waiting_most,
						 count > kiosks ? count - kiosks
								: 0);
			}
}

/* The same queue with a clock that ticks: no heap, no formula. */
static struct queue_outcome second_by_second(const struct queue_voter *voters,
					     int count, int kiosks)
{
	struct queue_outcome outcome = {0, 0, 0, 0};
	int busy_s[QUEUE_KIOSKS] = {0}; /* seconds that a kiosk still needs */
	int came = 0, begun = 0, waited[CROWD] = {0};

	for (int now = 0, busy = 1; begun < count || busy; now++) {
		while (came < count && voters[came].arrives_s == now)
			came++;
		for (int k = 0; k < kiosks; k++)
			if (busy_s[k] == 0 && begun < came)
				busy_s[k] = voters[begun++].takes_s;
		if (came - begun > outcome.waiting_most)
			outcome.waiting_most = came - begun;
		for (int i = begun; i < came; i++) {
			outcome.wait_sum_s++;
			if (++waited[i] > outcome.wait_most_s)
				outcome.wait_most_s = waited[i];
		}
		busy = 0;
		for (int k = 0; k < kiosks; k++) {
			if (busy_s[k] == 0)
				continue;
			if (--busy_s[k] == 0)
				outcome.last_s = now + 1;
			busy |= busy_s[k] > 0;
		}
	}
	return outcome;
}

/* A crowd that depends on SEED: how many, how long, over how long. */
static struct evenings crowd(int seed)
{
	return (struct evenings){.voters = 1 + seed * 7 % CROWD,
				 .spread_s = seed % 3 * 150,
				 .median_s = 3 + seed % 11,
				 .express_percent = seed % 5 * 20,
				 .express_s = 2,
				 .change_s = 1 + seed % 4};
}

static void random_queues_are_those_of_a_ticking_clock(void **state)
{
	struct queue_voter voters[CROWD];

	(void)state;
	for (int seed = 0; seed < SEEDS; seed++) {
		struct evenings evenings = crowd(seed);
		int kiosks = 1 + seed % 9;

		evenings_draw(&evenings, seed, voters);
		expect_outcome(
		    voters, evenings.voters, kiosks,
		    second_by_second(voters, evenings.voters, kiosks));
	}
}

/* No queue ends before its work is shared out evenly, nor before its longest
 * voter; and none that begins at once after Graham's bound (1966). */
static void the_end_lies_between_the_bounds(void **state)
{
	struct queue_voter voters[CROWD];

	(void)state;
	for (int seed = 0; seed < SEEDS; seed++) {
		struct evenings evenings = crowd(seed);
		int kiosks = 1 + seed % 9, sum = 0, longest = 0;
		struct queue_outcome outcome;

		evenings.spread_s = 0;
		evenings_draw(&evenings, seed, voters);
		for (int i = 0; i < evenings.voters; i++) {
			sum += voters[i].takes_s;
			if (voters[i].takes_s > longest)
				longest = voters[i].takes_s;
		}
		queue_run(voters, evenings.voters, kiosks, &outcome);
		assert_true(outcome.last_s * kiosks >= sum);
		assert_true(outcome.last_s >= longest);
		assert_true(outcome.last_s * kiosks <=
			    sum + longest * (kiosks - 1));
	}
}

static void expect_no_worse(const struct queue_outcome *better,
			    const struct queue_outcome *worse)
{
	assert_true(better->last_s <= worse->last_s);
	assert_true(better->waiting_most <= worse->waiting_most);
	assert_true(better->wait_most_s <= worse->wait_most_s);
	assert_true(better->wait_sum_s <= worse->wait_sum_s);
}

static struct queue_outcome outcome_of(const struct evenings *evenings,
				       int seed, int kiosks)
{
	struct queue_voter voters[CROWD + 1];
	struct queue_outcome outcome;

	evenings_draw(evenings, seed, voters);
	queue_run(voters, evenings->voters, kiosks, &outcome);
	return outcome;
}

static void more_kiosks_or_fewer_voters_are_never_worse(void **state)
{
	(void)state;
	for (int seed = 0; seed < SEEDS; seed++) {
		struct evenings now = crowd(seed), more = now, quick = now;
		int kiosks = 1 + seed % 9;
		struct queue_outcome as_is = outcome_of(&now, seed, kiosks),
				     other;

		other = outcome_of(&now, seed, kiosks + 1);
		expect_no_worse(&other, &as_is);
		more.voters++;
		other = outcome_of(&more, seed, kiosks);
		expect_no_worse(&as_is, &other);
		quick.express_percent += 20;
		other = outcome_of(&quick, seed, kiosks);
		expect_no_worse(&other, &as_is);
	}
}

/* The normal distribution is known without its inverse: by erfc(). */
static void paces_are_log_normal_as_ux_wants_them(void **state)
{
	const double sigma = log(360.0 / 150.0) / 1.281552;

	(void)state;
	for (int i = 0; i < EVENINGS_PACES; i++) {
		double z = log(evenings_paces[i] / 1000.0) / sigma;
		double below = erfc(-z / sqrt(2)) / 2;

		assert_true(fabs(below - (i + 0.5) / EVENINGS_PACES) < 0.0012);
	}
	assert_int_equal(evenings_ninth_s(150), 360);
}

static void drawn_voters_come_and_take_as_asked(void **state)
{
	static struct queue_voter voters[QUEUE_VOTERS];
	struct evenings evenings = {.voters = QUEUE_VOTERS,
				    .spread_s = 1000,
				    .median_s = 1000,
				    .express_percent = 25,
				    .express_s = 1,
				    .change_s = 50};
	int express = 0, early = 0, slow = 0;

	(void)state;
	evenings_draw(&evenings, 3, voters);
	for (int i = 0; i < QUEUE_VOTERS; i++) {
		assert_true(voters[i].arrives_s >= 0);
		assert_true(voters[i].arrives_s < 1000);
		assert_true(i == 0 ||
			    voters[i].arrives_s >= voters[i - 1].arrives_s);
		early += voters[i].arrives_s < 500;
		/* At most 5.81 s by numbers, at least 172 s without. */
		express += voters[i].takes_s <= 56;
		slow += voters[i].takes_s >= 1050;
	}
	/* Five standard deviations: 112 around half of 2,000, 97 around a
	 * quarter, 109 around half of three quarters. */
	assert_in_range(early, 888, 1112);
	assert_in_range(express, 403, 597);
	assert_in_range(slow, 641, 859);
}

/* All at once they stand as they were drawn: whoever asks for one more asks
 * about the same people and one behind them. */
static void one_voter_more_stands_behind_the_others(void **state)
{
	struct queue_voter some[CROWD], more[CROWD + 1];

	(void)state;
	for (int seed = 0; seed < SEEDS; seed++) {
		struct evenings evenings = crowd(seed);

		evenings.spread_s = 0;
		evenings_draw(&evenings, seed, some);
		evenings.voters++;
		evenings_draw(&evenings, seed, more);
		for (int i = 0; i + 1 < evenings.voters; i++) {
			assert_int_equal(more[i].number, i);
			assert_int_equal(more[i].takes_s, some[i].takes_s);
		}
	}
}

/* With one voter the figure told is that of one pace: of 1,000 evenings a tenth
 * are slower, so it lies about the ninth tenth of the paces. */
static void what_is_told_holds_on_nine_evenings_of_ten(void **state)
{
	struct evenings evenings = {
	    .voters = 1, .median_s = 1000, .change_s = 20};
	struct evenings_outcome told;
	struct queue_voter voter;
	int held = 0, equal = 0;

	(void)state;
	assert_int_equal(evenings_run(&evenings, 1, &told), STATUS_OK);
	for (int i = 0; i < EVENINGS; i++) {
		evenings_draw(&evenings, i, &voter);
		held += voter.takes_s <= told.last_s;
		equal += voter.takes_s == told.last_s;
	}
	assert_true(held >= 900);
	assert_true(held - equal < 900);
	assert_in_range(told.last_s, 2145, 2694);
	assert_int_equal(told.waiting_most, 0);
	assert_int_equal(told.wait_most_s, 0);
}

static void the_fewest_kiosks_are_those_with_which_one_fewer_fails(void **state)
{
	static const int voters[] = {1, 2, 9, 40, 150};
	static const int minutes[] = {20, 60, 200};

	(void)state;
	for (int v = 0; v < 5; v++)
		for (int m = 0; m < 3; m++) {
			struct evenings evenings = {.voters = voters[v],
						    .median_s = 150,
						    .change_s = 20};
			struct evenings_outcome outcome;
			int within_s = minutes[m] * 60, kiosks = 0;

			assert_int_equal(
			    evenings_least(&evenings, within_s, &kiosks),
			    STATUS_OK);
			evenings_run(&evenings, kiosks, &outcome);
			assert_true(outcome.last_s <= within_s);
			if (kiosks == 1)
				continue;
			evenings_run(&evenings, kiosks - 1, &outcome);
			assert_true(outcome.last_s > within_s);
		}
}

static void where_the_slowest_need_longer_no_number_is_enough(void **state)
{
	struct evenings evenings = {
	    .voters = 150, .median_s = 150, .change_s = 20};
	int kiosks = 77;

	(void)state;
	/* The slowest pace of a hundred is 5.81 times 150 s: 871.5 s. Of 150
	 * voters one has it on most evenings. */
	assert_int_equal(evenings_least(&evenings, 891, &kiosks), STATUS_LIMIT);
	assert_int_equal(kiosks, 77);
	assert_int_equal(evenings_least(&evenings, 892, &kiosks), STATUS_OK);
	evenings.voters = QUEUE_VOTERS;
	kiosks = 77;
	assert_int_equal(evenings_least(&evenings, 900, &kiosks), STATUS_LIMIT);
	assert_int_equal(kiosks, 77);
}

/* What tests/bench/pace.c measured, in tenths of a second. */
static void paces_are_never_below_what_was_measured(void **state)
{
	static const struct {
		enum ballot_type type;
		int measured[3]; /* ten, twenty, forty proposals */
		int two_pots;	 /* of five each */
	} rows[] = {
	    {BALLOT_APPROVAL, {532, 690, 981}, 589},
	    {BALLOT_KNAPSACK, {547, 702, 993}, 625},
	    {BALLOT_POINTS, {708, 866, 1157}, 836},
	    {BALLOT_SCORE, {909, 1395, 2473}, 823},
	    {BALLOT_RANK, {593, 751, 1042}, 651},
	};
	struct meeting *meeting = bolbro_new();

	(void)state;
	assert_int_equal(meeting->proposal_count, 10);
	for (int i = 0; i < 10; i++)
		meeting->proposals[i].pot = i >= 5;
	for (int r = 0; r < 5; r++) {
		for (int i = 0, count = 10; i < 3; i++, count *= 2) {
			int tenths = pace_tenths(rows[r].type, count);

			assert_in_range(tenths, rows[r].measured[i],
					rows[r].measured[i] * 104 / 100);
		}
		meeting->pots[0].ballot_type = meeting->pots[1].ballot_type =
		    rows[r].type;
		assert_in_range(pace_meeting_tenths(meeting), rows[r].two_pots,
				rows[r].two_pots * 125 / 100);
	}
	assert_int_equal(pace_express_tenths(1, 10), 297);
	assert_in_range(pace_express_tenths(1, 20), 330, 340);
	assert_int_equal(pace_express_tenths(2, 10), 391);
	meeting_free(meeting);
}

/* 150 s are for 53.2 s of the script: UX.md's target for ten proposals. */
static void the_target_goes_with_what_the_script_took(void **state)
{
	(void)state;
	assert_int_equal(pace_target_s(532), 150);
	assert_int_equal(pace_target_s(1064), 300);
	/* 150 * 29.7 / 53.2 = 83.7 */
	assert_int_equal(pace_target_s(297), 84);
	assert_int_equal(pace_tenths(BALLOT_SCORE, 1), 909);
}

/* Any pots: never quicker than the slowest of them alone, nor than by numbers;
 * and one proposal more takes no less. */
static void paces_of_several_pots_are_sound(void **state)
{
	(void)state;
	for (int pots = 1; pots <= MEETING_POTS; pots++)
		for (int each = 1; each <= 25; each++) {
			struct meeting *meeting = meeting_new();
			int before = 0, tenths;

			meeting->pot_count = pots;
			for (int i = 0; i < pots; i++)
				meeting->pots[i].ballot_type =
				    (enum ballot_type)((i + each) %
						       BALLOT_TYPE_COUNT);
			for (int i = 0; i < pots * each; i++)
				meeting->proposals[i].pot = i / each;
			for (int i = 0; i < 2; i++) {
				meeting->proposal_count = pots * each - 1 + i;
				tenths = pace_meeting_tenths(meeting);
				assert_true(tenths >= before);
				before = tenths;
			}
			for (int i = 0; i < pots; i++)
				assert_true(
				    tenths >=
				    pace_tenths(meeting->pots[i].ballot_type,
						each));
			assert_true(tenths >=
				    pace_express_tenths(pots, pots * each));
			meeting_free(meeting);
		}
}

static void the_set_up_is_rounded_up(void **state)
{
	struct setup setup = setup_for(11, 150);

	(void)state;
	assert_int_equal(setup.width_cm, 1430);
	assert_int_equal(setup.helpers, 3);
	assert_int_equal(setup.sheets, 19); /* eight on a sheet */
	assert_int_equal(setup.slips_each, 14);
	setup = setup_for(1, 1);
	assert_int_equal(setup.width_cm, 130);
	assert_int_equal(setup.helpers, 1);
	assert_int_equal(setup.sheets, 1);
	assert_int_equal(setup.slips_each, 1);
	assert_int_equal(setup_for(10, 160).helpers, 2);
	assert_int_equal(setup_for(10, 160).sheets, 20);
	assert_int_equal(setup_for(10, 160).slips_each, 16);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(queues_worked_out_by_hand),
	    cmocka_unit_test(equal_voters_at_once_take_whole_rounds),
	    cmocka_unit_test(random_queues_are_those_of_a_ticking_clock),
	    cmocka_unit_test(the_end_lies_between_the_bounds),
	    cmocka_unit_test(more_kiosks_or_fewer_voters_are_never_worse),
	    cmocka_unit_test(paces_are_log_normal_as_ux_wants_them),
	    cmocka_unit_test(drawn_voters_come_and_take_as_asked),
	    cmocka_unit_test(one_voter_more_stands_behind_the_others),
	    cmocka_unit_test(what_is_told_holds_on_nine_evenings_of_ten),
	    cmocka_unit_test(
		the_fewest_kiosks_are_those_with_which_one_fewer_fails),
	    cmocka_unit_test(where_the_slowest_need_longer_no_number_is_enough),
	    cmocka_unit_test(paces_are_never_below_what_was_measured),
	    cmocka_unit_test(the_target_goes_with_what_the_script_took),
	    cmocka_unit_test(paces_of_several_pots_are_sound),
	    cmocka_unit_test(the_set_up_is_rounded_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
