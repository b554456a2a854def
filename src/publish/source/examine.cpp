#include "publish/source/examine.hpp"

#include "core/article/article.hpp"
#include "core/lint/lint.hpp"
#include "core/markdown/parse.hpp"
#include "publish/source/front_matter.hpp"
#include "publish/source/markdown_addresses.hpp"
#include "publish/source/named_files.hpp"
#include "publish/source/relative_links.hpp"

namespace broadside::publish {
namespace {

void take_front_matter(std::string_view text, const std::filesystem::path& file, const Expected& expected,
                       Examined& examined, Faults& faults) {
  if (expected.front_matter == Expected::FrontMatter::optional && !begins_with_front_matter(text)) {
    examined.markdown = text;
    examined.markdown_location = {file, 1};
    return;
  }
  const auto parts = cut_front_matter(text, file, faults);
  if (!parts)
    return;
  examined.markdown = parts->markdown;
  examined.markdown_location = parts->markdown_location;
  examined.fields = read_fields(*parts, faults);
  if (examined.fields)
    examined.rendering = read_rendering(*examined.fields, expected.rendering, faults);
}

void report(const Examined& examined, Faults& faults) {
  for (const lint::Remark& remark : examined.remarks) {
    const Location location = location_of(remark, examined);
    if (remark.is_fault)
      faults.add(location, remark.code, remark.message);
    else
      faults.warn(location, remark.code, remark.message);
  }
}

void examine_markdown(const std::filesystem::path& folder, const Expected& expected, Examined& examined,
                      Faults& faults) {
  const std::string_view markdown = *examined.markdown;
  const Location& start = examined.markdown_location;
  const auto raw_html = examined.rendering.raw_html;
  if (markdown.size() > article::longest_markdown) {
    faults.add(start, "too-long", "the text " + std::string(article::longest_markdown_rule));
    return;
  }
  const auto parsed = markdown::parse(markdown, {});
  check_addresses(parsed.get(), raw_html, start, folder, faults);
  examined.links = check_relative_links(markdown, parsed.get(), raw_html, start, faults);
  examined.remarks = lint::remarks_on(markdown, parsed.get(), lint_options(raw_html, folder));
  report(examined, faults);
  if (expected.base)
    examined.names = named_files(parsed.get(), folder, *expected.base);
}

} // namespace

Examined examine(std::string_view text, const std::filesystem::path& file, const Expected& expected, Faults& faults) {
  Examined examined;
  examined.rendering = expected.rendering;
  take_front_matter(text, file, expected, examined, faults);
  if (examined.markdown)
    examine_markdown(file.parent_path(), expected, examined, faults);
  return examined;
}

Location location_of(const lint::Remark& remark, const Examined& examined) {
  return {examined.markdown_location.file, examined.markdown_location.line + remark.line - 1, remark.column};
}

} // namespace broadside::publish
