/* The small picture of the wall at the panel says what the wall says, no more
 * and no later, and nothing of it stays once the panel is closed. */
#include <SDL.h>
#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/kiosk_wall.h"
#include "tests/lib/app_hall.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/display.h"
#include "words/words.h"

enum { SAID = 16384, START_MS = 5000, STEP_MS = 1000 };

/* The wall itself, and the small one. */
struct pair {
	struct evening *evening;
	struct ui *big, *small;
	struct hall_wall hall;
	struct kiosk_wall kiosk;
	uint64_t now_ms;
	char said[2][SAID];
};

static void begin(struct pair *pair, struct evening *evening)
{
	memset(pair, 0, sizeof(*pair));
	pair->evening = evening;
	pair->big = display_window((struct ui_options){
	    .title = "wall", .window = {1920, 1080, 0, 0, false}, .fit = true});
	pair->small = display_open(2);
	pair->kiosk.file = evening->fixture.path;
	pair->now_ms = START_MS;
	assert_ok(hall_wall_open(&pair->hall, evening->fixture.path));
}

static void end(struct pair *pair)
{
	kiosk_wall_close(&pair->kiosk);
	hall_wall_close(&pair->hall);
	ui_free(pair->small);
	ui_free(pair->big);
	SDL_Quit();
}

/* What stands on the wall of UI, without spaces: small letters may break into
 * other lines. */
static void read_texts(struct ui *ui, bool inset, char ret_said[SAID])
{
	char *dump = NULL, *rest = NULL;
	size_t size;
	FILE *out = open_memstream(&dump, &size);
	bool inside = !inset;
	int length = 0;

	assert_non_null(out);
	ui_dump(ui, out);
	fclose(out);

	for (char *line = strtok_r(dump, "\n", &rest); line;
	     line = strtok_r(NULL, "\n", &rest)) {
		const char *at = strchr(line, '"');

		if (strncmp(line, "inset", 5) == 0)
			inside = true;
		if (strncmp(line, "outset", 6) == 0)
			inside = false;
		for (; inside && at && *at && length < SAID - 1; at++)
			if (*at != ' ' && *at != '"')
				ret_said[length++] = *at;
	}
	ret_said[length] = '\0';
	free(dump);
}

/* A second later, both draw what there is. */
static void both_draw(struct pair *pair)
{
	const struct rect place = {100, 100, 480, 270};

	pair->now_ms += STEP_MS;
	pair->hall.view.now_ms = pair->now_ms;
	hall_wall_look(&pair->hall);
	hall_wall_tick(&pair->hall);
	ui_begin(pair->big, pair->now_ms);
	hall_wall_draw(&pair->hall, pair->big);
	ui_end(pair->big);
	read_texts(pair->big, false, pair->said[0]);
	ui_begin(pair->small, pair->now_ms);
	kiosk_wall_draw(&pair->kiosk, pair->small, place, pair->now_ms);
	ui_end(pair->small);
	read_texts(pair->small, true, pair->said[1]);
	assert_true(strlen(pair->said[0]) > 20);
	assert_string_equal(pair->said[1], pair->said[0]);
}

static void it_says_what_the_wall_says(void **state)
{
	static const char *const cues[] = {"welcome", "next",  "pitch 3",
					   "next",    "rules", "next",
					   "pause",   "clear"};
	struct evening *evening = *state;
	struct pair pair;
	char before[SAID];
	int changes = 0;

	begin(&pair, evening);
	both_draw(&pair);
	for (size_t i = 0; i < sizeof(cues) / sizeof(cues[0]); i++) {
		strcpy(before, pair.said[1]);
		evening_cue(evening, cues[i]);
		both_draw(&pair);
		changes += strcmp(before, pair.said[1]) != 0;
	}
	assert_true(changes >= 5);
	end(&pair);
}

/* Three votes are no batch: the small one does not know them either. */
static void it_shows_no_vote_before_the_wall_does(void **state)
{
	struct evening *evening = *state;
	struct pair pair;

	fixture_advance(&evening->fixture, PHASE_OPEN);
	begin(&pair, evening);
	evening_cue(evening, "live");
	both_draw(&pair);
	evening_vote(evening, 3);
	assert_true(kiosk_wall_look(&pair.kiosk, pair.now_ms));
	both_draw(&pair);
	assert_int_equal(pair.kiosk.hall.view.live->ballots, 0);
	assert_null(pair.kiosk.hall.view.ballots);
	assert_null(pair.kiosk.hall.view.tally);
	end(&pair);
}

static int open_files(const char *path)
{
	DIR *folder = opendir("/proc/self/fd");
	struct dirent *entry;
	int count = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL) {
		char name[64 + NAME_MAX], target[PATH_MAX];
		ssize_t length;

		snprintf(name, sizeof(name), "/proc/self/fd/%s", entry->d_name);
		length = readlink(name, target, sizeof(target) - 1);
		target[length > 0 ? length : 0] = '\0';
		count += strcmp(target, path) == 0;
	}
	closedir(folder);
	return count;
}

static void closed_it_lets_go_of_the_file_and_comes_back_as_it_was(void **state)
{
	struct evening *evening = *state;
	const char *path = evening->fixture.path;
	struct pair pair;
	int files;

	begin(&pair, evening);
	evening_cue(evening, "pitch 3");
	both_draw(&pair);
	files = open_files(path);
	kiosk_wall_close(&pair.kiosk);
	assert_true(open_files(path) < files);
	assert_null(pair.kiosk.hall.view.meeting);
	assert_false(kiosk_wall_look(&pair.kiosk, pair.now_ms));
	both_draw(&pair);
	assert_int_equal(pair.kiosk.hall.show.scene, SCENE_PITCH);
	end(&pair);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, evening_begin, evening_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(it_says_what_the_wall_says),
	    TEST(it_shows_no_vote_before_the_wall_does),
	    TEST(closed_it_lets_go_of_the_file_and_comes_back_as_it_was),
	};

	return cmocka_run_group_tests_name("kiosk_wall", tests, NULL, NULL);
}
