/* paper_mark.h - what says on every page of a practice meeting that it is one.
 */
#ifndef STEMMEBOKS_PAPER_MARK_H
#define STEMMEBOKS_PAPER_MARK_H

struct meeting;
struct sheet;

/* Draws, in the margin above the page and all across it, the word for practice
 * in LANGUAGE of MEETING, which the words are in, and in another of its
 * languages: the room's, or where that is LANGUAGE its second, if our fonts
 * have its letters. Moves nothing; of a meeting that is not practice, nothing.
 */
void mark_draw(struct sheet *sheet, const struct meeting *meeting,
	       int language);

#endif
