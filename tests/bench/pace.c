/* pace.c - seconds a resident stands at the kiosk, at human pace.
 *
 * pace WIDTH HEIGHT PX_PER_MM FONTS IMAGES WORDS KIND [PROPOSALS] prints the
 * median and the 90th percentile of 101 residents, and the taps of the median
 * one. They read every word that is new to them, 200 a minute, and need a
 * second for a touch, on the screens and by the rules of the kiosk itself; only
 * the clock is not waited for. KIND is a ballot type, or "express": approval by
 * numbers, the slip knowing the language. PROPOSALS (ten without it) stand in
 * one pot, those after the tenth as the first ones with other titles; nobody
 * opens one in full. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "tests/bench/measure.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/voter_meeting.h"
#include "ui/ui.h"
#include "ui/widget.h"
#include "voter/voter.h"
#include "voter/widget.h"
#include "words/words.h"

enum {
	RESIDENTS = 101,
	PROPOSALS = 10,
	WORD_MS = 300, /* 200 a minute */
	TAP_MS = 1000,
	READ_MOST = 4096,
	STEPS_MOST = 500, /* more than any vote takes */
	CHOICES = 3,
	POINTS = 10,
	ABOVE_CARDS = 184, /* u, in landscape */
};

struct resident {
	struct ui *ui;
	struct meeting *meeting;
	struct session session;
	struct voter_view view;
	uint64_t now_ms, seed;
	bool express;
	int taps, read_count;
	uint32_t read[READ_MOST];    /* hashes of what was read */
	int wish[MEETING_PROPOSALS]; /* taps a proposal is to get */
};

/* With FRAME, all numbers are alike. */
static uint32_t hash_of(const char *text, bool frame)
{
	uint32_t hash = frame ? 1 : 2166136261u;

	for (; *text; text++) {
		int c = frame && SDL_isdigit((unsigned char)*text)
			    ? '0'
			    : (unsigned char)*text;

		hash = (hash ^ (unsigned)c) * 16777619u;
	}
	return hash;
}

/* How many words TEXT has, or only those with a digit. */
static int words_in(const char *text, bool numbers)
{
	int words = 0;
	bool letter = false, digit = false;

	for (;; text++) {
		if (*text == ' ' || *text == '\n' || *text == '\0') {
			words += numbers ? digit : letter || digit;
			letter = digit = false;
		}
		if (*text == '\0')
			return words;
		digit |= SDL_isdigit((unsigned char)*text) != 0;
		letter |= (unsigned char)*text >= 0x80 ||
			  SDL_isalpha((unsigned char)*text) != 0;
	}
}

static bool was_read(const struct resident *resident, uint32_t hash)
{
	for (int i = 0; i < resident->read_count; i++)
		if (resident->read[i] == hash)
			return true;
	return false;
}

/* How many words of TEXT are read: none when it was read before, and of a
 * sentence known but for its numbers ("2 of 3 chosen") only those. */
static int words_read(struct resident *resident, const char *text)
{
	uint32_t whole = hash_of(text, false), frame = hash_of(text, true);
	bool known = was_read(resident, frame);

	if (was_read(resident, whole))
		return 0;
	if (resident->read_count + 2 <= READ_MOST) {
		resident->read[resident->read_count++] = whole;
		resident->read[resident->read_count++] = frame;
	}
	return words_in(text, known);
}

/* Whether LINE of the dump is read: who goes by numbers does not look at the
 * cards, only at what stands above them. */
static bool reads(const struct resident *resident, const char *line)
{
	int y = 0;

	if (strncmp(line, "text ", 5) != 0)
		return false;
	if (!resident->express || resident->session.screen != SCREEN_CHOOSE)
		return true;
	return sscanf(line, "text %*d %d", &y) == 1 && y < ABOVE_CARDS;
}

/* Reads what the frame says and was not read before. */
static void read_frame(struct resident *resident)
{
	char *dump = NULL, *line, *rest;
	size_t size = 0;
	FILE *out = open_memstream(&dump, &size);

	if (!out)
		exit(1);
	ui_dump(resident->ui, out);
	fclose(out);
	for (line = strtok_r(dump, "\n", &rest); line;
	     line = strtok_r(NULL, "\n", &rest)) {
		const char *text = strchr(line, '"');

		if (reads(resident, line) && text)
			resident->now_ms +=
			    (uint64_t)words_read(resident, text) * WORD_MS;
	}
	free(dump);
}

