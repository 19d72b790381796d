/* A picture from anywhere: looked at when a meeting is built. */
#include "tests/fuzz/fuzz.h"
#include "tools/import/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct picture picture;

	(void)picture_check(bytes, size, &picture);
	return 0;
}
