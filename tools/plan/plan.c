#include "tools/plan/plan.h"

/* The row for KIOSKS, if there can be so many. */
static enum status row_add(struct plan *plan, int kiosks)
{
	struct plan_row *row = &plan->rows[plan->row_count];

	if (kiosks < 1 || kiosks > QUEUE_KIOSKS)
		return STATUS_OK;
	row->kiosks = kiosks;
	plan->row_count++;
	return evenings_run(&plan->evenings, kiosks, &row->outcome);
}

/* How many kiosks the minutes need, and how many if half went by numbers. */
static enum status least_find(struct plan *plan)
{
	struct evenings half = plan->evenings;
	int within_s = plan->minutes * 60;
	enum status status =
	    evenings_least(&plan->evenings, within_s, &plan->least);

	if (status == STATUS_LIMIT && plan->asked)
		return STATUS_OK;
	if (status != STATUS_OK || !plan->numbers || half.express_percent)
		return status;
	half.express_percent = PLAN_HALF;
	return evenings_least(&half, within_s, &plan->least_half);
}

enum status plan_work(struct plan *plan)
{
	enum status status = STATUS_OK;
	int kiosks;

	plan->least = plan->least_half = plan->row_count = 0;
	if (plan->minutes)
		status = least_find(plan);
	kiosks = plan->asked ? plan->asked : plan->least;
	if (status == STATUS_OK)
		status = row_add(plan, kiosks);
	if (status == STATUS_OK)
		status = row_add(plan, kiosks - 1);
	if (status == STATUS_OK)
		status = row_add(plan, kiosks + 1);
	return status;
}
