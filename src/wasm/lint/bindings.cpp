#include "core/lint/lint.hpp"
#include "core/markdown/parse.hpp"

#include <emscripten/bind.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// The functions that a playground calls, in the manner of the core: it asks for room with input(), writes a mode and
// a Markdown text there in UTF-8, calls remarks() or mended(), and reads the answer at result(), where it stays until
// the next call. There is nothing to delete(). Memory may grow in between, so views of it are made anew after each
// call.
namespace {

namespace lint = broadside::lint;
namespace markdown = broadside::markdown;

std::unique_ptr<char[]> room;
std::string answer;

std::uintptr_t input(std::size_t length) {
  room.reset(new char[length]);
  return reinterpret_cast<std::uintptr_t>(room.get());
}

std::vector<lint::Remark> remarks_on(std::string_view text, markdown::RawHtml raw_html) {
  return lint::remarks_on(text, markdown::parse(text, {}).get(), {.raw_html = raw_html});
}

/// Answers with the remarks on a text as JSON (broadside::lint::to_json). The memory holds the mode of raw HTML as a
/// word ("drop", "escape" or "sanitize") and, after it, the text. Returns false for any other word, and answers
/// nothing.
bool remarks(std::size_t html, std::size_t length) {
  answer.clear();
  const auto mode = broadside::value_of(markdown::raw_html_words, {room.get(), html});
  if (mode)
    answer = lint::to_json(remarks_on({room.get() + html, length}, *mode));
  return mode.has_value();
}

/// Answers with the text, mended as `broadside check --fix` mends it. Arguments and return value as above.
bool mended(std::size_t html, std::size_t length) {
  answer.clear();
  const auto mode = broadside::value_of(markdown::raw_html_words, {room.get(), html});
  const std::string_view text(room.get() + html, length);
  if (mode)
    answer = lint::mended(text, remarks_on(text, *mode));
  return mode.has_value();
}

std::uintptr_t result() { return reinterpret_cast<std::uintptr_t>(answer.data()); }
std::size_t result_length() { return answer.size(); }

} // namespace

EMSCRIPTEN_BINDINGS(broadside_lint) {
  emscripten::function("input", &input);
  emscripten::function("remarks", &remarks);
  emscripten::function("mended", &mended);
  emscripten::function("result", &result);
  emscripten::function("resultLength", &result_length);
}
