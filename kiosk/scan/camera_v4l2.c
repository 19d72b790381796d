/* A camera of the kernel's, by V4L2's mapped buffers (kernel documentation,
 * Video for Linux API, part I). */
#include "scan/camera_source.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <poll.h>
#include <sodium/utils.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "scan/camera_pixels.h"
#include "scan/grey.h"

enum {
	BUFFERS = 3, /* one filled, one waiting, one being read */
	WIDTH = 640,
	HEIGHT = 480,
	FRAMES_A_SECOND = 15,
};

/* In order of liking: what costs least to make grey comes first. */
static const struct {
	uint32_t fourcc;
	enum pixels_format format;
} formats[] = {
    {V4L2_PIX_FMT_GREY, PIXELS_GREY},
    {V4L2_PIX_FMT_YUYV, PIXELS_YUYV},
    {V4L2_PIX_FMT_MJPEG, PIXELS_MJPEG},
    {V4L2_PIX_FMT_JPEG, PIXELS_MJPEG},
};

struct buffer {
	unsigned char *bytes;
	size_t size;
};

struct device {
	int fd;
	struct pixels shape; /* without bytes and size */
	unsigned count;
	struct buffer buffers[BUFFERS];
};

static int control(int fd, unsigned long request, void *argument)
{
	int result;

	do
		result = ioctl(fd, request, argument);
	while (result < 0 && errno == EINTR);
	return result;
}

static bool can_stream(int fd)
{
	struct v4l2_capability capability = {0};
	uint32_t can;

	if (control(fd, VIDIOC_QUERYCAP, &capability) < 0)
		return false;
	can = capability.capabilities & V4L2_CAP_DEVICE_CAPS
		  ? capability.device_caps
		  : capability.capabilities;
	return (can & V4L2_CAP_VIDEO_CAPTURE) && (can & V4L2_CAP_STREAMING);
}

/* The driver may give another size than the one asked for; that is taken. */
static bool set_format(struct device *device, size_t wanted)
{
	struct v4l2_format format = {.type = V4L2_BUF_TYPE_VIDEO_CAPTURE};
	struct v4l2_pix_format *pix = &format.fmt.pix;

	pix->width = WIDTH;
	pix->height = HEIGHT;
	pix->pixelformat = formats[wanted].fourcc;
	pix->field = V4L2_FIELD_ANY;
	if (control(device->fd, VIDIOC_S_FMT, &format) < 0 ||
	    pix->pixelformat != formats[wanted].fourcc || !pix->width ||
	    !pix->height || pix->width > GREY_SIDE_MOST ||
	    pix->height > GREY_SIDE_MOST ||
	    pix->bytesperline > 4 * GREY_SIDE_MOST)
		return false;
	device->shape = (struct pixels){
	    .format = formats[wanted].format,
	    .width = (int)pix->width,
	    .height = (int)pix->height,
	    .line = (int)pix->bytesperline,
	};
	return true;
}

static bool choose_format(struct device *device)
{
	struct v4l2_streamparm pace = {.type = V4L2_BUF_TYPE_VIDEO_CAPTURE};
	size_t count = sizeof(formats) / sizeof(*formats), i = 0;

	while (i < count && !set_format(device, i))
		i++;
	if (i == count)
		return false;
	/* Fewer pictures, each longer in the light; not all cameras can. */
	pace.parm.capture.timeperframe =
	    (struct v4l2_fract){1, FRAMES_A_SECOND};
	control(device->fd, VIDIOC_S_PARM, &pace);
	return true;
}

static bool map_buffer(struct device *device, unsigned index)
{
	struct v4l2_buffer info = {.type = V4L2_BUF_TYPE_VIDEO_CAPTURE,
				   .memory = V4L2_MEMORY_MMAP,
				   .index = index};
	void *bytes;

	if (control(device->fd, VIDIOC_QUERYBUF, &info) < 0)
		return false;
	bytes = mmap(NULL, info.length, PROT_READ | PROT_WRITE, MAP_SHARED,
		     device->fd, info.m.offset);
	if (bytes == MAP_FAILED)
		return false;
	device->buffers[index] = (struct buffer){bytes, info.length};
	device->count = index + 1;
	return control(device->fd, VIDIOC_QBUF, &info) >= 0;
}

