/* bundle_render.h - a bundle as the files of its folder. */
#ifndef STEMMEBOKS_BUNDLE_RENDER_H
#define STEMMEBOKS_BUNDLE_RENDER_H

#include <jansson.h>

#include "tools/bundle/bundle.h"
#include "tools/bundle/bundle_files.h"

/* Adds every file of the folder to FILES, which must be empty, SHA256SUMS last.
 * votes.csv, free-slots.csv and the pots' files are left out when single
 * ballots are not shown. The same bundle gives the same bytes, in this
 * version's words. result.json holds the sums of audit.csv and slips.csv, which
 * follow from nothing else. The language of the words is as before afterwards.
 *
 * STATUS_MEMORY or STATUS_DAMAGED (a pot's key that cannot name a file); free
 * with bundle_files_free() in any case. */
enum status bundle_render(const struct bundle *bundle,
			  struct bundle_files *files);

/* Whether a file of every folder, or of those with single ballots, is called
 * NAME; the pots' and SHA256SUMS are not meant. */
bool bundle_names(const char *name);

/* Puts FILES in the order of their names and adds SHA256SUMS, their sums, as
 * `sha256sum -c` reads it. */
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

/* The result as JSON, the same for result.json and for --json: numbers only,
 * amounts in øre. Without memory NULL. */
json_t *bundle_result_json(const struct bundle *bundle,
			   const struct result *result);

/* "funded", "too-dear": as files and --json say it. Static. */
const char *outcome_name(enum outcome outcome);

/* 25000 or 25000,50 (with POINT for the comma), as spreadsheets read it. */
void bundle_write_amount(int64_t minor, char point, FILE *out);

/* TEXT as one cell of a file separated by semicolons: quoted where it must be,
 * on one line, and harmless: a cell that a spreadsheet would run (it begins
 * with = + - @) gets an apostrophe in front. */
void bundle_write_cell(const char *text, FILE *out);

/* BYTES of SIZE as small hexadecimal digits. */
void bundle_write_hex(const unsigned char *bytes, size_t size, FILE *out);

#endif
