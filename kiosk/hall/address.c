#include "hall/address.h"

#include <string.h>

#include "hall/frame.h"

const char *address_shown(const char *url)
{
	const char *mark = strstr(url, "://");

	return mark ? mark + 3 : url;
}

/* SIDE high and wide, its quiet zone OUT beyond the top and the end of *RECT.
 */
static void draw_code(struct ui *ui, struct rect *rect, const char *url,
		      int side, int out)
{
	if (!*url)
		return;
	draw_qr(ui,
		(struct rect){rect->x + rect->w + out - side, rect->y - out,
			      side, side},
		url);
	rect->w -= side - out + 2 * FRAME_GAP;
}

void address_draw(struct ui *ui, struct rect *rect, const char *url)
{
	int side = ADDRESS_SIDE < rect->h ? ADDRESS_SIDE : rect->h;

	draw_code(ui, rect, url, side, 0);
}

void address_draw_below(struct ui *ui, const struct rect *rect, const char *url)
{
	draw_qr(ui,
		(struct rect){rect->x - ADDRESS_OUT,
			      rect->y + rect->h + FRAME_GAP, ADDRESS_LARGE,
			      ADDRESS_LARGE},
		url);
}

void address_draw_large(struct ui *ui, struct rect *rect, const char *url)
{
	int most = rect->h + 2 * ADDRESS_OUT;

	draw_code(ui, rect, url, ADDRESS_LARGE < most ? ADDRESS_LARGE : most,
		  ADDRESS_OUT);
}
