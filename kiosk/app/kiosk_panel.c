#include "app/kiosk_panel.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/kiosk_booth.h"
#include "counting/counting.h"
#include "panel/panel_view.h"
#include "rules/count.h"
#include "store/audit.h"
#include "store/cue.h"
#include "store/deal.h"
#include "store/hand.h"
#include "store/pin.h"
#include "store/roll.h"
#include "store/store.h"
#include "store/wrong.h"

static void forget_counting(struct kiosk_panel *panel)
{
	counting_free(panel->counting);
	panel->counting = NULL;
	panel->facts.box = NULL;
	panel->facts.result = NULL;
	panel->read = false;
}

void kiosk_panel_wipe(struct kiosk_panel *panel)
{
	panel_close(&panel->panel);
	forget_counting(panel);
}

static enum status read_slips(struct store *store, struct panel_facts *facts)
{
	struct roll_count count;
	enum status status = roll_count(store, &count);

	if (status != STATUS_OK)
		return status;
	facts->printed = count.printed;
	facts->used = count.used;
	facts->voided = count.voided;
	facts->unused = count.unused + count.in_use;
	return STATUS_OK;
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
		status = pin_exists(store, &facts->pin_set);
	if (status == STATUS_OK)
		status = facts->kiosk
			     ? STATUS_OK
			     : read_box(store, facts->phase, ret_counting);
	return status;
}

/* Reads what the panel must know. While the file cannot be read, what it said
 * last is kept: a page half typed must not lose what it is about. */
