#include "wasm/protocol/answer.hpp"

#include <emscripten/bind.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// The functions that the browser calls. The loader asks for room with input(), writes UTF-8 there, calls messages(),
// names() or view(), and reads the answer at result(), where it stays until the next call. There is nothing to
// delete(). Memory may grow in between, so views of it are made anew after each call.
namespace {

using broadside::language::Messages;
using broadside::language::Names;

std::unique_ptr<char[]> room;
std::optional<Messages> current_messages;
std::unique_ptr<char[]> name_tables;
Names current_names;
std::string answer;

std::uintptr_t input(std::size_t length) {
  room.reset(new char[length]);
  return reinterpret_cast<std::uintptr_t>(room.get());
}

template <typename Value> bool succeeded(const tl::expected<Value, broadside::Error>& made) {
  room.reset();
  if (!made)
    answer = broadside::wasm::to_json(made.error());
  return made.has_value();
}

/// Takes a file of web/messages as the interface's words for all later views. Returns false as view() does.
bool messages(std::size_t length) {
  auto read = Messages::parse({room.get(), length});
  if (read)
    current_messages = *std::move(read);
  return succeeded(read);
}

/// Takes the names of languages (built_in_name_tables) for all later views. Returns true, since a function without a
/// result would be the only one for which Embind has to know that type.
bool names(std::size_t length) {
  name_tables = std::move(room);
  current_names = Names({name_tables.get(), length});
  return true;
}

/// Answers the request in the memory: its name, its options and its Markdown, one after the other. Returns false if the
/// answer is an error: {"code", "where", "message"}.
bool view(std::size_t name, std::size_t options, std::size_t markdown) {
  const std::string_view text(room.get(), name + options + markdown);
  const Messages* words = current_messages ? &*current_messages : nullptr;
  auto made = broadside::wasm::answer(
      {text.substr(0, name), text.substr(name, options), text.substr(name + options), words, current_names});
  if (made)
    answer = *std::move(made);
  return succeeded(made);
}

std::uintptr_t result() { return reinterpret_cast<std::uintptr_t>(answer.data()); }
std::size_t result_length() { return answer.size(); }

} // namespace

EMSCRIPTEN_BINDINGS(broadside) {
  emscripten::function("input", &input);
  emscripten::function("messages", &messages);
  emscripten::function("names", &names);
  emscripten::function("view", &view);
  emscripten::function("result", &result);
  emscripten::function("resultLength", &result_length);
}
