#include "core/panel_typing.h"

#include <string.h>

#include "core/utf8.h"

bool panel_digit_add(char *text, int *length, int most, int digit)
{
	if (digit < 0 || digit > 9 || *length >= most)
		return false;
	text[(*length)++] = (char)('0' + digit);
	return true;
}

void panel_digit_erase(char *text, int *length)
{
	if (*length > 0)
		text[--(*length)] = '\0';
}

enum panel_effect panel_touch_pin(struct panel *panel,
				  const struct panel_facts *facts,
				  struct panel_intent intent, uint64_t now_ms)
{
	if (!facts->pin_set || panel_locked_seconds(panel, now_ms) > 0)
		return PANEL_EFFECT_NONE;
	panel->told = false;
	if (intent.kind == PANEL_INTENT_ERASE)
		panel_digit_erase(panel->pin, &panel->pin_length);
	if (intent.kind == PANEL_INTENT_DIGIT &&
	    panel_digit_add(panel->pin, &panel->pin_length, PANEL_PIN_DIGITS,
			    intent.value) &&
	    panel->pin_length == PANEL_PIN_DIGITS)
		return PANEL_EFFECT_PIN;
	return PANEL_EFFECT_NONE;
}

/* CHARACTER in UTF-8 and how many bytes it takes; 0 for one above U+07FF or
 * without a look, which no key has. */
static size_t character_write(int character, char ret_text[UTF8_MAX])
{
	bool plain = (character >= ' ' && character < 0x7f) ||
		     (character >= 0xa0 && character <= 0x7ff);

	return plain ? utf8_write((uint32_t)character, ret_text) : 0;
}

/* No blank at the beginning, none after another. */
static void letter_add(char text[PANEL_TEXT], int character, int most)
{
	char letter[UTF8_MAX];
	size_t length = strlen(text), size = character_write(character, letter);

	if (utf8_characters(text) >= most || length + size >= PANEL_TEXT)
		return;
	if (character == ' ' && (length == 0 || text[length - 1] == ' '))
		return;
	memcpy(text + length, letter, size);
	text[length + size] = '\0';
}

static void blanks_cut(char text[PANEL_TEXT])
{
	size_t length = strlen(text);

	while (length > 0 && text[length - 1] == ' ')
		text[--length] = '\0';
}

/* What was typed is whole: the message is given, or the count is kept. */
static enum panel_effect text_end(struct panel *panel)
{
	blanks_cut(panel->text);
	if (panel->page == PANEL_REASON)
		return utf8_characters(panel->text) < PANEL_REASON_LEAST
			   ? PANEL_EFFECT_NONE
			   : PANEL_EFFECT_HAND;
	if (!*panel->text)
		return PANEL_EFFECT_NONE;
	panel->cue = (struct cue){.kind = CUE_MESSAGE};
	memcpy(panel->cue.message, panel->text, strlen(panel->text) + 1);
	return PANEL_EFFECT_CUE;
}

enum panel_effect panel_touch_text(struct panel *panel,
				   const struct panel_facts *facts,
				   struct panel_intent intent, uint64_t now_ms)
{
	/* A reason is no message, but nobody types a longer one here. */
	int most = CUE_MESSAGE_CHARACTERS;
	size_t length = strlen(panel->text);

	(void)facts;
	switch (intent.kind) {
	case PANEL_INTENT_LETTER:
		letter_add(panel->text, intent.value, most);
		break;
	case PANEL_INTENT_ERASE:
		if (length > 0)
			panel->text[utf8_cut(panel->text, length - 1)] = '\0';
		break;
	case PANEL_INTENT_BACK:
		panel_go(panel,
			 panel->page == PANEL_REASON ? PANEL_STANDS
						     : PANEL_HALL,
			 now_ms);
		break;
	case PANEL_INTENT_ON:
		return text_end(panel);
	default:
		break;
	}
	return PANEL_EFFECT_NONE;
}

void panel_lots_begin(struct panel *panel, const struct panel_facts *facts,
		      int tie, uint64_t now_ms)
{
	if (facts->phase != PHASE_CLOSED || !panel_tie_open(facts->result, tie))
		return;
	panel_go(panel, PANEL_LOTS, now_ms);
	panel->tie = tie;
	panel->person = 0;
	panel->order_count = 0;
}

static bool tie_has(const struct tie *tie, int proposal)
{
	for (int i = 0; i < tie->count; i++)
		if (tie->proposal[i] == proposal)
			return true;
	return false;
}

static void draw(struct panel *panel, const struct tie *tie, int proposal)
{
	int *order = panel->order[panel->person];

	if (!tie_has(tie, proposal) || panel->order_count >= tie->count)
		return;
	for (int i = 0; i < panel->order_count; i++)
		if (order[i] == proposal)
			return;
	order[panel->order_count++] = proposal;
	panel->differs = false;
}

/* The whole order was typed: by the first, then it is the second's turn; by
 * both alike, then it is kept; else both begin again. */
static enum panel_effect lots_on(struct panel *panel,
				 const struct panel_facts *facts,
				 const struct tie *tie, uint64_t now_ms)
{
	size_t size = (size_t)tie->count * sizeof(panel->order[0][0]);
	bool same = panel->person == 1 &&
		    memcmp(panel->order[0], panel->order[1], size) == 0;

	if (panel->order_count < tie->count)
		return PANEL_EFFECT_NONE;
	if (same)
		return panel_agree(panel, facts, PANEL_EFFECT_LOTS, now_ms);
	panel->differs = panel->person == 1;
	panel->person = panel->person == 0;
	panel->order_count = 0;
	return PANEL_EFFECT_NONE;
}

enum panel_effect panel_touch_lots(struct panel *panel,
				   const struct panel_facts *facts,
				   struct panel_intent intent, uint64_t now_ms)
{
	const struct tie *tie;

	if (!panel_tie_open(facts->result, panel->tie))
		return PANEL_EFFECT_NONE;
	tie = &facts->result->ties[panel->tie];
	switch (intent.kind) {
	case PANEL_INTENT_DRAW:
		draw(panel, tie, intent.value);
		break;
	case PANEL_INTENT_UNDO:
		if (panel->order_count > 0)
			panel->order_count--;
		break;
	case PANEL_INTENT_BACK:
		panel_go(panel, PANEL_COUNT, now_ms);
		break;
	case PANEL_INTENT_ON:
		return lots_on(panel, facts, tie, now_ms);
	default:
		break;
	}
	return PANEL_EFFECT_NONE;
}
