#pragma once

#include "core/html/writer.hpp"
#include "core/markdown/options.hpp"

#include <string>
#include <string_view>

namespace broadside::markdown {

/// Elements never nest deeper than this, whatever the text. Deeper ones are written into the innermost element that is
/// allowed. The loader's own limit for a whole view is 100.
constexpr int deepest = 80;

/// Writes the Markdown as elements of the content vocabulary. Bytes that are not UTF-8 become U+FFFD. A link or a
/// picture with an unsafe address is written as its text.
void render(std::string_view text, const Options& options, html::Writer& writer);

/// Does the same with a whole file. An article's file may begin with front matter, which is not shown, and whose
/// language applies if the options have none.
void render_file(std::string_view text, const Options& options, html::Writer& writer);

/// Returns the same as a text, in the form that is asked for.
std::string rendered_file(std::string_view text, const Options& options, Output output);

} // namespace broadside::markdown
