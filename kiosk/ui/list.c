#include "ui/list.h"

#include <stdlib.h>
#include <string.h>

void list_clear(struct list *list)
{
	list->count = 0;
	list->used = 0;
}

void list_free(struct list *list)
{
	free(list->commands);
	free(list->bytes);
	*list = (struct list){0};
}

static bool make_room(struct list *list, size_t bytes)
{
	if (list->count == list->room) {
		int room = list->room ? 2 * list->room : 128;
		struct command *commands =
		    realloc(list->commands, (size_t)room * sizeof(*commands));

		if (!commands)
			return false;
		list->commands = commands;
		list->room = room;
	}
	if (list->used + bytes > list->bytes_room) {
		size_t room = 2 * (list->used + bytes) + 4096;
		unsigned char *grown = realloc(list->bytes, room);

		if (!grown)
			return false;
		list->bytes = grown;
		list->bytes_room = room;
	}
	return true;
}

static uint32_t put(struct list *list, const void *bytes, size_t size)
{
	size_t at = list->used;

	if (size > 0)
		memcpy(list->bytes + at, bytes, size);
	list->used += size;
	return (uint32_t)at;
}

void list_add(struct list *list, const struct command *command,
	      const char *text, size_t text_size, const void *line,
	      size_t line_size)
{
	struct command *added;

	if (!make_room(list, text_size + line_size))
		return;
	added = &list->commands[list->count++];
	*added = *command;
	added->text_at = put(list, text, text_size);
	added->text_size = (uint32_t)text_size;
	added->line_at = put(list, line, line_size);
	added->line_size = (uint32_t)line_size;
}

bool list_same(const struct list *a, const struct list *b)
{
	if (a->theme != b->theme || a->rtl != b->rtl || a->w != b->w ||
	    a->h != b->h || a->count != b->count || a->used != b->used)
		return false;
	return (a->count == 0 ||
		memcmp(a->commands, b->commands,
		       (size_t)a->count * sizeof(*a->commands)) == 0) &&
	       (a->used == 0 || memcmp(a->bytes, b->bytes, a->used) == 0);
}
