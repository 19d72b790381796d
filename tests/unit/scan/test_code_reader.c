/* Slips read from photos of the kind a cheap camera takes. */
#include "tests/lib/cmocka_all.h"

#include <time.h>

#include "core/slip.h"
#include "scan/code_reader.h"
#include "scan/code_square.h"
#include "tests/lib/scan_photo.h"

enum { FRAMES = 3, WANTED_PERCENT = 95 };

/* One row: how the photos of its slips were spoilt. */
struct row {
	const char *name;
	struct photo_look look;
};

#define VGA .width = 640, .height = 480
#define HD .width = 1280, .height = 720

static const struct row rows[] = {
    {"2 px a module, turned",
     {VGA, .module_px = 2, .turn_deg = 10, .tilt_deg = 8, .blur_px = 0.7,
      .noise = 8, .light = 200, .shade = 0.3}},
    {"2 px, its text close by",
     {VGA, .module_px = 2, .turn_deg = 7, .blur_px = 0.8, .noise = 4,
      .light = 200, .shade = 0.2}},
    {"2 px, noisy and packed",
     {VGA, .module_px = 2, .turn_deg = 7, .blur_px = 0.7, .noise = 10,
      .light = 170, .shade = 0.3, .jpeg = 70}},
    {"3 px, dim and moving",
     {VGA, .module_px = 3, .turn_deg = 10, .blur_px = 0.8, .moved_px = 2,
      .noise = 6, .light = 70, .shade = 0.3}},
    {"2.25 px, blurred by half a module",
     {VGA, .module_px = 2.25, .turn_deg = 7, .blur_px = 1.2, .noise = 4,
      .light = 200, .shade = 0.2}},
    {"2.5 px, noisy",
     {VGA, .module_px = 2.5, .turn_deg = 5, .tilt_deg = 8, .blur_px = 0.7,
      .noise = 15, .light = 180, .shade = 0.3}},
    {"3 px, moving 3 px",
     {VGA, .module_px = 3, .turn_deg = 5, .blur_px = 0.7, .moved_px = 3,
      .noise = 5, .light = 180, .shade = 0.3}},
    {"3 px, packed hard",
     {VGA, .module_px = 3, .turn_deg = 5, .blur_px = 0.7, .noise = 5,
      .light = 180, .shade = 0.3, .jpeg = 40}},
    {"4 px, turned 15 and tilted 25",
     {VGA, .module_px = 4, .turn_deg = 15, .tilt_deg = 25, .lean_deg = 12,
      .blur_px = 0.8, .noise = 5, .light = 190, .shade = 0.3}},
    {"4 px, dim",
     {VGA, .module_px = 4, .turn_deg = 5, .lean_deg = 8, .blur_px = 0.7,
      .noise = 6, .light = 40, .shade = 0.3}},
    {"5 px, blurred by half a module",
     {VGA, .module_px = 5, .turn_deg = 7, .blur_px = 2.4, .noise = 4,
      .light = 200, .shade = 0.2}},
    {"6 px, all of it",
     {VGA, .module_px = 6, .turn_deg = 12, .tilt_deg = 15, .lean_deg = 10,
      .blur_px = 2, .moved_px = 5, .noise = 9, .light = 110, .shade = 0.5,
      .jpeg = 60}},
    {"8 px, very noisy",
     {VGA, .module_px = 8, .turn_deg = 15, .blur_px = 1, .noise = 45,
      .light = 160, .shade = 0.4}},
    {"8 px, moving a module",
     {VGA, .module_px = 8, .turn_deg = 5, .blur_px = 1, .moved_px = 8,
      .noise = 6, .light = 150, .shade = 0.3}},
    {"10 px, blurred by half a module",
     {VGA, .module_px = 10, .turn_deg = 10, .blur_px = 4.6, .noise = 5,
      .light = 190, .shade = 0.3}},
    {"10 px, dim and tilted",
     {VGA, .module_px = 10, .turn_deg = 15, .tilt_deg = 20, .blur_px = 1.5,
      .noise = 8, .light = 60, .shade = 0.4}},
    {"1280 x 720, 4 px",
     {HD, .module_px = 4, .turn_deg = 12, .tilt_deg = 15, .blur_px = 1,
      .noise = 8, .light = 150, .shade = 0.4}},
};

