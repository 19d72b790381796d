#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/definition.h"
#include "store/file_mode.h"
#include "store/store_private.h"

static const char images_suffix[] = ".images";

static char *images_folder(const char *path)
{
	size_t size = strlen(path) + sizeof(images_suffix);
	char *images = malloc(size);

	if (images)
		snprintf(images, size, "%s%s", path, images_suffix);
	return images;
}

static enum status read_definition(struct store *store)
{
	struct query query;
	enum status status;

	query_start(&store->connection, QUERY_MEETING, &query);
	if (query_next(&query)) {
		query_blob(&query, 0, store->definition_hash,
			   sizeof(store->definition_hash));
		store->definition = strdup(query_text(&query, 1));
	} else {
		query_damaged(&query);
	}
	status = query_end(&query);
	if (status == STATUS_OK && !store->definition)
		status = STATUS_MEMORY;
	if (status == STATUS_OK)
		status = definition_verify(store);
	if (status == STATUS_OK)
		status = definition_read(store->definition, &store->meeting);
	return status;
}

enum status store_open(const char *path, enum store_mode mode,
		       struct store **ret_store)
{
	struct store_fault fault;

	return store_open_fault(path, mode, ret_store, &fault);
}

enum status store_open_fault(const char *path, enum store_mode mode,
			     struct store **ret_store,
			     struct store_fault *ret_fault)
{
	struct store *store = calloc(1, sizeof(*store));
	enum status status = STATUS_MEMORY;

	if (!store)
		return STATUS_MEMORY;
	store->images = images_folder(path);
	if (!store->images)
		goto out;
	status = connection_open(path, mode, &store->connection);
	if (status != STATUS_OK)
		goto out;
	status = snapshot_begin(&store->connection);
	if (status == STATUS_OK)
		status = read_definition(store);
	if (status == STATUS_OK)
		status = store_verify(store, mode);
	snapshot_end(&store->connection);
	if (status != STATUS_OK)
		goto out;
	if (mode == STORE_WRITE)
		status = file_mode_mend(path, &store->mended);
	if (status != STATUS_OK)
		goto out;
	/* What a program that was killed left in the journal. */
	if (mode == STORE_WRITE)
		connection_scrub(&store->connection);
	*ret_store = store;
	return STATUS_OK;
out:
	if (status == STATUS_DAMAGED)
		*ret_fault = store->fault;
	store_free(store);
	return status;
}

void store_free(struct store *store)
{
	if (!store)
		return;
	connection_close(&store->connection);
	meeting_free(store->meeting);
	free(store->definition);
	free(store->images);
	free(store);
}

const struct meeting *store_meeting(const struct store *store)
{
	return store->meeting;
}

const unsigned char *store_definition_hash(const struct store *store)
{
	return store->definition_hash;
}

const char *store_definition(const struct store *store)
{
	return store->definition;
}

bool store_mended(const struct store *store)
{
	return store->mended;
}

const char *store_images(const struct store *store)
{
	return store->images;
}

enum status store_version(struct store *store, uint32_t *ret_version)
{
	struct query query;
	enum status status;
	int64_t version = 0;

	query_start(&store->connection, QUERY_DATA_VERSION, &query);
	if (query_next(&query))
		version = query_number(&query, 0);
	status = query_end(&query);
	if (status == STATUS_OK)
		*ret_version = (uint32_t)version;
	return status;
}
