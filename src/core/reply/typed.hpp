#pragma once

#include <string>
#include <string_view>

namespace broadside::reply {

// These functions clean what a reader typed before it is judged. The texts must be well-formed UTF-8. Cleaning what is
// clean already changes nothing.

/// A line: without stray invisible characters such as controls of direction, with every space, a no-break one too, an
/// ordinary one, without white space around it, and with no more marks on a letter than a script needs.
std::string clean_line(std::string_view typed);

/// A text: with a line feed at each line's end, as a script sends it and a form does not; without the controls that are
/// no white space, without blank lines before it and white space after it, and with no more marks on a letter than a
/// script needs. Spaces before it stay, since Markdown reads them.
std::string clean_text(std::string_view typed);

/// Returns whether the text holds a control character, such as the end of a line.
bool holds_control(std::string_view text);

/// Returns whether the text holds a character that can be seen by itself: neither blank nor a mark.
bool holds_letter(std::string_view text);

} // namespace broadside::reply
