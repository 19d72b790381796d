#include "tools/import/picture.h"

#include <string.h>

#include "words/words.h"

const char picture_damaged[] =
    N_("The picture is damaged or not all there. Copy it again.");
const char picture_large[] =
    N_("The picture has more than 50 million pixels. Make it smaller.");

const char *picture_decode(const unsigned char *bytes, size_t length,
			   struct picture *ret_picture)
{
	static const unsigned char png[] = {0x89, 'P', 'N', 'G'};
	static const unsigned char jpeg[] = {0xff, 0xd8, 0xff};

	if (length >= sizeof(png) && memcmp(bytes, png, sizeof(png)) == 0)
		return picture_decode_png(bytes, length, ret_picture);
	if (length >= sizeof(jpeg) && memcmp(bytes, jpeg, sizeof(jpeg)) == 0)
		return picture_decode_jpeg(bytes, length, ret_picture);
	return N_("This is no PNG or JPEG picture, whatever it is called. "
		  "Save it as one.");
}

int picture_wide(const struct picture *picture)
{
	return picture->turn >= PICTURE_TRANSPOSED ? picture->height
						   : picture->width;
}
