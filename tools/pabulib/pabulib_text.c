#include "tools/pabulib/pabulib_text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/pages.h"
#include "core/utf8.h"

enum { ROOM_LEAST = 65536 };

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Doubles the room, or more where the file's size is known. */
static enum status text_grow(struct pabulib_text *text, size_t *room)
{
	size_t wanted = *room * 2;
	char *larger;

	if (*room >= PABULIB_TEXT_MOST)
		return STATUS_LIMIT;
	if (wanted > PABULIB_TEXT_MOST)
		wanted = PABULIB_TEXT_MOST;
	larger = realloc(text->bytes, wanted);
	if (!larger)
		return STATUS_MEMORY;
	text->bytes = larger;
	*room = wanted;
	return STATUS_OK;
}

static enum status text_fill(int file, size_t room, struct pabulib_text *text)
{
	enum status status = STATUS_OK;

	text->bytes = malloc(room);
	if (!text->bytes)
		return STATUS_MEMORY;
	pages_large(text->bytes, room);
	for (;;) {
		ssize_t got;

		if (text->length == room)
			status = text_grow(text, &room);
		if (status != STATUS_OK)
			return status;
		got =
		    read(file, text->bytes + text->length, room - text->length);
		if (got == 0)
			return STATUS_OK;
		if (got < 0 && errno != EINTR)
			return STATUS_FILE_READ;
		text->length += got > 0 ? (size_t)got : 0;
	}
}

enum status pabulib_text_read(const char *path, struct pabulib_text *ret_text)
{
	struct pabulib_text text = {NULL, 0};
	int file = open(path, O_RDONLY | O_CLOEXEC);
	size_t room = ROOM_LEAST;
	struct stat found;
	enum status status;

	if (file < 0)
		return errno == ENOENT || errno == ENOTDIR ? STATUS_FILE_MISSING
							   : STATUS_FILE_READ;
	/* A byte more than the file has: its end is seen without more room. */
	if (fstat(file, &found) == 0 && S_ISREG(found.st_mode) &&
	    found.st_size >= ROOM_LEAST)
		room = (size_t)found.st_size + 1;
	status = room > PABULIB_TEXT_MOST ? STATUS_LIMIT
					  : text_fill(file, room, &text);
	close(file);
	if (status != STATUS_OK) {
		free(text.bytes);
		return status;
	}
	*ret_text = text;
	return STATUS_OK;
}

void pabulib_text_free(struct pabulib_text *text)
{
	free(text->bytes);
	*text = (struct pabulib_text){NULL, 0};
}

/* The first byte at or behind AT where no character begins, or LENGTH. */
static size_t not_utf8(const char *bytes, size_t at, size_t length)
{
	const uint64_t high = UINT64_C(0x8080808080808080);
	uint32_t character;
	uint64_t eight;

	while (at < length) {
		size_t size;

		if (at + sizeof(eight) <= length) {
			memcpy(&eight, bytes + at, sizeof(eight));
			if ((eight & high) == 0) {
				at += sizeof(eight);
				continue;
			}
		}
		size = utf8_read(bytes + at, length - at, &character);
		if (size == 0)
			return at;
		at += size;
	}
	return length;
}

/* How its lines end. */
static void look_at_ends(const char *bytes, size_t length,
			 struct pabulib_look *look)
{
	const char *end = bytes + length;
	size_t feeds = 0, pairs = 0;

	if (!memchr(bytes, '\r', length)) {
		look->bare = memchr(bytes, '\n', length) != NULL;
		return;
	}
	for (size_t i = 0; i < length; i++)
		feeds += bytes[i] == '\n';
	for (const char *at = bytes;
	     (at = memchr(at, '\r', (size_t)(end - at))) != NULL; at++) {
		if (at + 1 < end && at[1] == '\n')
			pairs++;
		else
			look->returns = true;
	}
	look->crlf = pairs > 0;
	look->bare = feeds > pairs;
}

struct pabulib_look pabulib_text_look(const char *bytes, size_t length)
{
	struct pabulib_look look = {.wrong = length};
	const char *zero = length > 0 ? memchr(bytes, '\0', length) : NULL;

	if (length == 0)
		return look;
	look.wrong = not_utf8(bytes, 0, zero ? (size_t)(zero - bytes) : length);
	look.mark =
	    length >= strlen(BYTE_ORDER_MARK) &&
	    memcmp(bytes, BYTE_ORDER_MARK, strlen(BYTE_ORDER_MARK)) == 0;
	look_at_ends(bytes, length, &look);
	return look;
}
