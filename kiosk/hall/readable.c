#include "hall/readable.h"

#include "hall/frame.h"

enum { PERMILLE = 1000, FRAME_H = 1080 };

static const enum type smallest = TYPE_HALL_BODY;

static const int sizes[TYPE_COUNT] = {
#define TYPE(name, size, line, bold) [TYPE_##name] = (size),
#include "ui/type.def"
#undef TYPE
};

/* In thousandths of a mm: a small image has capitals of few whole ones. */
static int64_t cap_um(int image_height_mm, enum type type)
{
	return (int64_t)image_height_mm * sizes[type] * READABLE_CAP_PERMILLE /
	       FRAME_H;
}

int readable_cap_mm(int image_height_mm, enum type type)
{
	return (int)(cap_um(image_height_mm, type) / PERMILLE);
}

int readable_seat_mm(int image_height_mm, enum type type)
{
	/* mm × 0.4 m are as many µm × 0.4 mm. */
	return (int)(cap_um(image_height_mm, type) * READABLE_METRES_PERMILLE /
		     PERMILLE);
}

int readable_farthest_mm(int image_height_mm, int times)
{
	int seat = image_height_mm * times;
	int read = readable_seat_mm(image_height_mm, smallest);

	return seat < read ? seat : read;
}