static double cpu_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

struct tally {
	int slips, first, within, wrong, unread, unread_seen, frames;
	double ms, most_ms;
};

/* Photo FRAME (0..2) of slip number SLIP in ROW: each a little different. */
static struct photo_look look_of(const struct row *row, int slip, int frame)
{
	struct photo_look look = row->look;

	look.module_px *= 1 + 0.02 * (frame - 1);
	look.turn_deg = (slip & 1 ? -1 : 1) * look.turn_deg + 0.7 * (frame - 1);
	look.tilt_deg *= slip & 2 ? -1 : 1;
	look.off_x = slip * 37 % 80 - 40 + 1.3 * frame;
	look.off_y = slip * 53 % 60 - 30 - 0.7 * frame;
	look.seed = (unsigned)(slip * 10 + frame + 1);
	return look;
}

static enum code_seen look_once(struct code_reader *reader,
				const struct photo_look *look, const char *code,
				struct scan_line *ret_line, double *ret_ms)
{
	struct grey photo = {0};
	enum code_seen seen;

	photo_take(look, code, &photo);
	*ret_ms = -cpu_ms();
	seen = code_reader_look(reader, &photo, ret_line);
	*ret_ms += cpu_ms();
	grey_free(&photo);
	return seen;
}

/* One slip before the camera until it is read, FRAMES photos at most. */
static void show_slip(struct code_reader *reader, const struct row *row,
		      int number, struct tally *tally)
{
	struct slip slip;
	struct scan_line line;
	double ms;

	photo_slip((unsigned)number + 1, &slip);
	tally->slips++;
	for (int frame = 0; frame < FRAMES; frame++) {
		struct photo_look look = look_of(row, number, frame);
		enum code_seen seen =
		    look_once(reader, &look, slip.symbols, &line, &ms);

		tally->frames++;
		tally->ms += ms;
		tally->most_ms = ms > tally->most_ms ? ms : tally->most_ms;
		if (seen == CODE_READ) {
			tally->wrong += strcmp(line.text, slip.symbols) != 0;
			tally->within++;
			tally->first += frame == 0;
			return;
		}
		tally->unread++;
		tally->unread_seen += seen == CODE_UNREAD;
	}
}

static void tally_print(const char *name, const struct tally *tally)
{
	print_message("# %-34s first %3d, within three %3d of %3d; %4.1f ms a "
		      "frame, %4.1f at most; unread %d, seen so %d\n",
		      name, tally->first, tally->within, tally->slips,
		      tally->ms / tally->frames, tally->most_ms, tally->unread,
		      tally->unread_seen);
}

static void tally_add(struct tally *all, const struct tally *one)
{
	all->slips += one->slips;
	all->first += one->first;
	all->within += one->within;
	all->wrong += one->wrong;
	all->unread += one->unread;
	all->unread_seen += one->unread_seen;
	all->frames += one->frames;
	all->ms += one->ms;
	if (one->most_ms > all->most_ms)
		all->most_ms = one->most_ms;
}

/* More with STEMMEBOKS_SLIPS=40. */
static int slips_a_row(void)
{
	const char *wanted = getenv("STEMMEBOKS_SLIPS");

	return wanted ? atoi(wanted) : 2;
}

