#include "ui/ink.h"

enum { THOUSANDTHS = 1000 };

int ink_px(int thousandths, struct face face)
{
	return (thousandths * face.size_px + THOUSANDTHS - 1) / THOUSANDTHS;
}

/* What the COUNT shaped glyphs of BUFFER cover. */
static struct ink cover(hb_buffer_t *buffer, hb_font_t *outline)
{
	unsigned count;
	const hb_glyph_info_t *infos =
	    hb_buffer_get_glyph_infos(buffer, &count);
	const hb_glyph_position_t *places =
	    hb_buffer_get_glyph_positions(buffer, &count);
	struct ink ink = {0};

	for (unsigned i = 0; i < count; i++) {
		hb_glyph_extents_t extents;
		int top;

		if (!hb_font_get_glyph_extents(outline, infos[i].codepoint,
					       &extents) ||
		    extents.height == 0)
			continue;
		top = places[i].y_offset + extents.y_bearing;
		ink =
		    ink_larger(ink, (struct ink){top, -(top + extents.height)});
	}
	return ink;
}

struct ink ink_of(struct fonts *fonts, struct face face,
		  const struct line_run *run)
{
	hb_font_t *outline = fonts_outline(fonts, run->font, face.bold);
	hb_buffer_t *buffer;
	struct ink ink;

	if (!outline)
		return (struct ink){0};
	buffer = hb_buffer_create();
	hb_buffer_add_utf8(buffer, run->text, (int)run->size, 0,
			   (int)run->size);
	hb_buffer_set_direction(buffer,
				run->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, (hb_script_t)run->script);
	hb_shape(outline, buffer, NULL, 0);
	ink = cover(buffer, outline);
	hb_buffer_destroy(buffer);
	return ink;
}

/* The ink of RUN in whole px: where they lie and hinting may add one on either
 * side. */
static struct ink room_of_ink(struct fonts *fonts, struct face face,
			      const struct line_run *run)
{
	int px = (THOUSANDTHS + face.size_px - 1) / face.size_px;
	struct ink ink = ink_of(fonts, face, run);

	return (struct ink){ink.above + px, ink.below + px};
}

struct ink ink_room(struct fonts *fonts, struct face face,
		    const struct line *line)
{
	struct ink room = {0};
	struct line_run run;
	size_t at = 0;

	while (line_next(line->bytes, line->size, &at, &run)) {
		if (run.script == HB_SCRIPT_LATIN)
			continue;
		room = ink_larger(room, font_steep(run.font)
					    ? room_of_ink(fonts, face, &run)
					    : font_room(run.font));
	}
	return room;
}
