#include "app/kiosk_options.h"

#include "app/options.h"
#include "words/words.h"

#define PROGRAM "stemmeboks-kiosk"
#define PLACE(member) offsetof(struct kiosk_options, member)

static const struct option_row rows[] = {
    {"--window", "WxH[+X+Y]", OPTION_WINDOW, PLACE(window),
     N_("show it in a window of that many pixels, which may be closed"),
     N_("--window takes width and height, as in --window 1280x800")},
    {"--display", "N", OPTION_DISPLAY, PLACE(display),
     N_("show it on display N; 0 is the first"),
     N_("--display takes a number from 0 to 15, as in --display 1")},
    {"--px-per-mm", "X", OPTION_TENTHS, PLACE(px_per_mm),
     N_("pixels on a millimetre of the screen, measured with a ruler"),
     N_("--px-per-mm takes a number from 1 to 40, as in --px-per-mm 5.9")},
    {"--ruler", "", OPTION_FLAG, PLACE(ruler),
     N_("measure that on the screen with a ruler, and keep it"),
     N_("--ruler takes nothing after it")},
    {"--set-up", "FOLDER", OPTION_WORD, PLACE(set_up),
     N_("make a new meeting from a stick first, in FOLDER; takes no FILE"),
     N_("--set-up takes a folder, as in --set-up /var/lib/stemmeboks")},
    {"--stick", "FOLDER", OPTION_WORD, PLACE(stick),
     N_("with --set-up: look for a meeting in FOLDER, too"),
     N_("--stick takes a folder, as in --stick bolbro")},
    {"--language", "LL", OPTION_WORD, PLACE(language),
     N_("the language before anyone chose one; else as the panel kept it, or "
	"the meeting's first"),
     N_("--language takes a language, as in --language da")},
    {"--demo", "CODES", OPTION_WORD, PLACE(demo),
     N_("say DEMO on every screen, and offer the slips in file CODES"),
     N_("--demo takes a file with a code a line, as in --demo codes.txt")},
    {"--announce", "PATH", OPTION_WORD, PLACE(announce),
     N_("with --demo: tell the new file PATH what can be touched, for tests"),
     N_("--announce takes a file, as in --announce targets.txt")},
    {"--scan-pipe", "PATH", OPTION_WORD, PLACE(scan_pipe),
     N_("read scans from the pipe or file PATH, a line each"),
     N_("--scan-pipe takes a pipe or file, as in --scan-pipe /run/scans")},
    {"--camera", "NAME", OPTION_WORD, PLACE(camera),
     N_("read slips by the camera NAME, a device or a folder of pictures; "
	"else by the first there is; off: by none"),
     N_("--camera takes a device, a folder, auto or off, as in --camera "
	"/dev/video0")},
    {"--serial", "NAME", OPTION_WORD, PLACE(serial),
     N_("read scans from the serial scanner NAME, else from all there are; "
	"off: from none"),
     N_("--serial takes a device, auto or off, as in --serial /dev/ttyACM0")},
    {"--sounds", "NAME", OPTION_WORD, PLACE(sounds),
     N_("play sounds on the device NAME; else on the usual one"),
     N_("--sounds takes a sound device, as in --sounds \"USB Audio\"")},
    {"--headphones", "NAME", OPTION_WORD, PLACE(headphones),
     N_("read aloud on the device NAME, which must be headphones"),
     N_("--headphones takes a sound device, as in --headphones \"USB "
	"Headset\"")},
    {"--text", "SIZE", OPTION_WORD, PLACE(setup[SETUP_TEXT]),
     N_("begin with letters usual, large or largest; else as the panel kept "
	"it, as the next four"),
     N_("--text takes usual, large or largest, as in --text large")},
    {"--theme", "NAME", OPTION_WORD, PLACE(setup[SETUP_THEME]),
     N_("begin with colours light, dark or contrast"),
     N_("--theme takes light, dark or contrast, as in --theme contrast")},
    {"--volume", "N", OPTION_WORD, PLACE(setup[SETUP_VOLUME]),
     N_("begin with volume 1 to 4 in the headphones"),
     N_("--volume takes a number from 1 to 4, as in --volume 2")},
    {"--idle", "SECONDS", OPTION_WORD, PLACE(setup[SETUP_IDLE]),
     N_("ask whether anyone is there after 60, 120, 180, 240 or 300 seconds"),
     N_("--idle takes 60, 120, 180, 240 or 300, as in --idle 180")},
    {"--slips-by-camera", "on|off", OPTION_WORD, PLACE(setup[SETUP_CAMERA]),
     N_("whether the camera reads slips, where there is one"),
     N_("--slips-by-camera takes on or off, as in --slips-by-camera off")},
    {"--clips", "FOLDER", OPTION_WORD, PLACE(clips),
     N_("play recordings from FOLDER instead of the machine's voice"),
     N_("--clips takes a folder, as in --clips clips")},
};

static const struct option_table table = {
    .program = PROGRAM,
    .rows = rows,
    .count = sizeof(rows) / sizeof(rows[0]),
    .file = PLACE(file),
    .help = PLACE(help),
};

static enum status options_agree(const struct kiosk_options *options,
				 FILE *errors)
{
	if (options->help || options->ruler)
		return STATUS_OK;
	for (int i = 0; i < SETUP_ITEMS; i++)
		if (options->setup[i] &&
		    setup_find((enum setup_item)i, options->setup[i]) < 0) {
			options_tell_wrong(
			    &table,
			    offsetof(struct kiosk_options, setup) +
				(size_t)i * sizeof(options->setup[0]),
			    errors);
			return STATUS_USAGE;
		}
	if (options->set_up && !options->file)
		return STATUS_OK;
	if (options->set_up) {
		options_tell_wrong(&table, PLACE(set_up), errors);
		return STATUS_USAGE;
	}
	if (!options->file)
		return options_need_file(&table, errors);
	if (!options->announce || options->demo)
		return STATUS_OK;
	fprintf(errors, PROGRAM ": %s\n",
		_("--announce works only together with --demo"));
	return STATUS_USAGE;
}

enum status kiosk_options_read(int argc, char **argv, FILE *errors,
			       struct kiosk_options *ret_options)
{
	struct kiosk_options options = {.camera = "auto", .serial = "auto"};
	enum status status = options_read(&table, argc, argv, errors, &options);

	if (status == STATUS_OK)
		status = options_agree(&options, errors);
	if (status == STATUS_OK)
		*ret_options = options;
	return status;
}

void kiosk_options_help(FILE *out)
{
	fprintf(out, "%s\n\n", _("Usage: stemmeboks-kiosk FILE [OPTION]…"));
	fprintf(
	    out, "%s\n\n",
	    _("Lets residents vote with the slips of the meeting in FILE."));
	options_help(&table, out);
	fprintf(out,
		"\n%s\n  stemmeboks-kiosk bolbro.stemmeboks "
		"--px-per-mm 4\n",
		_("Example:"));
}
