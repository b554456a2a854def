#pragma once

#include "core/language/messages.hpp"

namespace broadside::tests {

/// Words whose every text is their name, so that a test sees which one is used where. Months are m1 to m12.
inline language::Messages messages() {
  std::string json = R"({"language":"en")";
#define MESSAGE(enumerator, name, placeholders) json += messages_member(name, placeholders);
  const auto messages_member = [](const std::string& name, std::string placeholders) {
    std::string text = name;
    for (std::size_t at = 0; !placeholders.empty();) {
      const auto end = std::min(placeholders.find(' ', at), placeholders.size());
      text += " {" + placeholders.substr(0, end) + "}";
      placeholders.erase(0, end + 1);
    }
    return ",\"" + name + "\":\"" + text + "\"";
  };
#include "core/language/messages.def"
  json += R"(,"months":["m1","m2","m3","m4","m5","m6","m7","m8","m9","m10","m11","m12"]})";
  return language::Messages::parse(json).value();
}

} // namespace broadside::tests
