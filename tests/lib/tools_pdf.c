#include "tests/lib/tools_pdf.h"

#include <ctype.h>
#include <errno.h>
#include <sys/stat.h>

#include "store/hand.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_run.h"
#include "tests/lib/tools_slips.h"

#define POINTS(mm) ((mm)*72 / 25.4)

static void rows_add(struct bundle *bundle)
{
	static const enum act acts[] = {ACT_MADE,   ACT_PRINTED, ACT_ADOPTED,
					ACT_OPENED, ACT_CLOSED,	 ACT_COUNTED};

	bundle->row_count = sizeof(acts) / sizeof(acts[0]);
	bundle->rows = calloc((size_t)bundle->row_count, sizeof(*bundle->rows));
	assert_non_null(bundle->rows);
	for (int i = 0; i < bundle->row_count; i++) {
		struct audit_row *row = &bundle->rows[i];

		row->number = i + 1;
		row->act = acts[i];
		snprintf(row->at, sizeof(row->at), "2015-11-10 19:%02d", 5 * i);
		memset(row->hash, 0xa0 + i, sizeof(row->hash));
	}
	snprintf(bundle->rows[1].detail, AUDIT_DETAIL, "1-60 adult");
	/* As long as that of a decision. */
	snprintf(bundle->rows[4].detail, AUDIT_DETAIL,
		 "lots quick abcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdef"
		 "fedcbafedcbafedc");
}

struct bundle *pdf_bundle(struct meeting *meeting, const int *votes,
			  int ballots, const struct decision *decisions,
			  int count)
{
	struct bundle *bundle = calloc(1, sizeof(*bundle));
	enum status status;

	assert_non_null(bundle);
	bundle->meeting = meeting;
	bundle->closed = bundle->counted = true;
	memset(bundle->definition_hash, 0x5e, sizeof(bundle->definition_hash));
	memset(bundle->root, 0xc3, sizeof(bundle->root));
	bundle->roll = (struct roll_count){.printed = ballots + 11,
					   .used = ballots,
					   .voided = 1,
					   .unused = 10};
	bundle->tally.ballots = ballots;
	for (int i = 0; i < meeting->proposal_count; i++)
		tally_set(&bundle->tally, meeting, i, votes[i]);
	bundle->decisions = calloc((size_t)count + 1, sizeof(*decisions));
	assert_non_null(bundle->decisions);
	for (int i = 0; i < count; i++)
		bundle->decisions[i] = decisions[i];
	bundle->decision_count = count;
	rows_add(bundle);
	bundle_makers_set(bundle);
	bundle_stand(bundle);
	status = bundle_count(bundle, NULL, 0, &bundle->result);
	assert_true(status == STATUS_OK || status == STATUS_TIE);
	return bundle;
}

void pdf_hand(struct bundle *bundle, const int64_t *votes, int ballots,
	      bool stands, const char *reason)
{
	struct hand_count *hand = calloc(1, sizeof(*hand));

	assert_non_null(hand);
	hand->ballots = ballots;
	hand->stands = stands;
	hand->reason = strdup(reason);
	for (int i = 0; i < bundle->meeting->proposal_count; i++)
		hand->votes[i] = votes[i];
	hand_free(bundle->hand);
	bundle->hand = hand;
	bundle_stand(bundle);
	assert_int_equal(bundle_count(bundle, NULL, 0, &bundle->result),
			 STATUS_OK);
}

void pdf_bundle_free(struct bundle *bundle)
{
	free(bundle->decisions); /* their reasons are the test's */
	bundle->decisions = NULL;
	bundle->decision_count = 0;
	bundle_free(bundle);
}

struct bundle *pdf_bolbro(void)
{
	static const int votes[] = {6, 13, 12, 13, 15, 6, 1, 9, 5, 7};
	struct meeting *meeting = bolbro_new();

