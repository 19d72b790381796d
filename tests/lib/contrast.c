#include "tests/lib/contrast.h"

#include <math.h>

static double channel(uint32_t value)
{
	double part = value / 255.0;

	return part <= 0.03928 ? part / 12.92
			       : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
	return 0.2126 * channel(colour >> 16 & 255) +
	       0.7152 * channel(colour >> 8 & 255) +
	       0.0722 * channel(colour & 255);
}

double contrast(enum ui_theme theme, enum role ink, enum role paper)
{
	double a = luminance(theme_colour(theme, ink));
	double b = luminance(theme_colour(theme, paper));

	return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}
