/* Pictures from files: read, cut, turned, refused. */
#include "tests/lib/cmocka_all.h"

#include <SDL_image.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/lib/ui_fixture.h"
#include "ui/image.h"
#include "ui/photo.h"

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
	return IMG_Init(IMG_INIT_JPG | IMG_INIT_PNG) ? 0 : -1;
}

static int remove_folder(void **state)
{
	struct folder *folder = *state;

	unlink(folder->file);
	rmdir(folder->path);
	free(folder);
	IMG_Quit();
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

static void write_png(const char *path, int w, int h)
{
	SDL_Surface *picture = make_picture(w, h);

	assert_int_equal(IMG_SavePNG(picture, path), 0);
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
	write_png(folder->file, 400, 200);
	image = image_read(folder->file, 100, 100, 0);
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
	assert_int_equal(IMG_SavePNG(picture, folder->file), 0);
	SDL_FreeSurface(picture);
	image = image_read(folder->file, 100, 100, 0);
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

	write_png(folder->file, 100, 100);
	image = image_read(folder->file, 100, 100, 8);
	assert_non_null(image);
	pixels = image->pixels;
	assert_int_equal(pixels[0] >> 24, 0);
	assert_int_equal(pixels[50] >> 24, 255);
	SDL_FreeSurface(image);
}

/* Writes a JPEG whose Exif says ORIENTATION 1..8. */
static void write_jpeg(const char *path, int orientation)
{
	unsigned char exif[] = {0xFF, 0xE1, 0,	  34,	'E', 'x', 'i', 'f', 0,
				0,    'M',  'M',  0,	42,  0,	  0,   0,   8,
				0,    1,    0x01, 0x12, 0,   3,	  0,   0,   0,
				1,    0,    0,	  0,	0,   0,	  0,   0,   0};
	SDL_Surface *picture = make_picture(200, 120);
	unsigned char *bytes;
	FILE *file;
	long size;

	exif[29] = (unsigned char)orientation;
	assert_int_equal(IMG_SaveJPG(picture, path, 95), 0);
	SDL_FreeSurface(picture);
	file = fopen(path, "rb");
	assert_non_null(file);
	fseek(file, 0, SEEK_END);
	size = ftell(file);
	rewind(file);
	bytes = malloc((size_t)size);
	assert_non_null(bytes);
	assert_int_equal(fread(bytes, 1, (size_t)size, file), size);
	fclose(file);
	file = fopen(path, "wb");
	assert_non_null(file);
	fwrite(bytes, 1, 2, file);
	fwrite(exif, 1, sizeof(exif), file);
	fwrite(bytes + 2, 1, (size_t)size - 2, file);
	fclose(file);
	free(bytes);
}

static void photos_stand_upright_as_their_camera_says(void **state)
{
	/* The colours at the top left and top right, bottom left and right of
	 * the picture as shown, for each orientation: Exif 2.3, figure 6. */
	static const char *const CORNERS[] = {"rbgg", "brgg", "ggbr", "ggrb",
					      "rgbg", "grgb", "gbgr", "bgrg"};
	struct folder *folder = *state;

	for (int i = 0; i < 8; i++) {
		int w = i < 4 ? 200 : 120, h = i < 4 ? 120 : 200;
		SDL_Surface *image;
		char seen[5] = "";

		write_jpeg(folder->file, i + 1);
		image = image_read(folder->file, w, h, 0);
		assert_non_null(image);
		seen[0] = colour_at(image, w / 8, h / 8);
		seen[1] = colour_at(image, w - w / 8, h / 8);
		seen[2] = colour_at(image, w / 8, h - h / 8);
		seen[3] = colour_at(image, w - w / 8, h - h / 8);
		assert_string_equal(seen, CORNERS[i]);
		SDL_FreeSurface(image);
	}
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
	struct folder *folder = *state;
	static const unsigned char HUGE[24] = {
	    137, 'P', 'N', 'G', 13, 10,	 26, 10, 0, 0,	 0, 13,
	    'I', 'H', 'D', 'R', 0,  255, 0,  0,	 0, 255, 0, 0};

	assert_null(image_read("/nowhere/picture.png", 10, 10, 0));
	assert_null(image_read(folder->path, 10, 10, 0));
	write_bytes(folder->file, "", 0);
	assert_null(image_read(folder->file, 10, 10, 0));
	write_bytes(folder->file, "GIF89a no picture", 17);
	assert_null(image_read(folder->file, 10, 10, 0));
	write_bytes(folder->file, HUGE, sizeof(HUGE));
	assert_null(image_read(folder->file, 10, 10, 0));
	/* 21 MB that begin like a picture. */
	write_png(folder->file, 20, 20);
	assert_int_equal(truncate(folder->file, IMAGE_BYTES + 1), 0);
	assert_null(image_read(folder->file, 10, 10, 0));
}

static void a_picture_cut_short_anywhere_is_refused_or_read(void **state)
{
	struct folder *folder = *state;
	struct stat info;
	struct photo photo;
	unsigned char bytes[4096];
	FILE *file;

	write_jpeg(folder->file, 6);
	assert_int_equal(stat(folder->file, &info), 0);
	assert_true((size_t)info.st_size < sizeof(bytes));
	file = fopen(folder->file, "rb");
	assert_non_null(file);
	assert_int_equal(fread(bytes, 1, sizeof(bytes), file), info.st_size);
	fclose(file);
	for (off_t size = info.st_size - 1; size > 0; size--) {
		/* A copy of its own size, so that reading beyond is found. */
		unsigned char *cut = malloc((size_t)size);

		assert_non_null(cut);
		memcpy(cut, bytes, (size_t)size);
		photo_read(cut, (size_t)size, &photo);
		free(cut);
		if (size % 97 == 0) {
			SDL_Surface *image;

			write_bytes(folder->file, bytes, (size_t)size);
			image = image_read(folder->file, 10, 10, 0);
			SDL_FreeSurface(image);
		}
	}
}

static void page(struct ui *ui, void *context)
{
	draw_image(ui, (struct rect){0, 0, 100, 100}, context);
}

static void a_picture_comes_by_itself_when_it_is_read(void **state)
{
	struct folder *folder = *state;
	struct ui *ui = fixture_open(200, 200);
	SDL_Event event;

	write_png(folder->file, 100, 100);
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

	write_png(folder->file, 100, 100);
	for (int i = 0; i < 50; i++) {
		ui_begin(ui, (uint64_t)i);
		draw_image(ui, (struct rect){0, 0, 20 + i, 20}, folder->file);
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
	    cmocka_unit_test(photos_stand_upright_as_their_camera_says),
	    cmocka_unit_test(what_is_no_picture_is_refused),
	    cmocka_unit_test(a_picture_cut_short_anywhere_is_refused_or_read),
	    cmocka_unit_test(a_picture_comes_by_itself_when_it_is_read),
	    cmocka_unit_test(many_pictures_are_asked_for_and_left),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
