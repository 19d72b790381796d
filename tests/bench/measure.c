#include "tests/bench/measure.h"

#include <stdlib.h>
#include <time.h>

double measure_now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

double measure_cpu_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

double measure_median(double *times_ms, int count)
{
	qsort(times_ms, (size_t)count, sizeof(times_ms[0]), compare);
	return times_ms[count / 2];
}
