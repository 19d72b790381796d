/* build_images.h - the pictures beside a meeting file. */
#ifndef STEMMEBOKS_BUILD_IMAGES_H
#define STEMMEBOKS_BUILD_IMAGES_H

#include "core/meeting.h"

/* Decodes the images that MEETING's proposals name in FOLDER and writes what
 * screens show of them (picture_plain.h) into the new folder IMAGES, on disk
 * when it returns; MEETING then names those, with their hashes. STATUS_INPUT
 * when one is no longer the one that was hashed; STATUS_FILE_WRITE,
 * STATUS_MEMORY: IMAGES is then not there, and MEETING is to be freed. Where
 * IMAGES is there with just these already, as after a cut of the power, it
 * stays so; STATUS_FILE_EXISTS: it is there with others. */
enum status build_images(struct meeting *meeting, const char *folder,
			 const char *images);

/* Copies the plain pictures of MEETING from FOLDER, likewise. */
enum status build_images_copy(const struct meeting *meeting, const char *folder,
			      const char *images);

/* Takes IMAGES and the files in it away again. */
void build_images_remove(const char *images);

#endif
