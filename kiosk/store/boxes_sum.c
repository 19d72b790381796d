/* All ballots of all boxes, and whether the slips agree: boxes_sum(). */
#include "store/boxes.h"
#include "store/boxes_private.h"

static void tally_join(struct tally *tally, const struct tally *more)
{
	tally->ballots += more->ballots;
	for (int i = 0; i < MEETING_POTS; i++)
		tally->blank[i] += more->blank[i];
	for (int i = 0; i < MEETING_PROPOSALS; i++) {
		tally->named[i] += more->named[i];
		tally->support[i] += more->support[i];
	}
}

/* How often a kiosk was told that a slip of its votes was used elsewhere, too.
 */
static int count_doubled(const struct boxes *boxes)
{
	int count = 0;

	for (int i = 0; i < boxes->count; i++)
		for (int j = 0; j < boxes->parts[i]->row_count; j++)
			count += boxes->parts[i]->rows[j].act == ACT_DOUBLED;
	return count;
}

/* The used slips without a ballot voted at a kiosk whose box is missing. How
 * many voted at one is not told where they are few. */
static void lose(struct boxes *boxes)
{
	struct collected *collected = &boxes->collected;
	int lost = boxes->roll.used - boxes->tally.ballots;

	if (lost < boxes_first(boxes)->publish_min)
		roll_hide_few(&boxes->roll, boxes->tally.ballots);
	else
		boxes->roll.lost = lost;
	collected->lost = boxes->roll.lost;
	/* Without a kiosk's number it is the first. */
	collected->boxes[0].used = boxes->roll.used;
}

static bool any_missing(const struct collected *collected)
{
	for (int i = 0; i < collected->count; i++)
		if (collected_missing(&collected->boxes[i]))
			return true;
	return false;
}

/* A shared roll has not as many used slips as there are ballots, or a box is
 * missing. What is lost is known only where no slip gave two ballots. */
static enum status sums_shared(struct boxes *boxes,
			       struct boxes_fault *ret_fault)
{
	int ballots = boxes->tally.ballots, used = boxes->roll.used, at = 0;
	int doubled = count_doubled(boxes);
	bool missing = any_missing(&boxes->collected);

	while (boxes->parts[at] != boxes->sharing)
		at++;
	if (missing && doubled > 0)
		return boxes_fault(ret_fault, BOXES_SPENT, 0, 0, doubled);
	if (ballots > used && doubled > 0)
		return boxes_fault(ret_fault, BOXES_SPENT, 0, 0,
				   ballots - used);
	if (ballots > used || !missing)
		return boxes_fault(ret_fault, BOXES_FETCH, at, ballots, used);
	if (used > ballots)
		lose(boxes);
	return STATUS_OK;
}

static enum status sums_agree(struct boxes *boxes,
			      struct boxes_fault *ret_fault)
{
	if (boxes->sharing && any_missing(&boxes->collected))
		return sums_shared(boxes, ret_fault);
	if (boxes->tally.ballots == boxes->roll.used)
		return STATUS_OK;
	return boxes->sharing ? sums_shared(boxes, ret_fault)
			      : boxes_fault(ret_fault, BOXES_SUMS, 0, 0, 0);
}

enum status boxes_sum(struct boxes *boxes, struct boxes_fault *ret_fault)
{
	enum status status;

	for (int i = 0; i < boxes->count; i++)
		tally_join(&boxes->tally, &boxes->parts[i]->tally);
	boxes->collected.ballots = boxes->tally.ballots;
	status = sums_agree(boxes, ret_fault);
	return status == STATUS_OK
		   ? collected_hide(&boxes->collected,
				    boxes_first(boxes)->publish_min)
		   : status;
}
