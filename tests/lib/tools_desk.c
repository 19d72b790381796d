#include "tests/lib/tools_desk.h"

#include <stdlib.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_run.h"
#include "words/words.h"

int desk_set_up(void **state)
{
	struct desk *desk = calloc(1, sizeof(*desk));

	assert_non_null(desk);
	words_language("en");
	desk->meeting = bolbro_new();
	paper_slips(desk->slips, PAPER_SLIPS);
	desk->paper = paper_new();
	desk->job = paper_job(desk->meeting, &desk->paper);
	desk->folder = disk_folder();
	desk->pdf = disk_path(desk->folder, "slips.pdf");
	*state = desk;
	return 0;
}

int desk_tear_down(void **state)
{
	struct desk *desk = *state;

	free(desk->pdf);
	disk_remove(desk->folder);
	paper_free(&desk->paper);
	meeting_free(desk->meeting);
	free(desk);
	return 0;
}

void desk_print(struct desk *desk, int count)
{
	assert_int_equal(slip_print(&desk->job, desk->slips, count, DESK_SERIAL,
				    &desk->gaps),
			 STATUS_OK);
	paper_save(&desk->paper, desk->pdf);
}
