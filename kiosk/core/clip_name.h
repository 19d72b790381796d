/* clip_name.h - what the recording of a text is called.
 *
 * Organisers and residents record texts, one WAV file a text, in the folder
 * clips/LANGUAGE/ (LANGUAGE as in assets/lang: "so", "ti"):
 *
 *   proposal-12-title.wav   proposal 12's title
 *   proposal-12-body.wav    proposal 12's text
 *   0b1c2d3e4f5a.wav        a sentence of the program: the first 12 hexadecimal
 *                           digits of the SHA-256 of its English original,
 *                           the msgid of the catalogue:
 *                           printf %s 'Choose a language' | sha256sum
 *   language.wav            the language's own name
 *
 * A sentence that is filled in ("%d left") is not one text and has no clip.
 */
#ifndef STEMMEBOKS_CLIP_NAME_H
#define STEMMEBOKS_CLIP_NAME_H

#include <stdbool.h>

/* Bytes with the NUL, without ".wav". */
enum { CLIP_NAME_BYTES = 32 };

enum clip_part { CLIP_TITLE, CLIP_BODY };

/* The name of the language's own name. */
#define CLIP_LANGUAGE "language"

/* The name of the sentence MSGID: 12 small hexadecimal digits. */
void clip_name_of_text(const char *msgid, char ret_name[CLIP_NAME_BYTES]);

/* "proposal-12-title". NUMBER: as printed on the proposal, 1 or more. */
void clip_name_of_proposal(int number, enum clip_part part,
			   char ret_name[CLIP_NAME_BYTES]);

/* Whether NAME can be a file's name: small letters, digits and hyphens, and
 * shorter than CLIP_NAME_BYTES. The codes of languages are of the same kind. */
bool clip_name_valid(const char *name);

#endif
