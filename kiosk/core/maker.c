#include "core/maker.h"

#include <sodium/utils.h>
#include <string.h>

#include "core/panel_typing.h"

static const char *const names[] = {
#define MAKER(NAME, spelled, draw) spelled,
#include "core/maker.def"
#undef MAKER
};

const char *maker_page_name(enum maker_page page)
{
	return names[page];
}

static void go(struct maker *maker, enum maker_page page)
{
	sodium_memzero(maker->typed.pin, sizeof(maker->typed.pin));
	maker->typed.pin_length = 0;
	maker->typed.rows_page = 0;
	maker->typed.told = false;
	maker->page = page;
}

bool maker_guarded(const struct maker_facts *facts)
{
	return facts->pin_set && (facts->second_set || !facts->two_persons);
}

static enum maker_effect maker_touch_find(struct maker *maker,
					  const struct maker_facts *facts,
					  struct panel_intent intent)
{
	int index = intent.value & 0xff;

	if (intent.kind == PANEL_INTENT_ON)
		return MAKER_EFFECT_FIND;
	if (intent.kind != PANEL_INTENT_PICK)
		return MAKER_EFFECT_NONE;
	if (intent.value >> 8 == PANEL_PICK_PLACE &&
	    index < facts->sources.count) {
		maker->source = index;
		return MAKER_EFFECT_CHECK;
	}
	if (intent.value >> 8 == PANEL_PICK_MEETING &&
	    index < facts->meetings.count) {
		maker->meeting = index;
		return MAKER_EFFECT_OPEN;
	}
	return MAKER_EFFECT_NONE;
}

static enum maker_effect maker_touch_wrong(struct maker *maker,
					   const struct maker_facts *facts,
					   struct panel_intent intent)
{
	(void)facts;
	if (intent.kind == PANEL_INTENT_BACK) {
		go(maker, MAKER_FIND);
		return MAKER_EFFECT_FIND;
	}
	return intent.kind == PANEL_INTENT_ON ? MAKER_EFFECT_CHECK
					      : MAKER_EFFECT_NONE;
}

static enum maker_effect maker_touch_good(struct maker *maker,
					  const struct maker_facts *facts,
					  struct panel_intent intent)
{
	if (intent.kind == PANEL_INTENT_ON)
		return MAKER_EFFECT_BUILD;
	return maker_touch_wrong(maker, facts, intent);
}

static enum maker_effect maker_touch_made(struct maker *maker,
					  const struct maker_facts *facts,
					  struct panel_intent intent)
{
	switch (intent.kind) {
	case PANEL_INTENT_BACK:
		go(maker, MAKER_FIND);
		return MAKER_EFFECT_FIND;
	case PANEL_INTENT_ON:
		return maker_guarded(facts) ? MAKER_EFFECT_START
					    : MAKER_EFFECT_NONE;
	case PANEL_INTENT_LOOK:
		go(maker, intent.value == 0 ? MAKER_KIOSK : MAKER_HALL);
		return intent.value == 0 ? MAKER_EFFECT_KIOSK
					 : MAKER_EFFECT_NONE;
	case PANEL_INTENT_PRINT:
		go(maker, MAKER_PRINT);
		maker->typed.print_count = PANEL_PRINT_USUAL;
		maker->typed.printer = 0;
		return MAKER_EFFECT_PRINTERS;
	case PANEL_INTENT_SET_PIN:
		go(maker, MAKER_PIN);
		maker->second = maker->again = maker->differs = false;
		break;
	default:
		break;
	}
	return MAKER_EFFECT_NONE;
}

static enum maker_effect pin_typed(struct maker *maker)
{
	char *typed = maker->typed.pin;

	maker->differs = maker->again && strcmp(maker->first, typed) != 0;
	if (!maker->again)
		memcpy(maker->first, typed, sizeof(maker->first));
	sodium_memzero(typed, sizeof(maker->typed.pin));
	maker->typed.pin_length = 0;
	maker->again = !maker->again;
	return maker->again || maker->differs ? MAKER_EFFECT_NONE
					      : MAKER_EFFECT_PIN;
}

static enum maker_effect maker_touch_pin(struct maker *maker,
					 const struct maker_facts *facts,
					 struct panel_intent intent)
{
	struct panel *typed = &maker->typed;

