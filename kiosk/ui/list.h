/* list.h - the draw list: what one frame shows, as plain commands.
 *
 * Two lists with the same bytes give the same picture, so a frame is drawn only
 * when its list differs from the one on the screen.
 */
#ifndef STEMMEBOKS_LIST_H
#define STEMMEBOKS_LIST_H

#include <stddef.h>

#include "ui/draw.h"

enum command_kind {
#define COMMAND(name, spelled) COMMAND_##name,
#include "ui/command.def"
#undef COMMAND
	COMMAND_COUNT
};

/* Which fields a kind uses stands in command.def. */
struct command {
	int32_t kind;
	struct rect rect;   /* in u, as shown: mirrored when right to left */
	int32_t fill, edge; /* roles */
	int32_t a, b, c;
	uint32_t text_at, text_size; /* in the list's bytes */
	uint32_t line_at, line_size;
};

struct list {
	int32_t theme, rtl, w, h;
	struct command *commands;
	int count, room;
	unsigned char *bytes;
	size_t used, bytes_room;
};

/* Empties LIST but keeps its memory. */
void list_clear(struct list *list);
void list_free(struct list *list);

/* Adds COMMAND with its text and line (copied, either may be NULL with size 0).
 * A command for which there is no memory is left out. */
void list_add(struct list *list, const struct command *command,
	      const char *text, size_t text_size, const void *line,
	      size_t line_size);

bool list_same(const struct list *a, const struct list *b);

/* Writes LIST as text, see ui_dump(). */
void list_dump(const struct list *list, FILE *out);

#endif
