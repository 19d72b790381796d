/* Pictures from files: read, cut, refused. */
#include "tests/lib/cmocka_all.h"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/meeting.h"
#include "core/pixels.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/demo_pictures.h"
#include "tests/lib/ui_fixture.h"
#include "ui/image.h"

struct folder {
	char path[64];
	char file[128];
};

static int make_folder(void **state)
{
	struct folder *folder = calloc(1, sizeof(*folder));

	if (!folder)
		return -1;
	strcpy(folder->path, "/tmp/stemmeboks-test-XXXXXX");
	if (!mkdtemp(folder->path))
		return -1;
	snprintf(folder->file, sizeof(folder->file), "%s/picture",
		 folder->path);
	*state = folder;
	return 0;
}

static int remove_folder(void **state)
{
	struct folder *folder = *state;

	unlink(folder->file);
	rmdir(folder->path);
	free(folder);
	return 0;
}

/* Red at the left, blue at the right, green below both; W by H px. */
static SDL_Surface *make_picture(int w, int h)
{
	SDL_Surface *picture = SDL_CreateRGBSurfaceWithFormat(
	    0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
	SDL_Rect left = {0, 0, w / 2, h / 2},
		 right = {w / 2, 0, w - w / 2, h / 2};

	assert_non_null(picture);
	SDL_FillRect(picture, NULL, 0xFF00FF00);
	SDL_FillRect(picture, &left, 0xFFFF0000);
	SDL_FillRect(picture, &right, 0xFF0000FF);
	return picture;
}

/* Writes PICTURE as `build` does. */
static void write_plain(const char *path, const SDL_Surface *picture)
{
	unsigned char head[PIXELS_HEAD];
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	pixels_head(picture->w, picture->h, head);
	fwrite(head, 1, sizeof(head), file);
	for (int y = 0; y < picture->h; y++) {
		const uint32_t *row =
		    (const uint32_t *)((const unsigned char *)picture->pixels +
				       (ptrdiff_t)y * picture->pitch);

		for (int x = 0; x < picture->w; x++) {
			fputc(row[x] >> 16 & 255, file);
			fputc(row[x] >> 8 & 255, file);
			fputc(row[x] & 255, file);
		}
	}
	assert_int_equal(fclose(file), 0);
}

static void write_picture(const char *path, int w, int h)
{
	SDL_Surface *picture = make_picture(w, h);

	write_plain(path, picture);
	SDL_FreeSurface(picture);
}

/* 'r', 'g' or 'b': which colour is strongest at X, Y; '?' if none is. */
static char colour_at(const SDL_Surface *picture, int x, int y)
{
	const uint32_t *row =
	    (const uint32_t *)((const unsigned char *)picture->pixels +
			       (ptrdiff_t)y * picture->pitch);
	int r = row[x] >> 16 & 255, g = row[x] >> 8 & 255, b = row[x] & 255;

	if (r > 180 && g < 90 && b < 90)
		return 'r';
	if (g > 180 && r < 90 && b < 90)
		return 'g';
	return b > 180 && r < 90 && g < 90 ? 'b' : '?';
}

static void a_picture_is_cut_from_its_middle(void **state)
{
	struct folder *folder = *state;
	SDL_Surface *image;

	/* Twice as wide as shown: a quarter is lost at each side. */
	write_picture(folder->file, 400, 200);
	image = image_read(folder->file, NULL, 100, 100, 0);
	assert_non_null(image);
	assert_int_equal(image->w, 100);
	assert_int_equal(image->h, 100);
	assert_int_equal(colour_at(image, 5, 5), 'r');
	assert_int_equal(colour_at(image, 45, 5), 'r');
	assert_int_equal(colour_at(image, 55, 5), 'b');
	assert_int_equal(colour_at(image, 50, 95), 'g');
	SDL_FreeSurface(image);
}

static void what_does_not_fit_is_cut_off_and_nothing_stays_empty(void **state)
{
	struct folder *folder = *state;
	SDL_Surface *picture = make_picture(400, 200), *image;
	SDL_Rect side = {0, 0, 90, 200};

	SDL_FillRect(picture, NULL, 0xFF0000FF);
	SDL_FillRect(picture, &side, 0xFFFF0000);
	side.x = 310;
	SDL_FillRect(picture, &side, 0xFFFF0000);
	write_plain(folder->file, picture);
	SDL_FreeSurface(picture);
	image = image_read(folder->file, NULL, 100, 100, 0);
	assert_non_null(image);
	for (int y = 0; y < 100; y += 11) {
		for (int x = 0; x < 100; x += 11)
			assert_int_equal(colour_at(image, x, y), 'b');
	}
	SDL_FreeSurface(image);
}

static void corners_are_round(void **state)
{
	struct folder *folder = *state;
	SDL_Surface *image;
	const uint32_t *pixels;

	write_picture(folder->file, 100, 100);
	image = image_read(folder->file, NULL, 100, 100, 8);
	assert_non_null(image);
	pixels = image->pixels;
	assert_int_equal(pixels[0] >> 24, 0);
	assert_int_equal(pixels[50] >> 24, 255);
	SDL_FreeSurface(image);
}

static void write_bytes(const char *path, const void *bytes, size_t size)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

static void what_is_no_picture_is_refused(void **state)
{
	static const char *const photos[] = {
	    "assets/demo/images/toys.png",
	    "tests/data/import/images/images/good.jpg"};
	struct folder *folder = *state;

	assert_null(image_read("/nowhere/picture.png", NULL, 10, 10, 0));
	assert_null(image_read(folder->path, NULL, 10, 10, 0));
	write_bytes(folder->file, "", 0);
	assert_null(image_read(folder->file, NULL, 10, 10, 0));
	/* Those of cameras, whole as they are, are for `build` to decode. */
	for (size_t i = 0; i < sizeof(photos) / sizeof(*photos); i++)
		assert_null(image_read(photos[i], NULL, 10, 10, 0));
	/* A picture, and then more than any has. */
	write_picture(folder->file, 20, 20);
	assert_int_equal(truncate(folder->file, PIXELS_BYTES + 1), 0);
	assert_null(image_read(folder->file, NULL, 10, 10, 0));
	assert_int_equal(unlink(folder->file), 0);
	assert_int_equal(mkfifo(folder->file, 0600), 0);
	assert_null(image_read(folder->file, NULL, 10, 10, 0));
	assert_int_equal(unlink(folder->file), 0);
}

static void a_picture_of_another_length_is_refused(void **state)
{
	struct folder *folder = *state;
	const int whole = PIXELS_HEAD + 3 * 8 * 6;

	for (int size = 0; size <= whole + 3; size++) {
		SDL_Surface *image;

		write_picture(folder->file, 8, 6);
		assert_int_equal(truncate(folder->file, size), 0);
		image = image_read(folder->file, NULL, 10, 10, 0);
		assert_true((image != NULL) == (size == whole));
		SDL_FreeSurface(image);
	}
}

/* Whoever can write into the folder cannot change what is shown. */
static void a_picture_that_was_not_adopted_is_refused(void **state)
{
	struct folder *folder = *state;
	struct meeting *meeting = bolbro_new();
	char path[PATH_MAX];
	unsigned char *hash;
	SDL_Surface *image;

	assert_non_null(meeting);
	meeting->proposals[0].image = "toys.png";
	demo_pictures_adopt(meeting);
	hash = meeting->proposals[0].image_hash;
	snprintf(path, sizeof(path), "%s/toys.png", demo_pictures());
	image = image_read(path, hash, 10, 10, 0);
	assert_non_null(image);
	SDL_FreeSurface(image);
	for (int i = 0; i < MEETING_HASH_BYTES; i++) {
		hash[i] ^= 1;
		assert_null(image_read(path, hash, 10, 10, 0));
		hash[i] ^= 1;
	}
	write_picture(folder->file, 960, 720);
	assert_null(image_read(folder->file, hash, 10, 10, 0));
	meeting_free(meeting);
}

static void page(struct ui *ui, void *context)
{
	draw_image(ui, (struct rect){0, 0, 100, 100}, context, NULL);
}

static void a_picture_comes_by_itself_when_it_is_read(void **state)
{
	struct folder *folder = *state;
	struct ui *ui = fixture_open(200, 200);
	SDL_Event event;

	write_picture(folder->file, 100, 100);
	fixture_frame(ui, page, folder->file);
	/* The event that wakes the program, within a generous time. */
	do {
		assert_true(SDL_WaitEventTimeout(&event, 5000));
		assert_true(ui_event(ui, &event));
	} while (event.type < SDL_USEREVENT);
	assert_true(ui_pending(ui));
	ui_begin(ui, 0);
	page(ui, folder->file);
	assert_true(ui_end(ui));
	assert_false(ui_pending(ui));
	ui_begin(ui, 0);
	page(ui, folder->file);
	assert_false(ui_end(ui));
	ui_free(ui);
}

static void many_pictures_are_asked_for_and_left(void **state)
{
	struct folder *folder = *state;
	struct ui *ui = fixture_open(200, 200);

	write_picture(folder->file, 100, 100);
	for (int i = 0; i < 50; i++) {
		ui_begin(ui, (uint64_t)i);
		draw_image(ui, (struct rect){0, 0, 20 + i, 20}, folder->file,
			   NULL);
		ui_end(ui);
	}
	/* Freed while they are being read. */
	ui_free(ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_picture_is_cut_from_its_middle),
	    cmocka_unit_test(
		what_does_not_fit_is_cut_off_and_nothing_stays_empty),
	    cmocka_unit_test(corners_are_round),
	    cmocka_unit_test(what_is_no_picture_is_refused),
	    cmocka_unit_test(a_picture_of_another_length_is_refused),
	    cmocka_unit_test(a_picture_that_was_not_adopted_is_refused),
	    cmocka_unit_test(a_picture_comes_by_itself_when_it_is_read),
	    cmocka_unit_test(many_pictures_are_asked_for_and_left),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
