/* The slips of the roll, one after the other. */
#include "store/roll.h"

#include <stdio.h>
#include <string.h>

#include "store/store_private.h"

enum status roll_each_used(struct store *store,
			   enum status (*see)(void *context,
					      const unsigned char *hash),
			   void *context)
{
	enum status status, seen = STATUS_OK;
	struct query query;

	query_start(&store->connection, QUERY_ROLL_USED, &query);
	while (seen == STATUS_OK && query_next(&query)) {
		unsigned char hash[SLIP_HASH_BYTES];

		query_blob(&query, 0, hash, sizeof(hash));
		if (query.fault == 0)
			seen = see(context, hash);
	}
	status = query_end(&query);
	return status == STATUS_OK ? seen : status;
}

enum status roll_each(struct store *store,
		      enum status (*see)(void *context,
					 const struct roll_row *row),
		      void *context)
{
	enum status status, seen = STATUS_OK;
	struct query query;

	query_start(&store->connection, QUERY_ROLL_ALL, &query);
	while (seen == STATUS_OK && query_next(&query)) {
		struct roll_row row = {.serial = query_int(&query, 1),
				       .state = query_int(&query, 3),
				       .kiosk = query_int(&query, 4)};
		const char *kind = query_text(&query, 2);

		query_blob(&query, 0, row.hash, sizeof(row.hash));
		if (strlen(kind) >= sizeof(row.kind))
			query_damaged(&query);
		snprintf(row.kind, sizeof(row.kind), "%s", kind);
		if (query.fault == 0)
			seen = see(context, &row);
	}
	status = query_end(&query);
	return status == STATUS_OK ? seen : status;
}
