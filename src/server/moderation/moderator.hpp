#pragma once

#include "core/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace broadside::server::moderation {

/// The things that a moderator may do. Each role may do what those after it may, and more.
enum class Role : std::uint8_t {
  owner,     // changes the rules that hold for everybody
  moderator, // decides on replies
  reader,    // sees the queues, and changes nothing
};

constexpr Words<Role, 3> role_words = {
    {{"owner", Role::owner}, {"moderator", Role::moderator}, {"reader", Role::reader}}};

struct Moderator {
  std::string name;
  Role role;
};

/// Returns whether a role is enough for what another role may do.
constexpr bool may(Role has, Role needs) { return has <= needs; }

constexpr std::size_t longest_moderator_name = 60;

/// Returns whether a moderator may have that name: 1 to 60 characters that can be seen, with single spaces between
/// them.
bool is_moderator_name(std::string_view);

} // namespace broadside::server::moderation
