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
	if (phase != PHASE_COUNTED)
		return complain(complaint, "audit.csv",
				line_of(bundle->row_count - 1),
				_("The acts end before the count."));
	return STATUS_OK;
}

/* From the last printing of slips to the closing the slots are these, and
 * empty for all that was shown; from the closing on the box is the one that is
 * published. */
static enum status roots_check(const struct bundle *bundle,
			       struct complaint *complaint)
{
	unsigned char empty[BOX_ROOT_BYTES];
	int first = 0;
	bool closed = false;

	bundle_root(bundle, true, empty);
	for (int i = 0; i < bundle->row_count; i++)
		if (bundle->rows[i].act == ACT_PRINTED)
			first = i;
	for (int i = first; i < bundle->row_count; i++) {
		const struct audit_row *row = &bundle->rows[i];

		closed |= row->act == ACT_CLOSED;
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

/* The detail that the act of DECISION has: it ends in a SHA-256 of all that was
 * decided. */
static void decision_detail(const struct meeting *meeting,
			    const struct decision *decision,
			    char ret_detail[AUDIT_DETAIL])
{
	const char *kind = decision->kind == DECISION_LOTS ? "lots" : "agreed";
	const char *pot = meeting->pots[decision->pot].key;
	char hex[BUNDLE_HASH_HEX + 1], number[NUMBER_TEXT];
	crypto_hash_sha256_state state;
	unsigned char hash[HASH];

	crypto_hash_sha256_init(&state);
	hash_text(&state, kind);
	hash_text(&state, pot);
	for (int i = 0; i < decision->count; i++) {
		snprintf(number, sizeof(number), "%d",
			 meeting->proposals[decision->proposal[i]].number);
		hash_text(&state, number);
	}
	hash_text(&state, decision->reason);
	crypto_hash_sha256_final(&state, hash);
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	snprintf(ret_detail, AUDIT_DETAIL, "%s %s %s", kind, pot, hex);
}

/* Every decision about a tie has its act, in the same order. */
static enum status decisions_check(const struct bundle *bundle,
				   struct complaint *complaint)
{
	char detail[AUDIT_DETAIL];
	int decided = 0;

	for (int i = 0; i < bundle->row_count; i++) {
		if (bundle->rows[i].act != ACT_DECIDED)
			continue;
		if (decided < bundle->decision_count)
			decision_detail(bundle->meeting,
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

enum status bundle_audit_check(const struct bundle *bundle,
			       struct complaint *complaint)
{
	enum status status = follow(bundle, complaint);

	if (status == STATUS_OK)
		status = roots_check(bundle, complaint);
	if (status == STATUS_OK)
		status = decisions_check(bundle, complaint);
	return status;
}
