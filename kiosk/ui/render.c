#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <qrencode.h>

#include "ui/image.h"
#include "ui/inside.h"
#include "ui/line.h"
#include "ui/loader.h"
#include "ui/render.h"
#include "ui/shape.h"

enum {
	SHADE_ALPHA = 170,
	QR_QUIET = 4,	       /* modules, ISO/IEC 18004 */
	HATCH_SQUARE = 64,     /* u: four stripes, shape.c */
	IMAGE_RADIUS = 8,      /* u */
	PLACEHOLDER_MAX = 160, /* u */
};

/* What SDL keeps of a texture beside its pixels, about. Most pictures are words
 * of a few pixels: without it a full cache would go on growing. */
enum { TEXTURE_BYTES = 768 };

void picture_free(void *value)
{
	struct picture *picture = value;

	if (picture->texture)
		SDL_DestroyTexture(picture->texture);
	free(picture);
}

struct picture *picture_put(struct ui *ui, struct cache *cache, const void *key,
			    size_t size, SDL_Surface *surface, int top)
{
	struct picture *picture = calloc(1, sizeof(*picture));
	size_t cost = sizeof(*picture);

	if (picture && surface) {
		*picture = (struct picture){
		    SDL_CreateTextureFromSurface(ui->renderer, surface),
		    surface->w, surface->h, top};
		if (picture->texture)
			SDL_SetTextureBlendMode(picture->texture,
						SDL_BLENDMODE_BLEND);
		cost +=
		    TEXTURE_BYTES + (size_t)surface->w * (size_t)surface->h * 4;
	}
	SDL_FreeSurface(surface);
	return picture ? cache_put(cache, key, size, picture, cost) : NULL;
}

static uint32_t fill_of(const struct render *render,
			const struct command *command)
{
	return theme_colour(render->theme, (enum role)command->fill);
}

static void render_fill(struct render *render, const struct command *command)
{
	SDL_Rect px = ui_px_rect(render->ui, command->rect);

	render_colour(render, fill_of(render, command));
	SDL_RenderFillRect(render->ui->renderer, &px);
}

static void render_panel(struct render *render, const struct command *command)
{
	struct ui *ui = render->ui;

	render_panel_px(
	    render, ui_px_rect(ui, command->rect),
	    (struct panel_px){
		SHAPE_PANEL, ui_px(ui, command->a), ui_px(ui, command->b),
		fill_of(render, command),
		theme_colour(render->theme, (enum role)command->edge)});
}

static void render_frame(struct render *render, const struct command *command)
{
	struct ui *ui = render->ui;

	render_panel_px(render, ui_px_rect(ui, command->rect),
			(struct panel_px){SHAPE_FRAME, ui_px(ui, command->a),
					  ui_px(ui, command->b), 0,
					  fill_of(render, command)});
}

static void render_shade(struct render *render, const struct command *command)
{
	uint32_t colour = theme_colour(render->theme, ROLE_SHADE);

	(void)command;
	SDL_SetRenderDrawColor(render->ui->renderer, colour >> 16 & 255,
			       colour >> 8 & 255, colour & 255, SHADE_ALPHA);
	SDL_RenderFillRect(render->ui->renderer, NULL);
}

static void render_hatch(struct render *render, const struct command *command)
{
	struct ui *ui = render->ui;
	SDL_Rect px = ui_px_rect(ui, command->rect);
	struct shape_key key;
	const struct picture *square;

	memset(&key, 0, sizeof(key));
	key.shape = SHAPE_HATCH;
	key.fill = fill_of(render, command);
	key.w = key.h = SDL_max(ui_px(ui, HATCH_SQUARE) / 4, 1) * 4;
	square = render_shape(ui, &key);
	if (!square)
		return;
	SDL_RenderSetClipRect(ui->renderer, &px);
	for (int y = px.y; y < px.y + px.h; y += key.h) {
		for (int x = px.x; x < px.x + px.w; x += key.w)
			SDL_RenderCopy(ui->renderer, square->texture, NULL,
				       &(SDL_Rect){x, y, key.w, key.h});
	}
	SDL_RenderSetClipRect(ui->renderer, NULL);
}

/* The largest square in the middle of RECT. */
static SDL_Rect middle_square(SDL_Rect rect)
{
	int side = SDL_min(rect.w, rect.h);

	return (SDL_Rect){rect.x + (rect.w - side) / 2,
			  rect.y + (rect.h - side) / 2, side, side};
}

