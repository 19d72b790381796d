#include "tools/commands/log_tell.h"

#include "store/audit.h"
#include "tools/line/report.h"
#include "words/act_words.h"
#include "words/words.h"

struct telling {
	const struct arguments *arguments;
	json_t *rows;
};

static enum status row_see(void *context, const struct audit_row *row)
{
	struct telling *telling = context;

	report_line(telling->arguments, "%s  %s  %s", row->at,
		    words_get(act_words(row->act)), row->detail);
	return json_array_append_new(telling->rows,
				     json_pack("{s:i, s:s, s:s, s:s}", "number",
					       row->number, "at", row->at,
					       "act", act_name(row->act),
					       "detail", row->detail)) == 0
		   ? STATUS_OK
		   : STATUS_MEMORY;
}

enum status log_tell(const struct arguments *arguments, struct store *store)
{
	struct telling telling = {arguments, json_array()};
	enum status status =
	    telling.rows ? audit_each(store, row_see, &telling) : STATUS_MEMORY;

	if (status != STATUS_OK) {
		json_decref(telling.rows);
		return report_error(arguments, status, NULL);
	}
	report_json(arguments, json_pack("{s:o}", "acts", telling.rows));
	return STATUS_OK;
}
