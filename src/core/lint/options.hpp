#pragma once

#include "core/markdown/options.hpp"

#include <functional>
#include <string_view>

namespace broadside::lint {

/// The options are the facts about a text that the rules cannot read from the text itself.
struct Options {
  /// The mode in which raw HTML is handled.
  markdown::RawHtml raw_html = markdown::default_raw_html(markdown::Profile::article);
  /// Returns whether a relative address, as it is typed, names a file that is published with the text. If there is no
  /// such function, no remark says that the file exists.
  std::function<bool(std::string_view address)> has_file = {};
};

} // namespace broadside::lint
