/* spoken.h - text as it is read aloud: short forms become words.
 */
#ifndef STEMMEBOKS_SPOKEN_H
#define STEMMEBOKS_SPOKEN_H

/* TEXT (UTF-8) with the short forms of LANGUAGE's rows in spoken.def written
 * out: "25.000 kr." becomes "25.000 kroner", and the full stop stays where a
 * sentence ends with it. NULL when memory is out. The caller overwrites and
 * frees it. */
char *spoken_text(const char *language, const char *text);

#endif
