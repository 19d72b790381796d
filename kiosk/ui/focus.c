#include <stdlib.h>
#include <string.h>

#include "ui/inside.h"
#include "core/utf8.h"

enum { RING_W = 4 }; /* u: a dark one round a bright one, for every ground */

static bool make_room(struct targets *targets)
{
	int room = targets->room ? 2 * targets->room : 64;
	struct ui_target *items;

	if (targets->count < targets->room)
		return true;
	items = realloc(targets->items, (size_t)room * sizeof(*items));
	if (!items)
		return false;
	targets->items = items;
	targets->room = room;
	return true;
}

/* LABEL as far as there is room. */
static void target_call(struct ui_target *target, const char *label)
{
	size_t length = utf8_cut(label, sizeof(target->label) - 1);

	memcpy(target->label, label, length);
	target->label[length] = '\0';
}

bool target_add(struct ui *ui, uint32_t id, struct rect rect, const char *label)
{
	struct rect shown = ui_mirror(ui, rect);
	SDL_Rect px = ui_px_rect(ui, shown);
	struct ui_target *target;

	if (!ui->enabled || rect.w <= 0 || rect.h <= 0 ||
	    !make_room(&ui->targets))
		return false;
	target = &ui->targets.items[ui->targets.count++];
	*target =
	    (struct ui_target){.id = id, .rect = {px.x, px.y, px.w, px.h}};
	target_call(target, label);
	if (id == ui->focus.id) {
		ui->focus.met = true;
		ui->focus.rect = shown;
	}
	return ui->pointer.activated == id;
}

void ui_called(struct ui *ui, const char *name)
{
	if (ui->enabled && ui->targets.count > 0)
		target_call(&ui->targets.items[ui->targets.count - 1], name);
}

void ui_ringed(struct ui *ui, struct rect rect)
{
	const struct targets *targets = &ui->targets;

	if (ui->enabled && targets->count > 0 &&
	    targets->items[targets->count - 1].id == ui->focus.id)
		ui->focus.rect = ui_mirror(ui, rect);
}

static bool contains(struct rect rect, int x, int y)
{
	return x >= rect.x && x < rect.x + rect.w && y >= rect.y &&
	       y < rect.y + rect.h;
}

uint32_t target_at(const struct ui *ui, int x, int y)
{
	for (int i = ui->last.count - 1; i >= 0; i--) {
		if (contains(ui->last.items[i].rect, x, y))
			return ui->last.items[i].id;
	}
	return TARGET_NONE;
}

/* The index of the target that has the focus, or -1. */
static int focus_index(const struct ui *ui)
{
	for (int i = 0; i < ui->last.count; i++) {
		if (ui->last.items[i].id == ui->focus.id)
			return i;
	}
	return -1;
}

static void focus_on(struct ui *ui, int index)
{
	if (index >= 0 && index < ui->last.count)
		ui->focus.id = ui->last.items[index].id;
	ui->focus.visible = ui->last.count > 0;
}

/* How far TO lies from FROM in the direction DX, DY; sideways counts double. -1
 * when it does not lie there. */
static int distance(struct rect from, struct rect to, int dx, int dy)
{
	int x = 2 * to.x + to.w - 2 * from.x - from.w;
	int y = 2 * to.y + to.h - 2 * from.y - from.h;
	int along = x * dx + y * dy;
	int aside = abs(x * dy) + abs(y * dx);

	return along > 0 ? along + 2 * aside : -1;
}

/* The nearest target in the direction DX, DY, or INDEX itself. */
static int nearest(const struct ui *ui, int index, int dx, int dy)
{
	int best = index, best_distance = -1;

	for (int i = 0; i < ui->last.count; i++) {
		int far = distance(ui->last.items[index].rect,
				   ui->last.items[i].rect, dx, dy);

		if (far >= 0 && (best_distance < 0 || far < best_distance)) {
			best = i;
			best_distance = far;
		}
	}
	return best;
}

static bool select_key(struct ui *ui)
{
	if (!ui->focus.visible || focus_index(ui) < 0)
		return false;
	pointer_key(ui);
	return true;
}

bool focus_key(struct ui *ui, const SDL_KeyboardEvent *key)
{
	int index = focus_index(ui), count = ui->last.count;
	bool back = (key->keysym.mod & KMOD_SHIFT) != 0;
	int dx = 0, dy = 0;

	switch (key->keysym.scancode) {
	case SDL_SCANCODE_TAB:
		if (index < 0)
			focus_on(ui, back ? count - 1 : 0);
		else
			focus_on(ui, (index + (back ? count - 1 : 1)) % count);
		return true;
	case SDL_SCANCODE_RIGHT:
	case SDL_SCANCODE_LEFT:
		dx = key->keysym.scancode == SDL_SCANCODE_RIGHT ? 1 : -1;
		break;
	case SDL_SCANCODE_DOWN:
	case SDL_SCANCODE_UP:
		dy = key->keysym.scancode == SDL_SCANCODE_DOWN ? 1 : -1;
		break;
	case SDL_SCANCODE_RETURN:
	case SDL_SCANCODE_KP_ENTER:
	case SDL_SCANCODE_SPACE:
		return key->repeat == 0 && select_key(ui);
	default:
		return false;
	}
	focus_on(ui, index < 0 ? 0 : nearest(ui, index, dx, dy));
	return true;
}

/* A ring round RECT, which is mirrored already, at a distance of BY. */
static void draw_ring_round(struct ui *ui, struct rect rect, int by,
			    enum role role)
{
	struct command command = {.kind = COMMAND_FRAME,
				  .rect = {rect.x - by, rect.y - by,
					   rect.w + 2 * by, rect.h + 2 * by},
				  .fill = (int)role,
				  .a = BUTTON_RADIUS + by,
				  .b = RING_W};

	list_add(&ui->list, &command, NULL, 0, NULL, 0);
}

void focus_draw(struct ui *ui)
{
	if (!ui->focus.visible || !ui->focus.met)
		return;
	draw_ring_round(ui, ui->focus.rect, RING_W, ROLE_WARN);
	draw_ring_round(ui, ui->focus.rect, 2 * RING_W, ROLE_ON_WARN);
}

const struct ui_target *ui_focus(const struct ui *ui)
{
	for (int i = 0; ui->focus.visible && i < ui->last.count; i++)
		if (ui->last.items[i].id == ui->focus.id)
			return &ui->last.items[i];
	return NULL;
}
