#include "tools/pabulib/vote_type.h"

#include <assert.h>
#include <string.h>

static const struct {
	const char *spelled;
	bool points;
} types[VOTE_TYPE_COUNT] = {
#define VOTE_TYPE(name, spelled, points) {spelled, points},
#include "tools/pabulib/vote_type.def"
#undef VOTE_TYPE
};

const char *vote_type_name(enum vote_type type)
{
	assert((unsigned)type < VOTE_TYPE_COUNT);
	return types[type].spelled;
}

int vote_type_find(const char *text, size_t length)
{
	for (int i = 0; i < VOTE_TYPE_COUNT; i++)
		if (strlen(types[i].spelled) == length &&
		    memcmp(types[i].spelled, text, length) == 0)
			return i;
	return -1;
}

bool vote_type_points(enum vote_type type)
{
	assert((unsigned)type < VOTE_TYPE_COUNT);
	return types[type].points;
}

const char *vote_type_head(enum vote_type type)
{
	return vote_type_points(type) ? "voter_id;vote;points"
				      : "voter_id;vote";
}
