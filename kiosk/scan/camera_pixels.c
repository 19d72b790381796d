#include "scan/camera_pixels.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#include "scan/grey.h"

static bool side_is_good(long side)
{
	return side > 0 && side <= GREY_SIDE_MOST;
}

static bool read_rows(const struct pixels *pixels, int step, struct grey *frame)
{
	size_t line = (size_t)pixels->line;

	if (pixels->line < pixels->width * step ||
	    pixels->size < line * (size_t)(pixels->height - 1) +
			       (size_t)(pixels->width * step) ||
	    grey_size(frame, pixels->width, pixels->height) != STATUS_OK)
		return false;
	for (int y = 0; y < frame->height; y++) {
		const unsigned char *from = pixels->bytes + line * (size_t)y;
		unsigned char *to = frame->pixels + y * frame->stride;

		for (int x = 0; x < frame->width; x++)
			to[x] = from[x * step];
	}
	return true;
}

/* libjpeg's errors come back here instead of ending the program. */
struct jpeg_fault {
	struct jpeg_error_mgr manager;
	jmp_buf back;
};

static void fault_leave(j_common_ptr jpeg)
{
	struct jpeg_fault *fault = (struct jpeg_fault *)jpeg->err;

	longjmp(fault->back, 1);
}

static void fault_hush(j_common_ptr jpeg, int level)
{
	/* A damaged picture is dropped, not shown in part. */
	if (level < 0)
		fault_leave(jpeg);
}

static void read_jpeg_rows(j_decompress_ptr jpeg, struct grey *frame)
{
	while (jpeg->output_scanline < jpeg->output_height) {
		JSAMPROW row =
		    frame->pixels + (int)jpeg->output_scanline * frame->stride;

		jpeg_read_scanlines(jpeg, &row, 1);
	}
}

static bool read_jpeg(const struct pixels *pixels, struct grey *frame)
{
	struct jpeg_decompress_struct jpeg;
	struct jpeg_fault fault;
	volatile bool good = false;

	jpeg.err = jpeg_std_error(&fault.manager);
	fault.manager.error_exit = fault_leave;
	fault.manager.emit_message = fault_hush;
	jpeg_create_decompress(&jpeg);
	if (setjmp(fault.back))
		goto out;
	jpeg_mem_src(&jpeg, pixels->bytes, pixels->size);
	jpeg_read_header(&jpeg, TRUE);
	/* Only the light is unpacked: no colours. */
	jpeg.out_color_space = JCS_GRAYSCALE;
	if (!side_is_good((long)jpeg.image_width) ||
	    !side_is_good((long)jpeg.image_height) ||
	    grey_size(frame, (int)jpeg.image_width, (int)jpeg.image_height) !=
		STATUS_OK)
		goto out;
	jpeg_start_decompress(&jpeg);
	read_jpeg_rows(&jpeg, frame);
	jpeg_finish_decompress(&jpeg);
	good = true;
out:
	jpeg_destroy_decompress(&jpeg);
	return good;
}

bool camera_pixels_read(const struct pixels *pixels, struct grey *frame)
{
	if (pixels->format == PIXELS_MJPEG)
		return pixels->size && read_jpeg(pixels, frame);
	if (!side_is_good(pixels->width) || !side_is_good(pixels->height))
		return false;
	return read_rows(pixels, pixels->format == PIXELS_YUYV ? 2 : 1, frame);
}