static struct intent frame(struct resident *resident)
{
	struct intent intent, meant = {INTENT_NONE, 0};

	do {
		ui_begin(resident->ui, resident->now_ms);
		voter_draw(resident->ui, &resident->view, &intent);
		ui_end(resident->ui);
		if (intent.kind != INTENT_NONE)
			meant = intent;
	} while (ui_pending(resident->ui));
	return meant;
}

static const struct ui_target *find(struct resident *resident, uint32_t id)
{
	int count;
	const struct ui_target *targets = ui_targets(resident->ui, &count);

	for (int i = 0; i < count; i++)
		if (targets[i].id == id)
			return &targets[i];
	return NULL;
}

static void finger(struct resident *resident, uint32_t type, struct rect rect)
{
	SDL_Event event = {.type = type};

	event.button.button = SDL_BUTTON_LEFT;
	event.button.state =
	    type == SDL_MOUSEBUTTONDOWN ? SDL_PRESSED : SDL_RELEASED;
	event.button.x = rect.x + rect.w / 2;
	event.button.y = rect.y + rect.h / 2;
	ui_event(resident->ui, &event);
}

/* Touches WIDGET; false when it is not there. */
static bool tap(struct resident *resident, enum widget widget, int index,
		enum effect *ret_effect)
{
	const struct ui_target *target = find(resident, UI_ID(widget, index));
	struct intent intent;

	if (!target)
		return false;
	resident->now_ms += TAP_MS;
	resident->taps++;
	finger(resident, SDL_MOUSEBUTTONDOWN, target->rect);
	finger(resident, SDL_MOUSEBUTTONUP, target->rect);
	intent = frame(resident);
	*ret_effect = session_apply(
	    &resident->session, resident->meeting, intent,
	    voter_page_size(resident->ui, &resident->view),
	    voter_review_size(resident->ui, &resident->view), resident->now_ms);
	return true;
}

/* One touch on the cards: a wish that is on this page, else the way on. */
static bool choose(struct resident *resident, enum effect *ret_effect)
{
	const struct pot *pot = &resident->meeting->pots[0];
	enum widget widget =
	    pot->ballot_type == BALLOT_POINTS ? WIDGET_GIVE : WIDGET_TOGGLE;

	if (resident->express && resident->session.screen == SCREEN_CHOOSE)
		return tap(resident, WIDGET_TO_NUMBERS, 0, ret_effect);
	for (int i = 0; i < resident->meeting->proposal_count; i++) {
		if (resident->wish[i] == 0 || !find(resident, UI_ID(widget, i)))
			continue;
		resident->wish[i]--;
		return tap(resident, widget, i, ret_effect);
	}
	if (pot->ballot_type == BALLOT_SCORE) {
		int score =
		    pot->score_least +
		    (int)(resident->seed++ %
			  (uint64_t)(pot->value_most - pot->score_least + 1));
		int at = resident->session.at[0];

		if (!resident->session.scored[resident->session.order[at]])
			return tap(resident, WIDGET_SCORE, score, ret_effect);
	}
	return tap(resident, WIDGET_NEXT, 0, ret_effect);
}

static bool step(struct resident *resident, enum effect *ret_effect)
{
	switch (resident->session.screen) {
	case SCREEN_LANGUAGE:
		return tap(resident, WIDGET_LANGUAGE, 0, ret_effect);
	case SCREEN_RULES:
		return tap(resident, WIDGET_NEXT, 0, ret_effect);
	case SCREEN_REVIEW:
		return tap(resident, WIDGET_CAST, 0, ret_effect) ||
		       tap(resident, WIDGET_MORE, 0, ret_effect);
	default:
		return choose(resident, ret_effect);
	}
}

/* What this one wants: three proposals, or ten points among three. */
static void wish(struct resident *resident, const struct random *random)
{
	enum ballot_type type = resident->meeting->pots[0].ballot_type;
	int count = resident->meeting->proposal_count;
	int all = type == BALLOT_POINTS ? POINTS : CHOICES;

	memset(resident->wish, 0, sizeof(resident->wish));
	if (type == BALLOT_SCORE)
		return;
	for (int i = 0; i < CHOICES; i++) {
		int index;

		do
			index = (int)random->below(random->context,
						   (uint32_t)count);
		while (resident->wish[index] != 0);
		resident->wish[index] = all / CHOICES;
		if (i == 0)
			resident->wish[index] += all % CHOICES;
	}
}

