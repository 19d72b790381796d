#include "words/check_words.h"

#include <stdio.h>
#include <string.h>

#include "words/words.h"

enum { US_IN_MS = 1000, TENTHS = 10, HUNDREDTHS = 100, MIB_IN_GIB = 1024 };

static void touch_words(const struct check_hands *hands, char *ret_text)
{
	int worst = check_worst(hands);
	int fingers = hands->fingers > 0 ? hands->fingers : 1;
	char miss[CHECK_WORDS / 2];

	if (hands->touched < CHECK_TARGETS)
		return;
	/* TRANSLATORS: a decimal number of millimetres. */
	snprintf(miss, sizeof(miss), _("%1$d.%2$d mm off at worst"),
		 worst / TENTHS, worst % TENTHS);
	snprintf(ret_text, CHECK_WORDS,
		 words_plural("%1$s, %2$d finger", "%1$s, %2$d fingers",
			      (unsigned long)fingers),
		 miss, fingers);
}

static void scanner_words(const struct check_facts *facts,
			  const struct check_hands *hands, char *ret_text)
{
	const struct trial *trial = &hands->scanner;

	if (trial->verdict == TRIAL_GOOD && trial->per_second > 0)
		snprintf(ret_text, CHECK_WORDS,
			 words_plural("%d symbol a second",
				      "%d symbols a second",
				      (unsigned long)trial->per_second),
			 trial->per_second);
	else if (trial->verdict == TRIAL_GOOD)
		snprintf(ret_text, CHECK_WORDS, "%s", _("All at once"));
	else if (facts->scanners > 0)
		snprintf(ret_text, CHECK_WORDS,
			 words_plural("%d serial scanner", "%d serial scanners",
				      (unsigned long)facts->scanners),
			 facts->scanners);
}

/* The kiosk's own first. */
static void displays_words(const struct check_facts *facts, char *ret_text)
{
	size_t length = 0;

	for (int i = 0; i < facts->display_count && length < CHECK_WORDS; i++) {
		int at = i == 0 ? facts->own : i - (i <= facts->own);
		const struct check_display *display = &facts->display[at];

		length += (size_t)snprintf(
		    ret_text + length, CHECK_WORDS - length, "%s%d × %d",
		    i ? ", " : "", display->w_px, display->h_px);
		if (display->w_mm > 0 && length < CHECK_WORDS)
			length += (size_t)snprintf(
			    ret_text + length, CHECK_WORDS - length,
			    " (%d × %d mm)", display->w_mm, display->h_mm);
	}
}

static void ruler_words(const struct check_facts *facts, char *ret_text)
{
	const struct check_display *own = &facts->display[facts->own];
	int hundredths;

	if (!facts->ruler || own->w_mm <= 0)
		return;
	hundredths = own->w_px * HUNDREDTHS / own->w_mm;
	/* TRANSLATORS: a decimal number of pixels on a millimetre. */
	snprintf(ret_text, CHECK_WORDS, _("%1$d.%2$02d pixels a millimetre"),
		 hundredths / HUNDREDTHS, hundredths % HUNDREDTHS);
}

static int tenths_ms(int64_t us)
{
	return (int)((us * TENTHS + US_IN_MS / 2) / US_IN_MS);
}

static void disk_words(const struct check_disk *disk, char *ret_text)
{
	int median = tenths_ms(disk->median_us);
	int worst = tenths_ms(disk->worst_us);

	if (disk->count == 0)
		return;
	/* TRANSLATORS: two decimal numbers of thousandths of a second. */
	snprintf(ret_text, CHECK_WORDS,
		 _("%1$d.%2$d ms as a rule, %3$d.%4$d at worst"),
		 median / TENTHS, median % TENTHS, worst / TENTHS,
		 worst % TENTHS);
}

void check_words(const struct check_facts *facts,
		 const struct check_hands *hands, enum check_item item,
		 char ret_text[CHECK_WORDS])
{
	ret_text[0] = '\0';
	if (item == CHECK_TOUCH)
		touch_words(hands, ret_text);
	else if (item == CHECK_SCANNER)
		scanner_words(facts, hands, ret_text);
	else if (item == CHECK_DISPLAYS)
		displays_words(facts, ret_text);
	else if (item == CHECK_RULER)
		ruler_words(facts, ret_text);
	else if (item == CHECK_DISK)
		disk_words(&facts->disk, ret_text);
	else if (item == CHECK_SPACE && facts->free_mib >= MIB_IN_GIB)
		snprintf(ret_text, CHECK_WORDS, "%lld GB",
			 (long long)facts->free_mib / MIB_IN_GIB);
	else if (item == CHECK_SPACE && facts->free_mib >= 0)
		snprintf(ret_text, CHECK_WORDS, "%lld MB",
			 (long long)facts->free_mib);
	else if (item == CHECK_CLOCK)
		snprintf(ret_text, CHECK_WORDS, "%s", facts->now);
	else if (item == CHECK_BATTERY && facts->battery >= 0)
		snprintf(ret_text, CHECK_WORDS, "%d %%", facts->battery);
}
