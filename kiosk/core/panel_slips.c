/* One slip looked at and made void; what goes to a printer or a stick. */
#include <sodium/utils.h>
#include <stdlib.h>
#include <string.h>

#include "core/panel_typing.h"

enum panel_effect panel_touch_slips(struct panel *panel,
				    const struct panel_facts *facts,
				    struct panel_intent intent, uint64_t now_ms)
{
	if (facts->shared)
		return PANEL_EFFECT_NONE;
	switch (intent.kind) {
	case PANEL_INTENT_DIGIT:
		panel_digit_add(panel->number, &panel->number_length,
				PANEL_SERIAL_DIGITS, intent.value);
		break;
	case PANEL_INTENT_ERASE:
		panel_digit_erase(panel->number, &panel->number_length);
		break;
	case PANEL_INTENT_ON:
		return panel->number_length ? PANEL_EFFECT_FIND
					    : PANEL_EFFECT_NONE;
	case PANEL_INTENT_PRINT:
		if (!act_allowed(ACT_PRINTED, facts->phase))
			break;
		panel_go(panel, PANEL_PRINT, now_ms);
		panel->print_count = PANEL_PRINT_USUAL;
		panel->kind = panel->printer = 0;
		panel->print_language = facts->meeting->language_count;
		panel->print_choices = false;
		return PANEL_EFFECT_PRINTERS;
	default:
		break;
	}
	return PANEL_EFFECT_NONE;
}

void panel_slip_found(struct panel *panel, const struct panel_slip *slip,
		      uint64_t now_ms)
{
	if (panel->page != PANEL_SLIPS && panel->page != PANEL_SLIP)
		return;
	panel_go(panel, PANEL_SLIP, now_ms);
	panel->slip = *slip;
}

enum panel_effect panel_touch_slip(struct panel *panel,
				   const struct panel_facts *facts,
				   struct panel_intent intent, uint64_t now_ms)
{
	if (intent.kind == PANEL_INTENT_BACK)
		panel_go(panel, PANEL_SLIPS, now_ms);
	if (intent.kind == PANEL_INTENT_VOID &&
	    panel_may(panel, facts, PANEL_EFFECT_VOID))
		return panel_agree(panel, facts, PANEL_EFFECT_VOID, now_ms);
	return PANEL_EFFECT_NONE;
}

void panel_pick(struct panel *panel, const struct panel_facts *facts, int value)
{
	int index = value & 0xff;

	if (value >> 8 == PANEL_PICK_PRINTER && index < facts->printers.count)
		panel->printer = index;
	if (value >> 8 == PANEL_PICK_KIND && index < facts->kinds.count)
		panel->kind = index;
	if (value >> 8 == PANEL_PICK_PLACE && index < facts->places.count)
		panel->place = index;
}

enum panel_effect panel_touch_publish(struct panel *panel,
				      const struct panel_facts *facts,
				      struct panel_intent intent,
				      uint64_t now_ms)
{
	if (facts->busy)
		return PANEL_EFFECT_NONE;
	if (intent.kind == PANEL_INTENT_BACK)
		panel_go(panel, PANEL_COUNT, now_ms);
	if (intent.kind == PANEL_INTENT_PICK)
		panel_pick(panel, facts, intent.value);
	if (intent.kind == PANEL_INTENT_ON &&
	    panel_may(panel, facts, PANEL_EFFECT_PUBLISH))
		return PANEL_EFFECT_PUBLISH;
	if (intent.kind == PANEL_INTENT_PRINT &&
	    panel_may(panel, facts, PANEL_EFFECT_PROTOCOL))
		return PANEL_EFFECT_PROTOCOL;
	return PANEL_EFFECT_NONE;
}

void panel_print_step(struct panel *panel, int by)
{
	int count = panel->print_count + by;

	panel->print_count = count < 1			? 1
			     : count > PANEL_PRINT_MOST ? PANEL_PRINT_MOST
							: count;
}

enum panel_effect panel_touch_print(struct panel *panel,
				    const struct panel_facts *facts,
				    struct panel_intent intent, uint64_t now_ms)
{
	if (facts->busy)
		return PANEL_EFFECT_NONE;
	switch (intent.kind) {
	case PANEL_INTENT_BACK:
		panel_go(panel, PANEL_SLIPS, now_ms);
		break;
	case PANEL_INTENT_STEP:
		panel_print_step(panel, intent.value);
		break;
	case PANEL_INTENT_PICK:
		panel_pick(panel, facts, intent.value);
		break;
	case PANEL_INTENT_LANGUAGE:
		panel_go(panel, PANEL_SPEECH, now_ms);
		break;
	case PANEL_INTENT_CHOICES:
		panel->print_choices = !panel->print_choices;
		break;
	case PANEL_INTENT_ON:
		if (panel_may(panel, facts, PANEL_EFFECT_PRINT))
			return PANEL_EFFECT_PRINT;
		break;
	default:
		break;
	}
	return PANEL_EFFECT_NONE;
}

bool panel_slip_speaks(const struct meeting *meeting, int language)
{
	const char *code = meeting->languages[language];
	size_t letters = strspn(code, "abcdefghijklmnopqrstuvwxyz");

	return code[letters] == '\0' && letters >= SLIP_LANGUAGE_LEAST &&
	       letters < SLIP_LANGUAGE;
}

enum panel_effect panel_touch_speech(struct panel *panel,
				     const struct panel_facts *facts,
				     struct panel_intent intent,
				     uint64_t now_ms)
{
	const struct meeting *meeting = facts->meeting;
	int language = intent.value & 0xff;
	bool none = language == meeting->language_count;

	if (intent.kind == PANEL_INTENT_PICK &&
	    intent.value >> 8 == PANEL_PICK_LANGUAGE &&
	    (none || (language < meeting->language_count &&
		      panel_slip_speaks(meeting, language))))
		panel->print_language = language;
	else if (intent.kind != PANEL_INTENT_BACK)
		return PANEL_EFFECT_NONE;
	panel_go(panel, PANEL_PRINT, now_ms);
	return PANEL_EFFECT_NONE;
}