static void render_ring(struct render *render, const struct command *command)
{
	struct ui *ui = render->ui;
	SDL_Rect px = middle_square(ui_px_rect(ui, command->rect));
	struct shape_key key;
	const struct picture *ring;

	memset(&key, 0, sizeof(key));
	key = (struct shape_key){
	    SHAPE_RING,
	    px.w,
	    px.h,
	    command->a,
	    ui_px(ui, command->b),
	    fill_of(render, command),
	    theme_colour(render->theme, (enum role)command->edge)};
	ring = render_shape(ui, &key);
	if (ring)
		SDL_RenderCopy(ui->renderer, ring->texture, NULL, &px);
}

static void draw_icon_px(struct render *render, SDL_Rect px, enum icon icon,
			 uint32_t colour)
{
	struct shape_key key;
	const struct picture *drawn;

	px = middle_square(px);
	memset(&key, 0, sizeof(key));
	key.shape = SHAPE_ICON;
	key.w = px.w;
	key.h = px.h;
	key.a = (int)icon;
	key.fill = colour;
	drawn = render_shape(render->ui, &key);
	if (!drawn)
		return;
	SDL_RenderCopy(render->ui->renderer, drawn->texture, NULL, &px);
}

static void render_icon(struct render *render, const struct command *command)
{
	draw_icon_px(render, ui_px_rect(render->ui, command->rect),
		     (enum icon)command->a, fill_of(render, command));
}

/* The line drawn in its colour: to colour it while copying costs four times as
 * much in every frame. */
static const struct picture *line_picture(struct ui *ui,
					  const unsigned char *bytes,
					  size_t size, uint32_t colour)
{
	unsigned char *key = malloc(sizeof(colour) + size);
	struct picture *picture;
	int top = 0;

	if (!key)
		return NULL;
	memcpy(key, &colour, sizeof(colour));
	memcpy(key + sizeof(colour), bytes, size);
	picture = cache_find(ui->lines, key, sizeof(colour) + size);
	if (!picture) {
		SDL_Surface *drawn =
		    line_draw(ui->fonts, bytes, size, colour, &top);

		picture = picture_put(ui, ui->lines, key, sizeof(colour) + size,
				      drawn, top);
	}
	free(key);
	return picture && picture->texture ? picture : NULL;
}

/* How far the top of a line of FONT_SANS lies under that of its box of
 * HEIGHT_PX.
 */
static int line_drop(struct ui *ui, const unsigned char *bytes, int height_px,
		     int base)
{
	TTF_Font *ttf = fonts_get(ui->fonts, FONT_SANS, line_face(bytes));

	if (!ttf)
		return 0;
	if (base != 0)
		return (int)lround(base * ui->scale / 1000) -
		       TTF_FontAscent(ttf);
	return (height_px - TTF_FontAscent(ttf) + TTF_FontDescent(ttf)) / 2;
}

static void render_text(struct render *render, const struct command *command)
{
	struct ui *ui = render->ui;
	const unsigned char *bytes = render->list->bytes + command->line_at;
	SDL_Rect px = ui_px_rect(ui, command->rect);
	const struct picture *line = line_picture(ui, bytes, command->line_size,
						  fill_of(render, command));
	bool right = (command->b == ALIGN_END) != (render->rtl);
	SDL_Rect place;

	if (!line)
		return;
	place = (SDL_Rect){px.x, px.y, line->w, line->h};
	if (command->b == ALIGN_CENTRE)
		place.x += (px.w - line->w) / 2;
	else if (right)
		place.x += px.w - line->w;
	place.y += line_drop(ui, bytes, px.h, command->c) - line->top;
	SDL_RenderCopy(ui->renderer, line->texture, NULL, &place);
}

/* The surface alone while the picture is being read: a sign that is gone again
 * at once would only flicker. */
static void render_no_image(struct render *render, SDL_Rect px, bool loading)
{
	struct ui *ui = render->ui;
	int side = SDL_min(SDL_min(px.w, px.h) / 2, ui_px(ui, PLACEHOLDER_MAX));

	render_panel_px(
	    render, px,
	    (struct panel_px){SHAPE_PANEL, ui_px(ui, IMAGE_RADIUS), 0,
			      theme_colour(render->theme, ROLE_SURFACE), 0});
	if (loading)
		return;
	draw_icon_px(render,
		     (SDL_Rect){px.x + (px.w - side) / 2,
				px.y + (px.h - side) / 2, side, side},
		     ICON_PICTURE, theme_colour(render->theme, ROLE_OUTLINE));
}

