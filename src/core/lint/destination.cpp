#include "core/lint/inline_spans.hpp"
#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <array>

namespace broadside::lint {
namespace {

constexpr std::array<std::string_view, 4> curly_quotes = {"“", "”", "„", "«"};
constexpr std::array<std::string_view, 7> picture_extensions = {".png",  ".jpg",  ".jpeg", ".gif",
                                                                ".webp", ".avif", ".svg"};

bool begins_web_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://") || text.starts_with("www.");
}

// Returns whether the address has an extension such as ".png" at its end or before a fragment.
bool has_extension(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  const auto dot = address.rfind('.');
  const auto extension = dot == std::string_view::npos ? std::string_view() : address.substr(dot + 1);
  return !extension.empty() && extension.size() <= 5 &&
         std::all_of(extension.begin(), extension.end(), is_alphanumeric);
}

// The limit is above the length of any real address, and keeps the time for a text of nothing but brackets in
// proportion to its length.
constexpr std::size_t longest_address = 1000;

// Returns the position of the bracket that closes the one at `open` in the same line, skipping pairs of brackets
// between them, or std::string_view::npos if there is none.
std::size_t closing_bracket(std::string_view text, std::size_t open) {
  int depth = 0;
  const auto end = std::min(text.size(), open + longest_address);
  for (auto at = open; at < end && text[at] != '\n'; ++at) {
    if (text[at] == '(')
      ++depth;
    else if (text[at] == ')' && --depth == 0)
      return at;
  }
  return std::string_view::npos;
}

struct Destination {
  std::string_view address, title; // as they are typed; the title with its quotes
};

// Divides the content of brackets that are not a link into address and title.
Destination parts_of(std::string_view content) {
  content = trimmed(content);
  for (const std::string_view quote : {"\"", "'", "“", "„", "«"}) {
    const auto at = content.find(std::string(" ") + std::string(quote));
    if (at != std::string_view::npos)
      return {trimmed(content.substr(0, at)), content.substr(at + 1)};
  }
  return {content, {}};
}

bool has_curly_title(std::string_view title) {
  return std::any_of(curly_quotes.begin(), curly_quotes.end(),
                     [&](std::string_view quote) { return title.starts_with(quote); });
}

// Returns the title in straight quotes.
std::string straightened(std::string_view title) {
  if (title.size() > 1 && title.starts_with('\'') && title.ends_with('\''))
    title = title.substr(1, title.size() - 2);
  auto text = std::string(title);
  for (const std::string_view quote : {"\"", "“", "”", "„", "«", "»"})
    for (auto at = text.find(quote); at != std::string::npos; at = text.find(quote, at))
      text.erase(at, quote.size());
  return "\"" + std::string(trimmed(text)) + "\"";
}

// Returns whether the address is that of a picture, to judge by its name.
bool names_picture(std::string_view address) {
  const std::string name = lowered(address);
  return std::any_of(picture_extensions.begin(), picture_extensions.end(),
                     [&](std::string_view extension) { return name.ends_with(extension); });
}

bool looks_like_address(std::string_view text) {
  return begins_web_address(text) || text.find('/') != std::string_view::npos || has_extension(text);
}

/// Looks for links that Markdown does not recognize as links.
class LinkCheck {
public:
  LinkCheck(Prose& prose, const Options& options, const Definitions& definitions, std::vector<Remark>& remarks)
      : prose_(prose), text_(prose.text()), options_(options), definitions_(definitions), remarks_(remarks) {}

  void run() {
    for (std::size_t at = 0; at < text_.size(); ++at)
      if (prose_.is_plain(at))
        look_at(at);
  }

private:
  void look_at(std::size_t at) {
    const auto rest = text_.substr(at);
    if (rest.starts_with('['))
      square_.push_back(at);
    else if (rest.starts_with('('))
      round_.push_back(at);
    else if (rest.starts_with(']')) {
      if (rest.starts_with("](") && prose_.is_plain(at + 1))
        check_content(at);
      else if (rest.starts_with("] (") && begins_web_address(rest.substr(3)))
        check_gap(at);
      if (!square_.empty())
        square_.pop_back();
    } else if (rest.starts_with(')')) {
      if (rest.starts_with(")[") && begins_web_address(rest.substr(2)))
        check_order(at);
      if (!round_.empty())
        round_.pop_back();
    }
  }

  bool is_picture() const {
    return !square_.empty() && square_.back() > 0 && text_[square_.back() - 1] == '!' &&
           prose_.is_plain(square_.back() - 1);
  }

  std::string_view typed(std::size_t end) const {
    const auto start = square_.empty() ? end : square_.back() - (is_picture() ? 1 : 0);
    return text_.substr(start, end - start);
  }

  void add(std::size_t at, std::string code, std::string message) {
    remarks_.push_back({prose_.place_of(at), std::move(code), std::move(message), {}});
  }

  // Checks "[words](" without a destination after it.
  void check_content(std::size_t at) {
    const auto open = at + 1;
    const auto close = square_.empty() ? std::string_view::npos : closing_bracket(text_, open);
    if (close != std::string_view::npos)
      check_spaces(open, close);
    else if (!square_.empty())
      check_unclosed(open);
  }

