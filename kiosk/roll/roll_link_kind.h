/* roll_link_kind.h - what a kind of roll must do; within roll/ only.
 *
 * One function for each of roll_link.h, with the same meaning.
 */
#ifndef STEMMEBOKS_ROLL_LINK_KIND_H
#define STEMMEBOKS_ROLL_LINK_KIND_H

#include "roll/roll_link.h"

struct roll_link_kind {
	enum status (*claim)(struct roll_link *link,
			     const unsigned char hash[SLIP_HASH_BYTES],
			     uint64_t now_ms);
	void (*release)(struct roll_link *link);
	bool (*holds)(const struct roll_link *link,
		      const unsigned char hash[SLIP_HASH_BYTES]);
	enum status (*cast)(struct roll_link *link,
			    const unsigned char hash[SLIP_HASH_BYTES],
			    const struct ballot *ballot,
			    const struct random *random, uint64_t now_ms);
	void (*shown)(struct roll_link *link);
	bool (*work)(struct roll_link *link, uint64_t now_ms);
	enum roll_link_state (*state)(const struct roll_link *link);
	void (*free)(struct roll_link *link);
};

/* The first member of each kind's own struct. */
struct roll_link {
	const struct roll_link_kind *kind;
	struct store *store;
};

/* As roll_link_open(), for the roll in the file, and for a shared one. */
enum status roll_file_open(struct store *store, struct roll_link **ret_link);
enum status roll_server_open(struct store *store, struct roll_link **ret_link);

#endif
