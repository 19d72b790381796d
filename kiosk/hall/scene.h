/* scene.h - the functions that scene.def names; within hall/ only. */
#ifndef STEMMEBOKS_SCENE_H
#define STEMMEBOKS_SCENE_H

#include "hall/hall.h"

#define SCENE(name, spelled, phases, draw, line, pages)                        \
	void draw(struct ui *ui, const struct hall_view *view);                \
	void line(struct ui *ui, const struct hall_view *view, int language,   \
		  char ret_text[HALL_LINE]);                                   \
	int pages(struct ui *ui, const struct hall_view *view);
#include "hall/scene.def"
#undef SCENE

#endif
