/* The roll in the meeting's own file: claiming is looking up, and the cast
 * spends the slip. */
#include <stdlib.h>

#include "roll/roll_link_kind.h"
#include "store/box.h"
#include "store/roll.h"

static enum status claim(struct roll_link *link,
			 const unsigned char hash[SLIP_HASH_BYTES],
			 uint64_t now_ms)
{
	(void)now_ms;
	return roll_look_up(link->store, hash);
}

static void release(struct roll_link *link)
{
	(void)link;
}

/* The cast finds out. */
static bool holds(const struct roll_link *link,
		  const unsigned char hash[SLIP_HASH_BYTES])
{
	(void)link;
	(void)hash;
	return true;
}

static enum status cast(struct roll_link *link,
			const unsigned char hash[SLIP_HASH_BYTES],
			const struct ballot *ballot,
			const struct random *random, uint64_t now_ms)
{
	(void)now_ms;
	return box_cast(link->store, hash, ballot, random);
}

static void shown(struct roll_link *link)
{
	(void)link;
}

static bool work(struct roll_link *link, uint64_t now_ms)
{
	(void)link;
	(void)now_ms;
	return false;
}

static enum roll_link_state state(const struct roll_link *link)
{
	(void)link;
	return ROLL_LINK_READY;
}

static void file_free(struct roll_link *link)
{
	free(link);
}

static const struct roll_link_kind kind = {claim, release, holds, cast,
					   shown, work,	   state, file_free};

enum status roll_file_open(struct store *store, struct roll_link **ret_link)
{
	struct roll_link *link = calloc(1, sizeof(*link));

	if (!link)
		return STATUS_MEMORY;
	*link = (struct roll_link){&kind, store};
	*ret_link = link;
	return STATUS_OK;
}
