#include "ui/inside.h"
#include "ui/loader.h"

/* Forgets all that was pressed and all that waits. */
void ui_cancel_press(struct ui *ui)
{
	ui->pointer.count = 0;
	ui->pointer.down = false;
	ui->pointer.pressed = TARGET_NONE;
	ui->pointer.held = TARGET_NONE;
}

static void push(struct ui *ui, enum pointer_act act, int x, int y)
{
	struct pointer *pointer = &ui->pointer;
	struct pointer_event *last;

	if (act == POINTER_MOVE && pointer->count > 0) {
		last = &pointer->queue[(pointer->first + pointer->count - 1) %
				       POINTER_QUEUE];
		if (last->act == POINTER_MOVE) {
			last->x = x;
			last->y = y;
			return;
		}
	}
	if (pointer->count == POINTER_QUEUE)
		ui_cancel_press(ui);
	pointer->queue[(pointer->first + pointer->count++) % POINTER_QUEUE] =
	    (struct pointer_event){act, x, y};
}

/* Takes FINGER out of those on the screen, or puts it in. */
static void finger_count(struct pointer *pointer,
			 const SDL_TouchFingerEvent *finger)
{
	int i = 0, *count = &pointer->finger_count;

	while (i < *count && (pointer->fingers[i].touch != finger->touchId ||
			      pointer->fingers[i].finger != finger->fingerId))
		i++;
	if (finger->type == SDL_FINGERUP && i < *count)
		pointer->fingers[i] = pointer->fingers[--*count];
	if (finger->type != SDL_FINGERDOWN || i == POINTER_FINGERS)
		return;
	pointer->fingers[i].touch = finger->touchId;
	pointer->fingers[i].finger = finger->fingerId;
	*count += i == *count;
}

static void finger_event(struct ui *ui, const SDL_TouchFingerEvent *finger)
{
	struct pointer *pointer = &ui->pointer;
	int x = (int)(finger->x * (float)ui->width_px);
	int y = (int)(finger->y * (float)ui->height_px);

	if (finger->type == SDL_FINGERDOWN) {
		/* A finger whose lifting was lost must not lock the kiosk. */
		if (pointer->source == SOURCE_FINGER &&
		    SDL_GetNumTouchFingers(pointer->touch) == 1) {
			ui_cancel_press(ui);
			pointer->source = SOURCE_NONE;
			pointer->finger_count = 0;
		}
		finger_count(pointer, finger);
		if (pointer->source != SOURCE_NONE)
			return;
		pointer->source = SOURCE_FINGER;
		pointer->touch = finger->touchId;
		pointer->finger = finger->fingerId;
		push(ui, POINTER_DOWN, x, y);
		return;
	}
	finger_count(pointer, finger);
	if (pointer->source != SOURCE_FINGER ||
	    pointer->touch != finger->touchId ||
	    pointer->finger != finger->fingerId)
		return;
	if (finger->type == SDL_FINGERUP)
		pointer->source = SOURCE_NONE;
	push(ui, finger->type == SDL_FINGERUP ? POINTER_UP : POINTER_MOVE, x,
	     y);
}

/* A mouse counts in points of the window, not in its pixels. */
static int mouse_px(int at, int points, int px)
{
	return points > 0 ? (int)((int64_t)at * px / points) : at;
}

static void mouse_event(struct ui *ui, enum pointer_act act, int x, int y)
{
	struct pointer *pointer = &ui->pointer;
	int w = 0, h = 0;

	if (act == POINTER_DOWN && pointer->source == SOURCE_NONE)
		pointer->source = SOURCE_MOUSE;
	else if (act == POINTER_DOWN || pointer->source != SOURCE_MOUSE)
		return;
	if (act == POINTER_UP)
		pointer->source = SOURCE_NONE;
	SDL_GetWindowSize(ui->window, &w, &h);
	push(ui, act, mouse_px(x, w, ui->width_px),
	     mouse_px(y, h, ui->height_px));
}

static bool window_event(struct ui *ui, const SDL_WindowEvent *event)
{
	switch (event->event) {
	case SDL_WINDOWEVENT_SIZE_CHANGED:
		ui_cancel_press(ui);
		ui_measure(ui);
		return true;
	case SDL_WINDOWEVENT_EXPOSED:
	case SDL_WINDOWEVENT_SHOWN:
	case SDL_WINDOWEVENT_RESTORED:
		ui->dirty = true;
		return true;
	case SDL_WINDOWEVENT_FOCUS_LOST:
	case SDL_WINDOWEVENT_HIDDEN:
		ui_cancel_press(ui);
		ui->pointer.source = SOURCE_NONE;
		ui->pointer.finger_count = 0;
		return true;
	case SDL_WINDOWEVENT_CLOSE:
		return ui->kiosk;
	default:
		return true;
	}
}

/* The renderer was reset: its textures are gone. */
static void lose_textures(struct ui *ui)
{
	cache_clear(ui->lines);
	cache_clear(ui->shapes);
	loader_clear(ui->loader);
	ui->dirty = true;
}

