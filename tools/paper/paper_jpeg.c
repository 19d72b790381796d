#include "tools/paper/paper_jpeg.h"

#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#include "core/pixels.h"

enum { QUALITY = 92, SPARE_BYTES = 1 << 16 };

struct encoder {
	struct jpeg_compress_struct jpeg;
	struct jpeg_error_mgr errors;
	jmp_buf failed;
	unsigned char *room;  /* for more than it takes, whatever the picture */
	unsigned char *bytes; /* what was written: in the room */
	unsigned long length;
};

static void fail(j_common_ptr jpeg)
{
	struct encoder *encoder = jpeg->client_data;

	longjmp(encoder->failed, 1);
}

/* Longjmps when it cannot. No colour is stored coarser than its brightness:
 * that would blur the edges of what was drawn. */
static void encode(struct encoder *encoder, const struct pixels *pixels)
{
	struct jpeg_compress_struct *jpeg = &encoder->jpeg;
	const size_t row_bytes = 3 * (size_t)pixels->width;

	encoder->length = 2 * row_bytes * (size_t)pixels->height + SPARE_BYTES;
	encoder->room = encoder->bytes = malloc(encoder->length);
	jpeg_create_compress(jpeg);
	if (!encoder->room)
		longjmp(encoder->failed, 1);
	jpeg_mem_dest(jpeg, &encoder->bytes, &encoder->length);
	jpeg->image_width = (JDIMENSION)pixels->width;
	jpeg->image_height = (JDIMENSION)pixels->height;
	jpeg->input_components = 3;
	jpeg->in_color_space = JCS_RGB;
	jpeg_set_defaults(jpeg);
	jpeg_set_quality(jpeg, QUALITY, TRUE);
	jpeg->comp_info[0].h_samp_factor = 1;
	jpeg->comp_info[0].v_samp_factor = 1;
	jpeg->optimize_coding = TRUE;
	jpeg_start_compress(jpeg, TRUE);
	while (jpeg->next_scanline < jpeg->image_height) {
		/* The library writes into no row. */
		JSAMPROW row =
		    (JSAMPROW)pixels->rows + row_bytes * jpeg->next_scanline;

		jpeg_write_scanlines(jpeg, &row, 1);
	}
	jpeg_finish_compress(jpeg);
}

static bool encoded(struct encoder *encoder, const struct pixels *pixels)
{
	if (setjmp(encoder->failed))
		return false;
	encode(encoder, pixels);
	return true;
}

unsigned char *paper_jpeg(const struct pixels *pixels, size_t *ret_length)
{
	struct encoder *encoder = calloc(1, sizeof(*encoder));
	unsigned char *bytes = NULL;

	if (!encoder)
		return NULL;
	encoder->jpeg.err = jpeg_std_error(&encoder->errors);
	encoder->jpeg.client_data = encoder;
	encoder->errors.error_exit = fail;
	if (encoded(encoder, pixels))
		bytes = realloc(encoder->room, encoder->length);
	if (bytes)
		*ret_length = encoder->length;
	else
		free(encoder->room);
	jpeg_destroy_compress(&encoder->jpeg);
	free(encoder);
	return bytes;
}
