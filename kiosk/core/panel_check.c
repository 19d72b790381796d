/* What touches mean where the hardware is checked. */
#include "core/panel_typing.h"

/* The touch is tried anew; what it was before counts no more. */
static void corners_begin(struct panel *panel, uint64_t now_ms)
{
	panel->hands.touched = 0;
	panel->hands.fingers = 0;
	panel_go(panel, PANEL_CORNERS, now_ms);
}

static const enum panel_page pages[CHECK_ITEMS] = {
    [CHECK_TOUCH] = PANEL_CORNERS,     [CHECK_SCANNER] = PANEL_SCANNER,
    [CHECK_CAMERA] = PANEL_SCANNER,    [CHECK_SOUND] = PANEL_SOUNDS,
    [CHECK_HEADPHONES] = PANEL_SOUNDS, [CHECK_RULER] = PANEL_SETUP,
    [CHECK_CLOCK] = PANEL_CLOCK,
};

bool panel_check_tried(enum check_item item)
{
	return item == CHECK_DISK || pages[item] != PANEL_OFF;
}

static enum panel_effect item_try(struct panel *panel,
				  const struct panel_facts *facts, int item,
				  uint64_t now_ms)
{
	if (item < 0 || item >= CHECK_ITEMS)
		return PANEL_EFFECT_NONE;
	if (item == CHECK_DISK)
		return panel_may(panel, facts, PANEL_EFFECT_DISK)
			   ? PANEL_EFFECT_DISK
			   : PANEL_EFFECT_NONE;
	if (pages[item] == PANEL_CORNERS)
		corners_begin(panel, now_ms);
	else if (pages[item] == PANEL_SCANNER)
		panel_touch_status(
		    panel, facts,
		    (struct panel_intent){PANEL_INTENT_SCANNER, 0}, now_ms);
	else if (pages[item] != PANEL_OFF)
		panel_go(panel, pages[item], now_ms);
	return PANEL_EFFECT_NONE;
}

enum panel_effect panel_touch_check(struct panel *panel,
				    const struct panel_facts *facts,
				    struct panel_intent intent, uint64_t now_ms)
{
	if (intent.kind == PANEL_INTENT_MORE)
		panel->rows_page = intent.value;
	if (intent.kind == PANEL_INTENT_CHECK)
		return item_try(panel, facts, intent.value, now_ms);
	if (intent.kind != PANEL_INTENT_PRINT)
		return PANEL_EFFECT_NONE;
	panel_go(panel, PANEL_SHEET, now_ms);
	panel->printer = 0;
	return PANEL_EFFECT_PRINTERS;
}

enum panel_effect panel_touch_corners(struct panel *panel,
				      const struct panel_facts *facts,
				      struct panel_intent intent,
				      uint64_t now_ms)
{
	struct check_hands *hands = &panel->hands;

	(void)facts;
	if (intent.kind == PANEL_INTENT_BACK)
		panel_go(panel, PANEL_CHECK, now_ms);
	else if (intent.kind == PANEL_INTENT_UNDO)
		corners_begin(panel, now_ms);
	else if (intent.kind == PANEL_INTENT_FINGERS &&
		 hands->touched == CHECK_TARGETS &&
		 intent.value > hands->fingers)
		hands->fingers = intent.value;
	else if (intent.kind == PANEL_INTENT_MISS &&
		 hands->touched < CHECK_TARGETS && intent.value >= 0)
		hands->miss_tenths[hands->touched++] = intent.value;
	return PANEL_EFFECT_NONE;
}

/* Somebody heard or saw it, or not. */
static void answer(struct panel *panel, struct panel_intent intent)
{
	if (intent.value >= 0 && intent.value < CHECK_ITEMS)
		panel->hands.answer[intent.value] =
		    intent.kind == PANEL_INTENT_YES ? CHECK_YES : CHECK_NO;
}

enum panel_effect panel_touch_sounds(struct panel *panel,
				     const struct panel_facts *facts,
				     struct panel_intent intent,
				     uint64_t now_ms)
{
	(void)facts;
	if (intent.kind == PANEL_INTENT_BACK)
		panel_go(panel, PANEL_CHECK, now_ms);
	if (intent.kind == PANEL_INTENT_YES || intent.kind == PANEL_INTENT_NO)
		answer(panel, intent);
	if (intent.kind != PANEL_INTENT_PLAY || intent.value < 0 ||
	    intent.value >= PANEL_SOUNDS_COUNT)
		return PANEL_EFFECT_NONE;
	panel->sound = (enum panel_sound)intent.value;
	return PANEL_EFFECT_SOUND;
}

enum panel_effect panel_touch_clock(struct panel *panel,
				    const struct panel_facts *facts,
				    struct panel_intent intent, uint64_t now_ms)
{
	(void)facts;
	if (intent.kind == PANEL_INTENT_YES || intent.kind == PANEL_INTENT_NO)
		answer(panel, intent);
	else if (intent.kind != PANEL_INTENT_BACK)
		return PANEL_EFFECT_NONE;
	panel_go(panel, PANEL_CHECK, now_ms);
	return PANEL_EFFECT_NONE;
}

enum panel_effect panel_touch_sheet(struct panel *panel,
				    const struct panel_facts *facts,
				    struct panel_intent intent, uint64_t now_ms)
{
	int index = intent.value & 0xff;

	if (intent.kind == PANEL_INTENT_BACK)
		panel_go(panel, PANEL_CHECK, now_ms);
	if (intent.kind == PANEL_INTENT_PICK &&
	    intent.value >> 8 == PANEL_PICK_PRINTER &&
	    index < facts->printers.count)
		panel->printer = index;
	if (intent.kind == PANEL_INTENT_ON &&
	    panel_may(panel, facts, PANEL_EFFECT_SHEET))
		return PANEL_EFFECT_SHEET;
	return PANEL_EFFECT_NONE;
}