	assert_non_null(meeting);
	meeting->url = "https://bolbro.example/resultat";
	meeting->next_steps.in[0] = "Forslag med penge går i gang i morgen.\n"
				    "Vi mødes her igen om tre måneder.";
	meeting->next_steps.in[1] = "Proposals with money start tomorrow.\n"
				    "We meet here again in three months.";
	meeting->fund_count = 3;
	meeting->funds[0] = (struct fund){
	    {{"Boligforeningens pulje", "The housing association's fund"}},
	    {{"Til det, beboere laver sammen.",
	      "For what residents do together."}},
	    "op til 20.000 kr.",
	    "1. februar",
	    "https://fond.example/boligforening"};
	meeting->funds[1] = (struct fund){
	    {{"Kommunens grønne penge", "The municipality's green money"}},
	    {{"Til haver, træer og bede. Alle kan søge.",
	      "For gardens, trees and beds. Anyone may apply."}},
	    "op til 50.000 kr.",
	    "hele året",
	    "+45 65 51 00 00"};
	meeting->funds[2] =
	    (struct fund){{{"Spørg i brugerhuset", "Ask in the house"}},
			  {{"Vi hjælper med at søge.", NULL}},
			  "",
			  "",
			  ""};
	return pdf_bundle(meeting, votes, 24, NULL, 0);
}

/* A title of 100 characters that tells its number. */
static const char *long_title(struct meeting *meeting, int number)
{
	char title[256];
	int length = snprintf(title, sizeof(title),
			      "Forslag %d med et særdeles langt navn, som "
			      "ingen kunne forkorte, skønt alle prøvede det "
			      "tit og længe",
			      number);

	return meeting_string(meeting, title, (size_t)length);
}

struct bundle *pdf_hard(int proposals, int pots)
{
	struct meeting *meeting = bolbro_new();
	int votes[MEETING_PROPOSALS];

	assert_non_null(meeting);
	meeting->language_count = 3;
	meeting->languages[2] = "ar";
	meeting->url = "https://bolbro.example/resultat";
	meeting->pot_count = pots;
	meeting->proposal_count = proposals;
	for (int i = 1; i < pots; i++) {
		meeting->pots[i] = meeting->pots[0];
		meeting->pots[i].key =
		    meeting_string(meeting, (char[]){'p', (char)('a' + i)}, 2);
		meeting->pots[i].title = (struct text){
		    {"En pulje med et navn på fyrre bogstaver 40"}};
		meeting->pots[i].misfit = (enum misfit)(i % 3);
	}
	for (int i = 0; i < proposals; i++) {
		struct proposal *proposal = &meeting->proposals[i];

		*proposal = meeting->proposals[0];
		proposal->number = i + 1;
		proposal->pot = i * pots / proposals;
		proposal->cost_minor = INT64_C(1234567) + 100000 * i;
		proposal->accepts_partial = i % 2;
		proposal->min_cost_minor = 100000;
		proposal->title = (struct text){{long_title(meeting, i + 1)}};
		votes[i] = 3 * proposals - 2 * i;
	}
	meeting->proposals[1].title = (struct text){
	    {"حدائق للسكان خلف المبنى 4", "Gardens behind block 4"}};
	return pdf_bundle(meeting, votes, 3 * proposals, NULL, 0);
}

FILE *pdf_open(struct pdf *ret_pdf)
{
	FILE *out = open_memstream(&ret_pdf->bytes, &ret_pdf->size);

	assert_non_null(out);
	return out;
}

/* PAPER_KEEP=folder keeps what the tests print, to be looked at. */
static void keep(const struct pdf *pdf)
{
	const char *folder = getenv("PAPER_KEEP");
	static int count;
	char name[64];

	if (!folder || !*folder)
		return;
	snprintf(name, sizeof(name), "%s-%02d.pdf",
		 program_invocation_short_name, ++count);
	disk_write(folder, name, pdf->bytes, pdf->size);
}

void pdf_close(struct pdf *pdf, FILE *out)
{
	assert_int_equal(fclose(out), 0);
	pdf->folder = disk_folder();
	pdf->path = disk_path(pdf->folder, "paper.pdf");
	disk_write(pdf->folder, "paper.pdf", pdf->bytes, pdf->size);
	keep(pdf);
}

