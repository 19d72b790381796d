#include "store/entropy.h"

#include <sodium/randombytes.h>

static void fill(void *context, void *buffer, size_t size)
{
	(void)context;
	randombytes_buf(buffer, size);
}

static uint32_t below(void *context, uint32_t limit)
{
	(void)context;
	return randombytes_uniform(limit);
}

const struct random entropy = {fill, below, NULL};
