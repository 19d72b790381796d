#include "tools/paper/paper_maker.h"

#include <cairo.h>
#include <hb.h>
#include <pango/pango.h>
#include <string.h>
#include <zlib.h>

/* Lines and glyphs, what becomes of them on a page, and how that is packed. */
void paper_makers(struct paper_maker ret_makers[PAPER_MAKERS])
{
	const struct paper_maker makers[PAPER_MAKERS] = {
	    {"cairo", cairo_version_string()},
	    {"pango", pango_version_string()},
	    {"harfbuzz", hb_version_string()},
	    {"zlib", zlibVersion()},
	};

	memcpy(ret_makers, makers, sizeof(makers));
}
