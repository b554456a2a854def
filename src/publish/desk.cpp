#include "publish/desk.hpp"

#include "publish/headers/policy.hpp"

#include <chrono>

namespace broadside::publish {

Desk::Desk(SiteOptions options) : options_(std::move(options)) {
  options_.release.drafts = true;
  options_.release.future = true;
}

Desk::State Desk::build() {
  State state;
  state.site = site_;
  Faults faults;
  const auto made_before = memory_.count_made();
  const auto settings_stamp = stamp_of(settings_file(options_));
  if (settings_stamp != settings_stamp_)
    memory_.forget_all();
  settings_stamp_ = settings_stamp;
  options_.release.now =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  memory_.follow(content_folder(options_), options_.release.now);
  if (auto source = read_source(options_, faults)) {
    auto site = std::make_shared<SiteInMemory>();
    OutputInMemory output(*site, faults);
    write(*source, output, faults);
    if (!faults.any()) {
      state.changed = site->count_differences(site_ ? *site_ : SiteInMemory());
      state.site = site_ = std::move(site);
      settings_ = std::move(source->settings);
    }
  }
  state.made = memory_.count_made() - made_before;
  state.has_faults = faults.any();
  state.found = faults.any() ? faults.all() : faults.warnings();
  return state;
}

Built Desk::write(Source& source, Output& output, Faults& faults) {
  use_loader(options_, source.settings, output, faults);
  const std::string integrity = source.settings.loader ? source.settings.loader->integrity : "";
  if (integrity != integrity_)
    memory_.forget_all();
  integrity_ = integrity;
  const auto get = [&](const std::filesystem::path& folder) {
    auto known = memory_.find(folder);
    if (!known) {
      known = std::make_shared<const BuiltArticle>(build_article(folder, source.settings, options_.release, nullptr));
      memory_.keep(folder, known);
    }
    return known;
  };
  return write_site(
      source, options_.release, get, [](const ArticleOutline&) {}, output, faults);
}

std::string Desk::policy(const html::Url& folder) const {
  return settings_ ? content_security_policy(*settings_, &folder) : "";
}

} // namespace broadside::publish
