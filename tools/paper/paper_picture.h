/* paper_picture.h - a proposal's picture on a page. */
#ifndef STEMMEBOKS_PAPER_PICTURE_H
#define STEMMEBOKS_PAPER_PICTURE_H

#include "core/status.h"

struct sheet;

/* A picture beside the meeting file, and how many pixels it has. */
struct paper_picture {
	const char *name; /* in its folder */
	int width, height;
};

/* Looks at the picture NAME (borrowed) in the folder open as FOLDER.
 * STATUS_FILE_READ when it cannot be read or shown. */
enum status picture_look(int folder, const char *name,
			 struct paper_picture *ret_picture);

/* How high PICTURE is where it is WIDTH wide. */
double picture_height(const struct paper_picture *picture, double width);

/* How wide it is then in a box that large: all of the box, or less of it where
 * too much would be cut off (picture_draw()). */
double picture_width(const struct paper_picture *picture, double width,
		     double height);

/* Draws PICTURE in the middle of a box that begins FROM the start, with its top
 * at Y. It fills the box, its edges cut off, unless too much of it would be
 * lost: then all of it is shown. Nothing is read in a dry run; it goes
 * into the document as a JPEG, and once only however often it is drawn. A
 * failure is the sheet's: STATUS_FILE_READ or STATUS_MEMORY. */
void picture_draw(struct sheet *sheet, int folder,
		  const struct paper_picture *picture, double from, double y,
		  double width, double height);

#endif
