#include "hall/pages.h"

#include <stdio.h>

#include "hall/address.h"
#include "hall/frame.h"
#include "hall/items.h"
#include "hall/lines.h"
#include "words/words.h"

enum {
	TITLE_H = 108,
	TITLE_GAP = 32,
	QR = 416,	 /* at least 400 u, UX.md a3 */
	QR_DIGEST = 520, /* finer: it holds the digest too */
	QR_TEXT = 1024,
	DIGEST = 64,
	DIGEST_GROUP = 4,
	DIGEST_SHOWN = 16, /* enough to tell two results apart by eye */
};

static const char *digest_of(const struct hall_view *view)
{
	return view->digest ? view->digest : "";
}

/* What the code holds: the address, and behind a # the result's digest, which
 * a phone keeps when it opens the address; "" when there is neither. */
static void code_text(const struct hall_view *view, char ret_text[QR_TEXT])
{
	const char *url = view->meeting->url, *digest = digest_of(view);

	snprintf(ret_text, QR_TEXT, "%s%s%s", url, *url && *digest ? "#" : "",
		 digest);
}

/* "3f2a 9c1b 77d0 4e21 …": the beginning of the digest, to be compared. */
static void digest_text(const char *digest, char ret_text[HALL_LINE])
{
	size_t used = 0;
	char groups[DIGEST];

	for (int i = 0; i < DIGEST_SHOWN && digest[i]; i++) {
		if (i > 0 && i % DIGEST_GROUP == 0)
			groups[used++] = ' ';
		groups[used++] = digest[i];
	}
	groups[used] = '\0';
	/* TRANSLATORS: the beginning of a long number. */
	words_fill(ret_text, HALL_LINE, _("The result's seal: %s …"), groups);
}

/* Cuts LINE off the bottom of *BODY and draws it there. */
static void draw_below(struct ui *ui, struct rect *body, const char *line,
		       enum type type, enum role role)
{
	int high = text_height(ui, line, type, body->w);

	body->h -= high;
	lines_draw(ui, (struct rect){body->x, body->y + body->h, body->w, high},
		   line, type, role);
}

/* From below: the seal, or the rules' code before there is one, and above it
 * where to read the result. */
static void draw_codes(struct ui *ui, const struct hall_view *view,
		       struct rect *body)
{
	const char *url = address_shown(view->meeting->url);
	char text[HALL_LINE];

	if (*digest_of(view))
		digest_text(digest_of(view), text);
	else
		words_fill(text, sizeof(text), _("Code of the rules: %s"),
			   view->code ? view->code : "");
	draw_below(ui, body, text, TYPE_HALL_BODY, ROLE_MUTED);
	if (*url)
		draw_below(ui, body, url, TYPE_HALL_STRONG, ROLE_TEXT);
	body->h -= FRAME_GAP;
}

/* Draws the code and narrows *BODY to what is beside it, in an upright frame
 * above it. */
static void draw_code(struct ui *ui, const struct hall_view *view,
		      struct rect *body)
{
	char text[QR_TEXT];
	int side = *digest_of(view) ? QR_DIGEST : QR;

	code_text(view, text);
	if (!*text)
		return;
	if (frame_upright(ui)) {
		body->h -= side + FRAME_GAP;
		draw_qr(ui,
			(struct rect){body->x - ADDRESS_OUT,
				      body->y + body->h + FRAME_GAP, side,
				      side},
			text);
		return;
	}
	side = side < body->h ? side : body->h;
	draw_qr(ui,
		(struct rect){body->x + body->w - side, body->y, side, side},
		text);
	body->w -= side + 2 * FRAME_GAP;
}

int next_pages(struct ui *ui, const struct hall_view *view)
{
	(void)ui;
	(void)view;
	return 1;
}

void next_draw(struct ui *ui, const struct hall_view *view, int page)
{
	const struct meeting *meeting = view->meeting;
	struct rect body = frame_body(ui);
	struct items items;

	(void)page;
	draw_codes(ui, view, &body);
	frame_text(ui, rect_take_top(&body, TITLE_H, TITLE_GAP),
		   _("What happens now"), TYPE_HALL_H1, ROLE_TEXT, ALIGN_START);
	draw_code(ui, view, &body);
	items_read(
	    meeting_text(meeting, &meeting->next_steps, view->language, NULL),
	    &items);
	if (items.count)
		items_draw(ui, body, &items);
	else
		frame_text(ui, body, _("Thank you for voting!"), TYPE_HALL_H2,
			   ROLE_TEXT, ALIGN_START);
}
