/* Everything that can be drawn, on four pages, in three themes and both
 * directions, as it was looked at. */
#include "tests/lib/cmocka_all.h"

#include <limits.h>

#include "tests/lib/demo_pictures.h"
#include "tests/lib/golden.h"
#include "tests/lib/layout.h"
#include "tests/lib/ui_fixture.h"

enum widget { WIDGET_BUTTON = 1, WIDGET_HEADER, WIDGET_CARD, WIDGET_CHOOSE };

static void page_buttons(struct ui *ui, void *context)
{
	static const char *const NAMES[] = {"Videre", "Tilbage", "Valgt",
					    "Fjern", "Ikke penge nok"};
	static const struct button HEADER[] = {
	    {BUTTON_PLAIN, "Sprog", ICON_LANGUAGE, TYPE_SMALL_BOLD},
	    {BUTTON_PLAIN, "Hjælp", ICON_HELP, TYPE_SMALL_BOLD},
	};

	(void)context;
	for (int i = 0; i < 2; i++)
		ui_button(ui, UI_ID(WIDGET_HEADER, i),
			  (struct rect){48 + 180 * i, 24, 160, 72}, &HEADER[i]);
	for (int kind = 0; kind <= BUTTON_QUIET; kind++) {
		struct button button = {kind, NAMES[kind], -1, TYPE_TITLE};
		int y = 130 + 150 * kind;

		ui_button(ui, UI_ID(WIDGET_BUTTON, 10 * kind),
			  (struct rect){48, y, 328, 80}, &button);
		button.icon = kind == BUTTON_PRIMARY  ? ICON_NEXT
			      : kind == BUTTON_DANGER ? ICON_CROSS
						      : ICON_PREVIOUS;
		ui_button(ui, UI_ID(WIDGET_BUTTON, 10 * kind + 1),
			  (struct rect){408, y, 420, 96}, &button);
		button.icon = -1;
		button.type = TYPE_H2;
		ui_button(ui, UI_ID(WIDGET_BUTTON, 10 * kind + 2),
			  (struct rect){860, y, 480, 120}, &button);
		button.type = TYPE_TITLE;
		button.label = "Et længere ord på en knap står på to linjer";
		ui_button(ui, UI_ID(WIDGET_BUTTON, 10 * kind + 3),
			  (struct rect){1372, y, 420, 112}, &button);
	}
}

static void page_icons(struct ui *ui, void *context)
{
	(void)context;
	for (int icon = 0; icon < ICON_COUNT; icon++) {
		int x = 36 + icon % 9 * 206, y = 16 + icon / 9 * 264;

		draw_icon(ui, (struct rect){x, y, 168, 168}, icon, ROLE_TEXT);
		draw_icon(ui, (struct rect){x, y + 180, 32, 32}, icon,
			  ROLE_PRIMARY);
		draw_icon(ui, (struct rect){x + 44, y + 180, 48, 48}, icon,
			  ROLE_PRIMARY);
		draw_icon(ui, (struct rect){x + 104, y + 180, 72, 72}, icon,
			  ROLE_DANGER);
	}
}

static void page_text(struct ui *ui, void *context)
{
	static const char *const TEXTS[] = {
	    "Du har valgt \u20682\u2069 forslag. Du kan vælge \u20681\u2069 "
	    "mere. Forslaget koster \u206825.000\u00A0kr.\u2069",
	    "لقد اخترت \u206812\u2069 مشروعًا. تكلفة "
	    "\u2068Bevægelsespark\u2069 هي "
	    "\u2068100.000\u00A0kr.\u2069 (Bolbro).",
	    "Arabisk: العربية, tamil: தமிழ், tigrinya: "
	    "ትግርኛ, farsi: فارسی, urdu: اردو.",
	    "Et langt ord: Speciallægepraksisplanlægningsstabiliseringsperiode "
	    "må deles.",
	};
	int y = 24;

	(void)context;
	for (int type = 0; type < TYPE_HALL_GIANT; type++) {
		y += 8 + text_height(ui, "Å", type, 900) *
			     draw_text(ui, (struct rect){48, y, 860, 160},
				       "Allotments – haver ÆØÅ gj 0123", type,
				       type % 2 ? ROLE_MUTED : ROLE_TEXT,
				       ALIGN_START);
	}
	y = 24;
	for (int i = 0; i < 4; i++) {
		int h = text_height(ui, TEXTS[i], TYPE_BODY, 640);

		draw_panel(ui, (struct rect){960, y, 688, h + 32}, 8,
			   ROLE_SURFACE, ROLE_OUTLINE, 3);
		draw_text(ui, (struct rect){984, y + 16, 640, h}, TEXTS[i],
			  TYPE_BODY, ROLE_TEXT, ALIGN_START);
		y += h + 48;
	}
	draw_text(ui, (struct rect){960, y, 300, 80},
		  "Denne sætning er for lang til de to linjer her.", TYPE_BODY,
		  ROLE_DANGER, ALIGN_CENTRE);
	draw_text(ui, (struct rect){1300, y, 300, 40},
		  "هذه الجملة أطول من سطر واحد هنا", TYPE_BODY, ROLE_SUCCESS,
		  ALIGN_END);
}

