/* The urn counted by hand, typed by two people. */
#include <stdlib.h>
#include <string.h>

#include "core/panel_typing.h"

static int64_t *row_value(struct panel_hand *hand, int row)
{
	return &hand->votes[row - 1];
}

/* More votes than the slips that this person counted can give. */
static bool value_over(const struct panel *panel, const struct meeting *meeting,
		       int row, int value)
{
	int ballots = panel->hand[panel->person].ballots;

	return row > 0 && value > tally_most(meeting, row - 1, ballots);
}

static void value_set(struct panel *panel, int row, int value)
{
	struct panel_hand *hand = &panel->hand[panel->person];

	if (row == 0)
		hand->ballots = value;
	else
		*row_value(hand, row) = value;
}

static bool row_same(struct panel *panel, int row)
{
	if (row == 0)
		return panel->hand[0].ballots == panel->hand[1].ballots;
	return *row_value(&panel->hand[0], row) ==
	       *row_value(&panel->hand[1], row);
}

/* The next row from ROW on that is asked, or -1. */
static int row_next(const struct panel *panel, const struct meeting *meeting,
		    int row)
{
	for (; row <= meeting->proposal_count; row++)
		if (panel->asked[row])
			return row;
	return -1;
}

static int row_before(const struct panel *panel, int row)
{
	for (row--; row >= 0; row--)
		if (panel->asked[row])
			return row;
	return -1;
}

static void number_clear(struct panel *panel)
{
	memset(panel->number, 0, sizeof(panel->number));
	panel->number_length = 0;
}

static void row_go(struct panel *panel, int row)
{
	panel->row = row;
	number_clear(panel);
}

void panel_hand_begin(struct panel *panel, const struct panel_facts *facts,
		      uint64_t now_ms)
{
	if (!facts->box)
		return;
	panel_go(panel, PANEL_HAND, now_ms);
	memset(panel->hand, 0, sizeof(panel->hand));
	for (int i = 0; i <= facts->meeting->proposal_count; i++)
		panel->asked[i] = true;
	panel->person = 0;
	row_go(panel, 0);
}

/* Rows that differ are asked again. */
static bool ask_different(struct panel *panel, const struct meeting *meeting)
{
	for (int i = 0; i <= meeting->proposal_count; i++)
		panel->asked[i] = !row_same(panel, i);
	return row_next(panel, meeting, 0) >= 0;
}

/* Where both say more than their slips can give, since the slips were typed
 * anew after it, those votes are asked again, and the slips. */
static bool ask_over(struct panel *panel, const struct meeting *meeting)
{
	for (int i = 1; i <= meeting->proposal_count; i++) {
		panel->asked[i] = value_over(
		    panel, meeting, i, (int)*row_value(&panel->hand[0], i));
		panel->asked[0] |= panel->asked[i];
	}
	return panel->asked[0];
}

/* Both have typed: what cannot stay is asked again, of both. */
static void compare(struct panel *panel, const struct panel_facts *facts,
		    uint64_t now_ms)
{
	panel->differs = ask_different(panel, facts->meeting);
	panel->over = !panel->differs && ask_over(panel, facts->meeting);
	panel->person = 0;
	if (panel->differs || panel->over) {
		row_go(panel, row_next(panel, facts->meeting, 0));
		return;
	}
	panel_go(panel, PANEL_STANDS, now_ms);
	panel->rows_page = 0;
}

/* The number of this row is whole. */
static void hand_on(struct panel *panel, const struct panel_facts *facts,
		    uint64_t now_ms)
{
	int value = (int)strtol(panel->number, NULL, 10), next;

	if (panel->number_length == 0)
		return;
	panel->over = value_over(panel, facts->meeting, panel->row, value);
	if (panel->over)
		return;
	value_set(panel, panel->row, value);
	next = row_next(panel, facts->meeting, panel->row + 1);
	if (next >= 0) {
		row_go(panel, next);
	} else if (panel->person == 0) {
		panel->person = 1;
		panel->differs = false;
		row_go(panel, row_next(panel, facts->meeting, 0));
	} else {
		compare(panel, facts, now_ms);
	}
}

/* Back within what this person types, and out of it from the first row. */
static void hand_back(struct panel *panel, uint64_t now_ms)
{
	int before = row_before(panel, panel->row);

	if (before >= 0)
		row_go(panel, before);
	else
		panel_go(panel, PANEL_COUNT, now_ms);
}

enum panel_effect panel_touch_hand(struct panel *panel,
				   const struct panel_facts *facts,
				   struct panel_intent intent, uint64_t now_ms)
{
	switch (intent.kind) {
	case PANEL_INTENT_DIGIT:
		panel->over = false;
		panel_digit_add(panel->number, &panel->number_length,
				panel->row == 0 ? PANEL_BALLOT_DIGITS
						: PANEL_NUMBER_DIGITS,
				intent.value);
		break;
	case PANEL_INTENT_ERASE:
		panel->over = false;
		panel_digit_erase(panel->number, &panel->number_length);
		break;
	case PANEL_INTENT_ON:
		hand_on(panel, facts, now_ms);
		break;
	case PANEL_INTENT_BACK:
		hand_back(panel, now_ms);
		break;
	default:
		break;
	}
	return PANEL_EFFECT_NONE;
}

bool panel_hand_agrees(const struct panel *panel,
		       const struct panel_facts *facts)
{
	const struct panel_hand *hand = &panel->hand[0];

	if (!facts->box || hand->ballots != facts->box->ballots)
		return false;
	for (int i = 0; i < facts->meeting->proposal_count; i++)
		if (hand->votes[i] != facts->box->support[i])
			return false;
	return true;
}

enum panel_effect panel_touch_stands(struct panel *panel,
				     const struct panel_facts *facts,
				     struct panel_intent intent,
				     uint64_t now_ms)
{
	bool agrees = panel_hand_agrees(panel, facts);

	switch (intent.kind) {
	case PANEL_INTENT_MORE:
		panel->rows_page = intent.value;
		break;
	case PANEL_INTENT_BACK:
		panel_go(panel, PANEL_COUNT, now_ms);
		break;
	case PANEL_INTENT_ON:
		if (!agrees)
			break;
		panel->hand_stands = false;
		memset(panel->text, 0, sizeof(panel->text));
		return PANEL_EFFECT_HAND;
	case PANEL_INTENT_STAND:
		if (agrees)
			break;
		panel->hand_stands = intent.value == 1;
		memset(panel->text, 0, sizeof(panel->text));
		panel_go(panel, PANEL_REASON, now_ms);
		break;
	default:
		break;
	}
	return PANEL_EFFECT_NONE;
}
