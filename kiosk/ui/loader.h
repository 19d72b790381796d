/* loader.h - the pictures on show, read in the background: a screen never waits
 * for one. */
#ifndef STEMMEBOKS_LOADER_H
#define STEMMEBOKS_LOADER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct loader;
struct picture;
struct ui;

/* Starts a thread that reads pictures. When one is read it pushes an SDL event
 * of type EVENT, to wake who waits for events. NULL without memory or thread.
 * Free with loader_free(), which takes NULL and waits for the picture being
 * read. */
struct loader *loader_new(uint32_t event);
void loader_free(struct loader *loader);

/* A picture to be shown: the file PATH (SIZE bytes, no NUL) with the SHA-256
 * HASH (image_read(); NULL for any) at W by H px with round corners. */
struct loader_image {
	const char *path;
	size_t size;
	const unsigned char *hash;
	int w, h, radius;
};

/* IMAGE; NULL while it is being read, which the first call asks for. A picture
 * that cannot be read has no texture. Valid until the next loader call. */
const struct picture *loader_get(struct loader *loader,
				 const struct loader_image *image);

/* Whether pictures were read that loader_collect() has not taken yet. */
bool loader_ready(struct loader *loader);

/* Makes textures of the pictures read; returns whether there were any. */
bool loader_collect(struct loader *loader, struct ui *ui);

/* Waits until nothing more is being read. */
void loader_wait(struct loader *loader);

/* Forgets the textures: the renderer lost them. */
void loader_clear(struct loader *loader);

#endif
