#include "app/kiosk_options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

#define PROGRAM "stemmeboks-kiosk"

enum {
	DISPLAY_MOST = 15,
	SIDE_LEAST = 320,
	SIDE_MOST = 16384,
	TENTHS = 10,
	PX_PER_MM_LEAST = 1,
	PX_PER_MM_MOST = 40,
	OPTION_WIDTH = 22,
};

/* The whole number from TEXT to END; false when it is none, or outside. */
static bool number_read(const char *text, const char *end, long least,
			long most, int *ret_number)
{
	char *stop;
	long number;

	if (text == end || *text < '0' || *text > '9')
		return false;
	errno = 0;
	number = strtol(text, &stop, 10);
	if (errno || stop != end || number < least || number > most)
		return false;
	*ret_number = (int)number;
	return true;
}

static bool window_read(const char *value, struct kiosk_options *options)
{
	const char *x = strchr(value, 'x');

	return x &&
	       number_read(value, x, SIDE_LEAST, SIDE_MOST,
			   &options->width_px) &&
	       number_read(x + 1, value + strlen(value), SIDE_LEAST, SIDE_MOST,
			   &options->height_px);
}

static bool display_read(const char *value, struct kiosk_options *options)
{
	return number_read(value, value + strlen(value), 0, DISPLAY_MOST,
			   &options->display);
}

/* "4" or "5.9": one decimal, with a point or a comma. */
static bool px_per_mm_read(const char *value, struct kiosk_options *options)
{
	const char *point = strpbrk(value, ".,");
	const char *end = value + strlen(value);
	int whole, tenths = 0;

	if (!number_read(value, point ? point : end, PX_PER_MM_LEAST,
			 PX_PER_MM_MOST, &whole))
		return false;
	if (point && (end - point != 2 ||
		      !number_read(point + 1, end, 0, TENTHS - 1, &tenths)))
		return false;
	options->px_per_mm = whole + (double)tenths / TENTHS;
	return true;
}

static bool language_read(const char *value, struct kiosk_options *options)
{
	options->language = value;
	return *value != '\0';
}

static bool demo_read(const char *value, struct kiosk_options *options)
{
	options->demo = value;
	return *value != '\0';
}

static bool announce_read(const char *value, struct kiosk_options *options)
{
	options->announce = value;
	return *value != '\0';
}

static bool scan_pipe_read(const char *value, struct kiosk_options *options)
{
	options->scan_pipe = value;
	return *value != '\0';
}

static const struct {
	const char *name, *argument;
	bool (*read)(const char *value, struct kiosk_options *options);
	const char *help, *wrong;
} specs[] = {
    {"--window", "WxH", window_read,
     N_("show it in a window of that many pixels, which may be closed"),
     N_("--window takes width and height, as in --window 1280x800")},
    {"--display", "N", display_read, N_("show it on display N; 0 is the first"),
     N_("--display takes a number from 0 to 15, as in --display 1")},
    {"--px-per-mm", "X", px_per_mm_read,
     N_("pixels on a millimetre of the screen, measured with a ruler"),
     N_("--px-per-mm takes a number from 1 to 40, as in --px-per-mm 5.9")},
    {"--language", "LL", language_read,
     N_("the language before anyone chose one; else the meeting's first"),
     N_("--language takes a language, as in --language da")},
    {"--demo", "CODES", demo_read,
     N_("say DEMO on every screen, and offer the slips in file CODES"),
     N_("--demo takes a file with a code a line, as in --demo codes.txt")},
    {"--announce", "PATH", announce_read,
     N_("with --demo: tell file PATH what can be touched, for tests"),
     N_("--announce takes a file, as in --announce targets.txt")},
    {"--scan-pipe", "PATH", scan_pipe_read,
     N_("read scans from the pipe or file PATH, a line each"),
     N_("--scan-pipe takes a pipe or file, as in --scan-pipe /run/scans")},
};

enum { SPECS = sizeof(specs) / sizeof(specs[0]) };

static void complain(FILE *errors, const char *sentence)
{
	fprintf(errors, PROGRAM ": %s\n", sentence);
}

/* Reads the option ARGV[*at] and moves *at past it; false after telling. */
static bool option_read(int argc, char **argv, int *at, FILE *errors,
			struct kiosk_options *options)
{
	const char *word = argv[*at], *value;
	size_t length = strcspn(word, "=");

	for (int i = 0; i < SPECS; i++) {
		if (strlen(specs[i].name) != length ||
		    strncmp(specs[i].name, word, length) != 0)
			continue;
		value = word[length] ? word + length + 1 : NULL;
		if (!value && *at + 1 < argc)
			value = argv[++*at];
		++*at;
		if (value && specs[i].read(value, options))
			return true;
		complain(errors, _(specs[i].wrong));
		return false;
	}
	fprintf(errors, _("%s: %s is not known, see --help\n"), PROGRAM, word);
	return false;
}

static bool options_agree(const struct kiosk_options *options, FILE *errors)
{
	if (options->help)
		return true;
	if (!options->file)
		complain(errors, _("give the meeting's file, as in "
				   "stemmeboks-kiosk bolbro.stemmeboks"));
	else if (options->announce && !options->demo)
		complain(errors, _("--announce works only together with "
				   "--demo"));
	else
		return true;
	return false;
}

enum status kiosk_options_read(int argc, char **argv, FILE *errors,
			       struct kiosk_options *ret_options)
{
	struct kiosk_options options = {0};

	for (int at = 1; at < argc;) {
		if (strcmp(argv[at], "--help") == 0 ||
		    strcmp(argv[at], "-h") == 0) {
			options.help = true;
			at++;
		} else if (argv[at][0] == '-') {
			if (!option_read(argc, argv, &at, errors, &options))
				return STATUS_USAGE;
		} else if (options.file) {
			complain(errors, _("only one file can be shown"));
			return STATUS_USAGE;
		} else {
			options.file = argv[at++];
		}
	}
	if (!options_agree(&options, errors))
		return STATUS_USAGE;
	*ret_options = options;
	return STATUS_OK;
}

void kiosk_options_help(FILE *out)
{
	char name[64];

	fprintf(out, "%s\n\n", _("Usage: stemmeboks-kiosk FILE [OPTION]…"));
	fprintf(
	    out, "%s\n\n",
	    _("Lets residents vote with the slips of the meeting in FILE."));
	for (int i = 0; i < SPECS; i++) {
		snprintf(name, sizeof(name), "%s %s", specs[i].name,
			 specs[i].argument);
		fprintf(out, "  %-*s %s\n", OPTION_WIDTH, name,
			_(specs[i].help));
	}
	fprintf(out, "  %-*s %s\n\n", OPTION_WIDTH, "--help", _("print this"));
	fprintf(out, "%s\n  stemmeboks-kiosk bolbro.stemmeboks --px-per-mm 4\n",
		_("Example:"));
}
