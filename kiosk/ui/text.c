#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ui/inside.h"
#include "ui/layout.h"

#define BLANKS " \n" /* what words stand between */

enum { TEXT_MAX = 256 * 1024 }; /* bytes; more is not a text for a screen */

/* A layout's key in the cache, before the text itself. */
struct layout_key {
	int32_t size_px, bold, own, width_px, max_lines, rtl;
};

static const struct layout *make_layout(struct ui *ui,
					const struct layout_shape *shape,
					const char *text, size_t size)
{
	struct layout_key head = {shape->face.size_px,	    shape->face.bold,
				  (int32_t)shape->face.own, shape->width_px,
				  shape->max_lines,	    shape->rtl};
	unsigned char *key = malloc(sizeof(head) + size);
	struct layout *layout = NULL;

	if (!key)
		return NULL;
	memcpy(key, &head, sizeof(head));
	memcpy(key + sizeof(head), text, size);
	layout = cache_find(ui->layouts, key, sizeof(head) + size);
	if (!layout &&
	    layout_make(ui->fonts, shape, text, size, &layout) == STATUS_OK)
		layout = cache_put(ui->layouts, key, sizeof(head) + size,
				   layout, layout_bytes(layout));
	free(key);
	return layout;
}

/* TYPE at WIDTH u; 0: unbroken. */
static struct layout_shape shape_of(const struct ui *ui, enum type type,
				    int width, int max_lines)
{
	return (struct layout_shape){
	    .face = {.size_px = type_size_px(ui, type),
		     .bold = type_bold(type),
		     .own = ui->language ? ui->language->font : FONT_SANS},
	    .width_px = ui_px(ui, width),
	    .max_lines = max_lines,
	    .rtl = ui->rtl};
}

/* TEXT so; NULL without memory. */
static const struct layout *lay_out(struct ui *ui, const char *text,
				    enum type type, int width, int max_lines)
{
	struct layout_shape shape = shape_of(ui, type, width, max_lines);

	return make_layout(ui, &shape, text, strnlen(text, TEXT_MAX));
}

static struct type_line line_of(const struct ui *ui,
				const struct layout *layout, enum type type)
{
	return type_line_for(ui, type, layout->needs);
}

static int height_of(const struct ui *ui, const struct layout *layout,
		     enum type type)
{
	return layout->count * line_of(ui, layout, type).height;
}

int text_line(struct ui *ui, const char *text, enum type type)
{
	const struct layout *layout = lay_out(ui, text, type, 0, 0);

	return layout ? line_of(ui, layout, type).height : 0;
}

/* How many lines of LAYOUT stand in HEIGHT; one is always tried. */
static int lines_in(const struct ui *ui, const struct layout *layout,
		    enum type type, int height)
{
	int count = height / line_of(ui, layout, type).height;

	return count > 0 ? count : 1;
}

/* SHAPE, or the same without the language's own letters when those are steep
 * and TEXT needs more than HEIGHT in them: where there is no room for Nastaliq
 * the letters are those of other languages, which its readers know from
 * telephones.
 */
static struct layout_shape shape_within(struct ui *ui,
					struct layout_shape shape,
					const char *text, enum type type,
					int height)
{
	const struct layout *layout;

	if (!font_steep(shape.face.own))
		return shape;
	layout = make_layout(ui, &shape, text, strnlen(text, TEXT_MAX));
	if (layout && height_of(ui, layout, type) > height)
		shape.face.own = FONT_SANS;
	return shape;
}

static const struct layout *fit_text(struct ui *ui, struct rect rect,
				     const char *text, enum type type)
{
	struct layout_shape shape = shape_within(
	    ui, shape_of(ui, type, SDL_max(rect.w, 1), 0), text, type, rect.h);
	size_t size = strnlen(text, TEXT_MAX);
	const struct layout *layout = make_layout(ui, &shape, text, size);

	if (!layout)
		return NULL;
	shape.max_lines = lines_in(ui, layout, type, rect.h);
	if (layout->count > shape.max_lines)
		layout = make_layout(ui, &shape, text, size);
	return layout;
}

/* Adds LINE of TEXT; ELLIPSIS: letters of it were left out. */
static void add_line(struct ui *ui, const struct command *command,
		     const struct layout_line *line, const char *text,
		     bool ellipsis)
{
	static const char ELLIPSIS[] = "…";
	size_t size = line->to - line->from;
	char *shown = malloc(size + sizeof(ELLIPSIS));

	if (!shown)
		return;
	memcpy(shown, text + line->from, size);
	if (ellipsis) {
		memcpy(shown + size, ELLIPSIS, sizeof(ELLIPSIS) - 1);
		size += sizeof(ELLIPSIS) - 1;
	}
	if (size > 0)
		list_add(&ui->list, command, shown, size, line->line.bytes,
			 line->line.size);
	free(shown);
}

static void add_lines(struct ui *ui, const struct layout *layout,
		      struct rect rect, const char *text, enum type type,
		      enum role role, enum align align)
{
	struct type_line high = line_of(ui, layout, type);
	int width_px = ui_px(ui, rect.w);
	bool wide = false;

