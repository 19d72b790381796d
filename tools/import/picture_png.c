#include "tools/import/picture.h"

#include <png.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/status.h"

const char *picture_decode_png(const unsigned char *bytes, size_t length,
			       struct picture *ret_picture)
{
	const char *why = picture_damaged;
	png_image image = {.version = PNG_IMAGE_VERSION};
	/* What is transparent is paper. */
	const png_color white = {255, 255, 255};
	unsigned char *pixels = NULL;

	if (!png_image_begin_read_from_memory(&image, bytes, length))
		goto out;
	why = picture_large;
	if ((uint64_t)image.width * image.height > PICTURE_PIXELS)
		goto out;
	image.format = PNG_FORMAT_RGB;
	pixels = malloc(PNG_IMAGE_SIZE(image));
	why = status_text(STATUS_MEMORY);
	if (!pixels)
		goto out;
	why = picture_damaged;
	if (!png_image_finish_read(&image, &white, pixels, 0, NULL))
		goto out;
	*ret_picture = (struct picture){(int)image.width, (int)image.height,
					PICTURE_UPRIGHT, pixels};
	pixels = NULL;
	why = NULL;
out:
	png_image_free(&image);
	free(pixels);
	return why;
}
