#include <string.h>

#include "words/words.h"

/* What the languages of language.def are called by others. */
static const struct {
	const char *code;
	const char *name;
} names[] = {
    {"da", N_("Danish")},      {"en", N_("English")},
    {"ar", N_("Arabic")},      {"so", N_("Somali")},
    {"tr", N_("Turkish")},     {"ur", N_("Urdu")},
    {"fa", N_("Persian")},     {"prs", N_("Dari")},
    {"ku", N_("Kurdish")},     {"ckb", N_("Central Kurdish")},
    {"pl", N_("Polish")},      {"ti", N_("Tigrinya")},
    {"bs", N_("Bosnian")},     {"ta", N_("Tamil")},
    {"ro", N_("Romanian")},    {"fr", N_("French")},
    {"vi", N_("Vietnamese")},  {"uk", N_("Ukrainian")},
    {"ps", N_("Pashto")},      {"de", N_("German")},
    {"es", N_("Spanish")},     {"ru", N_("Russian")},
    {"sr", N_("Serbian")},     {"hr", N_("Croatian")},
    {"sq", N_("Albanian")},    {"sv", N_("Swedish")},
    {"nb", N_("Norwegian")},   {"fo", N_("Faroese")},
    {"kl", N_("Greenlandic")}, {"is", N_("Icelandic")},
    {"bg", N_("Bulgarian")},   {"cs", N_("Czech")},
    {"et", N_("Estonian")},    {"fi", N_("Finnish")},
    {"hu", N_("Hungarian")},   {"it", N_("Italian")},
    {"lt", N_("Lithuanian")},  {"lv", N_("Latvian")},
    {"nl", N_("Dutch")},       {"pt", N_("Portuguese")},
};

const char *words_exonym(const char *language)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i].code, language) == 0)
			return names[i].name;
	return "";
}
