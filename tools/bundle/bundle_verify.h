/* bundle_verify.h - proving a published folder by making it again. */
#ifndef STEMMEBOKS_BUNDLE_VERIFY_H
#define STEMMEBOKS_BUNDLE_VERIFY_H

#include "store/definition.h"
#include "tools/bundle/bundle_read.h"

/* Each file can have a wrong sum and differ, and some say more. */
enum { VERDICT_COMPLAINTS = 2 * BUNDLE_FILES + 32, VERDICT_POT = 64 };

struct verdict {
	int complaint_count; /* beyond the last place they replace the last */
	struct complaint complaints[VERDICT_COMPLAINTS];
	int file_count;
	/* Whether the folder could be read; if not, no file was made again and
	 * the members below are empty. */
	bool compared;
	/* Whether the PDFs were made again too: not when other libraries made
	 * them than this machine has; then sums and signature vouch for them.
	 */
	bool pdfs_compared;
	int ballots;
	char lost[LOST_TEXT]; /* bundle_lost() */
	bool ballots_shown;
	/* Whether the money of some pots was not given away again, as their
	 * rules look at whole ballots and these are not published. */
	bool pots_told;
	int told_count;
	char told[MEETING_POTS][VERDICT_POT]; /* their keys, cut if long */
	/* What the minutes of the meeting must have, too. */
	char code[DEFINITION_CODE];
	char root[2 * BOX_ROOT_BYTES + 1];
	char fingerprint[BUNDLE_FINGERPRINT]; /* whose signature it is */
};

/* Checks FILES, a published folder: the signature and the sums of SHA256SUMS,
 * that no file is missing or too much (`extra` is not looked at), that the
 * ballots follow the rules and give the box root, the chain of the organisers'
 * acts, and every byte of every file by making it again from meeting.json,
 * votes.csv, free-slots.csv and the decisions. Two files follow from nothing:
 * of audit.csv the form, the chain, the box roots and the decisions are
 * checked, of slips.csv the form, the order and that it has as many slips as
 * there are ballots. Whose key signed is for people to compare: whoever changes
 * a folder can sign it anew, but not with the organisers' key. Without
 * votes.csv the totals in result.json are taken as they are, and of pots whose
 * rules look at whole ballots what it says became of their money: of these it
 * is checked that the money is there, that nobody is under a threshold or told
 * of twice, that no more pay than name a proposal, that all shares are the
 * pot's money or raised from there, and that the shares of those who pay are
 * enough.
 *
 * STATUS_OK; STATUS_DISAGREES with at least one complaint in *ret_verdict, the
 * sums' first, then the signature's, then one for every other thing and every
 * file that is wrong; STATUS_FILE_MISSING without our fonts; STATUS_MEMORY. The
 * language of the words is as before afterwards. */
enum status bundle_verify(const struct bundle_files *files,
			  struct verdict *ret_verdict);

#define BUNDLE_SUMS "SHA256SUMS"

/* Whether SHA256SUMS is one of FILES and has a line for NAME. */
bool bundle_sums_lists(const struct bundle_files *files, const char *name);

/* The SHA-256 that files have, in the order of the files. */
struct bundle_sums {
	char hex[BUNDLE_FILES][BUNDLE_HASH_HEX + 1];
};

void bundle_sum(const struct bundle_file *file,
		char ret_hex[BUNDLE_HASH_HEX + 1]);
void bundle_sums_make(const struct bundle_files *files,
		      struct bundle_sums *ret_sums);

/* The parts of bundle_verify(), which only does one after the other: first
 * this and bundle_signature_check(), which say whether FILES, whose sums are
 * SUMS, are what was signed; they read nothing else out of them. */
void bundle_sums_check(const struct bundle_files *files,
		       const struct bundle_sums *sums, struct verdict *verdict);

enum verify {
	VERIFY_ALL,   /* everything that is wrong is told */
	VERIFY_FIRST, /* ends where something is wrong: that is quicker */
};

/* Then whether FILES say what their sources give: all but sums and signature.
 * With VERIFY_FIRST PDFs are made only when all else is right; both ways
 * find the same folders wrong. As bundle_verify(), but adds its complaints to
 * those that VERDICT has, and STATUS_OK says that there were none to add. */
enum status bundle_contents_check(const struct bundle_files *files,
				  enum verify verify, struct verdict *verdict);

enum status bundle_audit_check(const struct bundle *bundle,
			       struct complaint *complaint);

/* STATUS_DISAGREES with one complaint for every file of PUBLISHED that is not
 * byte for byte that of MADE. */
enum status bundle_compare(const struct bundle_files *published,
			   const struct bundle_files *made,
			   struct verdict *verdict);
/* The same, while MADE is not whole yet: of the files that it has. */
enum status bundle_compare_made(const struct bundle_files *published,
				const struct bundle_files *made,
				struct verdict *verdict);

/* The next free place for a complaint; the last one is used again. */
struct complaint *verdict_place(struct verdict *verdict);

#endif
