/* bundle_render.h - a bundle as the files of its folder. */
#ifndef STEMMEBOKS_BUNDLE_RENDER_H
#define STEMMEBOKS_BUNDLE_RENDER_H

#include <jansson.h>

#include "tools/bundle/bundle.h"
#include "tools/bundle/bundle_files.h"

/* Adds every file of the folder but the signature to FILES, which must be
 * empty, SHA256SUMS last: bundle_sign() comes next. BUNDLE must have its
 * signer. Files that BUNDLE does not have (bundle_has()) are left out. The same
 * bundle gives the same bytes, in this version's words, the PDFs with the same
 * libraries (bundle_makers_here()). result.json holds the sums of audit.csv and
 * slips.csv, which follow from nothing else. The language of the words is as
 * before afterwards.
 *
 * STATUS_MEMORY, STATUS_FILE_MISSING without our fonts, or STATUS_DAMAGED (a
 * pot's key that cannot name a file); free with bundle_files_free() in any
 * case. */
enum status bundle_render(const struct bundle *bundle,
			  struct bundle_files *files);

/* The same in stages, to be done one after the other: what takes long comes
 * late. */
enum render_stage {
	RENDER_NUMBERS, /* the tables and result.json */
	RENDER_WORDS,	/* what people read in words */
	RENDER_PAPER,	/* the PDFs */
	RENDER_SUMS,	/* SHA256SUMS, and FILES in the order of their names */
	RENDER_STAGES,
};

/* Adds the files of STAGE to FILES. For a bundle that was read from PUBLISHED
 * (else NULL) PDFs that other libraries made are taken from there, empty ones
 * where they are not. As bundle_render(). */
enum status bundle_render_stage(const struct bundle *bundle,
				const struct bundle_files *published,
				enum render_stage stage,
				struct bundle_files *files);

/* Whether a file of every folder, or of some, is called NAME; the pots' and
 * SHA256SUMS are not meant. */
bool bundle_names(const char *name);

/* Whether BUNDLE has the file called NAME, or the pots' for "*.pb": without
 * single ballots to show votes.csv, free-slots.csv and those are missing, and
 * take-home.pdf where all proposals got all they asked for. */
bool bundle_has(const struct bundle *bundle, const char *name);

/* Whether the file called NAME is not made of lines of text. */
bool bundle_binary(const char *name);

/* Puts FILES in the order of their names and adds SHA256SUMS, the sums of all
 * but a signature, as `sha256sum -c` reads it. */
enum status bundle_sums_add(struct bundle_files *files);

/* The single files. POT narrows to one pot; -1 for all. What is not known yet
 * (votes before closing, money before counting) is left empty. */
void bundle_write_votes(const struct bundle *bundle, int pot, FILE *out);
void bundle_write_free(const struct bundle *bundle, FILE *out);
void bundle_write_proposals(const struct bundle *bundle, int pot, FILE *out);
void bundle_write_slips(const struct bundle *bundle, FILE *out);
void bundle_write_audit(const struct bundle *bundle, FILE *out);
void bundle_write_pabulib(const struct bundle *bundle, int pot, FILE *out);

/* What only the whole folder has: words in every language of the meeting, one
 * language after the other. */
void bundle_write_steps(const struct bundle *bundle, FILE *out);
void bundle_write_readme(const struct bundle *bundle, FILE *out);

/* What each file holds, in words: README.txt and index.html list those that
 * bundle_has(). A row with "*.pb" stands for the files of the pots. NULL name
 * at the end. */
extern const struct bundle_told {
	const char *name;
	const char *text; /* a gettext key */
} bundle_told[];

/* Parts of steps.txt, in lines of the language that words_language() was set to
 * and that LANGUAGE is the index of: decision INDEX, and the count by hand,
 * which there must be. */
void bundle_write_decision(const struct bundle *bundle, int index, int language,
			   FILE *out);
void bundle_write_hand(const struct bundle *bundle, FILE *out);

/* index.html: all of it for people with a browser, in every language of the
 * meeting, without scripts and without anything from elsewhere. STATUS_MEMORY.
 */
enum status bundle_write_page(const struct bundle *bundle, FILE *out);

/* The result as JSON, the same for --json and, but for the sums, the signer and
 * the makers of the PDFs, for result.json: numbers only, amounts in øre. RESULT
 * is of the decisions of BUNDLE. Without memory NULL. */
json_t *bundle_result_json(const struct bundle *bundle,
			   const struct result *result);

/* COLLECTED as an array, a box each; "missing" is why one was left out. NULL
 * without memory. */
/* {"3": 12, …}: VOTES, in ballot order, by the number of their proposal. */
json_t *bundle_votes_json(const struct meeting *meeting, const int64_t *votes);
json_t *bundle_slips_json(const struct roll_count *roll);
json_t *bundle_boxes_json(const struct collected *collected);

/* "funded", "too-dear": as files and --json say it. Static. */
const char *outcome_name(enum outcome outcome);

/* KIND as the files spell it: "award". Static. */
const char *step_name(enum step_kind kind);

/* 25000 or 25000,50 (with POINT for the comma), as spreadsheets read it. */
void bundle_write_amount(int64_t minor, char point, FILE *out);

/* TEXT as one cell of a file separated by semicolons: quoted where it must be,
 * on one line, and harmless: a cell that a spreadsheet would run (it begins
 * with = + - @) gets an apostrophe in front. */
void bundle_write_cell(const char *text, FILE *out);

/* BYTES of SIZE as small hexadecimal digits. */
void bundle_write_hex(const unsigned char *bytes, size_t size, FILE *out);

#endif
