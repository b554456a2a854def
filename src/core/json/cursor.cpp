#include "core/json/cursor.hpp"

#include <algorithm>
#include <cmath>

namespace broadside::json {
namespace {

std::string path_to(const Step* step) {
  if (step == nullptr)
    return {};
  std::string path = path_to(step->above);
  if (!step->name)
    return path.append("[").append(std::to_string(step->index)).append("]");
  return path.append(path.empty() ? "" : ".").append(*step->name);
}

} // namespace

Cursor::Cursor(const Value* value, Reading* reading, const Step& step)
    : value_(value), reading_(reading), step_(&reading->steps.emplace_front(step)) {}

Cursor Cursor::operator[](std::string_view name) const {
  const auto* const object = as<Value::Object>(Presence::optional, "an object");
  if (object == nullptr)
    return {nullptr, reading_, {step_, name}};
  const auto found =
      std::find_if(object->begin(), object->end(), [&](const auto& member) { return member.name == name; });
  return {found == object->end() ? nullptr : &found->value, reading_, {step_, name}};
}

std::vector<std::pair<std::string_view, Cursor>> Cursor::members(Presence presence) const {
  std::vector<std::pair<std::string_view, Cursor>> members;
  if (const auto* const object = as<Value::Object>(presence, "an object"))
    for (const auto& [name, value] : *object)
      members.emplace_back(name, Cursor(&value, reading_, {step_, name}));
  return members;
}

std::vector<Cursor> Cursor::items(Presence presence) const {
  std::vector<Cursor> items;
  if (const auto* array = as<Value::Array>(presence, "an array"))
    for (const Value& value : *array)
      items.push_back({&value, reading_, {step_, std::nullopt, items.size()}});
  return items;
}

std::string Cursor::string(Presence presence, std::size_t longest) const {
  const auto* text = as<std::string>(presence, "a string");
  if (text == nullptr)
    return {};
  if (text->size() > longest) {
    fail("too-long", "longer than " + std::to_string(longest) + " bytes");
    return {};
  }
  return *text;
}

std::optional<int> Cursor::integer(Presence presence, int minimum, int maximum) const {
  const auto* number = as<double>(presence, "a number");
  if (number == nullptr)
    return std::nullopt;
  if (std::trunc(*number) != *number || *number < minimum || *number > maximum) {
    fail("out-of-range", "not a whole number from " + std::to_string(minimum) + " to " + std::to_string(maximum));
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

bool Cursor::boolean() const {
  const auto* value = as<bool>(Presence::optional, "true or false");
  return value != nullptr && *value;
}

void Cursor::fail(std::string_view code, std::string_view message) const {
  if (!reading_->error)
    reading_->error = Error{std::string(code), path_to(step_), std::string(message)};
}

template <typename T> const T* Cursor::as(Presence presence, std::string_view type) const {
  if (value_ == nullptr) {
    if (presence == Presence::required)
      fail("missing", "must be there, and be " + std::string(type));
    return nullptr;
  }
  const T* typed = std::get_if<T>(&value_->data);
  if (typed == nullptr)
    fail("wrong-type", "must be " + std::string(type));
  return typed;
}

} // namespace broadside::json
