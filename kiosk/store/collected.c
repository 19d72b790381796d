#include "store/collected.h"

#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/few.h"
#include "store/roll.h"
#include "store/store_private.h"

bool collected_missing(const struct collected_box *box)
{
	return *box->reason != '\0';
}

bool collected_shared(const struct collected *collected)
{
	return collected->count > 1 && collected->boxes[0].kiosk == 0 &&
	       collected->boxes[1].kiosk > 0;
}

bool collected_told(const struct collected_box *box)
{
	return box->used != COLLECTED_UNTOLD;
}

/* The places of the boxes that are here, and how many ballots are in each;
 * returns how many there are. */
static int boxes_here(const struct collected *collected, int *ret_places,
		      int *ret_ballots)
{
	int count = 0;

	for (int i = 0; i < collected->count; i++) {
		const struct collected_box *box = &collected->boxes[i];

		if (collected_missing(box))
			continue;
		ret_places[count] = i;
		ret_ballots[count++] = box->used;
	}
	return count;
}

enum status collected_hide(struct collected *collected, int least)
{
	size_t room = (size_t)collected->count + 1;
	int *places = calloc(room, sizeof(*places));
	int *ballots = calloc(room, sizeof(*ballots));
	bool *hidden = calloc(room, sizeof(*hidden));
	bool memory = places && ballots && hidden;
	int count = 0, more;

	/* There only the sum is told anyway. */
	if (memory && !collected_shared(collected))
		count = boxes_here(collected, places, ballots);
	if (count)
		few_hide(ballots, count, least, hidden, &more);
	for (int i = 0; i < count; i++) {
		struct collected_box *box = &collected->boxes[places[i]];

		if (hidden[i])
			box->printed = box->used = box->voided =
			    COLLECTED_UNTOLD;
	}
	free(places);
	free(ballots);
	free(hidden);
	return memory ? STATUS_OK : STATUS_MEMORY;
}

bool collected_adds_up(const struct collected *collected, int least)
{
	int64_t told = 0;
	int untold = 0;

	for (int i = 0; i < collected->count; i++) {
		told += collected_told(&collected->boxes[i])
			    ? collected->boxes[i].used
			    : 0;
		untold += !collected_told(&collected->boxes[i]);
	}
	if (collected_shared(collected) && collected->lost > 0)
		told -= collected->lost;
	if (untold == 0 || collected_shared(collected))
		return told == collected->ballots;
	/* All there are may be fewer: then none is told. */
	return told + (least > 0 ? least : 1) <= collected->ballots ||
	       (told == 0 && collected->ballots > 0);
}

void collected_free(struct collected *collected)
{
	free(collected->boxes);
	*collected = (struct collected){0};
}

static void hash_text(crypto_hash_sha256_state *state, const char *text)
{
	crypto_hash_sha256_update(state, (const unsigned char *)text,
				  strlen(text) + 1);
}

static void hash_number(crypto_hash_sha256_state *state, int number)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", number);
	hash_text(state, text);
}

static void hash_box(crypto_hash_sha256_state *state,
		     const struct collected_box *box)
{
	hash_number(state, box->kiosk);
	hash_text(state, box->name);
	hash_number(state, box->printed);
	hash_number(state, box->used);
	hash_number(state, box->voided);
	hash_text(state, box->opened);
	hash_text(state, box->closed);
	crypto_hash_sha256_update(state, box->root, sizeof(box->root));
	crypto_hash_sha256_update(state, box->acts, sizeof(box->acts));
	hash_text(state, box->reason);
}

void collected_describe(const struct collected *collected,
			char ret_detail[AUDIT_DETAIL])
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char hex[2 * sizeof(hash) + 1], missing[32] = "", both[32] = "";
	char lost[32] = "";
	crypto_hash_sha256_state state;
	int out = 0;

	crypto_hash_sha256_init(&state);
	for (int i = 0; i < collected->count; i++) {
		hash_box(&state, &collected->boxes[i]);
		out += collected_missing(&collected->boxes[i]);
	}
	crypto_hash_sha256_final(&state, hash);
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	if (out)
		snprintf(missing, sizeof(missing), " %d missing", out);
	if (collected->lost == ROLL_FEW)
		snprintf(lost, sizeof(lost), " few lost");
	else if (collected->lost)
		snprintf(lost, sizeof(lost), " %d lost", collected->lost);
	if (collected->void_used)
		snprintf(both, sizeof(both), " %d void-used",
			 collected->void_used);
	snprintf(ret_detail, AUDIT_DETAIL, "%d boxes %d ballots%s%s%s %s",
		 collected->count - out - collected_shared(collected),
		 collected->ballots, missing, lost, both, hex);
}

