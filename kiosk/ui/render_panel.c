/* Flat areas, and panels with round corners made of few of them. */
#include <string.h>

#include "ui/render.h"

struct picture *render_shape(struct ui *ui, const struct shape_key *key)
{
	struct picture *picture = cache_find(ui->shapes, key, sizeof(*key));

	if (!picture)
		picture = picture_put(ui, ui->shapes, key, sizeof(*key),
				      shape_draw(key), 0);
	return picture && picture->texture ? picture : NULL;
}

void render_colour(struct render *render, uint32_t colour)
{
	SDL_SetRenderDrawColor(render->ui->renderer, colour >> 16 & 255,
			       colour >> 8 & 255, colour & 255, 255);
}

void render_fill_px(struct render *render, int x, int y, int w, int h)
{
	SDL_Rect rect = {x, y, w, h};

	if (w > 0 && h > 0)
		SDL_RenderFillRect(render->ui->renderer, &rect);
}

/* The four corners of a panel out of a small one, CORNER px each. */
static void render_corners(struct render *render, const struct picture *small,
			   SDL_Rect px, int corner)
{
	for (int i = 0; i < 4; i++) {
		int right = i % 2, low = i / 2;
		SDL_Rect from = {right * corner, low * corner, corner, corner};
		SDL_Rect to = {px.x + right * (px.w - corner),
			       px.y + low * (px.h - corner), corner, corner};

		SDL_RenderCopy(render->ui->renderer, small->texture, &from,
			       &to);
	}
}

static void fill_inside(struct render *render, SDL_Rect px, int corner,
			const struct panel_px *panel)
{
	int edge = panel->edge_w, side = corner - edge;
	int high = px.h - 2 * corner;

	render_colour(render, panel->fill);
	render_fill_px(render, px.x + corner, px.y + edge, px.w - 2 * corner,
		       px.h - 2 * edge);
	render_fill_px(render, px.x + edge, px.y + corner, side, high);
	render_fill_px(render, px.x + px.w - corner, px.y + corner, side, high);
}

static void fill_edges(struct render *render, SDL_Rect px, int corner,
		       const struct panel_px *panel)
{
	int edge = panel->edge_w;
	int wide = px.w - 2 * corner, high = px.h - 2 * corner;

	render_colour(render, panel->edge);
	render_fill_px(render, px.x + corner, px.y, wide, edge);
	render_fill_px(render, px.x + corner, px.y + px.h - edge, wide, edge);
	render_fill_px(render, px.x, px.y + corner, edge, high);
	render_fill_px(render, px.x + px.w - edge, px.y + corner, edge, high);
}

void render_panel_px(struct render *render, SDL_Rect px, struct panel_px panel)
{
	struct shape_key key;
	const struct picture *small;
	int corner;

	panel.radius = SDL_min(panel.radius, SDL_min(px.w, px.h) / 2);
	panel.edge_w = SDL_min(panel.edge_w, SDL_min(px.w, px.h) / 2);
	corner = SDL_max(panel.radius, panel.edge_w) + 1;
	memset(&key, 0, sizeof(key));
	key = (struct shape_key){panel.shape,  2 * corner,   2 * corner,
				 panel.radius, panel.edge_w, panel.fill,
				 panel.edge};
	if (px.w < key.w || px.h < key.h) {
		key.w = px.w;
		key.h = px.h;
	}
	small = render_shape(render->ui, &key);
	if (!small)
		return;
	if (key.w != 2 * corner || key.h != 2 * corner) {
		SDL_RenderCopy(render->ui->renderer, small->texture, NULL, &px);
		return;
	}
	render_corners(render, small, px, corner);
	if (panel.shape == SHAPE_PANEL)
		fill_inside(render, px, corner, &panel);
	fill_edges(render, px, corner, &panel);
}
