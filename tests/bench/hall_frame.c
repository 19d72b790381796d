/* hall_frame.c - milliseconds a frame of the big screen takes while it moves.
 *
 * hall_frame WIDTH HEIGHT FONTS WHAT prints the median and, behind it, the
 * longest of two seconds of frames. WHAT is "count" (the public count of 500
 * ballots on 17 proposals, another ballot in every frame), "count-50000" (a
 * city's box in a minute), or "order" or "result" (their bars growing). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hall/counted.h"
#include "hall/hall.h"
#include "tests/bench/measure.h"
#include "tests/lib/bolbro.h"
#include "ui/ui.h"
#include "words/words.h"

enum { FRAMES = 120, FRAME_MS = 16, PROPOSALS = 17, START_MS = 1000 };

/* One scene and all it shows. */
struct bench {
	struct meeting *meeting;
	struct ballot *ballots;
	struct tally tally, counted;
	struct result result;
	struct hall_view view;
	int step; /* ballots a frame */
};

static const struct {
	const char *name;
	enum scene scene;
	int ballots;
} kinds[] = {
    {"count", SCENE_TALLY, 500},
    {"count-50000", SCENE_TALLY, 50000},
    {"order", SCENE_ORDER, 500},
    {"result", SCENE_RESULT, 500},
};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

static void make_meeting(struct bench *bench)
{
	struct meeting *meeting = bolbro_new();

	bench->meeting = meeting;
	meeting->pot_count = 1;
	for (int i = 0; i < PROPOSALS; i++) {
		if (i >= meeting->proposal_count)
			meeting->proposals[i] = meeting->proposals[i % 10];
		meeting->proposals[i].number = i + 1;
		meeting->proposals[i].pot = 0;
	}
	meeting->proposal_count = PROPOSALS;
}

static bool make_ballots(struct bench *bench, int count)
{
	uint64_t seed = 1;
	struct random random = bolbro_random(&seed);

	bench->ballots = calloc((size_t)count, sizeof(*bench->ballots));
	if (!bench->ballots)
		return false;
	for (int i = 0; i < count; i++) {
		for (int j = 0; j < 5; j++)
			bench->ballots[i]
			    .value[random.below(random.context, PROPOSALS)] = 1;
		tally_add(&bench->tally, bench->meeting, &bench->ballots[i]);
	}
	return true;
}

/* Half of the proposals get money, whatever their votes. */
static void make_result(struct bench *bench)
{
	struct result *result = &bench->result;

	result->pots[0].end_award = PROPOSALS;
	for (int i = 0; i < PROPOSALS; i++) {
		struct award *award = &result->awards[i];

		award->proposal = i;
		award->place = i + 1;
		award->votes = (int)bench->tally.support[i];
		award->because = -1;
		award->outcome =
		    i < PROPOSALS / 2 ? OUTCOME_FUNDED : OUTCOME_TOO_DEAR;
		if (award->outcome == OUTCOME_FUNDED)
			award->amount_minor =
			    bench->meeting->proposals[i].cost_minor;
	}
}

static void make_view(struct bench *bench, enum scene scene, int ballots)
{
	bench->view = (struct hall_view){.meeting = bench->meeting,
					 .scene = scene,
					 .phase = PHASE_COUNTED,
					 .images = "",
					 .digest = "",
					 .code = "",
					 .ballots = bench->ballots,
					 .ballot_count = ballots,
					 .tally = &bench->tally,
					 .counted = &bench->counted,
					 .result = &bench->result,
					 .since_ms = START_MS};
	if (scene == SCENE_ORDER)
		bench->view.page = PROPOSALS - 1;
	playback_reset(&bench->view.playback, ballots);
	bench->view.playback.speed = PLAYBACK_SPEEDS - 1;
	bench->view.playback.running = true;
	bench->step = ballots * FRAME_MS / PLAYBACK_WHOLE_MS + 1;
}

static void draw_frame(struct ui *ui, struct bench *bench, int frame)
{
	struct hall_view *view = &bench->view;

	view->now_ms = START_MS + (uint64_t)frame * FRAME_MS;
	/* Bars that have grown begin anew. */
	if (hall_wait_ms(view) < 0)
		view->since_ms = view->now_ms;
	view->playback.position += bench->step;
	counted_go(&bench->counted, bench->meeting, bench->ballots,
		   view->playback.position);
	ui_begin(ui, view->now_ms);
	hall_draw(ui, view);
	ui_end(ui);
}

static void measure(struct ui *ui, struct bench *bench)
{
	double times_ms[FRAMES], longest = 0;

	draw_frame(ui, bench, 0); /* letters are drawn for the first time */
	for (int frame = 0; frame < FRAMES; frame++) {
		double start_ms = measure_now_ms();

		draw_frame(ui, bench, frame + 1);
		times_ms[frame] = measure_now_ms() - start_ms;
		longest = times_ms[frame] > longest ? times_ms[frame] : longest;
	}
	printf("%.2f %.2f\n", measure_median(times_ms, FRAMES), longest);
}

int main(int argc, char **argv)
{
	struct ui_options options = {.title = "hall", .fit = true};
	struct bench *bench = calloc(1, sizeof(*bench));
	struct ui *ui = NULL;
	int kind = 0;

	if (argc != 5 || !bench)
		return 2;
	while (kind < KINDS && strcmp(kinds[kind].name, argv[4]) != 0)
		kind++;
	if (kind == KINDS)
		return 2;
	words_open(argv[3]);
	options.window.width_px = atoi(argv[1]);
	options.window.height_px = atoi(argv[2]);
	options.fonts = argv[3];
	make_meeting(bench);
	if (!make_ballots(bench, kinds[kind].ballots) ||
	    ui_open(&options, &ui) != STATUS_OK)
		return 1;
	make_result(bench);
	make_view(bench, kinds[kind].scene, kinds[kind].ballots);
	measure(ui, bench);
	ui_free(ui);
	free(bench->ballots);
	meeting_free(bench->meeting);
	free(bench);
	return 0;
}
