/* The phase as the file keeps it: a word of fixed length. */
#include <stdio.h>
#include <string.h>

#include "store/store_private.h"

bool phase_voting(enum phase phase)
{
	return phase == PHASE_OPEN || phase == PHASE_PAUSED;
}

void phase_write(enum phase phase, char ret_text[PHASE_WIDTH + 1])
{
	snprintf(ret_text, PHASE_WIDTH + 1, "%-*s", PHASE_WIDTH,
		 phase_name(phase));
}

static int phase_read(const char *text)
{
	for (int i = 0; i < PHASE_COUNT; i++) {
		char written[PHASE_WIDTH + 1];

		phase_write((enum phase)i, written);
		if (strcmp(text, written) == 0)
			return i;
	}
	return -1;
}

enum status phase_set(struct store *store, enum phase phase)
{
	char text[PHASE_WIDTH + 1];
	struct query query;

	phase_write(phase, text);
	query_start(&store->connection, QUERY_PHASE_SET, &query);
	query_bind_text(&query, 1, text);
	return query_run(&query, NULL);
}

enum status store_phase(struct store *store, enum phase *ret_phase)
{
	struct query query;
	enum status status;
	int phase = -1;

	query_start(&store->connection, QUERY_PHASE, &query);
	if (query_next(&query))
		phase = phase_read(query_text(&query, 0));
	if (phase < 0)
		query_damaged(&query);
	status = query_end(&query);
	if (status == STATUS_OK)
		*ret_phase = (enum phase)phase;
	return status;
}
