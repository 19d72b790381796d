#include "tests/lib/voter_case.h"

#include <SDL.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/demo_pictures.h"
#include "tests/lib/voter_meeting.h"
#include "words/words.h"

enum { START_MS = 4000000, FRAMES = 50, HUMAN_MS = 1000 };

void voter_case_open(struct voter_case *voter, int form)
{
	memset(voter, 0, sizeof(*voter));
	voter->ui = display_open(form);
	voter->meeting = voter_meeting_new();
	assert_non_null(voter->meeting);
	session_reset(&voter->session, START_MS);
	voter->settings = voter->session.settings;
	voter_case_reset(voter, "da");
}

void voter_case_close(struct voter_case *voter)
{
	meeting_free(voter->meeting);
	ui_free(voter->ui);
	SDL_Quit();
}

void voter_case_reset(struct voter_case *voter, const char *language)
{
	voter->now_ms = START_MS;
	voter->taps = 0;
	session_reset(&voter->session, voter->now_ms);
	voter->session.settings = voter->settings;
	voter->session.language = meeting_language(voter->meeting, language);
	voter->view = (struct voter_view){
	    .meeting = voter->meeting,
	    .session = &voter->session,
	    .phase = PHASE_OPEN,
	    .images = demo_pictures(),
	};
}

void voter_case_begin(struct voter_case *voter, const char *language, int pot)
{
	static const unsigned char hash[SLIP_HASH_BYTES] = {1, 2, 3};
	uint64_t seed = 5;
	struct random random = bolbro_random(&seed);

	voter_case_reset(voter, language);
	session_scanned(&voter->session, voter->meeting, STATUS_OK, hash, -1,
			&random, voter->now_ms);
	for (int i = 0; i < voter->meeting->proposal_count; i++)
		voter->session.order[i] = i;
	voter->session.language = meeting_language(voter->meeting, language);
	voter->session.screen = SCREEN_CHOOSE;
	voter->session.pot = pot;
	for (int i = 0; i < voter->meeting->proposal_count; i++)
		voter->session.seen[i] = voter->meeting->proposals[i].pot < pot;
}

void voter_show_page(struct voter_case *voter, int page)
{
	struct session *session = &voter->session;
	int size, first, end;

	voter_prepare(voter->ui, &voter->view);
	size = voter_page_size(voter->ui, &voter->view);
	meeting_pot_range(voter->meeting, session->pot, &first, &end);
	session->at[session->pot] = 0;
	while (session_page(session, voter->meeting, size) < page &&
	       session->at[session->pot] < end - first)
		session->at[session->pot]++;
	assert_int_equal(session_page(session, voter->meeting, size), page);
}

void voter_all_seen(struct voter_case *voter)
{
	for (int i = 0; i < voter->meeting->proposal_count; i++)
		voter->session.seen[i] = true;
}

void voter_show_review(struct voter_case *voter, int page)
{
	int size;

	voter_prepare(voter->ui, &voter->view);
	size = voter_review_size(voter->ui, &voter->view);
	voter->session.review_at = page * size;
	voter->session.review_seen = (page + 1) * size;
}

struct intent voter_frame(struct voter_case *voter)
{
	struct intent intent, meant = {INTENT_NONE, 0};

	for (int i = 0; i < FRAMES; i++) {
		ui_begin(voter->ui, voter->now_ms);
		voter_draw(voter->ui, &voter->view, &intent);
		ui_end(voter->ui);
		if (intent.kind != INTENT_NONE)
			meant = intent;
		if (!ui_pending(voter->ui))
			break;
	}
	return meant;
}

bool voter_has(struct voter_case *voter, enum widget widget, int index)
{
	return display_find(voter->ui, UI_ID(widget, index)) != NULL;
}

struct intent voter_touch(struct voter_case *voter, enum widget widget,
			  int index)
{
	const struct ui_target *target;

	voter_frame(voter);
	target = display_find(voter->ui, UI_ID(widget, index));
	if (!target)
		fail_msg("there is no %s %d on %s",
			 widget_name(UI_ID(widget, 0)), index,
			 screen_name(voter->session.screen));
	display_touch(voter->ui, target);
	return voter_frame(voter);
}

enum effect voter_tap(struct voter_case *voter, enum widget widget, int index)
{
	struct intent intent;
	enum effect effect;

	voter->now_ms += HUMAN_MS;
	intent = voter_touch(voter, widget, index);
	assert_int_not_equal(intent.kind, INTENT_NONE);
	effect = session_apply(&voter->session, voter->meeting, intent,
			       voter_page_size(voter->ui, &voter->view),
			       voter_review_size(voter->ui, &voter->view),
			       voter->now_ms);
	voter->taps++;
	voter_frame(voter);
	return effect;
}
