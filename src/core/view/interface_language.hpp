#pragma once

#include "core/language/direction.hpp"
#include "core/language/messages.hpp"

#include <optional>

namespace broadside::view {

/// The `lang` and `dir` that an element with the interface's words needs inside a text of some language. There are none
/// if both are in the same language. The messages must outlive it.
class InterfaceLanguage {
public:
  InterfaceLanguage(const language::Messages& messages, std::string_view around)
      : language_(messages.language() == around ? std::nullopt : std::optional<std::string_view>(messages.language())) {
  }

  std::optional<std::string_view> language() const { return language_; }
  std::optional<std::string_view> direction() const {
    return language_ ? std::optional(name(language::direction(*language_))) : std::nullopt;
  }

private:
  std::optional<std::string_view> language_;
};

} // namespace broadside::view
