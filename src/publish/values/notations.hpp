#pragma once

#include "publish/faults/faults.hpp"
#include "publish/values/value.hpp"

#include <optional>
#include <string_view>

namespace broadside::publish {

// These functions read the notations of front matter and broadside.yaml. `start` is the file and the line on which the
// text begins; every value knows its own line in that file. They return nullopt if the text is malformed.

/// Faults: malformed-yaml, too-many-values (aliases can make a small file say very much).
std::optional<Value> read_yaml(std::string_view text, const Location& start, Faults&);
/// Faults: malformed-toml.
std::optional<Value> read_toml(std::string_view text, const Location& start, Faults&);
/// Faults: malformed-json.
std::optional<Value> read_json(std::string_view text, const Location& start, Faults&);

} // namespace broadside::publish
