#include "publish/values/fields.hpp"

#include "core/lines.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace broadside::publish {
namespace {

// Joins "lead" and "src" to "lead.src".
std::string joined(const std::string& path, const std::string& name) { return path.empty() ? name : path + "." + name; }

void refuse_duplicates(const Value::Map& map, const std::filesystem::path& file, const std::string& path,
                       Faults& faults) {
  std::set<std::string_view> names;
  for (const auto& [name, value] : map)
    if (!names.insert(name).second)
      faults.add({file, value.line}, "duplicate-member", joined(path, name) + ": is given twice");
}

// The line endings in YAML's blocks become white space, as on a page.
std::string on_one_line(std::string_view text) {
  std::string line;
  while (!text.empty())
    if (const auto part = trimmed(take_line(text)); !part.empty())
      line.append(line.empty() ? "" : " ").append(part);
  return line;
}

} // namespace

std::optional<Fields> Fields::of(const Value& document, const std::filesystem::path& file, Faults& faults) {
  if (std::holds_alternative<Value::None>(document.data))
    return Fields({}, {file, document.line}, "");
  return of(document, file, "", faults);
}

std::optional<Fields> Fields::of(const Value& value, const std::filesystem::path& file, std::string path,
                                 Faults& faults) {
  const auto* map = std::get_if<Value::Map>(&value.data);
  if (map == nullptr) {
    const std::string subject = path.empty() ? "" : path + ": ";
    faults.add({file, value.line}, "wrong-type", subject + "must be a mapping, lines of \"name: value\"");
    return std::nullopt;
  }
  refuse_duplicates(*map, file, path, faults);
  return Fields(*map, {file, value.line}, std::move(path));
}

// Returns the first member with that name, or nullptr if there is none or it has no value.
const Value* Fields::member(const std::string& name) const {
  const auto found =
      std::find_if(members_.begin(), members_.end(), [&](const auto& member) { return member.name == name; });
  const bool is_there = found != members_.end() && !std::holds_alternative<Value::None>(found->value.data);
  return is_there ? &found->value : nullptr;
}

std::vector<std::pair<std::string, Location>> Fields::names() const {
  std::vector<std::pair<std::string, Location>> names;
  for (const auto& [name, value] : members_)
    names.emplace_back(name, Location{location_.file, value.line});
  return names;
}

std::string Fields::path(const std::string& name) const { return joined(path_, name); }

bool Fields::has(const std::string& name) const { return member(name) != nullptr; }

Location Fields::location(const std::string& name) const {
  const auto* value = member(name);
  return value != nullptr ? Location{location_.file, value->line} : location_;
}

std::string Fields::text_of(const Value& value, const std::string& path, std::size_t longest, Faults& faults) const {
  const Location location{location_.file, value.line};
  const auto* text = std::get_if<std::string>(&value.data);
  if (text == nullptr) {
    faults.add(location, "wrong-type", path + ": must be a text");
    return {};
  }
  if (text->size() > longest) {
    faults.add(location, "too-long", path + ": must be at most " + std::to_string(longest) + " bytes");
    return {};
  }
  return on_one_line(*text);
}

std::string Fields::text(const std::string& name, std::size_t longest, Faults& faults) const {
  const auto* value = member(name);
  return value != nullptr ? text_of(*value, path(name), longest, faults) : std::string();
}

std::string Fields::required_text(const std::string& name, std::size_t longest, Faults& faults) const {
  const auto* value = member(name);
  const auto* text = value != nullptr ? std::get_if<std::string>(&value->data) : nullptr;
  if (value != nullptr && (text == nullptr || !text->empty()))
    return text_of(*value, path(name), longest, faults);
  faults.add(location(name), "missing", path(name) + ": is missing");
  return {};
}

std::vector<std::string> Fields::texts(const std::string& name, std::size_t longest, Faults& faults) const {
  const auto* value = member(name);
  const auto* list = value != nullptr ? std::get_if<Value::List>(&value->data) : nullptr;
  if (list == nullptr)
    return value != nullptr ? std::vector{text_of(*value, path(name), longest, faults)} : std::vector<std::string>();
  std::vector<std::string> texts;
  for (const Value& item : *list)
    texts.push_back(text_of(item, path(name) + "[" + std::to_string(texts.size()) + "]", longest, faults));
  return texts;
}

std::optional<int> Fields::number(const std::string& name, int minimum, int maximum, Faults& faults) const {
  const std::string digits = text(name, 100, faults);
  if (digits.empty())
    return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_number = end == digits.data() + digits.size() && error != std::errc::invalid_argument;
  if (is_number && error == std::errc() && number >= minimum && number <= maximum)
    return number;
  faults.add(location(name), is_number ? "out-of-range" : "wrong-type",
             path(name) + ": must be a whole number from " + std::to_string(minimum) + " to " +
                 std::to_string(maximum));
  return std::nullopt;
}

std::optional<Fields> Fields::map(const std::string& name, Faults& faults) const {
  const auto* value = member(name);
  return value != nullptr ? of(*value, location_.file, path(name), faults) : std::nullopt;
}

} // namespace broadside::publish
