/* count.c - milliseconds to add up and give the money for many ballots.
 * count BALLOTS: prints the median of nine, and the winners' numbers. */
#include <stdio.h>
#include <stdlib.h>

#include "core/tally.h"
#include "rules/count.h"
#include "tests/bench/measure.h"
#include "tests/lib/bolbro.h"

enum { RUNS = 9 };

int main(int argc, char **argv)
{
	int count = argc == 2 ? atoi(argv[1]) : 0;
	struct ballot *ballots =
	    calloc(count > 0 ? (size_t)count : 1, sizeof(*ballots));
	struct meeting *meeting = bolbro_new();
	struct result *result = malloc(sizeof(*result));
	double times_ms[RUNS];

	if (!ballots || !meeting || !result || count < 1)
		return 2;
	for (int i = 0; i < count; i++) {
		ballots[i].value[i * 7 % 3] = 1;
		ballots[i].value[3 + i * 11 % 7] = 1;
	}
	for (int run = 0; run < RUNS; run++) {
		struct tally tally;

		times_ms[run] = measure_now_ms();
		tally_clear(&tally);
		for (int i = 0; i < count; i++)
			tally_add(&tally, meeting, &ballots[i]);
		count_meeting(meeting, &tally, NULL, NULL, 0, result);
		times_ms[run] = measure_now_ms() - times_ms[run];
	}
	printf("%.2f\n", measure_median(times_ms, RUNS));
	free(result);
	free(ballots);
	meeting_free(meeting);
	return 0;
}
