/* page.h - the parts of index.html, each writing itself in one language.
 *
 * The page is plain HTML: no scripts, nothing loaded from elsewhere, all of the
 * meeting's words escaped. Bars are SVG for the eye; their numbers always stand
 * beside them as text.
 */
#ifndef STEMMEBOKS_PAGE_H
#define STEMMEBOKS_PAGE_H

#include <stdint.h>
#include <stdio.h>

#include "tools/bundle/bundle.h"

struct page {
	const struct bundle *bundle;
	int language;	  /* index into meeting.languages: of the titles */
	const char *code; /* "da": its name, in ids */
	/* What the words are in: `code`, or "en" where that has no words. */
	const char *words;
	FILE *out;
};

/* A colour that has a name in the style sheet, as in the kiosk's theme. */
struct page_colour {
	const char *name; /* "primary": --primary */
	uint32_t light, dark;
};
extern const struct page_colour page_colours[]; /* NULL name at the end */

/* "rtl" for the languages that are written so, else "ltr". */
const char *page_direction(const char *language);

/* TEXT with what HTML would act on escaped; control characters become "?". */
void page_escape(const char *text, FILE *out);

/* Words as printf() makes them of FORMAT, escaped; longer ones than any
 * sentence is are cut. */
void page_say(const struct page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* TEXT of the meeting, escaped and set apart from its surroundings, marked
 * where it is in another language than the words around it. */
void page_text(const struct page *page, const struct text *text);

/* Proposal INDEX's title, likewise. */
void page_title(const struct page *page, int index);

/* An amount of money, escaped. */
void page_money(const struct page *page, int64_t minor);

/* <TAG> words </TAG>, escaped; CLASS may be NULL. */
void page_element(const struct page *page, const char *tag, const char *class,
		  const char *words);

/* A part of the page with TITLE as its heading; NAME, after the language's
 * code, is its id. */
void page_section(const struct page *page, const char *name, const char *title);
void page_section_end(const struct page *page);

/* The lines of TEXT, which are plain sentences, as paragraphs; TEXT is used up.
 */
void page_lines(const struct page *page, char *text);

/* A bar of VALUE out of MOST (at least 1), solid or, if not FUNDED, hatched;
 * hidden from those who hear the page. */
void page_bar(const struct page *page, int64_t value, int64_t most,
	      bool funded);

/* The style sheet, and the hatching that bars refer to. */
void page_style(const struct meeting *meeting, FILE *out);
void page_patterns(FILE *out);

/* The parts below the head of a language, in this order. STATUS_MEMORY. */
enum status page_pot(const struct page *page, int pot);
enum status page_hand(const struct page *page); /* nothing without a count */
void page_slips(const struct page *page);
void page_next(const struct page *page); /* nothing where nothing is said */
void page_rules(const struct page *page);
void page_checks(const struct page *page);

#endif
