/* The pictures beside a meeting file against its definition. */
#include <sodium/crypto_hash_sha256.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/pixels.h"
#include "store/pictures.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { PATH = 4 * FIXTURE_PATH };

static const char garden[] = "a picture of a garden";
static const char stage[] = "a picture of a stage";

/* A meeting with three pictures, two of them the same, and its folder. */
struct album {
	struct fixture fixture;
	char name[PICTURES_NAME]; /* what the check returned */
};

static void give(struct proposal *proposal, const char *name, const char *bytes)
{
	proposal->image = name;
	crypto_hash_sha256(proposal->image_hash, (const unsigned char *)bytes,
			   strlen(bytes));
}

static const char *path_of(const struct album *album, const char *name,
			   char ret_path[PATH])
{
	snprintf(ret_path, PATH, "%s/%s", store_images(album->fixture.store),
		 name);
	return ret_path;
}

static void put(const struct album *album, const char *name, const char *bytes)
{
	char path[PATH];

	file_write(path_of(album, name, path), bytes, strlen(bytes));
}

static int set_up(void **state)
{
	struct album *album = calloc(1, sizeof(*album));
	struct meeting *meeting = bolbro_new();

	assert_non_null(album);
	assert_non_null(meeting);
	give(&meeting->proposals[0], "garden.png", garden);
	give(&meeting->proposals[2], "stage.jpg", stage);
	give(&meeting->proposals[3], "garden.png", garden);
	fixture_begin_with(&album->fixture, meeting, 4);
	assert_int_equal(mkdir(store_images(album->fixture.store), 0755), 0);
	put(album, "garden.png", garden);
	put(album, "stage.jpg", stage);
	*state = album;
	return 0;
}

static int tear_down(void **state)
{
	struct album *album = *state;
	char command[PATH];

	snprintf(command, sizeof(command), "rm -rf '%s'.*",
		 album->fixture.path);
	assert_int_equal(system(command), 0);
	fixture_end(&album->fixture);
	free(album);
	return 0;
}

static void expect(struct album *album, enum status status, const char *name)
{
	strcpy(album->name, "untouched");
	assert_status(store_pictures_check(album->fixture.store, album->name),
		      status);
	assert_string_equal(album->name, name);
}

static void pictures_as_built_are_right(void **state)
{
	expect(*state, STATUS_OK, "untouched");
}

static void a_meeting_without_pictures_needs_no_folder(void **state)
{
	struct album plain;

	(void)state;
	fixture_begin(&plain.fixture, 4, false);
	expect(&plain, STATUS_OK, "untouched");
	fixture_end(&plain.fixture);
}

static void a_changed_picture_is_named(void **state)
{
	put(*state, "stage.jpg", "a picture of a stagf");
	expect(*state, STATUS_DISAGREES, "stage.jpg");
	put(*state, "garden.png", "");
	expect(*state, STATUS_DISAGREES, "garden.png");
}

static void a_picture_with_a_byte_more_is_another(void **state)
{
	put(*state, "garden.png", "a picture of a garden ");
	expect(*state, STATUS_DISAGREES, "garden.png");
}

static void a_missing_picture_or_folder_is_named(void **state)
{
	struct album *album = *state;
	char path[PATH];

	assert_int_equal(unlink(path_of(album, "stage.jpg", path)), 0);
	expect(album, STATUS_DISAGREES, "stage.jpg");
	assert_int_equal(unlink(path_of(album, "garden.png", path)), 0);
	assert_int_equal(rmdir(store_images(album->fixture.store)), 0);
	expect(album, STATUS_DISAGREES, "garden.png");
}

static void a_link_to_the_right_bytes_is_no_picture(void **state)
{
	struct album *album = *state;
	char path[PATH], other[PATH];

	path_of(album, "stage.jpg", path);
	path_of(album, "elsewhere.jpg", other);
	assert_int_equal(rename(path, other), 0);
	assert_int_equal(symlink(other, path), 0);
	expect(album, STATUS_DISAGREES, "stage.jpg");
}

