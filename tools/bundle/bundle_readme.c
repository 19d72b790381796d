/* README.txt: how anyone counts again, by hand or with tools they have. */
#include "tools/bundle/bundle_render.h"

#include <string.h>

#include "words/votes.h"
#include "words/words.h"

/* The commands are the same in every language; a test runs them. */
static const char command_openssl[] =
    "base64 -d SHA256SUMS.sig | openssl pkeyutl -verify -pubin"
    " -inkey signer.pub -rawin -in SHA256SUMS -sigfile /dev/stdin";

static bool ranked(const struct meeting *meeting, int pot)
{
	return meeting->pots[pot].ballot_type == BALLOT_RANK;
}

static bool any_ranked(const struct meeting *meeting)
{
	for (int pot = 0; pot < meeting->pot_count; pot++)
		if (ranked(meeting, pot))
			return true;
	return false;
}

/* Every column added up; where ranks stand, what they are worth. */
static void write_awk(const struct meeting *meeting, FILE *out)
{
	const char *worth = any_ranked(meeting)
				? "pot[i] && $i ? n[pot[i]] - $i + 1 : $i"
				: "$i";

	fputs("awk -F';' 'NR == 1 { for (i = 2; i <= NF; i++) number[i] = $i;"
	      " last = NF",
	      out);
	for (int i = 0; i < meeting->proposal_count; i++)
		if (ranked(meeting, meeting->proposals[i].pot))
			fprintf(out, "; pot[%d] = %d", i + 2,
				meeting->proposals[i].pot + 1);
	fputs(" } NR > 1 { ", out);
	if (any_ranked(meeting))
		fputs("split(\"\", n); for (i = 2; i <= last; i++)"
		      " n[pot[i]] += $i > 0; ",
		      out);
	fprintf(out,
		"for (i = 2; i <= last; i++) sum[i] += %s }"
		" END { for (i = 2; i <= last; i++)"
		" print number[i], sum[i] + 0 }' votes.csv",
		worth);
}

static void write_sql(const struct meeting *meeting, FILE *out)
{
	fputs("sqlite3 :memory: '.separator \";\"' '.import votes.csv votes' "
	      "'SELECT count(*)",
	      out);
	for (int i = 0; i < meeting->proposal_count; i++) {
		int number = meeting->proposals[i].number;
		int pot = meeting->proposals[i].pot, first, end;

		if (!ranked(meeting, pot)) {
			fprintf(out, ", sum(\"%d\")", number);
			continue;
		}
		fprintf(out, ", sum((\"%d\" + 0 > 0) * (1 - \"%d\"", number,
			number);
		meeting_pot_range(meeting, pot, &first, &end);
		for (int j = first; j < end; j++)
			fprintf(out, " + (\"%d\" + 0 > 0)",
				meeting->proposals[j].number);
		fputs("))", out);
	}
	fputs(" FROM votes'", out);
}

/* A command for the shell that gives the short hash of one slip. The bytes of
 * slip_hash() before the symbols are written in octal, which every shell's
 * printf knows. */
static void write_slip_command(const struct meeting *meeting, FILE *out)
{
	fputs("{ printf '%b' 'stemmeboks slip 1\\0000", out);
	for (int i = 0; i < MEETING_ID_BYTES; i++)
		fprintf(out, "\\0%03o", meeting->id[i]);
	fprintf(out,
		"'; printf %%s 'TOKEN' | tr -d ' -'; } | sha256sum |"
		" cut -c1-%d",
		BUNDLE_SLIP_HEX);
}

const struct bundle_told bundle_told[] = {
    {"index.html", N_("all of it, to read in a browser")},
    {"protocol.pdf", N_("the protocol, to print and sign")},
    {"posters.pdf", N_("the result on posters (A3), to hang up")},
    {"take-home.pdf", N_("a sheet for each proposal that lacks money")},
    {"steps.txt", N_("how the money was given, in words")},
    {"proposals.csv", N_("the proposals, their votes and their money")},
    {"meeting.json", N_("the meeting and its rules, as adopted")},
    {"result.json", N_("all numbers of the count, for programs")},
    {"slips.csv", N_("short codes of the used slips, sorted")},
    {"audit.csv", N_("what the organisers did, step by step")},
    {"SHA256SUMS", N_("sums that show if a file was changed")},
    {"SHA256SUMS.sig", N_("the organisers' signature of the sums")},
    {"signer.pub", N_("the key to check the signature with")},
    {"votes.csv", N_("every ballot, one row each, in random order")},
    {"free-slots.csv", N_("the places in the box that stayed empty")},
    {"*.pb", N_("each pot for other tools (pabulib.org)")},
    {NULL, NULL},
};

static void write_line(FILE *out, const char *text)
{
	fprintf(out, "%s\n", text);
}

static void write_files(const struct bundle *bundle, FILE *out)
{
	write_line(out, _("The files:"));
	for (const struct bundle_told *told = bundle_told; told->name; told++)
		if (bundle_has(bundle, told->name))
			fprintf(out, "  %-15s %s\n", told->name,
				words_get(told->text));
}

