#pragma once

#include "core/markdown/options.hpp"

#include <functional>
#include <string_view>

namespace broadside::lint {

/// The circumstances of a text that its rules cannot read from the text itself.
struct Options {
  /// The mode in which its raw HTML is treated.
  markdown::RawHtml raw_html = markdown::usual_raw_html(markdown::Profile::article);
  /// Returns whether a relative address, as it is typed, names a file that is published with the text. Where there is
  /// none to ask, no remark says that such a file is there.
  std::function<bool(std::string_view address)> has_file = {};
};

} // namespace broadside::lint
