/* The V4L2 part against a driver played here: this program's own ioctl() takes
 * the place of libc's, and a file is the camera's memory. No kernel of a test
 * machine has a camera.
 */
#include "tests/lib/cmocka_all.h"

#include <errno.h>
#include <linux/videodev2.h>
#include <stdbool.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "scan/camera_source.h"
#include "scan/grey.h"

enum { WIDTH = 16, HEIGHT = 4, LINE = 40, SIZE = 4096, BUFFERS = 3 };

/* What the played camera is and has done. */
static struct driver {
	char path[64];
	uint32_t fourcc; /* the only one it has */
	bool no_capture, gone, streams, broken_frame;
	bool queued[BUFFERS];
	int filled[BUFFERS], filled_count; /* in the order they were filled */
	uint32_t used;
	int wanted_width, wanted_height;
} driver;

static int refuse(int error)
{
	errno = error;
	return -1;
}

static int set_format(struct v4l2_format *format)
{
	driver.wanted_width = (int)format->fmt.pix.width;
	driver.wanted_height = (int)format->fmt.pix.height;
	format->fmt.pix.pixelformat = driver.fourcc;
	format->fmt.pix.width = WIDTH;
	format->fmt.pix.height = HEIGHT;
	format->fmt.pix.bytesperline = LINE;
	return 0;
}

static int dequeue(struct v4l2_buffer *buffer)
{
	if (!driver.filled_count)
		return refuse(EAGAIN);
	buffer->index = (uint32_t)driver.filled[0];
	buffer->bytesused = driver.used;
	buffer->flags = driver.broken_frame ? V4L2_BUF_FLAG_ERROR : 0;
	driver.filled_count--;
	memmove(driver.filled, driver.filled + 1,
		(size_t)driver.filled_count * sizeof(*driver.filled));
	return 0;
}

static int query(struct v4l2_capability *capability)
{
	capability->capabilities = V4L2_CAP_DEVICE_CAPS;
	capability->device_caps =
	    V4L2_CAP_STREAMING |
	    (driver.no_capture ? 0 : V4L2_CAP_VIDEO_CAPTURE);
	return 0;
}

static int answer(unsigned long request, void *argument)
{
	struct v4l2_buffer *buffer = argument;

	if (driver.gone)
		return refuse(ENODEV);
	switch (request) {
	case VIDIOC_QUERYCAP:
		return query(argument);
	case VIDIOC_S_FMT:
		return set_format(argument);
	case VIDIOC_S_PARM:
		return refuse(ENOTTY); /* as many cameras */
	case VIDIOC_REQBUFS:
		return 0;
	case VIDIOC_QUERYBUF:
		buffer->length = SIZE;
		buffer->m.offset = buffer->index * SIZE;
		return 0;
	case VIDIOC_QBUF:
		assert_in_range(buffer->index, 0, BUFFERS - 1);
		assert_false(driver.queued[buffer->index]);
		driver.queued[buffer->index] = true;
		return 0;
	case VIDIOC_DQBUF:
		return dequeue(argument);
	case VIDIOC_STREAMON:
	case VIDIOC_STREAMOFF:
		driver.streams = request == VIDIOC_STREAMON;
		return 0;
	default:
		return refuse(ENOTTY);
	}
}

int ioctl(int fd, unsigned long request, ...)
{
	va_list list;
	void *argument;

	(void)fd;
	va_start(list, request);
	argument = va_arg(list, void *);
	va_end(list);
	return answer(request, argument);
}

/* The camera fills a buffer that waits with BYTE. */
static void expose(unsigned char byte)
{
	unsigned char bytes[SIZE];
	FILE *file;
	int index = 0;

	while (index < BUFFERS && !driver.queued[index])
		index++;
	assert_true(index < BUFFERS);
	memset(bytes, byte, sizeof(bytes));
	file = fopen(driver.path, "r+");
	assert_non_null(file);
	assert_int_equal(fseek(file, (long)index * SIZE, SEEK_SET), 0);
	assert_int_equal(fwrite(bytes, 1, driver.used, file), driver.used);
	fclose(file);
	driver.queued[index] = false;
	driver.filled[driver.filled_count++] = index;
}

static bool memory_is_wiped(void)
{
	FILE *file = fopen(driver.path, "r");
	bool wiped = true;
	int byte;

	assert_non_null(file);
	while ((byte = getc(file)) != EOF)
		wiped &= byte == 0;
	fclose(file);
	return wiped;
}

