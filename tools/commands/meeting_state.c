#include "tools/commands/meeting_state.h"

#include "store/hand.h"
#include "store/pin.h"
#include "tools/commands/shared_roll.h"

enum { READS = 20 };

static enum status hand_read(struct store *store, struct meeting_state *state)
{
	struct hand_count *count = NULL;
	enum status status = hand_newest(store, &count);

	if (status != STATUS_OK)
		return status;
	state->hand_ballots = count ? count->ballots : -1;
	state->hand_stands = count && count->stands;
	hand_free(count);
	return STATUS_OK;
}

static enum status read_once(struct store *store,
			     struct meeting_state *ret_state)
{
	enum status status = store_phase(store, &ret_state->phase);

	if (status == STATUS_OK)
		status = roll_count(store, &ret_state->slips);
	if (status == STATUS_OK)
		status =
		    box_filled(store, &ret_state->filled, &ret_state->slots);
	if (status == STATUS_OK)
		status = meeting_file_root(store, ret_state->root);
	if (status == STATUS_OK)
		status = pin_exists(store, &ret_state->pin);
	if (status == STATUS_OK)
		status = hand_read(store, ret_state);
	return status;
}

/* Asks the shared roll while only it knows what is used; afterwards the file
 * does. */
static enum status roll_read(struct store *store, struct meeting_state *state)
{
	if (state->kind != FILE_ORGANISERS || state->phase <= PHASE_READY ||
	    state->phase >= PHASE_CLOSED)
		return STATUS_OK;
	state->roll = shared_roll_look(store, &state->slips, &state->filled);
	return state->roll == STATUS_ROLL_AWAY ||
		       state->roll == STATUS_DISAGREES
		   ? STATUS_OK
		   : state->roll;
}

/* Read again while the kiosk wrote between the numbers. */
enum status meeting_state_read(struct store *store,
			       struct meeting_state *ret_state)
{
	struct meeting_state state = {.picture = ""};
	uint32_t before = 0, after = 1;

	state.practice = store_meeting(store)->practice;
	meeting_file_code(store, state.code);
	state.pictures = store_pictures_check(store, state.picture);
	for (int i = 0; i < READS && before != after; i++) {
		enum status status = store_version(store, &before);

		if (status == STATUS_OK)
			status = deal_read(store, &state.deal);
		if (status == STATUS_OK)
			status = file_kind(store, &state.kind);
		if (status == STATUS_OK)
			status = read_once(store, &state);
		if (status == STATUS_OK)
			status = store_version(store, &after);
		if (status != STATUS_OK)
			return status;
	}
	*ret_state = state;
	return roll_read(store, ret_state);
}

bool meeting_state_elsewhere(const struct meeting_state *state)
{
	return state->kind == FILE_ORGANISERS || state->kind == FILE_BOX;
}

bool meeting_state_agrees(const struct meeting_state *state)
{
	const struct roll_count *slips = &state->slips;
	int lost = slips->lost > 0 ? slips->lost : 0;

	return slips->printed == slips->used + slips->voided + slips->unused +
				     slips->in_use &&
	       (meeting_state_elsewhere(state) ||
		(slips->printed == state->slots &&
		 slips->used == state->filled + lost));
}
