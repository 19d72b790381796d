/* measure.h - a clock and a median, for the measured programs. */
#ifndef STEMMEBOKS_TESTS_MEASURE_H
#define STEMMEBOKS_TESTS_MEASURE_H

/* Milliseconds of a clock that never goes back. */
double measure_now_ms(void);

/* Milliseconds that this process has computed: not those in which others did.
 */
double measure_cpu_ms(void);

/* The middle one of COUNT > 0 times; sorts TIMES_MS. */
double measure_median(double *times_ms, int count);

#endif
