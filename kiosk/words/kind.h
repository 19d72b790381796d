/* kind.h - whom a slip is for, in words. */
#ifndef STEMMEBOKS_KIND_H
#define STEMMEBOKS_KIND_H

/* The word for slips of KIND ("adult") in the language set by
 * words_language(); one without a word of its own stands as organisers typed
 * it. Static, or KIND. */
const char *kind_text(const char *kind);

#endif
