#pragma once

#include "publish/faults/faults.hpp"

namespace broadside::publish {

/// A link to a text of an article, or to its page.
struct TextLink {
  Location location;
  /// The path as it is typed.
  std::string typed;
  /// The text's file.
  std::filesystem::path text;
};

} // namespace broadside::publish
