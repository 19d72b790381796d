#include "core/tries.h"

uint64_t tries_lock_ms(int wrong)
{
	int doubled = wrong - TRIES_FREE - 1;

	if (doubled < 0)
		return 0;
	if (doubled > TRIES_DOUBLED)
		doubled = TRIES_DOUBLED;
	return (uint64_t)TRIES_LOCK_MS << doubled;
}
