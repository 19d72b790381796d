/* A frame within the frame: the same commands in a smaller unit, which the
 * renderer's viewport moves to their place and cuts at its edges. */
#include "ui/render.h"

enum { WIDTH = 1920, HEIGHT = 1080 }; /* u: ui_options.fit */

double ui_inset_scale(int w_px)
{
	return (double)w_px / WIDTH;
}

/* The largest of that shape in the middle of RECT. */
static struct rect of_shape(struct rect rect)
{
	int w = rect.w, h = w * HEIGHT / WIDTH;

	if (h > rect.h) {
		h = rect.h;
		w = h * WIDTH / HEIGHT;
	}
	return rect_middle(rect, w, h);
}

void ui_inset_begin(struct ui *ui, struct rect rect, enum ui_theme theme)
{
	struct command command = {.kind = COMMAND_INSET, .a = (int32_t)theme};

	command.rect = ui_mirror(ui, of_shape(rect));
	ui->inset = (struct inset){.command = ui->list.count,
				   .w = ui->w,
				   .h = ui->h,
				   .top = ui->top,
				   .scale = ui->scale,
				   .rtl = ui->rtl,
				   .enabled = ui->enabled,
				   .language = ui->language,
				   .clipped = ui->clipped,
				   .missing = ui->missing,
				   .parted = ui->parted};
	list_add(&ui->list, &command, NULL, 0, NULL, 0);
	ui->scale = ui_inset_scale(ui_px_rect(ui, command.rect).w);
	ui->w = WIDTH;
	ui->h = HEIGHT;
	ui->top = 0;
	ui->rtl = ui->enabled = false;
}

void ui_inset_end(struct ui *ui)
{
	const struct inset *inset = &ui->inset;
	struct command command = {.kind = COMMAND_OUTSET};

	/* Its direction is known only now. */
	if (inset->command < ui->list.count)
		ui->list.commands[inset->command].b = ui->rtl;
	list_add(&ui->list, &command, NULL, 0, NULL, 0);
	ui->w = inset->w;
	ui->h = inset->h;
	ui->top = inset->top;
	ui->scale = inset->scale;
	ui->rtl = inset->rtl;
	ui->enabled = inset->enabled;
	ui->language = inset->language;
	ui->clipped = inset->clipped;
	ui->missing = inset->missing;
	ui->parted = inset->parted;
}

void render_inset(struct render *render, const struct command *command)
{
	struct ui *ui = render->ui;
	SDL_Rect px = ui_px_rect(ui, command->rect);

	SDL_RenderSetViewport(ui->renderer, &px);
	ui->scale = ui_inset_scale(px.w);
	render->theme = (enum ui_theme)command->a;
	render->rtl = command->b != 0;
}

void render_outset(struct render *render, const struct command *command)
{
	struct ui *ui = render->ui;

	(void)command;
	SDL_RenderSetViewport(ui->renderer, NULL);
	ui->scale = render->scale;
	render->theme = (enum ui_theme)render->list->theme;
	render->rtl = render->list->rtl != 0;
}
