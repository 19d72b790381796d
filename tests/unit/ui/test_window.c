/* The window: its measures, and frames that are drawn only when they differ. */
#include "tests/lib/cmocka_all.h"

#include <unistd.h>

#include <SDL.h>

#include "tests/lib/ui_fixture.h"

struct page {
	const char *text;
	int h; /* of the text's room, in u */
};

static void page(struct ui *ui, void *context)
{
	const struct page *what = context;

	draw_text(ui, (struct rect){48, 48, 400, what->h}, what->text,
		  TYPE_BODY, ROLE_TEXT, ALIGN_START);
}

static bool shows(struct ui *ui, const char *text)
{
	struct page what = {text, 400};

	ui_begin(ui, 5);
	page(ui, &what);
	return ui_end(ui);
}

static void a_frame_is_shown_only_when_it_differs(void **state)
{
	struct ui *ui = fixture_open(640, 480);
	SDL_Event exposed = {.type = SDL_WINDOWEVENT};

	(void)state;
	assert_true(shows(ui, "et"));
	assert_false(shows(ui, "et"));
	assert_true(shows(ui, "to"));
	assert_false(shows(ui, "to"));
	ui_set_theme(ui, UI_DARK);
	assert_true(shows(ui, "to"));
	ui_set_rtl(ui, true);
	assert_true(shows(ui, "to"));
	assert_false(shows(ui, "to"));
	exposed.window.event = SDL_WINDOWEVENT_EXPOSED;
	ui_event(ui, &exposed);
	assert_true(shows(ui, "to"));
	assert_false(shows(ui, "to"));
	ui_free(ui);
}

enum { SEEN_SIDE = 4 };

/* A frame with what a camera sees; whether it was shown. */
static bool shows_seen(struct ui *ui, unsigned char grey, unsigned stamp)
{
	unsigned char pixels[SEEN_SIDE * SEEN_SIDE];

	memset(pixels, grey, sizeof(pixels));
	ui_begin(ui, 5);
	draw_grey(ui, (struct rect){40, 40, 100, 100}, pixels, SEEN_SIDE,
		  SEEN_SIDE, stamp);
	return ui_end(ui);
}

/* The red of the pixel in the middle of what the camera sees. */
static int seen_red(struct ui *ui)
{
	SDL_Surface *whole = fixture_picture(ui);
	int red;

	red = ((const unsigned char *)
		   whole->pixels)[90 * whole->pitch +
				  90 * whole->format->BytesPerPixel];
	SDL_FreeSurface(whole);
	return red;
}

static void a_cameras_picture_changes_with_its_stamp_alone(void **state)
{
	struct ui *ui = fixture_open(640, 480);

	(void)state;
	assert_true(shows_seen(ui, 77, 1));
	assert_int_equal(seen_red(ui), 77);
	shows_seen(ui, 77, 1); /* the screenshot asked for it */
	assert_false(shows_seen(ui, 200, 1));
	assert_int_equal(seen_red(ui), 77);
	assert_true(shows_seen(ui, 200, 2));
	assert_int_equal(seen_red(ui), 200);
	/* After frames without it, it is looked at anew. */
	shows(ui, "et");
	shows_seen(ui, 30, 2);
	assert_int_equal(seen_red(ui), 30);
	ui_free(ui);
}

static void a_window_has_the_form_of_its_display(void **state)
{
	static const struct {
		int w_px, h_px;
		double px_per_mm;
		bool fit;
		int w, h;
		enum ui_form form;
	} CASES[] = {
	    {1920, 1080, 0, false, 1920, 1080, UI_LANDSCAPE},
	    {1920, 1080, 3.6, false, 1920, 1080, UI_LANDSCAPE},
	    {1080, 1920, 0, false, 1080, 1920, UI_PORTRAIT},
	    {1280, 800, 0, false, 1024, 640, UI_TABLET},
	    {1280, 800, 5.9, false, 1024, 640, UI_TABLET},
	    {1366, 768, 0, false, 1138, 640, UI_TABLET},
	    {800, 1280, 0, false, 1200, 1920, UI_PORTRAIT},
	    {3840, 2160, 0, false, 1920, 1080, UI_LANDSCAPE},
	    {2560, 1440, 4.3, false, 1920, 1080, UI_LANDSCAPE},
	    {1280, 720, 0, true, 1920, 1080, UI_LANDSCAPE},
	    {1024, 768, 0, true, 1920, 1440, UI_LANDSCAPE},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		struct ui *ui = fixture_open_with(
		    (struct ui_options){.title = "test",
					.window.width_px = CASES[i].w_px,
					.window.height_px = CASES[i].h_px,
					.px_per_mm = CASES[i].px_per_mm,
					.fit = CASES[i].fit});
		int w, h;

		ui_size(ui, &w, &h);
		assert_int_equal(w, CASES[i].w);
		assert_int_equal(h, CASES[i].h);
		assert_int_equal(ui_form(ui), CASES[i].form);
		ui_free(ui);
	}
}

