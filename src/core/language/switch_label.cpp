#include "core/language/messages.hpp"

#include <algorithm>
#include <utility>

namespace broadside::language {
namespace {

// Of every file of web/messages, by the language that the file is named after.
constexpr std::pair<std::string_view, std::string_view> labels[] = {
#define EMBEDDED(name, text) {name, text},
#include "embedded/switch_labels.def"
#undef EMBEDDED
};

} // namespace

std::string_view switch_label(std::string_view tag) {
  const auto language = tag.substr(0, tag.find('-'));
  const auto* const found =
      std::find_if(std::begin(labels), std::end(labels), [&](const auto& label) { return label.first == language; });
  return found == std::end(labels) ? tag : found->second;
}

} // namespace broadside::language
