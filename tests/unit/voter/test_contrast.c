/* Every text that a screen draws has a contrast of 10:1 to what it stands on,
 * in every theme: found by walking over what was drawn, not by a table. */
#include <stdlib.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/contrast.h"
#include "tests/lib/golden.h"
#include "tests/lib/voter_screens.h"
#include "ui/draw.h"

enum { GROUNDS = 512, WORD = 32 };

static const char *const roles[ROLE_COUNT] = {
#define ROLE(name, light, dark, contrast) [ROLE_##name] = #name,
#include "ui/theme.def"
#undef ROLE
};

/* What was drawn so far that a text can stand on. */
struct ground {
	struct rect rect;
	enum role role;
};

static enum role role_of(const char *name)
{
	for (int i = 0; i < ROLE_COUNT; i++)
		if (strcmp(roles[i], name) == 0)
			return i;
	fail_msg("there is no role %s", name);
	return ROLE_BG;
}

/* The role of the topmost ground below the point where TEXT begins. */
static enum role below(const struct ground *grounds, int count,
		       struct rect text, const char *align)
{
	int x = strcmp(align, "centre") == 0 ? text.x + text.w / 2
		: strcmp(align, "end") == 0  ? text.x + text.w - 4
					     : text.x + 4;
	int y = text.y + text.h / 2;

	for (int i = count - 1; i >= 0; i--) {
		struct rect rect = grounds[i].rect;

		if (x >= rect.x && x < rect.x + rect.w && y >= rect.y &&
		    y < rect.y + rect.h)
			return grounds[i].role;
	}
	fail_msg("a text stands on nothing");
	return ROLE_BG;
}

static void text_check(enum role ink, enum role paper, const char *line)
{
	for (int theme = 0; theme < UI_THEMES; theme++)
		if (contrast(theme, ink, paper) < 10)
			fail_msg("theme %d: %.1f:1 on %s: %.*s", theme,
				 contrast(theme, ink, paper), roles[paper],
				 (int)strcspn(line, "\n"), line);
}

/* Walks over DUMP; returns how many texts it has. What lies dimmed behind a
 * dialog is not to be read. */
static int walk(const char *dump)
{
	static struct ground grounds[GROUNDS];
	bool dialog = strstr(dump, "\nshade") != NULL;
	int count = 0, texts = 0;

	for (const char *line = dump; line;
	     line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
		struct rect rect;
		char kind[WORD], one[WORD], two[WORD], three[WORD];
		int read =
		    sscanf(line, "%31s %d %d %d %d %31s %31s %31s", kind,
			   &rect.x, &rect.y, &rect.w, &rect.h, one, two, three);

		if (read < 5)
			continue;
		dialog = dialog && strcmp(kind, "shade") != 0;
		if (read >= 6 &&
		    (strcmp(kind, "fill") == 0 || strcmp(kind, "panel") == 0)) {
			assert_in_range(count, 0, GROUNDS - 1);
			grounds[count++] = (struct ground){rect, role_of(one)};
		} else if (read == 8 && strcmp(kind, "text") == 0 && !dialog) {
			text_check(role_of(two),
				   below(grounds, count, rect, three), line);
			texts++;
		}
	}
	return texts;
}

static void every_text_stands_out_from_what_it_stands_on(void **state)
{
	(void)state;
	for (int i = 0; i < DISPLAYS * 2; i++) {
		struct voter_case voter;
		int texts = 0;

		voter_case_open(&voter, i / 2);
		voter.settings.text = i % 2 ? TEXT_LARGEST : TEXT_USUAL;
		voter.settings.reach = i % 2;
		for (int k = 0; k < voter_screen_count; k++) {
			char *dump;

			voter_screen_set(&voter_screens[k], &voter, "da");
			voter_frame(&voter);
			dump = frame_dump(voter.ui);
			print_message("%s\n", voter_screens[k].name);
			texts += walk(dump);
			free(dump);
		}
		assert_in_range(texts, 5 * voter_screen_count, 10000);
		voter_case_close(&voter);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_text_stands_out_from_what_it_stands_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
