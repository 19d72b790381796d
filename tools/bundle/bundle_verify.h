/* bundle_verify.h - proving a published folder by making it again. */
#ifndef STEMMEBOKS_BUNDLE_VERIFY_H
#define STEMMEBOKS_BUNDLE_VERIFY_H

#include "tools/bundle/bundle_read.h"

enum { VERDICT_COMPLAINTS = 8 };

struct verdict {
	int complaint_count; /* those beyond the last place are dropped */
	struct complaint complaints[VERDICT_COMPLAINTS];
	/* Of the folder, if it could be read. */
	int file_count;
	int ballots;
	bool ballots_shown;
	/* A file that is worded differently here; its numbers agree. */
	struct complaint worded;
};

/* Checks FILES, a published folder: the sums of SHA256SUMS, that no file is
 * missing or too much, that the ballots follow the rules and give the box root,
 * the chain of the organisers' acts, and every byte of every file that follows
 * from others by making it again from meeting.json, votes.csv and the
 * decisions.
 *
 * STATUS_OK; STATUS_DISAGREES with at least one complaint in *ret_verdict, the
 * sums' first; STATUS_MEMORY. The language of the words is as before
 * afterwards. */
enum status bundle_verify(const struct bundle_files *files,
			  struct verdict *ret_verdict);

/* The parts of it. */
void bundle_sums_check(const struct bundle_files *files,
		       struct verdict *verdict);
enum status bundle_audit_check(const struct bundle *bundle,
			       struct complaint *complaint);
enum status bundle_compare(const struct bundle_files *published,
			   const struct bundle_files *made,
			   struct verdict *verdict);

/* The next free place for a complaint; the last one is used again. */
struct complaint *verdict_place(struct verdict *verdict);

#endif