/* 4 px on a mm where nobody measured, 5.9 on a small display; on this one a u
 * is 1.25 px. */
static void millimetres_are_known_or_about_right(void **state)
{
	static const struct {
		int w_px, h_px;
		double px_per_mm;
		int fifty_mm; /* in u */
	} CASES[] = {
	    {1920, 1080, 0, 200}, {1920, 1080, 3.6, 180}, {1080, 1920, 0, 200},
	    {1280, 800, 0, 236},  {1280, 800, 5.0, 200},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		struct ui *ui = fixture_open_with(
		    (struct ui_options){.title = "test",
					.window.width_px = CASES[i].w_px,
					.window.height_px = CASES[i].h_px,
					.px_per_mm = CASES[i].px_per_mm});

		assert_int_equal(ui_mm(ui, 50), CASES[i].fifty_mm);
		ui_free(ui);
	}
}

static void a_window_can_be_resized_and_is_drawn_anew(void **state)
{
	struct ui *ui =
	    fixture_open_with((struct ui_options){.title = "test",
						  .window.width_px = 960,
						  .window.height_px = 540,
						  .fit = true});
	SDL_Window *window = SDL_GetWindowFromID(1);
	SDL_Event event;
	int w, h;

	(void)state;
	assert_true(shows(ui, "et"));
	for (uint32_t id = 1; !window && id < 100; id++)
		window = SDL_GetWindowFromID(id);
	assert_non_null(window);
	SDL_SetWindowSize(window, 480, 300);
	while (SDL_PollEvent(&event))
		ui_event(ui, &event);
	ui_size(ui, &w, &h);
	assert_int_equal(w, 1920);
	assert_int_equal(h, 1200);
	assert_true(shows(ui, "et"));
	assert_false(shows(ui, "et"));
	ui_free(ui);
}

static void a_zoom_leaves_fewer_and_larger_u(void **state)
{
	struct ui *ui = fixture_open(1080, 1920);
	struct rect frame;

	(void)state;
	assert_true(shows(ui, "et"));
	ui_set_zoom(ui, 1600);
	frame = ui_frame(ui);
	assert_int_equal(frame.w, 675);
	assert_int_equal(frame.h, 1200);
	assert_true(ui_scale(ui) > 1.59 && ui_scale(ui) < 1.61);
	assert_true(shows(ui, "et"));
	ui_set_zoom(ui, UI_ZOOM_USUAL);
	assert_int_equal(ui_frame(ui).w, 1080);
	ui_free(ui);
}

static void within_reach_an_upright_frame_is_the_lowest_part(void **state)
{
	struct ui *upright = fixture_open(1080, 1920);
	struct ui *wide;

	(void)state;
	ui_set_reach(upright, true);
	assert_int_equal(ui_frame(upright).h, 1056);
	assert_int_equal(ui_above(upright).y, -864);
	assert_int_equal(ui_above(upright).h, 864);
	ui_free(upright);
	wide = fixture_open(1920, 1080);
	ui_set_reach(wide, true);
	assert_int_equal(ui_frame(wide).h, 1080);
	assert_int_equal(ui_above(wide).h, 0);
	ui_free(wide);
}

static void a_display_that_is_not_there_is_no_other_display(void **state)
{
	static const int displays[] = {1, 15, -1};

	(void)state;
	for (size_t i = 0; i < SDL_arraysize(displays); i++) {
		struct ui *ui = NULL;

		assert_int_equal(
		    ui_open(&(struct ui_options){.title = "test",
						 .fonts = "fonts",
						 .window.width_px = 640,
						 .window.height_px = 480,
						 .display = displays[i]},
			    &ui),
		    STATUS_DISPLAY);
		assert_null(ui);
	}
}

static void a_missing_font_is_named_as_a_missing_file(void **state)
{
	struct ui_options options = {.title = "test", .fonts = "/nowhere"};
	struct ui *ui = NULL;

	(void)state;
	setenv("SDL_VIDEODRIVER", "dummy", 0);
	assert_int_equal(ui_open(&options, &ui), STATUS_FILE_MISSING);
	assert_null(ui);
}

static void no_display_is_said(void **state)
{
	struct ui_options options = {.title = "test", .fonts = "fonts"};
	struct ui *ui = NULL;
	const char *driver = getenv("SDL_VIDEODRIVER");
	char *kept = strdup(driver ? driver : "dummy");

	(void)state;
	assert_non_null(kept);
	setenv("SDL_VIDEODRIVER", "no such driver", 1);
	assert_int_equal(ui_open(&options, &ui), STATUS_DISPLAY);
	assert_null(ui);
	setenv("SDL_VIDEODRIVER", kept, 1);
	free(kept);
}

static void cut_texts_are_counted(void **state)
{
	struct ui *ui = fixture_open(640, 480);
	struct page what = {"En sætning, som fylder mere end en linje her", 80};

	(void)state;
	fixture_frame(ui, page, &what);
	assert_int_equal(ui_clipped(ui), 0);
	what.h = 40;
	fixture_frame(ui, page, &what);
	assert_int_equal(ui_clipped(ui), 1);
	what.text = "Kort";
	fixture_frame(ui, page, &what);
	assert_int_equal(ui_clipped(ui), 0);
	ui_free(ui);
}

