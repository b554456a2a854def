#include "core/lint/inline_spans.hpp"

#include "core/ascii.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/nodes.hpp"
#include "core/markdown/parse.hpp"

#include <algorithm>
#include <unordered_map>

namespace broadside::lint {
namespace {

// The limit is cmark's, and keeps the time for a text of nothing but brackets in proportion to its length.
constexpr int most_parentheses = 32;

// The positions of the runs of backticks, by their length.
class Backticks {
public:
  explicit Backticks(std::string_view text) {
    for (auto start = text.find('`'); start != std::string_view::npos;) {
      const auto end = std::min(text.find_first_not_of('`', start), text.size());
      runs_[end - start].starts.push_back(start);
      start = text.find('`', end);
    }
  }

  /// Returns the position of the next run of this length, or std::string_view::npos if there is none. `from` must not
  /// be before the last one.
  std::size_t find(std::size_t length, std::size_t from) {
    const auto found = runs_.find(length);
    if (found == runs_.end())
      return std::string_view::npos;
    auto& [starts, next] = found->second;
    while (next < starts.size() && starts[next] < from)
      ++next;
    return next < starts.size() ? starts[next] : std::string_view::npos;
  }

private:
  struct Runs {
    std::vector<std::size_t> starts;
    std::size_t next = 0;
  };
  std::unordered_map<std::size_t, Runs> runs_;
};

// Returns the sources of the tags in a block, in their order.
std::vector<std::string_view> raw_html_in(cmark_node* block) {
  std::vector<std::string_view> sources;
  markdown::for_each_node(block, [&](cmark_node* node) {
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE)
      sources.push_back(markdown::literal(node));
  });
  return sources;
}

bool ends_address(char c) { return is_space(c) || c == '<' || c == '>' || c == '"' || c == '`'; }

// Returns the end of the bare address at `at` (GFM, 6.9), or `at` if there is none.
std::size_t end_of_bare_address(std::string_view text, std::size_t at) {
  if (at > 0 && is_alphanumeric(text[at - 1]))
    return at;
  for (const std::string_view start : {"https://", "http://", "www."})
    if (text.substr(at).starts_with(start)) {
      auto end = at + start.size();
      while (end < text.size() && !ends_address(text[end]) && text[end] != ')' && text[end] != ']')
        ++end;
      return end;
    }
  return at;
}

// Returns the end of "<https://a.example/>" (CommonMark, 6.5), or `at` if there is none.
std::size_t end_of_autolink(std::string_view text, std::size_t at) {
  const auto end = text.find_first_of("<> \n", at + 1);
  const bool is_closed = end != std::string_view::npos && text[end] == '>';
  const auto content = is_closed ? text.substr(at + 1, end - at - 1) : std::string_view();
  return content.find_first_of(":@") != std::string_view::npos && !content.starts_with('/') ? end + 1 : at;
}

class Scanner {
public:
  Scanner(std::string_view text, cmark_node* block) : text_(text), backticks_(text), html_(raw_html_in(block)) {}

  std::vector<InlineSpan> scan() {
    while (at_ < text_.size())
      step();
    return std::move(spans_);
  }

private:
  void step() {
    const char c = text_[at_];
    if (c == '\\' && at_ + 1 < text_.size() && is_punctuation(text_[at_ + 1]))
      add(at_ + 2, Prose::Kind::escaped);
    else if (c == '`')
      step_code();
    else if (c == '<')
      step_angle();
    else if (c == ']' && text_.substr(at_ + 1).starts_with('('))
      step_destination();
    else if (c == 'h' || c == 'w')
      add(end_of_bare_address(text_, at_), Prose::Kind::address);
    else
      ++at_;
  }

  void step_code() {
    const auto content = std::min(text_.find_first_not_of('`', at_), text_.size());
    const auto length = content - at_;
    const auto close = backticks_.find(length, content);
    if (close == std::string_view::npos)
      at_ = content;
    else
      add(close + length, Prose::Kind::code);
  }

  void step_angle() {
    if (next_html_ < html_.size() && text_.substr(at_).starts_with(html_[next_html_]))
      add(at_ + html_[next_html_++].size(), Prose::Kind::html);
    else
      add(end_of_autolink(text_, at_), Prose::Kind::address);
  }

  void step_destination() {
    ++at_;
    add(end_of_destination(text_, at_), Prose::Kind::address);
  }

  // Adds a span and moves to its end, or by one byte if it is empty.
  void add(std::size_t end, Prose::Kind kind) {
    if (end > at_)
      spans_.push_back({at_, end, kind});
    at_ = std::max(end, at_ + 1);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Backticks backticks_;
  std::vector<std::string_view> html_;
  std::size_t next_html_ = 0;
  std::vector<InlineSpan> spans_;
};

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at]))
    ++at;
  return at;
}

// Returns the end of the address, or std::string_view::npos if there is none.
std::size_t end_of_address(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with('<')) {
    for (++at; at < text.size() && text[at] != '>'; ++at) {
      if (text[at] == '<' || text[at] == '\n')
        return std::string_view::npos;
      at += text[at] == '\\' ? 1 : 0;
    }
    return at < text.size() ? at + 1 : std::string_view::npos;
  }
  int depth = 0;
  for (; at < text.size() && !is_space(text[at]); ++at) {
    if (text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1]))
      ++at;
    else if (text[at] == '(' && ++depth > most_parentheses)
      return std::string_view::npos;
    else if (text[at] == ')' && --depth < 0)
      return at;
  }
  return depth == 0 ? at : std::string_view::npos;
}

// Returns the end of the title that begins with a quote or bracket, or std::string_view::npos if there is none.
std::size_t end_of_title(std::string_view text, std::size_t at) {
  const bool is_bracket = text[at] == '(';
  const char close = is_bracket ? ')' : text[at];
  for (++at; at < text.size() && text[at] != close; ++at) {
    if (is_bracket && text[at] == '(')
      return std::string_view::npos;
    at += text[at] == '\\' ? 1 : 0;
  }
  return at < text.size() ? at + 1 : std::string_view::npos;
}

} // namespace

std::size_t end_of_destination(std::string_view text, std::size_t open) {
  const auto end_of_url = end_of_address(text, skip_space(text, open + 1));
  if (end_of_url == std::string_view::npos)
    return open;
  auto at = skip_space(text, end_of_url);
  if (at > end_of_url && at < text.size() && std::string_view("\"'(").find(text[at]) != std::string_view::npos) {
    at = end_of_title(text, at);
    if (at == std::string_view::npos)
      return open;
    at = skip_space(text, at);
  }
  return at < text.size() && text[at] == ')' ? at + 1 : open;
}

std::string_view address_at_start(std::string_view text) {
  const auto start = skip_space(text, 0);
  const auto end = end_of_address(text, start);
  return end == std::string_view::npos ? std::string_view() : text.substr(start, end - start);
}

std::vector<InlineSpan> inline_spans(std::string_view text, cmark_node* block) { return Scanner(text, block).scan(); }

} // namespace broadside::lint
