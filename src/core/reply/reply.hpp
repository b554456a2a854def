#pragma once

#include "core/reply/position.hpp"
#include "core/reply/state.hpp"
#include "core/words.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::reply {

enum class Field : std::uint8_t { name, email, website, text };

constexpr Words<Field, 4> field_words = {
    {{"name", Field::name}, {"email", Field::email}, {"website", Field::website}, {"text", Field::text}}};

constexpr std::string_view name(Field field) { return word_for(field_words, field); }

/// The text of each field as a reader typed it.
struct Draft {
  std::string name, email, website, text;

  const std::string& operator[](Field) const;
};

/// Makes a draft of what `read` returns for the name of each field.
template <typename Read> Draft read_draft(Read read) {
  return {read(name(Field::name)), read(name(Field::email)), read(name(Field::website)), read(name(Field::text))};
}

/// The part of a stored reply that readers may see.
struct Reply {
  /// The id consists of letters and digits. No other reply of the article has it.
  std::string id;
  std::string name, website, text;
  /// The time as RFC 3339, in UTC.
  std::string created;
  /// The language of the text under which it was written (BCP 47). It is empty if not known.
  std::string language = {};
  /// The reply's number in its article, from 1 on, which never changes. It is 0 if not known.
  std::int64_t place = 0;
  Position position = {};
  State state = State::published;
  /// The reply that it answers; the id is empty if it answers the article. The name is empty if that reply was deleted.
  struct Parent {
    std::string id, name;
  };
  Parent parent = {};
  /// The number of replies in its branch, besides the first one.
  std::int64_t answers = 0;
};

/// The ways in which a field can be wrong. They are stable: they are part of the replies' HTTP interface, and messages'
/// names end in them. A field without a visible character is missing too.
enum class Fault : std::uint8_t { missing, too_long, malformed };

struct Problem {
  Field field;
  Fault fault;
  bool operator==(const Problem&) const = default;
};

constexpr Words<Fault, 3> fault_words = {
    {{"missing", Fault::missing}, {"too-long", Fault::too_long}, {"malformed", Fault::malformed}}};

constexpr std::string_view name(Fault fault) { return word_for(fault_words, fault); }

/// The greatest lengths, in Unicode code points; that of a website applies to its percent-encoded form.
constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_email = 254; // RFC 5321, 4.5.3.1.3, less the angle brackets
constexpr std::size_t longest_website = 500;
constexpr std::size_t longest_text = 10'000;

/// Validates a draft, whose fields must be well-formed UTF-8. Returns the draft as it is to be kept (cleaned, see
/// typed.hpp; e-mail address and website in the forms of email.hpp and website.hpp), or all of its problems, in the
/// order of the fields. A returned draft is valid itself and stays the same. The browser and the reply server both call
/// this function.
tl::expected<Draft, std::vector<Problem>> validate(const Draft&);

} // namespace broadside::reply
