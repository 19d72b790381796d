#include <string.h>

#include "core/pixels.h"
#include "ui/inside.h"

static void add(struct ui *ui, const struct command *command, const char *text)
{
	struct command shown = *command;

	if (command->rect.w <= 0 || command->rect.h <= 0)
		return;
	shown.rect = ui_mirror(ui, command->rect);
	list_add(&ui->list, &shown, text, text ? strlen(text) : 0, NULL, 0);
}

void draw_fill(struct ui *ui, struct rect rect, enum role role)
{
	add(ui,
	    &(struct command){
		.kind = COMMAND_FILL, .rect = rect, .fill = (int)role},
	    NULL);
}

void draw_panel(struct ui *ui, struct rect rect, int radius, enum role fill,
		enum role outline, int outline_w)
{
	add(ui,
	    &(struct command){.kind = COMMAND_PANEL,
			      .rect = rect,
			      .fill = (int)fill,
			      .edge = (int)outline,
			      .a = radius,
			      .b = outline_w},
	    NULL);
}

void draw_shade(struct ui *ui)
{
	add(ui,
	    &(struct command){.kind = COMMAND_SHADE,
			      .rect = {0, -ui->top, ui->w, ui->top + ui->h}},
	    NULL);
}

void draw_hatch(struct ui *ui, struct rect rect, enum role role)
{
	add(ui,
	    &(struct command){
		.kind = COMMAND_HATCH, .rect = rect, .fill = (int)role},
	    NULL);
}

void draw_ring(struct ui *ui, struct rect rect, int fraction, int width,
	       enum role fill, enum role track)
{
	add(ui,
	    &(struct command){.kind = COMMAND_RING,
			      .rect = rect,
			      .fill = (int)fill,
			      .edge = (int)track,
			      .a = SDL_clamp(fraction, 0, 1000),
			      .b = width},
	    NULL);
}

/* An arrow points to a side of the text, so it turns with the text. */
static enum icon turned(const struct ui *ui, enum icon icon)
{
	if (!ui->rtl)
		return icon;
	if (icon == ICON_NEXT)
		return ICON_PREVIOUS;
	if (icon == ICON_PREVIOUS)
		return ICON_NEXT;
	return icon;
}

void draw_icon(struct ui *ui, struct rect rect, enum icon icon, enum role role)
{
	add(ui,
	    &(struct command){.kind = COMMAND_ICON,
			      .rect = rect,
			      .fill = (int)role,
			      .a = (int)turned(ui, icon)},
	    NULL);
}

void draw_image(struct ui *ui, struct rect rect, const char *path,
		const unsigned char *hash)
{
	struct command image = {.kind = COMMAND_IMAGE,
				.rect = ui_mirror(ui, rect)};

	if (rect.w > 0 && rect.h > 0)
		list_add(&ui->list, &image, path, strlen(path), hash,
			 hash ? PIXELS_HASH : 0);
}

void draw_qr(struct ui *ui, struct rect rect, const char *text)
{
	add(ui, &(struct command){.kind = COMMAND_QR, .rect = rect}, text);
}
