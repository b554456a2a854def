#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"
#include "core/unicode/case_folding.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

namespace broadside::lint {
namespace {

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_alpha(c) || static_cast<unsigned char>(c) >= 0x80; });
}

// The limit is cmark's, and keeps the time for a text of nothing but brackets in proportion to its length.
constexpr std::size_t longest_label = 1000;

bool is_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// Returns whether the label is a note's rather than a regular expression such as [^a-z]: it is a number, or a name
// directly after a word.
bool is_note_label(std::string_view label, char before, char after) {
  const bool is_name = label.size() > 3 && std::all_of(label.begin(), label.end(), [](char c) {
                         return is_alphanumeric(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
                       });
  return (is_digits(label) || (is_name && !is_space(before))) &&
         std::string_view("*+?{").find(after) == std::string_view::npos;
}

/// Looks for references to labels that are not defined.
class ReferenceCheck {
public:
  ReferenceCheck(Prose& prose, const Definitions& definitions, std::vector<Remark>& remarks)
      : prose_(prose), text_(prose.text()), definitions_(definitions), remarks_(remarks) {}

  void run() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!prose_.is_plain(at))
        continue;
      if (text_[at] == '[')
        open_.push_back(at);
      else if (text_[at] == ']' && !open_.empty())
        at = close(at);
    }
  }

private:
  char at_or_space(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }

  // Checks the brackets that end at `end`; returns the position at which to continue.
  std::size_t close(std::size_t end) {
    const auto start = open_.back();
    open_.pop_back();
    const auto content = text_.substr(start + 1, end - start - 1);
    if (content.size() > longest_label)
      return end;
    const char after = at_or_space(end + 1);
    const bool defines = prose_.begins_line(start) && after == ':';
    if (content.starts_with('^'))
      check_note(start, content.substr(1), defines);
    else if (after == '[' && prose_.is_plain(end + 1))
      return check_full(start, end);
    else if (after != '(' && !defines)
      check_picture(start, end);
    return end;
  }

  void check_note(std::size_t start, std::string_view label, bool defines) {
    const char before = start > 0 ? text_[start - 1] : ' ';
    if (defines || !is_note_label(label, before, at_or_space(start + label.size() + 3)) || definitions_.has_note(label))
      return;
    add(start, start + label.size() + 3, "missing-note",
        "refers to a note that does not exist, so readers see it as it is typed; write [^" + std::string(label) +
            "]: and the note's text in a paragraph of its own");
  }

  // Checks "[words][label]" and "[label][]".
  std::size_t check_full(std::size_t start, std::size_t end) {
    const auto close = text_.find_first_of("[]\n", end + 2);
    if (close == std::string_view::npos || text_[close] != ']')
      return end;
    const auto words = text_.substr(start + 1, end - start - 1);
    const auto typed = text_.substr(end + 2, close - end - 2);
    const auto label = typed.empty() ? words : typed;
    // "a[0][1]" and "[1][2]" are never meant as links.
    const bool is_index =
        (start > 0 && is_alphanumeric(text_[start - 1])) || (!has_letter(words) && !has_letter(label));
    if (is_index || typed.starts_with('^') || is_blank(label) || definitions_.has_link(label) ||
        words.starts_with('[') || at_or_space(close + 1) == '(')
      return end;
    if (label.starts_with("https://") || label.starts_with("http://")) {
      add(start, close + 1, "broken-link",
          "is not a link, because its address is in square brackets; write [" + std::string(words) + "](" +
              std::string(label) + ")");
      remarks_.back().mend = {prose_.edit(end + 1, 1, "("), prose_.edit(close, 1, ")")};
      return close;
    }
    add(start, close + 1, "missing-definition",
        "refers to an address that does not exist, so readers see it as it is typed; write [" + std::string(label) +
            "]: https://… in a paragraph of its own");
    return close;
  }

  // Checks "![description]". No sentence ends with "!" if nothing stands before it.
  void check_picture(std::size_t start, std::size_t end) {
    const auto words = text_.substr(start + 1, end - start - 1);
    const bool is_picture = start > 0 && text_[start - 1] == '!' && prose_.is_plain(start - 1) &&
                            (start == 1 || is_space(text_[start - 2]));
    if (!is_picture || !has_letter(words) || definitions_.has_link(words) || words.find('[') != std::string_view::npos)
      return;
    add(start - 1, end + 1, "missing-definition",
        "is a picture without an address, so readers see it as it is typed; write ![" + std::string(words) +
            "](picture.png)");
  }

  void add(std::size_t start, std::size_t end, std::string code, const std::string& message) {
    remarks_.push_back(
        {prose_.place_of(start), std::move(code), quoted(text_.substr(start, end - start)) + " " + message, {}});
    prose_.mark_remarked(start, end);
  }

  Prose& prose_;
  std::string_view text_;
  const Definitions& definitions_;
  std::vector<Remark>& remarks_;
  /// The positions of the brackets that are open.
  std::vector<std::size_t> open_;
};

// Returns the labels of all notes that the text refers to anywhere: "[^label]", except those at the start of a line
// with a colon after them.
std::unordered_set<std::string> labels_referred_to(const Source& source) {
  std::unordered_set<std::string> labels;
  for (int number = 1; number <= source.lines(); ++number) {
    const auto line = source.line(number);
    for (auto at = line.find("[^"); at != std::string_view::npos; at = line.find("[^", at + 1)) {
      const auto close = line.find_first_of("[]", at + 1);
      if (close == std::string_view::npos || line[close] == '[')
        continue;
      const bool defines = content_offset(line) == at && line.substr(close).starts_with("]:");
      if (!defines)
        labels.insert(unicode::fold_case(line.substr(at + 2, close - at - 2)));
    }
  }
  return labels;
}

} // namespace

void check_references(Prose& prose, const Definitions& definitions, std::vector<Remark>& remarks) {
  ReferenceCheck(prose, definitions, remarks).run();
}

void check_definitions(const Definitions& definitions, const Source& source, std::vector<Remark>& remarks) {
  const auto labels = labels_referred_to(source);
  for (const Definition& definition : definitions.all()) {
    const Definition& first = definitions.first_of(definition);
    const std::string typed = quoted((definition.is_note ? "[^" : "[") + definition.label + "]:");
    if (&first != &definition && first.rest != definition.rest)
      remarks.push_back({{definition.line},
                         "double-definition",
                         typed + " is already defined in line " + std::to_string(first.line) +
                             ", and only the first one counts; give one of them another name",
                         {}});
    else if (definition.is_note && !labels.contains(unicode::fold_case(definition.label)))
      remarks.push_back({{definition.line},
                         "unused-note",
                         typed + " is a note that nothing refers to, so readers do not see it; write [^" +
                             definition.label + "] where it belongs, or delete it",
                         {}});
  }
}

} // namespace broadside::lint
