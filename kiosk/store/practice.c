#include "store/practice.h"

#include <stdlib.h>
#include <string.h>

#include "core/random.h"
#include "store/definition.h"
#include "store/store_private.h"

/* What goes into the new file's first transaction. */
struct practising {
	char pin[PIN_TEXT + 1];
	const char *at;
};

static enum status fill(struct store *store, void *context)
{
	const struct practising *practising = context;
	enum status status = pin_put(store, practising->pin);

	if (status == STATUS_OK)
		status = audit_add(store, ACT_MADE, "", practising->at);
	return status;
}

/* MEETING as another one. Its strings stay those of the first. */
static void rename_meeting(const struct meeting *meeting,
			   const struct random *random,
			   struct meeting *ret_other)
{
	unsigned char two[2];

	*ret_other = *meeting;
	ret_other->practice = true;
	ret_other->roll_url = "";
	random->fill(random->context, ret_other->id, sizeof(ret_other->id));
	do {
		random->fill(random->context, two, sizeof(two));
		slip_code(two, ret_other->code);
	} while (strcmp(ret_other->code, meeting->code) == 0);
}

enum status practice_write(struct store *store, const char *path,
			   const struct random *random, const char *at)
{
	struct practising practising = {.at = at};
	struct store made = {.meeting = malloc(sizeof(*made.meeting))};
	enum status status = STATUS_MEMORY;

	if (!made.meeting)
		return status;
	rename_meeting(store->meeting, random, made.meeting);
	status = pin_get(store, practising.pin);
	if (status == STATUS_OK)
		status = definition_write(made.meeting, &made.definition);
	if (status != STATUS_OK)
		goto out;
	definition_hash(made.definition, made.definition_hash);
	status = store_make(path, &made, fill, &practising);
out:
	free(made.definition);
	free(made.meeting);
	return status;
}
