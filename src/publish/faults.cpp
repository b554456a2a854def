#include "publish/faults.hpp"

namespace broadside::publish {

void Faults::add(const Place& place, std::string code, std::string message) {
  std::string where = place.file.string();
  if (place.line > 0)
    where.append(":").append(std::to_string(place.line));
  errors_.push_back({std::move(code), std::move(where), std::move(message)});
}

} // namespace broadside::publish