static void read_facts(struct kiosk_panel *panel)
{
	const struct session *session = &panel->booth->session;
	struct panel_facts facts = panel->facts;
	struct counting *counting = NULL;

	facts.meeting = panel->booth->meeting;
	facts.voter = session_busy(session);
	facts.locked = session->screen == SCREEN_LOCKED;
	panel->read = read_file(panel->booth->store, &panel->version, &facts,
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

/* Wrong PINs from before the program was started count on, their lock from now;
 * a new PIN, set meanwhile, ends it. */
static void recall(struct kiosk_panel *panel, uint64_t now_ms)
{
	struct wrong wrong;

	if (wrong_read(panel->booth->store, &wrong) != STATUS_OK)
		return;
	if (!panel->recalled ? wrong.pins > panel->panel.failures
			     : wrong.pins == 0 && panel->wrong_pins > 0)
		panel_recall(&panel->panel, wrong.pins, now_ms);
	panel->recalled = true;
	panel->wrong_pins = wrong.pins;
}

bool kiosk_panel_look(struct kiosk_panel *panel, const struct ui *ui,
		      uint64_t now_ms)
{
	if (!panel->recalled)
		recall(panel, now_ms);
	if (panel_is_open(&panel->panel) || !panel_corner_held(ui)) {
		panel->held_since_ms = 0;
		return false;
	}
	if (panel->held_since_ms == 0)
		panel->held_since_ms = now_ms;
	if (now_ms - panel->held_since_ms < PANEL_HOLD_MS)
		return false;
	panel->held_since_ms = 0;
	read_facts(panel);
	recall(panel, now_ms);
	panel_open(&panel->panel, now_ms);
	return true;
}

int kiosk_panel_wait_ms(const struct kiosk_panel *panel, uint64_t now_ms)
{
	uint64_t due = panel->held_since_ms + PANEL_HOLD_MS;

	if (panel_is_open(&panel->panel))
		return panel_wait_ms(&panel->panel, now_ms);
	if (panel->held_since_ms == 0)
		return -1;
	return due > now_ms ? (int)(due - now_ms) : 0;
}

/* Another program, or the panel itself, wrote to the file. */
static bool facts_stale(struct kiosk_panel *panel)
{
	uint32_t version;
	bool voter = session_busy(&panel->booth->session);

	return !panel->read || voter != panel->facts.voter ||
	       store_version(panel->booth->store, &version) != STATUS_OK ||
	       version != panel->version;
}

bool kiosk_panel_tick(struct kiosk_panel *panel, uint64_t now_ms)
{
	bool changed;

	if (!panel_is_open(&panel->panel))
		return false;
	changed = facts_stale(panel);
	if (changed) {
		read_facts(panel);
		recall(panel, now_ms);
	}
	changed |= panel_tick(&panel->panel, &panel->facts, now_ms);
	if (!panel_is_open(&panel->panel))
		forget_counting(panel);
	return changed;
}

static void coarse_time(char ret_at[AUDIT_TIME])
{
	audit_time(time(NULL), ret_at);
}

static enum status keep_lots(const struct kiosk_panel *panel)
{
	struct decision decision = {.kind = DECISION_LOTS, .reason = ""};
	const struct tie *tie;
	char at[AUDIT_TIME];

	assert(panel->facts.result);
	/* One PIN opened the panel; this takes two. */
	if (panel->booth->meeting->two_persons)
		return STATUS_TWO_PERSONS;
	tie = &panel->facts.result->ties[panel->panel.tie];
	decision.pot = tie->pot;
	decision.count = tie->count;
	memcpy(decision.proposal, panel->panel.order[0],
	       (size_t)tie->count * sizeof(decision.proposal[0]));
	/* They may have been drawn for a tie that is no longer there. */
	if (!decision_names(&decision, tie->pot, tie->proposal, tie->count))
		return STATUS_CHANGED;
	coarse_time(at);
	return decision_add(panel->booth->store, &decision, at);
}

static enum status keep_hand(struct kiosk_panel *panel)
{
	const struct panel_hand *typed = &panel->panel.hand[0];
	struct hand_count *count = calloc(1, sizeof(*count));
	char at[AUDIT_TIME];
	enum status status;

	if (!count)
		return STATUS_MEMORY;
	count->ballots = typed->ballots;
	count->stands = panel->panel.hand_stands;
	count->reason = panel->panel.text;
	memcpy(count->votes, typed->votes, sizeof(count->votes));
	coarse_time(at);
	status = hand_add(panel->booth->store, count, at);
	free(count);
	return status;
}

static enum status count_now(struct kiosk_panel *panel)
{
	char at[AUDIT_TIME];

	coarse_time(at);
	return counting_finish(panel->booth->store, panel->counting, at);
}

/* A wrong one is in the file before anybody is told: who switches the kiosk off
 * has no tries left over. Where it cannot be written it counts until then. */
static void pin_typed(struct kiosk_panel *panel, uint64_t now_ms)
{
	struct store *store = panel->booth->store;
	enum status status = pin_check(store, panel->panel.pin);
	char at[AUDIT_TIME];

	coarse_time(at);
	if (status == STATUS_PIN)
		(void)wrong_pin(store, at, &panel->wrong_pins);
	else if (status == STATUS_OK && wrong_pin_none(store) == STATUS_OK)
		panel->wrong_pins = 0;
	panel_pin_checked(&panel->panel, &panel->facts, status, now_ms);
}

static void act(struct kiosk_panel *panel, enum panel_effect effect,
		uint64_t now_ms)
{
	struct store *store = panel->booth->store;
	enum status status;

	switch (effect) {
	case PANEL_EFFECT_PIN:
		pin_typed(panel, now_ms);
		return;
	case PANEL_EFFECT_STOP_VOTER:
		booth_stop(panel->booth, now_ms);
		read_facts(panel);
		panel_tick(&panel->panel, &panel->facts, now_ms);
		return;
	case PANEL_EFFECT_CUE:
		status = cue_give(store, &panel->panel.cue);
		break;
	case PANEL_EFFECT_LOTS:
		status = keep_lots(panel);
		break;
	case PANEL_EFFECT_HAND:
		status = keep_hand(panel);
		break;
	case PANEL_EFFECT_COUNT:
		status = count_now(panel);
		break;
	default:
		return;
	}
	panel_done(&panel->panel, status, now_ms);
	/* The own writes do not change the file's version for itself. */
	if (effect == PANEL_EFFECT_CUE)
		return;
	read_facts(panel);
	panel_tick(&panel->panel, &panel->facts, now_ms);
}

void kiosk_panel_apply(struct kiosk_panel *panel, struct panel_intent intent,
		       uint64_t now_ms)
{
	enum panel_effect effect;

	/* What is acted on is what is there now. */
	panel_touched(&panel->panel, now_ms);
	if (facts_stale(panel))
		read_facts(panel);
	panel_tick(&panel->panel, &panel->facts, now_ms);
	effect = panel_apply(&panel->panel, &panel->facts, intent, now_ms);
	act(panel, effect, now_ms);
	if (!panel_is_open(&panel->panel))
		forget_counting(panel);
}
