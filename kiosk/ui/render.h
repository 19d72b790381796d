/* render.h - what the files that draw a list share; within ui/. */
#ifndef STEMMEBOKS_RENDER_H
#define STEMMEBOKS_RENDER_H

#include "ui/inside.h"
#include "ui/shape.h"

/* One frame being drawn. */
struct render {
	struct ui *ui;
	const struct list *list;
	enum ui_theme theme;
	bool rtl;
	double scale; /* of the frame around an inset */
};

/* The shape of KEY, drawn once; NULL when it cannot be. */
struct picture *render_shape(struct ui *ui, const struct shape_key *key);

/* The colour 0xRRGGBB for what is filled next. */
void render_colour(struct render *render, uint32_t colour);

/* Fills W by H px; nothing when either is not above 0. */
void render_fill_px(struct render *render, int x, int y, int w, int h);

/* A panel in px. */
struct panel_px {
	enum shape shape; /* SHAPE_PANEL or SHAPE_FRAME */
	int radius, edge_w;
	uint32_t fill, edge;
};

/* Draws PANEL over PX: four small corners and rectangles between, so that it is
 * cheap at any size. */
void render_panel_px(struct render *render, SDL_Rect px, struct panel_px panel);

/* What follows is in the inset of COMMAND; in the frame around it again. */
void render_inset(struct render *render, const struct command *command);
void render_outset(struct render *render, const struct command *command);

/* The picture that draw_grey() was given last. */
void render_grey(struct render *render, const struct command *command);

#endif
