#include "tools/pabulib/pabulib.h"

#include <stdlib.h>

void pabulib_free(struct pabulib *pabulib)
{
	if (!pabulib)
		return;
	for (int i = 0; i < PABULIB_KEY_COUNT; i++)
		free(pabulib->meta[i].text);
	for (int i = 0; i < pabulib->name_count; i++)
		free(pabulib->names[i]);
	free(pabulib->names);
	election_free(pabulib->election);
	free(pabulib);
}