void pdf_free(struct pdf *pdf)
{
	free(pdf->bytes);
	free(pdf->path);
	disk_remove(pdf->folder);
	*pdf = (struct pdf){NULL, 0, NULL, NULL};
}

/* White space, no-break space and the marks that readers put around what runs
 * the other way are taken out. */
static void squeeze(char *text)
{
	char *to = text;

	for (const char *from = text; *from; from++) {
		const unsigned char *byte = (const unsigned char *)from;

		if (isspace(*byte))
			continue;
		if (byte[0] == 0xc2 && byte[1] == 0xa0) {
			from++;
			continue;
		}
		/* U+202A..202E and U+2066..2069 */
		if (byte[0] == 0xe2 &&
		    ((byte[1] == 0x80 && byte[2] >= 0xaa && byte[2] <= 0xae) ||
		     (byte[1] == 0x81 && byte[2] >= 0xa6 && byte[2] <= 0xa9))) {
			from += 2;
			continue;
		}
		*to++ = *from;
	}
	*to = '\0';
}

char *pdf_text(const struct pdf *pdf)
{
	int code;
	char *text = tool_output("pdftotext -raw '%s' -", pdf->path, &code);

	assert_int_equal(code, 0);
	squeeze(text);
	return text;
}

int times_in(const char *text, const char *wanted)
{
	char *plain = strdup(wanted);
	int count = 0;

	assert_non_null(plain);
	squeeze(plain);
	for (const char *at = text; (at = strstr(at, plain)); at++)
		count++;
	free(plain);
	return count;
}

void expect_in(const char *text, const char *wanted)
{
	if (times_in(text, wanted) == 0)
		fail_msg("\"%s\" is not in:\n%s", wanted, text);
}

void expect_not_in(const char *text, const char *wanted)
{
	if (times_in(text, wanted) > 0)
		fail_msg("\"%s\" is in:\n%s", wanted, text);
}

int pdf_pages(const struct pdf *pdf)
{
	char *text = tool_output("pdfinfo '%s'", pdf->path, NULL);
	char *pages = strstr(text, "Pages:");
	int count;

	assert_non_null(pages);
	count = atoi(pages + strlen("Pages:"));
	free(text);
	return count;
}

struct word {
	double x0, y0, x1, y1;
	const char *line; /* of the reader's list */
};

/* Whether the letters of two words touch: a word's box is as high as its line,
 * its letters are in the middle of that. */
static bool touch(const struct word *a, const struct word *b)
{
	const double slack = 0.5;
	const double pad_a = (a->y1 - a->y0) * 0.3,
		     pad_b = (b->y1 - b->y0) * 0.3;

	return a->x0 + slack < b->x1 && b->x0 + slack < a->x1 &&
	       a->y0 + pad_a < b->y1 - pad_b && b->y0 + pad_b < a->y1 - pad_a;
}

/* A text cut with an ellipsis is still read whole, behind that one glyph: its
 * words are then narrower than any letters. XML's entities are left out. */
static void expect_wide(const struct word *word)
{
	const double em = (word->y1 - word->y0) / 1.362;
	const char *text = strchr(word->line, '>') + 1;
	int letters = 0;

	for (const char *at = text; strncmp(at, "</word>", 7) != 0; at++) {
		if (*at == '&')
			return;
		/* A byte 10xxxxxx continues a UTF-8 character. */
		letters += ((unsigned char)*at & 0xc0) != 0x80;
	}
	if (letters >= 4 && word->x1 - word->x0 < letters * em * 0.2)
		fail_msg("cut: %s", word->line);
}

/* Where the letters of a word begin: digits are as high as capitals, 0.355 em
 * below the top of their line in our fonts. */
