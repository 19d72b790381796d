/* paper_maker.h - the libraries that draw our pages, by their versions.
 *
 * The same values give the same PDF, byte for byte, as long as these are the
 * same; others may draw the same page with other bytes.
 */
#ifndef STEMMEBOKS_PAPER_MAKER_H
#define STEMMEBOKS_PAPER_MAKER_H

enum { PAPER_MAKERS = 4 };

struct paper_maker {
	const char *library; /* "cairo" */
	const char *version; /* "1.16.0" */
};

/* Those of this machine, always in the same order. The texts are static. */
void paper_makers(struct paper_maker ret_makers[PAPER_MAKERS]);

#endif
