/* What organisers do at the panel, in the meeting's file: through the same
 * functions as the commands, so with the same rows of the audit chain. */
#include <assert.h>
#include <sodium/utils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/kiosk_booth.h"
#include "app/kiosk_panel_inside.h"
#include "app/kiosk_setup.h"
#include "counting/counting.h"
#include "store/audit.h"
#include "store/cue.h"
#include "store/hand.h"
#include "store/moving.h"
#include "store/roll.h"
#include "store/store.h"
#include "words/words.h"

static void coarse_time(char ret_at[AUDIT_TIME])
{
	audit_time(time(NULL), ret_at);
}

static enum status keep_lots(struct kiosk_panel *panel)
{
	struct decision decision = {.kind = DECISION_LOTS, .reason = ""};
	const struct tie *tie;
	char at[AUDIT_TIME];

	assert(panel->facts.result);
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

static enum status give_cue(struct kiosk_panel *panel)
{
	return cue_give(panel->booth->store, &panel->panel.cue);
}

static enum status move_on(struct kiosk_panel *panel, enum act act)
{
	const struct store *store = panel->booth->store;
	char at[AUDIT_TIME], name[PICTURES_NAME];
	enum status status = moving_pictures(store, act, name);

	/* As the commands say it: the status alone would mislead. */
	if (status == STATUS_DISAGREES)
		snprintf(panel->said, PANEL_SAID,
			 _("The picture %1$s is missing or was changed. Copy "
			   "the right one to %2$s, from images in the "
			   "meeting's folder."),
			 name, store_images(store));
	if (status != STATUS_OK)
		return status;
	coarse_time(at);
	return moving_do(panel->booth->store, act, at);
}

static enum status adopt(struct kiosk_panel *panel)
{
	return move_on(panel, ACT_ADOPTED);
}

static enum status open_voting(struct kiosk_panel *panel)
{
	return move_on(panel, ACT_OPENED);
}

static enum status pause_voting(struct kiosk_panel *panel)
{
	return move_on(panel, ACT_PAUSED);
}

static enum status close_voting(struct kiosk_panel *panel)
{
	return move_on(panel, ACT_CLOSED);
}

/* Looks up the slip whose hash is in SLIP, and shows it. */
static void slip_show(struct kiosk_panel *panel, struct panel_slip *slip,
		      uint64_t now_ms)
{
	if (slip->status == STATUS_OK)
		slip->status = roll_look_up(panel->booth->store, slip->hash);
	if (slip->status == STATUS_STORE_BUSY || slip->status == STATUS_STORE)
		panel_done(&panel->panel, slip->status, now_ms);
	else
		panel_slip_found(&panel->panel, slip, now_ms);
	sodium_memzero(slip, sizeof(*slip));
}

void kiosk_panel_slip(struct kiosk_panel *panel, const char *text,
		      size_t length, uint64_t now_ms)
{
	const struct meeting *meeting = panel->booth->meeting;
	struct panel_slip found = {0};
	struct slip slip;

	found.status = slip_parse(text, length, meeting->code, &slip);
	if (found.status == STATUS_SLIP_CHECK)
		found.status = STATUS_SLIP_SYNTAX;
	if (found.status == STATUS_OK)
		slip_hash(meeting, &slip, found.hash);
	sodium_memzero(&slip, sizeof(slip));
	slip_show(panel, &found, now_ms);
}

static void find_slip(struct kiosk_panel *panel, uint64_t now_ms)
{
	struct panel_slip found = {
	    .serial = (int)strtol(panel->panel.number, NULL, 10)};

	found.status =
	    roll_serial(panel->booth->store, found.serial, found.hash);
	slip_show(panel, &found, now_ms);
}

static enum status void_slip(struct kiosk_panel *panel)
{
	char at[AUDIT_TIME];

	coarse_time(at);
	return roll_void(panel->booth->store, panel->panel.slip.hash, at);
}

/* Of this kiosk: nothing of it is in the meeting's file. */
static enum status set_up(struct kiosk_panel *panel)
{
	const struct setup *setup = &panel->panel.setup;
	enum status status = *panel->setup_file
				 ? kiosk_setup_keep(panel->setup_file, setup)
				 : STATUS_OK;

	if (status != STATUS_OK)
		return status;
	panel->facts.setup = *setup;
	booth_usual(panel->booth, setup);
	return STATUS_OK;
}

static enum status leave_meeting(struct kiosk_panel *panel)
{
	panel->anew = true;
	return STATUS_OK;
}

static enum status (*const acts[PANEL_EFFECTS])(struct kiosk_panel *panel) = {
    [PANEL_EFFECT_CUE] = give_cue,	 [PANEL_EFFECT_ADOPT] = adopt,
    [PANEL_EFFECT_OPEN] = open_voting,	 [PANEL_EFFECT_PAUSE] = pause_voting,
    [PANEL_EFFECT_CLOSE] = close_voting, [PANEL_EFFECT_VOID] = void_slip,
    [PANEL_EFFECT_LOTS] = keep_lots,	 [PANEL_EFFECT_HAND] = keep_hand,
    [PANEL_EFFECT_ANEW] = leave_meeting, [PANEL_EFFECT_COUNT] = count_now,
    [PANEL_EFFECT_SETUP] = set_up,
};

/* A wrong one is in the file before anybody is told: who switches the kiosk off
 * has no tries left over. Where it cannot be written it counts until then. */
static enum status pins_check(struct kiosk_panel *panel, const char *first,
			      const char *second)
{
	char at[AUDIT_TIME];

	coarse_time(at);
	return moving_pins(panel->booth->store, first, second, at,
			   &panel->wrong_pins);
}

/* Whether the PINs typed before the effect are right; else it was told. */
static bool persons_agree(struct kiosk_panel *panel, uint64_t now_ms)
{
	struct panel *typed = &panel->panel;
	bool two = typed->persons == PANEL_PERSONS;
	enum status status;

	if (typed->page != PANEL_SURE)
		return true;
	status = pins_check(panel, typed->pins[0], two ? typed->pins[1] : NULL);
	if (status == STATUS_OK) {
		panel_recall(typed, 0, now_ms);
		return true;
	}
	panel_sure_wrong(typed, status, now_ms);
	return false;
}

static void act_now(struct kiosk_panel *panel, enum panel_effect effect,
		    uint64_t now_ms)
{
	enum status status;

	panel->said[0] = '\0';
	status = acts[effect](panel);
	panel_done_said(&panel->panel, status, panel->said, now_ms);
}

void kiosk_panel_act(struct kiosk_panel *panel, enum panel_effect effect,
		     uint64_t now_ms)
{
	if (effect == PANEL_EFFECT_PIN) {
		panel_pin_checked(&panel->panel, &panel->facts,
				  pins_check(panel, panel->panel.pin, NULL),
				  now_ms);
		return;
	}
	if (effect == PANEL_EFFECT_SOUND) {
		kiosk_panel_sound(panel);
		return;
	}
	if (effect == PANEL_EFFECT_STOP_VOTER)
		booth_stop(panel->booth, now_ms);
	else if (effect == PANEL_EFFECT_FIND)
		find_slip(panel, now_ms);
	else if (kiosk_panel_runs(effect))
		kiosk_panel_run(panel, effect, now_ms);
	else if (acts[effect] && persons_agree(panel, now_ms))
		act_now(panel, effect, now_ms);
	else
		return;
	/* The own writes do not change the file's version for itself. */
	if (effect == PANEL_EFFECT_CUE)
		return;
	booth_moved(panel->booth);
	kiosk_panel_read(panel);
	panel_tick(&panel->panel, &panel->facts, now_ms);
}