static void render_image(struct render *render, const struct command *command)
{
	struct ui *ui = render->ui;
	const unsigned char *bytes = render->list->bytes;
	SDL_Rect px = ui_px_rect(ui, command->rect);
	const struct picture *image = NULL;

	if (command->text_size > 0)
		image = loader_get(
		    ui->loader,
		    &(struct loader_image){
			.path = (const char *)bytes + command->text_at,
			.size = command->text_size,
			.hash = command->line_size > 0
				    ? bytes + command->line_at
				    : NULL,
			.w = px.w,
			.h = px.h,
			.radius = ui_px(ui, IMAGE_RADIUS)});
	if (image && image->texture)
		SDL_RenderCopy(ui->renderer, image->texture, NULL, &px);
	else
		render_no_image(render, px, command->text_size > 0 && !image);
}

static void draw_modules(struct render *render, const QRcode *code, SDL_Rect px)
{
	int module = px.w / (code->width + 2 * QR_QUIET);
	int side = module * (code->width + 2 * QR_QUIET);
	int x0 = px.x + (px.w - side) / 2 + QR_QUIET * module;
	int y0 = px.y + (px.h - side) / 2 + QR_QUIET * module;

	render_colour(render, 0xFFFFFF);
	render_fill_px(render, px.x, px.y, px.w, px.h);
	render_colour(render, 0x000000);
	for (int i = 0; i < code->width * code->width; i++) {
		if (code->data[i] & 1)
			render_fill_px(render, x0 + i % code->width * module,
				       y0 + i / code->width * module, module,
				       module);
	}
}

static void render_qr(struct render *render, const struct command *command)
{
	SDL_Rect px = middle_square(ui_px_rect(render->ui, command->rect));
	char *text =
	    strndup((const char *)render->list->bytes + command->text_at,
		    command->text_size);
	QRcode *code =
	    text && *text
		? QRcode_encodeString(text, 0, QR_ECLEVEL_Q, QR_MODE_8, 1)
		: NULL;

	if (code)
		draw_modules(render, code, px);
	QRcode_free(code);
	free(text);
}

/* Whether the first command covers the window: it need not be cleared. */
static bool begins_full(const struct ui *ui, const struct list *list)
{
	const struct command *first = list->commands;
	SDL_Rect px;

	if (list->count == 0 || first->kind != COMMAND_FILL)
		return false;
	px = ui_px_rect(ui, first->rect);
	return px.x <= 0 && px.y <= 0 && px.x + px.w >= ui->width_px &&
	       px.y + px.h >= ui->height_px;
}

void render_list(struct ui *ui, const struct list *list)
{
	static void (*const RENDER[COMMAND_COUNT])(struct render *,
						   const struct command *) = {
	    [COMMAND_FILL] = render_fill,    [COMMAND_PANEL] = render_panel,
	    [COMMAND_FRAME] = render_frame,  [COMMAND_SHADE] = render_shade,
	    [COMMAND_HATCH] = render_hatch,  [COMMAND_RING] = render_ring,
	    [COMMAND_ICON] = render_icon,    [COMMAND_TEXT] = render_text,
	    [COMMAND_IMAGE] = render_image,  [COMMAND_GREY] = render_grey,
	    [COMMAND_QR] = render_qr,	     [COMMAND_INSET] = render_inset,
	    [COMMAND_OUTSET] = render_outset};
	struct render render = {ui, list, (enum ui_theme)list->theme,
				list->rtl != 0, ui->scale};

	if (!begins_full(ui, list)) {
		render_colour(&render, theme_colour(render.theme, ROLE_BG));
		SDL_RenderClear(ui->renderer);
	}
	for (int i = 0; i < list->count; i++) {
		const struct command *command = &list->commands[i];

		SDL_SetRenderDrawBlendMode(ui->renderer,
					   command->kind == COMMAND_SHADE
					       ? SDL_BLENDMODE_BLEND
					       : SDL_BLENDMODE_NONE);
		RENDER[command->kind](&render, command);
	}
}
