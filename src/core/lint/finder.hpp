#pragma once

#include <string_view>

namespace broadside::lint {

/// Finds what closes one sign after the other. Positions that are asked for may not go back, and so the text is read
/// once, however many signs it holds.
class Finder {
public:
  Finder(std::string_view text, std::string_view sign) : text_(text), sign_(sign) {}

  /// Returns where the sign stands next, from `from` on; npos if nowhere.
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
