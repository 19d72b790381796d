#include "tests/lib/voter_case.h"

#include <limits.h>

#include <SDL.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/voter_meeting.h"
#include "words/place.h"
#include "words/words.h"

enum { START_MS = 4000000, FRAMES = 50, HUMAN_MS = 1000 };

const struct voter_form voter_forms[3] = {
    {"landscape", 1920, 1080, 4.0},
    {"portrait", 1080, 1920, 4.0},
    {"tablet", 1280, 800, 5.9},
};

void voter_case_open(struct voter_case *voter, int form)
{
	char fonts[PATH_MAX], lang[PATH_MAX];
	struct ui_options options = {.title = "stemmeboks-kiosk",
				     .fonts = fonts};

	memset(voter, 0, sizeof(*voter));
	setenv("SDL_VIDEODRIVER", "dummy", 1);
	assert_int_equal(place_find("fonts", fonts, sizeof(fonts)), STATUS_OK);
	assert_int_equal(place_find("lang", lang, sizeof(lang)), STATUS_OK);
	words_open(lang);
	options.window.width_px = voter_forms[form].width_px;
	options.window.height_px = voter_forms[form].height_px;
	options.px_per_mm = voter_forms[form].px_per_mm;
	assert_int_equal(ui_open(&options, &voter->ui), STATUS_OK);
	voter->meeting = voter_meeting_new();
	assert_non_null(voter->meeting);
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
	voter->session.language = meeting_language(voter->meeting, language);
	voter->view = (struct voter_view){
	    .meeting = voter->meeting,
	    .session = &voter->session,
	    .phase = PHASE_OPEN,
	    .images = voter_images,
	};
}

void voter_case_begin(struct voter_case *voter, const char *language, int pot)
{
	static const unsigned char hash[SLIP_HASH_BYTES] = {1, 2, 3};
	uint64_t seed = 5;
	struct random random = bolbro_random(&seed);

	voter_case_reset(voter, language);
	session_scanned(&voter->session, voter->meeting, STATUS_OK, hash,
			&random, voter->now_ms);
	for (int i = 0; i < voter->meeting->proposal_count; i++)
		voter->session.order[i] = i;
	voter->session.language = meeting_language(voter->meeting, language);
	voter->session.screen = SCREEN_CHOOSE;
	voter->session.pot = pot;
	for (int i = 0; i <= pot; i++)
		voter->session.seen[i] = i < pot ? UINT64_MAX : 1;
	voter->session.review_seen = 1;
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

static const struct ui_target *find(struct voter_case *voter,
				    enum widget widget, int index)
{
	int count;
	const struct ui_target *targets = ui_targets(voter->ui, &count);

	for (int i = 0; i < count; i++)
		if (targets[i].id == UI_ID(widget, index))
			return &targets[i];
	return NULL;
}

bool voter_has(struct voter_case *voter, enum widget widget, int index)
{
	return find(voter, widget, index) != NULL;
}

static void finger(struct voter_case *voter, uint32_t type, int x, int y)
{
	SDL_Event event = {0};

	event.type = type;
	event.button.button = SDL_BUTTON_LEFT;
	event.button.state =
	    type == SDL_MOUSEBUTTONDOWN ? SDL_PRESSED : SDL_RELEASED;
	event.button.clicks = 1;
	event.button.x = x;
	event.button.y = y;
	ui_event(voter->ui, &event);
}

struct intent voter_touch(struct voter_case *voter, enum widget widget,
			  int index)
{
	const struct ui_target *target;
	int x, y;

	voter_frame(voter);
	target = find(voter, widget, index);
	if (!target)
		fail_msg("there is no %s %d on %s",
			 widget_name(UI_ID(widget, 0)), index,
			 screen_name(voter->session.screen));
	x = target->rect.x + target->rect.w / 2;
	y = target->rect.y + target->rect.h / 2;
	finger(voter, SDL_MOUSEBUTTONDOWN, x, y);
	finger(voter, SDL_MOUSEBUTTONUP, x, y);
	return voter_frame(voter);
}

enum effect voter_tap(struct voter_case *voter, enum widget widget, int index)
{
	struct intent intent;
	enum effect effect;

	voter->now_ms += HUMAN_MS;
	intent = voter_touch(voter, widget, index);
	assert_int_not_equal(intent.kind, INTENT_NONE);
	effect = session_apply(
	    &voter->session, voter->meeting, intent, voter_page_size(voter->ui),
	    voter_review_size(voter->ui, &voter->view), voter->now_ms);
	voter->taps++;
	voter_frame(voter);
	return effect;
}
