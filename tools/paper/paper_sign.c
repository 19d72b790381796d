/* The protocol's end: room for remarks, and two lines to sign. */
#include "tools/paper/paper_protocol.h"

#include "words/words.h"

enum { REMARKS_LEAST = 4, REMARKS_MOST = 10, SIGNERS = 2 };

#define LINE_PITCH MM(10)
#define FIELD_HEIGHT MM(17)
#define FIELD_GAP MM(6)
#define LABEL_DROP MM(1)

static const struct sheet_set label = {10, false, SHEET_INK};

/* A section's head, with the gap above it. */
#define HEAD_HEIGHT MM(17)
#define SIGN_HEIGHT (HEAD_HEIGHT + MM(8) + SIGNERS * (2 * FIELD_HEIGHT + MM(5)))

/* As many lines as the page has room for above the signatures. */
static void remarks(struct sheet *sheet)
{
	double room;
	int lines;

	sheet_room(sheet,
		   HEAD_HEIGHT + REMARKS_LEAST * LINE_PITCH + SIGN_HEIGHT);
	protocol_section(sheet, _("Remarks"));
	room = sheet->bottom - sheet->y - SIGN_HEIGHT;
	lines = (int)(room / LINE_PITCH);
	for (int i = 0; i < lines && i < REMARKS_MOST; i++) {
		sheet->y += LINE_PITCH;
		sheet_box(sheet, SHEET_INK, 0, sheet->y, sheet_inside(sheet),
			  0.5);
	}
	sheet->y += MM(2);
}

/* A line with a word below it, WIDTH wide. */
static void field(struct sheet *sheet, double from, double width,
		  const char *text)
{
	const double line = sheet->y + FIELD_HEIGHT - MM(6);

	sheet_box(sheet, SHEET_INK, from, line, width, 0.7);
	sheet_text_start(sheet, &label, from, line + LABEL_DROP, width, text);
}

static void signer(struct sheet *sheet)
{
	const double half = (sheet_inside(sheet) - FIELD_GAP) / 2;

	field(sheet, 0, half, _("Role"));
	field(sheet, half + FIELD_GAP, half, _("Name in block letters"));
	sheet->y += FIELD_HEIGHT;
	field(sheet, 0, half, _("Signature"));
	field(sheet, half + FIELD_GAP, half, _("Date"));
	sheet->y += FIELD_HEIGHT + MM(5);
}

void protocol_sign(struct sheet *sheet, const struct protocol *protocol)
{
	(void)protocol;
	remarks(sheet);
	protocol_section(sheet, _("Signatures"));
	protocol_say(sheet,
		     _("We confirm that this is the result of the vote."));
	for (int i = 0; i < SIGNERS; i++)
		signer(sheet);
}
