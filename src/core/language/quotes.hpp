#pragma once

#include <string_view>

namespace broadside::language {

/// The marks that a language sets quotations in.
struct Quotes {
  std::string_view open, close;
  /// What is typed as a single mark: mostly a quotation in a quotation.
  std::string_view inner_open, inner_close;
};

/// Those of the language with this tag (BCP 47), or nullptr where they are not known.
const Quotes* quotes_of(std::string_view language);

} // namespace broadside::language