/* Milliseconds from the scan to the cast; the program ends when a resident is
 * stuck. */
static double vote(struct resident *resident, const struct random *random)
{
	static const unsigned char hash[SLIP_HASH_BYTES] = {1};
	uint64_t begun_ms = resident->now_ms;
	enum effect effect = EFFECT_NONE;

	session_reset(&resident->session, resident->now_ms);
	session_scanned(&resident->session, resident->meeting, STATUS_OK, hash,
			resident->express ? 0 : -1, random, resident->now_ms);
	resident->taps = resident->read_count = 0;
	wish(resident, random);
	for (int i = 0; effect != EFFECT_CAST; i++) {
		frame(resident);
		read_frame(resident);
		if (i == STEPS_MOST || !step(resident, &effect)) {
			fprintf(stderr, "a resident is stuck on %s\n",
				screen_name(resident->session.screen));
			exit(1);
		}
	}
	return (double)(resident->now_ms - begun_ms);
}

/* Another proposal like number INDEX - 10, with a title of its own: what was
 * read once is not read again. */
static void proposal_add(struct meeting *meeting, int index)
{
	struct proposal *proposal = &meeting->proposals[index];
	int round = index / PROPOSALS;

	*proposal = meeting->proposals[index - PROPOSALS];
	proposal->number = index + 1;
	for (int i = 0; i < meeting->language_count; i++) {
		const char *title = proposal->title.in[i];
		char text[256];

		if (!title)
			continue;
		snprintf(text, sizeof(text), "%s %c", title, 'A' + round);
		proposal->title.in[i] =
		    meeting_string(meeting, text, strlen(text));
		if (!proposal->title.in[i])
			exit(1);
	}
}

static struct meeting *meeting_of(const char *kind, int proposals)
{
	struct meeting *meeting = voter_meeting_new();
	int type = ballot_type_find(kind);
	struct pot *pot;

	if (!meeting)
		exit(1);
	if (proposals < CHOICES || proposals > MEETING_PROPOSALS)
		exit(2);
	for (int i = meeting->proposal_count; i < proposals; i++)
		proposal_add(meeting, i);
	meeting->proposal_count = proposals;
	pot = &meeting->pots[0];
	meeting->pot_count = 1;
	for (int i = 0; i < meeting->proposal_count; i++)
		meeting->proposals[i].pot = 0;
	pot->ballot_type = type < 0 ? BALLOT_APPROVAL : (enum ballot_type)type;
	pot->choose_min = 0;
	pot->choose_max = pot->ballot_type == BALLOT_SCORE ||
				  pot->ballot_type == BALLOT_KNAPSACK
			      ? meeting->proposal_count
			      : CHOICES;
	pot->amount_minor = INT64_C(50000000);
	pot->points = POINTS;
	pot->value_most = pot->ballot_type == BALLOT_SCORE ? 5 : POINTS;
	return meeting;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	struct resident resident = {.now_ms = 1000, .seed = 7};
	struct ui_options options = {.title = "pace"};
	struct random random = bolbro_random(&resident.seed);
	double ms[RESIDENTS];

	if (argc < 8 || argc > 9)
		return 2;
	setenv("SDL_VIDEODRIVER", "dummy", 1);
	words_open(argv[6]);
	options.window.width_px = atoi(argv[1]);
	options.window.height_px = atoi(argv[2]);
	options.px_per_mm = atof(argv[3]);
	options.fonts = argv[4];
	if (ui_open(&options, &resident.ui) != STATUS_OK)
		return 1;
	resident.express = strcmp(argv[7], "express") == 0;
	resident.meeting =
	    meeting_of(argv[7], argc > 8 ? atoi(argv[8]) : PROPOSALS);
	resident.view = (struct voter_view){.meeting = resident.meeting,
					    .session = &resident.session,
					    .phase = PHASE_OPEN,
					    .images = argv[5]};
	for (int i = 0; i < RESIDENTS; i++)
		ms[i] = vote(&resident, &random);
	qsort(ms, RESIDENTS, sizeof(ms[0]), compare);
	printf("%.1f %.1f %d\n", ms[RESIDENTS / 2] / 1000,
	       ms[RESIDENTS * 9 / 10] / 1000, resident.taps);
	ui_free(resident.ui);
	meeting_free(resident.meeting);
	return 0;
}