/* The number that stands before WORD in DETAIL, 0 where none does. */
static int number_before(const char *detail, const char *word)
{
	const char *start = strstr(detail, word);

	while (start && start > detail && start[-1] >= '0' && start[-1] <= '9')
		start--;
	return start ? atoi(start) : 0;
}

int collected_ballots(const char *detail)
{
	return number_before(detail, " ballots");
}

int collected_void_used(const char *detail)
{
	return number_before(detail, " void-used");
}

int collected_lost(const char *detail)
{
	return strstr(detail, " few lost") ? ROLL_FEW
					   : number_before(detail, " lost");
}

static bool text_read(const char *text, char *ret_text, size_t size)
{
	return snprintf(ret_text, size, "%s", text) < (int)size;
}

static void read_box(struct query *query, int place,
		     struct collected_box *ret_box)
{
	struct collected_box box = {
	    .kiosk = query_int(query, 1),
	    .printed = query_int(query, 3),
	    .used = query_int(query, 4),
	    .voided = query_int(query, 5),
	};

	query_blob(query, 8, box.root, sizeof(box.root));
	query_blob(query, 9, box.acts, sizeof(box.acts));
	if (query_number(query, 0) != place ||
	    !text_read(query_text(query, 2), box.name, sizeof(box.name)) ||
	    !text_read(query_text(query, 6), box.opened, sizeof(box.opened)) ||
	    !text_read(query_text(query, 7), box.closed, sizeof(box.closed)) ||
	    !text_read(query_text(query, 10), box.reason, sizeof(box.reason)))
		query_damaged(query);
	*ret_box = box;
}

static enum status read_boxes(struct store *store, struct collected *collected)
{
	struct collected_box *grown;
	bool memory = true;
	struct query query;
	enum status status;

	query_start(&store->connection, QUERY_COLLECTED, &query);
	while (memory && query_next(&query)) {
		grown =
		    reallocarray(collected->boxes, (size_t)collected->count + 1,
				 sizeof(*grown));
		memory = grown != NULL;
		if (!memory)
			continue;
		collected->boxes = grown;
		read_box(&query, collected->count + 1,
			 &grown[collected->count]);
		collected->count++;
	}
	status = query_end(&query);
	return status == STATUS_OK && !memory ? STATUS_MEMORY : status;
}

/* Whether the act tells of COLLECTED, and there is none where nothing was. */
static enum status check_act(struct store *store, struct collected *collected)
{
	char detail[AUDIT_DETAIL];
	struct query query;
	int rows = 0, least = store->meeting->publish_min;

	query_start(&store->connection, QUERY_AUDIT_DETAILS, &query);
	query_bind_text(&query, 1, act_name(ACT_COLLECTED));
	while (query_next(&query)) {
		const char *found = query_text(&query, 0);

		collected->void_used = collected_void_used(found);
		collected->lost = collected_lost(found);
		collected->ballots = collected_ballots(found);
		collected_describe(collected, detail);
		if (++rows > 1 || strcmp(detail, found) != 0 ||
		    !collected_adds_up(collected, least))
			query_damaged(&query);
	}
	if (rows != (collected->count > 0))
		query_damaged(&query);
	return query_end(&query);
}

enum status collected_read(struct store *store, struct collected *ret_collected)
{
	struct collected collected = {0};
	enum status status = read_boxes(store, &collected);

	if (status == STATUS_OK)
		status = check_act(store, &collected);
	if (status == STATUS_OK)
		*ret_collected = collected;
	else
		collected_free(&collected);
	return status;
}

enum status collected_verify(struct store *store)
{
	struct collected collected;
	enum status status = collected_read(store, &collected);

	if (status == STATUS_OK)
		collected_free(&collected);
	return status;
}
