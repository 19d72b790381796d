#include "app/live_release.h"

#include <sodium/utils.h>
#include <string.h>

#include "store/live.h"
#include "store/store.h"

enum status live_release_start(struct live_release *live, struct store *store)
{
	live->store = store;
	if (store_meeting(store)->live != LIVE_BATCHES)
		return STATUS_OK;
	live->release = release_new(store_meeting(store));
	return live->release ? STATUS_OK : STATUS_MEMORY;
}

void live_release_end(struct live_release *live)
{
	release_free(live->release);
	sodium_memzero(live, sizeof(*live));
}

void live_release_add(struct live_release *live, const struct ballot *ballot)
{
	if (live->release)
		(void)release_add(live->release, ballot);
}

/* What was not shown after these outcomes never is, but in the result: voting
 * is over; or it may be in the file already, or does not fit in. */
static bool is_settled(enum status status)
{
	return status == STATUS_OK || status == STATUS_PHASE ||
	       status == STATUS_UNCERTAIN || status == STATUS_LIMIT;
}

enum status live_release_write(struct live_release *live,
			       const struct random *random)
{
	enum status status;

	if (!live->release)
		return STATUS_OK;
	while (release_batch(live->release, random, &live->waiting))
		;
	if (live->waiting.ballots == 0)
		return STATUS_OK;
	status = live_publish(live->store, &live->waiting);
	live->shown += status == STATUS_OK || status == STATUS_UNCERTAIN;
	if (is_settled(status))
		live->waiting = (struct snapshot){0};
	return status;
}