static void
spoilt_slips_are_read_within_three_frames_and_never_wrong(void **state)
{
	struct tally all = {0};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct tally tally = {0};

		for (int slip = 0; slip < slips_a_row(); slip++)
			show_slip(*state, &rows[i], slip, &tally);
		tally_print(rows[i].name, &tally);
		assert_true(tally.within * 2 > tally.slips);
		tally_add(&all, &tally);
	}
	tally_print("all", &all);
	assert_int_equal(all.wrong, 0);
	assert_true(all.within * 100 >= all.slips * WANTED_PERCENT);
}

static void a_code_too_spoilt_to_read_is_seen(void **state)
{
	static const struct row unreadable[] = {
	    {"1.5 px",
	     {VGA, .module_px = 1.5, .turn_deg = 7, .blur_px = 0.8, .noise = 4,
	      .light = 200, .shade = 0.2}},
	    {"3 px, blurred by 2 px",
	     {VGA, .module_px = 3, .turn_deg = 7, .blur_px = 2, .noise = 4,
	      .light = 200, .shade = 0.2}},
	    {"8 px, moving two modules",
	     {VGA, .module_px = 8, .turn_deg = 5, .blur_px = 1, .moved_px = 15,
	      .noise = 6, .light = 150, .shade = 0.3}},
	    {"8 px, blurred by 5 px",
	     {VGA, .module_px = 8, .turn_deg = 5, .blur_px = 5, .noise = 4,
	      .light = 200, .shade = 0.2}},
	};

	for (size_t i = 0; i < sizeof(unreadable) / sizeof(*rows); i++) {
		struct tally tally = {0};

		show_slip(*state, &unreadable[i], 0, &tally);
		show_slip(*state, &unreadable[i], 1, &tally);
		tally_print(unreadable[i].name, &tally);
		assert_int_equal(tally.within, 0);
		assert_true(tally.unread_seen * 2 > tally.unread);
	}
}

static void a_table_without_a_slip_shows_no_code(void **state)
{
	static const struct photo_look looks[] = {
	    {VGA, .module_px = 3, .blur_px = 0.5, .noise = 5, .light = 180},
	    {VGA, .module_px = 8, .blur_px = 0.5, .noise = 12, .light = 90},
	    {VGA, .module_px = 5, .turn_deg = 15, .noise = 20, .light = 40},
	};
	struct scan_line line;
	double ms;

	for (unsigned i = 0; i < 3 * sizeof(looks) / sizeof(*looks); i++) {
		struct photo_look look = looks[i / 3];

		look.seed = i + 1;
		assert_int_equal(look_once(*state, &look, NULL, &line, &ms),
				 CODE_NONE);
	}
}

/* Two pictures side by side, as if two papers lay there. */
static void beside(const struct grey *left, const struct grey *right,
		   struct grey *ret_both)
{
	assert_int_equal(
	    grey_size(ret_both, left->width + right->width, left->height),
	    STATUS_OK);
	for (int y = 0; y < left->height; y++) {
		unsigned char *to = ret_both->pixels + y * ret_both->stride;

		memcpy(to, left->pixels + y * left->stride,
		       (size_t)left->width);
		memcpy(to + left->width, right->pixels + y * right->stride,
		       (size_t)right->width);
	}
}

static void a_slip_is_read_though_a_larger_code_hangs_behind(void **state)
{
	struct photo_look look = {.width = 320,
				  .height = 320,
				  .module_px = 4,
				  .blur_px = 0.7,
				  .noise = 4,
				  .light = 200};
	struct grey slip_photo = {0}, other = {0}, both = {0};
	struct scan_line line;
	struct slip slip;

	photo_slip(5, &slip);
	photo_take(&look, slip.symbols, &slip_photo);
	look.module_px = 7;
	photo_take(&look, "COME TO THE MEETING", &other);
	for (int turn = 0; turn < 2; turn++) {
		beside(turn ? &other : &slip_photo, turn ? &slip_photo : &other,
		       &both);
		assert_int_equal(code_reader_look(*state, &both, &line),
				 CODE_READ);
		assert_string_equal(line.text, slip.symbols);
	}
	assert_int_equal(code_reader_look(*state, &other, &line), CODE_READ);
	assert_string_equal(line.text, "COME TO THE MEETING");
	grey_free(&slip_photo);
	grey_free(&other);
	grey_free(&both);
}

