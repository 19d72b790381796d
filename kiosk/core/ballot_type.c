#include "core/ballot_type.h"

#include <assert.h>
#include <string.h>

static const struct {
	const char *spelled;
	int largest;
} table[BALLOT_TYPE_COUNT] = {
#define BALLOT_TYPE(name, spelled, largest, text) {spelled, largest},
#include "core/ballot_type.def"
#undef BALLOT_TYPE
};

const char *ballot_type_name(enum ballot_type type)
{
	assert((unsigned)type < BALLOT_TYPE_COUNT);
	return table[type].spelled;
}

int ballot_type_find(const char *name)
{
	for (int i = 0; i < BALLOT_TYPE_COUNT; i++)
		if (strcmp(table[i].spelled, name) == 0)
			return i;
	return -1;
}

int ballot_type_largest(enum ballot_type type)
{
	assert((unsigned)type < BALLOT_TYPE_COUNT);
	return table[type].largest;
}
