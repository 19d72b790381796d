#include "hall/count_head.h"

#include <stdio.h>

#include "hall/count_sheet.h"
#include "hall/counted.h"
#include "hall/frame.h"
#include "hall/lines.h"
#include "words/words.h"

enum { SIGN = 48, SIGN_GAP = 12 };

static const char *const speeds[PLAYBACK_SPEEDS] = {
    N_("One by one"), N_("Slow"), N_("Brisk"), N_("The whole box")};

int count_notice_height(struct ui *ui, int width)
{
	return text_height(ui, _("The sums differ. Stop, fetch a helper."),
			   TYPE_HALL_STRONG, width - SIGN - SIGN_GAP);
}

/* A sign, if any, and words: at the end of the head, or below it. */
struct notice {
	enum icon icon; /* ICON_COUNT: none */
	const char *text;
	enum type type;
	enum role role;
	int side, gap; /* of the sign, in the head */
};

/* Returns the width it takes of the head. */
static int draw_notice(struct ui *ui, const struct count_sheet *sheet,
		       const struct notice *notice)
{
	struct rect rect = sheet->notice, sign = rect;
	int width = frame_width(ui, notice->text, notice->type);

	if (sheet->stacked) {
		sign = (struct rect){rect.x, rect.y + (FRAME_LINE - SIGN) / 2,
				     SIGN, SIGN};
		if (notice->icon != ICON_COUNT) {
			rect.x += SIGN + SIGN_GAP;
			rect.w -= SIGN + SIGN_GAP;
		}
		lines_draw(ui, rect, notice->text, notice->type, notice->role);
	} else {
		sign.x += rect.w - width - notice->gap - notice->side;
		sign.w = notice->side;
		draw_text_middle(ui, rect, notice->text, notice->type,
				 notice->role, ALIGN_END);
	}
	if (notice->icon != ICON_COUNT)
		draw_icon(ui, sign, notice->icon, notice->role);
	return sheet->stacked ? 0
			      : width + notice->gap + notice->side + COUNT_GAP;
}

/* At the end: whether the room's sums are those the money goes by. */
static struct notice verdict_of(const struct hall_view *view,
				const struct tally *sums)
{
	bool agrees = counted_agrees(view->meeting, sums, view->tally);

	return (struct notice){
	    .icon = agrees ? ICON_TICK : ICON_WARNING,
	    .text = agrees ? _("The sums are right.")
			   : _("The sums differ. Stop, fetch a helper."),
	    .type = TYPE_HALL_STRONG,
	    .role = agrees ? ROLE_SUCCESS : ROLE_DANGER,
	    .side = COUNT_HEAD_H,
	    .gap = SIGN_GAP};
}

/* How fast it goes, and whether it does. */
static struct notice speed_of(const struct playback *playback)
{
	return (struct notice){.icon =
				   playback->running ? ICON_COUNT : ICON_PAUSE,
			       .text = _(speeds[playback->speed]),
			       .type = TYPE_HALL_BODY,
			       .role = ROLE_MUTED,
			       .side = SIGN};
}

void count_head_draw(struct ui *ui, const struct hall_view *view,
		     const struct count_sheet *sheet, const struct tally *sums)
{
	unsigned long ballots =
	    (unsigned long)(view->ballots ? view->ballot_count
					  : view->tally->ballots);
	bool all = !view->ballots || count_position(view) == view->ballot_count;
	struct rect head = sheet->head;
	struct notice notice;
	char text[HALL_LINE];

	if (!all && count_position(view) > 0)
		snprintf(text, sizeof(text), _("Ballot %1$d of %2$d"),
			 count_position(view), view->ballot_count);
	else if (!all)
		snprintf(text, sizeof(text),
			 words_plural("%lu ballot to count",
				      "%lu ballots to count", ballots),
			 ballots);
	else
		snprintf(text, sizeof(text),
			 words_plural("%lu ballot is counted",
				      "%lu ballots are counted", ballots),
			 ballots);
	if (view->ballots) {
		notice =
		    all ? verdict_of(view, sums) : speed_of(&view->playback);
		head.w -= draw_notice(ui, sheet, &notice);
	}
	frame_text_middle(ui, head, text, TYPE_HALL_H2, ROLE_PRIMARY,
			  ALIGN_START);
}
