#include "hall/scene.h"

#include <assert.h>

#include "hall/cover.h"
#include "hall/foot.h"
#include "hall/frame.h"
#include "ui/draw.h"
#include "words/words.h"

enum { FRAME_MS = 16 };

struct scene_row {
	enum scene scene;
	void (*draw)(struct ui *ui, const struct hall_view *view);
	void (*line)(struct ui *ui, const struct hall_view *view, int language,
		     char ret_text[HALL_LINE]);
	int (*pages)(struct ui *ui, const struct hall_view *view);
	int (*wait)(const struct hall_view *view);
};

static const struct scene_row scenes[SCENE_COUNT] = {
#define SCENE_DRAWN(NAME, draw, line, pages, wait)                             \
	[SCENE_##NAME] = {SCENE_##NAME, draw, line, pages, wait},
#include "hall/scene.def"
#undef SCENE_DRAWN
};

/* Whether everything is there that SCENE shows. */
static bool can_show(const struct hall_view *view, enum scene scene)
{
	switch (scene) {
	case SCENE_PITCH:
		return view->meeting->proposal_count > 0;
	case SCENE_LIVE:
		return view->live != NULL;
	case SCENE_TALLY:
	case SCENE_ORDER:
		return view->tally != NULL;
	case SCENE_PAPER:
		return view->tally != NULL && view->paper != NULL;
	case SCENE_MONEY:
	case SCENE_RESULT:
	case SCENE_AFTER:
		return view->result != NULL;
	default:
		return true;
	}
}

enum scene hall_scene(const struct hall_view *view)
{
	enum scene scene = view->scene;

	if (!view->meeting)
		return SCENE_WAITING;
	if (scene == SCENE_WAITING || !scene_allowed(scene, view->phase) ||
	    !can_show(view, scene))
		scene = scene_of_phase(view->phase);
	/* A result that cannot be shown is not shown by halves. */
	return can_show(view, scene) ? scene : SCENE_CLOSED;
}

int hall_wait_ms(const struct hall_view *view)
{
	return scenes[hall_scene(view)].wait(view);
}

int scene_still(const struct hall_view *view)
{
	(void)view;
	return -1;
}

int scene_frame_ms(uint64_t since_ms, int length_ms, uint64_t now_ms)
{
	return now_ms >= since_ms + (uint64_t)length_ms ? -1 : FRAME_MS;
}

int scene_progress(uint64_t since_ms, int length_ms, uint64_t now_ms)
{
	int64_t left =
	    (int64_t)(since_ms + (uint64_t)length_ms) - (int64_t)now_ms;
	int64_t rest;

	if (left <= 0)
		return 1000;
	rest = left >= length_ms ? 1000 : 1000 * left / length_ms;
	return (int)(1000 - rest * rest * rest / 1000000);
}

int scene_one_page(struct ui *ui, const struct hall_view *view)
{
	(void)ui;
	(void)view;
	return 1;
}

void scene_speak(struct ui *ui, const struct hall_view *view, int language)
{
	const char *code = view->meeting->languages[language];

	words_language(code);
	ui_set_language(ui, code);
}

/* The whole frame in the room's language: its fonts, and the side it begins on.
 * One that has no words of its own is shown in English. */
static void set_room(struct ui *ui, const struct hall_view *view)
{
	const char *language = view->meeting
				   ? view->meeting->languages[view->language]
				   : words_language(NULL);

	ui_set_language(ui, language);
	ui_set_rtl(ui, words_rtl(language) && words_translated(language));
}

int hall_pages(struct ui *ui, const struct hall_view *view)
{
	set_room(ui, view);
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
	int second = hall_second_language(view);

	ret_text[0] = '\0';
	if (second < 0)
		return;
	scene_speak(ui, view, second);
	scenes[scene].line(ui, view, second, ret_text);
	scene_speak(ui, view, view->language);
}

void hall_draw(struct ui *ui, const struct hall_view *view)
{
	enum scene scene = hall_scene(view);
	struct hall_view shown = *view;
	char line[HALL_LINE];
	int pages;

	set_room(ui, view);
	pages = scenes[scene].pages(ui, view);
	if (shown.page >= pages)
		shown.page = pages - 1;
	draw_fill(ui, ui_frame(ui), ROLE_BG);
	scenes[scene].draw(ui, &shown);
	second_line(ui, &shown, scene, line);
	foot_draw(ui, &shown, line, pages);
	cover_draw(ui, &shown);
}
