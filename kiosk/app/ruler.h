/* ruler.h - how many pixels of this screen are a millimetre, by a real ruler.
 *
 * Screens say of themselves what is often wrong; the sizes of buttons and
 * letters hang on it.
 */
#ifndef STEMMEBOKS_RULER_H
#define STEMMEBOKS_RULER_H

#include <stddef.h>

#include "core/status.h"

struct kiosk_options;
struct ui;

enum { RULER_MM = 100 };

/* Shows a line that is to be RULER_MM long on the display of OPTIONS, and what
 * makes it longer and shorter, until it is kept or the program is asked to end.
 * What is kept is for displays of this many pixels, and for this user.
 *
 * STATUS_OK; a status of program_window(); STATUS_FILE_WRITE. */
enum status ruler_run(const struct kiosk_options *options);

/* Draws one frame of it at HUNDREDTHS of a pixel per millimetre; returns what
 * they are after a touch, or -1 when they are to be kept. */
int ruler_draw(struct ui *ui, int hundredths);

/* The pixels on a millimetre that were kept for a display of WIDTH_PX by
 * HEIGHT_PX, in file PATH; 0 when none were, or the file says something else.
 */
double ruler_read(const char *path, int width_px, int height_px);

/* Keeps HUNDREDTHS for such a display in file PATH, whose folder is made when
 * it is not there; in place of what was kept. STATUS_FILE_WRITE leaves the file
 * as it was. */
enum status ruler_keep(const char *path, int width_px, int height_px,
		       int hundredths);

/* What was kept for the display and window of OPTIONS, 0 for nothing. */
double ruler_kept(const struct kiosk_options *options);

/* The file of this user. A status of place_own(). */
enum status ruler_path(char *ret_path, size_t size);

#endif
