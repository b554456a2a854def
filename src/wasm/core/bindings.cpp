#include "wasm/protocol/answer.hpp"

#include <emscripten.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// What the browser calls: the loader asks for room with input(), writes UTF-8 there, calls messages() or view(), and
// reads the answer at result(), where it stays until the next call. There is nothing to delete(). Memory may grow in
// between, so views of it are made anew after each call.
namespace {

using broadside::language::Messages;

std::unique_ptr<char[]> room;
std::optional<Messages> current_messages;
std::string answer;

template <typename Value> bool succeeded(const tl::expected<Value, broadside::Error>& made) {
  room.reset();
  if (!made)
    answer = broadside::view::to_json(made.error());
  return made.has_value();
}

} // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* input(std::size_t length) {
  room.reset(new char[length]);
  return room.get();
}

/// Takes a file of web/messages as the words of all views from now on. False as for view().
EMSCRIPTEN_KEEPALIVE bool messages(std::size_t length) {
  auto read = Messages::parse({room.get(), length});
  if (read)
    current_messages = *std::move(read);
  return succeeded(read);
}

/// Answers a request, of which so many bytes are its name, then its options, and then its Markdown. False where the
/// answer is an error: {"code", "where", "message"}.
EMSCRIPTEN_KEEPALIVE bool view(std::size_t name, std::size_t options, std::size_t markdown) {
  const std::string_view text(room.get(), name + options + markdown);
  const Messages* words = current_messages ? &*current_messages : nullptr;
  auto made =
      broadside::view::answer({text.substr(0, name), text.substr(name, options), text.substr(name + options), words});
  if (made)
    answer = *std::move(made);
  return succeeded(made);
}

EMSCRIPTEN_KEEPALIVE const char* result() { return answer.data(); }
EMSCRIPTEN_KEEPALIVE std::size_t result_length() { return answer.size(); }

} // extern "C"
