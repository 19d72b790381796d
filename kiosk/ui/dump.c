#include "ui/list.h"

#include <string.h>

static const char *const COMMANDS[COMMAND_COUNT] = {
#define COMMAND(name, spelled) [COMMAND_##name] = (spelled),
#include "ui/command.def"
#undef COMMAND
};

static const char *const ROLES[ROLE_COUNT] = {
#define ROLE(name, light, dark, contrast) [ROLE_##name] = #name,
#include "ui/theme.def"
#undef ROLE
};

static const char *const TYPES[TYPE_COUNT] = {
#define TYPE(name, size, line, bold) [TYPE_##name] = #name,
#include "ui/type.def"
#undef TYPE
};

static const char *const ICONS[ICON_COUNT] = {
#define ICON(name) [ICON_##name] = #name,
#include "ui/icon.def"
#undef ICON
};

static const char *const ALIGNS[] = {"start", "centre", "end"};
static const char *const THEMES[UI_THEMES] = {"light", "dark", "contrast"};

/* A golden is a file of whole lines: line feeds and quotes are escaped. */
static void dump_text(const char *text, size_t size, FILE *out)
{
	fputs(" \"", out);
	for (size_t i = 0; i < size; i++) {
		if (text[i] == '\n')
			fputs("\\n", out);
		else if (text[i] == '"' || text[i] == '\\')
			fprintf(out, "\\%c", text[i]);
		else
			fputc(text[i], out);
	}
	fputc('"', out);
}

/* A picture by its file name: the folder differs from machine to machine. */
static void dump_path(const char *text, size_t size, FILE *out)
{
	const char *slash = memrchr(text, '/', size);
	const char *name = slash ? slash + 1 : text;

	dump_text(name, size - (size_t)(name - text), out);
}

static void dump_command(const struct list *list, const struct command *command,
			 FILE *out)
{
	const char *text = command->text_size > 0
			       ? (const char *)list->bytes + command->text_at
			       : "";
	const char *fill = ROLES[command->fill], *edge = ROLES[command->edge];

	fprintf(out, "%s %d %d %d %d", COMMANDS[command->kind], command->rect.x,
		command->rect.y, command->rect.w, command->rect.h);
	switch ((enum command_kind)command->kind) {
	case COMMAND_FILL:
	case COMMAND_HATCH:
		fprintf(out, " %s", fill);
		break;
	case COMMAND_PANEL:
		fprintf(out, " %s r%d", fill, command->a);
		if (command->b > 0)
			fprintf(out, " %s %d", edge, command->b);
		break;
	case COMMAND_FRAME:
		fprintf(out, " %s r%d %d", fill, command->a, command->b);
		break;
	case COMMAND_RING:
		fprintf(out, " %s on %s %d of 1000, %d wide", fill, edge,
			command->a, command->b);
		break;
	case COMMAND_ICON:
		fprintf(out, " %s %s", ICONS[command->a], fill);
		break;
	case COMMAND_TEXT:
		fprintf(out, " %s %s %s", TYPES[command->a], fill,
			ALIGNS[command->b]);
		dump_text(text, command->text_size, out);
		break;
	case COMMAND_IMAGE:
		dump_path(text, command->text_size, out);
		break;
	case COMMAND_QR:
		dump_text(text, command->text_size, out);
		break;
	case COMMAND_GREY:
		fprintf(out, " %d by %d", command->b, command->c);
		break;
	case COMMAND_INSET:
		fprintf(out, " %s %s", THEMES[command->a],
			command->b ? "rtl" : "ltr");
		break;
	case COMMAND_OUTSET:
	case COMMAND_SHADE:
	case COMMAND_COUNT:
		break;
	}
	fputc('\n', out);
}

void list_dump(const struct list *list, FILE *out)
{
	fprintf(out, "frame %d %d %s %s\n", list->w, list->h,
		THEMES[list->theme], list->rtl ? "rtl" : "ltr");
	for (int i = 0; i < list->count; i++)
		dump_command(list, &list->commands[i], out);
}
