#pragma once

#include <optional>
#include <string>

namespace broadside::server::replies {

/// A writer's own secret name for one submission. Another submission with the same key is the same reply (an
/// idempotency key).
class Key {
public:
  /// Takes 16 to 64 of the characters a-z, A-Z, 0-9, - and _, which is enough that two writers do not choose the same
  /// key by chance.
  static std::optional<Key> parse(std::string text);

  const std::string& text() const { return text_; }

private:
  explicit Key(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

} // namespace broadside::server::replies
