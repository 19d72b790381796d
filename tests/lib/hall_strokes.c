#include "tests/lib/hall_strokes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"

int64_t hall_strokes(struct ui *ui)
{
	char *dump = frame_dump(ui), *rest = dump, *line;
	int upright = 0, steps = 0;

	while ((line = strsep(&rest, "\n")) != NULL) {
		int x, y, w, h;
		char role[16];

		if (sscanf(line, "fill %d %d %d %d %15s", &x, &y, &w, &h,
			   role) != 5 ||
		    strcmp(role, "TEXT") != 0)
			continue;
		upright += w == 4 && h == 40;
		steps += h == 6 && w < 10;
	}
	free(dump);
	assert_int_equal(steps % 14, 0);
	return upright + steps / 14;
}

int64_t hall_folded(struct ui *ui)
{
	char *dump = frame_dump(ui), *rest = dump, *line;
	int64_t votes = 0;

	while ((line = strsep(&rest, "\n")) != NULL) {
		int number;

		if (sscanf(line,
			   "text %*d %*d %*d %*d HALL_BODY TEXT centre \"%d\"",
			   &number) == 1)
			votes += number;
	}
	free(dump);
	return votes;
}
