/* stemmeboks-kiosk - where residents vote. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include <SDL.h>

#include "app/kiosk.h"
#include "app/kiosk_options.h"
#include "words/place.h"
#include "words/words.h"

/* What is told on the terminal is in the language of the machine. */
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
	struct kiosk_options options;
	struct kiosk *kiosk = NULL;
	const char *about = "";
	enum status status;

	open_words();
	status = kiosk_options_read(argc, argv, stderr, &options);
	if (status != STATUS_OK)
		return status_exit_code(status);
	if (options.help) {
		kiosk_options_help(stdout);
		return 0;
	}
	status = kiosk_open(&options, &kiosk, &about);
	if (status == STATUS_OK)
		kiosk_run(kiosk);
	else
		fprintf(stderr, "stemmeboks-kiosk: %s%s%s\n", about,
			*about ? ": " : "", _(status_text(status)));
	if (status == STATUS_DISPLAY)
		fprintf(stderr, "stemmeboks-kiosk: (%s)\n", SDL_GetError());
	kiosk_free(kiosk);
	return status_exit_code(status);
}