static bool start(struct device *device)
{
	struct v4l2_requestbuffers request = {
	    .count = BUFFERS,
	    .type = V4L2_BUF_TYPE_VIDEO_CAPTURE,
	    .memory = V4L2_MEMORY_MMAP,
	};
	int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;

	if (control(device->fd, VIDIOC_REQBUFS, &request) < 0 || !request.count)
		return false;
	for (unsigned i = 0; i < request.count && i < BUFFERS; i++)
		if (!map_buffer(device, i))
			return false;
	return control(device->fd, VIDIOC_STREAMON, &type) >= 0;
}

static void device_close(void *handle)
{
	struct device *device = handle;
	int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;

	if (!device)
		return;
	control(device->fd, VIDIOC_STREAMOFF, &type);
	for (unsigned i = 0; i < device->count; i++) {
		sodium_memzero(device->buffers[i].bytes,
			       device->buffers[i].size);
		munmap(device->buffers[i].bytes, device->buffers[i].size);
	}
	close(device->fd);
	free(device);
}

static enum status device_open(const char *path, void **ret_handle)
{
	int fd = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
	struct device *device;

	if (fd < 0)
		return errno == ENOENT || errno == ENODEV || errno == ENXIO
			   ? STATUS_FILE_MISSING
			   : STATUS_FILE_READ;
	device = calloc(1, sizeof(*device));
	if (!device) {
		close(fd);
		return STATUS_MEMORY;
	}
	device->fd = fd;
	if (!can_stream(fd) || !choose_format(device) || !start(device)) {
		device_close(device);
		return STATUS_FILE_READ;
	}
	*ret_handle = device;
	return STATUS_OK;
}

static bool give_back(struct device *device, struct v4l2_buffer *info)
{
	sodium_memzero(device->buffers[info->index].bytes, info->bytesused);
	return control(device->fd, VIDIOC_QBUF, info) >= 0;
}

/* Takes the newest filled buffer; CAMERA_WAIT when none is filled. */
static enum camera_next take_newest(struct device *device,
				    struct v4l2_buffer *ret_newest)
{
	enum camera_next next = CAMERA_WAIT;

	for (;;) {
		struct v4l2_buffer info = {.type = V4L2_BUF_TYPE_VIDEO_CAPTURE,
					   .memory = V4L2_MEMORY_MMAP};

		if (control(device->fd, VIDIOC_DQBUF, &info) < 0)
			return errno == EAGAIN ? next : CAMERA_GONE;
		if (info.index >= device->count ||
		    info.bytesused > device->buffers[info.index].size)
			return CAMERA_GONE;
		if (next == CAMERA_FRAME && !give_back(device, ret_newest))
			return CAMERA_GONE;
		*ret_newest = info;
		next = CAMERA_FRAME;
	}
}

static enum camera_next device_next(void *handle, struct grey *frame)
{
	struct device *device = handle;
	struct pollfd ready = {.fd = device->fd, .events = POLLIN};
	struct v4l2_buffer info;
	struct pixels pixels = device->shape;
	enum camera_next next;
	bool good;

	if (poll(&ready, 1, CAMERA_WAIT_MS) <= 0)
		return CAMERA_WAIT;
	if (ready.revents & (POLLERR | POLLHUP | POLLNVAL))
		return CAMERA_GONE;
	next = take_newest(device, &info);
	if (next != CAMERA_FRAME)
		return next;
	pixels.bytes = device->buffers[info.index].bytes;
	pixels.size = info.bytesused;
	good = !(info.flags & V4L2_BUF_FLAG_ERROR) &&
	       camera_pixels_read(&pixels, frame);
	if (!give_back(device, &info))
		return CAMERA_GONE;
	return good ? CAMERA_FRAME : CAMERA_WAIT;
}

const struct camera_source camera_v4l2 = {device_open, device_next,
					  device_close};
