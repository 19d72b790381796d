#include "app/hall_options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

enum { DISPLAY_MOST = 15, SIDE_LEAST = 320, SIDE_MOST = 16384 };

/* The whole number at TEXT up to END; false when it is none, or outside. */
static bool read_number(const char *text, const char *end, long least,
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

static bool read_display(const char *value, struct hall_options *options)
{
	return read_number(value, value + strlen(value), 0, DISPLAY_MOST,
			   &options->display);
}

static bool read_window(const char *value, struct hall_options *options)
{
	const char *x = strchr(value, 'x');

	return x &&
	       read_number(value, x, SIDE_LEAST, SIDE_MOST,
			   &options->width_px) &&
	       read_number(x + 1, value + strlen(value), SIDE_LEAST, SIDE_MOST,
			   &options->height_px);
}

static bool read_language(const char *value, struct hall_options *options)
{
	options->language = value;
	return *value != '\0';
}

static bool read_announce(const char *value, struct hall_options *options)
{
	options->announce = value;
	return *value != '\0';
}

static const struct {
	const char *name;
	const char *argument;
	bool (*read)(const char *value, struct hall_options *options);
	const char *help;
	const char *wrong;
} specs[] = {
    {"--display", "N", read_display, N_("show it on display N; 0 is the first"),
     N_("--display takes a number from 0 to 15, as in --display 1")},
    {"--window", "WxH", read_window,
     N_("show it in a window of that many pixels"),
     N_("--window takes width and height, as in --window 1280x720")},
    {"--language", "LL", read_language,
     N_("the language of the room; else the meeting's first"),
     N_("--language takes a language, as in --language da")},
    {"--announce", "PATH", read_announce,
     N_("tell file PATH what is on the screen, for tests"),
     N_("--announce takes a file, as in --announce shown.txt")},
};

enum { SPECS = sizeof(specs) / sizeof(specs[0]) };

/* Reads the option ARGV[*at] and moves *at past it; false after telling. */
static bool read_option(int argc, char **argv, int *at, FILE *errors,
			struct hall_options *options)
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
		fprintf(errors, "stemmeboks-hall: %s\n", _(specs[i].wrong));
		return false;
	}
	fprintf(errors, _("stemmeboks-hall: %s is not known, see --help\n"),
		word);
	return false;
}

enum status hall_options_read(int argc, char **argv, FILE *errors,
			      struct hall_options *ret_options)
{
	struct hall_options options = {0};
	bool words_only = false;

	for (int i = 1; i < argc;) {
		if (!words_only && strcmp(argv[i], "--help") == 0) {
			*ret_options = (struct hall_options){.help = true};
			return STATUS_OK;
		}
		if (!words_only && strcmp(argv[i], "--") == 0) {
			words_only = true;
			i++;
		} else if (!words_only && argv[i][0] == '-' && argv[i][1]) {
			if (!read_option(argc, argv, &i, errors, &options))
				return STATUS_USAGE;
		} else if (options.file) {
			fprintf(errors,
				_("stemmeboks-hall: one file is enough, "
				  "%s is one more\n"),
				argv[i]);
			return STATUS_USAGE;
		} else {
			options.file = argv[i++];
		}
	}
	if (!options.file) {
		fputs(_("stemmeboks-hall: name the meeting's file, "
			"as in: stemmeboks-hall meeting.stemmeboks\n"),
		      errors);
		return STATUS_USAGE;
	}
	*ret_options = options;
	return STATUS_OK;
}

void hall_options_help(FILE *out)
{
	fputs(_("stemmeboks-hall FILE [options]\n"
		"Shows the meeting in FILE on the big screen.\n\n"),
	      out);
	for (int i = 0; i < SPECS; i++)
		fprintf(out, "  %-10s %-4s  %s\n", specs[i].name,
			specs[i].argument, _(specs[i].help));
	fprintf(out, "  %-15s  %s\n", "--help", _("show this and stop"));
	fputs(_("\nKeys: Page Down, Right or space for the next page,\n"
		"Page Up or Left for the one before.\n"
		"Example: stemmeboks-hall bolbro.stemmeboks --display 1\n"),
	      out);
}
