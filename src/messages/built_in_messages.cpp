#include "messages/built_in_messages.hpp"

#include "core/language/lookup.hpp"

#include <algorithm>
#include <vector>

namespace broadside::language {
namespace {

struct BuiltIn {
  std::string_view language;
  Messages messages;
};

// value() throws if a file of web/messages cannot be read, since that is a fault of this build.
const std::vector<BuiltIn>& all() {
  static const std::vector<BuiltIn> messages = {
#define EMBEDDED(name, text) {name, Messages::parse(text).value()},
#include "embedded/messages.def"
#undef EMBEDDED
  };
  return messages;
}

const Messages* find(std::string_view language) {
  const auto found =
      std::find_if(all().begin(), all().end(), [&](const BuiltIn& one) { return one.language == language; });
  return found == all().end() ? nullptr : &found->messages;
}

} // namespace

const Messages& built_in_messages(std::string_view tag) {
  const Messages* const messages = lookup(words_range(tag), find);
  return messages == nullptr ? *find("en") : *messages;
}

} // namespace broadside::language
