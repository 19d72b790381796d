/* slip_qr.h - tokens as the QR codes that stand on slips. */
#ifndef STEMMEBOKS_SLIP_QR_H
#define STEMMEBOKS_SLIP_QR_H

#include <cairo.h>

#include "core/slip.h"

/* One module; a code with its quiet zone is 33 mm wide (DESIGN.md). */
#define SLIP_QR_MODULE_MM 1.0

enum {
	SLIP_QR_VERSION = 2,
	SLIP_QR_MODULES = 25,
	SLIP_QR_QUIET = 4, /* light modules on every side (ISO/IEC 18004) */
};

/* Where one code stands: the symbol's top left corner, without quiet zone. Both
 * are multiples of 0.25 mm. */
struct slip_qr {
	const struct slip *slip;
	const char *language; /* behind its symbols ("ar"), "" for none */
	double x_mm, y_mm;
	/* NULL, or what the code holds in place of a slip: up to 38 symbols,
	 * which level M leaves room for. */
	const char *text;
};

/* Draws the COUNT codes at CODES, one below the other, on a page of CR, whose
 * user space is points, in its source colour: version 2, level Q, alphanumeric
 * mode, which holds 29 symbols. All of them are one bitmap (paper_modules.h), a
 * pixel of it 0.25 mm. The quiet zones are the caller's to keep empty.
 * STATUS_MEMORY, or STATUS_INPUT for a language that slip_scanned() refuses. */
enum status slip_qr_draw(cairo_t *cr, const struct slip_qr *codes, int count);

#endif
