#include "tools/slips/slip_form_vote.h"

#include "tools/slips/slip_form.h"
#include "tools/slips/slip_form_steps.h"
#include "tools/slips/slip_words.h"

/* Around the words for "one vote", and between them. */
#define VOTE_GAP MM(2.4)

/* The size in which TEXT is one line of BOX; 0 when even LEAST is too wide. */
static double line_size(struct paper_font *font, const struct paper_text *box,
			const char *text, double least)
{
	struct paper_text line = *box;
	double width;

	line.width = MM(1000);
	line.height = 0;
	while (line.size >= least) {
		paper_text_measure(font, &line, text, &width, NULL);
		if (width <= box->width)
			return line.size;
		line.size -= FORM_STEP;
	}
	return 0;
}

/* How wide "one vote" is with the black around it. */
static double vote_width(const struct slip_form *form)
{
	struct paper_text box = form_box(&form->layout->vote);
	double width;

	box.bold = true;
	paper_text_measure(form->font, &box, form->words->vote, &width, NULL);
	return width + 2 * VOTE_GAP;
}

/* The same in other languages, in the middle of the height of PLACE, in one
 * line. In the slips' own language it weighs as much as in the room's; nothing
 * is drawn where it has no room: it then stands below the date. */
static void draw_vote_others(cairo_t *cr, const struct slip_form *form,
			     const struct paper_text *place)
{
	const bool own = *form->words->language_name != '\0';
	const double least = form->layout->vote.least_pt;
	const char *text = form->words->vote_others;
	struct paper_text box = *place;
	double height;

	box.bold = own;
	box.align = form_side(text, false);
	box.size = line_size(form->font, &box, text, least);
	if (box.size == 0 && own)
		return;
	if (box.size == 0)
		box.size = least;
	box.height = 0;
	paper_text_measure(form->font, &box, text, NULL, &height);
	box.y += (place->height - height) / 2;
	if (!own)
		cairo_set_source_rgb(cr, FORM_MUTED);
	paper_text_draw(cr, form->font, &box, text);
}

/* Where the same stands in other languages, behind "one vote" that is WIDTH
 * wide and before the kind. */
static struct paper_text vote_others_box(const struct slip_form *form,
					 double width)
{
	const struct slip_place *place = &form->layout->vote;
	struct paper_text box = form_box(place);
	double kind = 0;

	box.bold = true;
	if (*form->words->kind)
		paper_text_measure(form->font, &box, form->words->kind, &kind,
				   NULL);
	box.bold = false;
	box.x += width + VOTE_GAP;
	box.width = MM(place->x_mm + place->width_mm) - box.x - kind - VOTE_GAP;
	return box;
}

void form_vote_draw(cairo_t *cr, const struct slip_form *form)
{
	const struct slip_place *place = &form->layout->vote;
	struct paper_text box = form_box(place);
	const double padding = VOTE_GAP, panel = vote_width(form);
	double height;

	box.bold = true;
	paper_text_measure(form->font, &box, form->words->vote, NULL, &height);
	slip_round_path(cr, box.x, box.y, panel, box.height, MM(1.2));
	cairo_fill(cr);
	box.y += (box.height - height) / 2;
	box.height = 0;
	if (*form->words->kind) {
		box.align = PAPER_END;
		paper_text_draw(cr, form->font, &box, form->words->kind);
		box.align = PAPER_START;
	}
	box.x += padding;
	cairo_set_source_rgb(cr, 1, 1, 1);
	paper_text_draw(cr, form->font, &box, form->words->vote);
	cairo_set_source_rgb(cr, 0, 0, 0);
	box = vote_others_box(form, panel);
	if (box.width > 0)
		draw_vote_others(cr, form, &box);
	cairo_set_source_rgb(cr, 0, 0, 0);
}

void form_vote_below(cairo_t *cr, const struct slip_form *form,
		     struct paper_text box)
{
	const double least = form->layout->vote.least_pt;
	struct paper_text beside = vote_others_box(form, vote_width(form));

	beside.bold = true;
	if (!*form->words->language_name ||
	    line_size(form->font, &beside, form->words->vote_others, least) > 0)
		return;
	box.bold = true;
	box.align = form_side(form->words->vote_others, false);
	box.size = form->layout->vote.size_pt;
	form_fit(form->font, &box, form->words->vote_others, least);
	paper_text_draw(cr, form->font, &box, form->words->vote_others);
}
