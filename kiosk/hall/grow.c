#include "hall/grow.h"

#include "hall/scene.h"

int grow_progress(const struct hall_view *view, int length_ms)
{
	return view->since_ms
		   ? scene_progress(view->since_ms, length_ms, view->now_ms)
		   : 1000;
}

int grow_part(int length, int progress)
{
	return (int)((int64_t)length * progress / 1000);
}

int grow_wait(const struct hall_view *view)
{
	return view->since_ms
		   ? scene_frame_ms(view->since_ms, HALL_BAR_MS, view->now_ms)
		   : -1;
}
