#include "hall/scene.h"

#include <assert.h>

#include "hall/foot.h"
#include "hall/frame.h"
#include "ui/draw.h"
#include "words/words.h"

struct scene_row {
	const char *name;
	unsigned phases;
	void (*draw)(struct ui *ui, const struct hall_view *view);
	void (*line)(struct ui *ui, const struct hall_view *view, int language,
		     char ret_text[HALL_LINE]);
	int (*pages)(struct ui *ui, const struct hall_view *view);
};

#define P(phase) (1U << PHASE_##phase)
static const struct scene_row scenes[SCENE_COUNT] = {
#define SCENE(name, spelled, phases, draw, line, pages)                        \
	[SCENE_##name] = {spelled, phases, draw, line, pages},
#include "hall/scene.def"
#undef SCENE
};
#undef P

const char *scene_name(enum scene scene)
{
	assert(scene < SCENE_COUNT);
	return scenes[scene].name;
}

enum scene hall_scene(const struct hall_view *view)
{
	enum scene scene = SCENE_WAITING;

	if (!view->meeting)
		return SCENE_WAITING;
	for (unsigned i = 0; i < SCENE_COUNT; i++)
		if (scenes[i].phases & 1U << view->phase)
			scene = (enum scene)i;
	/* A result that cannot be shown is not shown by halves. */
	if (scene == SCENE_RESULT && !view->result)
		scene = SCENE_CLOSED;
	return scene;
}

int scene_one_page(struct ui *ui, const struct hall_view *view)
{
	(void)ui;
	(void)view;
	return 1;
}

int hall_pages(struct ui *ui, const struct hall_view *view)
{
	return scenes[hall_scene(view)].pages(ui, view);
}

int hall_second_language(const struct hall_view *view)
{
	int others, turn;

	if (!view->meeting || view->meeting->language_count < 2)
		return -1;
	others = view->meeting->language_count - 1;
	turn = (int)(view->now_ms / HALL_ROTATE_MS % (unsigned)others);
	return turn < view->language ? turn : turn + 1;
}

/* The scene's line in the language whose turn it is; "" when there is none. */
static void second_line(struct ui *ui, const struct hall_view *view,
			enum scene scene, char ret_text[HALL_LINE])
{
	const struct meeting *meeting = view->meeting;
	int second = hall_second_language(view);

	ret_text[0] = '\0';
	if (second < 0)
		return;
	words_language(meeting->languages[second]);
	scenes[scene].line(ui, view, second, ret_text);
	words_language(meeting->languages[view->language]);
}

void hall_draw(struct ui *ui, const struct hall_view *view)
{
	enum scene scene = hall_scene(view);
	struct hall_view shown = *view;
	int pages = scenes[scene].pages(ui, view);
	char line[HALL_LINE];

	if (shown.page >= pages)
		shown.page = pages - 1;
	draw_fill(ui, frame_all(ui), ROLE_BG);
	scenes[scene].draw(ui, &shown);
	second_line(ui, &shown, scene, line);
	foot_draw(ui, &shown, line, pages);
}