/* Noise, stripes and checks of all kinds in pictures of odd sizes. */
static void any_picture_is_survived(void **state)
{
	uint32_t seed = 7;
	struct grey any = {0};
	struct scan_line line;

	for (int i = 0; i < 120; i++) {
		int width = 1 + (int)((seed >> 3) % 200);
		int height = 1 + (int)((seed >> 13) % 160);
		int cell = 1 + i % 7;

		assert_int_equal(grey_size(&any, width, height), STATUS_OK);
		for (int at = 0; at < width * height; at++) {
			seed = seed * 1664525 + 1013904223;
			any.pixels[at] =
			    i % 3 == 0 ? (unsigned char)(seed >> 24)
				       : (unsigned char)(((at % width / cell +
							   at / width / cell *
							       (i % 3 - 1)) &
							  1) *
							     200 +
							 (seed >> 28));
		}
		assert_int_not_equal(code_reader_look(*state, &any, &line),
				     CODE_READ);
	}
	grey_free(&any);
}

static void a_frame_is_not_changed_and_copies_are_wiped(void **state)
{
	struct photo_look look = {VGA, .module_px = 2, .blur_px = 0.6,
				  .noise = 3, .light = 200};
	struct grey photo = {0}, large = {0}, before = {0};
	struct scan_line line;

	photo_take(&look, "0123456789ABCDEFGHJK", &photo);
	photo_take(&look, "0123456789ABCDEFGHJK", &before);
	code_reader_look(*state, &photo, &line);
	assert_memory_equal(photo.pixels, before.pixels, 640 * 480);
	assert_int_equal(grey_enlarge(&photo, 2, &large), STATUS_OK);
	grey_wipe(&large);
	for (int i = 0; i < large.width * large.height; i++)
		assert_int_equal(large.pixels[i], 0);
	grey_free(&photo);
	grey_free(&before);
	grey_free(&large);
}

/* In place of libdbus's: how often zbar asked for a way to other programs. */
static int buses_asked;

void *dbus_bus_get(int type, void *error);
void *dbus_bus_get(int type, void *error)
{
	(void)type;
	(void)error;
	buses_asked++;
	return NULL;
}

static void what_is_read_is_told_to_no_other_program(void **state)
{
	struct photo_look look = {VGA, .module_px = 4, .blur_px = 0.6,
				  .noise = 3, .light = 200};
	struct code_reader *reader = NULL;
	struct scan_line line;
	double ms;

	(void)state;
	assert_int_equal(code_reader_new(&reader), STATUS_OK);
	assert_int_equal(
	    look_once(reader, &look, "0123456789ABCDEFGHJK", &line, &ms),
	    CODE_READ);
	code_reader_free(reader);
	assert_int_equal(buses_asked, 0);
}

static int reader_make(void **state)
{
	return code_reader_new((struct code_reader **)state) == STATUS_OK ? 0
									  : -1;
}

static int reader_free(void **state)
{
	code_reader_free(*state);
	code_reader_free(NULL);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		spoilt_slips_are_read_within_three_frames_and_never_wrong),
	    cmocka_unit_test(a_code_too_spoilt_to_read_is_seen),
	    cmocka_unit_test(a_table_without_a_slip_shows_no_code),
	    cmocka_unit_test(a_slip_is_read_though_a_larger_code_hangs_behind),
	    cmocka_unit_test(any_picture_is_survived),
	    cmocka_unit_test(what_is_read_is_told_to_no_other_program),
	    cmocka_unit_test(a_frame_is_not_changed_and_copies_are_wiped),
	};

	return cmocka_run_group_tests(tests, reader_make, reader_free);
}