static void pages_hold_the_whole_text_and_fit(void **state)
{
	static const char TEXT[] =
	    "Vi vil gerne have en bevægelsespark for alle aldre på plænen.\n"
	    "Der skal være plads til både børn og voksne, og alle skal kunne "
	    "være med. Parken koster 100.000\u00A0kr. Bolbro er med.\n"
	    "Tak, fordi du læser det hele.";
	struct ui *ui = fixture_open(640, 480);
	int page_count = 0, from = 0;

	(void)state;
	assert_int_equal(text_page(ui, TEXT, TYPE_BODY, 300, 120, -1), -1);
	while (from >= 0) {
		int next =
		    text_page(ui, TEXT, TYPE_BODY, 300, 120, page_count + 1);
		char shown[sizeof(TEXT)];

		assert_int_equal(
		    from, text_page(ui, TEXT, TYPE_BODY, 300, 120, page_count));
		snprintf(shown, sizeof(shown), "%.*s",
			 next < 0 ? (int)sizeof(shown) - 1 - from : next - from,
			 TEXT + from);
		assert_true(text_height(ui, shown, TYPE_BODY, 300) <= 120);
		assert_true(next < 0 || next > from);
		from = next;
		page_count++;
	}
	assert_true(page_count >= 4);
	assert_int_equal(text_page(ui, TEXT, TYPE_BODY, 300, 120, page_count),
			 -1);
	ui_free(ui);
}

static void a_rectangle_of_a_texts_width_holds_it_in_one_line(void **state)
{
	enum { WIDE = 20000 };
	static const double PX_PER_MM[] = {4, 4.3, 4.7, 5.9};
	static const char *const TEXTS[] = {"Afgiv min stemme", "العربية",
					    "Jyllandsgade 7, 2. tv.",
					    "25.000\u00A0kr."};

	(void)state;
	for (int i = 0; i < 4; i++) {
		struct ui *ui = fixture_open_with(
		    (struct ui_options){.title = "test",
					.window.width_px = 1280,
					.window.height_px = 800,
					.px_per_mm = PX_PER_MM[i]});

		for (int type = 0; type < TYPE_COUNT; type++) {
			for (int k = 0; k < 4; k++) {
				int w = text_width(ui, TEXTS[k], type);

				assert_int_equal(
				    text_height(ui, TEXTS[k], type, w),
				    text_height(ui, TEXTS[k], type, WIDE));
			}
		}
		ui_free(ui);
	}
}

static void a_screenshot_has_the_pixels_of_the_window(void **state)
{
	struct ui *ui = fixture_open(640, 480);
	SDL_Surface *shot;
	uint8_t red, green, blue;
	uint32_t colour = theme_colour(UI_LIGHT, ROLE_PRIMARY);

	(void)state;
	ui_begin(ui, 0);
	draw_fill(ui, (struct rect){100, 100, 50, 50}, ROLE_PRIMARY);
	ui_end(ui);
	shot = fixture_picture(ui);
	assert_int_equal(shot->w, 640);
	assert_int_equal(shot->h, 480);
	SDL_GetRGB(*(uint32_t *)((unsigned char *)shot->pixels +
				 (ptrdiff_t)120 * shot->pitch +
				 (ptrdiff_t)120 * shot->format->BytesPerPixel),
		   shot->format, &red, &green, &blue);
	assert_int_equal((uint32_t)red << 16 | (uint32_t)green << 8 | blue,
			 colour);
	SDL_FreeSurface(shot);
	assert_int_equal(ui_screenshot(ui, "/nowhere/shot.png"),
			 STATUS_FILE_WRITE);
	ui_free(ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_frame_is_shown_only_when_it_differs),
	    cmocka_unit_test(a_cameras_picture_changes_with_its_stamp_alone),
	    cmocka_unit_test(a_window_has_the_form_of_its_display),
	    cmocka_unit_test(millimetres_are_known_or_about_right),
	    cmocka_unit_test(a_window_can_be_resized_and_is_drawn_anew),
	    cmocka_unit_test(a_zoom_leaves_fewer_and_larger_u),
	    cmocka_unit_test(within_reach_an_upright_frame_is_the_lowest_part),
	    cmocka_unit_test(a_display_that_is_not_there_is_no_other_display),
	    cmocka_unit_test(a_missing_font_is_named_as_a_missing_file),
	    cmocka_unit_test(no_display_is_said),
	    cmocka_unit_test(cut_texts_are_counted),
	    cmocka_unit_test(pages_hold_the_whole_text_and_fit),
	    cmocka_unit_test(a_rectangle_of_a_texts_width_holds_it_in_one_line),
	    cmocka_unit_test(a_screenshot_has_the_pixels_of_the_window),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
