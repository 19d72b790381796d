#include "tools/paper/paper_table.h"

#include <string.h>

#define GAP MM(3)     /* between columns */
#define PAD MM(0.9)   /* above and below a row */
#define HEAD_LINE 0.9 /* points */
#define ROW_LINE 0.25
#define LEAST_SHARE 0.35 /* of the width is for the column that grows */

static const struct sheet_set plain = {11, false, SHEET_INK},
			      bold = {11, true, SHEET_INK},
			      head = {11, true, SHEET_DEEP};

/* A table with the widths of its columns. */
struct laid {
	struct sheet *sheet;
	const struct sheet_table *table;
	double from[TABLE_COLUMNS], width[TABLE_COLUMNS];
	double head_height;
};

static double most(double a, double b)
{
	return a > b ? a : b;
}

/* As wide as the widest that stands in them. The digits of our fonts are
 * equally wide, so of texts as long as one seen before none need be measured.
 */
static void natural_widths(struct laid *laid)
{
	const struct sheet_table *table = laid->table;
	size_t longest[TABLE_COLUMNS] = {0};

	for (int i = 0; i < table->columns; i++)
		laid->width[i] =
		    sheet_width(laid->sheet, &head, table->column[i].head);
	for (int row = 0; row < table->rows; row++) {
		struct sheet_row cells = {{NULL}, {""}, NULL, false};

		table->row(table->context, row, &cells);
		for (int i = 0; i < table->columns; i++) {
			const char *text = cells.cell[i];

			if (!text || i == table->grows ||
			    strlen(text) <= longest[i])
				continue;
			longest[i] = strlen(text);
			laid->width[i] =
			    most(laid->width[i],
				 sheet_width(laid->sheet, &bold, text) + 1);
		}
	}
}

/* Gives the column that grows what is left; where that is too little, the
 * others are made narrower and their texts break. */
static void columns_place(struct laid *laid)
{
	const struct sheet_table *table = laid->table;
	const double inside =
	    sheet_inside(laid->sheet) - GAP * (table->columns - 1);
	const double least = inside * LEAST_SHARE;
	double others = 0, from = 0;

	for (int i = 0; i < table->columns; i++)
		others += i == table->grows ? 0 : laid->width[i];
	if (others > inside - least) {
		for (int i = 0; i < table->columns; i++)
			laid->width[i] *= (inside - least) / others;
		others = inside - least;
	}
	laid->width[table->grows] = inside - others;
	for (int i = 0; i < table->columns; i++) {
		laid->from[i] = from;
		from += laid->width[i] + GAP;
	}
}

static void cell_draw(const struct laid *laid, int column,
		      const struct sheet_set *set, double y, const char *text)
{
	void (*draw)(struct sheet * sheet, const struct sheet_set *set,
		     double from, double y, double width, const char *text) =
	    laid->table->column[column].end ? sheet_text_end : sheet_text;

	draw(laid->sheet, set, laid->from[column], y, laid->width[column],
	     text);
}

static void line_draw(struct sheet *sheet, double thick)
{
	sheet_box(sheet, SHEET_DEEP, 0, sheet->y - thick / 2,
		  sheet_inside(sheet), thick);
}

static void head_draw(const struct laid *laid)
{
	struct sheet *sheet = laid->sheet;

	for (int i = 0; i < laid->table->columns; i++)
		cell_draw(laid, i, &head, sheet->y + PAD,
			  laid->table->column[i].head);
	sheet->y += laid->head_height;
	line_draw(sheet, HEAD_LINE);
}

/* A note goes on under the cells beside it, which are one line high. */
static double note_width(const struct laid *laid)
{
	return sheet_inside(laid->sheet) - laid->from[laid->table->grows];
}

/* The height of the row and, within it, where its note begins. */
static double row_height(const struct laid *laid, const struct sheet_row *row,
			 double *ret_note)
{
	const struct sheet_set *set = row->bold ? &bold : &plain;
	double height = 0;

	for (int i = 0; i < laid->table->columns; i++)
		if (row->cell[i])
			height = most(height, sheet_height(laid->sheet, set,
							   laid->width[i],
							   row->cell[i]));
	*ret_note = height;
	if (row->note)
		height += sheet_height(laid->sheet, &plain, note_width(laid),
				       row->note);
	return height + 2 * PAD;
}

static void row_draw(const struct laid *laid, const struct sheet_row *row)
{
	const struct sheet_set *set = row->bold ? &bold : &plain;
	struct sheet *sheet = laid->sheet;
	double note, height = row_height(laid, row, &note);

	if (sheet_room(sheet, height))
		head_draw(laid);
	for (int i = 0; i < laid->table->columns; i++)
		if (row->cell[i])
			cell_draw(laid, i, set, sheet->y + PAD, row->cell[i]);
	if (row->note)
		sheet_text(sheet, &plain, laid->from[laid->table->grows],
			   sheet->y + PAD + note, note_width(laid), row->note);
	sheet->y += height;
	line_draw(sheet, ROW_LINE);
}

/* The height of the rows [FROM, END). */
static double rows_height(const struct laid *laid, int from, int end)
{
	double height = 0, note;

	for (int i = from; i < end; i++) {
		struct sheet_row row = {{NULL}, {""}, NULL, false};

		laid->table->row(laid->table->context, i, &row);
		height += row_height(laid, &row, &note);
	}
	return height;
}

/* The last row never begins a page alone, nor does what belongs below it. */
static void rows_keep(const struct laid *laid, int index)
{
	const struct sheet_table *table = laid->table;

	if (index != (table->rows > 1 ? table->rows - 2 : 0))
		return;
	if (sheet_room(laid->sheet,
		       rows_height(laid, index, table->rows) + table->after))
		head_draw(laid);
}

static struct laid lay(struct sheet *sheet, const struct sheet_table *table)
{
	struct laid laid = {.sheet = sheet, .table = table};

	natural_widths(&laid);
	columns_place(&laid);
	for (int i = 0; i < table->columns; i++)
		laid.head_height = most(
		    laid.head_height, sheet_height(sheet, &head, laid.width[i],
						   table->column[i].head));
	laid.head_height += 2 * PAD;
	return laid;
}

/* Its head and three rows of a line, or one that is higher; of a short table
 * all, with what belongs below it. */
static double least_height(const struct laid *laid)
{
	const struct sheet_table *table = laid->table;
	const bool all = table->rows <= 2;

	return most(4 * laid->head_height,
		    laid->head_height +
			rows_height(laid, 0, all ? table->rows : 1) +
			(all ? table->after : 0));
}

double sheet_table_least(struct sheet *sheet, const struct sheet_table *table)
{
	struct laid laid = lay(sheet, table);

	return least_height(&laid);
}

void sheet_table_flow(struct sheet *sheet, const struct sheet_table *table)
{
	struct laid laid = lay(sheet, table);

	sheet_room(sheet, least_height(&laid));
	head_draw(&laid);
	for (int i = 0; i < table->rows; i++) {
		struct sheet_row row = {{NULL}, {""}, NULL, false};

		rows_keep(&laid, i);
		table->row(table->context, i, &row);
		row_draw(&laid, &row);
	}
}
