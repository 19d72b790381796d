#include "tools/bundle/bundle_table.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tools/line/report.h"

struct table *table_new(int columns, unsigned right)
{
	struct table *table = calloc(1, sizeof(*table));

	assert(columns <= TABLE_COLUMNS);
	if (!table)
		return NULL;
	table->columns = columns;
	table->right = right;
	return table;
}

void table_free(struct table *table)
{
	if (!table)
		return;
	for (int i = 0; i < table->count; i++)
		for (int j = 0; j < table->columns; j++)
			free(table->cells[i][j]);
	free(table);
}

enum status table_add(struct table *table, const char *const *cells)
{
	assert(table->count < TABLE_ROWS);
	for (int i = 0; i < table->columns; i++) {
		table->cells[table->count][i] = strdup(cells[i]);
		if (table->cells[table->count][i])
			continue;
		while (i-- > 0)
			free(table->cells[table->count][i]);
		return STATUS_MEMORY;
	}
	table->count++;
	return STATUS_OK;
}

/* How many characters TEXT has: a byte 10xxxxxx continues one. */
static int width_of(const char *text)
{
	int width = 0;

	for (; *text; text++)
		width += ((unsigned char)*text & 0xc0) != 0x80;
	return width;
}

static void write_row(const struct table *table, int row, const int *widths,
		      FILE *out)
{
	int owed = 0; /* blanks, written only when more text follows */

	for (int i = 0; i < table->columns; i++) {
		const char *cell = table->cells[row][i];
		int blanks = widths[i] - width_of(cell);
		bool right = table->right >> i & 1;

		owed += right ? blanks : 0;
		if (*cell)
			fprintf(out, "%*s%s", owed, "", cell);
		if (*cell)
			owed = 0;
		owed += (right ? 0 : blanks) + TABLE_GAP;
	}
}

enum status table_print(const struct table *table,
			const struct arguments *arguments)
{
	int widths[TABLE_COLUMNS] = {0};

	for (int i = 0; i < table->count; i++)
		for (int j = 0; j < table->columns; j++)
			if (width_of(table->cells[i][j]) > widths[j])
				widths[j] = width_of(table->cells[i][j]);
	for (int i = 0; i < table->count; i++) {
		char *line = NULL;
		size_t length;
		FILE *out = open_memstream(&line, &length);

		if (!out)
			return STATUS_MEMORY;
		write_row(table, i, widths, out);
		if (fclose(out) != 0) {
			free(line);
			return STATUS_MEMORY;
		}
		report_line(arguments, "  %s", line);
		free(line);
	}
	return STATUS_OK;
}