	(void)facts;
	if (intent.kind == PANEL_INTENT_BACK) {
		sodium_memzero(maker->first, sizeof(maker->first));
		go(maker, MAKER_MADE);
	}
	if (intent.kind == PANEL_INTENT_ERASE)
		panel_digit_erase(typed->pin, &typed->pin_length);
	if (intent.kind == PANEL_INTENT_DIGIT &&
	    panel_digit_add(typed->pin, &typed->pin_length, PANEL_PIN_DIGITS,
			    intent.value)) {
		typed->told = maker->differs = false;
		if (typed->pin_length == PANEL_PIN_DIGITS)
			return pin_typed(maker);
	}
	return MAKER_EFFECT_NONE;
}

static enum maker_effect maker_touch_print(struct maker *maker,
					   const struct maker_facts *facts,
					   struct panel_intent intent)
{
	bool printer = maker->typed.printer < facts->panel.printers.count;

	switch (intent.kind) {
	case PANEL_INTENT_BACK:
		go(maker, MAKER_MADE);
		break;
	case PANEL_INTENT_STEP:
		panel_print_step(&maker->typed, intent.value);
		break;
	case PANEL_INTENT_PICK:
		panel_pick(&maker->typed, &facts->panel, intent.value);
		break;
	case PANEL_INTENT_ON:
		return printer ? MAKER_EFFECT_SLIPS : MAKER_EFFECT_NONE;
	case PANEL_INTENT_PRINT:
		return printer ? MAKER_EFFECT_POSTERS : MAKER_EFFECT_NONE;
	default:
		break;
	}
	return MAKER_EFFECT_NONE;
}

static enum maker_effect maker_touch_look(struct maker *maker,
					  const struct maker_facts *facts,
					  struct panel_intent intent)
{
	(void)facts;
	if (intent.kind == PANEL_INTENT_BACK)
		go(maker, MAKER_MADE);
	return MAKER_EFFECT_NONE;
}

enum maker_effect maker_apply(struct maker *maker,
			      const struct maker_facts *facts,
			      struct panel_intent intent, uint64_t now_ms)
{
	static enum maker_effect (*const touched[MAKER_PAGES])(
	    struct maker * maker, const struct maker_facts *facts,
	    struct panel_intent intent) = {
#define MAKER(NAME, spelled, draw) [MAKER_##NAME] = maker_touch_##draw,
#include "core/maker.def"
#undef MAKER
	};

	maker->typed.touched_ms = now_ms;
	if (facts->panel.busy)
		return MAKER_EFFECT_NONE;
	if (intent.kind == PANEL_INTENT_MORE) {
		maker->typed.rows_page = intent.value;
		return MAKER_EFFECT_NONE;
	}
	return touched[maker->page](maker, facts, intent);
}

/* The PIN that FIRST is was kept, or not: the next one, or it once more. */
static void pin_done(struct maker *maker, const struct maker_facts *facts,
		     enum status outcome)
{
	sodium_memzero(maker->first, sizeof(maker->first));
	if (outcome != STATUS_OK)
		return;
	if (!maker->second && facts->two_persons)
		maker->second = true;
	else
		go(maker, MAKER_MADE);
}

enum maker_effect maker_done(struct maker *maker,
			     const struct maker_facts *facts,
			     enum maker_effect effect, enum status outcome,
			     const char *said, uint64_t now_ms)
{
	bool done = outcome == STATUS_OK;

	if (effect == MAKER_EFFECT_PRINTERS || effect == MAKER_EFFECT_FIND)
		return MAKER_EFFECT_NONE;
	if (effect == MAKER_EFFECT_CHECK && (done || outcome == STATUS_INPUT)) {
		go(maker, done ? MAKER_GOOD : MAKER_WRONG);
		return MAKER_EFFECT_NONE;
	}
	/* Nobody is asked for a PIN here: what one guards stays as it is. */
	if (effect == MAKER_EFFECT_OPEN && done && facts->pin_set)
		return MAKER_EFFECT_START;
	if ((effect == MAKER_EFFECT_BUILD || effect == MAKER_EFFECT_OPEN) &&
	    done)
		go(maker, MAKER_MADE);
	if (effect == MAKER_EFFECT_PIN)
		pin_done(maker, facts, outcome);
	if (effect != MAKER_EFFECT_OPEN || !done)
		panel_tell_said(&maker->typed, outcome, said, now_ms);
	return MAKER_EFFECT_NONE;
}

void maker_preview_ended(struct maker *maker, uint64_t now_ms)
{
	maker->typed.touched_ms = now_ms;
	go(maker, MAKER_MADE);
}

bool maker_tick(struct maker *maker, uint64_t now_ms)
{
	if (!maker->typed.told || now_ms < maker->typed.told_until_ms)
		return false;
	maker->typed.told = false;
	return true;
}
