#include "core/panel.h"

#include <assert.h>
#include <sodium/utils.h>
#include <string.h>

#include "core/panel_typing.h"
#include "core/tries.h"
#include "core/utf8.h"

/* A page of panel.def. */
struct page {
	const char *spelled;
	enum panel_page tab;
	enum panel_effect (*touch)(struct panel *panel,
				   const struct panel_facts *facts,
				   struct panel_intent intent, uint64_t now_ms);
	uint64_t idle_ms;
	const char *label;
};

#define N_(text) text
static const struct page pages[PANEL_PAGES] = {
    [PANEL_OFF] = {"off", PANEL_OFF, NULL, 0, NULL},
#define PANEL(NAME, spelled, tab, draw, touch, idle, label)                    \
	[PANEL_##NAME] = {spelled, PANEL_##tab, panel_touch_##touch,           \
			  PANEL_##idle##_MS, label},
#include "core/panel.def"
#undef PANEL
};
#undef N_

static const char *const intents[PANEL_INTENTS] = {
#define PANEL_INTENT(NAME, spelled) [PANEL_INTENT_##NAME] = (spelled),
#include "core/panel_intent.def"
#undef PANEL_INTENT
};

const char *panel_page_name(enum panel_page page)
{
	assert((unsigned)page < PANEL_PAGES);
	return pages[page].spelled;
}

enum panel_page panel_page_tab(enum panel_page page)
{
	assert((unsigned)page < PANEL_PAGES);
	return pages[page].tab;
}

const char *panel_page_label(enum panel_page page)
{
	assert((unsigned)page < PANEL_PAGES);
	return pages[page].label;
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
	sodium_memzero(panel->pins, sizeof(panel->pins));
	panel->pin_count = 0;
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
	struct check_hands hands = panel->hands;

	sodium_memzero(panel, sizeof(*panel));
	panel->hands = hands;
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

void panel_tell(struct panel *panel, enum status outcome, uint64_t now_ms)
{
	panel->said[0] = '\0';
	panel->told = true;
	panel->outcome = outcome;
	panel->told_until_ms = now_ms + PANEL_TELL_MS;
}

static void typed_wrong(struct panel *panel, enum status outcome,
			uint64_t now_ms)
{
	forget_typing(panel);
	panel_tell(panel, outcome, now_ms);
	if (outcome != STATUS_PIN)
		return;
	panel_recall(panel, panel->failures + 1, now_ms);
	/* The page tells of the lock. */
	panel->told = panel->locked_until_ms <= now_ms;
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
	typed_wrong(panel, outcome, now_ms);
}

void panel_sure_wrong(struct panel *panel, enum status outcome, uint64_t now_ms)
{
	if (panel->page == PANEL_SURE)
		typed_wrong(panel, outcome, now_ms);
}

void panel_done(struct panel *panel, enum status outcome, uint64_t now_ms)
{
	static const struct {
		enum panel_page page, then;
	} ways[] = {
	    {PANEL_MESSAGE, PANEL_HALL}, {PANEL_SLIP, PANEL_SLIPS},
	    {PANEL_LOTS, PANEL_COUNT},	 {PANEL_STANDS, PANEL_COUNT},
	    {PANEL_REASON, PANEL_COUNT},
	};

	if (panel->page == PANEL_SURE)
		panel_go(panel, panel->from, now_ms);
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		if (outcome == STATUS_OK && ways[i].page == panel->page) {
			panel_go(panel, ways[i].then, now_ms);
			break;
		}
	panel_tell(panel, outcome, now_ms);
}

static void keep_said(struct panel *panel, const char *said)
{
	size_t length = strlen(said);

	if (length >= PANEL_SAID)
		length = utf8_cut(said, PANEL_SAID - 1);
	memcpy(panel->said, said, length);
	panel->said[length] = '\0';
}

void panel_done_said(struct panel *panel, enum status outcome, const char *said,
		     uint64_t now_ms)
{
	panel_done(panel, outcome, now_ms);
	keep_said(panel, said);
}

void panel_tell_said(struct panel *panel, enum status outcome, const char *said,
		     uint64_t now_ms)
{
	panel_tell(panel, outcome, now_ms);
	keep_said(panel, said);
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
	if (trial->source == TRIAL_CAMERA)
		panel->hands.camera = *trial;
	else
		panel->hands.scanner = *trial;
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
	case PANEL_SURE:
		return panel_may(panel, facts, panel->then);
	case PANEL_RESULT:
		return facts->result != NULL;
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
	if (panel->page == PANEL_SURE)
		return pages[panel->from].tab;
	return panel->page == PANEL_VOTER ? PANEL_HALL : PANEL_COUNT;
}

bool panel_tick(struct panel *panel, const struct panel_facts *facts,
		uint64_t now_ms)
{
	bool changed = false;

	if (panel->page == PANEL_OFF)
		return false;
	if (now_ms - panel->touched_ms >= pages[panel->page].idle_ms) {
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

/* The tabs, and the way out, are there on every page behind the PIN. */
static bool touch_frame(struct panel *panel, const struct panel_facts *facts,
			struct panel_intent intent, uint64_t now_ms)
{
	if (intent.kind == PANEL_INTENT_LEAVE) {
		panel_close(panel);
		return true;
	}
	if (intent.kind != PANEL_INTENT_TAB)
		return false;
	if (panel->page != PANEL_PIN && !facts->voter &&
	    (unsigned)intent.value < PANEL_PAGES && pages[intent.value].label) {
		panel_go(panel, (enum panel_page)intent.value, now_ms);
		panel->rows_page = 0;
	}
	return true;
}

enum panel_effect panel_apply(struct panel *panel,
			      const struct panel_facts *facts,
			      struct panel_intent intent, uint64_t now_ms)
{
	if (panel->page == PANEL_OFF)
		return PANEL_EFFECT_NONE;
	panel->touched_ms = now_ms;
	if (touch_frame(panel, facts, intent, now_ms))
		return PANEL_EFFECT_NONE;
	return pages[panel->page].touch(panel, facts, intent, now_ms);
}