static bool key_event(struct ui *ui, const SDL_KeyboardEvent *key)
{
	static const SDL_Scancode LEAVE[] = {
	    SDL_SCANCODE_ESCAPE, SDL_SCANCODE_LGUI, SDL_SCANCODE_RGUI,
	    SDL_SCANCODE_MENU, SDL_SCANCODE_APPLICATION};

	for (size_t i = 0; ui->kiosk && i < SDL_arraysize(LEAVE); i++) {
		if (key->keysym.scancode == LEAVE[i])
			return true;
	}
	if (ui->kiosk && (key->keysym.mod & (KMOD_LALT | KMOD_GUI)))
		return true;
	return key->type == SDL_KEYDOWN && focus_key(ui, key);
}

bool ui_event(struct ui *ui, const union SDL_Event *event)
{
	switch (event->type) {
	case SDL_FINGERDOWN:
	case SDL_FINGERMOTION:
	case SDL_FINGERUP:
		finger_event(ui, &event->tfinger);
		return true;
	case SDL_MOUSEBUTTONDOWN:
	case SDL_MOUSEBUTTONUP:
		if (event->button.which != SDL_TOUCH_MOUSEID &&
		    event->button.button == SDL_BUTTON_LEFT)
			mouse_event(ui,
				    event->type == SDL_MOUSEBUTTONDOWN
					? POINTER_DOWN
					: POINTER_UP,
				    event->button.x, event->button.y);
		return true;
	case SDL_MOUSEMOTION:
		if (event->motion.which != SDL_TOUCH_MOUSEID)
			mouse_event(ui, POINTER_MOVE, event->motion.x,
				    event->motion.y);
		return true;
	case SDL_KEYDOWN:
	case SDL_KEYUP:
		return key_event(ui, &event->key);
	case SDL_WINDOWEVENT:
		return window_event(ui, &event->window);
	case SDL_RENDER_TARGETS_RESET:
	case SDL_RENDER_DEVICE_RESET:
		lose_textures(ui);
		return true;
	case SDL_QUIT:
		return ui->kiosk;
	default:
		return event->type == ui->image_event;
	}
}

bool ui_pending(const struct ui *ui)
{
	return ui->pointer.count > 0 || ui->pointer.activated != TARGET_NONE ||
	       loader_ready(ui->loader);
}

static void press(struct ui *ui)
{
	ui->pointer.down = true;
	ui->pointer.began = true;
	ui->pointer.down_x = ui->pointer.x;
	ui->pointer.down_y = ui->pointer.y;
	ui->pointer.pressed = target_at(ui, ui->pointer.x, ui->pointer.y);
	ui->focus.visible = false;
	ui->focus.id = ui->pointer.pressed;
}

static void lift(struct ui *ui)
{
	struct pointer *pointer = &ui->pointer;

	pointer->down = false;
	if (pointer->pressed != TARGET_NONE &&
	    target_at(ui, pointer->x, pointer->y) == pointer->pressed)
		pointer->activated = pointer->pressed;
	pointer->pressed = TARGET_NONE;
}

/* Takes what waits up to and with the next press, release or key, which gets a
 * frame of its own. */
void pointer_step(struct ui *ui)
{
	struct pointer *pointer = &ui->pointer;
	bool more = true;

	pointer->activated = TARGET_NONE;
	pointer->began = false;
	while (more && pointer->count > 0) {
		struct pointer_event event = pointer->queue[pointer->first];

		pointer->first = (pointer->first + 1) % POINTER_QUEUE;
		pointer->count--;
		more = event.act == POINTER_MOVE;
		if (event.act == POINTER_KEY) {
			pointer->activated = ui->focus.id;
			break;
		}
		pointer->x = event.x;
		pointer->y = event.y;
		if (event.act == POINTER_DOWN)
			press(ui);
		else if (event.act == POINTER_UP)
			lift(ui);
	}
	pointer->held = TARGET_NONE;
	if (pointer->pressed != TARGET_NONE &&
	    target_at(ui, pointer->x, pointer->y) == pointer->pressed)
		pointer->held = pointer->pressed;
}

static bool inside(SDL_Rect rect, int x, int y)
{
	const SDL_Point point = {x, y};

	return SDL_PointInRect(&point, &rect);
}

bool ui_held_in(const struct ui *ui, struct rect rect)
{
	const struct pointer *pointer = &ui->pointer;
	SDL_Rect area = ui_px_rect(ui, ui_mirror(ui, rect));

	return pointer->down && inside(area, pointer->x, pointer->y) &&
	       inside(area, pointer->down_x, pointer->down_y);
}

bool ui_came_down(const struct ui *ui, int *ret_x, int *ret_y)
{
	int x = (int)(ui->pointer.down_x / ui->scale);

	if (!ui->pointer.began)
		return false;
	*ret_x = ui->rtl ? ui->w - x : x;
	*ret_y = (int)(ui->pointer.down_y / ui->scale);
	return true;
}

int ui_fingers(const struct ui *ui)
{
	return ui->pointer.finger_count;
}

void pointer_key(struct ui *ui)
{
	push(ui, POINTER_KEY, 0, 0);
}