static const char *field_path(char ret_path[PATH_MAX])
{
	snprintf(ret_path, PATH_MAX, "%s/field.png", demo_pictures());
	return ret_path;
}

static void draw_card(struct ui *ui, int i, struct rect rect)
{
	char path[PATH_MAX];
	bool chosen = i % 3 == 1;
	struct button button = {chosen ? BUTTON_CHOSEN : BUTTON_PRIMARY,
				chosen ? "Valgt" : "Vælg", -1, TYPE_TITLE};

	ui_area(ui, UI_ID(WIDGET_CARD, i), rect, "Bevægelsespark");
	draw_panel(ui, rect, 8, chosen ? ROLE_SELECTED : ROLE_SURFACE,
		   chosen ? ROLE_PRIMARY : ROLE_OUTLINE, chosen ? 6 : 3);
	draw_image(ui, (struct rect){rect.x + 16, rect.y + 16, 216, 216},
		   i == 0 ? field_path(path) : "", NULL);
	draw_text(ui, (struct rect){rect.x + 248, rect.y + 16, 328, 114},
		  "Bevægelsespark ved skolen i Bolbro", TYPE_TITLE,
		  chosen ? ROLE_ON_SELECTED : ROLE_TEXT, ALIGN_START);
	draw_text(ui, (struct rect){rect.x + 248, rect.y + 140, 328, 44},
		  "100.000\u00A0kr.", TYPE_COST,
		  chosen ? ROLE_ON_SELECTED : ROLE_TEXT, ALIGN_START);
	ui_button(
	    ui, UI_ID(WIDGET_CHOOSE, i),
	    (struct rect){rect.x + rect.w - 344, rect.y + rect.h - 96, 328, 80},
	    &button);
}

static void page_shapes(struct ui *ui, void *context)
{
	char path[PATH_MAX];

	(void)context;
	for (int i = 0; i < 3; i++)
		draw_card(ui, i, (struct rect){48 + 616 * i, 24, 592, 340});
	draw_fill(ui, (struct rect){48, 400, 592, 32}, ROLE_TRACK);
	draw_fill(ui, (struct rect){48, 400, 300, 32}, ROLE_METER);
	draw_hatch(ui, (struct rect){360, 400, 200, 32}, ROLE_DANGER);
	draw_ring(ui, (struct rect){48, 460, 240, 240}, 620, 20, ROLE_PRIMARY,
		  ROLE_TRACK);
	draw_ring(ui, (struct rect){308, 460, 120, 120}, 1000, 12, ROLE_SUCCESS,
		  ROLE_TRACK);
	draw_qr(ui, (struct rect){680, 460, 300, 300}, "B0A1B2C3D4E5F6G7H8J9");
	draw_panel(ui, (struct rect){1020, 460, 400, 120}, 60, ROLE_WARN,
		   ROLE_ON_WARN, 3);
	draw_text_middle(ui, (struct rect){1040, 460, 360, 120},
			 "Er du der stadig?", TYPE_TITLE, ROLE_ON_WARN,
			 ALIGN_CENTRE);
	draw_panel(ui, (struct rect){1020, 620, 9, 9}, 8, ROLE_FUNDED,
		   ROLE_FUNDED, 0);
	draw_panel(ui, (struct rect){1060, 620, 300, 84}, 0, ROLE_BG,
		   ROLE_FUNDED, 4);
	draw_hatch(ui, (struct rect){1064, 624, 292, 76}, ROLE_FUNDED);
	draw_image(ui, (struct rect){48, 720, 400, 300}, field_path(path),
		   NULL);
}

