#include "hall/scene.h"

#include <stdio.h>
#include <string.h>

#include "hall/frame.h"
#include "ui/draw.h"
#include "words/words.h"

/* The end of a long path, which tells files apart, from a character on. */
static const char *path_end(const char *path)
{
	enum { MOST = HALL_LINE / 2 };
	size_t length = strlen(path);

	if (length < MOST)
		return path;
	path += length - MOST;
	while (((unsigned char)*path & 0xc0) == 0x80)
		path++;
	return path;
}

/* Why there is no meeting, and which file it is to come from. */
static void reason_text(const struct hall_view *view,
			char ret_text[2 * HALL_LINE])
{
	char path[HALL_LINE];
	const char *end;
	size_t length;

	ret_text[0] = '\0';
	if (view->trouble != STATUS_OK &&
	    (view->trouble != STATUS_FILE_MISSING || !view->file))
		snprintf(ret_text, 2 * HALL_LINE, "%s\n",
			 _(status_text(view->trouble)));
	if (!view->file)
		return;
	end = path_end(view->file);
	snprintf(path, sizeof(path), "%s%s", end == view->file ? "" : "…", end);
	length = strlen(ret_text);
	/* TRANSLATORS: the path of a file. */
	words_fill(ret_text + length, 2 * HALL_LINE - length,
		   _("Waiting for the meeting's file: %s"), path);
}

/* There is no meeting to show yet: its file is not there, or cannot be read. */
void waiting_draw(struct ui *ui, const struct hall_view *view)
{
	enum { SIGN = 160 };
	struct rect body = frame_body(ui), sign;
	char reason[2 * HALL_LINE];

	body.y += body.h / 5;
	body.h -= body.h / 5;
	sign = rect_take_top(&body, SIGN, 32);
	sign.w = SIGN;
	draw_icon(ui, sign, ICON_BOX, ROLE_PRIMARY);
	rect_take_top(&body,
		      frame_text(ui, body, _("Waiting for the meeting"),
				 TYPE_HALL_H1, ROLE_TEXT, ALIGN_START),
		      FRAME_GAP);
	reason_text(view, reason);
	draw_text(ui, body, reason, TYPE_HALL_BODY, ROLE_MUTED, ALIGN_START);
}

void waiting_line(struct ui *ui, const struct hall_view *view, int language,
		  char ret_text[HALL_LINE])
{
	(void)view;
	(void)ui;
	(void)language;
	ret_text[0] = '\0';
}
