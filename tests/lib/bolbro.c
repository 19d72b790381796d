#include "tests/lib/bolbro.h"

#include <string.h>

static const struct {
	int number, pot;
	const char *title_da, *title_en;
	int cost_kroner;
} rows[] = {
    {1, 0, "Byhaver bag blok 4", "Allotments behind block 4", 100000},
    {2, 0, "Bevægelsespark for alle", "Movement park for all", 100000},
    {3, 0, "Mødested under halvtaget", "Meeting place under the roof", 50000},
    {4, 1, "Legetøj til deling", "Toys to share", 5000},
    {5, 1, "Fælles grillplads", "Shared barbecue place", 25000},
    {6, 1, "Sommerfest på plænen", "Summer party on the lawn", 25000},
    {7, 1, "Bænke langs stien", "Benches along the path", 15000},
    {8, 1, "Højbede ved indgangen", "Raised beds at the entrance", 10000},
    {9, 1, "Værksted for cykler", "Bicycle workshop", 25000},
    {10, 1, "Fodboldmål til børnene", "Football goals for the children", 10000},
};

struct meeting *bolbro_new(void)
{
	struct meeting *meeting = meeting_new();

	if (!meeting)
		return NULL;
	memset(meeting->id, 7, sizeof(meeting->id));
	memcpy(meeting->code, "B5", sizeof(meeting->code));
	meeting->title.in[0] = "Bolbro beslutter";
	meeting->title.in[1] = "Bolbro decides";
	meeting->place = "Bolbro Brugerhus";
	meeting->date = "2015-11-10";
	meeting->closes = "20:30";
	meeting->live = LIVE_TURNOUT;
	meeting->live_batch = 5;
	meeting->publish_min = 10;
	meeting->language_count = 2;
	meeting->languages[0] = "da";
	meeting->languages[1] = "en";
	meeting->pot_count = 2;
	meeting->pots[0] =
	    (struct pot){.key = "main",
			 .title = {{"Store forslag", "Large proposals"}},
			 .amount_minor = INT64_C(10000000),
			 .choose_max = 2,
			 .rule = "greedy",
			 .threshold_votes = 1,
			 .leftover_to = -1};
	meeting->pots[1] = meeting->pots[0];
	meeting->pots[1].key = "quick";
	meeting->pots[1].title = (struct text){{"Hurtigpulje", "Quick pool"}};
	meeting->pots[1].choose_max = 3;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		meeting->proposals[meeting->proposal_count++] =
		    (struct proposal){
			.number = rows[i].number,
			.pot = rows[i].pot,
			.title = {{rows[i].title_da, rows[i].title_en}},
			.cost_minor = rows[i].cost_kroner * INT64_C(100),
			.proposer = "",
			.place = "",
			.category = "",
			.start_by = "",
			.finish_by = "",
			.walk_minutes = -1,
			.image = ""};
	return meeting;
}

static uint64_t next(void *context)
{
	uint64_t *state = context;

	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * UINT64_C(2685821657736338717);
}

static void fill(void *context, void *buffer, size_t size)
{
	unsigned char *bytes = buffer;

	for (size_t i = 0; i < size; i++)
		bytes[i] = (unsigned char)(next(context) >> 56);
}

static uint32_t below(void *context, uint32_t limit)
{
	return (uint32_t)((next(context) >> 32) % limit);
}

struct random bolbro_random(uint64_t *seed)
{
	return (struct random){fill, below, seed};
}
