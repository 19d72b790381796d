#include "core/random.h"

void random_shuffle(const struct random *random, int *order, int count)
{
	for (int i = count - 1; i > 0; i--) {
		int j = (int)random->below(random->context, (uint32_t)i + 1);
		int held = order[i];

		order[i] = order[j];
		order[j] = held;
	}
}
