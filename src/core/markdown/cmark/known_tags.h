#ifndef BROADSIDE_KNOWN_TAGS_H
#define BROADSIDE_KNOWN_TAGS_H

#include <stdint.h>

/* What cmake/cmark/known_tags.patch adds to cmark, as an option of the parser beside its own: what has the form of a tag
 * but names no element of HTML, SVG or MathML is text, and <br> is a hard line break, in every spelling.
 */
#define BROADSIDE_OPT_KNOWN_TAGS (1 << 27)

#ifdef __cplusplus
extern "C" {
#endif

int broadside_is_element_name(const unsigned char* name, int32_t length);

#ifdef __cplusplus
}
#endif

#endif
