#include "core/lines.hpp"
#include "core/lint/lint.hpp"

#include <algorithm>

namespace broadside::lint {
namespace {

std::vector<Edit> edits_of(const std::vector<Remark>& remarks) {
  std::vector<Edit> edits;
  for (const Remark& remark : remarks)
    edits.insert(edits.end(), remark.mend.begin(), remark.mend.end());
  std::stable_sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) {
    return std::pair(a.line, a.offset) < std::pair(b.line, b.offset);
  });
  return edits;
}

} // namespace

std::string mended(std::string_view markdown, const std::vector<Remark>& remarks) {
  const auto edits = edits_of(remarks);
  auto edit = edits.begin();
  std::string out;
  std::string_view rest = markdown;
  for (int number = 1; !rest.empty(); ++number) {
    const auto from_here = rest;
    take_line(rest);
    const auto line = from_here.substr(0, from_here.size() - rest.size());
    std::size_t copied = 0;
    for (; edit != edits.end() && edit->line == number; ++edit) {
      out.append(line.substr(copied, std::max(edit->offset, copied) - copied)).append(edit->text);
      copied = std::max(copied, edit->offset + edit->length);
    }
    out.append(line.substr(copied));
  }
  return out;
}

} // namespace broadside::lint
