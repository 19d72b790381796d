/* A picture in shades of grey that changes all the time: what a camera sees.
 * One texture holds it, written anew only when the picture is another. */
#include "ui/render.h"

static const uint32_t OPAQUE = 0xFF000000, GREY = 0x010101;

static bool texture_fits(struct grey_shown *grey, SDL_Renderer *renderer, int w,
			 int h)
{
	if (grey->texture && grey->w == w && grey->h == h)
		return true;
	if (grey->texture)
		SDL_DestroyTexture(grey->texture);
	grey->texture = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888,
					  SDL_TEXTUREACCESS_STREAMING, w, h);
	grey->w = w;
	grey->h = h;
	return grey->texture != NULL;
}

/* PIXELS: NULL for black. */
static bool texture_fill(struct grey_shown *grey, const unsigned char *pixels)
{
	void *bytes;
	int pitch;

	if (SDL_LockTexture(grey->texture, NULL, &bytes, &pitch) != 0)
		return false;
	for (int y = 0; y < grey->h; y++) {
		uint32_t *row =
		    (uint32_t *)(void *)((char *)bytes + (size_t)y * pitch);

		for (int x = 0; x < grey->w; x++)
			row[x] = OPAQUE | (pixels ? *pixels++ * GREY : 0U);
	}
	SDL_UnlockTexture(grey->texture);
	return true;
}

void draw_grey(struct ui *ui, struct rect rect, const unsigned char *pixels,
	       int w, int h, unsigned stamp)
{
	struct grey_shown *grey = &ui->grey;
	struct command command = {
	    .kind = COMMAND_GREY, .a = (int32_t)stamp, .b = w, .c = h};
	bool same = grey->written && grey->stamp == stamp && grey->w == w &&
		    grey->h == h;

	if (rect.w <= 0 || rect.h <= 0)
		return;
	if (!same)
		grey->written = texture_fits(grey, ui->renderer, w, h) &&
				texture_fill(grey, pixels);
	grey->stamp = stamp;
	grey->drawn = true;
	command.rect = ui_mirror(ui, rect);
	list_add(&ui->list, &command, NULL, 0, NULL, 0);
}

void render_grey(struct render *render, const struct command *command)
{
	struct ui *ui = render->ui;
	SDL_Rect px = ui_px_rect(ui, command->rect);

	if (ui->grey.written)
		SDL_RenderCopy(ui->renderer, ui->grey.texture, NULL, &px);
}

/* What a camera saw may be a slip: it is not left in memory. */
void grey_end(struct ui *ui)
{
	struct grey_shown *grey = &ui->grey;

	if (grey->written && !grey->drawn) {
		texture_fill(grey, NULL);
		grey->written = false;
	}
	grey->drawn = false;
}

void grey_close(struct ui *ui)
{
	grey_end(ui);
	if (ui->grey.texture)
		SDL_DestroyTexture(ui->grey.texture);
	ui->grey = (struct grey_shown){0};
}