	for (int i = 0; i < layout->count; i++) {
		const struct layout_line *line = &layout->lines[i];
		struct rect box = {rect.x, rect.y + i * high.height, rect.w,
				   high.height};
		struct command command = {.kind = COMMAND_TEXT,
					  .rect = ui_mirror(ui, box),
					  .fill = (int)role,
					  .a = (int)type,
					  .b = (int)align,
					  .c = high.base};

		ui->missing += line->missing;
		wide = wide || line->line.width_px > width_px;
		add_line(ui, &command, line, text,
			 layout->cut && i + 1 == layout->count);
	}
	if (layout->cut || wide)
		ui->clipped++;
	if (layout->parted)
		ui->parted++;
}

int draw_text(struct ui *ui, struct rect rect, const char *text, enum type type,
	      enum role role, enum align align)
{
	const struct layout *layout = fit_text(ui, rect, text, type);

	if (!layout)
		return 0;
	add_lines(ui, layout, rect, text, type, role, align);
	return layout->count;
}

int draw_text_middle(struct ui *ui, struct rect rect, const char *text,
		     enum type type, enum role role, enum align align)
{
	const struct layout *layout = fit_text(ui, rect, text, type);

	if (!layout)
		return 0;
	rect.y += (rect.h - height_of(ui, layout, type)) / 2;
	add_lines(ui, layout, rect, text, type, role, align);
	return layout->count;
}

int text_height(struct ui *ui, const char *text, enum type type, int width)
{
	const struct layout *layout =
	    lay_out(ui, text, type, SDL_max(width, 1), 0);

	return layout ? height_of(ui, layout, type) : 0;
}

/* The widest line of LAYOUT in u. */
static int widest(const struct ui *ui, const struct layout *layout)
{
	int width_px = 0;

	for (int i = 0; layout && i < layout->count; i++)
		width_px = SDL_max(width_px, layout->lines[i].line.width_px);
	return (int)ceil(width_px / ui->scale);
}

int text_width(struct ui *ui, const char *text, enum type type)
{
	return widest(ui, lay_out(ui, text, type, 0, 0));
}

/* How wide the widest word of TEXT is in the letters of SHAPE. */
static int word_width(struct ui *ui, struct layout_shape shape,
		      const char *text)
{
	int width = 0;

	shape.width_px = 0;

	for (text += strspn(text, BLANKS); *text;
	     text += strspn(text, BLANKS)) {
		size_t size = strcspn(text, BLANKS);
		int word = widest(ui, make_layout(ui, &shape, text, size));

		width = SDL_max(width, word);
		text += size;
	}
	return width;
}

int text_word_width(struct ui *ui, const char *text, enum type type)
{
	return word_width(ui, shape_of(ui, type, 0, 0), text);
}

bool text_fits(struct ui *ui, const char *text, enum type type, int width,
	       int height)
{
	struct layout_shape shape = shape_within(
	    ui, shape_of(ui, type, SDL_max(width, 1), 0), text, type, height);
	const struct layout *layout =
	    make_layout(ui, &shape, text, strnlen(text, TEXT_MAX));

	return layout && height_of(ui, layout, type) <= height;
}

bool text_fits_whole(struct ui *ui, const char *text, enum type type, int width,
		     int height)
{
	struct layout_shape shape = shape_within(
	    ui, shape_of(ui, type, SDL_max(width, 1), 0), text, type, height);

	return text_fits(ui, text, type, width, height) &&
	       word_width(ui, shape, text) <= width;
}

int text_width_in(struct ui *ui, const char *text, enum type type, int height)
{
	struct layout_shape shape =
	    shape_within(ui, shape_of(ui, type, 0, 0), text, type, height);

	return widest(ui,
		      make_layout(ui, &shape, text, strnlen(text, TEXT_MAX)));
}

bool text_fits_line(struct ui *ui, const char *text, enum type type, int width,
		    int height)
{
	return text_width_in(ui, text, type, height) <= width;
}

enum type text_fit(struct ui *ui, const char *text, const struct ladder *ladder,
		   enum type largest, int width, int height)
{
	int i = 0, last = ladder->count - 1;

	while (i < last && ladder->types[i] != largest)
		i++;
	while (i < last &&
	       !ladder->fits(ui, text, ladder->types[i], width, height))
		i++;
	return ladder->types[i];
}

int text_extent(struct ui *ui, const char *text, enum type type, int width,
		int height)
{
	struct layout_shape shape = shape_within(
	    ui, shape_of(ui, type, SDL_max(width, 1), 0), text, type, height);
	int extent =
	    widest(ui, make_layout(ui, &shape, text, strnlen(text, TEXT_MAX)));

	return SDL_min(extent, width);
}

bool text_parted(struct ui *ui, const char *text, enum type type, int width)
{
	const struct layout *layout =
	    lay_out(ui, text, type, SDL_max(width, 1), 0);

	return layout && layout->parted;
}

int text_page(struct ui *ui, const char *text, enum type type, int width,
	      int height, int page)
{
	const struct layout *layout =
	    lay_out(ui, text, type, SDL_max(width, 1), 0);
	int first;

	if (!layout || page < 0 || page > INT_MAX / 1024)
		return -1;
	first = page * lines_in(ui, layout, type, height);
	return first < layout->count ? (int)layout->lines[first].from : -1;
}
