#include "words/explain.h"

#include <assert.h>

#include "words/words.h"

void explain_about(const char *amount, char ret_text[EXPLAIN_AMOUNT])
{
	/* TRANSLATORS: an amount of money that was rounded. */
	words_fill(ret_text, EXPLAIN_AMOUNT, _("about %s"), amount);
}

void explain_gets(const struct explain_of *of, const char *left,
		  const char *after, char ret_text[EXPLAIN_TEXT])
{
	/* TRANSLATORS: a proposal, its support, and three amounts. */
	words_fill(ret_text, EXPLAIN_TEXT,
		   _("%1$s (support %2$s, costs %3$s): there is %4$s, so it "
		     "gets the money, and %5$s is left over."),
		   of->project, of->support, of->cost, left, after);
}

void explain_too_dear(const struct explain_of *of, const char *left, bool ends,
		      char ret_text[EXPLAIN_TEXT])
{
	words_fill(ret_text, EXPLAIN_TEXT,
		   ends ? _("%1$s (support %2$s, costs %3$s): only %4$s is "
			    "left, so the count ends here.")
			: _("%1$s (support %2$s, costs %3$s): only %4$s is "
			    "left, so it is skipped."),
		   of->project, of->support, of->cost, left);
}

void explain_why(const struct explain_of *of, enum explain_why why,
		 char ret_text[EXPLAIN_TEXT])
{
	static const char *const texts[EXPLAIN_WHYS] = {
	    [EXPLAIN_ENDED] = N_("the count had ended before its turn."),
	    [EXPLAIN_BELOW] = N_("it has less support than is needed."),
	    [EXPLAIN_UNBACKED] = N_("no ballot names it."),
	    [EXPLAIN_LESS] = N_("the best set of projects is without it."),
	    [EXPLAIN_SHARES] = N_("its supporters hold too little together."),
	};

	assert((unsigned)why < EXPLAIN_WHYS);
	/* TRANSLATORS: a proposal, its support, an amount, and why it gets no
	 * money, in words. */
	words_fill(ret_text, EXPLAIN_TEXT,
		   _("%1$s (support %2$s, costs %3$s): %4$s"), of->project,
		   of->support, of->cost, words_get(texts[why]));
}

void explain_share(int ballots, const char *share, bool raised,
		   char ret_text[EXPLAIN_TEXT])
{
	words_fill(
	    ret_text, EXPLAIN_TEXT,
	    raised ? _("Each of the %1$d ballots gets the same money, %2$s, "
		       "to spend on what it names. The share was raised for "
		       "as long as all that it buys stayed within the money.")
		   : _("Each of the %1$d ballots gets the same money, %2$s, "
		       "to spend on what it names."),
	    ballots, share);
}

static void pays_all(const struct explain_of *of,
		     const struct explain_payment *payment,
		     char ret_text[EXPLAIN_TEXT])
{
	words_fill(ret_text, EXPLAIN_TEXT,
		   words_plural("%1$s (support %2$s, costs %3$s): its "
				"%4$d supporter pays all it has.",
				"%1$s (support %2$s, costs %3$s): its "
				"%4$d supporters pay all they have.",
				(unsigned long)payment->supporters),
		   of->project, of->support, of->cost, payment->supporters);
}

static void pays_alike(const struct explain_of *of,
		       const struct explain_payment *payment,
		       char ret_text[EXPLAIN_TEXT])
{
	unsigned long number = (unsigned long)payment->supporters;

	words_fill(
	    ret_text, EXPLAIN_TEXT,
	    payment->points
		? words_plural("%1$s (support %2$s, costs %3$s): its %4$d "
			       "supporter pays %5$s for each point.",
			       "%1$s (support %2$s, costs %3$s): each of its "
			       "%4$d supporters pays %5$s for each point.",
			       number)
		: words_plural("%1$s (support %2$s, costs %3$s): its %4$d "
			       "supporter pays %5$s for it.",
			       "%1$s (support %2$s, costs %3$s): each of the "
			       "%4$d supporters pays %5$s for it.",
			       number),
	    of->project, of->support, of->cost, payment->supporters,
	    payment->each);
}

