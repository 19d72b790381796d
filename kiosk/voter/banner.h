/* banner.h - a sentence that comes up over a screen: what just cannot be. */
#ifndef STEMMEBOKS_BANNER_H
#define STEMMEBOKS_BANNER_H

struct ui;
struct voter_view;

/* The session's banner, if it has one, where this screen has room for it. */
void banner_draw(struct ui *ui, const struct voter_view *view);

#endif