static void page_overlay(struct ui *ui, void *context)
{
	static const struct button YES = {BUTTON_PRIMARY, "Ja, fortsæt", -1,
					  TYPE_TITLE};

	ui_set_enabled(ui, false);
	page_shapes(ui, context);
	ui_set_enabled(ui, true);
	draw_shade(ui);
	draw_panel(ui, (struct rect){460, 320, 1000, 440}, 8, ROLE_BG,
		   ROLE_OUTLINE, 3);
	draw_text(ui, (struct rect){508, 360, 904, 200},
		  "Er du der stadig? Dine valg slettes om 30 sekunder. Du kan "
		  "bruge din seddel igen.",
		  TYPE_H2, ROLE_TEXT, ALIGN_START);
	ui_button(ui, UI_ID(WIDGET_BUTTON, 0),
		  (struct rect){740, 600, 440, 120}, &YES);
}

static const struct gallery {
	const char *name;
	page_draw *page;
} PAGES[] = {{"buttons", page_buttons},
	     {"icons", page_icons},
	     {"text", page_text},
	     {"shapes", page_shapes},
	     {"overlay", page_overlay}};

static void every_page_is_drawn_as_it_was_looked_at(void **state)
{
	static const char *const THEMES[] = {"light", "dark", "contrast"};
	struct ui *ui = fixture_open(1920, 1080);
	char name[80];

	(void)state;
	for (size_t i = 0; i < sizeof(PAGES) / sizeof(PAGES[0]); i++) {
		for (int theme = 0; theme < UI_THEMES; theme++) {
			for (int rtl = 0; rtl < 2; rtl++) {
				ui_set_theme(ui, theme);
				ui_set_rtl(ui, rtl);
				fixture_frame(ui, PAGES[i].page, NULL);
				snprintf(name, sizeof(name), "ui/%s-%s-%s",
					 PAGES[i].name, THEMES[theme],
					 rtl ? "rtl" : "ltr");
				golden_check(ui, name);
			}
		}
	}
	ui_free(ui);
}

/* A card's words in one language. */
struct script {
	const char *language, *name, *title, *body, *button;
};

struct scripts {
	const struct script *items;
	int count;
};

/* A column per language, each text in a frame as high as it asks for. */
static void page_scripts(struct ui *ui, void *context)
{
	enum { COLUMN = 620, WIDTH = 580 };
	const struct scripts *scripts = context;

	for (int i = 0; i < scripts->count; i++) {
		const struct script *script = &scripts->items[i];
		const char *const texts[] = {script->name, script->title,
					     script->body};
		static const enum type types[] = {TYPE_H1, TYPE_TITLE,
						  TYPE_BODY};
		struct button button = {BUTTON_PRIMARY, script->button,
					ICON_CHECK, TYPE_TITLE};
		struct rect at = {40 + i % 3 * COLUMN, 20 + i / 3 * 540, WIDTH,
				  0};

		ui_set_language(ui, script->language);
		for (int k = 0; k < 3; k++) {
			at.h = text_height(ui, texts[k], types[k], WIDTH);
			draw_panel(ui, at, 0, ROLE_BG, ROLE_OUTLINE, 1);
			draw_text(ui, at, texts[k], types[k], ROLE_TEXT,
				  ALIGN_START);
			at.y += at.h + 8;
		}
		at.h = 112;
		ui_button(ui, UI_ID(WIDGET_BUTTON, i), at, &button);
	}
}

