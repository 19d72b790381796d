#include "tools/commands/log_tell.h"

#include <string.h>

#include "store/audit.h"
#include "tools/commands/file_kind.h"
#include "tools/line/report.h"
#include "words/act_words.h"
#include "words/words.h"

struct telling {
	const struct arguments *arguments;
	json_t *rows;
	enum file_kind kind;
};

/* What is told of ROW: not how many had voted at one of several kiosks when its
 * file was copied, which stands first in those details. */
static const char *detail_of(const struct telling *telling,
			     const struct audit_row *row)
{
	bool counts = row->act == ACT_COPIED || row->act == ACT_RESTORED;
	const char *detail = row->detail;

	if (telling->kind != FILE_BOX || !counts)
		return detail;
	detail += strspn(detail, "0123456789");
	return *detail == ' ' ? detail + 1 : detail;
}

static enum status row_see(void *context, const struct audit_row *row)
{
	struct telling *telling = context;

	report_line(telling->arguments, "%s  %s  %s", row->at,
		    words_get(act_words(row->act)), detail_of(telling, row));
	return json_array_append_new(
		   telling->rows,
		   json_pack("{s:i, s:s, s:s, s:s}", "number", row->number,
			     "at", row->at, "act", act_name(row->act), "detail",
			     detail_of(telling, row))) == 0
		   ? STATUS_OK
		   : STATUS_MEMORY;
}

enum status log_tell(const struct arguments *arguments, struct store *store)
{
	struct telling telling = {arguments, json_array(), FILE_WHOLE};
	enum status status =
	    telling.rows ? file_kind(store, &telling.kind) : STATUS_MEMORY;

	if (status == STATUS_OK)
		status = audit_each(store, row_see, &telling);
	if (status != STATUS_OK) {
		json_decref(telling.rows);
		return report_error(arguments, status, NULL);
	}
	report_json(arguments, json_pack("{s:o}", "acts", telling.rows));
	return STATUS_OK;
}
