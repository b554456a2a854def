#include "core/language/endonym.hpp"
#include "core/language/lookup.hpp"
#include "core/language/messages.hpp"

#include <algorithm>
#include <utility>

namespace broadside::language {
namespace {

using Label = std::pair<std::string_view, std::string_view>;

// The labels of every file of web/messages, by the language that the file is named after.
constexpr Label labels[] = {
#define EMBEDDED(name, text) {name, text},
#include "embedded/switch_labels.def"
#undef EMBEDDED
};

} // namespace

std::string_view switch_label(std::string_view tag) {
  const auto* const found = lookup(words_range(tag), [](std::string_view range) {
    const auto* const label =
        std::find_if(std::begin(labels), std::end(labels), [&](const Label& one) { return one.first == range; });
    return label == std::end(labels) ? nullptr : label;
  });
  return found == nullptr ? endonym(tag) : found->second;
}

} // namespace broadside::language
