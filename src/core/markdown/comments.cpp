#include "core/markdown/comments.hpp"

#include "core/html/tag_reader.hpp"
#include "core/html/tree_writer.hpp"
#include "core/lines.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/nodes.hpp"
#include "core/markdown/parse.hpp"
#include "core/markdown/render.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace broadside::markdown {
namespace {

constexpr std::string_view comment_start = "<!--";
constexpr std::string_view empty_comment = "<!-- -->";

// Each trial renders the whole text three times. A text with two or three comments on which something else depends
// needs some twenty trials.
constexpr int most_trials = 200;

/// A place in the source that looks as if a comment began there.
struct Candidate {
  enum class Kind {
    // It is not in the tree, as in a footnote without a reference.
    unseen,
    comment,  // up to where comments end
    unclosed, // up to the end of the block of HTML in which it stands
    text,     // code, or another thing that readers see
  };
  std::size_t offset;
  Kind kind = Kind::unseen;
  /// The number of lines over which an unclosed comment goes on.
  std::size_t lines = 0;
};

struct Range {
  std::size_t start, end;
};

// `<!-->` and `<!--->` are whole comments too.
bool is_empty(std::string_view after_start) {
  return after_start.starts_with(">") || after_start.starts_with("->") || trimmed(after_start).starts_with("-->");
}

std::vector<Candidate> candidates_in(std::string_view text) {
  std::vector<Candidate> candidates;
  for (auto at = text.find(comment_start); at != std::string_view::npos; at = text.find(comment_start, at + 1))
    if (!is_empty(text.substr(at + comment_start.size())))
      candidates.push_back({at});
  return candidates;
}

// Returns the source with each candidate's number after its start, "<!--0.", so that the candidate is recognised in
// cmark's tree. Letters such as these change nothing in parsing, neither in a comment nor elsewhere.
std::string numbered(std::string_view text, const std::vector<Candidate>& candidates) {
  std::string result;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto end = candidates[i].offset + comment_start.size();
    result.append(text.substr(copied, end - copied)).append(std::to_string(i)).append(".");
    copied = end;
  }
  return result.append(text.substr(copied));
}

class Classifier {
public:
  explicit Classifier(std::vector<Candidate>& candidates) : candidates_(candidates) {}

  void classify(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HTML_INLINE:
      return classify_inline(literal(node));
    case CMARK_NODE_HTML_BLOCK:
      return classify_block(literal(node));
    case CMARK_NODE_CODE_BLOCK:
      see(info(node));
      return see(literal(node));
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      return see(literal(node));
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      see(address(node));
      return see(title(node));
    default:
      return;
    }
  }

private:
  void classify_inline(std::string_view html) {
    Candidate* candidate = at_start(html);
    if (candidate != nullptr)
      candidate->kind = Candidate::Kind::comment;
    else
      see(html);
  }

  void classify_block(std::string_view html) {
    html::TagReader reader(html);
    while (const auto piece = reader.next()) {
      Candidate* candidate = piece->kind == html::TagReader::Piece::Kind::comment ? at_start(piece->source) : nullptr;
      if (candidate == nullptr) {
        see(piece->source);
        continue;
      }
      const auto source = trimmed(piece->source);
      const bool is_closed = source.ends_with("-->") || source.ends_with("--!>");
      candidate->kind = is_closed ? Candidate::Kind::comment : Candidate::Kind::unclosed;
      candidate->lines = static_cast<std::size_t>(std::count(source.begin(), source.end(), '\n'));
    }
  }

  // Returns the candidate with whose comment this text begins, or nullptr.
  Candidate* at_start(std::string_view text) {
    if (!text.starts_with(comment_start))
      return nullptr;
    text.remove_prefix(comment_start.size());
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_numbered = error == std::errc() && end < text.data() + text.size() && *end == '.';
    return is_numbered && number < candidates_.size() ? &candidates_[number] : nullptr;
  }

  void see(std::string_view text) {
    for (auto at = text.find(comment_start); at != std::string_view::npos; at = text.find(comment_start, at + 1))
      if (Candidate* candidate = at_start(text.substr(at)))
        candidate->kind = Candidate::Kind::text;
  }

  std::vector<Candidate>& candidates_;
};

