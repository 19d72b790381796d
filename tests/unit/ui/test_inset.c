/* A frame within the frame: small, in its place, and gone without a trace. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/ui_fixture.h"
#include "ui/draw.h"

enum { WIDE = 1280, HIGH = 800 };

static const struct rect place = {200, 100, 480, 270};

static uint32_t pixel(SDL_Surface *picture, int x, int y)
{
	uint32_t value;
	uint8_t r, g, b;
	const int bytes = picture->format->BytesPerPixel;

	value = 0;
	memcpy(&value,
	       (const char *)picture->pixels + y * picture->pitch + x * bytes,
	       (size_t)bytes);
	SDL_GetRGB(value, picture->format, &r, &g, &b);
	return (uint32_t)r << 16 | (uint32_t)g << 8 | b;
}

/* All of the inset, and far more than that, is of one colour. */
static void flood(struct ui *ui, void *context)
{
	(void)context;
	draw_fill(ui, ui_frame(ui), ROLE_BG);
	ui_inset_begin(ui, place, UI_DARK);
	draw_fill(ui, (struct rect){-4000, -4000, 12000, 12000}, ROLE_DANGER);
	draw_shade(ui);
	draw_fill(ui, (struct rect){-4000, -4000, 12000, 12000}, ROLE_DANGER);
	ui_inset_end(ui);
	draw_fill(ui, (struct rect){0, 0, 10, 10}, ROLE_DANGER);
}

static void it_is_drawn_in_its_own_colours_and_only_in_its_place(void **state)
{
	struct ui *ui = fixture_open(WIDE, HIGH);
	const uint32_t inside = theme_colour(UI_DARK, ROLE_DANGER);
	const uint32_t outside = theme_colour(UI_LIGHT, ROLE_BG);
	SDL_Surface *picture;
	double s;
	int x, y, end_x, end_y;

	(void)state;
	fixture_settle(ui, flood, NULL);
	picture = fixture_picture(ui);
	s = ui_scale(ui);
	x = (int)(place.x * s + 0.5);
	y = (int)(place.y * s + 0.5);
	end_x = (int)((place.x + place.w) * s + 0.5) - 1;
	end_y = (int)((place.y + place.h) * s + 0.5) - 1;
	assert_int_equal(pixel(picture, x, y), inside);
	assert_int_equal(pixel(picture, end_x, end_y), inside);
	assert_int_equal(pixel(picture, x - 1, y), outside);
	assert_int_equal(pixel(picture, x, y - 1), outside);
	assert_int_equal(pixel(picture, end_x + 1, end_y), outside);
	assert_int_equal(pixel(picture, end_x, end_y + 1), outside);
	/* The frame has its own colours again. */
	assert_int_equal(pixel(picture, 2, 2),
			 theme_colour(UI_LIGHT, ROLE_DANGER));
	SDL_FreeSurface(picture);
	ui_free(ui);
	SDL_Quit();
}

static const struct rect tall = {100, 40, 480, 400};

static void
it_is_a_projector_in_the_middle_and_nothing_stays_of_it(void **state)
{
	struct ui *ui = fixture_open(WIDE, HIGH);
	struct rect before;
	double scale;
	int count;

	(void)state;
	ui_begin(ui, 0);
	ui_set_rtl(ui, true);
	before = ui_frame(ui);
	scale = ui_scale(ui);
	ui_inset_begin(ui, tall, UI_LIGHT);
	assert_int_equal(ui_frame(ui).w, 1920);
	assert_int_equal(ui_frame(ui).h, 1080);
	assert_int_equal(ui_form(ui), UI_LANDSCAPE);
	assert_true(ui_scale(ui) < scale * 0.26);
	ui_set_language(ui, "ur");
	ui_area(ui, 7, (struct rect){0, 0, 1920, 1080}, "target");
	draw_text(ui, (struct rect){0, 0, 20, 20}, "a text that is cut",
		  TYPE_H1, ROLE_TEXT, ALIGN_START);
	ui_inset_end(ui);
	assert_int_equal(ui_frame(ui).w, before.w);
	assert_int_equal(ui_frame(ui).h, before.h);
	assert_true(ui_scale(ui) == scale);
	assert_string_equal(ui_set_language(ui, NULL), "");
	/* From the right, as before: what begins at 0 is at the end. */
	ui_area(ui, 9, (struct rect){0, 0, 100, 100}, "after");
	ui_end(ui);
	ui_targets(ui, &count);
	assert_int_equal(count, 1);
	assert_true(target_rect(ui, 9).x > WIDE / 2);
	assert_int_equal(ui_clipped(ui), 0);
	ui_free(ui);
	SDL_Quit();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		it_is_drawn_in_its_own_colours_and_only_in_its_place),
	    cmocka_unit_test(
		it_is_a_projector_in_the_middle_and_nothing_stays_of_it),
	};

	return cmocka_run_group_tests_name("inset", tests, NULL, NULL);
}
