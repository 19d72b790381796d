/* scene.h - the functions that scene.def names, and what they share; within
 * hall/ only. */
#ifndef STEMMEBOKS_SCENE_H
#define STEMMEBOKS_SCENE_H

#include "hall/hall.h"

#define SCENE_DRAWN(NAME, draw, line, pages, wait)                             \
	void draw(struct ui *ui, const struct hall_view *view);                \
	void line(struct ui *ui, const struct hall_view *view, int language,   \
		  char ret_text[HALL_LINE]);                                   \
	int pages(struct ui *ui, const struct hall_view *view);                \
	int wait(const struct hall_view *view);
#include "hall/scene.def"
#undef SCENE_DRAWN

/* From now on words are in LANGUAGE of VIEW's meeting (an index), and texts set
 * in its fonts; the frame keeps its direction. */
void scene_speak(struct ui *ui, const struct hall_view *view, int language);

/* ms, from NOW_MS, until an animation of LENGTH_MS that began at SINCE_MS shows
 * its next frame; -1 once it is over. */
int scene_frame_ms(uint64_t since_ms, int length_ms, uint64_t now_ms);

/* How far it is, in thousandths from 0 to 1000, slowing down towards the end
 * (UX.md 0: ease-out). */
int scene_progress(uint64_t since_ms, int length_ms, uint64_t now_ms);

#endif
