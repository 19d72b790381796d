/* paper_qr.h - addresses as QR codes, for the telephones of those who read. */
#ifndef STEMMEBOKS_PAPER_QR_H
#define STEMMEBOKS_PAPER_QR_H

#include "tools/paper/paper_sheet.h"

enum { QR_CONTACT = 1024 };

/* A code that may be drawn often; the document then holds it once. */
struct qr;

/* Encodes TEXT (UTF-8) at level M. STATUS_LIMIT when no code holds so much,
 * STATUS_MEMORY. Free with qr_free(). */
enum status qr_open(const char *text, struct qr **ret_qr);

/* Takes NULL. */
void qr_free(struct qr *qr);

/* The side it needs, quiet zone of four modules included (ISO/IEC 18004): LEAST
 * points, or more where a telephone could not tell the modules apart. */
double qr_side(const struct qr *qr, double least);

/* Draws QR with its quiet zone in a square of SIDE that begins FROM the page's
 * start, top at Y. */
void qr_draw(struct sheet *sheet, const struct qr *qr, double from, double y,
	     double side);

/* What a telephone shall do with an ADDRESS as organisers write it: a web
 * address is opened, a telephone number dialled, an e-mail written. False when
 * it is none of these; ret_text is then untouched. */
bool qr_contact(const char *address, char ret_text[QR_CONTACT]);

#endif
