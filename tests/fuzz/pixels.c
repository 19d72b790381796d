/* A plain picture from beside a meeting file: read by kiosk, hall and posters.
 */
#include <stdlib.h>
#include <string.h>

#include "core/pixels.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	unsigned char head[PIXELS_HEAD];
	struct pixels pixels;
	unsigned sum = 0;

	if (!pixels_read(bytes, size, &pixels))
		return 0;
	/* There is one way to write it, and every pixel is there. */
	pixels_head(pixels.width, pixels.height, head);
	if (memcmp(head, bytes, sizeof(head)) != 0)
		abort();
	for (int i = 0; i < 3 * pixels.width * pixels.height; i++)
		sum += pixels.rows[i];
	return sum == 1 && pixels.width > PIXELS_SIDE;
}
