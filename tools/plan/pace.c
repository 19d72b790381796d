#include "tools/plan/pace.h"

#include "core/meeting.h"

enum {
	/* Two pots of five took 32 s (approval, knapsack) to 48 s (score) less
	 * than two votes with one pot of five each. */
	SHARED = 300,
	EXPRESS = 297,
	EXPRESS_EACH = 4,
	EXPRESS_POT = 94,
};

static const struct {
	int ten, each; /* tenths of a second */
} paces[BALLOT_TYPE_COUNT] = {
#define PACE(type, ten, each) [BALLOT_##type] = {ten, each},
#include "tools/plan/pace.def"
#undef PACE
};

int pace_tenths(enum ballot_type type, int count)
{
	int more = count > PACE_TEN ? count - PACE_TEN : 0;

	return paces[type].ten + more * paces[type].each;
}

int pace_meeting_tenths(const struct meeting *meeting)
{
	int tenths = 0, slowest = 0;

	for (int i = 0; i < meeting->pot_count; i++) {
		enum ballot_type type = meeting->pots[i].ballot_type;
		int first, end, ten = paces[type].ten;

		meeting_pot_range(meeting, i, &first, &end);
		/* The table's line, here also followed below ten proposals. */
		tenths += ten + (end - first - PACE_TEN) * paces[type].each;
		if (i > 0)
			tenths -= SHARED;
		if (pace_tenths(type, end - first) > slowest)
			slowest = pace_tenths(type, end - first);
	}
	return tenths > slowest ? tenths : slowest;
}

int pace_express_tenths(int pots, int count)
{
	int more = count > PACE_TEN ? count - PACE_TEN : 0;

	return EXPRESS + (pots - 1) * EXPRESS_POT + more * EXPRESS_EACH;
}

int pace_target_s(int tenths)
{
	int base = paces[BALLOT_APPROVAL].ten;

	return (PACE_TARGET_S * tenths + base - 1) / base;
}
