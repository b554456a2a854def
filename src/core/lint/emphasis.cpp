#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/nodes.hpp"
#include "core/markdown/parse.hpp"

#include <algorithm>
#include <vector>

namespace broadside::lint {
namespace {

constexpr std::string_view strong_sign = "**";

// Returns how many "**" Markdown has left as text in the block.
int left_as_text(cmark_node* block) {
  int count = 0;
  markdown::for_each_node(block, [&](cmark_node* node) {
    if (cmark_node_get_type(node) != CMARK_NODE_TEXT)
      return;
    const auto text = markdown::literal(node);
    for (auto at = text.find(strong_sign); at != std::string_view::npos;
         at = text.find(strong_sign, at + strong_sign.size()))
      ++count;
  });
  return count;
}

bool has_escaped_star(const Prose& prose) {
  const auto text = prose.text();
  for (auto at = text.find("\\*"); at != std::string_view::npos; at = text.find("\\*", at + 1))
    if (prose.kind(at) == Prose::Kind::escaped)
      return true;
  return false;
}

// A run of exactly two asterisks, and the characters on both sides of it.
struct Run {
  std::size_t at;
  char before, after;

  bool is_apart_before() const { return is_space(before); }
  bool is_apart_after() const { return is_space(after); }
  bool ends_word() const { return is_space(after) || is_punctuation(after); }
};

std::vector<Run> runs_in(const Prose& prose) {
  const auto text = prose.text();
  std::vector<Run> runs;
  for (std::size_t at = prose.find(strong_sign, 0); at < text.size();) {
    const auto end = std::min(text.find_first_not_of('*', at), text.size());
    if (end - at == strong_sign.size())
      runs.push_back({at, at > 0 ? text[at - 1] : ' ', end < text.size() ? text[end] : ' '});
    at = prose.find(strong_sign, end);
  }
  return runs;
}

/// Looks for strong emphasis that was meant as such but is none.
class EmphasisCheck {
public:
  EmphasisCheck(Prose& prose, std::vector<Remark>& remarks)
      : prose_(prose), text_(prose.text()), remarks_(remarks), runs_(runs_in(prose)) {}

  void run() {
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (i + 1 < runs_.size() && is_pair_with_space(runs_[i], runs_[i + 1]))
        report_space(runs_[i], runs_[i + 1]);
      else if (i + 1 == runs_.size() && is_unclosed(runs_[i]))
        report_unclosed(runs_[i]);
      // A run that opens is followed by the run that closes it.
      i += runs_[i].is_apart_before() ? 1 : 0;
    }
  }

private:
  std::string_view between(const Run& one, const Run& other) const {
    return text_.substr(one.at + strong_sign.size(), other.at - one.at - strong_sign.size());
  }

  // Returns whether the pair is "**words **" or "** words**". Two runs that both begin a word may be the names of
  // arguments.
  bool is_pair_with_space(const Run& open, const Run& close) const {
    const auto words = between(open, close);
    if (is_blank(words) || words.find('\n') != std::string_view::npos || !open.is_apart_before())
      return false;
    if (open.is_apart_after())
      return !close.is_apart_before() && close.ends_word();
    const bool is_label =
        prose_.begins_line(open.at) && trimmed(words).find_last_of(":.!?") == trimmed(words).size() - 1;
    return close.is_apart_before() && (close.ends_word() || is_label);
  }

  void report_space(const Run& open, const Run& close) {
    const auto words = between(open, close);
    const auto first = words.find_first_not_of(" \t"), last = words.find_last_not_of(" \t") + 1;
    const auto start = open.at + strong_sign.size();
    const std::string written = "**" + std::string(trimmed(words)) + "**";
    remarks_.push_back({prose_.place_of(open.at),
                        "emphasis",
                        quoted(text_.substr(open.at, close.at + strong_sign.size() - open.at)) +
                            " is not strong, because there is a space inside its asterisks; write " + written,
                        {}});
    auto& mend = remarks_.back().mend;
    if (first > 0)
      mend.push_back(prose_.edit(start, first, ""));
    if (last < words.size()) {
      mend.push_back(prose_.edit(start + last, words.size() - last, ""));
      if (!close.ends_word())
        mend.push_back(prose_.edit(close.at + strong_sign.size(), 0, " "));
    }
    prose_.mark_remarked(open.at, close.at + strong_sign.size());
  }

  // Returns whether the run follows a space and begins a word. At the start of a line it may mark a note, and before a
  // name in code it may be an operator.
  bool is_unclosed(const Run& run) const {
    const auto rest = text_.substr(run.at + strong_sign.size());
    const auto word = rest.substr(0, rest.find_first_of(" \t\n"));
    const bool is_name = word.find_first_of("_(=[*/.") != std::string_view::npos || word.starts_with("kw") ||
                         word.starts_with("arg") || word.size() == rest.size();
    const bool is_letter = is_alpha(run.after) || static_cast<unsigned char>(run.after) >= 0x80;
    return !prose_.begins_line(run.at) && run.is_apart_before() && is_letter && !is_name;
  }

  void report_unclosed(const Run& run) {
    remarks_.push_back(
        {prose_.place_of(run.at),
         "emphasis",
         quoted(text_.substr(run.at)) + " is not closed, so readers see its asterisks; write ** after the strong words",
         {}});
  }

  Prose& prose_;
  std::string_view text_;
  std::vector<Remark>& remarks_;
  std::vector<Run> runs_;
};

} // namespace

void check_emphasis(Prose& prose, std::vector<Remark>& remarks) {
  if (prose.find(strong_sign, 0) < prose.text().size() && !has_escaped_star(prose) && left_as_text(prose.block()) > 0)
    EmphasisCheck(prose, remarks).run();
}

} // namespace broadside::lint
