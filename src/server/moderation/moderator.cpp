#include "server/moderation/moderator.hpp"

#include "core/unicode/character.hpp"
#include "core/utf8.hpp"

namespace broadside::server::moderation {

bool is_moderator_name(std::string_view name) {
  std::size_t count = 0;
  bool was_space = true; // so that none stands at the start
  while (!name.empty()) {
    const auto [character, length] = first_character(name);
    const bool is_space = character == U' ';
    if (length == 0 || (is_space ? was_space : unicode::is_blank(character)))
      return false;
    was_space = is_space;
    name.remove_prefix(length);
    ++count;
  }
  return count <= longest_moderator_name && !was_space;
}

} // namespace broadside::server::moderation
