/* stemmeboks-hall - shows the meeting to the room. */
#include <sodium.h>
#include <stdio.h>

#include <SDL.h>

#include "app/hall_loop.h"
#include "app/hall_options.h"
#include "app/program.h"
#include "words/words.h"

int main(int argc, char **argv)
{
	struct hall_options options;
	const char *about = "";
	enum status status;

	program_words();
	status = hall_options_read(argc, argv, stderr, &options);
	if (status != STATUS_OK)
		return status_exit_code(status);
	if (options.help) {
		hall_options_help(stdout);
		return 0;
	}
	if (options.language)
		words_language(options.language);
	status = sodium_init() < 0 ? STATUS_MEMORY : hall_run(&options, &about);
	if (status != STATUS_OK)
		program_tell(stderr, "stemmeboks-hall", status, about,
			     options.display);
	return status_exit_code(status);
}
