/* What touches mean on the pages on which nothing is typed. */
#include <sodium/utils.h>
#include <string.h>

#include "core/panel_typing.h"

enum panel_effect panel_touch_voter(struct panel *panel,
				    const struct panel_facts *facts,
				    struct panel_intent intent, uint64_t now_ms)
{
	(void)panel;
	(void)now_ms;
	return intent.kind == PANEL_INTENT_STOP_VOTER && !facts->locked
		   ? PANEL_EFFECT_STOP_VOTER
		   : PANEL_EFFECT_NONE;
}

/* A cue is given as soon as its button is touched. */
enum panel_effect panel_touch_hall(struct panel *panel,
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

enum panel_effect panel_touch_count(struct panel *panel,
				    const struct panel_facts *facts,
				    struct panel_intent intent, uint64_t now_ms)
{
	if (intent.kind == PANEL_INTENT_TIE)
		panel_lots_begin(panel, facts, intent.value, now_ms);
	else if (intent.kind == PANEL_INTENT_BY_HAND)
		panel_hand_begin(panel, facts, now_ms);
	else if (intent.kind == PANEL_INTENT_COUNT &&
		 panel_may(panel, facts, PANEL_EFFECT_COUNT))
		return panel_agree(panel, facts, PANEL_EFFECT_COUNT, now_ms);
	else if (intent.kind == PANEL_INTENT_RESULT && facts->result) {
		panel_go(panel, PANEL_RESULT, now_ms);
		panel->rows_page = 0;
	} else if (intent.kind == PANEL_INTENT_PUBLISH &&
		   act_allowed(ACT_PUBLISHED, facts->phase)) {
		panel_go(panel, PANEL_PUBLISH, now_ms);
		panel->place = panel->printer = 0;
		return PANEL_EFFECT_PRINTERS;
	}
	return PANEL_EFFECT_NONE;
}

enum panel_effect panel_touch_result(struct panel *panel,
				     const struct panel_facts *facts,
				     struct panel_intent intent,
				     uint64_t now_ms)
{
	(void)facts;
	if (intent.kind == PANEL_INTENT_MORE)
		panel->rows_page = intent.value;
	if (intent.kind == PANEL_INTENT_BACK)
		panel_go(panel, PANEL_COUNT, now_ms);
	return PANEL_EFFECT_NONE;
}

enum panel_effect panel_touch_status(struct panel *panel,
				     const struct panel_facts *facts,
				     struct panel_intent intent,
				     uint64_t now_ms)
{
	(void)facts;
	if (intent.kind != PANEL_INTENT_SCANNER)
		return PANEL_EFFECT_NONE;
	panel->back = panel->page;
	panel_go(panel, PANEL_SCANNER, now_ms);
	panel->trial = (struct trial){0};
	return PANEL_EFFECT_NONE;
}

enum panel_effect panel_touch_scanner(struct panel *panel,
				      const struct panel_facts *facts,
				      struct panel_intent intent,
				      uint64_t now_ms)
{
	(void)facts;
	if (intent.kind == PANEL_INTENT_BACK)
		panel_go(panel, panel->back, now_ms);
	return PANEL_EFFECT_NONE;
}

enum panel_effect panel_touch_log(struct panel *panel,
				  const struct panel_facts *facts,
				  struct panel_intent intent, uint64_t now_ms)
{
	(void)facts;
	(void)now_ms;
	if (intent.kind == PANEL_INTENT_MORE)
		panel->rows_page = intent.value;
	return PANEL_EFFECT_NONE;
}

enum panel_effect panel_touch_setup(struct panel *panel,
				    const struct panel_facts *facts,
				    struct panel_intent intent, uint64_t now_ms)
{
	int item = (intent.value >> 8) - PANEL_PICK_SETUP;
	int value = intent.value & 0xff;

	if (intent.kind == PANEL_INTENT_RULES)
		panel_go(panel, PANEL_RULES, now_ms);
	if (intent.kind == PANEL_INTENT_ANEW)
		panel_go(panel, PANEL_ANEW, now_ms);
	if (intent.kind == PANEL_INTENT_LANGUAGE)
		panel_go(panel, PANEL_LANGUAGE, now_ms);
	if (intent.kind == PANEL_INTENT_SCANNER)
		return panel_touch_status(panel, facts, intent, now_ms);
	if (intent.kind != PANEL_INTENT_PICK || item < 0 ||
	    item >= SETUP_ITEMS || value >= setup_values((enum setup_item)item))
		return PANEL_EFFECT_NONE;
	panel->setup = facts->setup;
	panel->setup.value[item] = value;
	return PANEL_EFFECT_SETUP;
}

enum panel_effect panel_touch_language(struct panel *panel,
				       const struct panel_facts *facts,
				       struct panel_intent intent,
				       uint64_t now_ms)
{
	const struct meeting *meeting = facts->meeting;
	int language = intent.value & 0xff;

	if (intent.kind == PANEL_INTENT_BACK)
		panel_go(panel, PANEL_SETUP, now_ms);
	if (intent.kind != PANEL_INTENT_PICK ||
	    intent.value >> 8 != PANEL_PICK_LANGUAGE ||
	    language >= meeting->language_count ||
	    strlen(meeting->languages[language]) >= SETUP_WORD)
		return PANEL_EFFECT_NONE;
	panel->setup = facts->setup;
	/* The first is the usual one: also of another meeting. */
	strcpy(panel->setup.language,
	       language > 0 ? meeting->languages[language] : "");
	return PANEL_EFFECT_SETUP;
}

enum panel_effect panel_touch_rules(struct panel *panel,
				    const struct panel_facts *facts,
				    struct panel_intent intent, uint64_t now_ms)
{
	(void)facts;
	if (intent.kind == PANEL_INTENT_BACK)
		panel_go(panel, PANEL_SETUP, now_ms);
	return PANEL_EFFECT_NONE;
}

enum panel_effect panel_touch_anew(struct panel *panel,
				   const struct panel_facts *facts,
				   struct panel_intent intent, uint64_t now_ms)
{
	if (intent.kind == PANEL_INTENT_BACK)
		panel_go(panel, PANEL_SETUP, now_ms);
	if (intent.kind == PANEL_INTENT_ON &&
	    panel_may(panel, facts, PANEL_EFFECT_ANEW))
		return panel_agree(panel, facts, PANEL_EFFECT_ANEW, now_ms);
	return PANEL_EFFECT_NONE;
}

enum panel_effect panel_touch_vote(struct panel *panel,
				   const struct panel_facts *facts,
				   struct panel_intent intent, uint64_t now_ms)
{
	enum panel_effect effect = (enum panel_effect)intent.value;

	if (intent.kind != PANEL_INTENT_ACT || effect < PANEL_EFFECT_ADOPT ||
	    effect > PANEL_EFFECT_CLOSE || !panel_may(panel, facts, effect))
		return PANEL_EFFECT_NONE;
	return panel_agree(panel, facts, effect, now_ms);
}