void classify(std::string_view text, const Options& options, std::vector<Candidate>& candidates) {
  const std::string source = numbered(text, candidates);
  const Document document = parse(source, options);
  Classifier classifier(candidates);
  for_each_node(document.get(), [&](cmark_node* node) { classifier.classify(node); });
}

// Returns where the comment's last line ends, without white space.
std::size_t end_of_lines(std::string_view text, const Candidate& candidate) {
  auto rest = text.substr(candidate.offset);
  std::string_view line;
  for (std::size_t i = 0; i <= candidate.lines; ++i)
    line = take_line(rest);
  const auto end = static_cast<std::size_t>(line.data() + line.size() - text.data());
  const auto comment = text.substr(candidate.offset, end - candidate.offset);
  return candidate.offset + comment.find_last_not_of(white_space) + 1;
}

std::optional<Range> range_of(std::string_view text, const Candidate& candidate) {
  if (candidate.kind == Candidate::Kind::text)
    return std::nullopt;
  if (candidate.kind == Candidate::Kind::unclosed)
    return Range{candidate.offset, end_of_lines(text, candidate)};
  const auto words = candidate.offset + comment_start.size();
  for (auto dashes = text.find("--", words); dashes != std::string_view::npos; dashes = text.find("--", dashes + 1))
    for (const std::string_view end : {"-->", "--!>"})
      if (text.substr(dashes).starts_with(end))
        return Range{candidate.offset, dashes + end.size()};
  return std::nullopt;
}

std::vector<Range> ranges_of(std::string_view text, const std::vector<Candidate>& candidates) {
  std::vector<Range> ranges;
  for (const Candidate& candidate : candidates) {
    const bool is_inside = !ranges.empty() && candidate.offset < ranges.back().end;
    if (const auto range = is_inside ? std::nullopt : range_of(text, candidate))
      ranges.push_back(*range);
  }
  return ranges;
}

std::string emptied(std::string_view text, const std::vector<Range>& ranges) {
  std::string result;
  std::size_t copied = 0;
  for (const auto& [start, end] : ranges) {
    result.append(text.substr(copied, start - copied)).append(empty_comment);
    copied = end;
  }
  return result.append(text.substr(copied));
}

using Trees = std::array<std::string, raw_html_words.size()>;

Trees trees_of(std::string_view text, Options options) {
  Trees trees;
  for (std::size_t i = 0; i < trees.size(); ++i) {
    options.raw_html = raw_html_words[i].second;
    html::TreeWriter writer(trees[i]);
    render(text, options, writer);
  }
  return trees;
}

/// Finds the comments that can be emptied without any change for readers.
class Trial {
public:
  Trial(std::string_view text, const Options& options)
      : text_(text), options_(options), wanted_(trees_of(text, options)) {}

  bool is_same_without(const std::vector<Range>& ranges) {
    return ++trials_ <= most_trials && trees_of(emptied(text_, ranges), options_) == wanted_;
  }

  // Halves the ranges, since nearly always all of them are harmless, and otherwise all but a few.
  std::vector<Range> harmless(const std::vector<Range>& ranges) {
    if (ranges.empty() || is_same_without(ranges))
      return ranges;
    if (ranges.size() == 1)
      return {};
    const auto middle = ranges.begin() + static_cast<std::ptrdiff_t>(ranges.size() / 2);
    auto first = harmless({ranges.begin(), middle});
    auto both = first;
    for (const Range& range : harmless({middle, ranges.end()}))
      both.push_back(range);
    return is_same_without(both) ? both : first;
  }

private:
  std::string_view text_;
  const Options& options_;
  Trees wanted_;
  int trials_ = 0;
};

} // namespace

std::string without_comments(std::string_view text, const Options& options) {
  auto candidates = candidates_in(text);
  if (candidates.empty())
    return std::string(text);
  classify(text, options, candidates);
  const auto ranges = ranges_of(text, candidates);
  return ranges.empty() ? std::string(text) : emptied(text, Trial(text, options).harmless(ranges));
}

} // namespace broadside::markdown
