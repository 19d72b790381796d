/* What the panel must know, read from the meeting's file. */
#include <sodium/utils.h>
#include <stdio.h>
#include <string.h>

#include "app/kiosk_booth.h"
#include "app/kiosk_panel_inside.h"
#include "counting/counting.h"
#include "store/audit.h"
#include "store/backup.h"
#include "store/box.h"
#include "store/deal.h"
#include "store/definition.h"
#include "store/pin.h"
#include "store/roll.h"
#include "store/store.h"

/* A kind that is not in NAMES yet, while there is room. */
static enum status kind_see(void *context, const struct roll_row *row)
{
	struct panel_names *names = context;

	for (int i = 0; i < names->count; i++)
		if (strcmp(names->name[i], row->kind) == 0)
			return STATUS_OK;
	if (names->count < PANEL_NAMES)
		strcpy(names->name[names->count++], row->kind);
	return STATUS_OK;
}

/* Those of the slips so far; for everyone there may always be more. */
static enum status read_kinds(struct store *store, struct panel_facts *facts)
{
	memset(&facts->kinds, 0, sizeof(facts->kinds));
	facts->kinds.count = 1;
	return roll_each(store, kind_see, &facts->kinds);
}

static enum status read_slips(struct store *store, struct panel_facts *facts)
{
	struct roll_count count;
	int slots;
	enum status status = roll_count(store, &count);

	if (status != STATUS_OK)
		return status;
	facts->printed = count.printed;
	facts->used = count.used;
	facts->voided = count.voided;
	facts->unused = count.unused + count.in_use;
	return box_filled(store, &facts->filled, &slots);
}

/* Which of several kiosks with a shared roll this is. */
static enum status read_kiosk(struct store *store, struct panel_facts *facts)
{
	enum deal_part part;
	struct deal deal;
	enum status status = deal_part(store, &part);

	if (status == STATUS_OK)
		status = deal_read(store, &deal);
	if (status == STATUS_OK)
		facts->kiosk = part == DEAL_BOX ? deal.kiosk : 0;
	if (status == STATUS_OK)
		facts->shared = part != DEAL_ALL;
	return status;
}

/* A box that cannot be counted is for `stemmeboks count` to tell; the panel
 * then offers nothing that needs it. */
static enum status read_box(struct store *store, enum phase phase,
			    struct counting **ret_counting)
{
	enum status status;

	if (phase < PHASE_CLOSED)
		return STATUS_OK;
	status = counting_new(store, ret_counting);
	return status == STATUS_STORE_BUSY || status == STATUS_STORE ||
		       status == STATUS_MEMORY
		   ? status
		   : STATUS_OK;
}

/* Before closing the root is that of an empty box, which would tell nothing. */
static enum status read_root(struct store *store, struct panel_facts *facts)
{
	unsigned char root[BOX_ROOT_BYTES];
	enum status status;

	facts->root[0] = '\0';
	if (facts->phase < PHASE_CLOSED)
		return STATUS_OK;
	status = box_root(store, root);
	if (status == STATUS_OK)
		sodium_bin2hex(facts->root, sizeof(facts->root), root,
			       sizeof(root));
	return status;
}

/* The rows come oldest first. */
static enum status row_see(void *context, const struct audit_row *row)
{
	struct panel_log *log = context;
	int kept =
	    log->count < PANEL_LOG_ROWS ? log->count : PANEL_LOG_ROWS - 1;

	memmove(&log->row[1], &log->row[0], (size_t)kept * sizeof(log->row[0]));
	log->row[0] = (struct panel_log_row){.act = row->act};
	memcpy(log->row[0].at, row->at, sizeof(row->at));
	if (row->act == ACT_PRINTED)
		snprintf(log->row[0].detail, PANEL_NAME, "%.63s", row->detail);
	log->count = kept + 1;
	return STATUS_OK;
}

/* A copy that lacks few votes of the closed box tells whose they are. */
static enum status read_copy(struct store *store, struct panel_facts *facts)
{
	facts->copy_shows = 0;
	return facts->phase >= PHASE_CLOSED
		   ? backup_shown(store, &facts->copy_shows)
		   : STATUS_OK;
}

static enum status read_log(struct store *store, struct panel_log *log)
{
	log->count = 0;
	return audit_each(store, row_see, log);
}

static enum status read_pins(struct store *store, struct panel_facts *facts)
{
	enum status status = pin_exists(store, &facts->pin_set);

	return status == STATUS_OK
		   ? pin_second_exists(store, &facts->second_set)
		   : status;
}

static enum status read_file(struct store *store, uint32_t *ret_version,
			     struct panel_facts *facts,
			     struct counting **ret_counting)
{
	enum status status = store_version(store, ret_version);

	if (status == STATUS_OK)
		status = store_phase(store, &facts->phase);
	if (status == STATUS_OK)
		status = read_kiosk(store, facts);
	if (status == STATUS_OK)
		status = read_slips(store, facts);
	if (status == STATUS_OK)
		status = read_kinds(store, facts);
	if (status == STATUS_OK)
		status = read_root(store, facts);
	if (status == STATUS_OK)
		status = read_copy(store, facts);
	if (status == STATUS_OK)
		status = read_pins(store, facts);
	if (status == STATUS_OK)
		status = facts->kiosk
			     ? STATUS_OK
			     : read_box(store, facts->phase, ret_counting);
	return status;
}

/* Reads what the panel must know. While the file cannot be read, what it said
 * last is kept: a page half typed must not lose what it is about. */
void kiosk_panel_read(struct kiosk_panel *panel)
{
	const struct session *session = &panel->booth->session;
	struct panel_facts facts = panel->facts;
	struct counting *counting = NULL;

	facts.meeting = panel->booth->meeting;
	facts.file = panel->file;
	definition_code(store_definition_hash(panel->booth->store), facts.code);
	facts.voter = session_busy(session);
	facts.locked = session->screen == SCREEN_LOCKED;
	facts.log = &panel->log;
	panel->read = read_log(panel->booth->store, &panel->log) == STATUS_OK &&
		      read_file(panel->booth->store, &panel->version, &facts,
				&counting) == STATUS_OK;
	if (!panel->read) {
		panel->facts.meeting = facts.meeting;
		panel->facts.voter = facts.voter;
		panel->facts.locked = facts.locked;
		return;
	}
	counting_free(panel->counting);
	panel->counting = counting;
	facts.box = counting ? &counting->box : NULL;
	facts.result = counting ? &counting->result : NULL;
	panel->facts = facts;
}
