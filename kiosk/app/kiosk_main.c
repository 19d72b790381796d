/* stemmeboks-kiosk - where residents vote. */
#include <stdio.h>

#include <SDL.h>

#include "app/kiosk.h"
#include "app/kiosk_options.h"
#include "app/kiosk_set_up.h"
#include "app/program.h"
#include "app/ruler.h"
#include "store/forget.h"

int main(int argc, char **argv)
{
	struct kiosk_options options;
	struct kiosk *kiosk = NULL;
	const char *about = "";
	bool anew = false;
	enum status status;

	program_words();
	status = kiosk_options_read(argc, argv, stderr, &options);
	if (status != STATUS_OK)
		return status_exit_code(status);
	if (options.help) {
		kiosk_options_help(stdout);
		return 0;
	}
	if (options.ruler) {
		status = ruler_run(&options);
		if (status != STATUS_OK)
			program_tell(stderr, "stemmeboks-kiosk", status, "",
				     options.display);
		return status_exit_code(status);
	}
	if (options.set_up) {
		status = kiosk_set_up_run(&options, &about, argv);
		if (status != STATUS_OK)
			program_tell(stderr, "stemmeboks-kiosk", status, about,
				     options.display);
		return status_exit_code(status);
	}
	status = forget_begin();
	if (status == STATUS_OK)
		status = kiosk_open(&options, &kiosk, &about);
	if (status == STATUS_OK)
		status = kiosk_run(kiosk);
	else
		program_tell(stderr, "stemmeboks-kiosk", status, about,
			     options.display);
	if (kiosk)
		anew = kiosk_anew(kiosk);
	kiosk_free(kiosk);
	if (anew)
		status = kiosk_set_up_again(&options, argv);
	return status_exit_code(status);
}
