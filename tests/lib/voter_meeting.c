#include "tests/lib/voter_meeting.h"

#include "tests/lib/bolbro.h"

const char voter_images[] = "assets/demo/images";

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
    {"Havegruppen", "Bag blok 4", "juni", "allotments.png", 4,
     "Vi laver tyve små haver bag blok 4. Hver have er ti kvadratmeter. Der "
     "kommer et fælles skur med redskaber og en vandpost.",
     "We make twenty small gardens behind block 4. Each is ten square metres. "
     "There will be a shared shed with tools and a water post."},
    {"Bevægelsesgruppen", "Plænen ved skolestien", "juli", "movement-park.png",
     6,
     "Plænen ved skolestien bliver en bevægelsespark. Der kommer et "
     "klatrestativ, balancebomme og en bane til boldspil.",
     "The lawn by the school path becomes a movement park. There will be a "
     "climbing frame, balance beams and a ball court."},
    {"Naboer i blok 2", "", "", "meeting-place.png", 3,
     "Ved parkeringspladsen bygger vi et halvtag med borde og bænke.", ""},
    {"Forældre ved legepladsen", "Legepladsen", "februar", "toys.png", 2,
     "Vi sætter en stor kasse med bolde, spande og køretøjer ved legepladsen.",
     "We put a large box of balls, buckets and vehicles by the playground."},
    {"Naboer i blok 5", "Den store plæne", "maj", "barbecue.png", 4,
     "Vi murer to store grill og stiller borde op. Pladsen er for alle.",
     "We build two large grills and put up tables. The place is for everyone."},
    {"Festgruppen", "Den store plæne", "juni", "summer-party.png", 4,
     LONG_DA LONG_DA LONG_DA LONG_DA LONG_DA LONG_DA LONG_DA LONG_DA LONG_DA,
     LONG_EN LONG_EN LONG_EN LONG_EN LONG_EN LONG_EN LONG_EN LONG_EN LONG_EN},
    {"Seniorklubben", "Stien til butikkerne", "april", "benches.png", 5,
     "Vi stiller fem bænke med ryg og armlæn langs stien til butikkerne.",
     "We put five benches with backs and armrests along the path to the "
     "shops."},
    {"Havegruppen", "Indgangene", "maj", "raised-beds.png", 2,
     "Ved hver indgang stiller vi to højbede med blomster.",
     "At every entrance we put two raised beds with flowers."},
    {"Cykelgruppen", "Kælderen under blok 3", "marts", "", 3,
     "I kælderen under blok 3 laver vi et værksted.",
     "In the basement of block 3 we make a workshop."},
    {"Boldbørnene", "Boldbanen", "marts", "goals.png", -1,
     "Vi køber to nye mål med net og maler stregerne op.",
     "We buy two new goals with nets and paint the lines."},
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
		proposal->body.in[0] = rows[i].text_da;
		proposal->body.in[1] = rows[i].text_en;
	}
	meeting->proposals[2].title.in[1] = NULL;
	meeting->proposals[1].accepts_partial = true;
	meeting->proposals[1].min_cost_minor = INT64_C(4000000);
	return meeting;
}
