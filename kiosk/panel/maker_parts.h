/* maker_parts.h - the pages of maker_view.c; within panel/. */
#ifndef STEMMEBOKS_MAKER_PARTS_H
#define STEMMEBOKS_MAKER_PARTS_H

#include "core/maker.h"
#include "panel/panel_parts.h"

/* A frame of one page. .panel is what is typed, .facts those of the printers.
 */
struct maker_page_view {
	struct panel_page_view panel;
	const struct maker *maker;
	const struct maker_facts *facts;
};

/* One function a page of maker.def; each draws into RECT. */
#define MAKER(NAME, spelled, draw)                                             \
	void maker_##draw##_draw(const struct maker_page_view *view,           \
				 struct rect rect);
#include "core/maker.def"
#undef MAKER

#endif
