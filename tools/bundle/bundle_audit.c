/* Following the chain of the organisers' acts in a published folder. */
#include "tools/bundle/bundle_verify.h"

#include <sodium.h>
#include <string.h>

#include "words/words.h"

enum { HASH = 32, NUMBER_TEXT = 16 };

static void hash_text(crypto_hash_sha256_state *state, const char *text)
{
	crypto_hash_sha256_update(state, (const unsigned char *)text,
				  strlen(text) + 1);
}

/* The hash that the first row goes on from. */
static void hash_start(const struct bundle *bundle,
		       unsigned char ret_hash[HASH])
{
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	hash_text(&state, "stemmeboks audit 1");
	crypto_hash_sha256_update(&state, bundle->definition_hash,
				  sizeof(bundle->definition_hash));
	crypto_hash_sha256_final(&state, ret_hash);
}

/* Goes on from *HASH by ROW. */
static void hash_row(const struct audit_row *row, unsigned char hash[HASH])
{
	crypto_hash_sha256_state state;
	char number[NUMBER_TEXT];

	snprintf(number, sizeof(number), "%d", row->number);
	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, hash, HASH);
	hash_text(&state, number);
	hash_text(&state, row->at);
	hash_text(&state, act_name(row->act));
	hash_text(&state, row->detail);
	crypto_hash_sha256_update(&state, row->root, sizeof(row->root));
	crypto_hash_sha256_final(&state, hash);
}

/* The line of row INDEX: below the head, from 1. */
static int line_of(int index)
{
	return index + 2;
}

static enum status follow(const struct bundle *bundle,
			  struct complaint *complaint)
{
	unsigned char hash[HASH];
	enum phase phase = PHASE_DRAFT;

	hash_start(bundle, hash);
	for (int i = 0; i < bundle->row_count; i++) {
		const struct audit_row *row = &bundle->rows[i];

		hash_row(row, hash);
		if (row->number != i + 1 ||
		    memcmp(hash, row->hash, sizeof(hash)) != 0)
			return complain(complaint, "audit.csv", line_of(i),
					_("The chain of acts breaks here."));
		if (!act_allowed(row->act, phase))
			return complain(complaint, "audit.csv", line_of(i),
					_("This act is not possible in the "
					  "phase \"%s\"."),
					words_get(phase_text(phase)));
		phase = act_leads_to(row->act, phase);
	}
	if (phase != PHASE_COUNTED && phase != PHASE_PUBLISHED)
		return complain(complaint, "audit.csv",
				line_of(bundle->row_count - 1),
				_("The acts end before the count."));
	return STATUS_OK;
}

/* From the last printing of slips, or the dealing of the kiosk's file, to the
 * closing the slots are these, and empty for all that was shown; from the
 * closing on, or from when boxes were put together, the box is the one that is
 * published. */
static enum status roots_check(const struct bundle *bundle,
			       struct complaint *complaint)
{
	unsigned char empty[BOX_ROOT_BYTES];
	int first = 0;
	bool closed = false;

	bundle_root(bundle, true, empty);
	for (int i = 0; i < bundle->row_count; i++)
		if (bundle->rows[i].act == ACT_PRINTED ||
		    bundle->rows[i].act == ACT_DEALT ||
		    bundle->rows[i].act == ACT_COLLECTED)
			first = i;
	for (int i = first; i < bundle->row_count; i++) {
		const struct audit_row *row = &bundle->rows[i];

		closed |= row->act == ACT_CLOSED || row->act == ACT_COLLECTED;
		if (!closed && bundle->slot_count == 0)
			continue;
		if (memcmp(row->root, closed ? bundle->root : empty,
			   BOX_ROOT_BYTES) != 0)
			return complain(complaint, "audit.csv", line_of(i),
					_("The box was another one then: "
					  "the box root differs."));
	}
	return STATUS_OK;
}

/* Every decision has its act, in the same order. */
static enum status decisions_check(const struct bundle *bundle,
				   struct complaint *complaint)
{
	char detail[AUDIT_DETAIL];
	int decided = 0;

