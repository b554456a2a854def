#pragma once

#include <string>
#include <string_view>

namespace broadside::reply {

// These functions clean what a reader typed before it is validated. The texts must be well-formed UTF-8. Cleaning a
// clean text changes nothing.

/// Cleans a line: it has no stray invisible characters such as direction controls, only ordinary spaces, no white space
/// around it, and no more marks on a letter than a script needs.
std::string clean_line(std::string_view typed);

/// Cleans a text: each line ends with a line feed, as a script sends it and a form does not; there are no controls
/// except white space, no blank lines before it, no white space after it, and no more marks on a letter than a script
/// needs. Spaces before it stay, since Markdown reads them.
std::string clean_text(std::string_view typed);

/// Returns whether the text holds a control character, such as the end of a line.
bool holds_control(std::string_view text);

/// Returns whether the text holds a character that can be seen by itself: neither blank nor a mark.
bool holds_letter(std::string_view text);

} // namespace broadside::reply
