#include "tests/lib/maker_case.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/kiosk_set_up.h"
#include "tests/lib/app_desk.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "ui/widget.h"
#include "words/words.h"

enum { START_MS = 1000000, STEP_MS = 10, LIMIT_MS = 20000, GUARD_MS = 700 };

static void copy(const char *name, const char *folder)
{
	char line[4 * MAKER_CASE_PATH];

	snprintf(line, sizeof(line), "cp -r 'tests/data/sheets/%s' '%s'", name,
		 folder);
	assert_int_equal(system(line), 0);
}

void maker_case_open(struct maker_case *made, int form,
		     const char *const *sources)
{
	const char *build = getenv("STEMMEBOKS_BUILD");

	memset(made, 0, sizeof(*made));
	snprintf(made->root, sizeof(made->root), "/tmp/maker-XXXXXX");
	assert_non_null(mkdtemp(made->root));
	snprintf(made->folder, sizeof(made->folder), "%s/meetings", made->root);
	snprintf(made->stick, sizeof(made->stick), "%s/USB", made->root);
	snprintf(made->printed, sizeof(made->printed), "%s/printed",
		 made->root);
	mkdir(made->folder, 0700);
	mkdir(made->stick, 0700);
	mkdir(made->printed, 0700);
	for (int i = 0; sources[i]; i++)
		copy(sources[i], made->stick);
	setenv("PRINTED", made->printed, 1);
	setenv("XDG_DATA_HOME", made->printed, 1);
	desk_printer();
	snprintf(made->commands, sizeof(made->commands), "%s/stemmeboks",
		 build ? build : "build");
	made->ui = display_open(form);
	made->maker = calloc(1, sizeof(*made->maker));
	assert_non_null(made->maker);
	made->maker->folder = made->folder;
	made->maker->stick = made->stick;
	made->maker->mounts = "/dev/null";
	made->maker->commands = made->commands;
	made->maker->language = words_language("da");
	made->now_ms = START_MS;
	kiosk_maker_begin(made->maker);
	maker_case_frame(made);
}

void maker_case_close(struct maker_case *made)
{
	char line[MAKER_CASE_PATH];

	kiosk_maker_end(made->maker);
	free(made->maker);
	ui_free(made->ui);
	snprintf(line, sizeof(line), "rm -rf '%s'", made->root);
	assert_int_equal(system(line), 0);
}

void maker_case_frame(struct maker_case *made)
{
	do
		kiosk_set_up_frame(made->ui, made->maker, made->now_ms);
	while (ui_pending(made->ui));
}

static void wait(struct maker_case *made)
{
	for (int i = 0; child_runs(&made->maker->child); i += STEP_MS) {
		assert_true(i < LIMIT_MS);
		usleep(STEP_MS * 1000);
		kiosk_maker_tick(made->maker, made->now_ms);
	}
}

void maker_case_tap(struct maker_case *made, uint32_t widget, int index)
{
	const struct ui_target *target =
	    display_find(made->ui, UI_ID(widget, index));

	if (!target)
		fail_msg("no %s %d on %s", panel_widget_name(widget << 16),
			 index, maker_page_name(made->maker->maker.page));
	/* The resident's screens take nothing at once. */
	made->now_ms += GUARD_MS;
	display_touch(made->ui, target);
	maker_case_frame(made);
	wait(made);
	maker_case_frame(made);
}

void maker_case_choose(struct maker_case *made, int source)
{
	maker_case_tap(made, PANEL_WIDGET_PICK,
		       PANEL_PICK(PANEL_PICK_PLACE, source));
}

void maker_case_make(struct maker_case *made)
{
	maker_case_choose(made, 0);
	assert_int_equal(made->maker->maker.page, MAKER_GOOD);
	maker_case_tap(made, PANEL_WIDGET_ON, 0);
	assert_int_equal(made->maker->maker.page, MAKER_MADE);
}

void maker_case_pin(struct maker_case *made, const char *pin)
{
	for (int twice = 0; twice < 2; twice++)
		for (const char *digit = pin; *digit; digit++)
			maker_case_tap(made, PANEL_WIDGET_DIGIT, *digit - '0');
}

bool maker_case_shows(struct maker_case *made, const char *text)
{
	char *dump = frame_dump(made->ui);
	bool found = strstr(dump, text) != NULL;

	free(dump);
	return found;
}
