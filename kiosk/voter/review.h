/* review.h - how many chosen proposals a page of the review holds. */
#ifndef STEMMEBOKS_REVIEW_H
#define STEMMEBOKS_REVIEW_H

struct ui;
struct voter_view;

/* Rows that fit beside a heading for each pot, and a line for each pot in which
 * nothing is chosen; at least 1. */
int review_size(const struct ui *ui, const struct voter_view *view);

#endif
