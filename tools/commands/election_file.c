#include "tools/commands/election_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/line/report.h"
#include "words/words.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define DATABASE "SQLite format 3"

enum { HEAD_BYTES = 64 };

/* The first bytes of the ordinary file PATH, ended by NUL; "" for others, which
 * can be read but once. */
static void head_read(const char *path, char ret_head[HEAD_BYTES])
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat found;
	ssize_t got = 0;

	if (file >= 0 && fstat(file, &found) == 0 && S_ISREG(found.st_mode))
		got = read(file, ret_head, HEAD_BYTES - 1);
	ret_head[got > 0 ? got : 0] = '\0';
	if (file >= 0)
		close(file);
}

bool election_file_is(const char *path)
{
	const char *point = strrchr(path, '.');
	char head[HEAD_BYTES];
	const char *text = head;

	head_read(path, head);
	if (strncmp(head, DATABASE, strlen(DATABASE)) == 0)
		return false;
	if (point && strcasecmp(point, ".pb") == 0)
		return true;
	if (strncmp(text, BYTE_ORDER_MARK, strlen(BYTE_ORDER_MARK)) == 0)
		text += strlen(BYTE_ORDER_MARK);
	text += strspn(text, " \t\r\n");
	return strncasecmp(text, "META", 4) == 0 &&
	       (text[4] == '\0' || strchr(" \t\r\n;", text[4]));
}

enum status election_file_refuse(const struct arguments *arguments,
				 enum status status, const char *text)
{
	if (argument_json(arguments))
		fprintf(stderr, "stemmeboks: %s\n", text);
	return report_refusal(arguments, status, "%s", text);
}

/* Tells why PATH could not be read. */
static enum status read_refuse(const struct arguments *arguments,
			       const char *path,
			       const struct pabulib_notes *notes,
			       enum status status)
{
	char *text = NULL;
	int made;

	if (notes->refusal)
		made = asprintf(&text, "%s:%ld: %s", path, notes->refused_line,
				notes->refusal);
	else
		made = asprintf(&text, "%s: %s", path,
				status == STATUS_LIMIT
				    ? _("This file is larger than can be "
					"counted (4 GB).")
				    : words_get(status_text(status)));
	if (made < 0)
		return report_error(arguments, STATUS_MEMORY, NULL);
	election_file_refuse(arguments, status, text);
	free(text);
	return status;
}

enum status election_file_read(const struct arguments *arguments,
			       const char *path, bool lenient,
			       struct pabulib_notes *notes,
			       struct pabulib **ret_pabulib)
{
	enum status status = pabulib_read(path, lenient, notes, ret_pabulib);

	return status == STATUS_OK
		   ? status
		   : read_refuse(arguments, path, notes, status);
}

void election_file_warn(void *context, const char *line)
{
	fprintf(context, "stemmeboks: %s\n", line);
}
