#include "core/lines.hpp"
#include "core/lint/lint.hpp"

#include <algorithm>

namespace broadside::lint {

std::string edited(std::string_view markdown, std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) {
    return std::pair(a.line, a.offset) < std::pair(b.line, b.offset);
  });
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

std::string mended(std::string_view markdown, const std::vector<Remark>& remarks) {
  std::vector<Edit> edits;
  for (const Remark& remark : remarks)
    edits.insert(edits.end(), remark.mend.begin(), remark.mend.end());
  return edited(markdown, std::move(edits));
}

} // namespace broadside::lint
