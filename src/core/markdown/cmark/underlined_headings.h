#ifndef BROADSIDE_UNDERLINED_HEADINGS_H
#define BROADSIDE_UNDERLINED_HEADINGS_H

/* What cmake/cmark/underlined_headings.patch adds to cmark. With this option, an option of the parser beside cmark's own, a line of
 * hyphens or equals signs below a line of text makes no heading of it (CommonMark's setext headings): three hyphens are
 * a thematic break, and everything else is a further line of the text.
 */
#define BROADSIDE_OPT_NO_UNDERLINED_HEADINGS (1 << 26)

#endif
