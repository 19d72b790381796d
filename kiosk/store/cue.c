#include "store/cue.h"

#include "store/store_private.h"

enum status cue_add(struct store *store)
{
	struct query query;

	query_start(&store->connection, QUERY_CUE_ADD, &query);
	return query_run(&query, NULL);
}

enum status cue_end(struct store *store)
{
	static const struct cue clear = {.kind = CUE_CLEAR};
	char text[CUE_TEXT];
	struct query query;

	cue_write(&clear, text);
	query_start(&store->connection, QUERY_CUE_END, &query);
	query_bind_text(&query, 1, text);
	return query_run(&query, NULL);
}

enum status cue_give(struct store *store, const struct cue *cue)
{
	char text[CUE_TEXT];
	struct query query;
	enum phase phase;
	enum status status = transaction_begin(&store->connection);

	if (status != STATUS_OK)
		return status;
	status = store_phase(store, &phase);
	if (status == STATUS_OK && cue->kind == CUE_SCENE &&
	    !scene_allowed(cue->scene, phase))
		status = STATUS_PHASE;
	if (status == STATUS_OK) {
		cue_write(cue, text);
		query_start(&store->connection, QUERY_CUE_SET, &query);
		query_bind_text(&query, 1, text);
		status = query_run(&query, NULL);
	}
	status = transaction_end(&store->connection, status);
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

enum status cue_newest(struct store *store, int *ret_number,
		       struct cue *ret_cue)
{
	int number = 0;
	struct query query;
	struct cue cue = {0};
	enum status status;

	query_start(&store->connection, QUERY_CUE, &query);
	if (!query_next(&query))
		query_damaged(&query);
	else
		number = query_int(&query, 0);
	if (number != 0 &&
	    (number < 0 || cue_parse(query_text(&query, 1), &cue) != STATUS_OK))
		query_damaged(&query);
	status = query_end(&query);
	if (status != STATUS_OK)
		return status;
	if (number)
		*ret_cue = cue;
	*ret_number = number;
	return STATUS_OK;
}

enum status cue_verify(struct store *store)
{
	struct cue cue;
	int number;

	return cue_newest(store, &number, &cue);
}
