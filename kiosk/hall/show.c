#include "hall/show.h"

bool show_scene(struct show *show, enum scene scene, uint64_t now_ms)
{
	if (show->scene == scene && show->until_ms)
		return false;
	*show = (struct show){scene, 0, now_ms + SHOW_TURN_MS};
	return true;
}

bool show_turn(struct show *show, int pages, int step, uint64_t now_ms)
{
	int page = show->page + step;

	show->until_ms = now_ms + SHOW_HAND_MS;
	if (page >= pages)
		page = pages - 1;
	if (page < 0)
		page = 0;
	if (page == show->page)
		return false;
	show->page = page;
	return true;
}

bool show_tick(struct show *show, int pages, uint64_t now_ms)
{
	int page = show->page;

	if (now_ms < show->until_ms)
		return false;
	show->until_ms = now_ms + SHOW_TURN_MS;
	show->page = page + 1 < pages ? page + 1 : 0;
	return show->page != page;
}
