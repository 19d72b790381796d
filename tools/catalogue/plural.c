#include "tools/catalogue/plural.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 40, LEVELS = 6 };

/* An expression being worked out, from AT on. */
struct walk {
	const char *at;
	unsigned long number;
	int depth;
	bool wrong;
};

static unsigned long choice(struct walk *walk);

/* The operators from the loosest to the tightest; the longer of two that begin
 * alike stands first. */
static const char *const levels[LEVELS][4] = {
    {"||"},	{"&&"},		 {"==", "!="}, {"<=", ">=", "<", ">"},
    {"+", "-"}, {"*", "/", "%"},
};

static void blanks(struct walk *walk)
{
	while (*walk->at == ' ' || *walk->at == '\t')
		walk->at++;
}

/* Steps over TEXT if it comes next. */
static bool took(struct walk *walk, const char *text)
{
	size_t length = strlen(text);

	blanks(walk);
	if (strncmp(walk->at, text, length) != 0)
		return false;
	walk->at += length;
	return true;
}

/* A number, n, !x or (x). */
static unsigned long single(struct walk *walk)
{
	unsigned long value = 0;

	walk->wrong |= walk->depth == DEPTH;
	if (walk->wrong)
		return 0;
	blanks(walk);
	walk->depth++;
	if (isdigit((unsigned char)*walk->at)) {
		char *end;

		value = strtoul(walk->at, &end, 10);
		walk->at = end;
	} else if (took(walk, "n")) {
		value = walk->number;
	} else if (strncmp(walk->at, "!=", 2) != 0 && took(walk, "!")) {
		value = !single(walk);
	} else if (took(walk, "(")) {
		value = choice(walk);
		walk->wrong |= !took(walk, ")");
	} else {
		walk->wrong = true;
	}
	walk->depth--;
	return value;
}

static unsigned long apply(struct walk *walk, const char *name, unsigned long a,
			   unsigned long b)
{
	bool equal = name[1] == '=';

	switch (name[0]) {
	case '|':
		return a || b;
	case '&':
		return a && b;
	case '=':
		return a == b;
	case '!':
		return a != b;
	case '<':
		return equal ? a <= b : a < b;
	case '>':
		return equal ? a >= b : a > b;
	case '+':
		return a + b;
	case '-':
		return a - b;
	case '*':
		return a * b;
	default:
		walk->wrong |= b == 0;
		if (b == 0)
			return 0;
		return name[0] == '/' ? a / b : a % b;
	}
}

static unsigned long level_value(struct walk *walk, int level)
{
	unsigned long value;
	const char *name;

	if (level == LEVELS)
		return single(walk);
	value = level_value(walk, level + 1);
	do {
		name = NULL;
		for (int i = 0; i < 4 && levels[level][i] && !name; i++)
			if (took(walk, levels[level][i]))
				name = levels[level][i];
		if (name)
			value = apply(walk, name, value,
				      level_value(walk, level + 1));
	} while (name && !walk->wrong);
	return value;
}

static unsigned long choice(struct walk *walk)
{
	unsigned long value = level_value(walk, 0), yes, no;

	if (walk->wrong || !took(walk, "?"))
		return value;
	walk->depth++;
	walk->wrong |= walk->depth > DEPTH;
	yes = walk->wrong ? 0 : choice(walk);
	walk->wrong |= !took(walk, ":");
	no = walk->wrong ? 0 : choice(walk);
	walk->depth--;
	return value ? yes : no;
}

bool plural_value(const char *expression, unsigned long number,
		  unsigned long *ret_value)
{
	struct walk walk = {expression, number, 0, false};
	unsigned long value = choice(&walk);

	blanks(&walk);
	if (walk.wrong || *walk.at)
		return false;
	*ret_value = value;
	return true;
}

/* What follows NAME and an equals sign at AT; NULL if they are not there. */
static const char *after(const char *at, const char *name)
{
	struct walk walk = {at, 0, 0, false};

	return took(&walk, name) && took(&walk, "=") ? walk.at : NULL;
}

/* Takes RULE apart; false when it is not so written. */
static bool rule_read(const char *rule, struct plural *plural)
{
	const char *at = after(rule, "nplurals"), *end;
	char *behind;
	long forms;

	if (!at)
		return false;
	forms = strtol(at, &behind, 10);
	if (behind == at || forms < 1 || forms > PLURAL_FORMS)
		return false;
	plural->forms = (int)forms;
	at = behind + strspn(behind, " ");
	at = *at == ';' ? after(at + 1, "plural") : NULL;
	if (!at)
		return false;
	end = at + strcspn(at, ";");
	/* Nothing but blanks and one semicolon may follow. */
	if ((size_t)(end - at) >= sizeof(plural->expression) ||
	    (*end && end[1 + strspn(end + 1, " ")]))
		return false;
	snprintf(plural->expression, sizeof(plural->expression), "%.*s",
		 (int)(end - at), at);
	return true;
}

bool plural_read(const char *rule, struct plural *ret_plural)
{
	struct plural plural = {0};

	if (!rule_read(rule, &plural))
		return false;
	for (unsigned long n = 0; n < PLURAL_TRIED; n++) {
		unsigned long form;

		if (!plural_value(plural.expression, n, &form) ||
		    form >= (unsigned long)plural.forms)
			return false;
		plural.uses[form]++;
	}
	*ret_plural = plural;
	return true;
}
