#include "core/json/text.hpp"
#include "core/lint/lint.hpp"

namespace broadside::lint {
namespace {

std::string to_json(const Edit& edit) {
  return "{\"line\":" + std::to_string(edit.line) + ",\"offset\":" + std::to_string(edit.offset) +
         ",\"length\":" + std::to_string(edit.length) + ",\"text\":" + json::quoted(edit.text) + "}";
}

std::string to_json(const Remark& remark);

template <typename Item> std::string array_of(const std::vector<Item>& items) {
  std::string json = "[";
  for (const Item& item : items)
    json.append(json.size() > 1 ? "," : "").append(to_json(item));
  return json + "]";
}

std::string to_json(const Remark& remark) {
  return "{\"line\":" + std::to_string(remark.line) + ",\"offset\":" + std::to_string(remark.offset) +
         ",\"code\":" + json::quoted(remark.code) + ",\"message\":" + json::quoted(remark.message) +
         ",\"mend\":" + array_of(remark.mend) + "}";
}

} // namespace

std::string to_json(const std::vector<Remark>& remarks) { return array_of(remarks); }

} // namespace broadside::lint
