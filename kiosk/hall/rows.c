#include "hall/rows.h"

void rows_add(struct rows *rows, int height)
{
	if (rows->count < ROWS_MOST)
		rows->height[rows->count++] = height;
}

/* The end of the page that begins with row FIRST, and how high its rows are
 * with the gaps between them: a row higher than a page has one for itself. */
static int page_end(const struct rows *rows, int first, int *ret_used)
{
	int used = 0, end = first;

	while (end < rows->count) {
		int more = rows->height[end] + (end > first ? rows->gap : 0);

		if (end > first && used + more > rows->room)
			break;
		used += more;
		end++;
	}
	*ret_used = used;
	return end;
}

int rows_pages(const struct rows *rows)
{
	int pages = 0, used;

	for (int i = 0; i < rows->count; pages++)
		i = page_end(rows, i, &used);
	return pages > 0 ? pages : 1;
}

void rows_page(const struct rows *rows, int page, int *ret_first, int *ret_end,
	       int *ret_air)
{
	int first = 0, used, end = page_end(rows, first, &used), air = 0;

	for (int i = 0; i < page && end < rows->count; i++) {
		first = end;
		end = page_end(rows, first, &used);
	}
	if (end > first)
		air = (rows->room - used) / (end - first);
	*ret_first = first;
	*ret_end = end;
	*ret_air = air < 0 ? 0 : air < rows->air_most ? air : rows->air_most;
}
