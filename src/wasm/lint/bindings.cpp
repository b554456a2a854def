#include "core/lint/lint.hpp"
#include "core/markdown/parse.hpp"

#include <emscripten.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// The functions that a playground calls, in the manner of the core: it asks for room with input(), writes a Markdown
// text there in UTF-8, behind the mode of raw HTML as a word ("drop", "escape" or "sanitize"), calls remarks() or
// mended(), and reads the answer at result(), where it stays until the next call. There is nothing to delete(). Memory
// may grow in between, so views of it are made anew after each call.
namespace {

namespace lint = broadside::lint;
namespace markdown = broadside::markdown;

std::unique_ptr<char[]> room;
std::string answer;

std::vector<lint::Remark> remarks_on(std::string_view text, markdown::RawHtml raw_html) {
  return lint::remarks_on(text, markdown::parse(text, {}).get(), {.raw_html = raw_html});
}

struct Input {
  std::optional<markdown::RawHtml> raw_html;
  std::string_view text;
};

Input read(std::size_t mode, std::size_t length) {
  const std::string_view given(room.get(), mode + length);
  return {broadside::value_of(markdown::raw_html_words, given.substr(0, mode)), given.substr(mode)};
}

} // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* input(std::size_t length) {
  room.reset(new char[length]);
  return room.get();
}

/// Answers with the remarks on the text as JSON (broadside::lint::to_json). So many bytes are the mode, and then the
/// text. Returns false where the mode is another word, and answers nothing.
EMSCRIPTEN_KEEPALIVE bool remarks(std::size_t mode, std::size_t length) {
  const auto [raw_html, text] = read(mode, length);
  answer = raw_html ? lint::to_json(remarks_on(text, *raw_html)) : "";
  return raw_html.has_value();
}

/// Answers with the text, mended as `broadside check --fix` mends it. Arguments and return value as above.
EMSCRIPTEN_KEEPALIVE bool mended(std::size_t mode, std::size_t length) {
  const auto [raw_html, text] = read(mode, length);
  answer = raw_html ? lint::mended(text, remarks_on(text, *raw_html)) : "";
  return raw_html.has_value();
}

EMSCRIPTEN_KEEPALIVE const char* result() { return answer.data(); }
EMSCRIPTEN_KEEPALIVE std::size_t result_length() { return answer.size(); }

} // extern "C"
