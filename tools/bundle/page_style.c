/* How index.html looks: one style sheet, light and dark, from 320 pixels on. */
#include "tools/bundle/page.h"

#include <inttypes.h>

/* UX.md (b). Text and muted are 10:1 and more on bg, surface and selected. */
const struct page_colour page_colours[] = {
    {"bg", 0xFFFFFF, 0x0E131A},		{"surface", 0xF3F5F7, 0x1B222C},
    {"text", 0x14181F, 0xF4F6F8},	{"muted", 0x333A43, 0xC9D0D8},
    {"outline", 0x5A626E, 0x98A3B0},	{"primary", 0x003468, 0x9CCBFF},
    {"on-primary", 0xFFFFFF, 0x0E131A}, {"selected", 0xDCEBFA, 0x173A5E},
    {"success", 0x0B4A1F, 0x8FE3A4},	{"warn", 0xFFC457, 0xFFC457},
    {"on-warn", 0x14181F, 0x0E131A},	{"track", 0xE1E5EA, 0x2B3542},
    {"funded", 0x0072B2, 0x56B4E9},	{NULL, 0, 0},
};

static void write_colours(bool dark, FILE *out)
{
	fputs(":root{", out);
	for (const struct page_colour *colour = page_colours; colour->name;
	     colour++)
		fprintf(out, "--%s:#%06" PRIx32 ";", colour->name,
			dark ? colour->dark : colour->light);
	/* The bar at the top: a wide light one would dazzle in the dark. */
	fprintf(out, "--top:var(--%s);--on-top:var(--%s)}",
		dark ? "surface" : "primary", dark ? "text" : "on-primary");
}

