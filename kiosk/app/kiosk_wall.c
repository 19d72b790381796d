#include "app/kiosk_wall.h"

#include "ui/ui.h"

bool kiosk_wall_look(struct kiosk_wall *wall, uint64_t now_ms)
{
	bool changed;

	if (!wall->hall.source)
		return false;
	wall->hall.view.now_ms = now_ms;
	changed = hall_wall_look(&wall->hall);
	return hall_wall_tick(&wall->hall) || changed;
}

int kiosk_wall_draw(struct kiosk_wall *wall, struct ui *ui, struct rect rect,
		    uint64_t now_ms)
{
	int wait;

	if (!wall->hall.source &&
	    hall_wall_open(&wall->hall, wall->file) != STATUS_OK)
		return -1;
	kiosk_wall_look(wall, now_ms);
	ui_inset_begin(ui, rect, UI_LIGHT);
	wait = hall_wall_draw(&wall->hall, ui);
	ui_inset_end(ui);
	return wait >= 0 && wait < KIOSK_WALL_FRAME_MS ? KIOSK_WALL_FRAME_MS
						       : wait;
}

void kiosk_wall_close(struct kiosk_wall *wall)
{
	if (wall->hall.source)
		hall_wall_close(&wall->hall);
}
