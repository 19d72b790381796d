#include "hall/address.h"

#include <string.h>

#include "hall/frame.h"

enum { QR = 416 }; /* at least 400 u, UX.md a3 */

const char *address_shown(const char *url)
{
	const char *mark = strstr(url, "://");

	return mark ? mark + 3 : url;
}

void address_draw(struct ui *ui, struct rect *rect, const char *url)
{
	int side = QR < rect->h ? QR : rect->h;

	if (!*url)
		return;
	draw_qr(ui,
		(struct rect){rect->x + rect->w - side, rect->y, side, side},
		url);
	rect->w -= side + 2 * FRAME_GAP;
}
