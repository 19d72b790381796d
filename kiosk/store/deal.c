#include "store/deal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/note.h"
#include "store/roll.h"
#include "store/making.h"
#include "store/store_private.h"

static bool deal_valid(const struct deal *deal)
{
	if (deal->kiosk < 1 || deal->kiosk > deal->kiosks ||
	    deal->kiosks > KIOSKS_MOST ||
	    strnlen(deal->name, KIOSK_NAME) == KIOSK_NAME)
		return false;
	for (const char *at = deal->name; *at; at++)
		if ((unsigned char)*at < ' ' || *at == 127)
			return false;
	return true;
}

static void deal_describe(const struct deal *deal,
			  char ret_detail[AUDIT_DETAIL])
{
	snprintf(ret_detail, AUDIT_DETAIL, "%d of %d%s%s", deal->kiosk,
		 deal->kiosks, *deal->name ? " " : "", deal->name);
}

static bool deal_parse(const char *detail, struct deal *ret_deal)
{
	struct deal deal = {0};
	char again[AUDIT_DETAIL];
	int end = 0;

	if (sscanf(detail, "%3d of %3d%n", &deal.kiosk, &deal.kiosks, &end) !=
		2 ||
	    strlen(detail + end) > KIOSK_NAME)
		return false;
	snprintf(deal.name, sizeof(deal.name), "%s",
		 detail[end] ? detail + end + 1 : "");
	deal_describe(&deal, again);
	if (strcmp(again, detail) != 0 || !deal_valid(&deal))
		return false;
	*ret_deal = deal;
	return true;
}

enum status deal_read(struct store *store, struct deal *ret_deal)
{
	struct deal deal = {0};
	struct query query;
	enum status status;
	int rows = 0;

	query_start(&store->connection, QUERY_AUDIT_DETAILS, &query);
	query_bind_text(&query, 1, act_name(ACT_DEALT));
	while (query_next(&query))
		if (++rows > 1 || !deal_parse(query_text(&query, 0), &deal))
			query_damaged(&query);
	status = query_end(&query);
	if (status == STATUS_OK)
		*ret_deal = deal;
	return status;
}

enum status deal_part(struct store *store, enum deal_part *ret_part)
{
	struct deal deal;
	int collected = 0;
	enum status status = deal_read(store, &deal);

	if (status == STATUS_OK)
		status = audit_count_act(store, ACT_COLLECTED, &collected);
	if (status != STATUS_OK)
		return status;
	if (!meeting_shares_roll(store->meeting) || collected > 0)
		*ret_part = DEAL_ALL;
	else
		*ret_part = deal.kiosk ? DEAL_BOX : DEAL_ROLL;
	return STATUS_OK;
}

enum status kiosk_verify(struct store *store)
{
	struct deal deal;
	enum status status = deal_read(store, &deal);
	int number = 0;

	if (status == STATUS_OK)
		status = note_kiosk(store, &number);
	if (status == STATUS_OK && deal.kiosk && number != deal.kiosk)
		status = STATUS_DAMAGED;
	return status;
}

static enum status empty_box(struct store *copy)
{
	struct query query;

	query_start(&copy->connection, QUERY_BOX_EMPTY, &query);
	return query_run(&query, NULL);
}

/* Makes COPY, which is like the file it comes from, that of the kiosk DEAL. */
static enum status make_own(struct store *copy, const struct deal *deal,
			    const struct random *random, const char *at)
{
	char detail[AUDIT_DETAIL];
	struct roll_count slips;
	int rows = 0;
	enum status status = audit_begin(copy, &rows);

	if (status != STATUS_OK)
		return status;
	status = note_number_write(copy, deal->kiosk);
	if (status == STATUS_OK)
		status = empty_box(copy);
	if (status == STATUS_OK)
		status = roll_count(copy, &slips);
	if (status == STATUS_OK)
		status = box_add(copy, slips.printed, random);
	deal_describe(deal, detail);
	/* The row last: it carries the root of the box with its new slots. */
	if (status == STATUS_OK)
		status = audit_add(copy, ACT_DEALT, detail, at);
	status = audit_end(copy, status, rows);
	if (status == STATUS_OK)
		connection_vacuum(&copy->connection);
	return status;
}

static enum status deal_allowed(struct store *store, const struct deal *deal)
{
	struct deal before;
	enum phase phase;
	enum status status = store_phase(store, &phase);

	if (status == STATUS_OK && phase != PHASE_READY)
		status = STATUS_PHASE;
	if (status == STATUS_OK)
		status = deal_read(store, &before);
	if (status == STATUS_OK && before.kiosk)
		status = STATUS_CHANGED;
	if (status == STATUS_OK && !deal_valid(deal))
		status = STATUS_INPUT;
	return status;
}

enum status deal_write(struct store *store, const char *path,
		       const struct deal *deal, const struct random *random,
		       const char *at)
{
	struct store *copy = NULL;
	char *new_path = NULL;
	enum status status = deal_allowed(store, deal);

	if (status == STATUS_OK)
		status = making_begin(store, path, &new_path);
	if (status != STATUS_OK)
		return status;
	status = file_copy(store, new_path);
	if (status == STATUS_OK)
		status = store_open(new_path, STORE_WRITE, &copy);
	if (status == STATUS_OK)
		status = make_own(copy, deal, random, at);
	store_free(copy);
	return making_end(new_path, path, status);
}