static double letters_top(const struct word *word)
{
	const char *text = strchr(word->line, '>') + 1;
	const bool digits = text[strspn(text, "0123456789")] == '<';

	return word->y0 + (digits ? (word->y1 - word->y0) * 0.25 : 0);
}

static void expect_apart(const struct word *words, int count)
{
	for (int i = 0; i < count; i++)
		for (int j = 0; j < i; j++)
			if (touch(&words[i], &words[j]))
				fail_msg("words on each other:\n%s\n%s",
					 words[j].line, words[i].line);
}

void expect_laid_out(const struct pdf *pdf, double margin_mm)
{
	enum { MOST = 4000 };
	const double edge = POINTS(margin_mm) - 0.5;
	char *text = tool_output("pdftotext -bbox '%s' -", pdf->path, NULL);
	struct word *words = calloc(MOST, sizeof(*words));
	double width = 0, height = 0;
	char *rest = text;
	int count = 0, all = 0;

	assert_non_null(words);
	for (char *line; (line = strsep(&rest, "\n"));) {
		char *found = strstr(line, "<word "),
		     *page = strstr(line, "<page ");
		struct word *word = &words[count];

		if (page) {
			expect_apart(words, count);
			count = 0;
			assert_int_equal(
			    sscanf(page, "<page width=\"%lf\" height=\"%lf\"",
				   &width, &height),
			    2);
		}
		if (!found)
			continue;
		assert_int_equal(sscanf(found,
					"<word xMin=\"%lf\" yMin=\"%lf\" "
					"xMax=\"%lf\" yMax=\"%lf\"",
					&word->x0, &word->y0, &word->x1,
					&word->y1),
				 4);
		word->line = found;
		expect_wide(word);
		if (word->x0 < edge || letters_top(word) < edge ||
		    word->x1 > width - edge || word->y1 > height - edge)
			fail_msg("outside the margins: %s", found);
		all++;
		assert_true(++count < MOST);
	}
	expect_apart(words, count);
	assert_true(all > 0);
	free(words);
	free(text);
}

void expect_fonts(const struct pdf *pdf)
{
	char *text = tool_output("pdffonts '%s'", pdf->path, NULL);
	char *rest = text, *line;
	int fonts = 0;

	while ((line = strsep(&rest, "\n")) && *line) {
		if (strncmp(line, "name", 4) == 0 || *line == '-')
			continue;
		assert_non_null(strstr(line, "+NotoSans"));
		assert_non_null(strstr(line, " yes yes yes "));
		fonts++;
	}
	assert_true(fonts >= 2);
	free(text);
}

double pdf_type_size(const struct pdf *pdf, int page, const char *word)
{
	char command[64], wanted[64], *text, *found;
	double y0, y1;

	/* Page 0 is the first, and as the last one the document's. */
	snprintf(command, sizeof(command),
		 "pdftotext -bbox -f %d -l %d '%%s' -", page, page);
	text = tool_output(command, pdf->path, NULL);
	snprintf(wanted, sizeof(wanted), ">%s</word>", word);
	found = strstr(text, wanted);
	if (!found)
		fail_msg("no word %s", word);
	while (strncmp(found, "<word ", 6) != 0)
		found--;
	assert_int_equal(sscanf(found,
				"<word xMin=\"%*f\" yMin=\"%lf\" "
				"xMax=\"%*f\" yMax=\"%lf\"",
				&y0, &y1),
			 2);
	free(text);
	return (y1 - y0) / 1.362;
}

char *pdf_page_text(const struct pdf *pdf, int page)
{
	char command[64];
	char *text;

	snprintf(command, sizeof(command), "pdftotext -raw -f %d -l %d '%%s' -",
		 page, page);
	text = tool_output(command, pdf->path, NULL);
	squeeze(text);
	return text;
}

char *pdf_codes(const struct pdf *pdf)
{
	return tool_output(
	    "pdftoppm -r 150 -gray '%s' | zbarimg --nodbus --raw "
	    "-q -Sdisable -Sqrcode.enable - 2>/dev/null",
	    pdf->path, NULL);
}