	for (int i = 0; i < bundle->row_count; i++) {
		if (bundle->rows[i].act != ACT_DECIDED)
			continue;
		if (decided < bundle->decision_count)
			decision_describe(bundle->meeting,
					  &bundle->decisions[decided], detail);
		if (decided++ >= bundle->decision_count ||
		    strcmp(detail, bundle->rows[i].detail) != 0)
			return complain(complaint, "audit.csv", line_of(i),
					_("result.json tells another decision "
					  "than this one."));
	}
	if (decided != bundle->decision_count)
		return complain(complaint, "result.json", 0,
				_("A decision is missing in audit.csv."));
	return STATUS_OK;
}

static bool act_hand(enum act act)
{
	return act == ACT_RECOUNTED || act == ACT_OVERRULED;
}

/* The act that counting the urn was, after the acts before row INDEX; false
 * where only the numbers of a count that is not published could tell. */
static bool hand_act(const struct bundle *bundle, int index, enum act *ret_act)
{
	bool before = false;

	for (int i = 0; i < index; i++)
		if (act_hand(bundle->rows[i].act))
			before = strncmp(bundle->rows[i].detail, "hand ",
					 strlen("hand ")) == 0;
	*ret_act = bundle_overruled(bundle) ? ACT_OVERRULED : ACT_RECOUNTED;
	return !before;
}

/* The newest count of the urn is the one that the last act of that kind tells
 * of, and the act says rightly whether it moved the money. */
static enum status hand_check(const struct bundle *bundle,
			      struct complaint *complaint)
{
	int last = bundle->row_count - 1;
	char detail[AUDIT_DETAIL];
	enum act act;

	while (last >= 0 && !act_hand(bundle->rows[last].act))
		last--;
	if (last < 0 && !bundle->hand)
		return STATUS_OK;
	if (last < 0)
		return complain(complaint, "result.json", 0,
				_("The count by hand is missing in "
				  "audit.csv."));
	if (bundle->hand)
		hand_describe(bundle->meeting, bundle->hand, detail);
	if (!bundle->hand || strcmp(detail, bundle->rows[last].detail) != 0)
		return complain(complaint, "audit.csv", line_of(last),
				_("result.json tells another count by hand "
				  "than this one."));
	if (hand_act(bundle, last, &act) && bundle->rows[last].act != act)
		return complain(complaint, "audit.csv", line_of(last),
				act == ACT_OVERRULED
				    ? _("By this count the money went by other "
					"numbers, and the act does not say so.")
				    : _("By this count no number changed, but "
					"the act says so."));
	return STATUS_OK;
}

/* The act tells of the boxes that result.json names, of no others, and of as
 * many lost ballots. */
static enum status boxes_check(const struct bundle *bundle,
			       struct complaint *complaint)
{
	struct collected boxes = bundle->collected;
	char detail[AUDIT_DETAIL];
	int acts = 0;

	for (int i = 0; i < bundle->row_count; i++) {
		const struct audit_row *row = &bundle->rows[i];

		if (row->act != ACT_COLLECTED)
			continue;
		boxes.void_used = collected_void_used(row->detail);
		boxes.ballots = bundle->tally.ballots;
		collected_describe(&boxes, detail);
		if (acts++ || strcmp(detail, row->detail) != 0)
			return complain(complaint, "audit.csv", line_of(i),
					_("result.json tells other boxes than "
					  "this act."));
	}
	if (acts != (boxes.count > 0))
		return complain(complaint, "result.json", 0,
				_("The boxes are missing in audit.csv."));
	return STATUS_OK;
}

enum status bundle_audit_check(const struct bundle *bundle,
			       struct complaint *complaint)
{
	enum status status = follow(bundle, complaint);

	if (status == STATUS_OK)
		status = roots_check(bundle, complaint);
	if (status == STATUS_OK)
		status = decisions_check(bundle, complaint);
	if (status == STATUS_OK)
		status = boxes_check(bundle, complaint);
	if (status == STATUS_OK)
		status = hand_check(bundle, complaint);
	return status;
}
