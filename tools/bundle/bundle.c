#include "tools/bundle/bundle.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "core/rule_kind.h"
#include "counting/counting.h"
#include "counting/counting_missing.h"
#include "counting/pot_election.h"
#include "rules/count.h"
#include "rules/election.h"

void bundle_free(struct bundle *bundle)
{
	if (!bundle)
		return;
	free(bundle->definition);
	meeting_free(bundle->meeting);
	free(bundle->slots);
	free(bundle->slips);
	free(bundle->rows);
	collected_free(&bundle->collected);
	hand_free(bundle->hand);
	count_ballots_free(&bundle->ballots);
	decision_free(bundle->decisions, bundle->decision_count);
	free(bundle);
}

bool decision_replaces(const struct decision *decision,
		       const struct decision *before)
{
	if ((decision->kind == DECISION_LEFT) !=
	    (before->kind == DECISION_LEFT))
		return false;
	if (decision->kind == DECISION_LEFT)
		return decision->pot == before->pot;
	return decision_names(decision, before->pot, before->proposal,
			      before->count);
}

bool bundle_replaced(const struct bundle *bundle, int index)
{
	for (int i = index + 1; i < bundle->decision_count; i++)
		if (decision_replaces(&bundle->decisions[i],
				      &bundle->decisions[index]))
			return true;
	return false;
}

void bundle_signer_set(struct bundle *bundle,
		       const unsigned char signer[BUNDLE_SIGNER_BYTES])
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char *at = bundle->fingerprint;

	memcpy(bundle->signer, signer, sizeof(bundle->signer));
	crypto_hash_sha256(hash, signer, BUNDLE_SIGNER_BYTES);
	for (int i = 0; i < BUNDLE_FINGERPRINT / 5; i++)
		at += sprintf(at, "%s%02x%02x", i ? " " : "", hash[2 * i],
			      hash[2 * i + 1]);
}

void bundle_makers_set(struct bundle *bundle)
{
	struct paper_maker makers[PAPER_MAKERS];

	paper_makers(makers);
	for (int i = 0; i < PAPER_MAKERS; i++)
		snprintf(bundle->makers[i], BUNDLE_VERSION, "%s",
			 makers[i].version);
}

bool bundle_makers_here(const struct bundle *bundle)
{
	struct paper_maker makers[PAPER_MAKERS];

	paper_makers(makers);
	for (int i = 0; i < PAPER_MAKERS; i++)
		if (strcmp(makers[i].version, bundle->makers[i]) != 0)
			return false;
	return true;
}

void bundle_stand(struct bundle *bundle)
{
	hand_tally(bundle->meeting, bundle->hand, &bundle->tally,
		   &bundle->standing);
}

/* The election of POT from the slots that are filled. */
static enum status pot_elect(struct bundle *bundle, int pot)
{
	struct election_builder *builder =
	    pot_election_begin(bundle->meeting, pot);
	enum status status = builder ? STATUS_OK : STATUS_MEMORY;

	for (int i = 0; i < bundle->slot_count && status == STATUS_OK; i++)
		if (bundle->slots[i].filled)
			status = pot_election_add(builder, bundle->meeting, pot,
						  &bundle->slots[i].ballot, 1);
	if (status == STATUS_OK) {
		bundle->ballots.of[pot] = election_build(builder);
		status = bundle->ballots.of[pot] ? STATUS_OK : STATUS_MEMORY;
	}
	election_builder_free(builder);
	return status;
}

enum status bundle_elect(struct bundle *bundle)
{
	enum status status = STATUS_OK;

	for (int pot = 0;
	     pot < bundle->meeting->pot_count && status == STATUS_OK; pot++)
		if (pot_whole_ballots(&bundle->meeting->pots[pot]))
			status = pot_elect(bundle, pot);
	return status;
}

bool bundle_overruled(const struct bundle *bundle)
{
	return bundle->hand && bundle->hand->stands &&
	       !hand_agrees(bundle->meeting, bundle->hand, &bundle->tally);
}

enum status bundle_count(const struct bundle *bundle,
			 const struct decision *extra, int extra_count,
			 struct result *ret_result)
{
	int count = bundle->decision_count + extra_count;
	struct decision *all = calloc((size_t)count + 1, sizeof(*all));
	enum status status;

	if (!all)
		return STATUS_MEMORY;
	for (int i = 0; i < count; i++)
		all[i] = i < bundle->decision_count
			     ? bundle->decisions[i]
			     : extra[i - bundle->decision_count];
	status = count_meeting(bundle->meeting, &bundle->standing,
			       &bundle->ballots, all, count, ret_result);
	free(all);
	return status;
}

enum status bundle_missing(const struct bundle *bundle,
			   const struct result *result, int award,
			   struct missing *ret_missing)
{
	return counting_missing(bundle->meeting, &bundle->standing,
				&bundle->ballots, bundle->decisions,
				bundle->decision_count, result, award,
				ret_missing);
}

int bundle_used(const struct bundle *bundle)
{
	int lost = bundle->roll.lost;

	return bundle->tally.ballots + (lost > 0 ? lost : 0);
}

int bundle_slips(const struct bundle *bundle)
{
	return bundle->roll.lost == ROLL_FEW ? 0 : bundle_used(bundle);
}

void bundle_lost(const struct bundle *bundle, char ret_text[LOST_TEXT])
{
	lost_text(bundle->roll.lost, bundle->meeting->publish_min, ret_text);
}

bool bundle_ballots_shown(const struct bundle *bundle)
{
	return bundle->closed &&
	       bundle->tally.ballots >= bundle->meeting->publish_min;
}

enum status bundle_give(struct bundle *bundle, enum status status,
			struct bundle **ret_bundle)
{
	if (status == STATUS_OK)
		*ret_bundle = bundle;
	else
		bundle_free(bundle);
	return status;
}

void bundle_root(const struct bundle *bundle, bool empty,
		 unsigned char ret_root[BOX_ROOT_BYTES])
{
	static const struct ballot blank;
	crypto_hash_sha256_state state;
	char text[BALLOT_TEXT + 1];

	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, bundle->definition_hash,
				  sizeof(bundle->definition_hash));
	for (int i = 0; i < bundle->slot_count; i++) {
		const struct bundle_slot *slot = &bundle->slots[i];
		bool filled = slot->filled && !empty;
		unsigned char used = filled ? BOX_FILLED : BOX_FREE;

		ballot_encode(bundle->meeting, filled ? &slot->ballot : &blank,
			      text);
		crypto_hash_sha256_update(&state, slot->id, sizeof(slot->id));
		crypto_hash_sha256_update(&state, &used, 1);
		crypto_hash_sha256_update(&state, (unsigned char *)text,
					  strlen(text));
	}
	crypto_hash_sha256_final(&state, ret_root);
}
