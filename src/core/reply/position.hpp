#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadside::reply {

/// The greatest depth of a position. A reply to one at this depth stands beside it.
constexpr std::size_t deepest = 100;

/// The position of a reply in one of the orders of a thread. The thread is in the order of its replies' sections, and
/// within a section in the order of their paths, so that each reply is followed by the replies to it.
struct Position {
  /// The section is 1 for a reply that stands below one that was written under another text, in a thread that begins
  /// with its own text's branches; otherwise 0.
  int section = 0;
  /// The path consists of one step for each reply from the branch's first one down to this one: a number in eight
  /// hexadecimal digits. It is empty before the first reply.
  std::string path = {};
  bool operator==(const Position&) const = default;
};

/// Returns the step of a path for a number.
std::string path_step(std::uint32_t number);

/// Returns the number of steps, which is 1 for a reply to the article itself.
std::size_t depth_of(std::string_view path);

/// Returns the path of the first `depth` replies of a path.
std::string_view path_above(std::string_view path, std::size_t depth);

/// Returns whether a reply at the position `below` is one of those to the reply at the position `above`, or to one of
/// them in turn.
bool is_above(const Position& above, const Position& below);

/// Returns the position as a text, such as "0-0000000700000009", for clients: in the order of such texts, character by
/// character, replies stand in the thread.
std::string text_of(const Position&);

/// Returns the position of a reply that text_of() has written, or nothing if the text is none.
std::optional<Position> read_position(std::string_view text);

} // namespace broadside::reply
