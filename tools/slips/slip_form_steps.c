#include "tools/slips/slip_form_steps.h"

#include "tools/paper/paper_direction.h"
#include "tools/slips/slip_form.h"
#include "tools/slips/slip_words.h"

/* The heights of caption INDEX in both languages in BOX, 0 for one that is not
 * there. Returns their sum. */
static double captions_height(const struct slip_form *form,
			      const struct paper_text *box, int index,
			      double ret_height[2])
{
	const char *text[2] = {form->words->captions[index],
			       form->words->captions_second[index]};
	struct paper_text free_box = *box;

	free_box.height = -1;
	for (int i = 0; i < 2; i++) {
		ret_height[i] = 0;
		if (*text[i])
			paper_text_measure(form->font, &free_box, text[i], NULL,
					   &ret_height[i]);
	}
	return ret_height[0] + ret_height[1];
}

/* Caption INDEX in BOX, and below it the same in the slips' language, both in
 * the middle of its height. Returns where they begin. */
static double draw_captions(cairo_t *cr, const struct slip_form *form,
			    struct paper_text box, int index)
{
	const char *text[2] = {form->words->captions[index],
			       form->words->captions_second[index]};
	double height[2], top;

	box.y += (box.height - captions_height(form, &box, index, height)) / 2;
	top = box.y;
	for (int i = 0; i < 2; i++) {
		box.height = height[i];
		box.align = direction_left(text[i]) ? PAPER_END : PAPER_START;
		if (*text[i])
			paper_text_draw(cr, form->font, &box, text[i]);
		box.y += height[i];
	}
	return top;
}

/* The box of caption INDEX of FORM_STEPS, beside its number. */
static struct paper_text caption_box(const struct slip_steps *steps, int index)
{
	struct paper_text box = form_box(&steps->caption);
	const double number = box.size;

	box.x += MM(steps->x_mm[index]) + number;
	box.y += MM(steps->y_mm[index]) + (MM(steps->side_mm) - box.height) / 2;
	box.width = MM(steps->caption_mm[index]) - number;
	return box;
}

/* The size in which every caption fits. */
static double captions_size(const struct slip_form *form,
			    const struct slip_steps *steps)
{
	double size = steps->caption.size_pt, height[2];

	for (int i = 0; i < SLIP_PICTURE_COUNT; i++) {
		struct paper_text box = caption_box(steps, i);

		box.size = size;
		while (captions_height(form, &box, i, height) > box.height &&
		       box.size - FORM_STEP >= steps->caption.least_pt)
			box.size -= FORM_STEP;
		size = box.size;
	}
	return size;
}

void form_steps_draw(cairo_t *cr, const struct slip_form *form)
{
	const struct slip_steps *steps = *form->words->captions_second[0]
					     ? &form->layout->steps_two
					     : &form->layout->steps;
	const double size = captions_size(form, steps);
	double x[SLIP_PICTURE_COUNT], y[SLIP_PICTURE_COUNT];

	for (int i = 0; i < SLIP_PICTURE_COUNT; i++) {
		x[i] = MM(steps->x_mm[i]);
		y[i] = MM(steps->y_mm[i]);
	}
	slip_pictures_draw(cr, x, y, MM(steps->side_mm));
	for (int i = 0; i < SLIP_PICTURE_COUNT; i++) {
		const char digit[2] = {(char)('1' + i), '\0'};
		struct paper_text box = caption_box(steps, i);
		const double number = box.size;

		box.size = size;
		box.y = draw_captions(cr, form, box, i);
		box.x -= number;
		box.bold = true;
		paper_text_draw(cr, form->font, &box, digit);
	}
}
