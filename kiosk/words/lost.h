/* lost.h - ballots that are missing with a box that was left out, as one
 * sentence for the room. */
#ifndef STEMMEBOKS_LOST_TEXT_H
#define STEMMEBOKS_LOST_TEXT_H

enum { LOST_TEXT = 512 };

/* Of LOST slips whose ballots are missing, in the current language: "" for
 * none; below 0: there are fewer than LEAST, and the number is not told. */
void lost_text(int lost, int least, char ret_text[LOST_TEXT]);

#endif
