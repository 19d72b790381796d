#include "core/panel.h"

#include <assert.h>
#include <sodium/utils.h>
#include <string.h>

#include "core/panel_typing.h"
#include "core/tries.h"

static const char *const pages[PANEL_PAGES] = {
#define PANEL(NAME, spelled) [PANEL_##NAME] = (spelled),
#include "core/panel.def"
#undef PANEL
};

static const char *const intents[PANEL_INTENTS] = {
#define PANEL_INTENT(NAME, spelled) [PANEL_INTENT_##NAME] = (spelled),
#include "core/panel_intent.def"
#undef PANEL_INTENT
};

const char *panel_page_name(enum panel_page page)
{
	assert((unsigned)page < PANEL_PAGES);
	return pages[page];
}

const char *panel_intent_name(enum panel_intent_kind kind)
{
	assert((unsigned)kind < PANEL_INTENTS);
	return intents[kind];
}

/* What was typed belongs to the page it was typed on. */
static void forget_typing(struct panel *panel)
{
	sodium_memzero(panel->pin, sizeof(panel->pin));
	panel->pin_length = 0;
	sodium_memzero(panel->number, sizeof(panel->number));
	panel->number_length = 0;
	panel->differs = false;
	panel->over = false;
	panel->told = false;
}

void panel_go(struct panel *panel, enum panel_page page, uint64_t now_ms)
{
	forget_typing(panel);
	panel->page = page;
	panel->since_ms = now_ms;
	panel->touched_ms = now_ms;
}

void panel_open(struct panel *panel, uint64_t now_ms)
{
	if (panel->page == PANEL_OFF)
		panel_go(panel, PANEL_PIN, now_ms);
}

void panel_close(struct panel *panel)
{
	int failures = panel->failures;
	uint64_t locked_until_ms = panel->locked_until_ms;

	sodium_memzero(panel, sizeof(*panel));
	panel->failures = failures;
	panel->locked_until_ms = locked_until_ms;
}

bool panel_is_open(const struct panel *panel)
{
	return panel->page != PANEL_OFF;
}

unsigned panel_locked_seconds(const struct panel *panel, uint64_t now_ms)
{
	if (panel->locked_until_ms <= now_ms)
		return 0;
	return (unsigned)((panel->locked_until_ms - now_ms + 999) / 1000);
}

void panel_recall(struct panel *panel, int failures, uint64_t now_ms)
{
	uint64_t lock_ms = tries_lock_ms(failures);

	panel->failures = failures;
	panel->locked_until_ms = lock_ms ? now_ms + lock_ms : 0;
}

bool panel_tie_open(const struct result *result, int tie)
{
	return result && tie >= 0 && tie < result->tie_count &&
	       result->ties[tie].changes_money && !result->ties[tie].settled;
}

static void tell(struct panel *panel, enum status outcome, uint64_t now_ms)
{
	panel->told = true;
	panel->outcome = outcome;
	panel->told_until_ms = now_ms + PANEL_TELL_MS;
}

void panel_pin_checked(struct panel *panel, const struct panel_facts *facts,
		       enum status outcome, uint64_t now_ms)
{
	if (panel->page != PANEL_PIN)
		return;
	if (outcome == STATUS_OK) {
		panel_recall(panel, 0, now_ms);
		panel_go(panel, facts->voter ? PANEL_VOTER : PANEL_HALL,
			 now_ms);
		return;
	}
	forget_typing(panel);
	tell(panel, outcome, now_ms);
	if (outcome != STATUS_PIN)
		return;
	panel_recall(panel, panel->failures + 1, now_ms);
	/* The page tells of the lock. */
	panel->told = panel->locked_until_ms <= now_ms;
}

void panel_done(struct panel *panel, enum status outcome, uint64_t now_ms)
{
	static const struct {
		enum panel_page page, then;
	} ways[] = {
	    {PANEL_MESSAGE, PANEL_HALL},
	    {PANEL_LOTS, PANEL_COUNT},
	    {PANEL_STANDS, PANEL_COUNT},
	    {PANEL_REASON, PANEL_COUNT},
	};

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		if (outcome == STATUS_OK && ways[i].page == panel->page) {
			panel_go(panel, ways[i].then, now_ms);
			break;
		}
	tell(panel, outcome, now_ms);
}

void panel_touched(struct panel *panel, uint64_t now_ms)
{
	panel->touched_ms = now_ms;
}

void panel_tried(struct panel *panel, const struct trial *trial,
		 uint64_t now_ms)
{
	if (panel->page != PANEL_SCANNER)
		return;
	panel->trial = *trial;
	panel->touched_ms = now_ms;
}

/* Whether the page still makes sense with FACTS. */
static bool page_holds(const struct panel *panel,
		       const struct panel_facts *facts)
{
	if (panel->page > PANEL_VOTER && facts->voter)
		return false;
	switch (panel->page) {
	case PANEL_VOTER:
		return facts->voter;
	case PANEL_LOTS:
		return panel_tie_open(facts->result, panel->tie);
	case PANEL_HAND:
	case PANEL_STANDS:
	case PANEL_REASON:
		return facts->box != NULL;
	default:
		return true;
	}
}

static enum panel_page page_instead(const struct panel *panel,
				    const struct panel_facts *facts)
{
	if (facts->voter)
		return PANEL_VOTER;
	return panel->page == PANEL_VOTER ? PANEL_HALL : PANEL_COUNT;
}

