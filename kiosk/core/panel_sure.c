/* The PIN once more, of two people where the meeting wants two, before what is
 * for good. */
#include <assert.h>
#include <sodium/utils.h>
#include <string.h>

#include "core/panel_typing.h"

enum persons {
	PERSONS_NONE,
	PERSONS_TWO,
	PERSONS_AGAIN,
	PERSONS_REOPEN,
};

static const struct {
	const char *spelled;
	enum persons persons;
} effects[PANEL_EFFECTS] = {
#define PANEL_EFFECT(NAME, spelled, persons)                                   \
	[PANEL_EFFECT_##NAME] = {spelled, PERSONS_##persons},
#include "core/panel_effect.def"
#undef PANEL_EFFECT
};

const char *panel_effect_name(enum panel_effect effect)
{
	assert((unsigned)effect < PANEL_EFFECTS);
	return effects[effect].spelled;
}

int panel_persons(const struct panel_facts *facts, enum panel_effect effect)
{
	int two = facts->meeting->two_persons ? PANEL_PERSONS : 0;

	switch (effects[effect].persons) {
	case PERSONS_TWO:
		return two;
	case PERSONS_AGAIN:
		return two ? two : 1;
	case PERSONS_REOPEN:
		return facts->phase == PHASE_PAUSED ? two : 0;
	default:
		return 0;
	}
}

/* The act of those effects that move the meeting on, else -1. */
static int act_of(enum panel_effect effect)
{
	switch (effect) {
	case PANEL_EFFECT_ADOPT:
		return ACT_ADOPTED;
	case PANEL_EFFECT_OPEN:
		return ACT_OPENED;
	case PANEL_EFFECT_PAUSE:
		return ACT_PAUSED;
	case PANEL_EFFECT_CLOSE:
		return ACT_CLOSED;
	default:
		return -1;
	}
}

bool panel_may(const struct panel *panel, const struct panel_facts *facts,
	       enum panel_effect effect)
{
	int act = act_of(effect);

	if (act >= 0)
		return !facts->shared &&
		       act_allowed((enum act)act, facts->phase);
	if (effect == PANEL_EFFECT_VOID)
		return !facts->shared && panel->slip.status == STATUS_OK &&
		       act_allowed(ACT_VOIDED, facts->phase);
	if (effect == PANEL_EFFECT_PRINT)
		return !facts->shared && !facts->busy &&
		       panel->printer < facts->printers.count &&
		       panel->kind < facts->kinds.count &&
		       act_allowed(ACT_PRINTED, facts->phase);
	if (effect == PANEL_EFFECT_PUBLISH)
		return !facts->busy && panel->place < facts->places.count &&
		       act_allowed(ACT_PUBLISHED, facts->phase);
	if (effect == PANEL_EFFECT_DISK)
		return !facts->busy;
	if (effect == PANEL_EFFECT_SHEET)
		return !facts->busy && panel->printer < facts->printers.count;
	if (effect == PANEL_EFFECT_PROTOCOL)
		return !facts->busy && *facts->published &&
		       panel->printer < facts->printers.count;
	/* A kiosk that is voted at stays. */
	if (effect == PANEL_EFFECT_ANEW)
		return facts->phase != PHASE_OPEN &&
		       facts->phase != PHASE_PAUSED;
	if (effect == PANEL_EFFECT_LOTS)
		return facts->phase == PHASE_CLOSED &&
		       panel_tie_open(facts->result, panel->tie);
	if (effect == PANEL_EFFECT_COUNT)
		return facts->phase == PHASE_CLOSED && facts->result &&
		       !facts->result->stopped;
	return true;
}

enum panel_effect panel_agree(struct panel *panel,
			      const struct panel_facts *facts,
			      enum panel_effect effect, uint64_t now_ms)
{
	int persons = panel_persons(facts, effect);
	enum panel_page from = panel->page;

	if (persons == 0)
		return effect;
	panel_go(panel, PANEL_SURE, now_ms);
	panel->then = effect;
	panel->from = from;
	panel->persons = persons;
	return PANEL_EFFECT_NONE;
}

/* A PIN is whole: the next person's turn, or all were typed. */
static enum panel_effect pin_on(struct panel *panel)
{
	memcpy(panel->pins[panel->pin_count++], panel->pin, sizeof(panel->pin));
	sodium_memzero(panel->pin, sizeof(panel->pin));
	panel->pin_length = 0;
	return panel->pin_count == panel->persons ? panel->then
						  : PANEL_EFFECT_NONE;
}

enum panel_effect panel_touch_sure(struct panel *panel,
				   const struct panel_facts *facts,
				   struct panel_intent intent, uint64_t now_ms)
{
	if (intent.kind == PANEL_INTENT_BACK) {
		panel_go(panel, panel->from, now_ms);
		return PANEL_EFFECT_NONE;
	}
	if (panel_locked_seconds(panel, now_ms) > 0 ||
	    (panel->persons == PANEL_PERSONS && !facts->second_set))
		return PANEL_EFFECT_NONE;
	panel->told = false;
	if (intent.kind == PANEL_INTENT_ERASE)
		panel_digit_erase(panel->pin, &panel->pin_length);
	if (intent.kind == PANEL_INTENT_DIGIT &&
	    panel_digit_add(panel->pin, &panel->pin_length, PANEL_PIN_DIGITS,
			    intent.value) &&
	    panel->pin_length == PANEL_PIN_DIGITS)
		return pin_on(panel);
	return PANEL_EFFECT_NONE;
}