static void write_count(const struct meeting *meeting, FILE *out)
{
	write_line(out, _("Count the votes again"));
	write_line(out, _("- In a spreadsheet: open votes.csv. "
			  "Columns are separated by semicolons."));
	write_line(out, _("  Each row is one ballot, each column one proposal. "
			  "Add up each column."));
	write_line(out, votes_any_points(meeting)
			    ? _("  The sums are the votes and points in "
				"proposals.csv.")
			    : _("  The sums are the votes in proposals.csv."));
	if (any_ranked(meeting)) {
		write_line(out,
			   _("  But where proposals are put in order, "
			     "1 is the best. Turn that into points first:"));
		write_line(out,
			   _("  the last one that the ballot names in the pot "
			     "gets 1, the one before it 2, and so on."));
	}
	write_line(out, _("- With awk:"));
	fputs("  ", out);
	write_awk(meeting, out);
	fputc('\n', out);
	write_line(out, _("- With SQL:"));
	fputs("  ", out);
	write_sql(meeting, out);
	fputc('\n', out);
}

static void write_few(const struct bundle *bundle, FILE *out)
{
	fprintf(out,
		words_plural("There is only %1$d ballot; single ballots are "
			     "published from %2$d on.",
			     "There are only %1$d ballots; single ballots are "
			     "published from %2$d on.",
			     (unsigned long)bundle->tally.ballots),
		bundle->tally.ballots, bundle->meeting->publish_min);
	fputc('\n', out);
	write_line(out, _("With so few, people could guess who voted what."));
	write_line(out, _("So only the totals stand here, in proposals.csv."));
}

static void write_money(FILE *out)
{
	write_line(out, _("Give the money away again"));
	write_line(out, _("- Read steps.txt, and check each line with "
			  "a pocket calculator."));
	write_line(out, _("- With Stemmeboks, in this folder:"));
	write_line(out, "  stemmeboks verify .");
}

static void write_checks(const struct bundle *bundle, FILE *out)
{
	char lost[LOST_TEXT];

	write_line(out, _("Was a file changed?"));
	write_line(out, "  sha256sum -c SHA256SUMS");
	fputc('\n', out);
	write_line(out, _("Who signed the sums?"));
	write_line(out, _("The key with this fingerprint. Compare it with the "
			  "minutes."));
	fprintf(out, "  %s\n", bundle->fingerprint);
	write_line(out, _("stemmeboks verify checks the signature, and so does "
			  "OpenSSL:"));
	fprintf(out, "  %s\n", command_openssl);
	fputc('\n', out);
	bundle_lost(bundle, lost);
	write_line(out, _("Was my slip counted?"));
	if (*lost)
		write_line(out, lost);
	if (bundle->roll.lost == ROLL_FEW) {
		write_line(out, _("So slips.csv does not list any slip."));
		return;
	}
	if (*lost)
		write_line(out, _("Nobody knows which slips those are of."));
	write_line(out, _("Write your slip's code instead of TOKEN. "
			  "Look for the answer in slips.csv."));
	fputs("  ", out);
	write_slip_command(bundle->meeting, out);
	fputc('\n', out);
	write_line(out, _("The list does not say what anybody voted."));
}

static void write_notes(bool ballots, FILE *out)
{
	write_line(out, _("Notes"));
	write_line(out, _("- Amounts in proposals.csv are in kroner, "
			  "in result.json in øre."));
	write_line(out, _("- A text that begins with = + - or @ has "
			  "an apostrophe in front."));
	write_line(out, _("  Otherwise a spreadsheet would take it "
			  "for a formula."));
	write_line(out, _("- The PDFs are made again byte for byte with the "
			  "versions"));
	write_line(out, _("  of the libraries that result.json names."));
	if (!ballots)
		return;
	write_line(out, _("- The box root in result.json is a SHA-256. "
			  "It covers these bytes:"));
	write_line(out, _("  the SHA-256 of meeting.json; then for each slot "
			  "of votes.csv and"));
	write_line(out, _("  free-slots.csv, sorted: its 16 bytes, one byte "
			  "(3 filled, 2 free),"));
	write_line(out, _("  and three digits for each proposal "
			  "(all 0 when free)."));
}

static void write_language(const struct bundle *bundle, int language, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	const char *name = words_endonym(meeting->languages[language]);
	bool ballots = bundle_ballots_shown(bundle);

	words_language(meeting->languages[language]);
	fprintf(out, "== %s ==\n\n%s\n\n", name ? name : "",
		meeting_text(meeting, &meeting->title, language, NULL));
	write_line(out, _("This folder holds the result of the vote."));
	write_line(out, _("Anyone can check it, without asking us."));
	fputc('\n', out);
	write_files(bundle, out);
	fputc('\n', out);
	if (ballots)
		write_count(meeting, out);
	else
		write_few(bundle, out);
	fputc('\n', out);
	write_money(out);
	fputc('\n', out);
	write_checks(bundle, out);
	fputc('\n', out);
	write_notes(ballots, out);
}

void bundle_write_readme(const struct bundle *bundle, FILE *out)
{
	for (int i = 0; i < bundle->meeting->language_count; i++) {
		if (i)
			fputc('\n', out);
		write_language(bundle, i, out);
	}
}