/* Two people who count and type change places, and look things up. */
static uint64_t idle_ms(const struct panel *panel)
{
	switch (panel->page) {
	case PANEL_LOTS:
	case PANEL_HAND:
	case PANEL_STANDS:
	case PANEL_REASON:
		return PANEL_TYPING_MS;
	default:
		return PANEL_IDLE_MS;
	}
}

bool panel_tick(struct panel *panel, const struct panel_facts *facts,
		uint64_t now_ms)
{
	bool changed = false;

	if (panel->page == PANEL_OFF)
		return false;
	if (now_ms - panel->touched_ms >= idle_ms(panel)) {
		panel_close(panel);
		return true;
	}
	if (panel->told && now_ms >= panel->told_until_ms) {
		panel->told = false;
		changed = true;
	}
	if (page_holds(panel, facts))
		return changed;
	panel_go(panel, page_instead(panel, facts), now_ms);
	return true;
}

/* Hall: a cue is given as soon as its button is touched. */
static enum panel_effect apply_hall(struct panel *panel,
				    const struct panel_facts *facts,
				    struct panel_intent intent, uint64_t now_ms)
{
	struct cue cue = {0};

	if (intent.kind == PANEL_INTENT_WRITE) {
		panel_go(panel, PANEL_MESSAGE, now_ms);
		sodium_memzero(panel->text, sizeof(panel->text));
		return PANEL_EFFECT_NONE;
	}
	if (intent.kind == PANEL_INTENT_SHOW &&
	    (unsigned)intent.value < SCENE_COUNT &&
	    scene_allowed((enum scene)intent.value, facts->phase)) {
		cue.kind = CUE_SCENE;
		cue.scene = (enum scene)intent.value;
	} else if (intent.kind == PANEL_INTENT_CUE && intent.value >= 0 &&
		   intent.value < CUE_SCENE && intent.value != CUE_MESSAGE) {
		cue.kind = (enum cue_kind)intent.value;
	} else {
		return PANEL_EFFECT_NONE;
	}
	panel->cue = cue;
	return PANEL_EFFECT_CUE;
}

static enum panel_effect apply_count(struct panel *panel,
				     const struct panel_facts *facts,
				     struct panel_intent intent,
				     uint64_t now_ms)
{
	if (intent.kind == PANEL_INTENT_TIE)
		panel_lots_begin(panel, facts, intent.value, now_ms);
	else if (intent.kind == PANEL_INTENT_BY_HAND)
		panel_hand_begin(panel, facts, now_ms);
	else if (intent.kind == PANEL_INTENT_COUNT && facts->result &&
		 !facts->result->stopped && facts->phase == PHASE_CLOSED)
		return PANEL_EFFECT_COUNT;
	return PANEL_EFFECT_NONE;
}

static void apply_status(struct panel *panel, struct panel_intent intent,
			 uint64_t now_ms)
{
	if (intent.kind != PANEL_INTENT_SCANNER)
		return;
	panel_go(panel, PANEL_SCANNER, now_ms);
	panel->trial = (struct trial){0};
}

/* The tabs, and the way out, are there on every page behind the PIN. */
static bool apply_frame(struct panel *panel, const struct panel_facts *facts,
			struct panel_intent intent, uint64_t now_ms)
{
	if (intent.kind == PANEL_INTENT_LEAVE) {
		panel_close(panel);
		return true;
	}
	if (intent.kind != PANEL_INTENT_TAB)
		return false;
	if (panel->page != PANEL_PIN && !facts->voter &&
	    (intent.value == PANEL_HALL || intent.value == PANEL_COUNT ||
	     intent.value == PANEL_STATUS))
		panel_go(panel, (enum panel_page)intent.value, now_ms);
	return true;
}

enum panel_effect panel_apply(struct panel *panel,
			      const struct panel_facts *facts,
			      struct panel_intent intent, uint64_t now_ms)
{
	if (panel->page == PANEL_OFF)
		return PANEL_EFFECT_NONE;
	panel->touched_ms = now_ms;
	if (apply_frame(panel, facts, intent, now_ms))
		return PANEL_EFFECT_NONE;
	switch (panel->page) {
	case PANEL_PIN:
		return panel_type_pin(panel, facts, intent, now_ms);
	case PANEL_VOTER:
		return intent.kind == PANEL_INTENT_STOP_VOTER && !facts->locked
			   ? PANEL_EFFECT_STOP_VOTER
			   : PANEL_EFFECT_NONE;
	case PANEL_HALL:
		return apply_hall(panel, facts, intent, now_ms);
	case PANEL_COUNT:
		return apply_count(panel, facts, intent, now_ms);
	case PANEL_STATUS:
		apply_status(panel, intent, now_ms);
		return PANEL_EFFECT_NONE;
	case PANEL_SCANNER:
		if (intent.kind == PANEL_INTENT_BACK)
			panel_go(panel, PANEL_STATUS, now_ms);
		return PANEL_EFFECT_NONE;
	case PANEL_MESSAGE:
	case PANEL_REASON:
		return panel_type_text(panel, facts, intent, now_ms);
	case PANEL_LOTS:
		return panel_type_lots(panel, facts, intent, now_ms);
	case PANEL_HAND:
		return panel_type_hand(panel, facts, intent, now_ms);
	case PANEL_STANDS:
		return panel_type_stands(panel, facts, intent, now_ms);
	default:
		return PANEL_EFFECT_NONE;
	}
}
