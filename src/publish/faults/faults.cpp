#include "publish/faults/faults.hpp"

namespace broadside::publish {

namespace {

std::string text_of(const Location& location) {
  const std::string file = location.file.string();
  return location.line > 0 ? file + ":" + std::to_string(location.line) : file;
}

} // namespace

void Faults::add(const Location& location, std::string code, std::string message) {
  errors_.push_back({{std::move(code), text_of(location), std::move(message)}, location});
}

void Faults::warn(const Location& location, std::string code, std::string message) {
  warnings_.push_back({{std::move(code), text_of(location), std::move(message)}, location, true});
}

void Faults::add_all(const Faults& others) {
  errors_.insert(errors_.end(), others.errors_.begin(), others.errors_.end());
  warnings_.insert(warnings_.end(), others.warnings_.begin(), others.warnings_.end());
}

} // namespace broadside::publish
