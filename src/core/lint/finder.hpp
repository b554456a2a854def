#pragma once

#include <string_view>

namespace broadside::lint {

/// Finds the next closing sign from any position. Each position must not be before the last one, so that the text is
/// read only once, however many signs it contains.
class Finder {
public:
  Finder(std::string_view text, std::string_view sign) : text_(text), sign_(sign) {}

  /// Returns the position of the next sign at or after `from`, or npos if there is none.
  std::size_t next(std::size_t from) {
    if (!has_looked_ || (found_ != std::string_view::npos && found_ < from)) {
      has_looked_ = true;
      found_ = text_.find(sign_, from);
    }
    return found_;
  }

private:
  std::string_view text_, sign_;
  bool has_looked_ = false;
  std::size_t found_ = 0;
};

} // namespace broadside::lint
