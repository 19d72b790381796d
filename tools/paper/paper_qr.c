#include "tools/paper/paper_qr.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tools/paper/paper_modules.h"

enum { QUIET = 4, DIGITS_LEAST = 6 };

/* A module that the camera of a telephone still tells apart at arm's length. */
#define MODULE_LEAST MM(0.4)

struct qr {
	cairo_surface_t *picture; /* paper_modules.h */
	int modules;		  /* of a side, with the quiet zone */
};

enum status qr_open(const char *text, struct qr **ret_qr)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	struct qr *qr = NULL;
	int side;

	if (!code)
		return errno == ERANGE ? STATUS_LIMIT : STATUS_MEMORY;
	qr = calloc(1, sizeof(*qr));
	if (!qr)
		goto out;
	qr->modules = code->width + 2 * QUIET;
	side = code->width * MODULE_PIXELS;
	qr->picture = modules_new(side, side);
	if (!qr->picture) {
		qr_free(qr);
		qr = NULL;
		goto out;
	}
	modules_add(qr->picture, code, 0, 0);
out:
	QRcode_free(code);
	if (!qr)
		return STATUS_MEMORY;
	*ret_qr = qr;
	return STATUS_OK;
}

void qr_free(struct qr *qr)
{
	if (!qr)
		return;
	cairo_surface_destroy(qr->picture);
	free(qr);
}

double qr_side(const struct qr *qr, double least)
{
	const double needed = qr->modules * MODULE_LEAST;

	return needed > least ? needed : least;
}

void qr_draw(struct sheet *sheet, const struct qr *qr, double from, double y,
	     double side)
{
	const double scale = side / (qr->modules * MODULE_PIXELS);
	cairo_t *cr = sheet->pdf.cr;

	if (sheet->dry)
		return;
	sheet_box(sheet, SHEET_WHITE, from, y, side, side);
	sheet_ink(sheet, SHEET_INK);
	cairo_save(cr);
	cairo_translate(cr, sheet_x(sheet, from, side), y);
	cairo_scale(cr, scale, scale);
	cairo_translate(cr, QUIET * MODULE_PIXELS, QUIET * MODULE_PIXELS);
	modules_draw(cr, qr->picture);
	cairo_restore(cr);
}

/* Whether ADDRESS is a telephone number; its digits, and "+" in front. */
static bool is_telephone(const char *address, char *ret_digits, size_t size)
{
	size_t length = 0;

	if (address[strspn(address, "+0123456789 ()-\u00a0")])
		return false;
	for (const char *at = address; *at; at++)
		if ((*at >= '0' && *at <= '9') || (*at == '+' && !length)) {
			if (length + 1 == size)
				return false;
			ret_digits[length++] = *at;
		}
	ret_digits[length] = '\0';
	return length >= DIGITS_LEAST;
}

bool qr_contact(const char *address, char ret_text[QR_CONTACT])
{
	char digits[32];
	const char *scheme = "";

	if (is_telephone(address, digits, sizeof(digits))) {
		snprintf(ret_text, QR_CONTACT, "tel:%s", digits);
		return true;
	}
	if (!strchr(address, '.') || strpbrk(address, " \t\n"))
		return false;
	if (strchr(address, '@') && !strchr(address, '/') &&
	    !strchr(address, ':'))
		scheme = "mailto:";
	else if (!strstr(address, "://") &&
		 strncmp(address, "mailto:", strlen("mailto:")) != 0)
		scheme = "https://";
	if (strlen(scheme) + strlen(address) >= QR_CONTACT)
		return false;
	stpcpy(stpcpy(ret_text, scheme), address);
	return true;
}
