#include "publish/check.hpp"

#include "core/lines.hpp"
#include "core/lint/lint.hpp"
#include "core/markdown/parse.hpp"
#include "publish/source/front_matter.hpp"
#include "publish/source/hidden.hpp"
#include "publish/source/markdown_addresses.hpp"
#include "publish/source/relative_links.hpp"
#include "publish/source/rendering.hpp"
#include "publish/source/text_file.hpp"
#include "publish/values/notations.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> texts_in(const fs::path& folder, Faults& faults) {
  std::vector<fs::path> files;
  std::error_code error;
  auto entry = fs::recursive_directory_iterator(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (is_hidden(entry->path()))
      entry.disable_recursion_pending();
    else if (entry->path().extension() == ".md" && entry->is_regular_file())
      files.push_back(entry->path());
  }
  if (error)
    faults.add({folder}, "unreadable", "cannot be read: " + error.message());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<fs::path> texts_of(const std::vector<fs::path>& paths, Faults& faults) {
  std::vector<fs::path> files;
  for (const fs::path& path : paths) {
    const auto found = fs::is_directory(path) ? texts_in(path, faults) : std::vector{path};
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

// What is wrong with broadside.yaml is the build's to say.
Rendering usual_rendering(const fs::path& text) {
  Faults ignored;
  for (fs::path folder = fs::absolute(text).parent_path();; folder = folder.parent_path()) {
    const fs::path settings = folder / "broadside.yaml";
    if (fs::exists(settings)) {
      const auto yaml = read_text_file(settings, ignored);
      const auto value = yaml ? read_yaml(with_line_feeds(*yaml), {settings, 1}, ignored) : std::nullopt;
      const auto fields = value ? Fields::of(*value, settings, ignored) : std::nullopt;
      return fields ? read_rendering(*fields, {}, ignored) : Rendering();
    }
    if (folder == folder.parent_path())
      return {};
  }
}

class FileCheck {
public:
  FileCheck(fs::path file, Checked& checked) : file_(std::move(file)), checked_(checked) {}

  void run(Mend mend) {
    const auto text = read_text_file(file_, faults_);
    if (text)
      read(*text);
    if (text && mend == Mend::what_is_sure && is_mendable())
      replace(*text);
    for (const lint::Remark& remark : remarks_)
      faults_.warn(place_of(remark), remark.code, remark.message);
    checked_.mendable += static_cast<std::size_t>(std::count_if(remarks_.begin(), remarks_.end(), can_be_mended));
    checked_.found.insert(checked_.found.end(), faults_.all().begin(), faults_.all().end());
    checked_.found.insert(checked_.found.end(), faults_.warnings().begin(), faults_.warnings().end());
  }

private:
  static bool can_be_mended(const lint::Remark& remark) { return !remark.mend.empty(); }
  bool is_mendable() const { return std::any_of(remarks_.begin(), remarks_.end(), can_be_mended); }
  Place place_of(const lint::Remark& remark) const { return {file_, start_.line + remark.line - 1}; }

  void read(std::string_view text) {
    markdown_ = text;
    rendering_ = usual_rendering(file_);
    start_ = {file_, 1};
    if (begins_with_front_matter(text)) {
      const auto parts = cut_front_matter(text, file_, faults_);
      if (!parts)
        return;
      markdown_ = parts->markdown;
      start_ = parts->markdown_place;
      if (const auto fields = read_fields(*parts, faults_))
        rendering_ = read_rendering(*fields, rendering_, faults_);
    }
    const auto parsed = markdown::parse(markdown_, {});
    check_addresses(parsed.get(), rendering_.raw_html, start_, file_.parent_path(), faults_);
    check_relative_links(markdown_, parsed.get(), rendering_.raw_html, start_, faults_);
    remarks_ = lint::remarks_on(markdown_, parsed.get(), lint_options(rendering_.raw_html, file_.parent_path()));
  }

  void replace(std::string_view text) {
    Faults failed;
    const std::string markdown = lint::mended(markdown_, remarks_);
    replace_text_file(file_, std::string(text.substr(0, text.size() - markdown_.size())) + markdown, failed);
    if (failed.any()) {
      faults_.add(failed.all().front());
      return;
    }
    Faults done;
    for (const lint::Remark& remark : remarks_)
      if (can_be_mended(remark))
        done.warn(place_of(remark), remark.code, remark.message);
    checked_.mended.insert(checked_.mended.end(), done.warnings().begin(), done.warnings().end());
    remarks_ = lint::remarks_on(markdown, markdown::parse(markdown, {}).get(),
                                lint_options(rendering_.raw_html, file_.parent_path()));
  }

  fs::path file_;
  Checked& checked_;
  Faults faults_;
  Rendering rendering_;
  std::string_view markdown_;
  Place start_;
  std::vector<lint::Remark> remarks_;
};

} // namespace

Checked check(const std::vector<fs::path>& paths, Mend mend) {
  Checked checked;
  Faults faults;
  const auto files = texts_of(paths, faults);
  checked.files = files.size();
  checked.found = faults.all();
  for (const fs::path& file : files)
    FileCheck(file, checked).run(mend);
  return checked;
}

} // namespace broadside::publish
