#include "ui/draw.h"

static const uint32_t COLOURS[ROLE_COUNT][UI_THEMES] = {
#define ROLE(name, light, dark, contrast)                                      \
	[ROLE_##name] = {light, dark, contrast},
#include "ui/theme.def"
#undef ROLE
};

uint32_t theme_colour(enum ui_theme theme, enum role role)
{
	return COLOURS[role][theme];
}
