#include "core/ballot_type.h"

#include <assert.h>
#include <string.h>

static const char *const names[BALLOT_TYPE_COUNT] = {
#define BALLOT_TYPE(name, spelled, text) spelled,
#include "core/ballot_type.def"
#undef BALLOT_TYPE
};

const char *ballot_type_name(enum ballot_type type)
{
	assert((unsigned)type < BALLOT_TYPE_COUNT);
	return names[type];
}

bool ballot_type_ticked(enum ballot_type type)
{
	return type == BALLOT_APPROVAL || type == BALLOT_KNAPSACK;
}

int ballot_type_find(const char *name)
{
	for (int i = 0; i < BALLOT_TYPE_COUNT; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}
