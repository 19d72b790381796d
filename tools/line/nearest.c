#include "tools/line/nearest.h"

#include <limits.h>
#include <string.h>

enum { LONGEST = 40 };

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Optimal string alignment: Levenshtein's distance with swaps of neighbours. */
static int distance(const char *a, const char *b)
{
	int rows = (int)strnlen(a, LONGEST), columns = (int)strnlen(b, LONGEST);
	int cost[LONGEST + 1][LONGEST + 1] = {{0}};

	for (int i = 0; i <= rows; i++) {
		for (int j = 0; j <= columns; j++) {
			if (i == 0 || j == 0) {
				cost[i][j] = i + j;
				continue;
			}
			int here = cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
			here = least(here, cost[i - 1][j] + 1);
			here = least(here, cost[i][j - 1] + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				here = least(here, cost[i - 2][j - 2] + 1);
			cost[i][j] = here;
		}
	}
	return cost[rows][columns];
}

struct nearest nearest_to(const char *wrong)
{
	return (struct nearest){.wrong = wrong, .distance = INT_MAX};
}

void nearest_try(struct nearest *nearest, const char *known)
{
	int found = distance(nearest->wrong, known);
	size_t wrong = strlen(nearest->wrong), length = strlen(known);
	size_t longer = wrong > length ? wrong : length;

	if (found < nearest->distance && found <= (int)(longer / 3 + 1) &&
	    longer <= LONGEST) {
		nearest->distance = found;
		nearest->best = known;
	}
}
