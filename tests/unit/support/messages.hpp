#pragma once

#include "core/language/messages.hpp"

namespace broadside::tests {

/// Returns messages whose text is their name, so that a test sees which one is used where; the months are m1 to m12.
/// The language may be any that has the same plural categories as English.
inline std::string messages_json(const std::string& language = "en") {
  std::string json = R"({"language":")" + language + '"';
  const auto text_of = [](const std::string& name, std::string placeholders) {
    std::string text = name;
    while (!placeholders.empty()) {
      const auto end = std::min(placeholders.find(' '), placeholders.size());
      text += " {" + placeholders.substr(0, end) + "}";
      placeholders.erase(0, end + 1);
    }
    return "\"" + text + "\"";
  };
#define MESSAGE(enumerator, name, placeholders) json += ",\"" name "\":" + text_of(name, placeholders);
#define COUNTED(enumerator, name, placeholders)                                                                        \
  json += ",\"" name "\":{\"one\":" + text_of(name "_one", placeholders) +                                             \
          ",\"other\":" + text_of(name, placeholders) + "}";
#include "core/language/messages.def"
  json += R"(,"cldr":{"months":["m1","m2","m3","m4","m5","m6","m7","m8","m9","m10","m11","m12"],)"
          R"("date":"date {month} {day} {year}","date_time":"date_time {date} {two_digit_hour}:{minute}",)"
          R"("list":{"two":" two ","middle":" middle ","end":" end "},"group":","}})";
  return json;
}

inline language::Messages messages(const std::string& language = "en") {
  return language::Messages::parse(messages_json(language)).value();
}

} // namespace broadside::tests