static const char base[] =
    "*{box-sizing:border-box}\n"
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{margin:0;background:var(--bg);color:var(--text);"
    "font:1.0625rem/1.5 system-ui,-apple-system,\"Segoe UI\",\"Noto Sans\","
    "Roboto,\"DejaVu Sans\",sans-serif;overflow-wrap:anywhere}\n"
    "h1,h2,h3,p,ul,ol,dl,table,figure{margin:0}\n"
    "h1{font-size:clamp(2rem,1.4rem + 3vw,3.25rem);line-height:1.12;"
    "letter-spacing:-.015em}\n"
    "h2{font-size:clamp(1.5rem,1.3rem + 1vw,2rem);line-height:1.2}\n"
    "h3{font-size:1.1875rem;line-height:1.3;margin-top:2rem}\n"
    "a{color:var(--primary);text-underline-offset:.15em}\n"
    ":focus-visible{outline:4px solid var(--text);outline-offset:0;"
    "box-shadow:0 0 0 8px var(--warn);border-radius:4px}\n"
    "code{font-family:ui-monospace,\"DejaVu Sans Mono\",monospace;"
    "font-size:.9375em;overflow-wrap:anywhere}\n"
    ".command{display:block;margin-top:.5rem;padding:.625rem .875rem;"
    "background:var(--surface);border-inline-start:4px solid "
    "var(--primary);border-radius:0 8px 8px 0;white-space:pre-wrap}\n"
    ".aside{position:absolute;width:1px;height:1px;overflow:hidden;"
    "clip-path:inset(50%);white-space:nowrap}\n";

static const char frame[] =
    ".top{background:var(--top);color:var(--on-top)}\n"
    ".top>div,main,footer{max-width:64rem;margin:0 auto;"
    "padding-inline:clamp(1rem,4vw,2.5rem)}\n"
    ".top>div{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;"
    "align-items:center;justify-content:space-between;padding-block:.75rem}\n"
    ".brand{display:flex;align-items:center;gap:.625rem;font-weight:700;"
    "font-size:1.125rem}\n"
    ".brand svg{width:1.75rem;height:1.75rem;flex:none}\n"
    "nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;"
    "gap:.5rem}\n"
    "nav a{display:block;min-height:2.75rem;min-width:2.75rem;"
    "padding:.5rem .875rem;border:2px solid currentColor;border-radius:8px;"
    "color:var(--on-top);font-weight:600;text-decoration:none}\n"
    "nav a:hover{text-decoration:underline}\n"
    "main{padding-block:clamp(1.5rem,4vw,3rem)}\n"
    ".language+.language{margin-top:4rem;padding-top:3rem;"
    "border-top:4px solid var(--primary)}\n"
    /* A language that was chosen begins with the bar to choose another. */
    ".language{scroll-margin-top:100vh}\n"
    ".language>section{margin-top:clamp(2.5rem,6vw,4rem)}\n"
    ".where{color:var(--muted);font-size:1.1875rem;margin-top:.5rem}\n"
    ".facts{display:grid;gap:.75rem;margin-top:1.75rem;"
    "grid-template-columns:repeat(auto-fit,minmax(min(100%,9.5rem),1fr))}\n"
    ".facts div{background:var(--surface);border-radius:8px;"
    "padding:.875rem 1rem;display:flex;flex-direction:column-reverse;"
    "justify-content:flex-end}\n"
    ".facts dt{color:var(--muted)}\n"
    ".facts dd{margin:0;font-size:1.625rem;line-height:1.2;font-weight:700;"
    "font-variant-numeric:tabular-nums}\n"
    ".note{margin-top:1.5rem;padding:1rem 1.25rem;background:var(--warn);"
    "color:var(--on-warn);border-radius:8px}\n"
    ".note p+p,.plain p+p{margin-top:.375rem}\n"
    ".plain{margin-top:.75rem;padding:1rem 1.25rem;"
    "background:var(--selected);border-radius:8px}\n"
    "footer{padding-block:1.5rem 3rem;color:var(--muted);"
    "border-top:1px solid var(--outline)}\n";

static const char tables[] =
    "table{width:100%;border-collapse:collapse;margin-top:1.25rem}\n"
    "caption{text-align:start;color:var(--muted);padding-bottom:.5rem}\n"
    "th,td{padding:.75rem .625rem;text-align:start;vertical-align:top;"
    "border-bottom:1px solid var(--outline);font-variant-numeric:"
    "tabular-nums}\n"
    "thead th{color:var(--muted);font-weight:600;vertical-align:bottom;"
    "border-bottom-width:2px}\n"
    "tbody th{font-weight:600}\n"
    ".n{text-align:end;white-space:nowrap}\n"
    ".key{display:none}\n"
    ".number b{display:inline-block;min-width:2.125rem;padding:0 .375rem;"
    "border:2px solid var(--outline);border-radius:8px;text-align:center;"
    "background:var(--bg)}\n"
    ".got{background:var(--selected)}\n"
    ".got .gets{font-weight:700}\n"
    ".why{display:block;font-weight:400;color:var(--muted);"
    "margin-top:.125rem}\n"
    ".got .why{color:var(--success);font-weight:600}\n"
    ".bar{display:block;width:100%;height:.875rem;margin-top:.375rem}\n"
    ".money .bar{height:1.5rem}\n"
    ".track{fill:var(--track)}.funded{fill:var(--funded)}\n"
    ".hatched{fill:url(#hatch);stroke:var(--outline);stroke-width:2}\n"
    ".hatch{stroke:var(--outline);stroke-width:2}\n"
    ".hatching{fill:var(--bg)}\n"
    "[dir=rtl] .bar{transform:scaleX(-1)}\n"
    ".votes{width:30%;min-width:9rem}\n"
    ".money{margin-top:1rem;font-variant-numeric:tabular-nums}\n"
    ".money p{display:flex;flex-wrap:wrap;gap:0 2rem;"
    "justify-content:space-between;font-size:1.1875rem}\n"
    ".steps{padding-inline-start:1.75rem;margin-top:.75rem}\n"
    ".steps li+li{margin-top:.5rem}.steps li,.list li{max-width:46rem}\n"
    ".told{list-style:none;padding-inline-start:1rem;"
    "border-inline-start:4px solid var(--track)}\n"
    ".list{padding-inline-start:1.25rem;margin-top:.75rem}\n"
    ".list li+li{margin-top:.375rem}\n"
    "main li a{display:inline-block;min-height:1.5rem}\n"
    ".narrow{max-width:32rem}\n"
    ".print{font-size:1.1875rem;font-weight:700}\n"
    "section>p{margin-top:.75rem;max-width:42rem}\n";

/* Under 42rem every row of a result is a card: two tables' worth of columns do
 * not fit a telephone. The roles in the HTML keep it a table to the ear. */
static const char phone[] =
    "@media (max-width:42rem){\n"
    ".result thead{position:absolute;width:1px;height:1px;overflow:hidden;"
    "clip-path:inset(50%)}\n"
    ".result,.result tbody,.result caption{display:block}\n"
    ".result tr{display:grid;grid-template-columns:repeat(12,1fr);"
    "row-gap:.625rem;padding:.875rem;margin-top:.75rem;"
    "border:1px solid var(--outline);border-radius:8px}\n"
    ".result tbody th,.result td{display:block;border:0;padding:0;"
    "padding-inline-end:.5rem;text-align:start;white-space:normal}\n"
    ".result .number{grid-area:1/1/2/3}.result .what{grid-area:1/3/2/-1;"
    "font-size:1.125rem}\n"
    ".result .votes{grid-area:2/1/3/-1;width:auto;padding:0}\n"
    ".result .place{grid-area:3/1/4/4}.result .cost{grid-area:3/4/4/9}"
    ".result .gets{grid-area:3/9/4/-1}\n"
    ".key{display:block;color:var(--muted);font-size:.9375rem;"
    "font-weight:400}\n"
    ".number .key{position:absolute;width:1px;height:1px;overflow:hidden;"
    "clip-path:inset(50%)}\n"
    ".votes .key{display:inline}\n"
    "}\n";

/* Where the browser can, only the language that was asked for is shown, and at
 * first the first; where it cannot, they stand one below the other. */
static const char choice[] =
    "@supports selector(:has(a)){\n"
    ".language{display:none}\n"
    ".language+.language{margin-top:0;padding-top:0;border-top:0}\n"
    ".language:target,.language:has(:target),"
    "main:not(:has(:target)) .language:first-child{display:block}\n"
    "}\n"
    "@media (forced-colors:active){.funded{fill:Highlight}"
    ".hatched{fill:Canvas;stroke:CanvasText}.track{fill:Canvas;"
    "stroke:CanvasText}}\n";

static const char paper[] =
    "@media print{body{font-size:10.5pt}nav,.hatching{display:none}"
    ".top{background:none;color:inherit;border-bottom:2px solid}"
    "tr,.plain,.note{break-inside:avoid}h2,h3,caption{break-after:avoid}"
    ".bar,.got,.note,.plain{print-color-adjust:exact;"
    "-webkit-print-color-adjust:exact}}\n";

/* The language that is shown looks pressed in the bar at the top. */
static void write_chosen(const struct meeting *meeting, FILE *out)
{
	fputs("@supports selector(:has(a)){\n"
	      "body:not(:has(:target)) nav li:first-child a",
	      out);
	for (int i = 0; i < meeting->language_count; i++)
		fprintf(
		    out,
		    ",\nbody:has(#%s:target,#%s :target) nav a[href=\"#%s\"]",
		    meeting->languages[i], meeting->languages[i],
		    meeting->languages[i]);
	fputs("{background:var(--on-top);color:var(--top)}\n}\n", out);
}

void page_style(const struct meeting *meeting, FILE *out)
{
	fputs("<style>\n:root{color-scheme:light dark}\n", out);
	write_colours(false, out);
	fputs("\n@media screen and (prefers-color-scheme:dark){", out);
	write_colours(true, out);
	fprintf(out, "}\n%s%s%s%s%s%s", base, frame, tables, phone, choice,
		paper);
	write_chosen(meeting, out);
	fputs("</style>\n", out);
}

void page_patterns(FILE *out)
{
	fputs("<svg class=\"aside\" aria-hidden=\"true\" focusable=\"false\">"
	      "<defs><pattern id=\"hatch\" width=\"8\" height=\"8\" "
	      "patternUnits=\"userSpaceOnUse\" "
	      "patternTransform=\"rotate(45)\">"
	      "<rect class=\"hatching\" width=\"8\" height=\"8\"/>"
	      "<path class=\"hatch\" d=\"M0 0V8\"/></pattern></defs></svg>\n",
	      out);
}
