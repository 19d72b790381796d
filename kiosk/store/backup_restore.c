/* backup_restore(): a meeting file to go on with, from a copy. */
#include <stdio.h>
#include <string.h>

#include "store/backup.h"
#include "store/making.h"
#include "store/store_private.h"

/* The reason in the act `restored` may not make its row too long. */
_Static_assert(BACKUP_REASON + 12 < AUDIT_DETAIL, "a detail has room for it");

static enum status tell_restored(struct store *made, const char *reason,
				 const char *at, struct backup *ret_backup)
{
	char detail[AUDIT_DETAIL];
	int rows = 0, slots;
	enum status status = audit_begin(made, &rows);

	if (status != STATUS_OK)
		return status;
	status = store_phase(made, &ret_backup->phase);
	if (status == STATUS_OK)
		status = roll_count(made, &ret_backup->slips);
	if (status == STATUS_OK)
		status = box_filled(made, &ret_backup->ballots, &slots);
	if (status == STATUS_OK && ret_backup->phase == PHASE_OPEN)
		status = audit_add(made, ACT_PAUSED, "", at);
	snprintf(detail, sizeof(detail), "%d %s", ret_backup->ballots, reason);
	if (status == STATUS_OK)
		status = audit_add(made, ACT_RESTORED, detail, at);
	return audit_end(made, status, rows);
}

enum status backup_restore(struct store *copy, const char *path,
			   const char *reason, const char *at,
			   struct backup *ret_backup)
{
	struct backup backup = {0};
	struct store *made = NULL;
	char *new_path = NULL;
	enum status status = strlen(reason) < BACKUP_REASON
				 ? making_begin(copy, path, &new_path)
				 : STATUS_LIMIT;

	if (status != STATUS_OK)
		return status;
	status = file_copy(copy, new_path);
	if (status == STATUS_OK)
		status = store_open(new_path, STORE_WRITE, &made);
	if (status == STATUS_OK)
		status = tell_restored(made, reason, at, &backup);
	store_free(made);
	status = making_end(new_path, path, status);
	if (status == STATUS_OK)
		*ret_backup = backup;
	return status;
}