/* In frames of one direction each. */
static const struct script LTR[] = {
    {"vi", "Tiếng Việt", "CÔNG VIÊN Ở ẪỂ cho mọi người, gọn gàng",
     "Bạn đã chọn \u20682\u2069 đề xuất. Giá \u206825.000\u00A0kr.\u2069",
     "Chọn"},
    {"ta", "தமிழ்", "அனைவருக்கும் பூங்கா கீ ஸ்ரீ",
     "நீங்கள் \u20682\u2069 திட்டங்கள். விலை \u206825.000\u00A0kr.\u2069 (12)",
     "தேர்வு"},
    {"bn", "বাংলা", "সবার জন্য ব্যায়ামের উদ্যান র্কীঁ কৄ",
     "আপনি \u20682\u2069টি প্রস্তাব বেছে নিয়েছেন। খরচ "
     "\u206825.000\u00A0kr.\u2069",
     "বাছুন"},
    {"hi", "हिन्दी", "सबके लिए व्यायाम उद्यान र्कीं कॄ",
     "आपने \u20682\u2069 प्रस्ताव चुने हैं। लागत \u206825.000\u00A0kr.\u2069", "चुनें"},
    {"ti", "ትግርኛ", "ንኹሉ ዝኸውን መናፈሻ ምንቅስቓስ",
     "\u20682\u2069 እማመታት መሪጽኩም። ዋጋ \u206825.000\u00A0kr.\u2069", "ምረጽ"},
    {"uk", "Українська", "Парк для руху на галявині, Їжак Ґ",
     "Ви обрали \u20682\u2069 пропозиції. Ціна \u206825.000\u00A0kr.\u2069",
     "Обрати"},
};

static const struct script RTL[] = {
    {"ar", "العربية", "حديقة الحركة للجميع على العشب",
     "لقد اخترت \u20682\u2069. تكلفة \u2068Bevægelsespark\u2069 هي "
     "\u206825.000\u00A0kr.\u2069 (Bolbro).",
     "اختر"},
    {"fa", "فارسی", "پارک ورزشی برای همه در چمن",
     "شما \u20682\u2069 پیشنهاد انتخاب کرده‌اید. "
     "هزینهٔ "
     "آن "
     "\u206825.000\u00A0kr.\u2069 است.",
     "انتخاب"},
    {"ur", "اردو", "سب کے لیے ورزش کا پارک",
     "آپ نے \u20682\u2069 تجاویز منتخب کی ہیں۔ \u2068Bevægelsespark\u2069 کی "
     "لاگت \u206825.000\u00A0kr.\u2069 ہے۔",
     "منتخب کریں"},
};

static void every_script_is_drawn_as_it_was_looked_at(void **state)
{
	static const struct scripts SCRIPTS[] = {
	    {LTR, sizeof(LTR) / sizeof(LTR[0])},
	    {RTL, sizeof(RTL) / sizeof(RTL[0])},
	};
	struct ui *ui = fixture_open(1920, 1080);

	(void)state;
	for (int rtl = 0; rtl < 2; rtl++) {
		struct scripts scripts = SCRIPTS[rtl];

		ui_set_rtl(ui, rtl);
		fixture_frame(ui, page_scripts, &scripts);
		assert_int_equal(ui_missing(ui), 0);
		assert_int_equal(ui_clipped(ui), 0);
		golden_check(ui, rtl ? "ui/scripts-usual-rtl"
				     : "ui/scripts-usual-ltr");
	}
	ui_free(ui);
}

static void a_held_and_a_focused_button_look_so(void **state)
{
	struct ui *ui = fixture_open(1920, 1080);
	SDL_Rect at;

	(void)state;
	fixture_frame(ui, page_buttons, NULL);
	key(ui, SDL_SCANCODE_TAB, 0);
	fixture_frame(ui, page_buttons, NULL);
	golden_check(ui, "ui/focus");
	at = target_rect(ui, UI_ID(WIDGET_BUTTON, 1));
	finger(ui, SDL_FINGERDOWN, 1, at.x + 9, at.y + 9);
	fixture_frame(ui, page_buttons, NULL);
	golden_check(ui, "ui/held");
	ui_free(ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_page_is_drawn_as_it_was_looked_at),
	    cmocka_unit_test(every_script_is_drawn_as_it_was_looked_at),
	    cmocka_unit_test(a_held_and_a_focused_button_look_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
