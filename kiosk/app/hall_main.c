#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

#include <SDL.h>

#include "app/hall_loop.h"
#include "app/hall_options.h"
#include "words/place.h"
#include "words/words.h"

/* Words before there is a meeting: in the language of the machine. */
static void open_words(void)
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

int main(int argc, char **argv)
{
	struct hall_options options;
	enum status status;

	open_words();
	status = hall_options_read(argc, argv, stderr, &options);
	if (status != STATUS_OK)
		return status_exit_code(status);
	if (options.help) {
		hall_options_help(stdout);
		return 0;
	}
	if (options.language)
		words_language(options.language);
	status = sodium_init() < 0 ? STATUS_MEMORY : hall_run(&options);
	if (status == STATUS_DISPLAY)
		fprintf(stderr, "stemmeboks-hall: %s (%s)\n",
			_(status_text(status)), SDL_GetError());
	else if (status != STATUS_OK)
		fprintf(stderr, "stemmeboks-hall: %s\n",
			_(status_text(status)));
	return status_exit_code(status);
}
