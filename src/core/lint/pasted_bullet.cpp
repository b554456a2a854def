#include "core/lint/rules.hpp"

#include "core/ascii.hpp"

namespace broadside::lint {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

// The bullets that word processors put before items, and with which no sentence begins. The last three are in Word's
// fonts Symbol and Wingdings, in Unicode's private use area.
constexpr std::string_view bullets[] = {"•", "·", "▪", "▫", "◦", "●",      "○",      "■",     "□",
                                        "‣", "⁃", "∙", "❖", "➢", "\uF0B7", "\uF0A7", "\uF0D8"};
// These may begin a sentence, unless a tab or a no-break space follows.
constexpr std::string_view doubtful_bullets[] = {"-", "*", "o", "§", "Ø"};
// These begin speech in many languages, with a no-break space after them; only a tab shows that they are bullets.
constexpr std::string_view dashes[] = {"–", "—"};

constexpr const char* bullet_message =
    "looks like a bullet from a word processor: in Markdown an item begins with \"- \"";
constexpr const char* number_message = "looks like a bullet from a word processor: in Markdown an item's number is in "
                                       "digits, with a full stop and a space "
                                       "after it";

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == ' ' || text[at] == '\t')
      ++at;
    else if (text.substr(at).starts_with(no_break_space))
      at += no_break_space.size();
    else
      break;
  }
  return at;
}

bool is_word_processor_space(std::string_view text) {
  return text.starts_with('\t') || text.starts_with(no_break_space);
}

// Returns the number of bytes of the bullet and the white space after it, or 0 if there is no bullet.
std::size_t bullet_size(std::string_view text) {
  for (const auto bullet : bullets)
    if (text.starts_with(bullet) && skip_space(text, bullet.size()) > bullet.size())
      return skip_space(text, bullet.size());
  for (const auto bullet : doubtful_bullets)
    if (text.starts_with(bullet) && is_word_processor_space(text.substr(bullet.size())))
      return skip_space(text, bullet.size());
  for (const auto dash : dashes)
    if (text.starts_with(dash) && text.substr(dash.size()).starts_with('\t'))
      return skip_space(text, dash.size());
  return 0;
}

// Returns whether the text begins with a number that Markdown does not support for lists, or not in this form:
// "A.⟨tab⟩", "iv)⟨tab⟩", "1.⟨no-break space⟩".
bool is_number(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && size < 5 && is_alphanumeric(text[size]))
    ++size;
  const bool is_short =
      size == 1 || text.substr(0, size).find_first_not_of("ivxIVX0123456789") == std::string_view::npos;
  const auto rest = text.substr(size);
  return size > 0 && is_short && (rest.starts_with('.') || rest.starts_with(')')) &&
         is_word_processor_space(rest.substr(1));
}

// Determines how deep items are nested from their indentation.
class Levels {
public:
  std::size_t depth_at(std::size_t indent) {
    while (!indents_.empty() && indents_.back() >= indent)
      indents_.pop_back();
    indents_.push_back(indent);
    return indents_.size() - 1;
  }

private:
  std::vector<std::size_t> indents_;
};

} // namespace

void check_bullets(cmark_node* node, const Source& source, std::vector<Remark>& remarks) {
  if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
    return;
  const int first = cmark_node_get_start_line(node);
  const bool is_quoted = source.line(first).substr(0, offset_of(node)).find('>') != std::string_view::npos;
  Levels levels;
  for (int number = first; number <= cmark_node_get_end_line(node); ++number) {
    const auto line = source.line(number);
    const auto edge = number == first ? offset_of(node) : std::min(offset_of(node), content_offset(line));
    const auto start = skip_space(line, edge);
    const auto size = bullet_size(line.substr(start));
    if (size > 0) {
      // A lazy continuation is moved to where its paragraph begins, so that it stays in the same item. In a quotation
      // it cannot be told where it belongs.
      const auto missing = offset_of(node) - edge;
      const std::string marker = std::string(missing + 2 * levels.depth_at(start - edge), ' ') + "- ";
      remarks.push_back({{number, start}, "pasted-bullet", bullet_message, {}});
      if (missing == 0 || !is_quoted)
        remarks.back().mend = {{number, edge, start + size - edge, marker}};
    } else if (is_number(line.substr(start))) {
      remarks.push_back({{number, start}, "pasted-bullet", number_message, {}});
    }
  }
}

} // namespace broadside::lint
