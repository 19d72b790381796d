#include "app/program.h"

#include <SDL.h>
#include <limits.h>
#include <stdlib.h>

#include "ui/ui.h"
#include "words/place.h"
#include "words/words.h"

void program_words(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	char folder[PATH_MAX] = "", language[3] = "";

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value && *value && !*language)
			snprintf(language, sizeof(language), "%s", value);
	}
	(void)place_find("lang", folder, sizeof(folder));
	words_open(folder);
	words_language(language);
}

/* How many displays there are; 0 when SDL finds none at all. The window that
 * could not be opened is gone, and SDL's knowledge with it. */
static int displays(void)
{
	int count;

	if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
		return 0;
	count = SDL_GetNumVideoDisplays();
	SDL_QuitSubSystem(SDL_INIT_VIDEO);
	return count;
}

static void tell_display(FILE *out, const char *program, int display)
{
	char reason[256];
	int count;

	/* Asking again may overwrite the reason. */
	snprintf(reason, sizeof(reason), "%s", SDL_GetError());
	count = displays();
	fprintf(out, "%s: ", program);
	if (count < 1 || display < count)
		fprintf(out, "%s (%s)", _(status_text(STATUS_DISPLAY)), reason);
	else
		fprintf(out,
			words_plural("Display %d is not there: this machine "
				     "has %d, number %d.",
				     "Display %d is not there: this machine "
				     "has %d, numbers 0 to %d.",
				     (unsigned long)count),
			display, count, count - 1);
	fputc('\n', out);
}

void program_tell(FILE *out, const char *program, enum status status,
		  const char *about, int display)
{
	if (status == STATUS_DISPLAY)
		tell_display(out, program, display);
	else
		fprintf(out, "%s: %s%s%s\n", program, about, *about ? ": " : "",
			_(status_text(status)));
}

enum status program_window(struct ui_options options, struct ui **ret_ui)
{
	char fonts[PATH_MAX];
	enum status status = place_find("fonts", fonts, sizeof(fonts));

	if (status != STATUS_OK)
		return status;
	options.fonts = fonts;
	options.fullscreen = options.window.width_px <= 0;
	options.cursor |= !options.fullscreen;
	return ui_open(&options, ret_ui);
}
