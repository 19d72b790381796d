/* figures.h - what this process uses of the machine. */
#ifndef STEMMEBOKS_TESTS_FIGURES_H
#define STEMMEBOKS_TESTS_FIGURES_H

/* Time of the processor so far, in ms. */
double figure_cpu_ms(void);

/* Memory that is resident (RSS). */
double figure_resident_kib(void);

/* Open descriptors, but those of fonts: each size of letters opens its file
 * when it is first shown, and keeps it. */
int figure_descriptors(void);

#endif
