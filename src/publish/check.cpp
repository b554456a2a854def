#include "publish/check.hpp"

#include "core/lines.hpp"
#include "core/lint/lint.hpp"
#include "publish/source/examine.hpp"
#include "publish/source/hidden.hpp"
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

// The faults in broadside.yaml are ignored here, because `broadside build` reports them.
Rendering default_rendering(const fs::path& text) {
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

bool can_be_mended(const lint::Remark& remark) { return !remark.mend.empty(); }

std::size_t count_mendable(const Examined& examined) {
  return static_cast<std::size_t>(std::count_if(examined.remarks.begin(), examined.remarks.end(), can_be_mended));
}

Examined examine_file(const std::string& text, const fs::path& file, Faults& faults) {
  return examine(text, file, {Expected::FrontMatter::optional, default_rendering(file)}, faults);
}

// Returns the whole text with every remark applied that can be mended.
std::string mended_text(const std::string& text, const Examined& examined) {
  const std::string_view markdown = *examined.markdown;
  return text.substr(0, text.size() - markdown.size()) + lint::mended(markdown, examined.remarks);
}

std::vector<Fault> all_of(const Faults& faults) {
  std::vector<Fault> all = faults.all();
  all.insert(all.end(), faults.warnings().begin(), faults.warnings().end());
  return all;
}

void note_mended(const Examined& examined, Checked& checked) {
  Faults mended;
  for (const lint::Remark& remark : examined.remarks)
    if (can_be_mended(remark))
      mended.warn(location_of(remark, examined), remark.code, remark.message);
  checked.mended.insert(checked.mended.end(), mended.warnings().begin(), mended.warnings().end());
}

// Rewrites the file, and the text that was read from it. Returns false if that is not possible, and adds the fault.
bool mend_file(const fs::path& file, std::string& text, const Examined& examined, Checked& checked, Faults& faults) {
  Faults unwritable;
  std::string mended = mended_text(text, examined);
  replace_text_file(file, mended, unwritable);
  if (unwritable.any()) {
    faults.add_all(unwritable);
    return false;
  }
  note_mended(examined, checked);
  text = std::move(mended);
  return true;
}

void check_file(const fs::path& file, Mend mend, Checked& checked) {
  Faults faults;
  if (auto text = read_text_file(file, faults)) {
    Examined examined = examine_file(*text, file, faults);
    const bool is_to_be_mended = mend == Mend::certain && count_mendable(examined) > 0;
    if (is_to_be_mended && mend_file(file, *text, examined, checked, faults)) {
      faults = {};
      examined = examine_file(*text, file, faults);
    }
    checked.mendable += count_mendable(examined);
  }
  const auto found = all_of(faults);
  checked.found.insert(checked.found.end(), found.begin(), found.end());
}

} // namespace

Checked check(const std::vector<fs::path>& paths, Mend mend) {
  Checked checked;
  Faults faults;
  const auto files = texts_of(paths, faults);
  checked.files = files.size();
  checked.found = faults.all();
  for (const fs::path& file : files)
    check_file(file, mend, checked);
  return checked;
}

} // namespace broadside::publish
