#include "tools/commands/election_text.h"

#include <stdio.h>
#include <string.h>

#include "core/money.h"
#include "tools/pabulib/pabulib.h"
#include "tools/pabulib/pabulib_rows.h"
#include "words/language.h"
#include "words/words.h"

#define NO_BREAK_SPACE "\u00a0"

void election_shown(const char *text, char *ret_shown, size_t size)
{
	span_show((struct span){text, strlen(text)}, ret_shown, size);
}

struct election_named election_named_of(const struct pabulib *pabulib)
{
	return (struct election_named){pabulib->election, pabulib->names,
				       pabulib->meta[PABULIB_CURRENCY].text};
}

/* The current language's marks; of one that organisers added: as in Danish. */
static const struct language *marks(void)
{
	const struct language *language = language_find(words_language(NULL));

	return language ? language : language_find("da");
}

void election_amount(const struct election_named *named, int64_t minor,
		     char ret_text[ELECTION_AMOUNT])
{
	const struct language *language = marks();
	char amount[MONEY_TEXT], shown[16];

	money_format(minor, language->thousands, language->decimal, amount);
	election_shown(named->currency ? named->currency : "", shown,
		       sizeof(shown));
	snprintf(ret_text, ELECTION_AMOUNT, "%s%s%s", amount,
		 *shown ? NO_BREAK_SPACE : "", shown);
}

bool election_amount_rounded(const struct election_named *named,
			     mpq_srcptr minor, char ret_text[ELECTION_AMOUNT])
{
	const bool whole = mpz_cmp_ui(mpq_denref(minor), 1) == 0;
	bool fits;
	mpz_t twice, half;

	/* floor((2 a + b) / 2 b) of a/b. */
	mpz_init(twice);
	mpz_init(half);
	mpz_mul_2exp(half, mpq_numref(minor), 1);
	mpz_add(half, half, mpq_denref(minor));
	mpz_mul_2exp(twice, mpq_denref(minor), 1);
	mpz_fdiv_q(half, half, twice);
	fits = mpz_fits_slong_p(half);
	if (fits)
		election_amount(named, mpz_get_si(half), ret_text);
	else
		snprintf(ret_text, ELECTION_AMOUNT, "?");
	mpz_clear(twice);
	mpz_clear(half);
	return whole && fits;
}

void election_project(const struct election_named *named, int project,
		      char ret_text[ELECTION_LABEL])
{
	char id[ELECTION_LABEL / 2], name[ELECTION_LABEL / 2];

	election_shown(named->election->projects[project].id, id, sizeof(id));
	election_shown(named->names[project], name, sizeof(name));
	snprintf(ret_text, ELECTION_LABEL, "%s%s%s", id, *name ? " " : "",
		 name);
}

void election_support(const struct election_named *named, int project,
		      char ret_text[ELECTION_AMOUNT])
{
	const struct election *election = named->election;
	const struct election_project *of = &election->projects[project];
	FILE *out = fmemopen(ret_text, ELECTION_AMOUNT, "w");

	*ret_text = '\0';
	if (!out)
		return;
	pabulib_write_value(of->support, election->value_scale, out);
	fclose(out);
}

void election_percent(mpz_srcptr part, mpz_srcptr whole,
		      char ret_text[ELECTION_AMOUNT])
{
	unsigned long tenths = 0;
	mpz_t number, twice;

	/* floor((2000 part + whole) / 2 whole) */
	mpz_init(number);
	mpz_init(twice);
	if (mpz_sgn(whole) > 0) {
		mpz_mul_ui(number, part, 2000);
		mpz_add(number, number, whole);
		mpz_mul_2exp(twice, whole, 1);
		mpz_fdiv_q(number, number, twice);
		tenths = mpz_get_ui(number);
	}
	mpz_clear(number);
	mpz_clear(twice);
	snprintf(ret_text, ELECTION_AMOUNT, "%lu%c%lu" NO_BREAK_SPACE "%%",
		 tenths / 10, marks()->decimal, tenths % 10);
}
