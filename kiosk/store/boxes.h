/* boxes.h - the boxes of several kiosks, or of several meetings, as one.
 *
 * All slots of all boxes are one box, and the roll says of a slip what the box
 * says that took it: used once at most. Only numbers are told of slips that
 * went wrong, never which.
 *
 * Where the kiosks shared a roll, their own rolls know nothing: what was used
 * stands in the organisers' file (part_is_roll()), which is then one of the
 * parts. How many voted at each kiosk is not told then, and else not where it
 * is one with few ballots, or would let one be worked out (collected_hide()).
 */
#ifndef STEMMEBOKS_BOXES_H
#define STEMMEBOKS_BOXES_H

#include "store/part.h"

enum boxes_wrong {
#define WRONG(name, spelled, status) BOXES_##name,
#include "store/boxes.def"
#undef WRONG
	BOXES_WRONGS
};

/* What is wrong with which part.
 *
 * OTHER: its definition is not that of part 0. ORIGIN: its acts do not begin
 * like those of part 0 up to the adoption of the rules. DEAL: it was not dealt
 * together with part `other`. TWICE: it is the same box as part `other`, or a
 * copy. REOPENED: the same, but one of them went on after the copy was made.
 * SPENT: `number` slips are used in more than one box; with a shared roll, as
 * kiosks were told, and how many ballots a missing box has is not known then.
 * SUMS: the slips are not used, void and unused, or there are not as many used
 * ones as ballots. ROLL: a shared roll, and none of the parts has it. FETCH: in
 * `part`, which has it, `number` slips are used, and there are `other` ballots,
 * and no box that is missing may have the others. MISSING: the box of kiosk
 * `number` is not there and nobody said why. HERE: the box of kiosk `number`
 * was said to be missing and is there, or was never dealt.
 */
struct boxes_fault {
	enum boxes_wrong wrong;
	int part, other, number;
};

/* A box that an organiser leaves out. */
struct boxes_missing {
	int kiosk;
	const char *reason; /* not "", below AUDIT_REASON bytes */
};

/* A slip of all rolls together. */
struct boxes_slip {
	const struct roll_row *row; /* in one of the parts */
	int state; /* enum slip_state; in use: of a box that was left out */
	bool void_somewhere;
};

struct boxes {
	int count;
	struct part *const *parts; /* borrowed */
	/* The part with the shared roll; NULL: each has its own. */
	const struct part *sharing;
	struct roll_count roll;
	struct tally tally;
	int slip_count;
	struct boxes_slip *slips; /* in no order */
	int prefix;		  /* so many acts are the same in all parts */
	/* One for each part, and one for each that was left out: by kiosk, then
	 * by root. */
	struct collected collected;
};

/* "twice": stable, for --json and tests; and what a command ends with. */
const char *boxes_wrong_name(enum boxes_wrong wrong);
enum status boxes_wrong_status(enum boxes_wrong wrong);

/* Puts the COUNT (> 0) PARTS together; they must outlive *RET_BOXES. With
 * MISSING NULL a box that is not there is no fault, MISSING_COUNT is then not
 * looked at, and nothing tells of it but RET_BOXES->collected, whose reason is
 * "?".
 *
 * With a shared roll more slips may be used than there are ballots, if a box is
 * missing: RET_BOXES->roll tells how many are lost, or that they are few, and
 * so does RET_BOXES->collected.
 *
 * STATUS_OK; STATUS_DISAGREES or STATUS_INPUT with *RET_FAULT saying what is
 * wrong; STATUS_MEMORY. Free with boxes_free(). */
enum status boxes_join(struct part *const *parts, int count,
		       const struct boxes_missing *missing, int missing_count,
		       struct boxes *ret_boxes, struct boxes_fault *ret_fault);
void boxes_free(struct boxes *boxes);

/* Makes PATH, a closed meeting file like that of STORE (one of the parts', for
 * definition and PIN), whose box and roll are BOXES; every part was read with
 * its texts. Its acts are those that all parts begin with, and then
 *`collected`.
 *
 * The filled slots are those of the parts. The free ones are as many as there
 * are slips that are not used, with ids made of all free slots of the parts:
 *
 *	first 16 bytes of SHA-256("stemmeboks free slot 1" NUL, I in decimal
 *NUL, SHA-256(all free ids in order))
 *
 * so that who has the boxes can make the same file again, and who has only this
 * one cannot find out by trying which ballots make up the root of which box.
 * Serials stand as on the stubs where no two slips have the same, else all are
 * given anew.
 *
 * STATUS_LIMIT above ROLL_SLIPS slips; STATUS_FILE_EXISTS, STATUS_FILE_WRITE,
 * STATUS_STORE, STATUS_MEMORY: no file is left behind. */
enum status boxes_write(const struct boxes *boxes, struct store *store,
			const char *path, const char *at);

#endif
