#include "tests/lib/voter_meeting.h"

#include "tests/lib/bolbro.h"
#include "tests/lib/demo_pictures.h"

#define LONG_DA                                                                 \
	"En lørdag i juni holder vi fest med musik og mad fra mange lande. "   \
	"Der er lege for børn og borde til alle. Det er gratis at være med, " \
	"og alle hjælper til.\n"
#define LONG_EN                                                                \
	"One Saturday in June we have a party with music and food from many "  \
	"countries. There are games for children and tables for all. It is "   \
	"free, and everyone helps.\n"

static const struct {
	const char *proposer, *place, *finish_by, *image;
	int walk_minutes;
	const char *text_da, *text_en;
} rows[] = {
    {"Havegruppen", "Bag blok 4", "2016-06-15", "allotments.png", 4,
     "Vi laver tyve små haver bag blok 4. Hver have er ti kvadratmeter. Der "
     "kommer et fælles skur med redskaber og en vandpost.",
     "We make twenty small gardens behind block 4. Each is ten square metres. "
     "There will be a shared shed with tools and a water post."},
    {"Bevægelsesgruppen", "Plænen ved skolestien", "2016-07-15",
     "movement-park.png", 6,
     "Plænen ved skolestien bliver en bevægelsespark. Der kommer et "
     "klatrestativ, balancebomme og en bane til boldspil.",
     "The lawn by the school path becomes a movement park. There will be a "
     "climbing frame, balance beams and a ball court."},
    {"Naboer i blok 2", "", "", "meeting-place.png", 3,
     "Ved parkeringspladsen bygger vi et halvtag med borde og bænke.", ""},
    {"Forældre ved legepladsen", "Legepladsen", "2016-02-15", "toys.png", 2,
     "Vi sætter en stor kasse med bolde, spande og køretøjer ved legepladsen.",
     "We put a large box of balls, buckets and vehicles by the playground."},
    {"Naboer i blok 5", "Den store plæne", "2016-05-15", "barbecue.png", 4,
     "Vi murer to store grill og stiller borde op. Pladsen er for alle.",
     "We build two large grills and put up tables. The place is for everyone."},
    {"Festgruppen", "Den store plæne", "2016-06-15", "summer-party.png", 4,
     LONG_DA LONG_DA LONG_DA LONG_DA LONG_DA LONG_DA LONG_DA LONG_DA LONG_DA,
     LONG_EN LONG_EN LONG_EN LONG_EN LONG_EN LONG_EN LONG_EN LONG_EN LONG_EN},
    {"Seniorklubben", "Stien til butikkerne", "2016-04-15", "benches.png", 5,
     "Vi stiller fem bænke med ryg og armlæn langs stien til butikkerne.",
     "We put five benches with backs and armrests along the path to the "
     "shops."},
    {"Havegruppen", "Indgangene", "2016-05-15", "raised-beds.png", 2,
     "Ved hver indgang stiller vi to højbede med blomster.",
     "At every entrance we put two raised beds with flowers."},
    {"Cykelgruppen", "Kælderen under blok 3", "2016-03-15", "", 3,
     "I kælderen under blok 3 laver vi et værksted.",
     "In the basement of block 3 we make a workshop."},
    {"Boldbørnene", "Boldbanen", "2016-03-15", "goals.png", -1,
     "Vi køber to nye mål med net og maler stregerne op.",
     "We buy two new goals with nets and paint the lines."},
};

static const struct {
	const char *da, *en;
} summaries[] = {
    {"Tyve små haver, et skur og vand.",
     "Twenty small gardens, a shed and water."},
    {"Klatrestativ, balance og plads til bold.",
     "Climbing frame, balance beams and room for ball games."},
    {"Et tag, borde og lys, hvor vi kan mødes.", ""},
    {"En kasse med legetøj, som alle må låne.",
     "A box of toys that everyone may borrow."},
    {"To store grill og borde på plænen.",
     "Two large grills and tables on the lawn."},
    {"Musik, mad og lege for hele området.",
     "Music, food and games for the whole area."},
    {"Fem bænke, så man kan hvile på vejen.",
     "Five benches, so that people can rest on the way."},
    {"Blomster ved alle indgange.", "Flowers at every entrance."},
    {"Værktøj og hjælp til at lappe cykler.",
     "Tools and help to mend bicycles."},
    {"To mål med net på boldbanen.", "Two goals with nets on the pitch."},
};

struct meeting *voter_meeting_new(void)
{
	struct meeting *meeting = bolbro_new();

	if (!meeting)
		return NULL;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct proposal *proposal = &meeting->proposals[i];

		proposal->proposer = rows[i].proposer;
		proposal->place = rows[i].place;
		proposal->finish_by = rows[i].finish_by;
		proposal->image = rows[i].image;
		proposal->walk_minutes = rows[i].walk_minutes;
		proposal->summary.in[0] = summaries[i].da;
		proposal->summary.in[1] = summaries[i].en;
		proposal->body.in[0] = rows[i].text_da;
		proposal->body.in[1] = rows[i].text_en;
	}
	demo_pictures_adopt(meeting);
	meeting->proposals[2].title.in[1] = NULL;
	meeting->proposals[1].accepts_partial = true;
	meeting->proposals[1].min_cost_minor = INT64_C(4000000);
	meeting->proposals[1].incompatible[0] = 1;
	meeting->proposals[1].incompatible_count = 1;
	return meeting;
}
