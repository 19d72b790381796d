#include "core/meeting.h"

#include <stdlib.h>
#include <string.h>

/* Strings are kept in a chain of blocks, newest first, freed as one. */
struct arena {
	struct arena *next;
	char bytes[];
};

struct meeting *meeting_new(void)
{
	struct meeting *meeting = calloc(1, sizeof(*meeting));

	if (!meeting)
		return NULL;
	meeting->place = meeting->date = meeting->closes = meeting->url = "";
	meeting->roll_url = "";
	meeting->pitch_seconds = MEETING_PITCH_USUAL;
	return meeting;
}

void meeting_free(struct meeting *meeting)
{
	if (!meeting)
		return;
	for (struct arena *block = meeting->arena, *next; block; block = next) {
		next = block->next;
		free(block);
	}
	free(meeting);
}

bool meeting_shares_roll(const struct meeting *meeting)
{
	return meeting->roll_url && *meeting->roll_url;
}

const char *meeting_string(struct meeting *meeting, const char *text,
			   size_t length)
{
	struct arena *block = malloc(sizeof(*block) + length + 1);

	if (!block)
		return NULL;
	memcpy(block->bytes, text, length);
	block->bytes[length] = '\0';
	block->next = meeting->arena;
	meeting->arena = block;
	return block->bytes;
}

const char *meeting_text(const struct meeting *meeting, const struct text *text,
			 int language, bool *ret_fallback)
{
	const char *found = text->in[language];
	bool fallback = !found || !*found;

	for (int i = 0; (!found || !*found) && i < meeting->language_count; i++)
		found = text->in[i];
	if (ret_fallback)
		*ret_fallback = fallback;
	return found ? found : "";
}

int meeting_language(const struct meeting *meeting, const char *name)
{
	for (int i = 0; i < meeting->language_count; i++)
		if (strcmp(meeting->languages[i], name) == 0)
			return i;
	return -1;
}

int meeting_pot(const struct meeting *meeting, const char *key)
{
	for (int i = 0; i < meeting->pot_count; i++)
		if (strcmp(meeting->pots[i].key, key) == 0)
			return i;
	return -1;
}

int meeting_proposal(const struct meeting *meeting, int number)
{
	for (int i = 0; i < meeting->proposal_count; i++)
		if (meeting->proposals[i].number == number)
			return i;
	return -1;
}

void meeting_pot_range(const struct meeting *meeting, int pot, int *ret_first,
		       int *ret_end)
{
	int first = 0, end;

	while (first < meeting->proposal_count &&
	       meeting->proposals[first].pot < pot)
		first++;
	end = first;
	while (end < meeting->proposal_count &&
	       meeting->proposals[end].pot == pot)
		end++;
	*ret_first = first;
	*ret_end = end;
}

const char *meeting_short_title(const struct meeting *meeting, int index,
				int language)
{
	const struct proposal *proposal = &meeting->proposals[index];
	const char *title =
	    meeting_text(meeting, &proposal->short_title, language, NULL);

	return *title ? title
		      : meeting_text(meeting, &proposal->title, language, NULL);
}

static int compare_proposals(const void *a, const void *b)
{
	const struct proposal *left = a, *right = b;

	if (left->pot != right->pot)
		return left->pot < right->pot ? -1 : 1;
	return (left->number > right->number) - (left->number < right->number);
}

void meeting_order(struct meeting *meeting)
{
	qsort(meeting->proposals, (size_t)meeting->proposal_count,
	      sizeof(meeting->proposals[0]), compare_proposals);
}

static bool excludes(const struct proposal *proposal, int number)
{
	for (int i = 0; i < proposal->incompatible_count; i++)
		if (proposal->incompatible[i] == number)
			return true;
	return false;
}

bool meeting_incompatible(const struct meeting *meeting, int a, int b)
{
	const struct proposal *left = &meeting->proposals[a];
	const struct proposal *right = &meeting->proposals[b];

	return excludes(left, right->number) || excludes(right, left->number);
}