/* A pipe would be waited for, a folder cannot be read. */
static void what_is_no_plain_file_is_no_picture(void **state)
{
	struct album *album = *state;
	char path[PATH];

	path_of(album, "stage.jpg", path);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkfifo(path, 0644), 0);
	expect(album, STATUS_DISAGREES, "stage.jpg");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0755), 0);
	expect(album, STATUS_DISAGREES, "stage.jpg");
}

static void a_picture_larger_than_any_is_not_read(void **state)
{
	struct album *album = *state;
	char path[PATH];

	assert_int_equal(
	    truncate(path_of(album, "stage.jpg", path), PIXELS_BYTES + 1), 0);
	expect(album, STATUS_DISAGREES, "stage.jpg");
	assert_int_equal(truncate(path, (off_t)1 << 40), 0);
	expect(album, STATUS_DISAGREES, "stage.jpg");
}

/* A file of whom it may not be known what it holds; root may read everything,
 * so it asks as another user. */
static void a_picture_that_may_not_be_read_is_said_to_be_so(void **state)
{
	struct album *album = *state;
	bool root = geteuid() == 0;
	char path[PATH];

	assert_int_equal(chmod(album->fixture.folder, 0755), 0);
	assert_int_equal(chmod(path_of(album, "stage.jpg", path), 0), 0);
	if (root)
		assert_int_equal(seteuid(65534), 0);
	expect(album, STATUS_FILE_READ, "stage.jpg");
	if (root)
		assert_int_equal(seteuid(0), 0);
}

static void a_name_that_leads_out_of_the_folder_is_refused(void **state)
{
	struct album album;
	struct meeting *meeting = bolbro_new();
	char command[PATH];

	(void)state;
	assert_non_null(meeting);
	give(&meeting->proposals[0], "../garden.png", garden);
	fixture_begin_with(&album.fixture, meeting, 4);
	assert_int_equal(mkdir(store_images(album.fixture.store), 0755), 0);
	put(&album, "../garden.png", garden);
	expect(&album, STATUS_DISAGREES, "../garden.png");
	snprintf(command, sizeof(command), "rm -rf '%s'.*", album.fixture.path);
	assert_int_equal(system(command), 0);
	fixture_end(&album.fixture);
}

/* What was adopted is seen by hashing it, which takes its time; what cannot be
 * a picture at all is seen at once. */
static void a_look_finds_what_cannot_be_a_picture(void **state)
{
	static const char small[] =
	    "P6\n# stemmeboks 1\n0001 0002\n255\nRGBrgb";
	struct album *album = *state;
	const struct store *store = album->fixture.store;
	char name[PICTURES_NAME], path[PATH];

	assert_status(store_pictures_look(store, name), STATUS_DISAGREES);
	assert_string_equal(name, "garden.png");
	put(album, "garden.png", small);
	put(album, "stage.jpg", small);
	assert_status(store_pictures_look(store, name), STATUS_OK);
	assert_status(store_pictures_check(store, name), STATUS_DISAGREES);
	for (int more = -1; more <= 1; more += 2) {
		path_of(album, "stage.jpg", path);
		assert_int_equal(
		    truncate(path, (off_t)sizeof(small) - 1 + more), 0);
		assert_status(store_pictures_look(store, name),
			      STATUS_DISAGREES);
		assert_string_equal(name, "stage.jpg");
	}
	put(album, "stage.jpg", "P6");
	assert_status(store_pictures_look(store, name), STATUS_DISAGREES);
	assert_int_equal(unlink(path), 0);
	assert_status(store_pictures_look(store, name), STATUS_DISAGREES);
}

int main(void)
{
#define ALBUM(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    ALBUM(pictures_as_built_are_right),
	    cmocka_unit_test(a_meeting_without_pictures_needs_no_folder),
	    ALBUM(a_changed_picture_is_named),
	    ALBUM(a_picture_with_a_byte_more_is_another),
	    ALBUM(a_missing_picture_or_folder_is_named),
	    ALBUM(a_link_to_the_right_bytes_is_no_picture),
	    ALBUM(what_is_no_plain_file_is_no_picture),
	    ALBUM(a_picture_larger_than_any_is_not_read),
	    ALBUM(a_picture_that_may_not_be_read_is_said_to_be_so),
	    ALBUM(a_look_finds_what_cannot_be_a_picture),
	    cmocka_unit_test(a_name_that_leads_out_of_the_folder_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
