/* app_resident.h - a resident at a kiosk in the same process: scans a slip,
 * chooses the first proposal of the first page, and casts.
 */
#ifndef STEMMEBOKS_TESTS_APP_RESIDENT_H
#define STEMMEBOKS_TESTS_APP_RESIDENT_H

#include <stdbool.h>
#include <stdint.h>

struct kiosk;
struct slip;

struct resident {
	bool scanned, chosen, casting;
	uint64_t next_ms; /* not before: people are no faster */
};

enum resident_step {
	RESIDENT_WAITS,
	RESIDENT_ACTS,
	RESIDENT_CASTS, /* the touch that casts was made just now */
	RESIDENT_DONE,	/* there is the screen after the cast */
};

/* What the resident with SLIP does next at KIOSK, whose clock says NOW_MS. A
 * screen that no vote leads to before the cast fails the test. */
enum resident_step resident_act(struct resident *resident,
				const struct kiosk *kiosk,
				const struct slip *slip, uint64_t now_ms);

#endif
