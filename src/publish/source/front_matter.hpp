#pragma once

#include "publish/values/fields.hpp"

#include <string_view>

namespace broadside::publish {

/// A publisher's text in two parts: the front matter, and the Markdown that follows it. It holds views of the text.
struct Parts {
  enum class Notation { yaml, toml, json };
  Notation notation;
  std::string_view front_matter;
  Location front_matter_location;
  std::string_view markdown;
  Location markdown_location;
};

/// Returns whether a text begins with front matter: YAML after a line "---", TOML after a line "+++", or an object in
/// JSON.
bool begins_with_front_matter(std::string_view text);

/// Cuts a text after its front matter: after the second "---" (or "...") or "+++", or after the object's last brace.
/// Faults: missing-front-matter, unclosed-front-matter.
std::optional<Parts> cut_front_matter(std::string_view text, const std::filesystem::path& file, Faults&);

/// Reads the members of the front matter. Faults: those of notations.hpp and Fields::of.
std::optional<Fields> read_fields(const Parts&, Faults&);

} // namespace broadside::publish
