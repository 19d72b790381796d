#include "app/hall_options.h"

#include "app/hall_keys.h"
#include "app/options.h"
#include "words/words.h"

#define PLACE(member) offsetof(struct hall_options, member)

static const struct option_row rows[] = {
    {"--display", "N", OPTION_DISPLAY, PLACE(display),
     N_("show it on display N; 0 is the first"),
     N_("--display takes a number from 0 to 15, as in --display 1")},
    {"--window", "WxH[+X+Y]", OPTION_WINDOW, PLACE(window),
     N_("show it in a window of that many pixels"),
     N_("--window takes width and height, as in --window 1280x720")},
    {"--language", "LL", OPTION_WORD, PLACE(language),
     N_("the language of the room; else the meeting's first"),
     N_("--language takes a language, as in --language da")},
    {"--announce", "PATH", OPTION_WORD, PLACE(announce),
     N_("tell the new file PATH what is on the screen, for tests"),
     N_("--announce takes a file, as in --announce shown.txt")},
};

static const struct option_table table = {
    .program = "stemmeboks-hall",
    .rows = rows,
    .count = sizeof(rows) / sizeof(rows[0]),
    .file = PLACE(file),
    .help = PLACE(help),
};

enum status hall_options_read(int argc, char **argv, FILE *errors,
			      struct hall_options *ret_options)
{
	struct hall_options options = {0};
	enum status status = options_read(&table, argc, argv, errors, &options);

	if (status == STATUS_OK && !options.help && !options.file)
		status = options_need_file(&table, errors);
	if (status == STATUS_OK)
		*ret_options = options;
	return status;
}

void hall_options_help(FILE *out)
{
	fputs(_("stemmeboks-hall FILE [options]\n"
		"Shows the meeting in FILE on the big screen.\n\n"),
	      out);
	options_help(&table, out);
	fputs(_("\nKeys, also of a presenter remote:\n"), out);
	hall_keys_help(out);
	fputs(_("\nExample: stemmeboks-hall bolbro.stemmeboks --display 1\n"),
	      out);
}
