/* definition_names.h - words that stand for a meeting's choices in JSON. */
#ifndef STEMMEBOKS_DEFINITION_NAMES_H
#define STEMMEBOKS_DEFINITION_NAMES_H

/* The first member of every definition: another one is not read. */
#define DEFINITION_FORMAT "stemmeboks meeting 2"

/* Indexed by enum misfit and enum live; NULL at the end. */
extern const char *const definition_misfits[];
extern const char *const definition_lives[];

#endif
