#include "core/html/tag_reader.hpp"

#include "core/ascii.hpp"
#include "core/html/element_names.hpp"
#include "core/unicode/character_references.hpp"

#include <algorithm>

namespace broadside::html {
namespace {

// Walks over a text by CommonMark's grammar. Each take_… function passes over what it names, or stays where it is and
// returns that it is not there.
class Scanner {
public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }

  bool take(std::string_view literal) {
    if (!rest_.starts_with(literal))
      return false;
    rest_.remove_prefix(literal.size());
    return true;
  }

  template <typename Predicate> std::string_view take_while(Predicate predicate) {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), predicate);
    const auto taken = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  bool take_space() { return !take_while(is_space).empty(); }

private:
  std::string_view rest_;
};

bool is_tag_name_character(char c) { return is_alphanumeric(c) || c == '-'; }
bool begins_attribute_name(char c) { return is_alpha(c) || c == '_' || c == ':'; }
bool is_attribute_name_character(char c) { return begins_attribute_name(c) || is_digit(c) || c == '.' || c == '-'; }
bool is_unquoted_character(char c) {
  return !is_space(c) && std::string_view("\"'=<>`").find(c) == std::string_view::npos;
}

std::optional<std::string> take_tag_name(Scanner& scanner) {
  if (scanner.rest().empty() || !is_alpha(scanner.rest().front()))
    return std::nullopt;
  return lowered(scanner.take_while(is_tag_name_character));
}

std::optional<std::string_view> take_attribute_value(Scanner& scanner) {
  for (const char quote : {'"', '\''}) {
    if (!scanner.take(std::string_view(&quote, 1)))
      continue;
    const auto value = scanner.take_while([&](char c) { return c != quote; });
    return scanner.take(std::string_view(&quote, 1)) ? std::optional(value) : std::nullopt;
  }
  const auto value = scanner.take_while(is_unquoted_character);
  return value.empty() ? std::nullopt : std::optional(value);
}

// Takes an attribute, after the white space. Returns nothing if it is malformed.
std::optional<Tag::Attribute> take_attribute(Scanner& scanner) {
  Tag::Attribute attribute{lowered(scanner.take_while(is_attribute_name_character)), {}};
  Scanner ahead = scanner;
  ahead.take_space();
  if (!ahead.take("="))
    return attribute;
  ahead.take_space();
  const auto value = take_attribute_value(ahead);
  if (!value)
    return std::nullopt;
  attribute.value = unicode::resolve_character_references(*value);
  scanner = ahead;
  return attribute;
}

bool take_attributes(Scanner& scanner, Tag& tag) {
  while (true) {
    Scanner ahead = scanner;
    if (!ahead.take_space() || ahead.rest().empty() || !begins_attribute_name(ahead.rest().front()))
      return true;
    auto attribute = take_attribute(ahead);
    if (!attribute)
      return false;
    if (tag.find(attribute->name) == nullptr)
      tag.attributes.push_back(*std::move(attribute));
    scanner = ahead;
  }
}

// Returns the tag at the start of the text, and sets `rest` to the text after it.
std::optional<Tag> read_tag(std::string_view text, std::string_view& rest) {
  Scanner scanner(text);
  Tag tag;
  if (!scanner.take("<"))
    return std::nullopt;
  tag.is_end = scanner.take("/");
  auto name = take_tag_name(scanner);
  if (!name)
    return std::nullopt;
  tag.name = *std::move(name);
  if (!is_element_name(tag.name))
    return std::nullopt;
  if (!tag.is_end && !take_attributes(scanner, tag))
    return std::nullopt;
  scanner.take_space();
  tag.closes_itself = !tag.is_end && scanner.take("/");
  if (!scanner.take(">"))
    return std::nullopt;
  rest = scanner.rest();
  return tag;
}

std::size_t length_through(std::string_view text, std::string_view end, std::size_t from) {
  const auto found = text.find(end, from);
  return found == std::string_view::npos ? text.size() : found + end.size();
}

// HTML, 13.2.5.43 to 13.2.5.52: `<!-->`, `<!--->`, and the ends `-->` and `--!>`.
std::size_t comment_length(std::string_view text) {
  for (const std::string_view whole : {"<!-->", "<!--->"})
    if (text.starts_with(whole))
      return whole.size();
  for (auto dashes = text.find("--", 4); dashes != std::string_view::npos; dashes = text.find("--", dashes + 1))
    for (const std::string_view end : {"-->", "--!>"})
      if (text.substr(dashes).starts_with(end))
        return dashes + end.size();
  return text.size();
}

// Returns the length of the comment or declaration at the start of the text, or 0 if there is none.
std::size_t comment_at(std::string_view text) {
  if (text.starts_with("<!--"))
    return comment_length(text);
  if (text.starts_with("<![CDATA["))
    return length_through(text, "]]>", 9);
  if (text.starts_with("<?"))
    return length_through(text, "?>", 2);
  const bool is_bogus = text.starts_with("</") && text.size() > 2 && !is_alpha(text[2]);
  return text.starts_with("<!") || is_bogus ? length_through(text, ">", 2) : 0;
}

} // namespace

const std::string* Tag::find(std::string_view attribute) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& candidate) { return candidate.name == attribute; });
  return found == attributes.end() ? nullptr : &found->value;
}

std::optional<TagReader::Piece> TagReader::next() {
  if (rest_.empty())
    return std::nullopt;
  const std::string_view start = rest_;
  const auto source = [&] { return start.substr(0, start.size() - rest_.size()); };
  if (const auto length = comment_at(rest_); length > 0) {
    rest_.remove_prefix(length);
    return Piece{start.starts_with("<!--") ? Piece::Kind::comment : Piece::Kind::declaration, source(), {}};
  }
  if (auto tag = read_tag(rest_, rest_))
    return Piece{Piece::Kind::tag, source(), *std::move(tag)};
  std::string_view ignored;
  do
    rest_.remove_prefix(std::min(rest_.find('<', 1), rest_.size()));
  while (!rest_.empty() && comment_at(rest_) == 0 && !read_tag(rest_, ignored));
  return Piece{Piece::Kind::text, source(), {}};
}

void TagReader::skip_raw_text(std::string_view name) {
  for (; !rest_.empty(); rest_.remove_prefix(std::min(rest_.find('<', 1), rest_.size()))) {
    const auto after_name = 2 + name.size();
    if (rest_.starts_with("</") && lowered(rest_.substr(2, name.size())) == name &&
        (rest_.size() == after_name || !is_tag_name_character(rest_[after_name])))
      return;
  }
}

} // namespace broadside::html
