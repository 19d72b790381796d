#include "ears/stretch.h"

#include <stdlib.h>
#include <string.h>

enum {
	HOP = PCM_RATE * 15 / 1000,    /* windows of 30 ms, half over half */
	SEARCH = PCM_RATE * 10 / 1000, /* a low voice's wave is 12 ms long */
	SKIP = 4,		       /* every fourth sample tells enough */
};

/* How alike the HOP samples at A and at B are. */
static int64_t likeness(const int16_t *a, const int16_t *b)
{
	int64_t sum = 0;

	for (int i = 0; i < HOP; i += SKIP)
		sum += (int64_t)a[i] * b[i];
	return sum;
}

/* Where near WANTED the sound goes on most as it does at FOLLOWS. LAST: the
 * last place from which a whole window can be read. */
static size_t best_place(const int16_t *samples, size_t follows, size_t wanted,
			 size_t last)
{
	size_t from = wanted > SEARCH ? wanted - SEARCH : 0;
	size_t to = wanted + SEARCH < last ? wanted + SEARCH : last;
	size_t best = wanted < last ? wanted : last;
	int64_t most = INT64_MIN;

	for (size_t place = from; place <= to; place += SKIP) {
		int64_t like = likeness(samples + follows, samples + place);

		if (like > most) {
			most = like;
			best = place;
		}
	}
	return best;
}

/* One HOP at RET: from what follows the last window into the new one. */
static void lay_over(const int16_t *fading, const int16_t *coming, int16_t *ret)
{
	for (int i = 0; i < HOP; i++)
		ret[i] =
		    (int16_t)((fading[i] * (HOP - i) + coming[i] * i) / HOP);
}

bool stretch_pcm(const struct pcm *pcm, int percent, struct pcm *ret_pcm)
{
	size_t length = pcm->count * 100 / (size_t)percent;
	/* A window beyond each end, of silence, so that all can be read. */
	size_t padded = pcm->count + (size_t)3 * HOP + SEARCH;
	struct pcm in = {padded, calloc(padded, sizeof(int16_t))};
	struct pcm out = {length + HOP, calloc(length + HOP, sizeof(int16_t))};
	size_t last = padded - (size_t)2 * HOP, place = 0;

	if (!in.samples || !out.samples) {
		pcm_free(&in);
		pcm_free(&out);
		return false;
	}
	if (pcm->count)
		memcpy(in.samples, pcm->samples, pcm->count * sizeof(int16_t));
	if (percent == 100) {
		memcpy(out.samples, in.samples, length * sizeof(int16_t));
	} else {
		for (size_t at = 0; at < length; at += HOP) {
			size_t follows = place + (at ? HOP : 0);

			if (follows > last)
				follows = last;
			place = best_place(in.samples, follows,
					   at * (size_t)percent / 100, last);
			lay_over(in.samples + follows, in.samples + place,
				 out.samples + at);
		}
	}
	pcm_free(&in);
	memset(out.samples + length, 0, HOP * sizeof(int16_t));
	out.count = length;
	*ret_pcm = out;
	return true;
}
