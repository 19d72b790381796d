#include "core/pages.h"

#include <stdint.h>
#include <sys/mman.h>

enum { PAGE = 4096, LARGE = 4 << 20 };

void pages_large(void *memory, size_t size)
{
	uintptr_t begin = (uintptr_t)memory, end = begin + size;

	/* All pages that it touches: an array of which some pages are of
	 * another kind than the others would be copied whole to grow. */
	begin = begin / PAGE * PAGE;
	end = (end + PAGE - 1) / PAGE * PAGE;
	if (size >= LARGE)
		madvise((void *)begin, end - begin, MADV_HUGEPAGE);
}
