/* shape.h - shapes with smooth edges, drawn once with cairo. */
#ifndef STEMMEBOKS_SHAPE_H
#define STEMMEBOKS_SHAPE_H

#include <SDL.h>
#include <cairo.h>

#include "ui/draw.h"

enum shape {
	SHAPE_PANEL, /* a: radius, b: edge */
	SHAPE_FRAME, /* the panel's edge alone */
	SHAPE_RING,  /* a: thousandths, b: width; edge: its track */
	SHAPE_ICON,  /* a: enum icon */
	SHAPE_HATCH, /* a square that can be laid side by side */
};

/* A shape's key in the cache; clear it with memset first, all bytes count. */
struct shape_key {
	int32_t shape;
	int32_t w, h; /* px, as all measures here */
	int32_t a, b;
	uint32_t fill, edge; /* 0xRRGGBB */
};

/* The shape as ARGB with straight alpha; NULL without memory. */
SDL_Surface *shape_draw(const struct shape_key *key);

/* An ARGB picture of what cairo drew on SURFACE, its alpha made straight; NULL
 * without memory. */
SDL_Surface *shape_straight(cairo_surface_t *surface);

/* The outline of a rectangle with round corners. */
void shape_path_round(cairo_t *cairo, double x, double y, double w, double h,
		      double radius);

/* Draws ICON in the colour that is set, SIZE high and wide, its top and left at
 * 0. */
void icon_draw(cairo_t *cairo, enum icon icon, double size);

#endif
