/* A picture from anywhere: decoded and made plain when a meeting is built. */
#include <stdlib.h>

#include "core/pixels.h"
#include "tests/fuzz/fuzz.h"
#include "tools/import/picture.h"
#include "tools/import/picture_plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct picture picture;
	struct pixels pixels;
	unsigned char *plain;
	size_t length;

	if (picture_decode(bytes, size, &picture))
		return 0;
	plain = picture_plain(&picture, &length);
	free(picture.rows);
	/* Whatever comes in, what is shown can be read. */
	if (plain && !pixels_read(plain, length, &pixels))
		abort();
	free(plain);
	return 0;
}
