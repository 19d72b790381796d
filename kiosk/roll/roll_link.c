#include "roll/roll_link.h"

#include "roll/roll_link_kind.h"
#include "store/store.h"

enum status roll_link_open(struct store *store, struct roll_link **ret_link)
{
	return meeting_shares_roll(store_meeting(store))
		   ? roll_server_open(store, ret_link)
		   : roll_file_open(store, ret_link);
}

void roll_link_free(struct roll_link *link)
{
	if (link)
		link->kind->free(link);
}

enum status roll_link_claim(struct roll_link *link,
			    const unsigned char hash[SLIP_HASH_BYTES],
			    uint64_t now_ms)
{
	return link->kind->claim(link, hash, now_ms);
}

void roll_link_release(struct roll_link *link)
{
	link->kind->release(link);
}

bool roll_link_holds(const struct roll_link *link,
		     const unsigned char hash[SLIP_HASH_BYTES])
{
	return link->kind->holds(link, hash);
}

enum status roll_link_cast(struct roll_link *link,
			   const unsigned char hash[SLIP_HASH_BYTES],
			   const struct ballot *ballot,
			   const struct random *random, uint64_t now_ms)
{
	return link->kind->cast(link, hash, ballot, random, now_ms);
}

void roll_link_shown(struct roll_link *link)
{
	link->kind->shown(link);
}

bool roll_link_work(struct roll_link *link, uint64_t now_ms)
{
	return link->kind->work(link, now_ms);
}

enum roll_link_state roll_link_state(const struct roll_link *link)
{
	return link->kind->state(link);
}
