#include "tests/lib/panel_case.h"

#include <stdio.h>
#include <stdlib.h>

#include <SDL.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "ui/widget.h"
#include "words/words.h"

enum { START_MS = 4000000, FRAMES = 50, HUMAN_MS = 1000, TIED = 2 };

void panel_case_open(struct panel_case *panel, int form, const char *language)
{
	memset(panel, 0, sizeof(*panel));
	panel->ui = display_open(form);
	words_language(language);
	panel->meeting = bolbro_new();
	panel->result = calloc(1, sizeof(*panel->result));
	assert_non_null(panel->meeting);
	assert_non_null(panel->result);
	panel->now_ms = START_MS;
	panel->facts = (struct panel_facts){
	    .meeting = panel->meeting,
	    .phase = PHASE_OPEN,
	    .pin_set = true,
	    .printed = 60,
	    .used = 24,
	    .voided = 2,
	    .unused = 34,
	    .filled = 24,
	    .setup = setup_usual(),
	    .machine = {"2015-11-10 19:42", "2015-11-10 19:35", 48211, 83,
			"0.1.0 3fa94c07"},
	    .code = "K7Q2-9XPA"};
	panel_open(&panel->panel, panel->now_ms);
}

void panel_case_close(struct panel_case *panel)
{
	ui_free(panel->ui);
	meeting_free(panel->meeting);
	free(panel->result);
	SDL_Quit();
}

void panel_case_enter(struct panel_case *panel)
{
	panel_pin_checked(&panel->panel, &panel->facts, STATUS_OK,
			  panel->now_ms);
}

void panel_case_closed(struct panel_case *panel)
{
	static const int votes[] = {14, 12, 9, 10, 17, 13, 7, 13, 6, 11};
	struct tie *tie = &panel->result->ties[0];

	panel->facts.phase = PHASE_CLOSED;
	panel->box.ballots = panel->facts.used;
	for (int i = 0; i < panel->meeting->proposal_count; i++)
		panel->box.support[i] = votes[i];
	*tie = (struct tie){
	    .pot = 1, .votes = 13, .count = TIED, .changes_money = true};
	tie->proposal[0] = meeting_proposal(panel->meeting, 6);
	tie->proposal[1] = meeting_proposal(panel->meeting, 8);
	panel->result->tie_count = 1;
	panel->result->stopped = true;
	panel->facts.box = &panel->box;
	panel->facts.result = panel->result;
}

struct panel_intent panel_case_frame(struct panel_case *panel)
{
	struct panel_intent intent, meant = {PANEL_INTENT_NONE, 0};
	struct rect place;

	for (int i = 0; i < FRAMES; i++) {
		ui_begin(panel->ui, panel->now_ms);
		panel_draw(
		    panel->ui, &panel->panel, &panel->facts,
		    meeting_language(panel->meeting, words_language(NULL)),
		    &intent, &place);
		ui_end(panel->ui);
		if (intent.kind != PANEL_INTENT_NONE)
			meant = intent;
		if (!ui_pending(panel->ui))
			break;
	}
	return meant;
}

enum panel_effect panel_case_tap(struct panel_case *panel,
				 enum panel_widget widget, int index)
{
	const struct ui_target *target;

	panel->now_ms += HUMAN_MS;
	panel_case_frame(panel);
	target = display_find(panel->ui, UI_ID(widget, index));
	if (!target)
		fail_msg("there is no %s %d on %s",
			 panel_widget_name(UI_ID(widget, 0)), index,
			 panel_page_name(panel->panel.page));
	display_touch(panel->ui, target);
	return panel_apply(&panel->panel, &panel->facts,
			   panel_case_frame(panel), panel->now_ms);
}

void panel_case_number(struct panel_case *panel, int number)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", number);
	for (const char *digit = text; *digit; digit++)
		panel_case_tap(panel, PANEL_WIDGET_DIGIT, *digit - '0');
	panel_case_tap(panel, PANEL_WIDGET_ON, 0);
}
