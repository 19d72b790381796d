#include "tests/lib/shown_pixels.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"
#include "ui/ui.h"

/* Two pictures alike make two files alike. FNV-1a, 64 bits. */
uint64_t shown_pixels(struct ui *ui)
{
	char path[] = "/tmp/stemmeboks-test-XXXXXX";
	int descriptor = mkstemp(path);
	uint64_t number = UINT64_C(14695981039346656037);
	FILE *file;

	assert_true(descriptor >= 0);
	close(descriptor);
	assert_int_equal(ui_screenshot(ui, path), STATUS_OK);
	file = fopen(path, "rb");
	assert_non_null(file);
	for (int byte; (byte = fgetc(file)) != EOF;)
		number = (number ^ (unsigned)byte) * UINT64_C(1099511628211);
	fclose(file);
	unlink(path);
	return number;
}