void explain_pays(const struct explain_of *of,
		  const struct explain_payment *payment,
		  char ret_text[EXPLAIN_TEXT])
{
	const int others = payment->supporters - payment->emptied;

	if (payment->emptied == 0)
		pays_alike(of, payment, ret_text);
	else if (others == 0)
		pays_all(of, payment, ret_text);
	else if (!payment->together)
		words_fill(
		    ret_text, EXPLAIN_TEXT,
		    payment->points
			? _("%1$s (support %2$s, costs %3$s): of its "
			    "supporters %4$d pay %5$s for each point; "
			    "%6$d hold no more than that and pay all they "
			    "have.")
			: _("%1$s (support %2$s, costs %3$s): of its "
			    "supporters %4$d pay %5$s each; %6$d hold no "
			    "more than that and pay all they have."),
		    of->project, of->support, of->cost, others, payment->each,
		    payment->emptied);
	else
		words_fill(
		    ret_text, EXPLAIN_TEXT,
		    payment->points
			? _("%1$s (support %2$s, costs %3$s): of its "
			    "supporters %4$d pay %5$s for each point; "
			    "%6$d hold no more than that and pay all they "
			    "have, "
			    "%7$s together.")
			: _("%1$s (support %2$s, costs %3$s): of its "
			    "supporters %4$d pay %5$s each; %6$d hold no "
			    "more than that and pay all they have, %7$s "
			    "together."),
		    of->project, of->support, of->cost, others, payment->each,
		    payment->emptied, payment->together);
}

void explain_holds(const struct explain_of *of, int supporters,
		   const char *held, char ret_text[EXPLAIN_TEXT])
{
	words_fill(ret_text, EXPLAIN_TEXT,
		   words_plural("%1$s (support %2$s, costs %3$s): its %4$d "
				"supporter has only %5$s left.",
				"%1$s (support %2$s, costs %3$s): its %4$d "
				"supporters have only %5$s left together.",
				(unsigned long)supporters),
		   of->project, of->support, of->cost, supporters, held);
}

void explain_completion(const char *left, char ret_text[EXPLAIN_TEXT])
{
	words_fill(ret_text, EXPLAIN_TEXT,
		   _("No supporters can pay for one more. The %s that is left "
		     "goes to those with most support, as long as it lasts."),
		   left);
}

void explain_all_fits(char ret_text[EXPLAIN_TEXT])
{
	words_fill(ret_text, EXPLAIN_TEXT, "%s",
		   _("All that is named costs no more than there is: all of it "
		     "gets money."));
}

void explain_bought(const struct explain_of *of, int supporters,
		    const char *earned, char ret_text[EXPLAIN_TEXT])
{
	words_fill(ret_text, EXPLAIN_TEXT,
		   words_plural("%1$s (support %2$s, costs %3$s): when every "
				"ballot had earned %5$s, its %4$d supporter "
				"could pay for it with all it had.",
				"%1$s (support %2$s, costs %3$s): when every "
				"ballot had earned %5$s, its %4$d supporters "
				"could pay for it with all they had.",
				(unsigned long)supporters),
		   of->project, of->support, of->cost, supporters, earned);
}

void explain_in_set(const struct explain_of *of, char ret_text[EXPLAIN_TEXT])
{
	words_fill(ret_text, EXPLAIN_TEXT,
		   _("%1$s (support %2$s, costs %3$s): it is one of the best "
		     "set."),
		   of->project, of->support, of->cost);
}

void explain_set(const char *worth, char ret_text[EXPLAIN_TEXT])
{
	words_fill(ret_text, EXPLAIN_TEXT,
		   _("Of all sets of projects that the money is enough for, "
		     "none is worth more than this: %s."),
		   worth);
}

void explain_cheaper(const char *less, char ret_text[EXPLAIN_TEXT])
{
	if (less)
		words_fill(ret_text, EXPLAIN_TEXT,
			   _("If it cost %s less it would get its money."),
			   less);
	else
		words_fill(ret_text, EXPLAIN_TEXT, "%s",
			   _("At no price would it get its money."));
}

void explain_more(int ballots, const char *points, char ret_text[EXPLAIN_TEXT])
{
	const unsigned long number = (unsigned long)ballots;

	if (points)
		words_fill(ret_text, EXPLAIN_TEXT,
			   words_plural("With %1$d ballot more that gives it "
					"%2$s and nothing to others it would "
					"get its money.",
					"With %1$d ballots more that give it "
					"%2$s and nothing to others it would "
					"get its money.",
					number),
			   ballots, points);
	else
		words_fill(ret_text, EXPLAIN_TEXT,
			   words_plural("With %d ballot more that names it "
					"alone it would get its money.",
					"With %d ballots more that name it "
					"alone it would get its money.",
					number),
			   ballots);
}

void explain_never(int ballots, char ret_text[EXPLAIN_TEXT])
{
	if (ballots > 0)
		words_fill(ret_text, EXPLAIN_TEXT,
			   _("Even %d ballots more that name it alone would "
			     "not be enough."),
			   ballots);
	else
		words_fill(ret_text, EXPLAIN_TEXT, "%s",
			   _("No number of ballots would be enough: it costs "
			     "more than all the money there is."));
}
