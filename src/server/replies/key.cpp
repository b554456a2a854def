#include "server/replies/key.hpp"

#include "core/ascii.hpp"

#include <algorithm>

namespace broadside::server::replies {

namespace {

bool is_key_character(char c) { return is_alphanumeric(c) || c == '-' || c == '_'; }

} // namespace

std::optional<Key> Key::parse(std::string text) {
  if (text.size() < 16 || text.size() > 64 || !std::all_of(text.begin(), text.end(), is_key_character))
    return std::nullopt;
  return Key(std::move(text));
}

} // namespace broadside::server::replies
