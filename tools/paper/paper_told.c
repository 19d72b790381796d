#include "tools/paper/paper_told.h"

#include <stdio.h>
#include <string.h>

#include "tools/paper/paper_direction.h"

#define ISOLATE "\u2068"
#define ISOLATE_END "\u2069"

/* A step cuts a title at 160 bytes: the mark at its end must still be there. */
enum { TITLE_BYTES = 140, MARKED = 160 };

static bool any_runs_left(const struct meeting *meeting,
			  const struct text *text)
{
	for (int i = 0; i < meeting->language_count; i++)
		if (text->in[i] && direction_left(text->in[i]))
			return true;
	return false;
}

static bool needs_marks(const struct meeting *meeting)
{
	for (int i = 0; i < meeting->language_count; i++)
		if (direction_language(meeting->languages[i]))
			return true;
	for (int i = 0; i < meeting->pot_count; i++)
		if (any_runs_left(meeting, &meeting->pots[i].title))
			return true;
	for (int i = 0; i < meeting->proposal_count; i++)
		if (any_runs_left(meeting, &meeting->proposals[i].title) ||
		    any_runs_left(meeting, &meeting->proposals[i].short_title))
			return true;
	return false;
}

static bool text_mark(struct meeting *meeting, struct text *text)
{
	for (int i = 0; i < meeting->language_count; i++) {
		const char *plain = text->in[i];
		char marked[MARKED];
		size_t length;

		if (!plain || !*plain)
			continue;
		length = strlen(plain);
		if (length > TITLE_BYTES)
			length = TITLE_BYTES;
		/* A byte 10xxxxxx continues a UTF-8 character. */
		while (((unsigned char)plain[length] & 0xc0) == 0x80)
			length--;
		snprintf(marked, sizeof(marked), ISOLATE "%.*s%s" ISOLATE_END,
			 (int)length, plain, plain[length] ? "…" : "");
		text->in[i] = meeting_string(meeting, marked, strlen(marked));
		if (!text->in[i])
			return false;
	}
	return true;
}

static bool titles_mark(struct meeting *meeting)
{
	for (int i = 0; i < meeting->pot_count; i++)
		if (!text_mark(meeting, &meeting->pots[i].title))
			return false;
	for (int i = 0; i < meeting->proposal_count; i++)
		if (!text_mark(meeting, &meeting->proposals[i].title) ||
		    !text_mark(meeting, &meeting->proposals[i].short_title))
			return false;
	return true;
}

struct meeting *told_meeting_new(const struct meeting *meeting)
{
	struct meeting *told = meeting_new();
	struct arena *arena;

	if (!told)
		return NULL;
	arena = told->arena;
	*told = *meeting;
	told->arena = arena;
	if (!needs_marks(meeting) || titles_mark(told))
		return told;
	meeting_free(told);
	return NULL;
}
