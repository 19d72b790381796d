/* store_create(): a new meeting file, whole or not at all. */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/definition.h"
#include "store/making.h"
#include "store/store_private.h"

static const char journal_suffix[] = "-journal";

enum status file_claim(const char *path)
{
	int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (file < 0 && errno == EEXIST && !making_there(path)) {
		file_remove(path);
		file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	}
	if (file < 0)
		return errno == EEXIST ? STATUS_FILE_EXISTS : STATUS_FILE_WRITE;
	close(file);
	return STATUS_OK;
}

void file_remove(const char *path)
{
	size_t size = strlen(path) + sizeof(journal_suffix);
	char *journal = malloc(size);

	(void)unlink(path);
	if (!journal)
		return;
	snprintf(journal, size, "%s%s", path, journal_suffix);
	(void)unlink(journal);
	free(journal);
}

enum status file_without(const char *path, enum status status)
{
	file_remove(path);
	/* The file is gone, so nothing is uncertain any more. */
	return status == STATUS_UNCERTAIN ? STATUS_STORE : status;
}

static enum status sync_path(const char *path, int flags)
{
	int file = open(path, flags | O_CLOEXEC);
	int fault;

	if (file < 0)
		return STATUS_FILE_WRITE;
	fault = fsync(file);
	close(file);
	return fault ? STATUS_FILE_WRITE : STATUS_OK;
}

enum status file_sync(const char *path)
{
	enum status status = sync_path(path, O_RDWR);
	char *copy = strdup(path);

	if (!copy)
		return STATUS_MEMORY;
	if (status == STATUS_OK)
		status = sync_path(dirname(copy), O_RDONLY | O_DIRECTORY);
	free(copy);
	return status;
}

enum status file_copy(struct store *store, const char *path)
{
	struct connection *connection = &store->connection;
	struct query query;
	enum status status;

	query_start(connection, QUERY_SET_WRITE, &query);
	status = query_run(&query, NULL);
	if (status == STATUS_OK) {
		query_start(connection, QUERY_COPY_INTO, &query);
		query_bind_text(&query, 1, path);
		status = query_run(&query, NULL);
	}
	if (!connection->writes) {
		query_start(connection, QUERY_SET_READ, &query);
		(void)query_run(&query, NULL);
	}
	return status;
}

static enum status add_meeting(struct store *store)
{
	char phase[PHASE_WIDTH + 1];
	struct query query;

	phase_write(PHASE_DRAFT, phase);
	query_start(&store->connection, QUERY_MEETING_ADD, &query);
	query_bind_text(&query, 1, phase);
	query_bind_blob(&query, 2, store->definition_hash,
			sizeof(store->definition_hash));
	query_bind_text(&query, 3, store->definition);
	return query_run(&query, NULL);
}

static enum status make(const char *path, struct store *store,
			enum status (*fill)(struct store *store, void *context),
			void *context)
{
	enum status status = connection_create(path, &store->connection);

	if (status != STATUS_OK)
		return status;
	status = add_meeting(store);
	if (status == STATUS_OK)
		status = note_add(store);
	if (status == STATUS_OK)
		status = derived_add(store);
	if (status == STATUS_OK)
		status = live_add(store);
	if (status == STATUS_OK)
		status = cue_add(store);
	if (status == STATUS_OK)
		status = pin_add(store);
	if (status == STATUS_OK)
		status = wrong_add(store);
	if (status == STATUS_OK)
		status = fill(store, context);
	status = transaction_end(&store->connection, status);
	connection_close(&store->connection);
	return status;
}

enum status store_make(const char *path, struct store *store,
		       enum status (*fill)(struct store *store, void *context),
		       void *context)
{
	enum status status = file_claim(path);

	if (status != STATUS_OK)
		return status;
	status = make(path, store, fill, context);
	if (status == STATUS_OK)
		status = file_sync(path);
	if (status != STATUS_OK)
		file_remove(path);
	/* The file is gone, so nothing is uncertain any more. */
	if (status == STATUS_UNCERTAIN || status == STATUS_FILE_READ)
		status = STATUS_STORE;
	return status;
}

static enum status fill_new(struct store *store, void *context)
{
	return audit_add(store, ACT_MADE, "", context);
}

enum status store_create(const char *path, const struct meeting *meeting,
			 const char *at)
{
	char made_at[AUDIT_TIME];
	struct store store = {0};
	enum status status = definition_write(meeting, &store.definition);

	/* What could not be opened again is not made. */
	if (status == STATUS_OK)
		status = definition_read(store.definition, &store.meeting);
	if (status == STATUS_DAMAGED)
		status = STATUS_INPUT;
	if (status == STATUS_OK) {
		definition_hash(store.definition, store.definition_hash);
		snprintf(made_at, sizeof(made_at), "%s", at);
		status = store_make(path, &store, fill_new, made_at);
	}
	meeting_free(store.meeting);
	free(store.definition);
	return status;
}
