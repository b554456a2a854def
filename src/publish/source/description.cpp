#include "publish/source/description.hpp"

#include "core/html/writer.hpp"
#include "core/lines.hpp"
#include "core/markdown/render.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <vector>

namespace broadside::publish {
namespace {

using html::Element;

// Takes the text of the first paragraph that has any, without its footnote references. A paragraph that holds only an
// address is a video, and is skipped.
class FirstParagraph : public html::Writer {
public:
  void open(Element element) override {
    if (open_.empty() && element == Element::p && !is_done_)
      text_.clear();
    open_.push_back(element);
    if (element == Element::br)
      write_text(" ");
  }

  void close() override {
    const bool ends_paragraph = open_.size() == 1 && open_.front() == Element::p;
    open_.pop_back();
    if (ends_paragraph && !is_blank(text_) && !text_.starts_with("http://") && !text_.starts_with("https://"))
      is_done_ = true;
  }

  std::string take() { return is_done_ ? std::move(text_) : std::string(); }

private:
  void write_text(std::string_view text) override {
    const bool is_in_paragraph = !open_.empty() && open_.front() == Element::p;
    const bool is_note = std::find(open_.begin(), open_.end(), Element::sup) != open_.end();
    if (is_in_paragraph && !is_note && !is_done_)
      text_ += text;
  }
  void write_attribute(std::string_view /*name*/, std::string_view /*value*/) override {}

  /// The innermost element is last.
  std::vector<Element> open_;
  bool is_done_ = false;
  std::string text_;
};

std::string with_single_spaces(std::string_view text) {
  std::string result;
  for (const char c : trimmed(text)) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_space || result.back() != ' ')
      result += is_space ? ' ' : c;
  }
  return result;
}

// The cut never falls inside what a reader takes for one character (Unicode, UAX #29).
std::string shortened(const std::string& text) {
  constexpr int longest = 300;
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  utf8proc_int32_t before = -1;
  utf8proc_int32_t state = 0;
  std::size_t end = 0;
  int count = 0;
  for (utf8proc_ssize_t at = 0; at < size;) {
    utf8proc_int32_t character = 0;
    const auto length = utf8proc_iterate(bytes + at, size - at, &character);
    if (before < 0 || utf8proc_grapheme_break_stateful(before, character, &state)) {
      end = static_cast<std::size_t>(at);
      if (++count > longest)
        break;
    }
    before = character;
    at += length;
  }
  if (count <= longest)
    return text;
  const auto space = text.rfind(' ', end);
  const bool has_words = space != std::string::npos && space > end / 2;
  return text.substr(0, has_words ? space : end) + "…";
}

} // namespace

std::string description_of(const article::Article& article, const article::Translation& translation) {
  if (!translation.dek.empty())
    return translation.dek;
  markdown::Options options;
  options.raw_html = article.raw_html;
  options.typography = article.typography;
  options.language = translation.language;
  FirstParagraph paragraph;
  markdown::render(translation.markdown, options, paragraph);
  return shortened(with_single_spaces(paragraph.take()));
}

} // namespace broadside::publish
