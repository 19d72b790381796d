#include "tools/plan/setup.h"

#include "tools/slips/slip_layout.h"

static int divide_up(int number, int by)
{
	return (number + by - 1) / by;
}

struct setup setup_for(int kiosks, int voters)
{
	return (struct setup){
	    .kiosks = kiosks,
	    .voters = voters,
	    .width_cm = kiosks * SETUP_KIOSK_CM,
	    .helpers = divide_up(kiosks, SETUP_KIOSKS_EACH_HELPER),
	    .sheets = divide_up(voters, slip_layout_each(slip_layout(SLIP_A4))),
	    .slips_each = divide_up(voters, kiosks),
	};
}
