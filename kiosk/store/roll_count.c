/* How many slips there are in each state, and what of it may be told. */
#include "store/roll.h"

#include "store/collected.h"
#include "store/store_private.h"

enum status roll_count_states(struct store *store, struct roll_count *ret_count)
{
	struct roll_count count = {0};
	struct query query;
	enum status status;

	query_start(&store->connection, QUERY_ROLL_COUNT, &query);
	while (query_next(&query)) {
		int slips = (int)query_number(&query, 1);

		count.printed += slips;
		switch (query_number(&query, 0)) {
		case SLIP_UNUSED:
			count.unused = slips;
			break;
		case SLIP_IN_USE:
			count.in_use = slips;
			break;
		case SLIP_USED:
			count.used = slips;
			break;
		case SLIP_VOID:
			count.voided = slips;
			break;
		default:
			query_damaged(&query);
		}
	}
	status = query_end(&query);
	if (status == STATUS_OK)
		*ret_count = count;
	return status;
}

enum status roll_lost(struct store *store, int *ret_lost)
{
	struct query query;
	int lost = 0;
	enum status status;

	*ret_lost = 0;
	if (!meeting_shares_roll(store->meeting))
		return STATUS_OK;
	query_start(&store->connection, QUERY_AUDIT_DETAILS, &query);
	query_bind_text(&query, 1, act_name(ACT_COLLECTED));
	while (query_next(&query))
		lost = collected_lost(query_text(&query, 0));
	status = query_end(&query);
	if (status == STATUS_OK)
		*ret_lost = lost;
	return status;
}

void roll_hide_few(struct roll_count *count, int ballots)
{
	count->unused += count->used - ballots;
	count->used = ballots;
	count->lost = ROLL_FEW;
}

enum status roll_count(struct store *store, struct roll_count *ret_count)
{
	struct roll_count count;
	int filled, slots;
	enum status status = roll_count_states(store, &count);

	if (status == STATUS_OK)
		status = roll_lost(store, &count.lost);
	if (status == STATUS_OK && count.lost == ROLL_FEW) {
		status = box_filled(store, &filled, &slots);
		if (status == STATUS_OK)
			roll_hide_few(&count, filled);
	}
	if (status == STATUS_OK)
		*ret_count = count;
	return status;
}
