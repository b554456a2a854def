#include "core/view/answer.hpp"

#include <emscripten/bind.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

// What the browser calls: the loader asks for room with input(), writes a request there as UTF-8 JSON, calls view(),
// and reads the answer at result(), where it stays until the next call. There is nothing to delete(). Memory may grow
// in between, so views of it are made anew after each call.
namespace {

std::string request;
std::string answer;

std::uintptr_t input(std::size_t length) {
  request.assign(length, '\0');
  return reinterpret_cast<std::uintptr_t>(request.data());
}

/// False where the answer is an error: {"code", "where", "message"}.
bool view(const std::string& name, std::size_t length) {
  const std::string text = std::move(request);
  const auto made = broadside::view::answer(name, std::string_view(text).substr(0, length));
  answer = made ? *made : broadside::view::to_json(made.error());
  return made.has_value();
}

std::uintptr_t result() { return reinterpret_cast<std::uintptr_t>(answer.data()); }
std::size_t result_length() { return answer.size(); }

} // namespace

EMSCRIPTEN_BINDINGS(broadside) {
  emscripten::function("input", &input);
  emscripten::function("view", &view);
  emscripten::function("result", &result);
  emscripten::function("resultLength", &result_length);
}
