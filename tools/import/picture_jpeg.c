#include "tools/import/picture.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

#include "core/status.h"
#include "words/words.h"

enum {
	SCANS = 200, /* no camera makes more; a trap has thousands */
	EXIF = JPEG_APP0 + 1,
	EXIF_BYTES = 0xffff,
	TAG_ORIENTATION = 0x0112, /* Exif 2.3, 4.6.4 A */
	ENTRY_BYTES = 12,
};

struct decoder {
	struct jpeg_decompress_struct jpeg;
	struct jpeg_error_mgr errors;
	struct jpeg_progress_mgr progress;
	jmp_buf failed;
	unsigned char *rows; /* all pixels */
	enum picture_turn turn;
	bool damaged;
};

static void fail(j_common_ptr jpeg)
{
	struct decoder *decoder = jpeg->client_data;

	longjmp(decoder->failed, 1);
}

/* Warnings (level below 0) are missing pixels, except stray bytes between
 * parts, which some telephones write. */
static void note(j_common_ptr jpeg, int level)
{
	struct decoder *decoder = jpeg->client_data;
	int code = jpeg->err->msg_code;

	if (level < 0 && code != JWRN_EXTRANEOUS_DATA &&
	    code != JWRN_ADOBE_XFORM)
		decoder->damaged = true;
}

static void limit_scans(j_common_ptr jpeg)
{
	struct decoder *decoder = jpeg->client_data;

	if (decoder->jpeg.input_scan_number > SCANS)
		longjmp(decoder->failed, 1);
}

static unsigned number_at(const unsigned char *bytes, int size, bool big)
{
	unsigned value = 0;

	for (int i = 0; i < size; i++)
		value |= (unsigned)bytes[i] << 8 * (big ? size - 1 - i : i);
	return value;
}

/* The orientation in an Exif note (a TIFF header and its first directory after
 * "Exif\0\0"), or upright. */
static enum picture_turn exif_turn(const unsigned char *bytes, size_t length)
{
	const unsigned char *tiff = bytes + 6;
	size_t size, at;
	unsigned count;
	bool big;

	if (length < 6 + 8 || memcmp(bytes, "Exif\0", 6) != 0)
		return PICTURE_UPRIGHT;
	size = length - 6;
	big = memcmp(tiff, "MM", 2) == 0;
	at = number_at(tiff + 4, 4, big);
	if (at > size || size - at < 2)
		return PICTURE_UPRIGHT;
	count = number_at(tiff + at, 2, big);
	for (at += 2; count > 0 && size - at >= ENTRY_BYTES; count--) {
		unsigned value = number_at(tiff + at + 8, 2, big);

		if (number_at(tiff + at, 2, big) == TAG_ORIENTATION)
			return value >= PICTURE_UPRIGHT &&
				       value <= PICTURE_TURNED_LEFT
				   ? (enum picture_turn)value
				   : PICTURE_UPRIGHT;
		at += ENTRY_BYTES;
	}
	return PICTURE_UPRIGHT;
}

/* What the first note says that turns the picture. */
static enum picture_turn turn_of(const struct jpeg_decompress_struct *jpeg)
{
	enum picture_turn turn = PICTURE_UPRIGHT;

	for (jpeg_saved_marker_ptr marker = jpeg->marker_list;
	     marker && turn == PICTURE_UPRIGHT; marker = marker->next)
		if (marker->marker == EXIF)
			turn = exif_turn(marker->data, marker->data_length);
	return turn;
}

/* Decodes what lies in DECODER; longjmps when it cannot. */
static const char *decode(struct decoder *decoder)
{
	struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
	size_t row_bytes;

	jpeg_save_markers(jpeg, EXIF, EXIF_BYTES);
	jpeg_read_header(jpeg, TRUE);
	if ((uint64_t)jpeg->image_width * jpeg->image_height > PICTURE_PIXELS)
		return picture_large;
	if (jpeg->num_components == 4)
		return N_("The picture is saved for printing (CMYK). Save it "
			  "as an ordinary (RGB) JPEG.");
	/* The notes are gone once the decoding is finished. */
	decoder->turn = turn_of(jpeg);
	jpeg->out_color_space = JCS_RGB;
	jpeg_start_decompress(jpeg);
	row_bytes = (size_t)jpeg->output_width * 3;
	decoder->rows = malloc(row_bytes * jpeg->output_height);
	if (!decoder->rows)
		return status_text(STATUS_MEMORY);
	while (jpeg->output_scanline < jpeg->output_height) {
		JSAMPROW row =
		    decoder->rows + row_bytes * jpeg->output_scanline;

		jpeg_read_scanlines(jpeg, &row, 1);
	}
	jpeg_finish_decompress(jpeg);
	return decoder->damaged ? picture_damaged : NULL;
}

const char *picture_decode_jpeg(const unsigned char *bytes, size_t length,
				struct picture *ret_picture)
{
	struct decoder *decoder = calloc(1, sizeof(*decoder));
	const char *why;

	if (!decoder)
		return status_text(STATUS_MEMORY);
	decoder->jpeg.err = jpeg_std_error(&decoder->errors);
	decoder->jpeg.client_data = decoder;
	decoder->errors.error_exit = fail;
	decoder->errors.emit_message = note;
	decoder->progress.progress_monitor = limit_scans;
	if (setjmp(decoder->failed)) {
		why = picture_damaged;
	} else {
		jpeg_create_decompress(&decoder->jpeg);
		decoder->jpeg.progress = &decoder->progress;
		jpeg_mem_src(&decoder->jpeg, bytes, length);
		why = decode(decoder);
		if (!why) {
			*ret_picture =
			    (struct picture){(int)decoder->jpeg.image_width,
					     (int)decoder->jpeg.image_height,
					     decoder->turn, decoder->rows};
			decoder->rows = NULL;
		}
	}
	jpeg_destroy_decompress(&decoder->jpeg);
	free(decoder->rows);
	free(decoder);
	return why;
}
