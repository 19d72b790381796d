#include "hall/scene.h"

#include <stdio.h>

#include "hall/count_card.h"
#include "hall/count_head.h"
#include "hall/count_sheet.h"
#include "hall/counted.h"
#include "hall/frame.h"
#include "hall/lines.h"
#include "words/words.h"

enum { FRAME_LEAST_MS = 16 };

/* What to show of all ROWs: the sums so far, or of all when ballots are not
 * shown. SPARE is for those that the caller did not keep. */
static const struct tally *sums_of(const struct hall_view *view,
				   struct tally *spare)
{
	int position = count_position(view);

	if (!view->ballots)
		return view->tally;
	if (view->counted && view->counted->ballots == position)
		return view->counted;
	tally_clear(spare);
	counted_go(spare, view->meeting, view->ballots, position);
	return spare;
}

int count_pages(struct ui *ui, const struct hall_view *view)
{
	struct count_sheet sheet;

	count_sheet_layout(ui, view, &sheet);
	return rows_pages(&sheet.rows);
}

/* Sentences, each a paragraph on the card. */
static void draw_sentences(struct ui *ui, struct rect card,
			   const char *const sentences[], int count)
{
	struct rect rest = count_card_panel(ui, card);

	for (int i = 0; i < count; i++) {
		enum type type = i == 0 ? TYPE_HALL_STRONG : TYPE_HALL_BODY;
		int high = text_height(ui, sentences[i], type, rest.w);

		lines_draw(ui, rect_take_top(&rest, high, FRAME_GAP),
			   sentences[i], type, ROLE_TEXT);
	}
}

/* What a stroke is: a choice, or a point where ballots are not ticked. */
static const char *stroke_text(const struct meeting *meeting)
{
	int ticked = 0;

	for (int pot = 0; pot < meeting->pot_count; pot++)
		ticked += ballot_type_ticked(meeting->pots[pot].ballot_type);
	if (ticked == meeting->pot_count)
		return _("Each choice is a stroke. Count along!");
	return ticked ? _("Each choice or point is a stroke. Count along!")
		      : _("Each point is a stroke. Count along!");
}

static void draw_card(struct ui *ui, const struct hall_view *view,
		      struct rect card)
{
	char few[HALL_LINE];

	if (!view->ballots) {
		snprintf(
		    few, sizeof(few),
		    words_plural("There is less than %d ballot.",
				 "There are fewer than %d ballots.",
				 (unsigned long)view->meeting->publish_min),
		    view->meeting->publish_min);
		draw_sentences(
		    ui, card,
		    (const char *const[]){
			_("Only the sums are shown."), few,
			_("One by one, they could tell who chose what.")},
		    3);
	} else if (count_position(view) == 0) {
		draw_sentences(
		    ui, card,
		    (const char *const[]){_("Every ballot is shown here."),
					  _("They are well mixed."),
					  stroke_text(view->meeting)},
		    3);
	} else {
		count_card_draw(ui, card, view,
				&view->ballots[count_position(view) - 1]);
	}
}

void count_draw(struct ui *ui, const struct hall_view *view)
{
	struct count_sheet sheet;
	struct tally spare;
	const struct tally *sums = sums_of(view, &spare);

	count_sheet_layout(ui, view, &sheet);
	count_head_draw(ui, view, &sheet, sums);
	draw_card(ui, view, sheet.card);
	count_sheet_draw(ui, view, &sheet, sums);
}

void count_line(struct ui *ui, const struct hall_view *view, int language,
		char ret_text[HALL_LINE])
{
	(void)ui;
	(void)language;
	snprintf(ret_text, HALL_LINE, "%s",
		 view->ballots ? _("Every ballot is shown here.")
			       : _("Only the sums are shown."));
}

int count_wait(const struct hall_view *view)
{
	int wait;

	if (!view->ballots)
		return -1;
	wait = playback_wait_ms(&view->playback, view->now_ms);
	return wait >= 0 && wait < FRAME_LEAST_MS ? FRAME_LEAST_MS : wait;
}