  void check_spaces(std::size_t open, std::size_t close) {
    const auto content = text_.substr(open + 1, close - open - 1);
    const auto [address, title] = parts_of(content);
    const bool has_space = address.find(' ') != std::string_view::npos;
    if (address.empty() || (!has_space && !has_curly_title(title)) || (!is_picture() && !looks_like_address(address)))
      return;
    const std::string target = has_space ? "<" + std::string(address) + ">" : std::string(address);
    const std::string written = target + (title.empty() ? "" : " " + straightened(title));
    add(open, "address-with-space",
        std::string(has_space ? "the address " + quoted(address) + " has a space"
                              : "the title has no straight quotes") +
            ", so readers see the text " + quoted(typed(close + 1)) + " and no " + (is_picture() ? "picture" : "link") +
            "; write (" + written + ")");
    remarks_.back().is_fault = is_picture();
    if (!has_space || (options_.has_file && options_.has_file(address)))
      remarks_.back().mend = {prose_.edit(open + 1, content.size(), written)};
    prose_.mark_remarked(square_.back(), close + 1);
  }

  void check_unclosed(std::size_t open) {
    const auto rest = text_.substr(open + 1, longest_address);
    const auto address = rest.substr(0, rest.find_first_of(" \t\n"));
    const auto end = open + 1 + address.size();
    if (!looks_like_address(address))
      return;
    add(open, "broken-link",
        quoted(typed(end)) + " is not closed, so readers see it as it is typed; write \")\" after the address");
    remarks_.back().is_fault = is_picture();
    prose_.mark_remarked(square_.back(), end);
  }

  // Checks "[words] (https://…)".
  void check_gap(std::size_t at) {
    const auto close = closing_bracket(text_, at + 2);
    const auto words = square_.empty() ? std::string_view() : text_.substr(square_.back() + 1, at - square_.back() - 1);
    const auto beginning = words.substr(0, longest_address);
    const bool is_mark = std::none_of(beginning.begin(), beginning.end(),
                                      [](char c) { return is_alpha(c) || static_cast<unsigned char>(c) >= 0x80; });
    if (close == std::string_view::npos || words.size() > longest_address || is_mark || lowered(words) == "x" ||
        definitions_.has_link(words))
      return;
    add(at, "broken-link",
        quoted(typed(close + 1)) + " is not a link, because there is a space between its brackets; write \"](\"");
    remarks_.back().mend = {prose_.edit(at + 1, 1, "")};
    prose_.mark_remarked(square_.back(), close + 1);
  }

  // Checks "(words)[https://…]".
  void check_order(std::size_t at) {
    const auto rest = text_.substr(at, longest_address);
    const auto length = rest.find_first_of("] \n", 2);
    if (round_.empty() || length == std::string_view::npos || rest[length] != ']')
      return;
    const auto close = at + length;
    const auto words = text_.substr(round_.back() + 1, at - round_.back() - 1);
    const auto address = text_.substr(at + 2, close - at - 2);
    add(at, "broken-link",
        quoted(text_.substr(round_.back(), close + 1 - round_.back())) +
            " is not a link, because its brackets are the wrong way round; write [" + std::string(words) + "](" +
            std::string(address) + ")");
    remarks_.back().mend = {prose_.edit(round_.back(), 1, "["), prose_.edit(at, 2, "]("), prose_.edit(close, 1, ")")};
    prose_.mark_remarked(round_.back(), close + 1);
  }

  Prose& prose_;
  std::string_view text_;
  const Options& options_;
  const Definitions& definitions_;
  std::vector<Remark>& remarks_;
  /// The positions of the brackets that are open.
  std::vector<std::size_t> square_, round_;
};

} // namespace

void check_destinations(Prose& prose, const Options& options, const Definitions& definitions,
                        std::vector<Remark>& remarks) {
  LinkCheck(prose, options, definitions, remarks).run();
}

void check_definition_addresses(const Definitions& definitions, const Source& source, const Options& options,
                                std::vector<Remark>& remarks) {
  for (const Definition& definition : definitions.all()) {
    const auto [address, title] = parts_of(definition.rest);
    if (definition.is_note || is_well_formed(definition) || address.find(' ') == std::string_view::npos ||
        !has_extension(address))
      continue;
    const std::string label = "[" + definition.label + "]:";
    const std::string written = "<" + std::string(address) + ">" + (title.empty() ? "" : " " + straightened(title));
    remarks.push_back({{definition.line},
                       "address-with-space",
                       "the address " + quoted(address) + " has a space, so readers see " + label +
                           " as it is typed, and what refers to it; write " + label + " " + written,
                       {}});
    remarks.back().is_fault = names_picture(address);
    if (options.has_file && options.has_file(address)) {
      const auto offset = static_cast<std::size_t>(definition.rest.data() - source.line(definition.line).data());
      remarks.back().mend = {{definition.line, offset, definition.rest.size(), written}};
    }
  }
}

} // namespace broadside::lint