static int driver_make(void **state)
{
	int fd;

	(void)state;
	driver =
	    (struct driver){.fourcc = V4L2_PIX_FMT_YUYV, .used = LINE * HEIGHT};
	snprintf(driver.path, sizeof(driver.path),
		 "/tmp/stemmeboks-video-XXXXXX");
	fd = mkstemp(driver.path);
	if (fd < 0 || ftruncate(fd, BUFFERS * SIZE) < 0)
		return -1;
	close(fd);
	return 0;
}

static int driver_free(void **state)
{
	(void)state;
	unlink(driver.path);
	return 0;
}

static void the_newest_picture_comes_and_memory_is_wiped(void **state)
{
	void *camera = NULL;
	struct grey frame = {0};

	(void)state;
	assert_ptr_equal(camera_source_for(driver.path), &camera_v4l2);
	assert_int_equal(camera_v4l2.open(driver.path, &camera), STATUS_OK);
	assert_int_equal(driver.wanted_width, 640);
	assert_int_equal(driver.wanted_height, 480);
	assert_true(driver.streams);
	assert_int_equal(camera_v4l2.next(camera, &frame), CAMERA_WAIT);
	expose(11);
	expose(22);
	assert_int_equal(camera_v4l2.next(camera, &frame), CAMERA_FRAME);
	assert_int_equal(frame.width, WIDTH);
	assert_int_equal(frame.height, HEIGHT);
	for (int i = 0; i < WIDTH * HEIGHT; i++)
		assert_int_equal(frame.pixels[i], 22);
	assert_true(memory_is_wiped());
	for (int i = 0; i < BUFFERS; i++)
		assert_true(driver.queued[i]);
	expose(33);
	camera_v4l2.close(camera);
	assert_false(driver.streams);
	assert_true(memory_is_wiped());
	camera_v4l2.close(NULL);
	grey_free(&frame);
}

static void a_broken_picture_is_passed_over(void **state)
{
	void *camera = NULL;
	struct grey frame = {0};

	(void)state;
	assert_int_equal(camera_v4l2.open(driver.path, &camera), STATUS_OK);
	driver.broken_frame = true;
	expose(11);
	assert_int_equal(camera_v4l2.next(camera, &frame), CAMERA_WAIT);
	driver.broken_frame = false;
	driver.used = LINE; /* three rows short */
	expose(11);
	assert_int_equal(camera_v4l2.next(camera, &frame), CAMERA_WAIT);
	driver.used = LINE * HEIGHT;
	expose(44);
	assert_int_equal(camera_v4l2.next(camera, &frame), CAMERA_FRAME);
	assert_int_equal(frame.pixels[0], 44);
	camera_v4l2.close(camera);
	grey_free(&frame);
}

static void an_unplugged_camera_is_gone(void **state)
{
	void *camera = NULL;
	struct grey frame = {0};

	(void)state;
	assert_int_equal(camera_v4l2.open(driver.path, &camera), STATUS_OK);
	driver.gone = true;
	assert_int_equal(camera_v4l2.next(camera, &frame), CAMERA_GONE);
	camera_v4l2.close(camera);
	grey_free(&frame);
}

static void what_is_no_camera_for_us_is_refused(void **state)
{
	void *camera = NULL;

	(void)state;
	assert_int_equal(camera_v4l2.open("/nowhere/video0", &camera),
			 STATUS_FILE_MISSING);
	driver.no_capture = true;
	assert_int_equal(camera_v4l2.open(driver.path, &camera),
			 STATUS_FILE_READ);
	driver.no_capture = false;
	driver.fourcc = V4L2_PIX_FMT_NV12;
	assert_int_equal(camera_v4l2.open(driver.path, &camera),
			 STATUS_FILE_READ);
	assert_null(camera);
	driver.fourcc = V4L2_PIX_FMT_GREY;
	assert_int_equal(camera_v4l2.open(driver.path, &camera), STATUS_OK);
	camera_v4l2.close(camera);
}

int main(void)
{
#define WITH_DRIVER(test)                                                      \
	cmocka_unit_test_setup_teardown(test, driver_make, driver_free)
	const struct CMUnitTest tests[] = {
	    WITH_DRIVER(the_newest_picture_comes_and_memory_is_wiped),
	    WITH_DRIVER(a_broken_picture_is_passed_over),
	    WITH_DRIVER(an_unplugged_camera_is_gone),
	    WITH_DRIVER(what_is_no_camera_for_us_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
