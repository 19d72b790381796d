/* build_images.h - the pictures beside a meeting file. */
#ifndef STEMMEBOKS_BUILD_IMAGES_H
#define STEMMEBOKS_BUILD_IMAGES_H

#include "core/meeting.h"

/* Copies the images that MEETING's proposals name from FOLDER into the new
 * folder IMAGES, on disk when it returns. STATUS_INPUT when one is no
 * longer the one that was hashed; STATUS_FILE_WRITE, STATUS_MEMORY: IMAGES is
 * then not there. */
enum status build_images(const struct meeting *meeting, const char *folder,
			 const char *images);

/* Takes IMAGES and the files in it away again. */
void build_images_remove(const char *images);

#endif
